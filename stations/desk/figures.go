package desk

import (
	"fmt"

	"immersion/kiosk"
)

// The kind's figures.
const (
	resolved = "resolved" // share of visits that helped them, by message
	passedOn = "passed"   // share that passed them on
	against  = "against"  // share in which a rule had the last word
	wentAway = "left"     // share in which their patience ran out
	waiting  = "waiting"  // ms until somebody turned to them, or they left
	won      = "won"      // how often a rule was held against a customer, by rule
	bent     = "bent"     // how often it was bent for one
	said     = "words"    // answers given, by answer
)

func key(message, step string, n int) string { return fmt.Sprintf("%s.%s.%d", message, step, n) }

// Figures declares them. A visitor's own words are in none: where they wrote,
// the answer counts that invited to.
func (s *Station) Figures() []kiosk.Figure {
	from, rules, answers := map[string]kiosk.Text{}, map[string]kiosk.Text{}, map[string]kiosk.Text{}
	for _, r := range s.Rules {
		rules[r.ID] = r.Text
	}
	for _, m := range s.Messages {
		from[m.ID] = m.From
		for _, step := range m.Steps {
			for n, c := range step.Choices {
				answers[key(m.ID, step.ID, n)] = c.Text
			}
		}
	}
	all := []kiosk.Figure{
		{Name: resolved, Shape: kiosk.Share, Keys: from},
		{Name: passedOn, Shape: kiosk.Share, Keys: from},
		{Name: against, Shape: kiosk.Share, Keys: from},
		{Name: wentAway, Shape: kiosk.Share, Keys: from},
		{Name: waiting, Shape: kiosk.Number, Unit: "ms", Log: true, Keys: from},
		{Name: won, Shape: kiosk.Count, Keys: rules},
		{Name: bent, Shape: kiosk.Count, Keys: rules},
		{Name: said, Shape: kiosk.Count, Keys: answers},
	}
	for i := range all {
		all[i].Label = "desk.figure." + all[i].Name
	}
	return all
}

// cells is what a shift adds to the figures. Who came and still waits, while
// the visitor serves, is in no share yet.
func (s *Station) cells(a *shift) []kiosk.Cell {
	var cells []kiosk.Cell
	wins, bends, words := map[string]int{}, map[string]int{}, map[string]int{}
	for i := range s.Messages {
		g := a.met[s.Messages[i].ID]
		if g == nil {
			continue
		}
		if end := a.ended(g); end != "" {
			for _, f := range []struct {
				name string
				end  End
			}{{resolved, Helped}, {passedOn, Passed}, {against, Refused}, {wentAway, Gone}} {
				c := kiosk.Cell{Figure: f.name, Shape: kiosk.Share, Key: g.m.ID, Whole: 1}
				if end == f.end {
					c.Part = 1
				}
				cells = append(cells, c)
			}
		}
		if g.turned || g.end == Gone {
			cells = append(cells, kiosk.Cell{Figure: waiting, Shape: kiosk.Number, Key: g.m.ID, Value: float64(max(1, g.waited))})
		}
		for _, d := range g.did {
			wins[d.choice.Rule]++
			bends[d.choice.Bends]++
			words[d.key]++
		}
	}
	for _, r := range s.Rules {
		cells = append(cells, count(won, r.ID, wins[r.ID])...)
		cells = append(cells, count(bent, r.ID, bends[r.ID])...)
	}
	for _, m := range s.Messages {
		for _, step := range m.Steps {
			for n := range step.Choices {
				k := key(m.ID, step.ID, n)
				cells = append(cells, count(said, k, words[k])...)
			}
		}
	}
	return cells
}

func count(figure, key string, n int) []kiosk.Cell {
	if n == 0 {
		return nil
	}
	return []kiosk.Cell{{Figure: figure, Shape: kiosk.Count, Key: key, Count: n}}
}

package desk

import (
	"fmt"
	"strconv"

	"immersion/kiosk"
)

// mostTold bounds what one shift puts on the map of one sort.
const mostTold = 3

// Outcome tells how the visitor served, and what the scenario's customer heard
// and got at the desk.
func (s *Station) Outcome(stop *kiosk.Stop) kiosk.Outcome {
	a := s.shift(stop)
	o := kiosk.Outcome{Notes: stop.Notes(func(m kiosk.Moment) kiosk.Evidence {
		if from := s.message(m.Ref); from != nil {
			return kiosk.Evidence{Label: from.From}
		}
		return kiosk.Evidence{}
	})}
	if !a.begun {
		return o
	}
	n := notes{s: s, stop: stop}
	n.shift(a)
	n.rules(a)
	for i := range s.Messages {
		if g := a.met[s.Messages[i].ID]; g != nil && g.m.Customer {
			n.customer(g, a.ended(g))
		}
	}
	return kiosk.Outcome{Notes: append(n.all, o.Notes...), Figures: s.cells(a)}
}

// notes gathers what goes on the map.
type notes struct {
	s    *Station
	stop *kiosk.Stop
	all  []kiosk.Note
}

func (n *notes) read(t kiosk.Text) string { return t.In(n.stop.Language) }

func (n *notes) add(section kiosk.Section, id, key string, m *Message, quote string, args map[string]string) {
	e := &kiosk.Evidence{Station: n.stop.Place.ID, Quote: quote}
	if m != nil {
		e.Moment, e.Label = &kiosk.Moment{Ref: m.ID}, m.From
	}
	n.all = append(n.all, kiosk.Note{
		ID: n.stop.Place.ID + ":" + id, Section: section, Key: "desk.note." + key, Args: args, Evidence: e,
	})
}

// shift says in one line how it went at the desk, once it is over.
func (n *notes) shift(a *shift) {
	ends := map[End]int{}
	for _, g := range a.met {
		ends[a.ended(g)]++
	}
	if !a.over || len(a.met) == 0 {
		return
	}
	n.add(kiosk.Do, "shift", "shift", nil, "", map[string]string{
		"of": strconv.Itoa(len(a.met)), "helped": strconv.Itoa(ends[Helped]), "passed": strconv.Itoa(ends[Passed]),
		"refused": strconv.Itoa(ends[Refused]), "left": strconv.Itoa(ends[Gone] + ends[Waits]),
	})
}

// rules notes the first few rules that were held against somebody, or bent.
func (n *notes) rules(a *shift) {
	told := 0
	for i := range n.s.Messages {
		g := a.met[n.s.Messages[i].ID]
		if g == nil {
			continue
		}
		for j, d := range g.did {
			id, kind := d.choice.Rule, "kept"
			if d.choice.Bends != "" {
				id, kind = d.choice.Bends, "bent"
			}
			if id == "" || told == mostTold {
				continue
			}
			told++
			n.add(kiosk.Do, fmt.Sprintf("rule-%s-%d", g.m.ID, j), kind, g.m, n.read(d.choice.Text),
				map[string]string{"name": n.read(g.m.From), "rule": n.read(n.s.rule(id).Text)})
		}
	}
}

// customer tells of the scenario's own customer: what was said to them, what
// they said to it, and what they came away with.
func (n *notes) customer(g *served, end End) {
	heard := 0
	for j := len(g.did) - 1; j >= 0 && heard < mostTold; j-- {
		d := g.did[j]
		if d.choice.Tool != "" || d.choice.Write && d.text == "" {
			continue
		}
		heard++
		id := fmt.Sprintf("heard-%d", j)
		quote := n.read(d.choice.Text)
		if d.text != "" {
			quote = d.text
		}
		n.add(kiosk.Hear, id, "heard", g.m, "", map[string]string{"quote": quote})
		if d.text != "" {
			n.all[len(n.all)-1].Key, n.all[len(n.all)-1].Args, n.all[len(n.all)-1].Text = "", nil, d.text
		}
	}
	if last := g.m.step(g.step); !last.Says.Empty() && len(g.did) > 0 && end != Gone {
		n.add(kiosk.Say, "said", "said", g.m, "", map[string]string{"quote": n.read(last.Says)})
	}
	section := kiosk.Pains
	if end == Helped {
		section = kiosk.Gains
	}
	if end != "" {
		n.add(section, "end", "end."+string(end), g.m, n.read(g.m.Theirs.After[end]), map[string]string{"time": clock(g.waited)})
	}
}

// clock writes ms as "1:04".
func clock(ms int64) string { return fmt.Sprintf("%d:%02d", ms/60_000, ms/1000%60) }

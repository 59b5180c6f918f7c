package story

import (
	"slices"

	"immersion/kiosk"
)

// The figures of a station of stories.
const (
	chosen = "chosen" // Share by story: visits that took it
	read   = "read"   // Share by page: of the visits that took its story, those that came so far
	felt   = "felt"   // Number by page: valence tapped there, −4…4, the mean of a visit's taps
	played = "played" // Number by page: how much of its sound or video was heard, %
	retold = "retold" // Share by story: of the visits that took it, those that told it again
)

// Figures declares what outcomes hold.
func (s *Station) Figures() []kiosk.Figure {
	stories, pages, sounds := map[string]kiosk.Text{}, map[string]kiosk.Text{}, map[string]kiosk.Text{}
	for _, t := range s.Stories {
		stories[t.ID] = t.Title
	}
	for i := range s.leaves {
		l := &s.leaves[i]
		pages[l.key] = l.title()
		if l.length > 0 {
			sounds[l.key] = l.title()
		}
	}
	all := []kiosk.Figure{
		{Name: chosen, Shape: kiosk.Share, Label: "story.figure.chosen", Keys: stories},
		{Name: read, Shape: kiosk.Share, Label: "story.figure.read", Keys: pages},
		{Name: felt, Shape: kiosk.Number, Label: "story.figure.felt", Keys: pages},
	}
	if len(sounds) > 0 {
		all = append(all, kiosk.Figure{Name: played, Shape: kiosk.Number, Label: "story.figure.played", Unit: "%", Keys: sounds})
	}
	return append(all, kiosk.Figure{Name: retold, Shape: kiosk.Share, Label: "story.figure.retold", Keys: stories})
}

// reading is what a visitor took in.
type reading struct {
	chosen []string         // ids of stories, in the order they were taken
	pages  map[string]bool  // by key
	played map[string]int64 // ms, by key
	retold map[string]string
}

func readingOf(stop *kiosk.Stop) reading {
	r := reading{pages: map[string]bool{}, played: map[string]int64{}, retold: map[string]string{}}
	for _, b := range kiosk.Bodies[Chosen](stop, chosenFact) {
		if !slices.Contains(r.chosen, b.Story) {
			r.chosen = append(r.chosen, b.Story)
		}
	}
	for _, b := range kiosk.Bodies[Turned](stop, turnedFact) {
		r.pages[keyOf(b.Story, b.Page)] = true
	}
	for _, b := range kiosk.Bodies[Played](stop, playedFact) {
		key := keyOf(b.Story, b.Page)
		r.played[key] = max(r.played[key], b.To)
	}
	for _, b := range kiosk.Bodies[Retold](stop, retoldFact) {
		r.retold[b.Story] = b.Text
	}
	return r
}

// Outcome tells which stories the visitor took, how far they went in each,
// what moved them, and how they told it again.
func (s *Station) Outcome(stop *kiosk.Stop) kiosk.Outcome {
	r := readingOf(stop)
	notes := stop.Notes(func(m kiosk.Moment) kiosk.Evidence { return s.evidence(stop, m) })
	notes = append(notes, s.heardNotes(stop)...)
	notes = append(notes, s.readNotes(stop, r)...)
	return kiosk.Outcome{Notes: notes, Figures: append(s.shares(r), s.numbers(stop, r)...)}
}

func share(figure, key string, whole, part bool) kiosk.Cell {
	c := kiosk.Cell{Figure: figure, Shape: kiosk.Share, Key: key}
	if whole {
		c.Whole = 1
	}
	if part {
		c.Part = 1
	}
	return c
}

// shares are of all stories once one is taken, so that those nobody takes show too.
func (s *Station) shares(r reading) []kiosk.Cell {
	if len(r.chosen) == 0 {
		return nil
	}
	var cells []kiosk.Cell
	for _, t := range s.Stories {
		taken := slices.Contains(r.chosen, t.ID)
		cells = append(cells, share(chosen, t.ID, true, taken))
		if taken {
			cells = append(cells, share(retold, t.ID, true, r.retold[t.ID] != ""))
		}
	}
	for _, l := range s.leaves {
		if slices.Contains(r.chosen, l.story.ID) {
			cells = append(cells, share(read, l.key, true, r.pages[l.key]))
		}
	}
	return cells
}

func (s *Station) numbers(stop *kiosk.Stop, r reading) []kiosk.Cell {
	sum, taps := map[string]int{}, map[string]int{}
	for _, f := range stop.Reactions {
		if f.Moment != nil {
			sum[f.Moment.Ref] += f.Valence
			taps[f.Moment.Ref]++
		}
	}
	var cells []kiosk.Cell
	for _, l := range s.leaves {
		if n := taps[l.key]; n > 0 {
			cells = append(cells, kiosk.Cell{Figure: felt, Shape: kiosk.Number, Key: l.key, Value: float64(sum[l.key]) / float64(n)})
		}
		if to := r.played[l.key]; to > 0 && l.length > 0 {
			part := 100 * float64(min(to, l.length)) / float64(l.length)
			cells = append(cells, kiosk.Cell{Figure: played, Shape: kiosk.Number, Key: l.key, Value: part})
		}
	}
	return cells
}

package journey

import (
	"slices"

	"immersion/kiosk"
)

// The kind's figures.
const (
	touches = "touches" // share by step, 0 too: whose teams touch it; by department in cohorts
	hurts   = "hurts"   // share by step
	shines  = "shines"  // share by step
	ownedBy = "owned"   // share by step: touched and hurting, by one and the same visit
	handsOn = "hands"   // count by what is handed on
)

// Figures declares them; the keys of steps sort as the way runs.
func (s *Station) Figures() []kiosk.Figure {
	steps, hands := map[string]kiosk.Text{}, map[string]kiosk.Text{}
	for _, st := range s.steps {
		steps[st.key] = st.Title
	}
	for _, h := range s.Hands {
		hands[h.ID] = h.Label
	}
	all := []kiosk.Figure{
		{Name: touches, Shape: kiosk.Share, Keys: steps},
		{Name: ownedBy, Shape: kiosk.Share, Keys: steps},
		{Name: hurts, Shape: kiosk.Share, Keys: steps},
		{Name: shines, Shape: kiosk.Share, Keys: steps},
	}
	if len(hands) > 0 {
		all = append(all, kiosk.Figure{Name: handsOn, Shape: kiosk.Count, Keys: hands})
	}
	for i := range all {
		all[i].Label = "journey.figure." + all[i].Name
	}
	return all
}

// cells is what a visit adds: every step in every share, so that a step that
// nobody claims reads 0 and is not left out.
func (s *Station) cells(l looked) []kiosk.Cell {
	var cells []kiosk.Cell
	for _, st := range s.steps {
		share := func(figure string, did bool) {
			c := kiosk.Cell{Figure: figure, Shape: kiosk.Share, Key: st.key, Whole: 1}
			if did {
				c.Part = 1
			}
			cells = append(cells, c)
		}
		mine, pain := l.pins[touch][st.ID], l.pins[hurt][st.ID]
		share(touches, mine)
		share(ownedBy, mine && pain)
		share(hurts, pain)
		share(shines, l.pins[shine][st.ID])
	}
	for _, h := range s.Hands {
		n := 0
		for _, st := range s.steps {
			if l.pins[touch][st.ID] && slices.Contains(l.hands[st.ID], h.ID) {
				n++
			}
		}
		if n > 0 {
			cells = append(cells, kiosk.Cell{Figure: handsOn, Shape: kiosk.Count, Key: h.ID, Count: n})
		}
	}
	return cells
}

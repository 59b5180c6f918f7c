package invoice

import (
	"github.com/shopspring/decimal"

	"immersion/kiosk"
)

// checked is what a visitor made of the invoice, as far as they came.
type checked struct {
	marks  map[string]Marked // by ref
	opened map[string]bool
	owed   *decimal.Decimal
	sure   int // 0 for not said
	done   bool
}

// checked folds a stop's facts up to the first time that the visitor was done:
// after that they have seen the answers.
func (s *Station) checked(stop *kiosk.Stop) checked {
	c := checked{marks: map[string]Marked{}, opened: map[string]bool{}}
	for _, f := range stop.Facts {
		var m Marked
		var o OpenedPaper
		var owed Owed
		var sure Sure
		switch {
		case f.Type == factMarked && f.Decode(&m) == nil:
			c.marks[m.Line] = m
		case f.Type == factOpened && f.Decode(&o) == nil:
			c.opened[o.Evidence] = true
		case f.Type == factOwed && f.Decode(&owed) == nil:
			if d, err := parse(owed.Amount); err == nil {
				c.owed = &d
			}
		case f.Type == factSure && f.Decode(&sure) == nil:
			c.sure = sure.Value
		case f.Type == factDone:
			c.done = true
			return c
		}
	}
	return c
}

func (c checked) wrong(ref string) bool { return c.marks[ref].Mark == Wrong }

// found counts the errors marked wrong.
func (c checked) found(s *Station) int {
	n := 0
	for _, w := range s.wrongs {
		if c.wrong(w.ref) {
			n++
		}
	}
	return n
}

// Outcome makes of the stop what they did, what they saw, and the figures.
// What was missed is said only of somebody who finished.
func (s *Station) Outcome(stop *kiosk.Stop) kiosk.Outcome {
	c := s.checked(stop)
	notes := s.did(c, stop)
	notes = append(notes, s.saw(c, stop)...)
	notes = append(notes, stop.Notes(func(m kiosk.Moment) kiosk.Evidence {
		if s.markable(m.Ref) {
			return s.evidence(m.Ref, stop.Language)
		}
		return kiosk.Evidence{}
	})...)
	return kiosk.Outcome{Notes: notes, Figures: s.cells(c, stop)}
}

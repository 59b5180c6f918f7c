package invoice

import "immersion/kiosk"

// revealed is what the paper shows once the visitor has finished. Amounts are
// decimal texts, as in the view.
type revealed struct {
	Errors []revealedError `json:"errors"` // in the paper's order
	Owed   string          `json:"owed"`   // what is really owed
}

type revealedError struct {
	Ref    string     `json:"ref"`
	Name   kiosk.Text `json:"name"`
	Why    kiosk.Text `json:"why"`
	Rule   string     `json:"rule,omitempty"`
	Should string     `json:"should,omitempty"` // what should stand there
}

// Reveal is what was wrong, line by line, and what is really owed.
func (s *Station) Reveal() any {
	r := revealed{Errors: []revealedError{}, Owed: s.owed.StringFixed(s.places)}
	for _, w := range s.wrongs {
		e := revealedError{Ref: w.ref, Name: w.name, Why: w.why, Rule: w.rule}
		if w.should != nil {
			e.Should = w.should.StringFixed(s.places)
		}
		r.Errors = append(r.Errors, e)
	}
	return r
}

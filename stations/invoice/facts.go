package invoice

import (
	"slices"

	"immersion/kiosk"
)

// Types of an invoice's own facts.
const (
	factMarked = "invoice.marked" // Marked; the newest of a line wins
	factOpened = "invoice.opened" // OpenedPaper; a paper beside the invoice was looked at
	factOwed   = "invoice.owed"   // Owed; the newest wins
	factDone   = "invoice.done"   // {}; the visitor has checked all they wanted to
)

// Mark is what a visitor thinks of a line.
type Mark string

const (
	Right  Mark = "right"
	Wrong  Mark = "wrong"
	Unsure Mark = "unsure" // can't tell
)

// Reason is why a line is wrong, as the visitor says it by one tap.
type Reason string

// Reasons in the order the screen shows them.
var Reasons = []Reason{"quantity", "price", "sum", "twice", "agreed", "other"}

// Marked marks one line.
type Marked struct {
	Line string `json:"line"`
	Mark Mark   `json:"mark"`
	Why  Reason `json:"why,omitempty"` // of a wrong line only
}

// OpenedPaper tells that a paper beside the invoice was opened.
type OpenedPaper struct {
	Evidence string `json:"evidence"`
}

// Owed is what the visitor says is really owed.
type Owed struct {
	Amount   string `json:"amount"`   // a plain decimal: "47.99"
	Currency string `json:"currency"` // ISO 4217; the invoice's
}

// Judge refuses marks of lines and papers that are not there, and amounts that
// the invoice's currency does not have.
func (s *Station) Judge(f kiosk.Fact) error {
	switch f.Type {
	case factMarked:
		var b Marked
		if err := f.Decode(&b); err != nil {
			return err
		}
		return s.judgeMark(b)
	case factOpened:
		var b OpenedPaper
		if err := f.Decode(&b); err != nil {
			return err
		}
		if !slices.ContainsFunc(s.Evidence, func(d Document) bool { return d.ID == b.Evidence }) {
			return kiosk.Errorf(kiosk.NotFound, "no paper %.40q lies beside the invoice", b.Evidence)
		}
		return nil
	case factOwed:
		var b Owed
		if err := f.Decode(&b); err != nil {
			return err
		}
		return s.judgeOwed(b)
	case factDone:
		var b struct{}
		return f.Decode(&b)
	}
	return kiosk.Errorf(kiosk.Invalid, "an invoice has no fact %q", f.Type)
}

func (s *Station) judgeMark(b Marked) error {
	switch {
	case s.line(b.Line) == nil:
		return kiosk.Errorf(kiosk.NotFound, "the invoice has no line %.40q", b.Line)
	case b.Mark != Right && b.Mark != Wrong && b.Mark != Unsure:
		return kiosk.Errorf(kiosk.Invalid, `a line is "right", "wrong" or "unsure", not %.40q`, b.Mark)
	case b.Why != "" && b.Mark != Wrong:
		return kiosk.Errorf(kiosk.Invalid, "only a wrong line has a why")
	case b.Why != "" && !slices.Contains(Reasons, b.Why):
		return kiosk.Errorf(kiosk.Invalid, "why is one of %s, not %.40q", list(Reasons), b.Why)
	}
	return nil
}

func (s *Station) judgeOwed(b Owed) error {
	d, err := parse(b.Amount)
	switch {
	case err != nil:
		return kiosk.Errorf(kiosk.Invalid, "amount: %v", err)
	case b.Currency != s.read.Currency:
		return kiosk.Errorf(kiosk.Invalid, "the invoice is in %s, not in %.10q", s.read.Currency, b.Currency)
	case !fits(d, s.places):
		return kiosk.Errorf(kiosk.Invalid, "%s has %d decimal places, so no %s", b.Currency, s.places, b.Amount)
	}
	return nil
}

package invoice

import (
	"slices"
	"strings"

	"immersion/kiosk"
)

// Types of an invoice's own facts.
const (
	factMarked = "invoice.marked" // Marked; the newest of a line wins
	factOpened = "invoice.opened" // OpenedPaper; a paper beside the invoice was looked at
	factOwed   = "invoice.owed"   // Owed; the newest wins
	factSure   = "invoice.sure"   // Sure; the newest wins
	factDone   = "invoice.done"   // {}; the visitor has checked all they wanted to
)

// Mark is what a visitor thinks of a line, or of a sum below the lines.
type Mark string

const (
	Right  Mark = "right"
	Wrong  Mark = "wrong"
	Unsure Mark = "unsure" // can't tell
)

// Reason is why something is wrong, as the visitor says it by one tap.
type Reason string

// Reasons for a line, and for a sum below the lines, in the order the screen
// shows them.
var (
	Reasons    = []Reason{"quantity", "price", "sum", "twice", "delivered", "agreed", "vat", "other"}
	SumReasons = []Reason{"sum", "vat", "paid", "agreed", "missing", "other"}
)

// Marked marks one line, or one sum.
type Marked struct {
	Line string `json:"line"` // id of the line; of a sum "=" and its name: "=vat"
	Mark Mark   `json:"mark"`
	Why  Reason `json:"why,omitempty"` // of a wrong one only
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

// Sure is how sure the visitor is of the amount.
type Sure struct {
	Value int `json:"value"` // 1 guessing … 5 certain
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
	case factSure:
		var b Sure
		if err := f.Decode(&b); err != nil {
			return err
		}
		if b.Value < 1 || b.Value > 5 {
			return kiosk.Errorf(kiosk.Invalid, "how sure is a value from 1 to 5, not %d", b.Value)
		}
		return nil
	case factDone:
		var b struct{}
		return f.Decode(&b)
	}
	return kiosk.Errorf(kiosk.Invalid, "an invoice has no fact %q", f.Type)
}

func (s *Station) judgeMark(b Marked) error {
	reasons := Reasons
	if strings.HasPrefix(b.Line, sumSign) {
		reasons = SumReasons
	}
	switch {
	case !s.markable(b.Line):
		return kiosk.Errorf(kiosk.NotFound, "the invoice has no line %.40q", b.Line)
	case b.Mark != Right && b.Mark != Wrong && b.Mark != Unsure:
		return kiosk.Errorf(kiosk.Invalid, `a line is "right", "wrong" or "unsure", not %.40q`, b.Mark)
	case b.Why != "" && b.Mark != Wrong:
		return kiosk.Errorf(kiosk.Invalid, "only a wrong line has a why")
	case b.Why != "" && !slices.Contains(reasons, b.Why):
		return kiosk.Errorf(kiosk.Invalid, "why is one of %s, not %.40q", list(reasons), b.Why)
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

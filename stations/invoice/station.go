package invoice

import (
	"github.com/shopspring/decimal"

	"immersion/kiosk"
)

// Station is an invoice's settings. The invoice stands in a file, or is
// written out here; one of the two.
type Station struct {
	// Story says in the margin how the papers came here, in a sentence or two; may be absent.
	Story kiosk.Text `yaml:"story"`
	// File is an invoice in UBL 2.1 XML, as EN 16931 and Peppol BIS Billing 3.0 shape it.
	File string `yaml:"file"`
	// Invoice is the invoice, written out here.
	Invoice *Written `yaml:"invoice"`
	// Letterhead is how the seller's paper looks.
	Letterhead Letterhead `yaml:"letterhead"`
	// Evidence is the papers beside the invoice.
	Evidence []Document `yaml:"evidence"`
	// Planted is what is wrong on the invoice. It never leaves the server.
	Planted []Planted `yaml:"planted"`
	// Tolerance is how far the visitor's amount may lie from what is really
	// owed and count as found; without it five of the currency's smallest unit.
	Tolerance *decimal.Decimal `yaml:"tolerance"`

	// From Check on.
	read   *Invoice
	places int32
	owed   decimal.Decimal
}

// Letterhead is how the seller's paper looks.
type Letterhead struct {
	Name    string       `yaml:"name" json:"name"`                 // as the logo writes it; without it the seller's name
	Logo    string       `yaml:"logo" json:"logo,omitempty"`       // file of a picture that says the name
	Claim   kiosk.Text   `yaml:"claim" json:"claim,omitempty"`     // the line below it
	Colour  string       `yaml:"colour" json:"colour,omitempty"`   // CSS hex of logo and rules
	Contact []kiosk.Text `yaml:"contact" json:"contact,omitempty"` // lines at the head: phone, hours, web
	Foot    kiosk.Text   `yaml:"foot" json:"foot,omitempty"`       // registered office and the like, at the foot
}

// Planted is one thing wrong on the invoice: one line, one error.
type Planted struct {
	// Line is the id of the line.
	Line string `yaml:"line"`
	// Name says it for a person: "the second standing charge"; without it the line's item.
	Name kiosk.Text `yaml:"name"`
	// Why says what is wrong with it.
	Why kiosk.Text `yaml:"why"`
	// Rule is PEPPOL-EN16931-R120 if the line does not multiply out; else none.
	Rule string `yaml:"rule"`
	// Owed is what is really owed for the line, before VAT. With the rule it
	// may be absent: then it is quantity × price.
	Owed *decimal.Decimal `yaml:"owed"`
}

// Files is the logo. The invoice is in the view.
func (s *Station) Files() []string {
	if s.Letterhead.Logo == "" {
		return nil
	}
	return []string{s.Letterhead.Logo}
}

// planted finds what is planted on a line; nil for a line that is right.
func (s *Station) planted(line string) *Planted {
	for i := range s.Planted {
		if s.Planted[i].Line == line {
			return &s.Planted[i]
		}
	}
	return nil
}

// line finds a line of the invoice; nil if there is none.
func (s *Station) line(id string) *Line {
	for i := range s.read.Lines {
		if s.read.Lines[i].ID == id {
			return &s.read.Lines[i]
		}
	}
	return nil
}

// tolerance is the one stated, or five of the currency's smallest unit.
func (s *Station) tolerance() decimal.Decimal {
	if s.Tolerance != nil {
		return *s.Tolerance
	}
	return decimal.New(5, -s.places)
}

// truth is what is really owed for a line, before VAT.
func (s *Station) truth(l Line) decimal.Decimal {
	p := s.planted(l.ID)
	switch {
	case p == nil:
		return l.Net
	case p.Owed != nil:
		return *p.Owed
	}
	return l.amount().Round(s.places)
}

// reallyOwed is what the customer owes when every planted error is put right.
func (s *Station) reallyOwed() decimal.Decimal {
	lines := make([]Line, len(s.read.Lines))
	for i, l := range s.read.Lines {
		lines[i], lines[i].Net = l, s.truth(l)
	}
	_, totals := reckon(lines, s.read.Adjustments, s.read.Totals.Prepaid, s.places)
	return totals.Due
}

var (
	_ kiosk.Station   = (*Station)(nil)
	_ kiosk.Simulator = (*Station)(nil)
)

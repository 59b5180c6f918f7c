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
	// Planted is what is wrong on the invoice. It never leaves the server before the visitor has finished.
	Planted []Planted `yaml:"planted"`
	// Owed is what is really owed in the end, VAT and all; without it, it is
	// worked out: every error put right.
	Owed *decimal.Decimal `yaml:"owed"`
	// Tolerance is how far the visitor's amount may lie from what is really
	// owed and count as found; without it five of the currency's smallest unit.
	Tolerance *decimal.Decimal `yaml:"tolerance"`

	// From Check on.
	read   *Invoice
	places int32
	wrongs []wrong // in the paper's order
	owed   decimal.Decimal
	right  map[string]bool // refs of lines and sums that are as they should be
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

// Planted is one thing wrong on the invoice: on one line, or on one sum below
// the lines. Where the arithmetic does not hold there, the rest may be left
// out: then it is worked out.
type Planted struct {
	// Line is the id of the line.
	Line string `yaml:"line"`
	// Total is a sum instead of a line: lines, allowances, charges, net, vat,
	// gross, prepaid, rounding or due; tax-1 for the first line of the VAT
	// table; adjustment-1 for the first allowance or charge on the whole invoice.
	Total string `yaml:"total"`
	// Name says it for a person: "the second standing charge"; without it what stands there.
	Name kiosk.Text `yaml:"name"`
	// Why says what is wrong with it.
	Why kiosk.Text `yaml:"why"`
	// Rule is the rule that it breaks, as check names it: PEPPOL-EN16931-R120 if the line does not multiply out.
	Rule string `yaml:"rule"`
	// Owed is what should stand there: of a line before VAT.
	Owed *decimal.Decimal `yaml:"owed"`
	// VAT is the right rate of the line in percent, if that is what is wrong.
	VAT *decimal.Decimal `yaml:"vat"`
}

// ref is how visitors' marks name it.
func (p Planted) ref() string {
	if p.Total != "" {
		return sumSign + p.Total
	}
	return p.Line
}

// Files is the logo. The invoice is in the view.
func (s *Station) Files() []string {
	if s.Letterhead.Logo == "" {
		return nil
	}
	return []string{s.Letterhead.Logo}
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

var (
	_ kiosk.Station   = (*Station)(nil)
	_ kiosk.Simulator = (*Station)(nil)
	_ kiosk.Revealer  = (*Station)(nil)
)

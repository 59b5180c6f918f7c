package invoice

import (
	"github.com/shopspring/decimal"

	"immersion/kiosk"
)

// Form is what sort of bill it is (BT-3).
type Form string

const (
	Bill      Form = "invoice"
	Credit    Form = "credit"    // a credit note: its amounts go back to the customer
	Corrected Form = "corrected" // it takes the place of an earlier one
)

// Invoice is what the customer's invoice says, right or not. The names of the
// European standard's terms (EN 16931, "BT") stand beside the fields.
type Invoice struct {
	Form        Form   // BT-3
	Number      string // BT-1
	Issued      string // BT-2, YYYY-MM-DD like all dates
	Due         string // BT-9
	Delivered   string // BT-72
	From, To    string // BT-73, BT-74: the period it is for
	Currency    string // BT-5, ISO 4217
	Reference   string // BT-10, the customer's number with the seller
	Order       string // BT-13
	Contract    string // BT-12
	Preceding   string // BT-25, the invoice that a credit note or a correction is about
	Note        string // BT-22; several with a line each
	Seller      Party
	Buyer       Party
	Lines       []Line
	Adjustments []Adjustment // BG-20 and BG-21, on the whole invoice
	Taxes       []Tax        // BG-23
	Totals      Totals
	Payment     Payment
	TaxCurrency string           // BT-6, where VAT is accounted in another currency
	TaxVAT      *decimal.Decimal // BT-111, the VAT in that; nil for none

	place place
}

// Party is a seller or a buyer.
type Party struct {
	Name    string   `yaml:"name" json:"name"`         // a person or a company
	Address []string `yaml:"address" json:"address"`   // a line each
	VAT     string   `yaml:"vat" json:"vat,omitempty"` // VAT number
}

// Line is one line of the invoice (BG-25).
type Line struct {
	ID          string           // BT-126
	Item        string           // BT-153
	Detail      string           // BT-154
	Article     string           // BT-155, the seller's number for it
	Note        string           // BT-127
	From, To    string           // BT-134, BT-135
	Attributes  []Attribute      // BG-32
	Quantity    decimal.Decimal  // BT-129
	Unit        string           // BT-130, UN/ECE Recommendation 20: KWH, DAY, C62 …
	Price       decimal.Decimal  // BT-146, for Base units
	Base        decimal.Decimal  // BT-149, 1 where the invoice has none
	List        *decimal.Decimal // BT-148, the price before Discount; nil for none
	Discount    decimal.Decimal  // BT-147
	Adjustments []Adjustment     // BG-27 and BG-28
	Net         decimal.Decimal  // BT-131
	Category    string           // BT-151, UNCL 5305: S, Z, E …
	Rate        decimal.Decimal  // BT-152, percent

	place place
}

// Attribute says more of an item: "Colour", "red".
type Attribute struct {
	Name  string `yaml:"name" json:"name"`   // BT-160
	Value string `yaml:"value" json:"value"` // BT-161
}

// Adjustment is an allowance, or a charge, on a line or on the whole invoice.
type Adjustment struct {
	Charge   bool
	Reason   string
	Amount   decimal.Decimal  // never negative in a sound invoice
	Percent  *decimal.Decimal // of Of; nil where the invoice has none
	Of       *decimal.Decimal
	Category string          // on the whole invoice only
	Rate     decimal.Decimal // likewise

	place place
}

// Tax is one line of the VAT table.
type Tax struct {
	Category string          // BT-118
	Rate     decimal.Decimal // BT-119, percent
	Base     decimal.Decimal // BT-116
	Amount   decimal.Decimal // BT-117
	Reason   string          // BT-120, why there is none
	Code     string          // BT-121, likewise, of the VATEX list

	place place
}

// Totals are the sums at the invoice's foot.
type Totals struct {
	Lines      decimal.Decimal // BT-106
	Allowances decimal.Decimal // BT-107
	Charges    decimal.Decimal // BT-108
	Net        decimal.Decimal // BT-109
	VAT        decimal.Decimal // BT-110
	Gross      decimal.Decimal // BT-112
	Prepaid    decimal.Decimal // BT-113
	Rounding   decimal.Decimal // BT-114
	Due        decimal.Decimal // BT-115

	place place
}

// Payment is what the payment slip says.
type Payment struct {
	Means     string `yaml:"means" json:"means,omitempty"`         // BT-81, UNCL 4461 (30, 58: transfer), or BT-82, its words
	Account   string `yaml:"account" json:"account,omitempty"`     // BT-84
	Bank      string `yaml:"bank" json:"bank,omitempty"`           // BT-86
	Holder    string `yaml:"holder" json:"holder,omitempty"`       // BT-85
	Reference string `yaml:"reference" json:"reference,omitempty"` // BT-83
	Terms     string `yaml:"terms" json:"terms,omitempty"`         // BT-20
}

// place is where in the scenario something stands: a file's line, or a path
// in the settings.
type place struct {
	file         string
	line, column int
	path         string
}

func (p place) fault(message, allowed string) kiosk.Fault {
	return kiosk.Fault{File: p.file, Path: p.path, Line: p.line, Column: p.column, Message: message, Allowed: allowed}
}

// sign gives the amount as it counts into a sum.
func (a Adjustment) sign() decimal.Decimal {
	if a.Charge {
		return a.Amount
	}
	return a.Amount.Neg()
}

// amount is quantity × price ÷ base, with the line's own allowances and
// charges, not rounded.
func (l Line) amount() decimal.Decimal {
	sum := l.Quantity.Mul(l.Price)
	if !l.Base.Equal(decimal.NewFromInt(1)) {
		sum = sum.Div(l.Base)
	}
	for _, a := range l.Adjustments {
		sum = sum.Add(a.sign())
	}
	return sum
}

package invoice

import (
	"cmp"
	"slices"

	"github.com/shopspring/decimal"

	"immersion/kiosk"
)

// Invoice is what the customer's invoice says, right or not. The names of the
// European standard's terms (EN 16931, "BT") stand beside the fields.
type Invoice struct {
	Number      string // BT-1
	Issued      string // BT-2, YYYY-MM-DD like all dates
	Due         string // BT-9
	From, To    string // BT-73, BT-74: the period it is for
	Currency    string // BT-5, ISO 4217
	Reference   string // BT-10, the customer's number with the seller
	Note        string // BT-22
	Seller      Party
	Buyer       Party
	Lines       []Line
	Adjustments []Adjustment // BG-20 and BG-21, on the whole invoice
	Taxes       []Tax        // BG-23
	Totals      Totals
	Payment     Payment

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
	ID          string          // BT-126
	Item        string          // BT-153
	Detail      string          // BT-154
	Quantity    decimal.Decimal // BT-129
	Unit        string          // BT-130, UN/ECE Recommendation 20: KWH, DAY, C62 …
	Price       decimal.Decimal // BT-146, for Base units
	Base        decimal.Decimal // BT-149, 1 where the invoice has none
	Adjustments []Adjustment    // BG-27 and BG-28
	Net         decimal.Decimal // BT-131
	Category    string          // BT-151, UNCL 5305: S, Z, E …
	Rate        decimal.Decimal // BT-152, percent

	place place
}

// Adjustment is an allowance, or a charge, on a line or on the whole invoice.
type Adjustment struct {
	Charge   bool
	Reason   string
	Amount   decimal.Decimal // never negative in a sound invoice
	Category string          // on the whole invoice only
	Rate     decimal.Decimal // likewise
}

// Tax is one line of the VAT table.
type Tax struct {
	Category string          // BT-118
	Rate     decimal.Decimal // BT-119, percent
	Base     decimal.Decimal // BT-116
	Amount   decimal.Decimal // BT-117

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
	Account   string `yaml:"account" json:"account,omitempty"`     // BT-84
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

// reckon works out the VAT table, sorted by category and rate, and the totals
// that follow from lines and adjustments: VAT by category and rate, rounded
// to the currency's places, a half away from zero. No rounding amount: that
// belonged to the total it was made for.
func reckon(lines []Line, adjustments []Adjustment, prepaid decimal.Decimal, places int32) ([]Tax, Totals) {
	t := Totals{Prepaid: prepaid}
	bases := map[[2]string]*Tax{}
	add := func(category string, rate, amount decimal.Decimal) {
		key := [2]string{category, rate.String()}
		if bases[key] == nil {
			bases[key] = &Tax{Category: category, Rate: rate}
		}
		bases[key].Base = bases[key].Base.Add(amount)
	}
	for _, l := range lines {
		t.Lines = t.Lines.Add(l.Net)
		add(l.Category, l.Rate, l.Net)
	}
	for _, a := range adjustments {
		if a.Charge {
			t.Charges = t.Charges.Add(a.Amount)
		} else {
			t.Allowances = t.Allowances.Add(a.Amount)
		}
		add(a.Category, a.Rate, a.sign())
	}
	var taxes []Tax
	for _, tax := range bases {
		tax.Amount = tax.Base.Mul(tax.Rate).Shift(-2).Round(places)
		t.VAT = t.VAT.Add(tax.Amount)
		taxes = append(taxes, *tax)
	}
	slices.SortFunc(taxes, func(a, b Tax) int {
		return cmp.Or(cmp.Compare(a.Category, b.Category), a.Rate.Cmp(b.Rate))
	})
	t.Net = t.Lines.Sub(t.Allowances).Add(t.Charges)
	t.Gross = t.Net.Add(t.VAT)
	t.Due = t.Gross.Sub(t.Prepaid)
	return taxes, t
}

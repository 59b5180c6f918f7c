package invoice

import (
	"cmp"
	"slices"

	"github.com/shopspring/decimal"
)

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

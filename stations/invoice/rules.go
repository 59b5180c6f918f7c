package invoice

import (
	"slices"

	"github.com/shopspring/decimal"
)

// Rules that lines and totals are held against. The sums are those of
// EN 16931-1, the line's is Peppol BIS Billing 3.0's; the base of a VAT
// category has a rule a category, BR-S-08 for the standard rate.
const (
	RuleLine       = "PEPPOL-EN16931-R120" // line net = quantity × price ÷ base ± the line's adjustments
	RuleLines      = "BR-CO-10"            // sum of the lines' nets
	RuleAllowances = "BR-CO-11"            // sum of the invoice's allowances
	RuleCharges    = "BR-CO-12"            // sum of the invoice's charges
	RuleNet        = "BR-CO-13"            // lines − allowances + charges
	RuleVAT        = "BR-CO-14"            // sum of the VAT table
	RuleGross      = "BR-CO-15"            // net + VAT
	RuleDue        = "BR-CO-16"            // gross − prepaid + rounding
	RuleTax        = "BR-CO-17"            // VAT of a category = its base × its rate
)

// baseRules name the rule of a VAT category's base by the category's code.
var baseRules = map[string]string{"S": "BR-S-08", "Z": "BR-Z-08", "E": "BR-E-08", "AE": "BR-AE-08", "G": "BR-G-08",
	"O": "BR-O-08", "K": "BR-IC-08", "L": "BR-AF-08", "M": "BR-AG-08"}

// slack is how far a sum may be off without breaking its rule.
var slack = decimal.New(2, -2)

// Break is a sum on the invoice that does not hold.
type Break struct {
	Rule   string
	Line   string          // id of the line; "" for a total
	Says   decimal.Decimal // on the invoice
	Should decimal.Decimal // by the rule

	place place
}

// Breaks holds every line, the VAT table and the totals against their rules,
// each on what the invoice says: a wrong line does not make the sum of the
// lines wrong too. Places is the currency's number of decimal places.
func (v *Invoice) Breaks(places int32) []Break {
	var breaks []Break
	hold := func(rule, line string, says, should decimal.Decimal, at place) {
		if should = should.Round(places); says.Sub(should).Abs().GreaterThan(slack) {
			breaks = append(breaks, Break{rule, line, says, should, at})
		}
	}
	for _, l := range v.Lines {
		hold(RuleLine, l.ID, l.Net, l.amount(), l.place)
	}
	taxes, sums := reckon(v.Lines, v.Adjustments, v.Totals.Prepaid, places)
	var vat decimal.Decimal
	for _, t := range v.Taxes {
		hold(baseRules[t.Category], "", t.Base, find(taxes, t).Base, t.place)
		hold(RuleTax, "", t.Amount, t.Base.Mul(t.Rate).Shift(-2), t.place)
		vat = vat.Add(t.Amount)
	}
	for _, t := range taxes {
		if stated := find(v.Taxes, t); stated.Category == "" {
			hold(baseRules[t.Category], "", stated.Base, t.Base, v.Totals.place)
		}
	}
	t := v.Totals
	hold(RuleLines, "", t.Lines, sums.Lines, t.place)
	hold(RuleAllowances, "", t.Allowances, sums.Allowances, t.place)
	hold(RuleCharges, "", t.Charges, sums.Charges, t.place)
	hold(RuleNet, "", t.Net, t.Lines.Sub(t.Allowances).Add(t.Charges), t.place)
	hold(RuleVAT, "", t.VAT, vat, t.place)
	hold(RuleGross, "", t.Gross, t.Net.Add(t.VAT), t.place)
	hold(RuleDue, "", t.Due, t.Gross.Sub(t.Prepaid).Add(t.Rounding), t.place)
	return breaks
}

// find gives the tax of the same category and rate; an empty one if there is none.
func find(taxes []Tax, like Tax) Tax {
	i := slices.IndexFunc(taxes, func(t Tax) bool { return t.Category == like.Category && t.Rate.Equal(like.Rate) })
	if i < 0 {
		return Tax{}
	}
	return taxes[i]
}

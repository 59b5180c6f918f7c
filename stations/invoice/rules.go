package invoice

import (
	"slices"

	"github.com/shopspring/decimal"
)

// Rules that lines and totals are held against. The sums are those of
// EN 16931-1; PEPPOL's are Peppol BIS Billing 3.0's. The rules of a VAT
// category have names of their own, BR-S-08 for the standard rate's base.
const (
	RuleLine       = "PEPPOL-EN16931-R120" // line net = quantity × price ÷ base ± the line's adjustments
	RulePrice      = "PEPPOL-EN16931-R046" // price = list price − discount
	RulePercent    = "PEPPOL-EN16931-R040" // allowance or charge = percent of its base
	RuleLines      = "BR-CO-10"            // sum of the lines' nets
	RuleAllowances = "BR-CO-11"            // sum of the invoice's allowances
	RuleCharges    = "BR-CO-12"            // sum of the invoice's charges
	RuleNet        = "BR-CO-13"            // lines − allowances + charges
	RuleVAT        = "BR-CO-14"            // sum of the VAT table
	RuleGross      = "BR-CO-15"            // net + VAT
	RuleDue        = "BR-CO-16"            // gross − prepaid + rounding
	RuleTax        = "BR-CO-17"            // VAT of a category = its base × its rate
	RuleTable      = "BR-CO-18"            // there is a VAT table
)

// slack is how far a sum may be off without breaking its rule.
var slack = decimal.New(2, -2)

// Break is something on the invoice that does not hold. A formal one is about
// how VAT is stated, not about an amount: no visitor is asked to find it.
type Break struct {
	Rule   string
	Ref    string          // of the line or the sum that is wrong, as visitors mark it
	Says   decimal.Decimal // on the invoice
	Should decimal.Decimal // by the rule
	Formal string          // what is wrong, where it is no amount

	place place
}

// audit gathers breaks.
type audit struct {
	*Invoice
	places int32
	breaks []Break
}

func (a *audit) hold(rule, ref string, says, should decimal.Decimal, at place) {
	if should = should.Round(a.places); says.Sub(should).Abs().GreaterThan(slack) {
		a.breaks = append(a.breaks, Break{Rule: rule, Ref: ref, Says: says, Should: should, place: at})
	}
}

// Breaks holds every line, the VAT table and the totals against their rules,
// each on what the invoice says: a wrong line does not make the sum of the
// lines wrong too. Places is the currency's number of decimal places.
func (v *Invoice) Breaks(places int32) []Break {
	a := &audit{Invoice: v, places: places}
	for _, l := range v.Lines {
		a.hold(RuleLine, l.ID, l.Net, l.amount(), l.place)
		if l.List != nil {
			a.hold(RulePrice, l.ID, l.Price, l.List.Sub(l.Discount), l.place)
		}
		for _, one := range l.Adjustments {
			a.percent(one, l.ID)
		}
	}
	for i, one := range v.Adjustments {
		a.percent(one, sumSign+adjustmentName(i))
	}
	a.vat()
	a.sums()
	return a.breaks
}

func (a *audit) percent(one Adjustment, ref string) {
	if one.Percent != nil && one.Of != nil {
		a.hold(RulePercent, ref, one.Amount, one.Of.Mul(*one.Percent).Shift(-2), one.place)
	}
}

// sums holds the totals, BR-CO-10 to BR-CO-16.
func (a *audit) sums() {
	_, reckoned := reckon(a.Lines, a.Adjustments, a.Totals.Prepaid, a.places)
	var vat decimal.Decimal
	for _, t := range a.Taxes {
		vat = vat.Add(t.Amount)
	}
	t := a.Totals
	for _, c := range []struct {
		rule, name   string
		says, should decimal.Decimal
	}{
		{RuleLines, "lines", t.Lines, reckoned.Lines},
		{RuleAllowances, "allowances", t.Allowances, reckoned.Allowances},
		{RuleCharges, "charges", t.Charges, reckoned.Charges},
		{RuleNet, "net", t.Net, t.Lines.Sub(t.Allowances).Add(t.Charges)},
		{RuleVAT, "vat", t.VAT, vat},
		{RuleGross, "gross", t.Gross, t.Net.Add(t.VAT)},
		{RuleDue, "due", t.Due, t.Gross.Sub(t.Prepaid).Add(t.Rounding)},
	} {
		a.hold(c.rule, sumSign+c.name, c.says, c.should, t.place)
	}
}

// find gives the tax of the same category and rate; an empty one if there is none.
func find(taxes []Tax, like Tax) Tax {
	i := slices.IndexFunc(taxes, func(t Tax) bool { return t.Category == like.Category && t.Rate.Equal(like.Rate) })
	if i < 0 {
		return Tax{}
	}
	return taxes[i]
}

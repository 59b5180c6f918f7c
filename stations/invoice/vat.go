package invoice

import (
	"fmt"

	"github.com/shopspring/decimal"
)

// category is what EN 16931 asks of one VAT category (UNCL 5305).
type category struct {
	rules  string // its rules are called BR-<rules>-01 …
	zero   bool   // there is no VAT on it, so its rate is 0
	exempt bool   // the VAT table says why
}

var categories = map[string]category{
	"S":  {rules: "S"},                            // standard rate
	"Z":  {rules: "Z", zero: true},                // zero rated
	"E":  {rules: "E", zero: true, exempt: true},  // exempt
	"AE": {rules: "AE", zero: true, exempt: true}, // reverse charge
	"K":  {rules: "IC", zero: true, exempt: true}, // intra-community supply
	"G":  {rules: "G", zero: true, exempt: true},  // export
	"O":  {rules: "O", zero: true, exempt: true},  // outside the scope of VAT
	"L":  {rules: "AF"},                           // Canary Islands, IGIC
	"M":  {rules: "AG"},                           // Ceuta and Melilla, IPSI
}

const categoryList = "S, Z, E, AE, K, G, O, L, M"

func (c category) rule(n int) string { return fmt.Sprintf("BR-%s-%02d", c.rules, n) }

// vat holds the VAT table, and the rates of lines and adjustments.
func (a *audit) vat() {
	for _, l := range a.Lines {
		a.rate(l.Category, 5, l.Rate, l.ID, l.place)
	}
	for i, one := range a.Adjustments {
		n := 6
		if one.Charge {
			n = 7
		}
		a.rate(one.Category, n, one.Rate, sumSign+adjustmentName(i), one.place)
	}
	if len(a.Taxes) == 0 {
		a.formal(RuleTable, sumSign+"vat", "there is no VAT table", a.Totals.place)
	}
	reckoned, _ := reckon(a.Lines, a.Adjustments, a.Totals.Prepaid, a.places)
	for i, t := range a.Taxes {
		a.tax(t, find(reckoned, t).Base, sumSign+taxName(i))
	}
	for _, t := range reckoned {
		if find(a.Taxes, t).Category == "" && !t.Base.IsZero() {
			a.breaks = append(a.breaks, Break{Rule: categories[t.Category].rule(1), Ref: sumSign + "vat", Should: t.Base, place: a.Totals.place})
		}
	}
}

// tax holds one line of the VAT table: base, VAT, and the reason for none.
func (a *audit) tax(t Tax, base decimal.Decimal, ref string) {
	c := categories[t.Category]
	a.hold(c.rule(8), ref, t.Base, base, t.place)
	if c.zero {
		a.hold(c.rule(9), ref, t.Amount, decimal.Decimal{}, t.place)
	} else {
		a.hold(RuleTax, ref, t.Amount, t.Base.Mul(t.Rate).Shift(-2), t.place)
	}
	switch said := t.Reason != "" || t.Code != ""; {
	case c.exempt && !said:
		a.formal(c.rule(10), ref, "nothing says why there is no VAT on category "+t.Category, t.place)
	case !c.exempt && said:
		a.formal(c.rule(10), ref, "category "+t.Category+" has no reason for an exemption", t.place)
	}
}

// rate holds the rate of a line, an allowance or a charge: rules 5, 6 and 7 of
// its category.
func (a *audit) rate(code string, n int, rate decimal.Decimal, ref string, at place) {
	c := categories[code]
	switch {
	case c.zero && !rate.IsZero():
		a.formal(c.rule(n), ref, fmt.Sprintf("category %s has no rate, this one is %s %%", code, rate), at)
	case code == "S" && rate.Sign() <= 0, rate.IsNegative():
		a.formal(c.rule(n), ref, fmt.Sprintf("category %s has a rate above 0, this one is %s %%", code, rate), at)
	}
}

func (a *audit) formal(rule, ref, message string, at place) {
	a.breaks = append(a.breaks, Break{Rule: rule, Ref: ref, Formal: message, place: at})
}

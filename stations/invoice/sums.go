package invoice

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// What a visitor marks is a line, by its id, or one of the sums below the
// lines, by "=" and its name: no id of a line begins so. Names are those of
// sums, and "tax-1", "adjustment-1" … for the VAT table's lines and the whole
// invoice's allowances and charges, in their order.
const sumSign = "="

// sums are the names of the totals in the order of the paper.
var sums = []string{"lines", "allowances", "charges", "net", "vat", "gross", "prepaid", "rounding", "due"}

// sum is one amount below the lines.
type sum struct {
	name   string
	amount decimal.Decimal
	place  place
}

func (s sum) ref() string { return sumSign + s.name }

func taxName(i int) string        { return "tax-" + strconv.Itoa(i+1) }
func adjustmentName(i int) string { return "adjustment-" + strconv.Itoa(i+1) }

// sums lists every amount below the lines, those that are 0 too.
func (v *Invoice) sums() []sum {
	var all []sum
	for i, a := range v.Adjustments {
		all = append(all, sum{adjustmentName(i), a.Amount, a.place})
	}
	for i, t := range v.Taxes {
		all = append(all, sum{taxName(i), t.Amount, t.place})
	}
	t := v.Totals
	for i, amount := range []decimal.Decimal{t.Lines, t.Allowances, t.Charges, t.Net, t.VAT, t.Gross, t.Prepaid, t.Rounding, t.Due} {
		all = append(all, sum{sums[i], amount, t.place})
	}
	return all
}

// sum finds an amount below the lines by its name.
func (v *Invoice) sum(name string) (sum, bool) {
	all := v.sums()
	if i := slices.IndexFunc(all, func(s sum) bool { return s.name == name }); i >= 0 {
		return all[i], true
	}
	return sum{}, false
}

// drawn tells whether a sum stands on the paper: one that says nothing new is
// left out, unless it does not hold.
func (s *Station) drawn(one sum) bool {
	if s.wrong(one.ref()) != nil {
		return true
	}
	v := s.read
	switch one.name {
	case "lines":
		return len(v.Adjustments) > 0 || !v.Totals.Lines.Equal(v.Totals.Net)
	case "allowances", "charges", "prepaid", "rounding":
		return !one.amount.IsZero()
	}
	return true
}

// markable tells whether something that can be marked goes by this ref.
func (s *Station) markable(ref string) bool {
	name, below := strings.CutPrefix(ref, sumSign)
	if !below {
		return s.line(ref) != nil
	}
	one, ok := s.read.sum(name)
	return ok && s.drawn(one)
}

// sumLabel names a sum in every language of the dictionaries; of a VAT table's
// line its rate, of an allowance its reason.
func (s *Station) sumLabel(one sum) map[string]string {
	label := map[string]string{}
	kind, number, _ := strings.Cut(one.name, "-")
	i, _ := strconv.Atoi(number)
	for lang, words := range dictionaries() {
		switch kind {
		case "tax":
			label[lang] = fmt.Sprintf("%s %s %%", words["paper.total.vat"], spoken(lang).number(s.read.Taxes[i-1].Rate))
		case "adjustment":
			a := s.read.Adjustments[i-1]
			if label[lang] = a.Reason; a.Reason == "" {
				label[lang] = words["paper."+adjusts(a)]
			}
		default:
			label[lang] = words[totalKey(s.read.Form, one.name)]
		}
	}
	return label
}

func adjusts(a Adjustment) string {
	if a.Charge {
		return "charge"
	}
	return "allowance"
}

// totalKey is the dictionary's entry for a total: what is due on a credit note
// goes the other way.
func totalKey(form Form, name string) string {
	if form == Credit && name == "due" {
		return "paper.total.back"
	}
	return "paper.total." + name
}

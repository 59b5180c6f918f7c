package invoice

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"immersion/kiosk"
)

// wrong is one thing that is wrong on the invoice: planted, or found by the
// arithmetic alone.
type wrong struct {
	ref    string
	name   kiosk.Text // for a person
	why    kiosk.Text
	rule   string           // "" for what no arithmetic tells
	should *decimal.Decimal // what should stand there; nil where only the rate is wrong
	vat    *decimal.Decimal // the line's right rate; nil where that is not it
}

// wrong finds what is wrong with a line or a sum; nil if nothing is.
func (s *Station) wrong(ref string) *wrong {
	if i := slices.IndexFunc(s.wrongs, func(w wrong) bool { return w.ref == ref }); i >= 0 {
		return &s.wrongs[i]
	}
	return nil
}

// derive makes the truth: what is planted, what breaks a rule besides, what is
// really owed when all of it is put right, and what is right as it stands.
func (s *Station) derive(breaks []Break) {
	s.wrongs, s.right = nil, map[string]bool{}
	for _, l := range s.read.Lines {
		s.judgeRef(l.ID, kiosk.Same(l.Item), breaks)
	}
	for _, one := range s.read.sums() {
		s.judgeRef(one.ref(), kiosk.Text(s.sumLabel(one)), breaks)
	}
	taxes, totals := s.corrected()
	s.owed = totals.Due
	if s.Owed != nil {
		s.owed = *s.Owed
	}
	for _, l := range s.read.Lines {
		s.right[l.ID] = s.wrong(l.ID) == nil
	}
	after := *s.read
	after.Totals, after.Taxes = totals, nil
	for _, t := range s.read.Taxes {
		after.Taxes = append(after.Taxes, find(taxes, t))
	}
	for i, one := range after.sums() {
		stated := s.read.sums()[i]
		s.right[one.ref()] = s.wrong(one.ref()) == nil && s.drawn(stated) && stated.amount.Sub(one.amount).Abs().LessThanOrEqual(slack)
	}
}

// judgeRef adds what is wrong at a line or a sum, if something is.
func (s *Station) judgeRef(ref string, name kiosk.Text, breaks []Break) {
	planted := slices.IndexFunc(s.Planted, func(p Planted) bool { return p.ref() == ref })
	broken := slices.IndexFunc(breaks, func(b Break) bool { return b.Ref == ref && b.Formal == "" })
	if planted < 0 && broken < 0 {
		return
	}
	w := wrong{ref: ref, name: name}
	if broken >= 0 {
		b := breaks[broken]
		w.rule, w.should, w.why = b.Rule, &b.Should, s.ruleWords(b)
	}
	if planted >= 0 {
		p := s.Planted[planted]
		w.vat = p.VAT
		if p.Owed != nil {
			w.should = p.Owed
		}
		if p.Rule != "" {
			w.rule = p.Rule
		}
		if !p.Name.Empty() {
			w.name = p.Name
		}
		if !p.Why.Empty() {
			w.why = p.Why
		}
	}
	s.wrongs = append(s.wrongs, w)
}

// ruleWords says in every language of the dictionaries what a broken rule means.
func (s *Station) ruleWords(b Break) kiosk.Text {
	key := "rule.sum"
	switch {
	case b.Rule == RuleLine || b.Rule == RulePrice || b.Rule == RulePercent:
		key = "rule.line"
	case !strings.HasPrefix(b.Rule, "BR-CO-") || b.Rule == RuleTax:
		key = "rule.tax"
	}
	text := kiosk.Text{}
	for lang, words := range dictionaries() {
		amount := func(d decimal.Decimal) string { return spoken(lang).money(d, s.read.Currency, s.places) }
		text[lang] = strings.NewReplacer("{should}", amount(b.Should), "{says}", amount(b.Says)).Replace(words[key])
	}
	return text
}

// corrected works out VAT table and totals with every error put right. A
// rounding amount stays only while what it rounds is the same: it belongs to
// the total that it was made for.
func (s *Station) corrected() ([]Tax, Totals) {
	v := s.read
	if len(s.wrongs) == 0 {
		return v.Taxes, v.Totals
	}
	lines, adjustments := slices.Clone(v.Lines), slices.Clone(v.Adjustments)
	for i := range lines {
		if w := s.wrong(lines[i].ID); w != nil {
			lines[i].Net, lines[i].Rate = or(w.should, lines[i].Net), or(w.vat, lines[i].Rate)
		}
	}
	for i := range adjustments {
		adjustments[i].Amount = s.should(adjustmentName(i), adjustments[i].Amount)
	}
	prepaid := s.should("prepaid", v.Totals.Prepaid)
	taxes, totals := reckon(lines, adjustments, prepaid, s.places)
	_, before := reckon(v.Lines, v.Adjustments, v.Totals.Prepaid, s.places)
	if totals.Due.Equal(before.Due) || s.wrong(sumSign+"rounding") != nil {
		totals.Rounding = s.should("rounding", v.Totals.Rounding)
		totals.Due = totals.Due.Add(totals.Rounding)
	}
	return taxes, totals
}

// should is what ought to stand for a sum: what does, if nothing is wrong with it.
func (s *Station) should(name string, stands decimal.Decimal) decimal.Decimal {
	if w := s.wrong(sumSign + name); w != nil {
		return or(w.should, stands)
	}
	return stands
}

func or(d *decimal.Decimal, other decimal.Decimal) decimal.Decimal {
	if d != nil {
		return *d
	}
	return other
}

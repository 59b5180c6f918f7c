package invoice

import (
	"fmt"
	"slices"

	"immersion/kiosk"
)

// checkPlanted finds what cannot be the truth of this invoice.
func (s *Station) checkPlanted(breaks []Break) []kiosk.Fault {
	var faults []kiosk.Fault
	seen := map[string]bool{}
	for i, p := range s.Planted {
		fault := func(key, message, allowed string) {
			faults = append(faults, place{path: fmt.Sprintf("planted[%d]%s", i, key)}.fault(message, allowed))
		}
		if (p.Line == "") == (p.Total == "") {
			fault("", "it names no one thing", "either line: or total:")
			continue
		}
		if !s.there(p, fault) {
			continue
		}
		if seen[p.ref()] {
			fault(s.key(p), "a second error on "+s.where(p.ref()), "one error a line")
		}
		seen[p.ref()] = true
		s.checkTruth(p, breaks, fault)
	}
	return faults
}

// there tells whether the invoice has what is planted on.
func (s *Station) there(p Planted, fault func(key, message, allowed string)) bool {
	if p.Total == "" {
		if s.line(p.Line) == nil {
			fault("", fmt.Sprintf("the invoice has no line %.40q", p.Line), "one of "+list(s.lineIDs()))
			return false
		}
		return true
	}
	if _, ok := s.read.sum(p.Total); !ok {
		fault(".total", fmt.Sprintf("the invoice has no sum %.40q", p.Total), list(s.sumNames()))
		return false
	}
	return true
}

// checkTruth holds what is stated of one error against the invoice.
func (s *Station) checkTruth(p Planted, breaks []Break, fault func(key, message, allowed string)) {
	broken := slices.ContainsFunc(breaks, func(b Break) bool { return b.Ref == p.ref() && b.Formal == "" })
	if p.Why.Empty() && !broken {
		fault("", "nothing says why "+s.where(p.ref())+" is wrong", "why")
	}
	switch {
	case p.Rule != "" && !knownRule(p.Rule):
		fault(".rule", fmt.Sprintf("%.40q is no rule that is looked at", p.Rule), list(amountRules()))
	case p.Owed == nil && p.VAT == nil && p.Rule != "" && !broken:
		fault(".rule", fmt.Sprintf("%s keeps %s, and nothing says what should stand there", s.where(p.ref()), p.Rule), "owed, or no rule")
	case p.Owed == nil && p.VAT == nil && !broken:
		fault("", "nothing says what is really owed for "+s.where(p.ref()), "owed")
	case p.Owed != nil && (!sound(*p.Owed) || !fits(*p.Owed, s.places)):
		fault(".owed", fmt.Sprintf("%s has no such amount", s.read.Currency), fmt.Sprintf("%d decimal places", s.places))
	case p.Owed != nil && p.VAT == nil && p.Owed.Equal(s.stands(p.ref())):
		fault(".owed", fmt.Sprintf("%s says %s already, so nothing is wrong with it", s.where(p.ref()), p.Owed), "")
	case p.VAT != nil && (p.Line == "" || !sound(*p.VAT) || p.VAT.IsNegative()):
		fault(".vat", "only a line has a rate, in percent", "0, 7, 19 …")
	}
}

// warnings are where the stated truth and the arithmetic disagree, and what is
// wrong that nobody planted.
func (s *Station) warnings(breaks []Break) []kiosk.Fault {
	var faults []kiosk.Fault
	warn := func(at place, message, allowed string) {
		f := at.fault(message, allowed)
		f.Warning = true
		faults = append(faults, f)
	}
	for i, p := range s.Planted {
		b := slices.IndexFunc(breaks, func(b Break) bool { return b.Ref == p.ref() && (p.Rule == "" || b.Rule == p.Rule) && b.Formal == "" })
		at := func(key string) place { return place{path: fmt.Sprintf("planted[%d]%s", i, key)} }
		switch {
		case b < 0 && p.Rule != "":
			warn(at(".rule"), fmt.Sprintf("%s keeps %s", s.where(p.ref()), p.Rule), "a rule that it breaks, or none")
		case b >= 0 && p.Rule != "" && p.Owed != nil && p.Owed.Sub(breaks[b].Should).Abs().GreaterThan(slack):
			should := breaks[b].Should.StringFixed(s.places)
			warn(at(".owed"), fmt.Sprintf("by %s %s comes to %s, not %s", p.Rule, s.where(p.ref()), should, p.Owed), should)
		}
	}
	for _, b := range breaks {
		switch planted := slices.ContainsFunc(s.Planted, func(p Planted) bool { return p.ref() == b.Ref }); {
		case b.Formal != "":
			warn(b.place, fmt.Sprintf("%s is broken: %s", b.Rule, b.Formal), "")
		case !planted:
			warn(b.place, fmt.Sprintf("%s is broken and not planted: %s says %s, should be %s. It counts as an error", b.Rule, s.where(b.Ref),
				b.Says.StringFixed(s.places), b.Should.StringFixed(s.places)), b.Should.StringFixed(s.places)+", or a planted error there")
		}
	}
	if _, totals := s.corrected(); s.Owed != nil && s.Owed.Sub(totals.Due).Abs().GreaterThan(slack) {
		warn(place{path: "owed"}, fmt.Sprintf("with every error put right %s are owed, not %s", totals.Due.StringFixed(s.places), s.Owed), totals.Due.StringFixed(s.places))
	}
	return faults
}

package invoice

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"
)

// where names a line or a sum in a message: "line 2", "vat".
func (s *Station) where(ref string) string {
	if name, below := strings.CutPrefix(ref, sumSign); below {
		return name
	}
	return "line " + ref
}

// key is the key of a planted error that names its place.
func (s *Station) key(p Planted) string {
	if p.Total != "" {
		return ".total"
	}
	return ".line"
}

// stands is the amount that a line or a sum says.
func (s *Station) stands(ref string) decimal.Decimal {
	if name, below := strings.CutPrefix(ref, sumSign); below {
		one, _ := s.read.sum(name)
		return one.amount
	}
	return s.line(ref).Net
}

func (s *Station) lineIDs() []string {
	ids := make([]string, len(s.read.Lines))
	for i, l := range s.read.Lines {
		ids[i] = l.ID
	}
	return ids
}

func (s *Station) sumNames() []string {
	names := slices.Clone(sums)
	for _, one := range s.read.sums() {
		if !slices.Contains(names, one.name) {
			names = append(names, one.name)
		}
	}
	return names
}

// amountRules are those that a planted error may name, the VAT categories' by
// their pattern.
func amountRules() []string {
	return []string{RuleLine, RulePrice, RulePercent, RuleLines, RuleAllowances, RuleCharges, RuleNet, RuleVAT, RuleGross, RuleDue, RuleTax, "BR-S-08 and the like"}
}

func knownRule(rule string) bool {
	if slices.Contains(amountRules(), rule) {
		return true
	}
	for _, c := range categories {
		if rule == c.rule(1) || rule == c.rule(8) || rule == c.rule(9) {
			return true
		}
	}
	return false
}

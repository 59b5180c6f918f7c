package invoice

import (
	"strings"
	"testing"
)

// TestRulesBroken breaks every rule one by one in an invoice that keeps them
// all, and each time exactly the rules named are found, at their lines.
func TestRulesBroken(t *testing.T) {
	doc := fullXML(t)
	for _, c := range []struct{ name, old, new, rules, says, should string }{
		{"line", ">80.00</cbc:LineExtension", ">79.97</cbc:LineExtension", RuleLine + " BR-S-08 " + RuleLines, "79.97", "80"},
		{"line with base and adjustments", ">25.50</cbc:LineExtension", ">27.50</cbc:LineExtension", RuleLine + " BR-S-08 " + RuleLines, "27.5", "25.5"},
		{"within the slack", ">80.00</cbc:LineExtension", ">79.98</cbc:LineExtension", "", "", ""},
		{"sum of lines", ">115.50<", ">115.60<", RuleLines + " " + RuleNet, "115.6", "115.5"},
		{"allowances", ">5.00</cbc:AllowanceTotal", ">6.00</cbc:AllowanceTotal", RuleAllowances + " " + RuleNet, "6", "5"},
		{"charges", ">23.60</cbc:ChargeTotal", ">22.60</cbc:ChargeTotal", RuleCharges + " " + RuleNet, "22.6", "23.6"},
		{"net", ">134.10</cbc:TaxExclusive", ">134.20</cbc:TaxExclusive", RuleNet + " " + RuleGross, "134.2", "134.1"},
		{"sum of VAT", "\n    <cbc:TaxAmount currencyID=\"EUR\">24.82<", "\n    <cbc:TaxAmount currencyID=\"EUR\">24.92<", RuleVAT + " " + RuleGross, "24.92", "24.82"},
		{"gross", ">158.92<", ">158.82<", RuleGross + " " + RuleDue, "158.82", "158.92"},
		{"due", ">108.93<", ">108.96<", RuleDue, "108.96", "108.93"},
		{"due without the prepaid", ">50.00<", ">0.00<", RuleDue, "108.93", "158.93"},
		{"VAT of a category", "</cbc:TaxableAmount><cbc:TaxAmount currencyID=\"EUR\">24.82<", "</cbc:TaxableAmount><cbc:TaxAmount currencyID=\"EUR\">24.85<", RuleTax + " " + RuleVAT, "24.85", "24.82"},
		{"base of a category", ">124.10<", ">124.20<", "BR-S-08", "124.2", "124.1"},
		{"a category that is not in the table", "<cbc:ID>Z</cbc:ID><cbc:Percent>0</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:TaxCategory>",
			"<cbc:ID>E</cbc:ID><cbc:Percent>0</cbc:Percent></cac:TaxCategory>", "BR-E-08 BR-E-10 BR-Z-01", "10", "0"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if strings.Count(doc, c.old) != 1 {
				t.Fatalf("%q stands %d times in the file", c.old, strings.Count(doc, c.old))
			}
			v, faults := ReadUBL("full.xml", strings.NewReader(strings.Replace(doc, c.old, c.new, 1)))
			if len(faults) > 0 {
				t.Fatal(faults)
			}
			var rules []string
			for i, b := range v.Breaks(2) {
				rules = append(rules, b.Rule)
				if b.place.line < 1 {
					t.Errorf("%s has no place", b.Rule)
				}
				if i == 0 && (b.Says.String() != c.says || b.Should.String() != c.should) {
					t.Errorf("%s says %s, should %s; want %s, %s", b.Rule, b.Says, b.Should, c.says, c.should)
				}
			}
			if got := strings.Join(rules, " "); got != c.rules {
				t.Errorf("broken: %s\nwant:   %s", got, c.rules)
			}
		})
	}
}

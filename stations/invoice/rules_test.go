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

// TestVATRulesBroken breaks the rules of each VAT category, and those of
// prices and percentages, in an invoice that has them all.
func TestVATRulesBroken(t *testing.T) {
	doc := testdata(t, "wholesale.xml")
	reason := func(words, code string) string {
		return "<cbc:TaxExemptionReasonCode>" + code + "</cbc:TaxExemptionReasonCode><cbc:TaxExemptionReason>" + words + "</cbc:TaxExemptionReason>"
	}
	exempt := map[string]string{"E": reason("Heilbehandlung, steuerfrei nach § 4 Nr. 14 UStG", "VATEX-EU-132-1C"), "AE": reason("Steuerschuldnerschaft des Leistungsempfängers", "VATEX-EU-AE"),
		"K": reason("Steuerfreie innergemeinschaftliche Lieferung", "VATEX-EU-IC"), "G": reason("Steuerfreie Ausfuhrlieferung", "VATEX-EU-G")}
	amounts := map[string]string{"E": "250.00", "AE": "480.00", "K": "310.00", "G": "200.00", "Z": "15.00", "L": "100.00", "M": "55.00"}
	vat := map[string]string{"L": "7.00", "M": "2.20"}
	type change struct{ name, old, new, rules string }
	var changes []change
	for code, base := range amounts {
		tax := vat[code]
		if tax == "" {
			tax = "0.00"
		}
		c := categories[code]
		in := "<cbc:TaxableAmount currencyID=\"EUR\">" + base + "</cbc:TaxableAmount><cbc:TaxAmount currencyID=\"EUR\">" + tax + "<"
		amount := c.rule(9)
		if !c.zero {
			amount = RuleTax
		}
		changes = append(changes,
			change{"VAT of " + code, in, strings.Replace(in, ">"+tax+"<", ">3.33<", 1), amount + " " + RuleVAT},
			change{"base of " + code, in, strings.Replace(in, ">"+base+"<", ">"+base[:len(base)-2]+"05<", 1), c.rule(8)})
		if why := exempt[code]; why != "" {
			changes = append(changes, change{"no reason for " + code, why, "", c.rule(10)})
		}
	}
	rated := func(code, rate string) string {
		return "<cbc:ID>" + code + "</cbc:ID><cbc:Percent>" + rate + "</cbc:Percent>"
	}
	changes = append(changes,
		change{"list price", ">11.00</cbc:BaseAmount>", ">12.00</cbc:BaseAmount>", RulePrice},
		change{"percentage", ">5</cbc:MultiplierFactorNumeric>", ">6</cbc:MultiplierFactorNumeric>", RulePercent},
		change{"a reason for the standard rate", rated("S", "7") + "<cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:TaxCategory>",
			rated("S", "7") + "<cbc:TaxExemptionReason>x</cbc:TaxExemptionReason></cac:TaxCategory>", "BR-S-10"},
		change{"a rate on an exempt line", rated("E", "0") + "<cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:ClassifiedTaxCategory>",
			rated("E", "7") + "</cac:ClassifiedTaxCategory>", "BR-E-05 BR-E-08 BR-E-01"},
		change{"no rate on an allowance", "Treuenachlass</cbc:AllowanceChargeReason><cbc:Amount currencyID=\"EUR\">20.00</cbc:Amount><cac:TaxCategory>" + rated("S", "19"),
			"Treuenachlass</cbc:AllowanceChargeReason><cbc:Amount currencyID=\"EUR\">20.00</cbc:Amount><cac:TaxCategory>" + rated("S", "0"), "BR-S-06 BR-S-08 BR-S-01"},
		change{"no rate on a charge", "Fracht</cbc:AllowanceChargeReason><cbc:Amount currencyID=\"EUR\">12.52</cbc:Amount><cac:TaxCategory>" + rated("S", "19"),
			"Fracht</cbc:AllowanceChargeReason><cbc:Amount currencyID=\"EUR\">12.52</cbc:Amount><cac:TaxCategory>" + rated("S", "0"), "BR-S-07 BR-S-08 BR-S-01"})
	for _, c := range changes {
		t.Run(c.name, func(t *testing.T) {
			if strings.Count(doc, c.old) != 1 {
				t.Fatalf("%q stands %d times in the file", c.old, strings.Count(doc, c.old))
			}
			v, faults := ReadUBL("x.xml", strings.NewReader(strings.Replace(doc, c.old, c.new, 1)))
			if len(faults) > 0 {
				t.Fatal(faults)
			}
			var rules []string
			for _, b := range v.Breaks(2) {
				rules = append(rules, b.Rule)
				if b.place.line < 1 || b.Ref == "" {
					t.Errorf("%s has no place: %+v", b.Rule, b)
				}
			}
			if got := strings.Join(rules, " "); got != c.rules {
				t.Errorf("broken: %s\nwant:   %s", got, c.rules)
			}
		})
	}
}

// TestNoTable: an invoice without a VAT table breaks BR-CO-18, and each
// category that it uses is missing.
func TestNoTable(t *testing.T) {
	v := *realXML(t, "credit.xml")
	v.Taxes = nil
	var rules []string
	for _, b := range v.Breaks(0) {
		rules = append(rules, b.Rule)
	}
	if got := strings.Join(rules, " "); got != "BR-CO-18 BR-O-01" {
		t.Errorf("broken: %s", got)
	}
}

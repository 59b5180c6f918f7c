package invoice

import (
	"os"
	"strings"
	"testing"
)

const shippedFolder = "../../config/scenarios/first-invoice/"

func shippedXML(t testing.TB) string {
	t.Helper()
	doc, err := os.ReadFile(shippedFolder + "invoice.xml")
	if err != nil {
		t.Fatal(err)
	}
	return string(doc)
}

func fullXML(t testing.TB) string { return testdata(t, "full.xml") }

func testdata(t testing.TB, name string) string {
	t.Helper()
	doc, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(doc)
}

func TestReadUBL(t *testing.T) {
	v, faults := ReadUBL("full.xml", strings.NewReader(fullXML(t)))
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	if v.Number != "F-77" || v.Currency != "EUR" || v.Due != "2026-04-01" || v.Seller.Name != "Kupfer & Söhne" ||
		strings.Join(v.Seller.Address, "|") != "Am Kanal 3|Hof|Berlin 10115" {
		t.Errorf("head: %+v", v)
	}
	if len(v.Lines) != 3 || len(v.Adjustments) != 2 || len(v.Taxes) != 2 {
		t.Fatalf("%d lines, %d adjustments, %d taxes", len(v.Lines), len(v.Adjustments), len(v.Taxes))
	}
	l := v.Lines[1]
	if l.Base.String() != "100" || len(l.Adjustments) != 2 || l.amount().String() != "25.5" || l.Unit != "C62" {
		t.Errorf("line 2: %+v", l)
	}
	if v.Totals.Prepaid.String() != "50" || v.Totals.Rounding.String() != "0.01" || v.Totals.VAT.String() != "24.82" {
		t.Errorf("totals: %+v", v.Totals)
	}
	if breaks := v.Breaks(2); len(breaks) > 0 {
		t.Errorf("breaks: %+v", breaks)
	}
}

// TestUBLFaults: every fault has its line in the file.
func TestUBLFaults(t *testing.T) {
	doc := shippedXML(t)
	lineOf := func(doc, part string) int { return strings.Count(doc[:strings.Index(doc, part)], "\n") + 1 }
	for _, c := range []struct{ name, old, new, at, says string }{
		{"no number", "<cbc:ID>TE-2026-118204</cbc:ID>", "", "<Invoice", "Invoice> has no ID"},
		{"empty number", ">TE-2026-118204<", "> <", "<Invoice", "has no ID"},
		{"no date at all", "2026-10-15</cbc:Due", "15 October</cbc:Due", "<cbc:DueDate", "not a date"},
		{"no currency of ISO 4217", "Code>GBP<", "Code>GPB<", "<cbc:DocumentCurrencyCode", "not a currency"},
		{"an amount in another currency", `"GBP">19.70`, `"EUR">19.70`, `<cbc:LineExtensionAmount currencyID="EUR"`, "amount is in"},
		{"an amount that is none", ">19.70<", ">19,70<", ">19,70<", "not a plain decimal"},
		{"an exponent", ">94.80</cbc:TaxExclusive", ">1e999999</cbc:TaxExclusive", "<cbc:TaxExclusiveAmount", "not a plain decimal"},
		{"a line without item", "<cbc:Name>Electricity, night</cbc:Name>", "<!-- none -->", "<cac:InvoiceLine>\n    <cbc:ID>2</cbc:ID>", "no Item/Name"},
		{"an unknown VAT category", "<cbc:ID>S</cbc:ID>", "<cbc:ID>Q</cbc:ID>", "<cbc:ID>Q<", "not a VAT category"},
		{"no seller", "AccountingSupplierParty", "Other", "<Invoice", "no AccountingSupplierParty/Party"},
		{"no totals", "LegalMonetaryTotal", "Other", "<Invoice", "no LegalMonetaryTotal"},
		{"a base quantity of 0", "0.1590</cbc:PriceAmount>", "0.1590</cbc:PriceAmount><cbc:BaseQuantity>0</cbc:BaseQuantity>", "<cac:InvoiceLine>\n    <cbc:ID>2</cbc:ID>", "not above 0"},
		{"no lines", "cac:InvoiceLine>", "cac:Other>", "<Invoice", "no InvoiceLine"},
		{"a credit note in an invoice's namespace", "<Invoice ", "<CreditNote ", "<CreditNote", "not an invoice"},
		{"neither charge nor allowance", "</cac:AccountingCustomerParty>", "</cac:AccountingCustomerParty><cac:AllowanceCharge><cbc:ChargeIndicator>maybe</cbc:ChargeIndicator><cbc:Amount>1</cbc:Amount></cac:AllowanceCharge>", "<cbc:ChargeIndicator>", "neither a charge"},
		{"another namespace", "xsd:Invoice-2", "xsd:Invoice-1", "<Invoice", "not an invoice in UBL 2.1"},
		{"a document type", "<Invoice ", "<!DOCTYPE x [<!ENTITY a \"b\">]>\n<Invoice ", "<!DOCTYPE", "document type declaration"},
		{"an entity", ">19.70<", ">&a;<", ">&a;<", "entity"},
		{"another encoding", "UTF-8", "UTF-16", "<?xml", "encoding"},
		{"an end of nothing", "</cac:TaxTotal>", "</cac:Tax>", "</cac:Tax>", "ends nothing"},
	} {
		t.Run(c.name, func(t *testing.T) {
			broken := strings.ReplaceAll(doc, c.old, c.new)
			if strings.HasPrefix(c.name, "a credit note") {
				broken = strings.ReplaceAll(broken, "</Invoice>", "</CreditNote>")
			}
			if broken == doc {
				t.Fatalf("%q is not in the file", c.old)
			}
			v, faults := ReadUBL("invoice.xml", strings.NewReader(broken))
			if v != nil {
				t.Fatal("it is read all the same")
			}
			want := lineOf(broken, c.at)
			for _, f := range faults {
				if strings.Contains(f.Message, c.says) && f.File == "invoice.xml" && f.Column > 0 && f.Line == want {
					return
				}
			}
			t.Errorf("no fault says %q at line %d: %+v", c.says, want, faults)
		})
	}
}

func TestXMLLimits(t *testing.T) {
	open := `<Invoice xmlns="` + ublSpaces["Invoice"] + `">`
	for name, doc := range map[string]string{
		"deep":       open + strings.Repeat("<a>", maxDepth) + strings.Repeat("</a>", maxDepth) + "</Invoice>",
		"many":       open + strings.Repeat("<a/>", maxElements) + "</Invoice>",
		"large":      open + strings.Repeat(" ", maxBytes) + "</Invoice>",
		"two roots":  "<a/><b/>",
		"cut off":    open + "<a>",
		"empty":      "",
		"no XML":     "number: 1",
		"half a tag": "<Inv",
	} {
		if v, faults := ReadUBL("x.xml", strings.NewReader(doc)); v != nil || len(faults) != 1 || faults[0].Line < 1 {
			t.Errorf("%s: %v", name, faults)
		}
	}
}

// FuzzReadUBL: whatever is in the file, either an invoice or faults with
// places come out, and the arithmetic ends.
func FuzzReadUBL(f *testing.F) {
	f.Add(shippedXML(f))
	for _, name := range []string{"full.xml", "wholesale.xml", "credit.xml", "block.xml"} {
		f.Add(testdata(f, name))
	}
	f.Add(`<Invoice xmlns="` + ublSpaces["Invoice"] + `"><ID>1</ID></Invoice>`)
	f.Add(`<!DOCTYPE a><a/>`)
	f.Fuzz(func(t *testing.T, doc string) {
		v, faults := ReadUBL("x.xml", strings.NewReader(doc))
		if (v == nil) != (len(faults) > 0) {
			t.Fatalf("an invoice %v and %d faults", v != nil, len(faults))
		}
		for _, fault := range faults {
			if fault.File != "x.xml" || fault.Line < 1 || fault.Column < 1 || fault.Message == "" {
				t.Fatalf("fault without a place: %+v", fault)
			}
		}
		if v != nil {
			n, ok := currencyPlaces(v.Currency)
			if !ok {
				t.Fatalf("currency %q", v.Currency)
			}
			breaks := v.Breaks(n)
			s := &Station{read: v, places: n}
			s.derive(breaks)
			s.View()
			s.Reveal()
		}
	})
}

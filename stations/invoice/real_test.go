package invoice

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"
)

// realXML reads one of the invoices that are written as real systems do.
func realXML(t testing.TB, name string) *Invoice {
	t.Helper()
	v, faults := ReadUBL(name, strings.NewReader(testdata(t, name)))
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	n, _ := currencyPlaces(v.Currency)
	if breaks := v.Breaks(n); len(breaks) > 0 {
		t.Errorf("%s breaks %+v", name, breaks)
	}
	return v
}

// TestWholesale: every VAT category that may stand beside others, with the
// reasons for none; list prices, base quantities, attributes, a negative line,
// allowances and charges of both sorts, prepaid, rounding, a second currency.
func TestWholesale(t *testing.T) {
	v := realXML(t, "wholesale.xml")
	var categories, reasons []string
	for _, tax := range v.Taxes {
		categories = append(categories, tax.Category+" "+tax.Rate.String())
		if tax.Reason != "" {
			reasons = append(reasons, tax.Code)
		}
	}
	if got := strings.Join(categories, ", "); got != "S 19, S 7, E 0, AE 0, K 0, G 0, Z 0, L 7, M 4" {
		t.Errorf("categories: %s", got)
	}
	if got := strings.Join(reasons, " "); got != "VATEX-EU-132-1C VATEX-EU-AE VATEX-EU-IC VATEX-EU-G" {
		t.Errorf("reasons: %s", got)
	}
	lamp, cable, book, back, fitting := v.Lines[0], v.Lines[1], v.Lines[2], v.Lines[3], v.Lines[5]
	switch {
	case lamp.Article != "NL-4711" || len(lamp.Attributes) != 2 || lamp.Attributes[1] != (Attribute{"Leistung", "36 W"}):
		t.Errorf("lamp: %+v", lamp)
	case lamp.List.String() != "11" || lamp.Discount.String() != "1.1":
		t.Errorf("lamp's prices: %s %s", lamp.List, lamp.Discount)
	case cable.Base.String() != "100" || cable.amount().String() != "42.5":
		t.Errorf("cable: %+v", cable)
	case book.Adjustments[0].Percent.String() != "5" || book.Adjustments[0].Of.String() != "90":
		t.Errorf("book: %+v", book.Adjustments)
	case back.Net.String() != "-39.8" || back.Note != "Lieferschein 2207":
		t.Errorf("taken back: %+v", back)
	case fitting.From != "2026-09-01" || fitting.To != "2026-09-12":
		t.Errorf("fitting: %+v", fitting)
	}
	if v.TaxCurrency != "CHF" || v.TaxVAT == nil || v.Order != "B-2207" || v.Contract != "RV-2024-11" || v.Delivered != "2026-09-14" ||
		v.Payment.Bank != "ELVEDE00XXX" || v.Payment.Means != "58" {
		t.Errorf("head: %+v", v)
	}
	if v.Totals.Prepaid.String() != "500" || v.Totals.Rounding.IsZero() || !v.Totals.Due.Equal(v.Totals.Gross.Sub(v.Totals.Prepaid).Add(v.Totals.Rounding)) {
		t.Errorf("totals: %+v", v.Totals)
	}
}

// TestCreditNote: in a currency without minor units, where .5 goes up.
func TestCreditNote(t *testing.T) {
	v := realXML(t, "credit.xml")
	if v.Form != Credit || v.Preceding != "R-80" || v.Due != "2026-05-18" || v.Taxes[0].Category != "O" || v.Taxes[0].Code != "VATEX-EU-O" {
		t.Errorf("%+v", v)
	}
	if v.Lines[0].Unit != "HUR" || v.Lines[0].Quantity.String() != "1.5" || !v.Lines[1].Net.Equal(decimal.NewFromInt(1)) {
		t.Errorf("%+v", v.Lines)
	}
	if p := v.paper(0); p.Asked != "4501" || p.Totals[len(p.Totals)-1].Label != "invoice.paper.total.back" || p.Lines[1].Price != "0.5" {
		t.Errorf("%+v", p)
	}
}

// TestThreeMinorUnits: a corrected invoice in dinars.
func TestThreeMinorUnits(t *testing.T) {
	v := realXML(t, "block.xml")
	if v.Form != Corrected || len(v.Lines) != 20 || v.paper(3).Lines[0].Net != "2.010" {
		t.Errorf("%+v", v)
	}
}

// TestCreditAsInvoice: some systems send a credit note as an invoice of type 381.
func TestCreditAsInvoice(t *testing.T) {
	doc := strings.Replace(fullXML(t), "<cbc:DocumentCurrencyCode>", "<cbc:InvoiceTypeCode>381</cbc:InvoiceTypeCode><cbc:DocumentCurrencyCode>", 1)
	if v, faults := ReadUBL("x.xml", strings.NewReader(doc)); v == nil || v.Form != Credit {
		t.Errorf("%+v %v", v, faults)
	}
}

package invoice

import (
	"fmt"
	"strings"
)

// invoice reads the whole document: the elements of an invoice, or those of a
// credit note where they differ.
func (u *ubl) invoice(root *node) *Invoice {
	u.currency = u.text(root, "DocumentCurrencyCode")
	if _, known := currencyPlaces(u.currency); u.currency != "" && !known {
		u.fault(root.find("DocumentCurrencyCode"), fmt.Sprintf("%.10q is not a currency", u.currency), "a code of ISO 4217: EUR, GBP …")
	}
	v := &Invoice{
		Form:   u.form(root),
		Number: u.text(root, "ID"), Issued: u.date(root, "IssueDate"), Due: u.date(root, "DueDate"),
		Delivered: u.date(root, "Delivery", "ActualDeliveryDate"),
		From:      u.date(root, "InvoicePeriod", "StartDate"), To: u.date(root, "InvoicePeriod", "EndDate"),
		Currency: u.currency, Reference: root.get("BuyerReference"), Note: root.each("Note"),
		Order: root.get("OrderReference", "ID"), Contract: root.get("ContractDocumentReference", "ID"),
		Preceding: root.get("BillingReference", "InvoiceDocumentReference", "ID"),
		Seller:    u.party(root, "AccountingSupplierParty"), Buyer: u.party(root, "AccountingCustomerParty"),
		Adjustments: u.adjustments(root), place: u.place(root), Payment: u.payment(root),
	}
	if v.Due == "" { // where a credit note has it
		v.Due = u.date(root, "PaymentMeans", "PaymentDueDate")
	}
	name := "InvoiceLine"
	if u.credit {
		name = "CreditNoteLine"
	}
	lines := root.all(name)
	if len(lines) == 0 {
		u.fault(root, "the invoice has no "+name, "")
	}
	for _, n := range lines {
		v.Lines = append(v.Lines, u.line(n))
	}
	u.taxes(root, v)
	u.totals(root, v)
	return v
}

// form goes by the root and the type's code (UNTDID 1001): some systems send
// a credit note as an invoice of type 381.
func (u *ubl) form(root *node) Form {
	switch code := root.get("InvoiceTypeCode"); {
	case u.credit, code == "381", code == "396":
		return Credit
	case code == "384":
		return Corrected
	}
	return Bill
}

func (u *ubl) party(root *node, role string) Party {
	n := u.must(root, role, "Party")
	if n == nil {
		return Party{}
	}
	p := Party{Name: n.get("PartyName", "Name"), VAT: n.get("PartyTaxScheme", "CompanyID")}
	if p.Name == "" {
		p.Name = u.text(n, "PartyLegalEntity", "RegistrationName")
	}
	a := n.find("PostalAddress")
	for _, line := range []string{a.get("StreetName"), a.get("AdditionalStreetName"), a.get("AddressLine", "Line"),
		strings.TrimSpace(a.get("CityName") + " " + a.get("PostalZone")), a.get("CountrySubentity")} {
		if line != "" {
			p.Address = append(p.Address, line)
		}
	}
	return p
}

func (u *ubl) payment(root *node) Payment {
	means := root.find("PaymentMeans")
	p := Payment{Means: means.get("PaymentMeansCode"), Reference: means.get("PaymentID"), Terms: root.each("PaymentTerms", "Note"),
		Account: means.get("PayeeFinancialAccount", "ID"), Holder: means.get("PayeeFinancialAccount", "Name"),
		Bank: means.get("PayeeFinancialAccount", "FinancialInstitutionBranch", "ID")}
	if n := means.find("PaymentMeansCode"); n != nil && n.attrs["name"] != "" {
		p.Means = n.attrs["name"]
	}
	if p.Holder == "" {
		p.Holder = root.get("PayeeParty", "PartyName", "Name")
	}
	return p
}

// taxes reads the VAT table. A second TaxTotal, in the seller's accounting
// currency, has no subtotals: only its sum is kept.
func (u *ubl) taxes(root *node, v *Invoice) {
	v.TaxCurrency = root.get("TaxCurrencyCode")
	for _, n := range root.all("TaxTotal") {
		amount := n.find("TaxAmount")
		if amount != nil && amount.attrs["currencyID"] != u.currency && n.find("TaxSubtotal") == nil {
			if d, err := parse(amount.words()); err == nil {
				v.TaxVAT, v.TaxCurrency = &d, amount.attrs["currencyID"]
			} else {
				u.fault(amount, err.Error(), "")
			}
			continue
		}
		v.Totals.VAT = v.Totals.VAT.Add(u.amount(n, "TaxAmount"))
		for _, sub := range n.all("TaxSubtotal") {
			t := Tax{Base: u.amount(sub, "TaxableAmount"), Amount: u.amount(sub, "TaxAmount"), place: u.place(sub),
				Reason: sub.get("TaxCategory", "TaxExemptionReason"), Code: sub.get("TaxCategory", "TaxExemptionReasonCode")}
			t.Category, t.Rate = u.category(sub, "TaxCategory")
			v.Taxes = append(v.Taxes, t)
		}
	}
}

func (u *ubl) totals(root *node, v *Invoice) {
	n := u.must(root, "LegalMonetaryTotal")
	if n == nil {
		return
	}
	vat := v.Totals.VAT
	v.Totals = Totals{
		Lines: u.amount(n, "LineExtensionAmount"), Net: u.amount(n, "TaxExclusiveAmount"), VAT: vat,
		Gross: u.amount(n, "TaxInclusiveAmount"), Due: u.amount(n, "PayableAmount"),
		Allowances: u.number(0, n, "AllowanceTotalAmount"), Charges: u.number(0, n, "ChargeTotalAmount"),
		Prepaid: u.number(0, n, "PrepaidAmount"), Rounding: u.number(0, n, "PayableRoundingAmount"), place: u.place(n),
	}
}

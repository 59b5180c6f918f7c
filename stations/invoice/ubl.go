package invoice

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/shopspring/decimal"

	"immersion/kiosk"
)

// ublInvoice is the namespace of an invoice in UBL 2.1.
const ublInvoice = "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"

// ReadUBL reads an invoice in UBL 2.1 as EN 16931 and Peppol BIS Billing 3.0
// shape it. It returns every fault with its place in the file of that name,
// and an invoice only when there is none.
func ReadUBL(name string, r io.Reader) (*Invoice, []kiosk.Fault) {
	root, err := readXML(r)
	if err != nil {
		var bad *badXML
		errors.As(err, &bad)
		return nil, []kiosk.Fault{place{file: name, line: bad.line, column: bad.column}.fault(bad.message, "")}
	}
	u := &ubl{file: name}
	if root.name != "Invoice" || !slices.Contains(namespaces(root), ublInvoice) {
		u.fault(root, fmt.Sprintf("<%s> is not an invoice in UBL 2.1", root.name), "<Invoice xmlns=\""+ublInvoice+"\">")
		return nil, u.faults
	}
	v := u.invoice(root)
	if len(u.faults) > 0 {
		return nil, u.faults
	}
	return v, nil
}

func namespaces(root *node) []string {
	var spaces []string
	for _, space := range root.attrs {
		spaces = append(spaces, space)
	}
	return spaces
}

// ubl is one reading of one file.
type ubl struct {
	file     string
	currency string
	faults   []kiosk.Fault
}

func (u *ubl) place(n *node) place { return place{file: u.file, line: n.line, column: n.column} }

func (u *ubl) fault(n *node, message, allowed string) {
	u.faults = append(u.faults, u.place(n).fault(message, allowed))
}

// must finds an element that has to be there; its parent is faulted if it is not.
func (u *ubl) must(n *node, path ...string) *node {
	found := n.find(path...)
	if found == nil || len(found.children) == 0 && found.words() == "" {
		u.fault(n, fmt.Sprintf("<%s> has no %s", n.name, strings.Join(path, "/")), "")
		return nil
	}
	return found
}

func (u *ubl) text(n *node, path ...string) string {
	if found := u.must(n, path...); found != nil {
		return found.words()
	}
	return ""
}

// date reads an optional date.
func (u *ubl) date(n *node, path ...string) string {
	s := n.get(path...)
	if _, err := time.Parse(time.DateOnly, s); s != "" && err != nil {
		u.fault(n.find(path...), fmt.Sprintf("%.40q is not a date", s), "YYYY-MM-DD")
	}
	return s
}

// number reads an optional decimal; other gives what its absence means.
func (u *ubl) number(other int64, n *node, path ...string) decimal.Decimal {
	found := n.find(path...)
	if found == nil {
		return decimal.NewFromInt(other)
	}
	d, err := parse(found.words())
	if err != nil {
		u.fault(found, err.Error(), "")
	}
	if c, has := found.attrs["currencyID"]; has && c != u.currency {
		u.fault(found, fmt.Sprintf("the amount is in %.10q", c), "the invoice's currency, "+u.currency)
	}
	return d
}

// amount reads a decimal that has to be there.
func (u *ubl) amount(n *node, path ...string) decimal.Decimal {
	if u.must(n, path...) == nil {
		return decimal.Decimal{}
	}
	return u.number(0, n, path...)
}

func (u *ubl) invoice(root *node) *Invoice {
	u.currency = u.text(root, "DocumentCurrencyCode")
	if _, known := places(u.currency); u.currency != "" && !known {
		u.fault(root.find("DocumentCurrencyCode"), fmt.Sprintf("%.10q is not a currency", u.currency), "a code of ISO 4217: EUR, GBP …")
	}
	v := &Invoice{
		Number: u.text(root, "ID"), Issued: u.date(root, "IssueDate"), Due: u.date(root, "DueDate"),
		From: u.date(root, "InvoicePeriod", "StartDate"), To: u.date(root, "InvoicePeriod", "EndDate"),
		Currency: u.currency, Reference: root.get("BuyerReference"), Note: root.get("Note"),
		Seller: u.party(root, "AccountingSupplierParty"), Buyer: u.party(root, "AccountingCustomerParty"),
		Adjustments: u.adjustments(root), place: u.place(root),
		Payment: Payment{
			Account:   root.get("PaymentMeans", "PayeeFinancialAccount", "ID"),
			Holder:    root.get("PaymentMeans", "PayeeFinancialAccount", "Name"),
			Reference: root.get("PaymentMeans", "PaymentID"),
			Terms:     root.get("PaymentTerms", "Note"),
		},
	}
	lines := root.all("InvoiceLine")
	if len(lines) == 0 {
		u.fault(root, "the invoice has no InvoiceLine", "")
	}
	for _, n := range lines {
		v.Lines = append(v.Lines, u.line(n))
	}
	u.totals(root, v)
	return v
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
		strings.TrimSpace(a.get("CityName") + " " + a.get("PostalZone"))} {
		if line != "" {
			p.Address = append(p.Address, line)
		}
	}
	return p
}

func (u *ubl) line(n *node) Line {
	l := Line{
		ID: u.text(n, "ID"), Item: u.text(n, "Item", "Name"), Detail: n.get("Item", "Description"),
		Quantity: u.amount(n, "InvoicedQuantity"), Net: u.amount(n, "LineExtensionAmount"),
		Price: u.amount(n, "Price", "PriceAmount"), Base: u.number(1, n, "Price", "BaseQuantity"),
		Adjustments: u.adjustments(n), place: u.place(n),
	}
	if q := n.find("InvoicedQuantity"); q != nil {
		l.Unit = q.attrs["unitCode"]
	}
	if l.Base.Sign() <= 0 {
		u.fault(n, "the price's base quantity is not above 0", "")
		l.Base = decimal.NewFromInt(1)
	}
	if item := n.find("Item"); item != nil {
		l.Category, l.Rate = u.category(item, "ClassifiedTaxCategory")
	}
	return l
}

// category reads a VAT category that has to be there, and its rate in percent.
func (u *ubl) category(n *node, name string) (string, decimal.Decimal) {
	code := u.text(n, name, "ID")
	if _, known := baseRules[code]; code != "" && !known {
		u.fault(n.find(name, "ID"), fmt.Sprintf("%.10q is not a VAT category", code), "S, Z, E, AE, K, G, O, L, M")
	}
	return code, u.number(0, n, name, "Percent")
}

// adjustments reads the allowances and charges of a line or of the invoice.
func (u *ubl) adjustments(n *node) []Adjustment {
	var all []Adjustment
	for _, c := range n.all("AllowanceCharge") {
		a := Adjustment{Charge: u.text(c, "ChargeIndicator") == "true", Reason: c.get("AllowanceChargeReason"), Amount: u.amount(c, "Amount")}
		if n.name == "Invoice" {
			a.Category, a.Rate = u.category(c, "TaxCategory")
		}
		all = append(all, a)
	}
	return all
}

func (u *ubl) totals(root *node, v *Invoice) {
	if n := u.must(root, "LegalMonetaryTotal"); n != nil {
		v.Totals = Totals{
			Lines: u.amount(n, "LineExtensionAmount"), Net: u.amount(n, "TaxExclusiveAmount"),
			Gross: u.amount(n, "TaxInclusiveAmount"), Due: u.amount(n, "PayableAmount"),
			Allowances: u.number(0, n, "AllowanceTotalAmount"), Charges: u.number(0, n, "ChargeTotalAmount"),
			Prepaid: u.number(0, n, "PrepaidAmount"), Rounding: u.number(0, n, "PayableRoundingAmount"), place: u.place(n),
		}
	}
	// A second TaxTotal, in the seller's accounting currency, has no subtotals.
	for _, n := range root.all("TaxTotal") {
		if amount := n.find("TaxAmount"); amount != nil && amount.attrs["currencyID"] != u.currency && n.find("TaxSubtotal") == nil {
			continue
		}
		v.Totals.VAT = v.Totals.VAT.Add(u.amount(n, "TaxAmount"))
		for _, sub := range n.all("TaxSubtotal") {
			t := Tax{Base: u.amount(sub, "TaxableAmount"), Amount: u.amount(sub, "TaxAmount"), place: u.place(sub)}
			t.Category, t.Rate = u.category(sub, "TaxCategory")
			v.Taxes = append(v.Taxes, t)
		}
	}
}

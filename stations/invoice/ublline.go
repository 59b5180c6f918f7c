package invoice

import (
	"fmt"

	"github.com/shopspring/decimal"
)

func (u *ubl) line(n *node) Line {
	quantity := "InvoicedQuantity"
	if u.credit {
		quantity = "CreditedQuantity"
	}
	l := Line{
		ID: u.text(n, "ID"), Item: u.text(n, "Item", "Name"), Detail: n.get("Item", "Description"),
		Article: n.get("Item", "SellersItemIdentification", "ID"), Note: n.get("Note"),
		From: u.date(n, "InvoicePeriod", "StartDate"), To: u.date(n, "InvoicePeriod", "EndDate"),
		Quantity: u.amount(n, quantity), Net: u.amount(n, "LineExtensionAmount"),
		Price: u.amount(n, "Price", "PriceAmount"), Base: u.number(1, n, "Price", "BaseQuantity"),
		List: u.maybe(n, "Price", "AllowanceCharge", "BaseAmount"), Discount: u.number(0, n, "Price", "AllowanceCharge", "Amount"),
		Adjustments: u.adjustments(n), place: u.place(n),
	}
	if q := n.find(quantity); q != nil {
		l.Unit = q.attrs["unitCode"]
	}
	for _, a := range n.find("Item").all("AdditionalItemProperty") {
		l.Attributes = append(l.Attributes, Attribute{a.get("Name"), a.get("Value")})
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
	if _, known := categories[code]; code != "" && !known {
		u.fault(n.find(name, "ID"), fmt.Sprintf("%.10q is not a VAT category", code), categoryList)
	}
	return code, u.number(0, n, name, "Percent")
}

// adjustments reads the allowances and charges of a line or of the invoice.
func (u *ubl) adjustments(n *node) []Adjustment {
	var all []Adjustment
	for _, c := range n.all("AllowanceCharge") {
		a := Adjustment{Reason: c.get("AllowanceChargeReason"), Amount: u.amount(c, "Amount"),
			Percent: u.maybe(c, "MultiplierFactorNumeric"), Of: u.maybe(c, "BaseAmount"), place: u.place(c)}
		switch indicator := u.text(c, "ChargeIndicator"); indicator {
		case "true", "1":
			a.Charge = true
		case "false", "0", "":
		default:
			u.fault(c.find("ChargeIndicator"), fmt.Sprintf("%.20q is neither a charge nor an allowance", indicator), "true, false")
		}
		if n.name == "Invoice" || n.name == "CreditNote" {
			a.Category, a.Rate = u.category(c, "TaxCategory")
		}
		all = append(all, a)
	}
	return all
}

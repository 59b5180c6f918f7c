package invoice

import (
	"fmt"
	"slices"
	"time"

	"github.com/shopspring/decimal"

	"immersion/kiosk"
)

func (w *Written) check(at string) []kiosk.Fault {
	var faults []kiosk.Fault
	fault := func(path, message, allowed string) {
		faults = append(faults, kiosk.Fault{Path: at + path, Message: message, Allowed: allowed})
	}
	for _, part := range []struct{ path, value string }{
		{"number", w.Number}, {"seller.name", w.Seller.Name}, {"buyer.name", w.Buyer.Name},
	} {
		if part.value == "" {
			fault("", "the invoice has no "+part.path, "")
		}
	}
	if forms := []Form{Bill, Credit, Corrected}; w.Form != "" && !slices.Contains(forms, w.Form) {
		fault(".form", fmt.Sprintf("%.40q is no form of an invoice", w.Form), list(forms))
	}
	dates(fault, "", map[string]string{"issued": w.Issued, "due": w.Due, "delivered": w.Delivered, "from": w.From, "to": w.To})
	if _, known := currencyPlaces(w.Currency); !known {
		fault("", fmt.Sprintf("currency is %.10q", w.Currency), "a code of ISO 4217: EUR, GBP …")
	}
	if _, known := currencyPlaces(w.TaxCurrency); w.TaxCurrency != "" && !known {
		fault(".tax_currency", fmt.Sprintf("%.10q is not a currency", w.TaxCurrency), "a code of ISO 4217: EUR, GBP …")
	}
	numbers(fault, "", map[string]*decimal.Decimal{"prepaid": &w.Prepaid, "rounding": &w.Rounding, "tax_vat": w.TaxVAT})
	for code := range w.Exempt {
		isCategory(fault, ".exempt", code)
	}
	if len(w.Lines) == 0 {
		fault("", "the invoice has no lines", "")
	}
	for i, l := range w.Lines {
		l.check(fault, fmt.Sprintf(".lines[%d]", i))
	}
	checkAdjustments(fault, "", w.Adjustments)
	return faults
}

func (wl WrittenLine) check(fault func(path, message, allowed string), path string) {
	if wl.Item == "" {
		fault(path, "the line has no item", "")
	}
	dates(fault, path, map[string]string{"from": wl.From, "to": wl.To})
	numbers(fault, path, map[string]*decimal.Decimal{"quantity": &wl.Quantity, "price": &wl.Price, "net": wl.Net, "vat": &wl.VAT,
		"base": wl.Base, "list": wl.List, "discount": &wl.Discount})
	if wl.Base != nil && wl.Base.Sign() <= 0 {
		fault(path+".base", "the price is for no quantity", "a number above 0")
	}
	isCategory(fault, path+".category", wl.Category)
	checkAdjustments(fault, path, wl.Adjustments)
}

func checkAdjustments(fault func(path, message, allowed string), at string, all []WrittenAdjustment) {
	for i, a := range all {
		path := fmt.Sprintf("%s.adjustments[%d]", at, i)
		numbers(fault, path, map[string]*decimal.Decimal{"amount": a.Amount, "percent": a.Percent, "of": a.Of, "vat": &a.VAT})
		isCategory(fault, path+".category", a.Category)
		switch {
		case a.Amount == nil && (a.Percent == nil || a.Of == nil):
			fault(path, "nothing says how much it is", "amount, or percent and of")
		case a.Amount != nil && a.Amount.IsNegative():
			fault(path+".amount", "the amount is below 0", "0 or more; charge: true for what is added")
		}
	}
}

func isCategory(fault func(path, message, allowed string), path, code string) {
	if _, known := categories[code]; code != "" && !known {
		fault(path, fmt.Sprintf("%.10q is not a VAT category", code), categoryList)
	}
}

func dates(fault func(path, message, allowed string), at string, all map[string]string) {
	for name, value := range all {
		if _, err := time.Parse(time.DateOnly, value); value != "" && err != nil {
			fault(at+"."+name, fmt.Sprintf("%.40q is not a date", value), "YYYY-MM-DD")
		}
	}
}

func numbers(fault func(path, message, allowed string), at string, all map[string]*decimal.Decimal) {
	for name, value := range all {
		if value != nil && !sound(*value) {
			fault(at+"."+name, name+" is no plain decimal", soundness)
		}
	}
}

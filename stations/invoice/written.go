package invoice

import (
	"fmt"
	"time"

	"github.com/shopspring/decimal"

	"immersion/kiosk"
)

// Written is an invoice written in the scenario itself. The VAT table and the
// totals follow from its lines.
type Written struct {
	Number    string        `yaml:"number"`    // of the invoice
	Issued    string        `yaml:"issued"`    // YYYY-MM-DD
	Due       string        `yaml:"due"`       // YYYY-MM-DD
	From      string        `yaml:"from"`      // first day it is for
	To        string        `yaml:"to"`        // last day
	Currency  string        `yaml:"currency"`  // a code of ISO 4217: EUR, GBP …
	Reference string        `yaml:"reference"` // the customer's number with the seller
	Note      string        `yaml:"note"`      // a remark below the lines
	Seller    Party         `yaml:"seller"`    // who sends it
	Buyer     Party         `yaml:"buyer"`     // who has to pay it
	Lines     []WrittenLine `yaml:"lines"`     // what is charged; VAT and totals follow
	Payment   Payment       `yaml:"payment"`   // the payment slip
}

// WrittenLine is one line of it. Without a net it is quantity × price.
type WrittenLine struct {
	ID       string           `yaml:"id"`       // its number on the invoice; planted errors name it
	Item     string           `yaml:"item"`     // what is charged
	Detail   string           `yaml:"detail"`   // a line below it
	Quantity decimal.Decimal  `yaml:"quantity"` // how many units
	Unit     string           `yaml:"unit"`     // UN/ECE Recommendation 20: KWH, DAY, C62 …
	Price    decimal.Decimal  `yaml:"price"`    // of one unit, before VAT
	Net      *decimal.Decimal `yaml:"net"`      // what the invoice says, right or not
	VAT      decimal.Decimal  `yaml:"vat"`      // percent
}

// invoice works the written invoice out; at is its path in the settings.
func (w *Written) invoice(at string) (*Invoice, []kiosk.Fault) {
	faults := w.check(at)
	if len(faults) > 0 {
		return nil, faults
	}
	decimals, _ := places(w.Currency)
	v := &Invoice{Number: w.Number, Issued: w.Issued, Due: w.Due, From: w.From, To: w.To, Currency: w.Currency,
		Reference: w.Reference, Note: w.Note, Seller: w.Seller, Buyer: w.Buyer, Payment: w.Payment, place: place{path: at}}
	for i, wl := range w.Lines {
		l := Line{ID: wl.ID, Item: wl.Item, Detail: wl.Detail, Quantity: wl.Quantity, Unit: wl.Unit, Price: wl.Price,
			Base: decimal.NewFromInt(1), Category: "S", Rate: wl.VAT, place: place{path: fmt.Sprintf("%s.lines[%d]", at, i)}}
		if wl.VAT.IsZero() {
			l.Category = "Z"
		}
		if wl.Net != nil {
			l.Net = *wl.Net
		} else {
			l.Net = l.amount().Round(decimals)
		}
		v.Lines = append(v.Lines, l)
	}
	v.Taxes, v.Totals = reckon(v.Lines, nil, decimal.Decimal{}, decimals)
	return v, nil
}

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
	for _, d := range []struct{ path, value string }{
		{"issued", w.Issued}, {"due", w.Due}, {"from", w.From}, {"to", w.To},
	} {
		if _, err := time.Parse(time.DateOnly, d.value); d.value != "" && err != nil {
			fault("."+d.path, fmt.Sprintf("%.40q is not a date", d.value), "YYYY-MM-DD")
		}
	}
	if _, known := places(w.Currency); !known {
		fault("", fmt.Sprintf("currency is %.10q", w.Currency), "a code of ISO 4217: EUR, GBP …")
	}
	if len(w.Lines) == 0 {
		fault("", "the invoice has no lines", "")
	}
	for i, l := range w.Lines {
		path := fmt.Sprintf(".lines[%d]", i)
		if l.Item == "" {
			fault(path, "the line has no item", "")
		}
		for _, n := range []struct {
			name  string
			value *decimal.Decimal
		}{{"quantity", &l.Quantity}, {"price", &l.Price}, {"net", l.Net}, {"vat", &l.VAT}} {
			if n.value != nil && !sound(*n.value) {
				fault(path+"."+n.name, n.name+" is no plain decimal", soundness)
			}
		}
	}
	return faults
}

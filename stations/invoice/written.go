package invoice

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"github.com/shopspring/decimal"

	"immersion/kiosk"
)

// Written is an invoice written in the scenario itself. The VAT table and the
// totals follow from its lines, where they are not stated.
type Written struct {
	Form        Form                       `yaml:"form"`         // invoice, credit (a credit note) or corrected; left out, an invoice
	Number      string                     `yaml:"number"`       // of the invoice
	Issued      string                     `yaml:"issued"`       // YYYY-MM-DD
	Due         string                     `yaml:"due"`          // YYYY-MM-DD
	Delivered   string                     `yaml:"delivered"`    // YYYY-MM-DD
	From        string                     `yaml:"from"`         // first day it is for
	To          string                     `yaml:"to"`           // last day
	Currency    string                     `yaml:"currency"`     // a code of ISO 4217: EUR, GBP …
	Reference   string                     `yaml:"reference"`    // the customer's number with the seller
	Order       string                     `yaml:"order"`        // number of the order
	Contract    string                     `yaml:"contract"`     // number of the contract
	Preceding   string                     `yaml:"preceding"`    // number of the invoice that a credit note or correction is about
	Note        string                     `yaml:"note"`         // a remark above the lines
	Seller      Party                      `yaml:"seller"`       // who sends it
	Buyer       Party                      `yaml:"buyer"`        // who has to pay it
	Lines       []WrittenLine              `yaml:"lines"`        // what is charged; VAT and totals follow
	Adjustments []WrittenAdjustment        `yaml:"adjustments"`  // allowances and charges on the whole invoice
	Prepaid     decimal.Decimal            `yaml:"prepaid"`      // paid already
	Rounding    decimal.Decimal            `yaml:"rounding"`     // added to what is due, to round it
	Exempt      map[string]Exemption       `yaml:"exempt"`       // by VAT category: why there is no VAT on it
	Totals      map[string]decimal.Decimal `yaml:"totals"`       // what the invoice says where it is wrong: vat: 12.30; names as for planted
	TaxCurrency string                     `yaml:"tax_currency"` // a second currency that the VAT is stated in
	TaxVAT      *decimal.Decimal           `yaml:"tax_vat"`      // the VAT in that
	Payment     Payment                    `yaml:"payment"`      // the payment slip
}

// Exemption says why there is no VAT on a category.
type Exemption struct {
	Reason string `yaml:"reason"` // in words
	Code   string `yaml:"code"`   // of the VATEX list
}

// WrittenLine is one line of it. Without a net it is quantity × price ÷ base,
// with its allowances and charges.
type WrittenLine struct {
	ID          string              `yaml:"id"`          // its number on the invoice; planted errors name it
	Item        string              `yaml:"item"`        // what is charged
	Detail      string              `yaml:"detail"`      // a line below it
	Article     string              `yaml:"article"`     // the seller's number for it
	Note        string              `yaml:"note"`        // a remark below it
	From        string              `yaml:"from"`        // first day it is for
	To          string              `yaml:"to"`          // last day
	Attributes  []Attribute         `yaml:"attributes"`  // more of the item: name and value
	Quantity    decimal.Decimal     `yaml:"quantity"`    // how many units; below 0 what is taken back
	Unit        string              `yaml:"unit"`        // UN/ECE Recommendation 20: KWH, DAY, C62 …
	Price       decimal.Decimal     `yaml:"price"`       // of base units, before VAT
	Base        *decimal.Decimal    `yaml:"base"`        // how many units the price is for; 1 without it
	List        *decimal.Decimal    `yaml:"list"`        // the price before discount
	Discount    decimal.Decimal     `yaml:"discount"`    // off the list price
	Adjustments []WrittenAdjustment `yaml:"adjustments"` // allowances and charges on the line
	Net         *decimal.Decimal    `yaml:"net"`         // what the invoice says, right or not
	VAT         decimal.Decimal     `yaml:"vat"`         // percent
	Category    string              `yaml:"category"`    // of VAT, UNCL 5305: S, Z, E, AE, K, G, O, L, M; without it S, or Z where vat is 0
}

// WrittenAdjustment is an allowance, or a charge.
type WrittenAdjustment struct {
	Charge   bool             `yaml:"charge"`   // a charge; without it an allowance
	Reason   string           `yaml:"reason"`   // what it is for
	Amount   *decimal.Decimal `yaml:"amount"`   // of it, never below 0; without it percent of of
	Percent  *decimal.Decimal `yaml:"percent"`  // of of
	Of       *decimal.Decimal `yaml:"of"`       // what the percentage is of
	VAT      decimal.Decimal  `yaml:"vat"`      // percent; on the whole invoice only
	Category string           `yaml:"category"` // as a line's; on the whole invoice only
}

// invoice works the written invoice out; at is its path in the settings.
func (w *Written) invoice(at string) (*Invoice, []kiosk.Fault) {
	faults := w.check(at)
	if len(faults) > 0 {
		return nil, faults
	}
	decimals, _ := currencyPlaces(w.Currency)
	v := &Invoice{Form: cmp.Or(w.Form, Bill), Number: w.Number, Issued: w.Issued, Due: w.Due, Delivered: w.Delivered, From: w.From, To: w.To,
		Currency: w.Currency, Reference: w.Reference, Order: w.Order, Contract: w.Contract, Preceding: w.Preceding, Note: w.Note,
		Seller: w.Seller, Buyer: w.Buyer, Payment: w.Payment, TaxCurrency: w.TaxCurrency, TaxVAT: w.TaxVAT, place: place{path: at}}
	for i, wl := range w.Lines {
		v.Lines = append(v.Lines, wl.line(fmt.Sprintf("%s.lines[%d]", at, i), decimals))
	}
	v.Adjustments = adjusted(w.Adjustments, at, decimals)
	v.Taxes, v.Totals = reckon(v.Lines, v.Adjustments, w.Prepaid, decimals)
	v.Totals.Rounding = w.Rounding
	v.Totals.Due = v.Totals.Due.Add(w.Rounding)
	v.Totals.place = v.place
	for i := range v.Taxes {
		t := &v.Taxes[i]
		t.Reason, t.Code, t.place = w.Exempt[t.Category].Reason, w.Exempt[t.Category].Code, v.place
	}
	return v, w.state(v, at)
}

// state puts sums that are stated in the place of those that follow.
func (w *Written) state(v *Invoice, at string) []kiosk.Fault {
	var faults []kiosk.Fault
	for _, name := range slices.Sorted(maps.Keys(w.Totals)) {
		amount, path := w.Totals[name], place{path: at + ".totals." + name}
		into := v.stated(name)
		switch {
		case into == nil:
			faults = append(faults, path.fault(fmt.Sprintf("the invoice has no sum %.40q", name), list(sums)+", tax-1 …"))
		case !sound(amount):
			faults = append(faults, path.fault(name+" is no plain decimal", soundness))
		default:
			*into = amount
		}
	}
	return faults
}

// stated finds where a sum of the VAT table or the totals is kept.
func (v *Invoice) stated(name string) *decimal.Decimal {
	for i := range v.Taxes {
		if name == taxName(i) {
			return &v.Taxes[i].Amount
		}
	}
	t := &v.Totals
	into := []*decimal.Decimal{&t.Lines, &t.Allowances, &t.Charges, &t.Net, &t.VAT, &t.Gross, &t.Prepaid, &t.Rounding, &t.Due}
	if i := slices.Index(sums, name); i >= 0 {
		return into[i]
	}
	return nil
}

func (wl WrittenLine) line(at string, decimals int32) Line {
	l := Line{ID: wl.ID, Item: wl.Item, Detail: wl.Detail, Article: wl.Article, Note: wl.Note, From: wl.From, To: wl.To,
		Attributes: wl.Attributes, Quantity: wl.Quantity, Unit: wl.Unit, Price: wl.Price, List: wl.List, Discount: wl.Discount,
		Base: or(wl.Base, decimal.NewFromInt(1)), Adjustments: adjusted(wl.Adjustments, at, decimals),
		Category: cmp.Or(wl.Category, usual(wl.VAT)), Rate: wl.VAT, place: place{path: at}}
	l.Net = or(wl.Net, l.amount().Round(decimals))
	return l
}

// usual is the category of a rate that says none.
func usual(rate decimal.Decimal) string {
	if rate.IsZero() {
		return "Z"
	}
	return "S"
}

func adjusted(all []WrittenAdjustment, at string, decimals int32) []Adjustment {
	var adjustments []Adjustment
	for i, wa := range all {
		a := Adjustment{Charge: wa.Charge, Reason: wa.Reason, Percent: wa.Percent, Of: wa.Of, Rate: wa.VAT,
			Category: cmp.Or(wa.Category, usual(wa.VAT)), place: place{path: fmt.Sprintf("%s.adjustments[%d]", at, i)}}
		if wa.Percent != nil && wa.Of != nil {
			a.Amount = wa.Of.Mul(*wa.Percent).Shift(-2).Round(decimals)
		}
		a.Amount = or(wa.Amount, a.Amount)
		adjustments = append(adjustments, a)
	}
	return adjustments
}

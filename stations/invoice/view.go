package invoice

import (
	"github.com/shopspring/decimal"

	"immersion/kiosk"
)

// Paper as the screen draws it. Amounts are decimal texts with the places of
// the currency, prices with the places the invoice gives them: the screen
// sets them in the visitor's numerals and never counts with them.
type view struct {
	Story      kiosk.Text `json:"story,omitempty"`
	Letterhead Letterhead `json:"letterhead"`
	Invoice    *paperView `json:"invoice"`
	Evidence   []Document `json:"evidence"`
	Reasons    []Reason   `json:"reasons"`    // for lines
	SumReasons []Reason   `json:"sumReasons"` // for the sums below them
}

type paperView struct {
	Form        Form             `json:"form"`
	Number      string           `json:"number"`
	Issued      string           `json:"issued"`
	Due         string           `json:"due,omitempty"`
	Delivered   string           `json:"delivered,omitempty"`
	From        string           `json:"from,omitempty"`
	To          string           `json:"to,omitempty"`
	Currency    string           `json:"currency"`
	Places      int32            `json:"places"`
	Reference   string           `json:"reference,omitempty"`
	Order       string           `json:"order,omitempty"`
	Contract    string           `json:"contract,omitempty"`
	Preceding   string           `json:"preceding,omitempty"`
	Note        string           `json:"note,omitempty"`
	Seller      Party            `json:"seller"`
	Buyer       Party            `json:"buyer"`
	Lines       []lineView       `json:"lines"`
	Adjustments []adjustmentView `json:"adjustments,omitempty"`
	Taxes       []taxView        `json:"taxes"`
	Totals      []totalView      `json:"totals"`
	Asked       string           `json:"asked"` // what it asks for in the end
	Payment     Payment          `json:"payment"`
	TaxCurrency string           `json:"taxCurrency,omitempty"`
	TaxVAT      string           `json:"taxVAT,omitempty"`
	TaxPlaces   int32            `json:"taxPlaces,omitempty"`
}

type lineView struct {
	ID          string           `json:"id"`
	Item        string           `json:"item"`
	Detail      string           `json:"detail,omitempty"`
	Article     string           `json:"article,omitempty"`
	Note        string           `json:"note,omitempty"`
	From        string           `json:"from,omitempty"`
	To          string           `json:"to,omitempty"`
	Attributes  []Attribute      `json:"attributes,omitempty"`
	Quantity    string           `json:"quantity"`
	Unit        string           `json:"unit"`
	Price       string           `json:"price"`
	Base        string           `json:"base,omitempty"` // only where it is not 1
	List        string           `json:"list,omitempty"`
	Discount    string           `json:"discount,omitempty"`
	Adjustments []adjustmentView `json:"adjustments,omitempty"`
	Category    string           `json:"category"`
	Rate        string           `json:"rate"`
	Net         string           `json:"net"`
}

type adjustmentView struct {
	Ref     string `json:"ref,omitempty"` // on the whole invoice only
	Charge  bool   `json:"charge"`
	Reason  string `json:"reason,omitempty"`
	Amount  string `json:"amount"` // below 0 for an allowance
	Percent string `json:"percent,omitempty"`
	Of      string `json:"of,omitempty"`
}

type taxView struct {
	Ref      string `json:"ref"`
	Category string `json:"category"`
	Rate     string `json:"rate"`
	Base     string `json:"base"`
	Amount   string `json:"amount"`
	Reason   string `json:"reason,omitempty"`
	Code     string `json:"code,omitempty"`
}

// totalView is one total that stands on the paper; label is its dictionary key.
type totalView struct {
	Ref    string `json:"ref"`
	Label  string `json:"label"`
	Amount string `json:"amount"` // what is taken off is below 0
}

// View is the papers, and nothing of what is planted.
func (s *Station) View() any {
	paper := s.read.paper(s.places)
	paper.Totals = nil
	for _, one := range s.read.totals() {
		if s.drawn(one) {
			paper.Totals = append(paper.Totals, s.read.total(one, s.places))
		}
	}
	head := s.Letterhead
	if head.Name == "" {
		head.Name = s.read.Seller.Name
	}
	return view{Story: s.Story, Letterhead: head, Invoice: paper, Evidence: s.Evidence, Reasons: Reasons, SumReasons: SumReasons}
}

// totals are the sums without the VAT table and the adjustments.
func (v *Invoice) totals() []sum { return v.sums()[len(v.Adjustments)+len(v.Taxes):] }

func (v *Invoice) total(one sum, places int32) totalView {
	amount := one.amount
	if one.name == "allowances" || one.name == "prepaid" {
		amount = amount.Neg()
	}
	return totalView{one.ref(), "invoice." + totalKey(v.Form, one.name), amount.StringFixed(places)}
}

// paper is the invoice as it is drawn, with the totals that say something.
func (v *Invoice) paper(places int32) *paperView {
	money := func(d decimal.Decimal) string { return d.StringFixed(places) }
	p := &paperView{Form: v.Form, Number: v.Number, Issued: v.Issued, Due: v.Due, Delivered: v.Delivered, From: v.From, To: v.To,
		Currency: v.Currency, Places: places, Reference: v.Reference, Order: v.Order, Contract: v.Contract, Preceding: v.Preceding,
		Note: v.Note, Seller: v.Seller, Buyer: v.Buyer, Adjustments: adjustments(v.Adjustments, places), Asked: money(v.Totals.Due),
		Payment: v.Payment, Taxes: []taxView{}}
	for i := range p.Adjustments {
		p.Adjustments[i].Ref = sumSign + adjustmentName(i)
	}
	for _, l := range v.Lines {
		p.Lines = append(p.Lines, l.view(places))
	}
	for i, t := range v.Taxes {
		p.Taxes = append(p.Taxes, taxView{sumSign + taxName(i), t.Category, t.Rate.String(), money(t.Base), money(t.Amount), t.Reason, t.Code})
	}
	for _, one := range v.totals() {
		if (&Station{read: v}).drawn(one) {
			p.Totals = append(p.Totals, v.total(one, places))
		}
	}
	if v.TaxVAT != nil {
		n, known := currencyPlaces(v.TaxCurrency)
		if known {
			p.TaxCurrency, p.TaxVAT, p.TaxPlaces = v.TaxCurrency, v.TaxVAT.StringFixed(n), n
		}
	}
	return p
}

func (l Line) view(places int32) lineView {
	price := func(d decimal.Decimal) string { return d.StringFixed(max(places, -d.Exponent())) }
	lv := lineView{ID: l.ID, Item: l.Item, Detail: l.Detail, Article: l.Article, Note: l.Note, From: l.From, To: l.To,
		Attributes: l.Attributes, Quantity: l.Quantity.String(), Unit: l.Unit, Price: price(l.Price), Adjustments: adjustments(l.Adjustments, places),
		Category: l.Category, Rate: l.Rate.String(), Net: l.Net.StringFixed(places)}
	if !l.Base.Equal(decimal.NewFromInt(1)) {
		lv.Base = l.Base.String()
	}
	if l.List != nil && !l.Discount.IsZero() {
		lv.List, lv.Discount = price(*l.List), price(l.Discount)
	}
	return lv
}

func adjustments(all []Adjustment, places int32) []adjustmentView {
	var views []adjustmentView
	for _, a := range all {
		av := adjustmentView{Charge: a.Charge, Reason: a.Reason, Amount: a.sign().StringFixed(places)}
		if a.Percent != nil {
			av.Percent = a.Percent.String()
		}
		if a.Of != nil {
			av.Of = a.Of.StringFixed(places)
		}
		views = append(views, av)
	}
	return views
}

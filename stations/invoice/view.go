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
	Invoice    paperView  `json:"invoice"`
	Evidence   []Document `json:"evidence"`
	Reasons    []Reason   `json:"reasons"`
}

type paperView struct {
	Number      string           `json:"number"`
	Issued      string           `json:"issued"`
	Due         string           `json:"due,omitempty"`
	From        string           `json:"from,omitempty"`
	To          string           `json:"to,omitempty"`
	Currency    string           `json:"currency"`
	Places      int32            `json:"places"`
	Reference   string           `json:"reference,omitempty"`
	Note        string           `json:"note,omitempty"`
	Seller      Party            `json:"seller"`
	Buyer       Party            `json:"buyer"`
	Lines       []lineView       `json:"lines"`
	Adjustments []adjustmentView `json:"adjustments,omitempty"`
	Taxes       []taxView        `json:"taxes"`
	Totals      totalsView       `json:"totals"`
	Payment     Payment          `json:"payment"`
}

type lineView struct {
	ID          string           `json:"id"`
	Item        string           `json:"item"`
	Detail      string           `json:"detail,omitempty"`
	Quantity    string           `json:"quantity"`
	Unit        string           `json:"unit"`
	Price       string           `json:"price"`
	Base        string           `json:"base,omitempty"` // only where it is not 1
	Adjustments []adjustmentView `json:"adjustments,omitempty"`
	Rate        string           `json:"rate"`
	Net         string           `json:"net"`
}

type adjustmentView struct {
	Reason string `json:"reason"`
	Amount string `json:"amount"` // below 0 for an allowance
}

type taxView struct {
	Category string `json:"category"`
	Rate     string `json:"rate"`
	Base     string `json:"base"`
	Amount   string `json:"amount"`
}

// totalsView leaves out what is 0 and need not stand on a paper.
type totalsView struct {
	Net      string `json:"net"`
	VAT      string `json:"vat"`
	Gross    string `json:"gross"`
	Prepaid  string `json:"prepaid,omitempty"`
	Rounding string `json:"rounding,omitempty"`
	Due      string `json:"due"`
}

// View is the papers, and nothing of what is planted.
func (s *Station) View() any {
	v := s.read
	money := func(d decimal.Decimal) string { return d.StringFixed(s.places) }
	some := func(d decimal.Decimal) string {
		if d.IsZero() {
			return ""
		}
		return money(d)
	}
	adjusted := func(all []Adjustment) []adjustmentView {
		var views []adjustmentView
		for _, a := range all {
			views = append(views, adjustmentView{a.Reason, money(a.sign())})
		}
		return views
	}
	paper := paperView{Number: v.Number, Issued: v.Issued, Due: v.Due, From: v.From, To: v.To, Currency: v.Currency,
		Places: s.places, Reference: v.Reference, Note: v.Note, Seller: v.Seller, Buyer: v.Buyer,
		Adjustments: adjusted(v.Adjustments), Payment: v.Payment,
		Totals: totalsView{Net: money(v.Totals.Net), VAT: money(v.Totals.VAT), Gross: money(v.Totals.Gross),
			Prepaid: some(v.Totals.Prepaid.Neg()), Rounding: some(v.Totals.Rounding), Due: money(v.Totals.Due)}}
	for _, l := range v.Lines {
		lv := lineView{ID: l.ID, Item: l.Item, Detail: l.Detail, Quantity: l.Quantity.String(), Unit: l.Unit,
			Price: l.Price.StringFixed(max(s.places, -l.Price.Exponent())), Adjustments: adjusted(l.Adjustments),
			Rate: l.Rate.String(), Net: money(l.Net)}
		if !l.Base.Equal(decimal.NewFromInt(1)) {
			lv.Base = l.Base.String()
		}
		paper.Lines = append(paper.Lines, lv)
	}
	for _, t := range v.Taxes {
		paper.Taxes = append(paper.Taxes, taxView{t.Category, t.Rate.String(), money(t.Base), money(t.Amount)})
	}
	head := s.Letterhead
	if head.Name == "" {
		head.Name = v.Seller.Name
	}
	return view{Story: s.Story, Letterhead: head, Invoice: paper, Evidence: s.Evidence, Reasons: Reasons}
}

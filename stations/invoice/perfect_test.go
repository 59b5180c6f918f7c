package invoice

import (
	"encoding/json"
	"fmt"
	"testing"
	"testing/fstest"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"immersion/kiosk"
)

// reader is a perfect visitor: has the paper as it is drawn, nothing else, and
// reckons everything on it again.
type reader struct {
	paper *paperView
	wrong []string
	owed  decimal.Decimal
}

func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

func (r *reader) holds(ref string, says, should decimal.Decimal) {
	if says.Sub(should.Round(r.paper.Places)).Abs().GreaterThan(dec("0.02")) {
		r.wrong = append(r.wrong, ref)
	}
}

func (r *reader) read() {
	bases, lines, truth := map[string]decimal.Decimal{}, decimal.Decimal{}, map[string]decimal.Decimal{}
	for _, l := range r.paper.Lines {
		should := dec(l.Quantity).Mul(dec(l.Price))
		if l.Base != "" {
			should = should.Div(dec(l.Base))
		}
		for _, a := range l.Adjustments {
			should = should.Add(dec(a.Amount))
		}
		r.holds(l.ID, dec(l.Net), should)
		right := dec(l.Net)
		if n := len(r.wrong); n > 0 && r.wrong[n-1] == l.ID {
			right = should.Round(r.paper.Places)
		}
		lines, bases[l.Rate], truth[l.Rate] = lines.Add(dec(l.Net)), bases[l.Rate].Add(dec(l.Net)), truth[l.Rate].Add(right)
	}
	total := map[string]decimal.Decimal{"=lines": lines, "=allowances": {}, "=charges": {}, "=prepaid": {}, "=rounding": {}}
	var allowances, charges decimal.Decimal
	for _, a := range r.paper.Adjustments { // all at 20 % here
		bases["20"], truth["20"] = bases["20"].Add(dec(a.Amount)), truth["20"].Add(dec(a.Amount))
		if a.Charge {
			charges = charges.Add(dec(a.Amount))
		} else {
			allowances = allowances.Add(dec(a.Amount))
		}
	}
	for _, one := range r.paper.Totals {
		total[one.Ref] = dec(one.Amount)
	}
	var vat decimal.Decimal
	for _, tax := range r.paper.Taxes {
		r.holds(tax.Ref, dec(tax.Amount), dec(tax.Base).Mul(dec(tax.Rate)).Div(dec("100")))
		vat = vat.Add(dec(tax.Amount))
	}
	r.holds("=lines", total["=lines"], lines)
	r.holds("=allowances", total["=allowances"], allowances)
	r.holds("=charges", total["=charges"], charges)
	r.holds("=net", total["=net"], total["=lines"].Add(total["=allowances"]).Add(total["=charges"]))
	r.holds("=vat", total["=vat"], vat)
	r.holds("=gross", total["=gross"], total["=net"].Add(total["=vat"]))
	r.holds("=due", total["=due"], total["=gross"].Add(total["=prepaid"]).Add(total["=rounding"]))
	for rate, base := range truth {
		r.owed = r.owed.Add(base).Add(base.Mul(dec(rate)).Div(dec("100")).Round(r.paper.Places))
	}
	r.owed = r.owed.Add(total["=prepaid"])
}

// TestPerfectReader: the truth that is derived is what a visitor finds who
// reckons the paper again, in any currency, with nothing planted.
func TestPerfectReader(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := &Station{Invoice: &Written{Number: "1", Currency: rapid.SampledFrom([]string{"EUR", "JPY", "KWD", "CLF"}).Draw(t, "currency"),
			Seller: Party{Name: "S"}, Buyer: Party{Name: "B"}, Totals: map[string]decimal.Decimal{}}}
		unit, _ := currencyPlaces(s.Invoice.Currency)
		amount := func(name string) decimal.Decimal {
			return decimal.New(rapid.Int64Range(0, 90_000).Draw(t, name), -unit)
		}
		for i := range rapid.IntRange(1, 6).Draw(t, "lines") {
			base := decimal.NewFromInt(rapid.SampledFrom([]int64{1, 100}).Draw(t, "base"))
			l := WrittenLine{ID: fmt.Sprint(i), Item: "I", Quantity: decimal.NewFromInt(rapid.Int64Range(-3, 40).Draw(t, "quantity")), Price: amount("price"), Base: &base,
				VAT: decimal.NewFromInt(rapid.SampledFrom([]int64{0, 7, 20}).Draw(t, "rate"))}
			if rapid.Bool().Draw(t, "adjusted") {
				off := amount("off")
				l.Adjustments = []WrittenAdjustment{{Reason: "R", Amount: &off, Charge: rapid.Bool().Draw(t, "charge")}}
			}
			if rapid.IntRange(0, 3).Draw(t, "slip") == 0 {
				net := amount("net")
				l.Net = &net
			}
			s.Invoice.Lines = append(s.Invoice.Lines, l)
		}
		if rapid.Bool().Draw(t, "whole") {
			off := amount("whole off")
			s.Invoice.Adjustments = []WrittenAdjustment{{Reason: "R", Amount: &off, VAT: decimal.NewFromInt(20), Charge: rapid.Bool().Draw(t, "whole charge")}}
		}
		if rapid.Bool().Draw(t, "paid") {
			s.Invoice.Prepaid = amount("prepaid")
		}
		for _, name := range []string{"lines", "net", "vat", "gross", "due", "tax-1"} {
			if rapid.IntRange(0, 5).Draw(t, name) == 0 {
				s.Invoice.Totals[name] = amount("says")
			}
		}
		for _, f := range s.Check(fstest.MapFS{}) {
			if !f.Warning {
				t.Fatalf("fault: %+v", f)
			}
		}
		r := &reader{paper: s.View().(view).Invoice}
		r.read()
		if len(s.wrongs) == 0 {
			r.owed = dec(r.paper.Asked)
		}
		foundBy(t, s, r)
	})
}

// foundBy judges what a perfect visitor says, and fails unless all of it is found.
func foundBy(t *rapid.T, s *Station, r *reader) {
	stop := &kiosk.Stop{Place: &kiosk.Place{ID: "invoice"}}
	add := func(typ string, body any) {
		doc, _ := json.Marshal(body)
		f := kiosk.Fact{Type: typ, Body: doc}
		if err := s.Judge(f); err != nil {
			t.Fatal(err)
		}
		stop.Facts = append(stop.Facts, f)
	}
	for _, ref := range r.wrong {
		add(factMarked, Marked{Line: ref, Mark: Wrong})
	}
	add(factOwed, Owed{r.owed.StringFixed(r.paper.Places), r.paper.Currency})
	add(factDone, struct{}{})
	for _, c := range s.Outcome(stop).Figures {
		switch {
		case c.Figure == foundFigure && c.Part != 1:
			t.Fatalf("%s is not found; marked %v", c.Key, r.wrong)
		case (c.Figure == missedFigure || c.Figure == alarmsFigure) && c.Value != 0:
			t.Fatalf("%s %v; marked %v, wrong %+v", c.Figure, c.Value, r.wrong, s.wrongs)
		case c.Figure == differenceFigure && !s.owed.Equal(r.owed):
			t.Fatalf("owed %s by the visitor, %s by the station", r.owed, s.owed)
		}
	}
}

package invoice

import (
	"encoding/json"
	"strings"
	"testing"
	"testing/fstest"

	"immersion/kiosk"
	"immersion/kiosk/stationtest"
)

// worked is an invoice written in YAML, after Check, and what Check warned of.
func worked(t *testing.T, with string) (*Station, []kiosk.Fault) {
	t.Helper()
	s := stationtest.Scenario(t, Kind{}, stationtest.Case{With: with})
	place, _ := s.Place("tried")
	station := place.Station.(*Station)
	return station, station.Check(fstest.MapFS{})
}

const shop = `
invoice:
  number: "7"
  currency: EUR
  seller: {name: S}
  buyer: {name: B}
  lines:
    - {id: a, item: Desk, quantity: 2, price: 50, vat: 20}
    - {id: b, item: Chair, quantity: 1, price: 30, vat: 20}
    - {id: c, item: Book, quantity: 1, price: 10, vat: 20, adjustments: [{reason: Worn, percent: 50, of: 10}]}
  adjustments:
    - {reason: Loyal, amount: 5, vat: 20}
    - {charge: true, reason: Freight, percent: 10, of: 100, vat: 20}
  prepaid: 20
  rounding: 0.02
`

// TestTruth: what is really owed, stated or derived, for each way in which
// something can be wrong. Where the total moves, the rounding made for it goes.
func TestTruth(t *testing.T) {
	for _, c := range []struct{ name, change, planted, owed, wrongs, warns string }{
		{"nothing", "", "", "148.02", "", ""},
		{"a line", "", `{line: a, why: One came., owed: 50}`, "88", "a", ""},
		{"a rate", "", `{line: b, why: It is 5 %., vat: 5}`, "143.5", "b", ""},
		{"an allowance", "", `{total: adjustment-1, why: Ten were agreed., owed: 10}`, "142", "=adjustment-1", ""},
		{"what is paid", "", `{total: prepaid, why: It was 50., owed: 50}`, "118", "=prepaid", ""},
		{"the rounding", "", `{total: rounding, why: There is none., owed: 0}`, "148", "=rounding", ""},
		{"a line that does not multiply out, planted bare", "price: 30, vat: 20", `{line: b}`, "148", "b", ""},
		{"the same, planted by nobody", "price: 30, vat: 20", "", "148", "b", "R120"},
		{"the sum of VAT", "totals: {vat: 30.00, gross: 170.00, due: 150.02}", "", "148.02", "=vat", "BR-CO-14"},
		{"a VAT line and what follows", "totals: {tax-1: 30, vat: 30, gross: 170, due: 150.02}", `{total: tax-1}`, "148.02", "=tax-1", ""},
		{"what is due", "totals: {due: 160}", `{total: due, why: Twelve too much.}`, "148.02", "=due", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			with := shop
			switch {
			case strings.HasPrefix(c.change, "price"):
				with = strings.Replace(with, c.change, c.change+", net: 39", 1)
			case c.change != "":
				with += "  " + c.change + "\n"
			}
			if c.planted != "" {
				with += "planted: [" + c.planted + "]\n"
			}
			s, warnings := worked(t, with)
			var refs []string
			for _, w := range s.wrongs {
				refs = append(refs, w.ref)
				if w.why.In("en") == "" || w.why.In("de") == "" && w.why.In("") == "" {
					t.Errorf("%s: nothing says why", w.ref)
				}
			}
			if got := strings.Join(refs, " "); s.owed.String() != c.owed || got != c.wrongs {
				t.Errorf("owed %s, wrong %q; want %s, %q", s.owed, got, c.owed, c.wrongs)
			}
			if (len(warnings) > 0) != (c.warns != "") || c.warns != "" && !strings.Contains(warnings[0].Message, c.warns) {
				t.Errorf("warnings: %v", warnings)
			}
		})
	}
}

// TestStatedTruth: an amount that is stated is the truth, with a warning if
// the arithmetic says another.
func TestStatedTruth(t *testing.T) {
	s, warnings := worked(t, shop+"owed: 99\n")
	if s.owed.String() != "99" || len(warnings) != 1 || warnings[0].Path != "owed" || !warnings[0].Warning {
		t.Errorf("owed %s, %v", s.owed, warnings)
	}
	if _, warnings := worked(t, shop+"owed: 148.02\n"); len(warnings) > 0 {
		t.Errorf("agreed: %v", warnings)
	}
}

// TestSumsThatFollow: a total that is wrong only because a line is, is neither
// to be found nor a false alarm.
func TestSumsThatFollow(t *testing.T) {
	s, _ := worked(t, shop+"planted: [{line: a, why: One came., owed: 50}]\n")
	stop := &kiosk.Stop{Place: &kiosk.Place{ID: "tried"}}
	for _, body := range []string{`{"line":"=due","mark":"wrong"}`, `{"line":"=prepaid","mark":"wrong"}`, `{"line":"a","mark":"wrong"}`} {
		f := kiosk.Fact{Type: factMarked, Body: json.RawMessage(body)}
		if err := s.Judge(f); err != nil {
			t.Fatal(err)
		}
		stop.Facts = append(stop.Facts, f)
	}
	alarms := map[string]int{}
	for _, c := range s.Outcome(stop).Figures {
		if c.Figure == alarmFigure {
			alarms[c.Key] = c.Part
		}
	}
	if _, ok := alarms["=due"]; ok || alarms["=prepaid"] != 1 || len(alarms) != 1 {
		t.Errorf("alarms: %v", alarms)
	}
}

// TestReveal: what was wrong, with what should stand there.
func TestReveal(t *testing.T) {
	s, _ := worked(t, shop+"planted: [{line: a, name: the second desk, why: One came., owed: 50}]\n")
	doc, err := json.Marshal(s.Reveal())
	want := `{"errors":[{"ref":"a","name":"the second desk","why":"One came.","should":"50.00"}],"owed":"88.00"}`
	if err != nil || string(doc) != want {
		t.Errorf("%s %v, want %s", doc, err, want)
	}
}

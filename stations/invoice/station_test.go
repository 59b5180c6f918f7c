package invoice

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"immersion/kiosk"
	"immersion/kiosk/stationtest"
)

func shipped(t *testing.T) stationtest.Case {
	t.Helper()
	c := stationtest.Case{Files: fstest.MapFS{}}
	for _, name := range []string{"invoice.yaml", "invoice.xml", "tarnwick.svg"} {
		doc, err := os.ReadFile(shippedFolder + name)
		if err != nil {
			t.Fatal(err)
		}
		c.Files[name] = &fstest.MapFile{Data: doc}
	}
	c.With = string(c.Files["invoice.yaml"].Data)
	return c
}

// ruth is the shipped invoice, checked.
func ruth(t *testing.T) (*Station, *kiosk.Place) {
	t.Helper()
	for i := range stationtest.Scenario(t, Kind{}, shipped(t)).Places {
		p := stationtest.Scenario(t, Kind{}, shipped(t)).Places[i]
		if s, ok := p.Station.(*Station); ok {
			return s, &p
		}
	}
	t.Fatal("no invoice in the scenario")
	return nil, nil
}

func TestExample(t *testing.T) {
	example := Kind{}.Example()
	replaced := func(old, new string) string {
		if strings.Count(example, old) != 1 {
			t.Fatalf("%q stands %d times in the example", old, strings.Count(example, old))
		}
		return strings.Replace(example, old, new, 1)
	}
	line := func(part string) int { return strings.Count(example[:strings.Index(example, part)], "\n") + 1 }
	stationtest.Run(t, Kind{}, stationtest.Case{
		Secrets: []string{"1.80", "Ada uses", "planted", "R120", "owed"},
		Bad: []stationtest.Bad{
			{Name: "unknown line", With: replaced(`line: "3"`, `line: "33"`), Line: line(`- line: "3"`), Says: `no line "33"`},
			{Name: "planted twice", With: replaced(`line: "3"`, `line: "2"`), Line: line(`- line: "3"`), Says: "second error"},
			{Name: "unplanted slip", With: replaced("net: 8.10", "net: 1.80"), Line: line("rule: "), Says: "keeps"},
			{Name: "nothing owed said", With: replaced("    owed: 0\n", ""), Line: line(`- line: "3"`), Says: "really owed"},
			{Name: "no why", With: replaced("    why: The contract says that Ada uses her own.\n", ""), Line: line(`- line: "3"`), Says: "why"},
			{Name: "an amount of no euro", With: replaced("owed: 0\n", "owed: 0.005\n"), Line: line("owed: 0\n"), Says: "no such amount"},
			{Name: "owed as it says", With: replaced("owed: 0\n", "owed: 4.50\n"), Line: line("owed: 0\n"), Says: "says 4.5 already"},
			{Name: "exponent", With: replaced("owed: 0\n", "owed: 1e999\n"), Line: line("owed: 0\n"), Says: "no such amount"},
			{Name: "no such rule", With: replaced("PEPPOL-EN16931-R120 #", "BR-CO-99 #"), Line: line("rule: "), Says: "no rule that is looked at"},
			{Name: "neither line nor total", With: replaced(`  - line: "3"`, `  - rule: BR-CO-10`), Line: line(`- line: "3"`), Says: "names no one thing"},
			{Name: "no such total", With: replaced(`  - line: "3"`, `  - total: tax-9`), Line: line(`- line: "3"`), Says: `no sum "tax-9"`},
			{Name: "owed in the end", With: example + "owed: 1.234\n", Says: "no such amount"},
			{Name: "a rate of a total", With: replaced("    owed: 0\n", "    vat: -3\n"), Line: line("owed: 0\n"), Says: "only a line has a rate"},
			{Name: "earlier invoice among parts", With: replaced("    kind: payments", "    kind: payments\n    file: x.xml"), Says: "beside other parts"},
			{Name: "form", With: replaced("number: R-1001", "form: bill\n  number: R-1001"), Line: line("number:"), Says: "no form of an invoice"},
			{Name: "adjustment of nothing", With: replaced("  payment: {account", "  adjustments: [{reason: Loyal}]\n  payment: {account"), Says: "how much"},
			{Name: "total nobody has", With: replaced("  payment: {account", "  totals: {sum: 4}\n  payment: {account"), Says: `no sum "sum"`},
			{Name: "two invoices", With: example + "file: x.xml\n", Says: "one invoice"},
			{Name: "currency", With: replaced("EUR", "EURO"), Line: line("invoice:\n"), Says: "currency"},
			{Name: "date", With: replaced("2026-03-16", "16 March"), Line: line("due:"), Says: "not a date"},
			{Name: "kind of paper", With: replaced("kind: payments", "kind: poster"), Says: "poster"},
			{Name: "row too long", With: replaced(`[17 February, "7"]`, `[17 February, "7", x]`), Line: line("17 February"), Says: "3 cells"},
			{Name: "two papers of a name", With: replaced("id: calls", "id: contract"), Says: "second paper"},
			{Name: "colour", With: replaced("#7a3b2e", "brown"), Line: line("colour:"), Says: "not a colour"},
			{Name: "tolerance", With: replaced("tolerance: 0.05", "tolerance: -1"), Line: line("tolerance:"), Says: "tolerance"},
		},
	})
}

func TestShipped(t *testing.T) {
	c := shipped(t)
	c.Secrets = []string{`"9.70"`, "34.52", "45.70", "47.99", "2.29", "126", "slip", "second standing", "R120", "planted"}
	c.Bad = []stationtest.Bad{{Name: "no such file", With: strings.Replace(c.With, "invoice.xml\n\nletter", "letter.xml\n\nletter", 1), Says: "letter.xml"}}
	stationtest.Run(t, Kind{}, c)
	s, _ := ruth(t)
	if s.owed.String() != "47.99" {
		t.Errorf("really owed: %s, want 47.99", s.owed)
	}
	if breaks := s.read.Breaks(2); len(breaks) != 1 || breaks[0].Ref != "2" || breaks[0].Should.String() != "9.7" {
		t.Errorf("broken rules: %+v", breaks)
	}
}

// TestFileFault: what is wrong inside the invoice's file has its place there.
func TestFileFault(t *testing.T) {
	c := shipped(t)
	doc := strings.Replace(string(c.Files["invoice.xml"].Data), ">94.80</cbc:TaxExclusive", ">94.08</cbc:TaxExclusive", 1)
	c.Files["invoice.xml"] = &fstest.MapFile{Data: []byte(doc)}
	s, _ := ruth(t)
	again := *s
	faults := again.Check(c.Files)
	if len(faults) == 0 || faults[0].File != "invoice.xml" || faults[0].Line < 1 || !strings.Contains(faults[0].Message, "BR-CO-13 is broken") {
		t.Errorf("faults: %+v", faults)
	}
}

func TestJudge(t *testing.T) {
	s, _ := ruth(t)
	for _, c := range []struct {
		name, typ, body string
		want            kiosk.Code // "" for taken
	}{
		{"mark", factMarked, `{"line":"4","mark":"wrong","why":"twice"}`, ""},
		{"mark without why", factMarked, `{"line":"4","mark":"unsure"}`, ""},
		{"no such line", factMarked, `{"line":"7","mark":"right"}`, kiosk.NotFound},
		{"no such mark", factMarked, `{"line":"1","mark":"maybe"}`, kiosk.Invalid},
		{"no such why", factMarked, `{"line":"1","mark":"wrong","why":"greed"}`, kiosk.Invalid},
		{"why of a right line", factMarked, `{"line":"1","mark":"right","why":"sum"}`, kiosk.Invalid},
		{"opened", factOpened, `{"evidence":"meter"}`, ""},
		{"no such paper", factOpened, `{"evidence":"diary"}`, kiosk.NotFound},
		{"owed", factOwed, `{"amount":"47.99","currency":"GBP"}`, ""},
		{"owed nothing", factOwed, `{"amount":"0","currency":"GBP"}`, ""},
		{"owed less than nothing", factOwed, `{"amount":"-0.50","currency":"GBP"}`, ""},
		{"half a penny", factOwed, `{"amount":"47.985","currency":"GBP"}`, kiosk.Invalid},
		{"a number", factOwed, `{"amount":47.99,"currency":"GBP"}`, kiosk.Invalid},
		{"an exponent", factOwed, `{"amount":"1e9999999","currency":"GBP"}`, kiosk.Invalid},
		{"another currency", factOwed, `{"amount":"47.99","currency":"EUR"}`, kiosk.Invalid},
		{"done", factDone, `{}`, ""},
		{"done with more", factDone, `{"score":1}`, kiosk.Invalid},
		{"unknown", "invoice.torn", `{}`, kiosk.Invalid},
	} {
		err := s.Judge(kiosk.Fact{Type: c.typ, Body: json.RawMessage(c.body)})
		if c.want == "" && err != nil || c.want != "" && (err == nil || kiosk.CodeOf(err) != c.want) {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
}

// TestPerfectVisitor: whatever is planted on whatever invoice, a visitor who
// marks just that and adds it up finds the truth, to the smallest unit.
func TestPerfectVisitor(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := &Station{Invoice: &Written{Number: "1", Currency: rapid.SampledFrom([]string{"GBP", "JPY", "KWD"}).Draw(t, "currency"),
			Seller: Party{Name: "S"}, Buyer: Party{Name: "B"}}}
		unit, _ := currencyPlaces(s.Invoice.Currency)
		amount := func(name string) decimal.Decimal {
			return decimal.New(rapid.Int64Range(-100_000, 100_000).Draw(t, name), -unit)
		}
		var truth decimal.Decimal
		bases := map[int64]decimal.Decimal{}
		for i := range rapid.IntRange(1, 8).Draw(t, "lines") {
			rate := rapid.SampledFrom([]int64{0, 5, 20}).Draw(t, "rate")
			id, price := string(rune('a'+i)), amount("price")
			l := WrittenLine{ID: id, Item: "I", Quantity: decimal.NewFromInt(1), Price: price, VAT: decimal.NewFromInt(rate)}
			owed := price
			switch rapid.IntRange(0, 2).Draw(t, "planted") {
			case 1: // arithmetic
				net := price.Add(decimal.NewFromInt(1))
				l.Net = &net
				s.Planted = append(s.Planted, Planted{Line: id, Why: kiosk.Same("w"), Rule: RuleLine})
			case 2:
				owed = price.Sub(decimal.NewFromInt(3))
				s.Planted = append(s.Planted, Planted{Line: id, Why: kiosk.Same("w"), Owed: &owed})
			}
			bases[rate] = bases[rate].Add(owed)
			s.Invoice.Lines = append(s.Invoice.Lines, l)
		}
		for rate, base := range bases {
			truth = truth.Add(base).Add(base.Mul(decimal.NewFromInt(rate)).Div(decimal.NewFromInt(100)).Round(unit))
		}
		if faults := s.Check(fstest.MapFS{}); len(faults) > 0 {
			t.Fatalf("faults: %+v", faults)
		}
		stop := &kiosk.Stop{Place: &kiosk.Place{ID: "invoice"}}
		add := func(typ string, body any) {
			doc, _ := json.Marshal(body)
			f := kiosk.Fact{Type: typ, Body: doc}
			if err := s.Judge(f); err != nil {
				t.Fatal(err)
			}
			stop.Facts = append(stop.Facts, f)
		}
		for _, p := range s.Planted {
			add(factMarked, Marked{Line: p.Line, Mark: Wrong})
		}
		add(factOwed, Owed{truth.StringFixed(unit), s.Invoice.Currency})
		add(factDone, struct{}{})
		for _, c := range s.Outcome(stop).Figures {
			switch c.Figure {
			case foundFigure:
				if c.Part != 1 {
					t.Fatalf("line %s is not found", c.Key)
				}
			case alarmFigure:
				if c.Part != 0 {
					t.Fatalf("line %s is a false alarm", c.Key)
				}
			case countFigure:
				if int(c.Value) != len(s.Planted) {
					t.Fatalf("found %v of %d", c.Value, len(s.Planted))
				}
			case differenceFigure:
				if c.Value != 0 {
					t.Fatalf("off by %v: truth %s, owed %s", c.Value, truth, s.owed)
				}
			}
		}
	})
}

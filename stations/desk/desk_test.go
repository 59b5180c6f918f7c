package desk

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"immersion/kiosk"
	"immersion/kiosk/stationtest"
)

const shipped = "../../config/scenarios/der-termin"

// central is the shipped desk with its files.
func central(t testing.TB) stationtest.Case {
	t.Helper()
	read := func(name string) []byte {
		b, err := os.ReadFile(filepath.Join(shipped, name))
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	return stationtest.Case{With: string(read("desk.yaml")), Files: fstest.MapFS{"elvenrode.svg": {Data: read("elvenrode.svg")}}}
}

func loaded(t *testing.T, c stationtest.Case) (*Station, *kiosk.Place) {
	t.Helper()
	scenario := stationtest.Scenario(t, Kind{}, c)
	for i := range scenario.Places {
		if s, ok := scenario.Places[i].Station.(*Station); ok {
			return s, &scenario.Places[i]
		}
	}
	t.Fatal("the scenario has no desk")
	return nil, nil
}

func TestConformance(t *testing.T) {
	bad := func(name, old, new, says string) stationtest.Bad {
		before, after, found := strings.Cut(example, old)
		if !found {
			t.Fatalf("%s: the example has no %q", name, old)
		}
		return stationtest.Bad{Name: name, Says: says, With: before + new + after, Line: strings.Count(before, "\n") + 1}
	}
	anywhere := func(b stationtest.Bad) stationtest.Bad { b.Line = 0; return b }
	stationtest.Run(t, Kind{}, stationtest.Case{
		Bad: []stationtest.Bad{
			bad("no such channel", "channel: counter", "channel: pigeon", `there is no "pigeon"`),
			bad("answer to nowhere", "to: melon, bends", "to: lemon, bends", `there is no step "lemon"`),
			bad("rule nobody wrote", "to: sold, rule: stock}", "to: sold, rule: stok}", `there is no rule "stok"`),
			bad("bends a rule nobody wrote", "bends: stock", "bends: scoop", `there is no rule "scoop"`),
			bad("tool nobody has", "tool: book", "tool: phone", `there is no tool "phone"`),
			anywhere(bad("keeps and bends", "bends: stock", "bends: stock, rule: till", "cannot keep a rule and bend one")),
			bad("writes with a tool", "takes: 3s", "write: true", "is for what is said"),
			bad("takes longer than he waits", "to: passed, escalates: true}", "to: passed, escalates: true, takes: 1m}", "longer than anybody's patience"),
			bad("endless wait", "takes: 3s", "takes: 2m", "is too long"),
			bad("no patience", "patience: 1m", "patience: 3s", "nobody can serve within 3s"),
			bad("too much patience", "patience: 1m", "patience: 1h", "nobody can serve within 1h0m0s"),
			bad("comes when all is over", "at: 20s", "at: 1h", "not within the shift"),
			anywhere(bad("nobody at the beginning", "customer: true", "customer: true\n    at: 5s", "none is there at the beginning")),
			anywhere(bad("no customer", "customer: true", "customer: false", "0 of them are from the scenario's customer")),
			anywhere(bad("two customers", "channel: phone", "channel: phone\n    customer: true", "2 of them are")),
			bad("message twice", "id: carl", "id: ada", `"ada" is there twice`),
			anywhere(bad("step twice", "{id: sold,", "{id: melon,", `"melon" is there twice`)),
			anywhere(bad("neither answers nor end", ", end: passed}\n    leaves: She", "}\n    leaves: She", "needs answers or an end")),
			bad("no such end", "end: passed", "end: lost", `there is no "lost"`),
			anywhere(bad("lonely step", "to: melon, bends: stock", "to: sold, bends: stock", `nothing leads to "melon"`)),
			anywhere(bad("an end that is not told", "        helped: They sit in the shade. Nobody speaks for a while.\n", "", `came of it after "helped"`)),
			bad("an end that cannot be", "left: He decides", "refused: He decides", `cannot end "refused"`),
			bad("no colour", `"#4a3f8f"`, "violet", "is not a colour"),
			bad("no time of day", `"14:05"`, `"25:05"`, "is no time of day"),
			anywhere(bad("no logo", "opens:", "logo: no.svg\n  opens:", `there is no file "no.svg"`)),
			bad("rule twice", "id: till", "id: stock", `"stock" is there twice`),
			bad("silent", "leaves: He hung up.", "leaves: ''", "says nothing"),
		},
	})
	t.Run("shipped", func(t *testing.T) { stationtest.Run(t, Kind{}, central(t)) })
}

// What the walk through a conversation finds, each with the message changed so
// that nothing else is wrong.
func TestWalk(t *testing.T) {
	end := func(id string, e End) Step { return Step{ID: id, Says: kiosk.Same("x"), End: e} }
	step := func(id string, to ...string) Step {
		s := Step{ID: id, Says: kiosk.Same("x")}
		for _, to := range to {
			s.Choices = append(s.Choices, Choice{Text: kiosk.Same("x"), To: to})
		}
		return s
	}
	tests := []struct {
		name  string
		steps []Step
		want  []string // "path: part of the message" of all faults
	}{
		{"straight", []Step{step("a", "b"), end("b", Helped)}, nil},
		{"round and out", []Step{step("a", "b"), step("b", "a", "c"), end("c", Passed)}, nil},
		{"round and never out", []Step{step("a", "b", "d"), step("b", "c"), step("c", "b"), end("d", Helped)},
			[]string{"steps[1]: never ends", "steps[2]: never ends"}},
		{"only a rule is left", []Step{step("a", "b", "c"), step("b", "d"), end("c", Passed), end("d", Refused)},
			[]string{"steps[1]: nothing is left but to refuse"}},
		{"trapped from the start", []Step{step("a", "b"), end("b", Refused)}, []string{"steps[0]: nothing is left but to refuse"}},
		{"nothing leads there", []Step{step("a", "b"), end("b", Helped), step("c", "b")}, []string{`steps[2]: nothing leads to "c"`}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			c := &checker{s: &Station{}}
			c.walk("m", &Message{Steps: test.steps})
			var got []string
			for _, f := range c.faults {
				got = append(got, strings.TrimPrefix(f.Path, "m.")+": "+f.Message)
			}
			if len(got) != len(test.want) {
				t.Fatalf("got %q, want %q", got, test.want)
			}
			for i, w := range test.want {
				at, says, _ := strings.Cut(w, ": ")
				if !strings.HasPrefix(got[i], at+": ") || !strings.Contains(got[i], says) {
					t.Errorf("got %q, want %q", got[i], w)
				}
			}
		})
	}
}

// The shipped conversations can end in every way that their graph says, and a
// quick reader serves within the patience.
func TestShippedIsFair(t *testing.T) {
	s, _ := loaded(t, central(t))
	if n := len(s.Messages); n < 4 || n > 6 {
		t.Errorf("%d messages", n)
	}
	for _, m := range s.Messages {
		if m.Patience < time.Minute {
			t.Errorf("%s waits %s only", m.ID, m.Patience)
		}
		for _, e := range m.ends()[:len(m.ends())-2] {
			if !m.leading(e)[m.Steps[0].ID] {
				t.Errorf("%s cannot end %q", m.ID, e)
			}
		}
	}
	bends := slices.ContainsFunc(s.message("konrad").Steps, func(p Step) bool {
		return slices.ContainsFunc(p.Choices, func(c Choice) bool { return c.Bends != "" })
	})
	if !bends || !s.message("konrad").Customer {
		t.Error("nothing can be done for the scenario's customer")
	}
}

// Settings hold words of every language; the view tells times in ms.
func TestView(t *testing.T) {
	s, _ := loaded(t, stationtest.Case{})
	b, err := json.Marshal(s.View())
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"patience":120000`, `"at":20000`, `"takes":3000`, `"opens":"14:05"`, `"bends":"stock"`} {
		if !strings.Contains(string(b), want) {
			t.Errorf("the view has no %s: %s", want, b)
		}
	}
}

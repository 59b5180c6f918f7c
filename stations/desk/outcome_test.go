package desk

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"immersion/kiosk"
	"immersion/kiosk/stationtest"
)

// act is one fact of a story, so many seconds after the one before.
type act struct {
	after int64
	typ   string
	body  any
}

func picks(message, step string, n int) act { return act{5, chose, choice{message, step, n, ""}} }

// told makes a stop of a story; every fact of it passes Judge.
func told(t *testing.T, s *Station, place *kiosk.Place, story []act) *kiosk.Stop {
	t.Helper()
	stop := &kiosk.Stop{Place: place, Language: "en"}
	at := int64(1)
	for _, a := range story {
		at += a.after * 1000
		b, err := json.Marshal(a.body)
		if err != nil {
			t.Fatal(err)
		}
		f := kiosk.Fact{ID: kiosk.NewID(), Type: a.typ, At: at, Body: b}
		if err := s.Judge(f); err != nil {
			t.Fatalf("%s %s: %v", a.typ, b, err)
		}
		stop.Facts = append(stop.Facts, f)
	}
	return stop
}

// short writes a cell in short: "resolved ada 1/1".
func short(c kiosk.Cell) string {
	switch c.Shape {
	case kiosk.Share:
		return fmt.Sprintf("%s %s %d/%d", c.Figure, c.Key, c.Part, c.Whole)
	case kiosk.Number:
		return fmt.Sprintf("%s %s %g", c.Figure, c.Key, c.Value)
	}
	return fmt.Sprintf("%s %s %d", c.Figure, c.Key, c.Count)
}

func TestOutcome(t *testing.T) {
	s, place := loaded(t, stationtest.Case{})
	adaComes := []act{{0, begun, struct{}{}}, {0, came, about{"ada"}}, {3, turned, waited{"ada", 3000}}}
	end := act{1, closed, struct{}{}}
	tests := []struct {
		name  string
		story []act
		notes []string // "section key", in order
		cells []string // that must be among them
		none  []string // beginnings of cells that must not
	}{
		{"never sat down", nil, nil, nil, []string{"resolved"}},
		{"bends the rule", append(slices.Clone(adaComes), picks("ada", "asks", 1), end),
			[]string{"do desk.note.shift", "do desk.note.bent", "hear desk.note.heard", "say desk.note.said", "gains desk.note.end.helped"},
			[]string{"resolved ada 1/1", "passed ada 0/1", "against ada 0/1", "left ada 0/1", "waiting ada 3000", "bent stock 1", "words ada.asks.1 1"},
			[]string{"won", "resolved carl"}},
		{"the rule wins", append(slices.Clone(adaComes), picks("ada", "asks", 0), end),
			[]string{"do desk.note.shift", "do desk.note.kept", "hear desk.note.heard", "say desk.note.said", "pains desk.note.end.refused"},
			[]string{"resolved ada 0/1", "against ada 1/1", "won stock 1", "words ada.asks.0 1"}, []string{"bent"}},
		{"looks it up and passes her on", append(slices.Clone(adaComes), picks("ada", "asks", 2), picks("ada", "book", 1), end),
			[]string{"do desk.note.shift", "hear desk.note.heard", "say desk.note.said", "pains desk.note.end.passed"},
			[]string{"passed ada 1/1", "words ada.asks.2 1", "words ada.book.1 1"}, []string{"won", "bent"}},
		{"in words of their own", append(slices.Clone(adaComes), act{9, chose, choice{"ada", "asks", 3, "Never mind the book."}}, end),
			[]string{"do desk.note.shift", "do desk.note.kept", "hear Never mind the book.", "say desk.note.said", "pains desk.note.end.refused"},
			[]string{"won stock 1", "words ada.asks.3 1"}, nil},
		{"her patience runs out", []act{{0, begun, struct{}{}}, {0, came, about{"ada"}}, {120, gone, waited{"ada", 120_000}}, end},
			[]string{"do desk.note.shift", "pains desk.note.end.left"},
			[]string{"left ada 1/1", "resolved ada 0/1", "waiting ada 120000"}, []string{"words"}},
		{"closes before the second comes to an end", append(slices.Clone(adaComes), picks("ada", "asks", 1), act{2, came, about{"carl"}}, end),
			[]string{"do desk.note.shift", "do desk.note.bent", "hear desk.note.heard", "say desk.note.said", "gains desk.note.end.helped"},
			[]string{"resolved carl 0/1", "left carl 0/1"}, []string{"waiting carl"}},
		{"still at it", append(slices.Clone(adaComes), picks("ada", "asks", 2)),
			[]string{}, []string{"waiting ada 3000", "words ada.asks.2 1"}, []string{"resolved", "left"}},
		{"told twice after a reload", append(slices.Clone(adaComes), picks("ada", "asks", 0), act{1, begun, struct{}{}}, picks("ada", "asks", 0),
			act{1, turned, waited{"ada", 9000}}, act{1, gone, waited{"ada", 9000}}, end),
			[]string{"do desk.note.shift", "do desk.note.kept", "hear desk.note.heard", "say desk.note.said", "pains desk.note.end.refused"},
			[]string{"won stock 1", "waiting ada 3000", "left ada 0/1", "words ada.asks.0 1"}, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			o := s.Outcome(told(t, s, place, test.story))
			var notes []string
			for _, n := range o.Notes {
				notes = append(notes, string(n.Section)+" "+n.Key+n.Text)
			}
			if !slices.Equal(notes, test.notes) {
				t.Errorf("notes %q, want %q", notes, test.notes)
			}
			var cells []string
			for _, c := range o.Figures {
				cells = append(cells, short(c))
			}
			for _, want := range test.cells {
				if !slices.Contains(cells, want) {
					t.Errorf("no cell %q in %q", want, cells)
				}
			}
			for _, none := range test.none {
				if i := slices.IndexFunc(cells, func(c string) bool { return strings.HasPrefix(c, none) }); i >= 0 {
					t.Errorf("a cell %q", cells[i])
				}
			}
		})
	}
}

// What a visitor wrote is in no figure, and on the map it stands alone.
func TestWordsStayTheVisitors(t *testing.T) {
	s, place := loaded(t, stationtest.Case{})
	o := s.Outcome(told(t, s, place, []act{{0, begun, struct{}{}}, {0, came, about{"ada"}},
		{9, chose, choice{"ada", "asks", 3, "sesame"}}, {1, closed, struct{}{}}}))
	figures, err := json.Marshal(o.Figures)
	if err != nil || strings.Contains(string(figures), "sesame") {
		t.Errorf("figures %s: %v", figures, err)
	}
	for _, n := range o.Notes {
		if b, _ := json.Marshal(n); strings.Contains(string(b), "sesame") && n.Text != "sesame" {
			t.Errorf("note %s", b)
		}
	}
}

func TestJudge(t *testing.T) {
	s, _ := loaded(t, stationtest.Case{})
	tests := []struct {
		name, typ, body string
		ok              bool
	}{
		{"an answer", chose, `{"message":"ada","step":"asks","choice":0}`, true},
		{"words where they may be", chose, `{"message":"ada","step":"asks","choice":3,"text":"x"}`, true},
		{"words where they may not", chose, `{"message":"ada","step":"asks","choice":0,"text":"x"}`, false},
		{"too many words", chose, `{"message":"ada","step":"asks","choice":3,"text":"` + strings.Repeat("ä", longestText+1) + `"}`, false},
		{"as many as may be", chose, `{"message":"ada","step":"asks","choice":3,"text":"` + strings.Repeat("ä", longestText) + `"}`, true},
		{"an answer that is not there", chose, `{"message":"ada","step":"asks","choice":4}`, false},
		{"an answer before the first", chose, `{"message":"ada","step":"asks","choice":-1}`, false},
		{"a step of another", chose, `{"message":"ada","step":"thanks","choice":0}`, false},
		{"a wait", turned, `{"message":"ada","waited":1}`, true},
		{"a wait three times as long", gone, `{"message":"ada","waited":360000}`, true},
		{"a wait beyond patience", gone, `{"message":"ada","waited":400000}`, false},
		{"a wait before the beginning", turned, `{"message":"ada","waited":-1}`, false},
		{"nobody", came, `{"message":"eve"}`, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			err := s.Judge(kiosk.Fact{Type: test.typ, At: 1, Body: json.RawMessage(test.body)})
			if (err == nil) != test.ok {
				t.Errorf("%v", err)
			}
		})
	}
}

// The manners that seeds give lead to different shifts.
func TestSimulate(t *testing.T) {
	s, place := loaded(t, central(t))
	sums := [3]map[string]int{{}, {}, {}}
	for seed := range uint64(60) {
		stop := &kiosk.Stop{Place: place, Language: "de"}
		s.Simulate(nil, seed, func(typ string, body any, ms int64) {
			if typ == kiosk.Reacted {
				return
			}
			b, err := json.Marshal(body)
			if err != nil {
				t.Fatal(err)
			}
			stop.Facts = append(stop.Facts, kiosk.Fact{ID: kiosk.NewID(), Type: typ, At: 1 + ms, Body: b})
		})
		for _, c := range s.Outcome(stop).Figures {
			sums[seed%3][c.Figure] += c.Count + c.Part
		}
	}
	strict, kind, slow := sums[0], sums[1], sums[2]
	if strict[won] <= kind[won] || kind[bent] <= strict[bent] {
		t.Errorf("rules: strict %v, kind %v", strict, kind)
	}
	if slow[wentAway] <= strict[wentAway] || kind[resolved]+kind[passedOn] <= strict[resolved] {
		t.Errorf("ends: strict %v, kind %v, slow %v", strict, kind, slow)
	}
}

// Whatever Judge lets in, Outcome can tell of.
func FuzzOutcome(f *testing.F) {
	f.Add(chose, `{"message":"ada","step":"asks","choice":2}`, `{"message":"ada","step":"book","choice":0}`)
	f.Add(gone, `{"message":"carl","waited":60000}`, `{"message":"ada","waited":0}`)
	f.Add(came, `{"message":"carl"}`, `{"message":"carl"}`)
	var s *Station
	var place *kiosk.Place
	f.Fuzz(func(t *testing.T, typ, one, two string) {
		if s == nil {
			s, place = loaded(t, stationtest.Case{})
		}
		stop := &kiosk.Stop{Place: place, Facts: []kiosk.Fact{{Type: begun, At: 1, Body: json.RawMessage(`{}`)}}}
		for i, doc := range []string{one, two, one} {
			fact := kiosk.Fact{Type: typ, At: int64(2 + i), Body: json.RawMessage(doc)}
			if s.Judge(fact) == nil {
				stop.Facts = append(stop.Facts, fact)
			}
		}
		stop.Left = 9
		if o := s.Outcome(stop); len(o.Notes) > 12 {
			t.Errorf("%d notes of three facts", len(o.Notes))
		}
	})
}

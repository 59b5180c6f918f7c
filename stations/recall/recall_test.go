package recall

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"immersion/kiosk"
	"immersion/kiosk/stationtest"
)

func TestConforms(t *testing.T) {
	change := func(from, to string) string {
		if !strings.Contains(example, from) {
			t.Fatalf("the example has no %q", from)
		}
		return strings.Replace(example, from, to, 1)
	}
	line := func(part string) int {
		before, _, _ := strings.Cut(example, part)
		return 1 + strings.Count(before, "\n")
	}
	const last = "{id: else, label: Somewhere else, icon: other}"
	stationtest.Run(t, Kind{}, stationtest.Case{Bad: []stationtest.Bad{
		{Name: "no question", With: change("question: When did a bill of your own last not add up?\n", ""), Says: "says nothing"},
		{Name: "blank care", With: change("care: Money troubles are nobody's business. You can leave this out.", "care: ' '"),
			Line: line("care:"), Says: "says nothing"},
		{Name: "no such icon", With: change("icon: shop}", "icon: bakery}"), Line: line("icon: shop}"), Says: `no icon "bakery"`},
		{Name: "no id", With: change("id: else", "id: Else Where"), Line: line(last), Says: `"Else Where" is no id`},
		{Name: "a place twice", With: change("id: else", "id: shop"), Line: line(last), Says: `"shop" is there twice`},
		{Name: "too long", With: change("Somewhere else", strings.Repeat("far ", 11)), Line: line(last), Says: "would not fit"},
		{Name: "a label in one language", With: change("label: Nobody was responsible", "label: {en: Nobody, de: ''}"),
			Line: line("Nobody was responsible"), Says: "says nothing"},
	}})
}

func TestCheckCounts(t *testing.T) {
	for _, c := range []struct {
		places, events int
		want           []string
	}{{1, 3, []string{"places"}}, {2, 3, nil}, {8, 10, nil}, {9, 2, []string{"places", "happened"}}, {2, 11, []string{"happened"}}} {
		s := &Station{Question: kiosk.Same("When?")}
		for i := range c.places {
			s.Places = append(s.Places, Place{ID: string(rune('a' + i)), Label: kiosk.Same("x"), Icon: "shop"})
		}
		for i := range c.events {
			s.Happened = append(s.Happened, Event{ID: string(rune('a' + i)), Label: kiosk.Same("x")})
		}
		var got []string
		for _, f := range s.Check(fstest.MapFS{}) {
			got = append(got, f.Path)
		}
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%d places, %d events: faults at %q, want %q", c.places, c.events, got, c.want)
		}
	}
}

func station(t *testing.T) (*kiosk.Scenario, *kiosk.Place, *Station) {
	t.Helper()
	s := stationtest.Scenario(t, Kind{}, stationtest.Case{})
	for i := range s.Places {
		if st, ok := s.Places[i].Station.(*Station); ok {
			return s, &s.Places[i], st
		}
	}
	t.Fatal("the scenario has no recall")
	return nil, nil, nil
}

func TestJudge(t *testing.T) {
	_, _, s := station(t)
	long := strings.Repeat("x", mostWords+1)
	for _, c := range []struct {
		name, typ, body string
		ok              bool
	}{
		{"a place", whereFact, `{"where":"shop"}`, true},
		{"no such place", whereFact, `{"where":"moon"}`, false},
		{"no place", whereFact, `{}`, false},
		{"nothing happened", happenedFact, `{"happened":[]}`, true},
		{"two things", happenedFact, `{"happened":["again","proof"]}`, true},
		{"one twice", happenedFact, `{"happened":["again","again"]}`, false},
		{"no such thing", happenedFact, `{"happened":["rain"]}`, false},
		{"no list", happenedFact, `{}`, false},
		{"words", wordedFact, `{"words":"It rained."}`, true},
		{"too many words", wordedFact, `{"words":"` + long + `"}`, false},
		{"then", feltFact, `{"when":"then","valence":-4,"arousal":4}`, true},
		{"at the end", feltFact, `{"when":"end","valence":0,"arousal":0}`, true},
		{"some other time", feltFact, `{"when":"now","valence":0,"arousal":0}`, false},
		{"off the grid", feltFact, `{"when":"then","valence":-5,"arousal":0}`, false},
		{"a sentence", toldFact, `{"text":"I waited."}`, true},
		{"too long a sentence", toldFact, `{"text":"` + long + `"}`, false},
		{"shared", sharedFact, `{"share":true}`, true},
		{"shared perhaps", sharedFact, `{"share":"perhaps"}`, false},
		{"a company", whereFact, `{"where":"shop","company":"Bright Energy"}`, false},
		{"no such fact", "recall.named", `{}`, false},
	} {
		err := s.Judge(kiosk.Fact{Type: c.typ, Body: json.RawMessage(c.body)})
		if (err == nil) != c.ok {
			t.Errorf("%s: %v", c.name, err)
		}
		if err != nil && strings.Contains(err.Error(), "xxx") {
			t.Errorf("%s: the refusal quotes the words: %v", c.name, err)
		}
	}
}

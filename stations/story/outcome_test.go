package story

import (
	"encoding/json"
	"reflect"
	"slices"
	"testing"

	"immersion/kiosk"
)

func stopOf(s *Station, left int64, facts ...kiosk.Fact) *kiosk.Stop {
	return &kiosk.Stop{Place: &kiosk.Place{ID: "told", Kind: "story", Station: s}, Language: "de", Left: left, Facts: facts}
}

func fact(t *testing.T, typ string, body any) kiosk.Fact {
	t.Helper()
	b, err := json.Marshal(body)
	if err != nil {
		t.Fatal(err)
	}
	return kiosk.Fact{Type: typ, Body: b}
}

func reaction(id, ref string, ms int64, valence int) kiosk.Felt {
	m := &kiosk.Moment{Ref: ref}
	if ms > 0 {
		m.MS = &ms
	}
	return kiosk.Felt{ID: id, Reaction: kiosk.Reaction{Valence: valence, Moment: m}}
}

func cell(o kiosk.Outcome, figure, key string) (kiosk.Cell, bool) {
	i := slices.IndexFunc(o.Figures, func(c kiosk.Cell) bool { return c.Figure == figure && c.Key == key })
	if i < 0 {
		return kiosk.Cell{}, false
	}
	return o.Figures[i], true
}

func TestFigures(t *testing.T) {
	s := ready(t)
	stop := stopOf(s, 9, fact(t, chosenFact, Chosen{"saturday"}), fact(t, turnedFact, Turned{"saturday", 1}),
		fact(t, turnedFact, Turned{"saturday", 2}), fact(t, turnedFact, Turned{"saturday", 3}),
		fact(t, playedFact, Played{"saturday", 3, s.leaves[2].length / 2}), fact(t, playedFact, Played{"saturday", 3, 100}))
	stop.Reactions = []kiosk.Felt{reaction("a", "saturday:1", 0, -1), reaction("b", "saturday:1", 0, -4), reaction("c", "nobody:1", 0, 4), {}}
	o := s.Outcome(stop)
	for _, c := range []struct {
		figure, key string
		part, whole int
		value       float64
	}{
		{chosen, "saturday", 1, 1, 0}, {chosen, "letters", 0, 1, 0},
		{read, "saturday:3", 1, 1, 0}, {read, "saturday:4", 0, 1, 0},
		{retold, "saturday", 0, 1, 0},
		{felt, "saturday:1", 0, 0, -2.5}, {played, "saturday:3", 0, 0, 50},
	} {
		got, ok := cell(o, c.figure, c.key)
		if !ok || got.Part != c.part || got.Whole != c.whole || got.Value < c.value-0.1 || got.Value > c.value+0.1 {
			t.Errorf("%s %s: %+v, want %d of %d, or %v", c.figure, c.key, got, c.part, c.whole, c.value)
		}
	}
	for _, none := range [][2]string{{read, "letters:1"}, {retold, "letters"}, {felt, "nobody:1"}, {felt, ""}} {
		if got, ok := cell(o, none[0], none[1]); ok {
			t.Errorf("%v: there is %+v", none, got)
		}
	}
	if o := s.Outcome(stopOf(s, 9)); len(o.Figures)+len(o.Notes) > 0 {
		t.Errorf("who takes no story leaves %+v", o)
	}
}

func TestNotes(t *testing.T) {
	s := ready(t)
	stop := stopOf(s, 9, fact(t, chosenFact, Chosen{"saturday"}), fact(t, turnedFact, Turned{"saturday", 1}),
		fact(t, chosenFact, Chosen{"letters"}), fact(t, turnedFact, Turned{"letters", 1}), fact(t, turnedFact, Turned{"letters", 2}),
		fact(t, retoldFact, Retold{"letters", "I was a number."}), fact(t, retoldFact, Retold{"letters", "I am a number."}))
	stop.Reactions = []kiosk.Felt{reaction("a", "saturday:1", 0, 2), reaction("b", "saturday:3", 2000, -4), reaction("c", "letters:1", 0, -1), reaction("d", "letters:2", 0, 3)}
	got := map[string]kiosk.Note{}
	for _, n := range s.Outcome(stop).Notes {
		got[n.ID] = n
	}
	if n := got["told:retold:letters"]; n.Text != "I am a number." || n.Section != kiosk.Say || !n.Inferred || n.Evidence.Label.In("de") != "Letters" {
		t.Errorf("retold: %+v", n)
	}
	if n := got["told:read:letters"]; n.Key != "story.note.finished" || n.Section != kiosk.Do {
		t.Errorf("read to the end: %+v", n)
	}
	if n := got["told:read:saturday"]; n.Key != "story.note.left" || !reflect.DeepEqual(n.Args, map[string]string{"title": "Samstag", "page": "1", "of": "4"}) {
		t.Errorf("left: %+v", n)
	}
	n := got["told:page:saturday:3"]
	if n.Section != kiosk.Hear || n.Args["words"] != "He even had a cup of tea." || n.Evidence.Clip == nil || n.Evidence.Clip.Media != "voice.mp3" || n.Evidence.Clip.From != 1700 {
		t.Errorf("heard most: %+v", n)
	}
	if e := n.Evidence; e.Label.In("de") != "Samstag, 3/4, 0:02" || e.Label.In("en") != "Saturday, 3/4, 0:02" {
		t.Errorf("its label is %v", e.Label)
	}
	if _, ok := got["told:page:letters:2"]; !ok {
		t.Error("the second that moved is missing")
	}
	if _, ok := got["told:page:saturday:1"]; ok {
		t.Error("a third that moved less is there")
	}
	if e := got["told:a"].Evidence; e == nil || e.Quote != "Es war die kälteste Nacht." {
		t.Errorf("the quote of a page in words: %+v", e)
	}
	// Nobody left yet: a story half-read is no news.
	stop.Left = 0
	for _, n := range s.Outcome(stop).Notes {
		if n.Key == "story.note.left" {
			t.Errorf("still there: %+v", n)
		}
	}
}

package kiosk_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"immersion/kiosk"
	"immersion/kiosk/stationtest"

	"pgregory.net/rapid"
)

const start = int64(1_790_000_000_000)

// fact makes a fact of visit v at a station, ms after the start.
func fact(visit, station, typ string, ms int64, body any) kiosk.Fact {
	b, err := json.Marshal(body)
	if err != nil {
		panic(err)
	}
	return kiosk.Fact{ID: kiosk.NewID(), Visit: visit, Station: station, Screen: "s-" + station, Type: typ, At: start + ms, Body: b}
}

func opened(visit string) kiosk.Fact {
	return fact(visit, "door", kiosk.VisitOpened, 0, kiosk.Opened{Scenario: "small", Opening: "o", Language: "en", Party: 2,
		Badge: kiosk.Badge{Words: "Amber Otter", Colour: "#b45309", Code: "ABCD"}})
}

type none struct{}

// anyFact draws one fact that a visit may hold.
func anyFact(t *rapid.T, visit string, reactions, orders []string) kiosk.Fact {
	station := rapid.SampledFrom([]string{"door", "one", "two", "way-out"}).Draw(t, "station")
	ms := rapid.Int64Range(1, 50).Draw(t, "ms") * 100 // ties happen
	note := rapid.SampledFrom([]string{"a", "b", "c"}).Draw(t, "note")
	switch rapid.IntRange(0, 15).Draw(t, "type") {
	case 0:
		return fact(visit, station, kiosk.StopEntered, ms, none{})
	case 1:
		return fact(visit, station, kiosk.StopLeft, ms, kiosk.Leaving{Reason: "done"})
	case 2:
		return fact(visit, station, kiosk.StopProgress, ms, map[string]int64{"n": ms})
	case 3, 4:
		return fact(visit, station, kiosk.Reacted, ms, kiosk.Reaction{Valence: int(ms/100)%9 - 4})
	case 5:
		id := kiosk.NewID()
		if len(reactions) > 0 {
			id = rapid.SampledFrom(reactions).Draw(t, "reaction")
		}
		return fact(visit, station, kiosk.ReactionWorded, ms, kiosk.Wording{Reaction: id, Words: fmt.Sprint(ms)})
	case 6:
		return fact(visit, station, kiosk.Assumed, ms, kiosk.Assumption{Assumption: "ease", Value: int(ms/100) % 11})
	case 7:
		return fact(visit, station, kiosk.NotePut, ms, kiosk.NoteEdit{Note: note, Section: kiosk.Hear, Text: fmt.Sprint(ms)})
	case 8:
		return fact(visit, station, kiosk.NoteRemoved, ms, kiosk.NoteRemoval{Note: note})
	case 10:
		return order(visit, kiosk.VisitSent, ms, kiosk.Sending{Station: station})
	case 11:
		return order(visit, kiosk.VisitAdvanced, ms, none{})
	case 12:
		return order(visit, kiosk.VisitReturned, ms, none{})
	case 13:
		return order(visit, kiosk.VisitReleased, ms, none{})
	case 14:
		if len(orders) > 0 {
			return order(visit, kiosk.VisitUndone, ms, kiosk.Undoing{Fact: rapid.SampledFrom(orders).Draw(t, "order")})
		}
		return order(visit, kiosk.VisitClosed, ms, kiosk.Closing{Reason: "organiser"})
	case 9:
		return fact(visit, station, kiosk.VisitEnding, ms, none{})
	default:
		return fact(visit, "way-out", kiosk.VisitFinished, ms, none{})
	}
}

// order makes a fact of what an organiser did.
func order(visit, typ string, ms int64, body any) kiosk.Fact {
	f := fact(visit, "", typ, ms, body)
	f.Screen, f.By = "", "organiser"
	return f
}

// The same facts in any order of arrival give the same visit, what organisers
// did to it and undid, and those of a visit merged into it, among them.
func TestVisitIsAFoldInAnyOrder(t *testing.T) {
	s := stationtest.Small()
	rapid.Check(t, func(t *rapid.T) {
		id, other := kiosk.NewID(), kiosk.NewID()
		elder := opened(other)
		elder.At -= rapid.Int64Range(-1, 1).Draw(t, "elder")
		facts := []kiosk.Fact{opened(id), elder}
		var reactions, orders []string
		for range rapid.IntRange(0, 40).Draw(t, "n") {
			f := anyFact(t, rapid.SampledFrom([]string{id, id, other}).Draw(t, "visit"), reactions, orders)
			switch {
			case f.Type == kiosk.Reacted:
				reactions = append(reactions, f.ID)
			case f.By != "":
				orders = append(orders, f.ID)
			}
			facts = append(facts, f)
		}
		fold := func(facts []kiosk.Fact) *kiosk.Visit {
			v := kiosk.NewVisit(id, 1, s)
			v.Adopt(other, 2, nil)
			for _, f := range facts {
				v.Add(f)
			}
			return v
		}
		want := fold(facts)
		after := kiosk.NewVisit(id, 1, s)
		var theirs []kiosk.Fact
		for _, f := range facts {
			if f.Visit == other {
				theirs = append(theirs, f)
			} else {
				after.Add(f)
			}
		}
		if after.Adopt(other, 2, theirs); !reflect.DeepEqual(after, want) {
			t.Fatalf("merged later:\n%+v\n%+v", after, want)
		}
		seed := rapid.Uint64().Draw(t, "seed")
		r := rand.New(rand.NewPCG(seed, 0))
		r.Shuffle(len(facts), func(i, j int) { facts[i], facts[j] = facts[j], facts[i] })
		got := fold(facts)
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("in another order:\n%+v\n%+v", got, want)
		}
		c, _ := got.Contribution()
		if d, _ := want.Contribution(); !reflect.DeepEqual(c, d) {
			t.Fatal("another contribution")
		}
	})
}

func TestVisitStays(t *testing.T) {
	id := kiosk.NewID()
	v := kiosk.NewVisit(id, 1, stationtest.Small())
	for _, f := range []kiosk.Fact{
		opened(id),
		fact(id, "one", kiosk.StopEntered, 1000, none{}),
		fact(id, "one", kiosk.Reacted, 3000, kiosk.Reaction{Valence: -2}),
		fact(id, "one", kiosk.StopLeft, 5000, kiosk.Leaving{Reason: "done"}),
		fact(id, "two", kiosk.StopEntered, 60_000, none{}),
		fact(id, "one", kiosk.Reacted, 4000, kiosk.Reaction{Valence: 4}), // late, from a screen that was away
		fact(id, "one", kiosk.StopEntered, 90_000, none{}),               // back again
		fact(id, "one", kiosk.StopLeft, 91_000, kiosk.Leaving{Reason: "skipped"}),
	} {
		v.Add(f)
	}
	one, two := v.Stop("one"), v.Stop("two")
	switch {
	case one.Spent != 5000 || one.Reason != "skipped" || len(one.Reactions) != 2:
		t.Errorf("at one: %+v", one)
	case one.Reactions[0].Valence != -2:
		t.Errorf("reactions are not by time: %+v", one.Reactions)
	case two.Spent != 30_000 || two.Reason != "moved":
		t.Errorf("at two: %+v", two)
	case v.Place != "" || v.Closed():
		t.Errorf("visit: %+v", v)
	}
}

func TestMapTakesTheVisitorsEdits(t *testing.T) {
	id := kiosk.NewID()
	v := kiosk.NewVisit(id, 1, stationtest.Small())
	for _, f := range []kiosk.Fact{
		opened(id),
		fact(id, "way-out", kiosk.NotePut, 1, kiosk.NoteEdit{Note: "a", Section: kiosk.Hear, Text: "first"}),
		fact(id, "way-out", kiosk.NotePut, 2, kiosk.NoteEdit{Note: "b", Section: kiosk.See, Text: "second", Inferred: true}),
		fact(id, "way-out", kiosk.NotePut, 3, kiosk.NoteEdit{Note: "a", Section: kiosk.Pains, Text: "moved"}),
		fact(id, "way-out", kiosk.NotePut, 4, kiosk.NoteEdit{Note: "c", Section: kiosk.Do, Text: "third"}),
		fact(id, "way-out", kiosk.NoteRemoved, 5, kiosk.NoteRemoval{Note: "c"}),
	} {
		v.Add(f)
	}
	want := []kiosk.Note{
		{ID: "a", Section: kiosk.Pains, Text: "moved"},
		{ID: "b", Section: kiosk.See, Text: "second", Inferred: true},
	}
	if got := v.Map(); !reflect.DeepEqual(got, want) {
		t.Errorf("map is %+v", got)
	}
}

func TestContributionHoldsNoWords(t *testing.T) {
	id := kiosk.NewID()
	v := kiosk.NewVisit(id, 1, stationtest.Small())
	for _, f := range []kiosk.Fact{
		opened(id),
		fact(id, "door", kiosk.Assumed, 1, kiosk.Assumption{Assumption: "ease", Value: 8}),
		fact(id, "one", kiosk.StopEntered, 2, none{}),
		fact(id, "one", kiosk.Reacted, 3, kiosk.Reaction{Valence: -3, Arousal: 1, Words: "secret words"}),
		fact(id, "way-out", kiosk.Assumed, 4, kiosk.Assumption{Assumption: "ease", Value: 2}),
		fact(id, "way-out", kiosk.NotePut, 5, kiosk.NoteEdit{Note: "a", Section: kiosk.Gains, Text: "secret note"}),
		fact(id, "way-out", kiosk.SentenceTold, 6, kiosk.Sentence{Text: "secret sentence"}),
	} {
		v.Add(f)
	}
	contribution, _ := v.Contribution()
	cells := map[string]kiosk.Cell{}
	for _, c := range contribution.Cells {
		cells[c.Station+"/"+c.Figure+"/"+c.Key] = c
	}
	for key, want := range map[string]kiosk.Cell{
		"/people/":     {Figure: "people", Shape: kiosk.Count, Count: 2},
		"/map/gains":   {Figure: "map", Shape: kiosk.Count, Key: "gains", Count: 1},
		"/map/see":     {Figure: "map", Shape: kiosk.Count, Key: "see"},
		"one/feeling/": {Station: "one", Figure: "feeling", Shape: kiosk.Number, Value: -3},
		"one/reached/": {Station: "one", Figure: "reached", Shape: kiosk.Share, Part: 1, Whole: 1},
		"two/reached/": {Station: "two", Figure: "reached", Shape: kiosk.Share, Whole: 1},
		"/shift/ease":  {Figure: "shift", Shape: kiosk.Number, Key: "ease", Value: -6},
	} {
		if got := cells[key]; !reflect.DeepEqual(got, want) {
			t.Errorf("%s is %+v, not %+v", key, got, want)
		}
	}
	doc, _ := json.Marshal(contribution)
	if s := string(doc); strings.Contains(s, "secret") {
		t.Errorf("words in %s", s)
	}
}

func TestSentenceIsShownOnlyAsItsWriterChose(t *testing.T) {
	id := kiosk.NewID()
	v := kiosk.NewVisit(id, 1, stationtest.Small())
	v.Add(opened(id))
	for i, debrief := range []bool{false, true, false} {
		v.Add(fact(id, "way-out", kiosk.SentenceTold, int64(i+1), kiosk.Sentence{Text: "I waited", Debrief: debrief}))
		if m := v.MapView(); m.Debrief != debrief || v.ShowSentence != debrief {
			t.Errorf("told %d: shown is %v", i, m.Debrief)
		}
	}
}

package recall

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"immersion/kiosk"
)

const secret = "secret"

// visit folds facts of a finished visit; each of them comes a second later.
type visit struct {
	*kiosk.Visit
	at int64
}

func newVisit(t *testing.T) (*visit, *kiosk.Place) {
	t.Helper()
	s, place, _ := station(t)
	v := &visit{Visit: kiosk.NewVisit(kiosk.NewID(), 1, s), at: 1_790_000_000_000}
	v.add("door", kiosk.VisitOpened, kiosk.Opened{Scenario: s.Hash, Opening: "o", Language: "en", Party: 1,
		Badge: kiosk.Badge{Words: "Amber Otter", Colour: "#b45309", Code: "ABCD"}})
	v.add(place.ID, kiosk.StopEntered, struct{}{})
	return v, place
}

func (v *visit) add(station, typ string, body any) {
	b, err := json.Marshal(body)
	if err != nil {
		panic(err)
	}
	v.at += 1000
	v.Add(kiosk.Fact{ID: kiosk.NewID(), Visit: v.ID, Station: station, Screen: "s", Type: typ, At: v.at, Body: b})
}

// remember tells all that can be told.
func (v *visit) remember(place string) {
	v.add(place, whereFact, Where{Where: "shop"})
	v.add(place, whereFact, Where{Where: "phone"})
	v.add(place, happenedFact, Happened{Happened: []string{"again", "proof"}})
	v.add(place, wordedFact, Worded{Words: secret + " words"})
	v.add(place, feltFact, Felt{When: ended, Valence: -1, Arousal: 0})
	v.add(place, feltFact, Felt{When: then, Valence: -3, Arousal: 2})
	v.add(place, toldFact, Told{Text: secret + " sentence"})
}

func (v *visit) finish() { v.add("way-out", kiosk.VisitFinished, struct{}{}) }

func told(v *visit) string {
	var all []string
	for _, t := range v.Told() {
		all = append(all, t.Text)
	}
	return strings.Join(all, " | ")
}

// What is typed here reaches no words that others read, no figure and no note,
// and lies at the visitor's own exit.
func TestWordsStayTheVisitors(t *testing.T) {
	v, place := newVisit(t)
	v.remember(place.ID)
	v.finish()
	contribution, counts := v.Contribution()
	doc, _ := json.Marshal(contribution)
	if !counts || strings.Contains(string(doc), secret) {
		t.Errorf("the contribution is %s, %v", doc, counts)
	}
	if len(v.Map()) != 0 || told(v) != "" {
		t.Errorf("notes %+v, told %q", v.Map(), told(v))
	}
	want := []kiosk.Self{{Station: place.ID, Where: kiosk.Same("On the phone"),
		Happened: []kiosk.Text{kiosk.Same("I had to tell it again"), kiosk.Same("I had to prove it")},
		Words:    "secret words", Text: "secret sentence",
		Feelings: []kiosk.Feeling{{Valence: -3, Arousal: 2}, {Valence: -1, Arousal: 0}}}}
	if got := v.Self(); !reflect.DeepEqual(got, want) {
		t.Errorf("beside the customer lies %+v", got)
	}
}

func TestSharing(t *testing.T) {
	share := func(yes bool) func(*visit, string) {
		return func(v *visit, place string) { v.add(place, sharedFact, Shared{Share: yes}) }
	}
	reword := func(v *visit, place string) {
		v.add("way-out", kiosk.NotePut, kiosk.NoteEdit{Note: place + ":told", Section: kiosk.Pains, Text: secret + " reworded"})
	}
	retell := func(text string) func(*visit, string) {
		return func(v *visit, place string) { v.add(place, toldFact, Told{Text: text}) }
	}
	for _, c := range []struct {
		name  string
		after []func(*visit, string)
		want  string
	}{
		{"by default", nil, ""},
		{"chosen", []func(*visit, string){share(true)}, "secret sentence"},
		{"chosen, and told anew", []func(*visit, string){share(true), retell("secret again")}, "secret again"},
		{"chosen and reworded on the map", []func(*visit, string){share(true), reword}, "secret reworded"},
		{"taken back", []func(*visit, string){share(true), share(false)}, ""},
		{"reworded on the map, then taken back", []func(*visit, string){share(true), reword, share(false)}, ""},
		{"reworded on the map, then emptied", []func(*visit, string){share(true), reword, retell("")}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			v, place := newVisit(t)
			v.remember(place.ID)
			for _, do := range c.after {
				do(v, place.ID)
			}
			v.finish()
			if got := told(v); got != c.want {
				t.Errorf("others may read %q, want %q", got, c.want)
			}
		})
	}
}

func TestFigures(t *testing.T) {
	v, place := newVisit(t)
	v.remember(place.ID)
	got := place.Station.Outcome(v.Stop(place.ID)).Figures
	want := []kiosk.Cell{
		{Figure: "where", Shape: kiosk.Count, Key: "phone", Count: 1},
		{Figure: "happened", Shape: kiosk.Count, Key: "again", Count: 1},
		{Figure: "happened", Shape: kiosk.Count, Key: "proof", Count: 1},
		{Figure: "felt", Shape: kiosk.Number, Value: -3},
		{Figure: "end", Shape: kiosk.Number, Value: -1},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("figures are %+v", got)
	}
	for _, c := range got {
		if c.Figure == kiosk.FeelingFigure {
			t.Error("the visitor's own feeling counts as the customer's")
		}
	}
}

// Who came and left without a word has nothing beside the customer.
func TestNothingRemembered(t *testing.T) {
	v, place := newVisit(t)
	v.add(place.ID, kiosk.StopLeft, kiosk.Leaving{Reason: "skipped"})
	if self := v.Self(); self != nil {
		t.Errorf("beside the customer lies %+v", self)
	}
	if o := place.Station.Outcome(v.Stop(place.ID)); len(o.Figures)+len(o.Notes) != 0 {
		t.Errorf("outcome %+v", o)
	}
}

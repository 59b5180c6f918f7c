package exit

import (
	"encoding/json"
	"io/fs"
	"reflect"
	"testing"
	"testing/fstest"

	"immersion/kiosk"
	"immersion/kiosk/stationtest"
)

func TestConforms(t *testing.T) {
	stationtest.Run(t, Kind{}, stationtest.Case{Bad: []stationtest.Bad{
		{Name: "no such section", With: "starters:\n  see: [Sees …]\n  smell: [Smells …]\n", Line: 3, Says: "smell"},
		{Name: "blank starter", With: "starters:\n  see:\n    - Sees …\n    - ''\n", Line: 4, Says: "no words"},
		{Name: "blank thanks", With: "thanks: ''\n", Line: 1, Says: "no words"},
	}})
}

func TestCheck(t *testing.T) {
	five := make([]kiosk.Text, maxStarters+1)
	for i := range five {
		five[i] = kiosk.Same("Hears …")
	}
	for _, c := range []struct {
		name    string
		station Station
		want    []string // paths of the faults
	}{
		{"nothing", Station{}, nil},
		{"both", Station{Starters: map[kiosk.Section][]kiosk.Text{kiosk.Hear: {kiosk.Same("Hears …")}}, Thanks: kiosk.Same("At noon.")}, nil},
		{"no such section", Station{Starters: map[kiosk.Section][]kiosk.Text{"smell": {kiosk.Same("Smells …")}}}, []string{"starters.smell"}},
		{"no starters in it", Station{Starters: map[kiosk.Section][]kiosk.Text{kiosk.See: {}}}, []string{"starters.see"}},
		{"too many", Station{Starters: map[kiosk.Section][]kiosk.Text{kiosk.Hear: five}}, []string{"starters.hear"}},
		{"blank ones", Station{Starters: map[kiosk.Section][]kiosk.Text{
			kiosk.See:  {kiosk.Same("Sees …"), kiosk.Text{}},
			kiosk.Hear: {kiosk.Text{"en": "Hears …", "de": " "}}}},
			[]string{"starters.hear[0].de", "starters.see[1]"}},
		{"blank thanks", Station{Thanks: kiosk.Same("")}, []string{"thanks"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, f := range c.station.Check(fstest.MapFS{}) {
				got = append(got, f.Path)
			}
			if !reflect.DeepEqual(got, c.want) {
				t.Errorf("faults at %q, want %q", got, c.want)
			}
		})
	}
}

func TestJudgeRefusesEveryFact(t *testing.T) {
	err := (&Station{}).Judge(kiosk.Fact{Type: "exit.done"})
	if kiosk.CodeOf(err) != kiosk.Invalid {
		t.Errorf("got %v, want a refusal with the code invalid", err)
	}
}

// TestSimulateFillsAVisit folds what a synthetic visitor does and looks at
// the visit that comes of it.
func TestSimulateFillsAVisit(t *testing.T) {
	scenario := &kiosk.Scenario{
		Assumptions: []kiosk.AssumptionAsked{{ID: "ease"}, {ID: "heard"}},
		Places:      []kiosk.Place{{ID: "map", Kind: "exit", Role: kiosk.Closes, Station: &Station{}}},
	}
	told, pledged, notes := 0, 0, 0
	for seed := range uint64(100) {
		v := kiosk.NewVisit(kiosk.NewID(), 1, scenario)
		(&Station{}).Simulate(scenario, seed, func(typ string, body any, ms int64) {
			b, err := json.Marshal(body)
			if err != nil {
				t.Fatal(err)
			}
			f := kiosk.Fact{ID: kiosk.NewID(), Visit: v.ID, Station: "map", Type: typ, At: 1 + ms, Body: b}
			if _, err := kiosk.ParseFact(f.Doc()); err != nil {
				t.Fatalf("seed %d: %v", seed, err)
			}
			v.Add(f)
		})
		for _, id := range []string{"ease", "heard"} {
			if a := v.Answers[id]; a.Before != nil || a.After == nil || *a.After < 0 || *a.After > 10 {
				t.Fatalf("seed %d answered %s with %+v", seed, id, a)
			}
		}
		notes += len(v.Map())
		if v.Sentence != "" {
			told++
		}
		if v.Pledge.Text != "" && v.Pledge.When != "" {
			pledged++
		}
	}
	if notes == 0 || told == 0 || told == 100 || pledged == 0 || pledged == 100 {
		t.Errorf("of 100 visits: %d notes, %d sentences, %d pledges; want some and not all", notes, told, pledged)
	}
}

func TestSimulateIsTheSameForASeed(t *testing.T) {
	play := func(seed uint64) (acts []any) {
		(&Station{}).Simulate(&kiosk.Scenario{Assumptions: []kiosk.AssumptionAsked{{ID: "ease"}}}, seed,
			func(typ string, body any, ms int64) { acts = append(acts, typ, body, ms) })
		return acts
	}
	if !reflect.DeepEqual(play(7), play(7)) {
		t.Error("seed 7 played differently twice")
	}
	if reflect.DeepEqual(play(7), play(8)) {
		t.Error("seeds 7 and 8 played the same")
	}
}

// TestEverySectionHasWords guards against a section of the map that nobody can fill.
func TestEverySectionHasWords(t *testing.T) {
	b, err := fs.ReadFile(Kind{}.Words(), "en.json")
	if err != nil {
		t.Fatal(err)
	}
	words := map[string]string{}
	if err := json.Unmarshal(b, &words); err != nil {
		t.Fatal(err)
	}
	for _, s := range kiosk.Sections {
		for _, key := range []string{"section." + string(s), "ask." + string(s), "starter." + string(s) + ".1"} {
			if words[key] == "" {
				t.Errorf("no words for %q", key)
			}
		}
	}
}

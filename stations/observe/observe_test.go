package observe

import (
	"testing"

	"immersion/kiosk"
	"immersion/kiosk/stationtest"
)

const small = `task: Walk.
stages:
  - {id: way, title: The way, touchpoints: [{id: door, title: Door}, {id: lift, title: Lift}]}
  - {id: desk, title: The desk, touchpoints: [{id: bell, title: Bell}]}
counters: [{id: back, title: Turned back}]
timers: [{id: word, title: First word}]
`

func TestConformance(t *testing.T) {
	stationtest.Run(t, Kind{}, stationtest.Case{Bad: []stationtest.Bad{
		{Name: "nothing to walk", With: "task: Walk.\n", Says: "0 of them"},
		{Name: "no task", With: "stages:\n  - {id: a, title: A, touchpoints: [{id: b, title: B}]}\n", Says: "says nothing"},
		{Name: "a touchpoint twice", With: "task: W\nstages:\n  - id: a\n    title: A\n    touchpoints:\n      - {id: x, title: X}\n      - {id: x, title: Y}\n", Line: 7, Says: "twice"},
		{Name: "no id", With: "task: W\nstages:\n  - {id: A B, title: A, touchpoints: [{id: x, title: X}]}\n", Line: 3, Says: "cannot be an id"},
		{Name: "a stage without touchpoints", With: "task: W\nstages:\n  - {id: a, title: A}\n", Line: 3, Says: "0 of them"},
		{Name: "a blank look", With: "task: W\nstages:\n  - {id: a, title: A, touchpoints: [{id: x, title: X, look: ' '}]}\n", Line: 3, Says: "says nothing"},
	}})
	stationtest.Run(t, Kind{}, stationtest.Case{With: small})
}

func load(t *testing.T) (*Station, *kiosk.Place) {
	t.Helper()
	p, _ := stationtest.Scenario(t, Kind{}, stationtest.Case{With: small}).Place("tried")
	return p.Station.(*Station), p
}

func TestJudge(t *testing.T) {
	s, p := load(t)
	if !p.Carried {
		t.Error("it is not carried")
	}
	long := make([]byte, maxText+1)
	for i := range long {
		long[i] = 'x'
	}
	for name, c := range map[string]struct {
		typ  string
		body string
		ok   bool
	}{
		"a note":               {noted, `{"stage":"way","touchpoint":"door","sense":"seen","text":"It sticks."}`, true},
		"on another stage":     {noted, `{"stage":"desk","touchpoint":"door","sense":"seen","text":"It sticks."}`, false},
		"smelt":                {noted, `{"stage":"way","touchpoint":"door","sense":"smelt","text":"Soup."}`, false},
		"without words":        {noted, `{"stage":"way","touchpoint":"door","sense":"seen","text":" \n"}`, false},
		"too long":             {noted, `{"stage":"way","touchpoint":"door","sense":"seen","text":"` + string(long) + `"}`, false},
		"one more":             {counted, `{"counter":"back","by":1}`, true},
		"a hundred more":       {counted, `{"counter":"back","by":100}`, false},
		"of nothing":           {counted, `{"counter":"forth","by":1}`, false},
		"a time":               {timed, `{"timer":"word","ms":90000}`, true},
		"no time":              {timed, `{"timer":"word","ms":0}`, false},
		"a day":                {timed, `{"timer":"word","ms":86400000}`, false},
		"another kind's":       {"portal.viewed", `{"page":"x"}`, false},
		"taken back":           {taken, `{"note":"0192"}`, true},
		"nothing taken back":   {taken, `{"note":""}`, false},
		"what it does not say": {timed, `{"timer":"word","ms":5,"who":"me"}`, false},
	} {
		t.Run(name, func(t *testing.T) {
			if err := s.Judge(kiosk.Fact{Type: c.typ, Body: []byte(c.body)}); (err == nil) != c.ok {
				t.Errorf("%v", err)
			}
		})
	}
}

func TestOutcome(t *testing.T) {
	s, p := load(t)
	stop := &kiosk.Stop{Place: p, Language: "en"}
	for i, f := range []struct{ typ, body string }{
		{noted, `{"stage":"way","touchpoint":"door","sense":"seen","text":"It sticks."}`},
		{noted, `{"stage":"way","touchpoint":"door","sense":"inferred","text":"Nobody uses it."}`},
		{noted, `{"stage":"desk","touchpoint":"bell","sense":"heard","text":"Silence."}`},
		{taken, `{"note":"c"}`},
		{counted, `{"counter":"back","by":-1}`}, // a slip below nothing
		{counted, `{"counter":"back","by":1}`},
		{counted, `{"counter":"back","by":1}`},
		{timed, `{"timer":"word","ms":60000}`},
		{timed, `{"timer":"word","ms":120000}`},
	} {
		stop.Facts = append(stop.Facts, kiosk.Fact{ID: string(rune('a' + i)), Type: f.typ, Body: []byte(f.body)})
	}
	o := s.Outcome(stop)
	if len(o.Notes) != 4 {
		t.Fatalf("notes: %+v", o.Notes)
	}
	first, second := o.Notes[0], o.Notes[1]
	if first.Section != kiosk.See || first.Inferred || first.Text != "It sticks." || first.Evidence.Label.In("en") != "The way · Door" || first.Evidence.Moment.Ref != "door" {
		t.Errorf("seen: %+v %+v", first, first.Evidence)
	}
	if second.Section != kiosk.Feel || !second.Inferred {
		t.Errorf("inferred: %+v", second)
	}
	if o.Notes[2].Args["value"] != "2" || o.Notes[3].Args["value"] != "2:00" {
		t.Errorf("counted and timed: %v, %v", o.Notes[2].Args, o.Notes[3].Args)
	}
	want := map[string]float64{"notes door": 2, "stages way": 2, "senses seen": 1, "senses heard": 0, "senses inferred": 1, "counters back": 2, "timers word": 90000}
	for _, c := range o.Figures {
		key := c.Figure + " " + c.Key
		if got := float64(c.Count+c.Part) + c.Value; got != want[key] {
			t.Errorf("%s is %v, not %v", key, got, want[key])
		}
		delete(want, key)
	}
	if len(want) > 0 {
		t.Errorf("missing: %v", want)
	}
}

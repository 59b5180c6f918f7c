package kiosk_test

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"immersion/kiosk"
	"immersion/kiosk/stationtest"
)

// retracing is a station that shows what was felt at "one" and at the door.
type retracing struct{ kiosk.Station }

func (retracing) Retraces() []kiosk.Retrace {
	return []kiosk.Retrace{{Station: "one"}, {Station: "door"}}
}

// A screen gets the means of what was felt at the stations it asks for, where
// something was, and no words; another screen gets none.
func TestFeltElsewhere(t *testing.T) {
	f := newFlow(t, kiosk.DefaultSettings())
	s := stationtest.Small()
	s.Places[2].Station = retracing{s.Places[2].Station}
	f.Use(s)
	visit := f.arrive(0)
	f.step(visit, "one", kiosk.StopEntered, none{})
	f.step(visit, "one", kiosk.Reacted, kiosk.Reaction{Valence: -4, Arousal: 3, Words: "never again"})
	f.step(visit, "one", kiosk.Reacted, kiosk.Reaction{Valence: -1, Arousal: 0})
	if at, _ := f.ScreenState("s-one"); at.Visit == nil || at.Visit.Felt != nil {
		t.Errorf("at a station that does not ask: %+v", at.Visit)
	}
	f.step(visit, "one", kiosk.StopLeft, kiosk.Leaving{Reason: "done"})
	f.step(visit, "two", kiosk.StopEntered, none{})
	f.step(visit, "two", kiosk.Reacted, kiosk.Reaction{Valence: 4, Arousal: 4})
	at, _ := f.ScreenState("s-two")
	if at.Visit == nil {
		t.Fatal("nobody at two")
	}
	if want := []kiosk.FeltAt{{Station: "one", Valence: -2.5, Arousal: 1.5, N: 2}}; !reflect.DeepEqual(at.Visit.Felt, want) {
		t.Errorf("felt %+v, not %+v", at.Visit.Felt, want)
	}
	if doc, err := json.Marshal(at); err != nil || strings.Contains(string(doc), "never again") {
		t.Errorf("the state holds the visitor's words: %s %v", doc, err)
	}
}

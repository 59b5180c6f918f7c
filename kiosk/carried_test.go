package kiosk_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"immersion/kiosk"
)

// carrying is a room whose station "two" may be carried, with two visits.
func carrying(t *testing.T) (f *flow, visit, other string) {
	f = newFlow(t, kiosk.DefaultSettings())
	for i := range f.Current().Places {
		if p := &f.Current().Places[i]; p.ID == "two" {
			p.Carried = true
		}
	}
	return f, f.arrive(0), f.arrive(0)
}

func TestAPhoneSpeaksForItsVisitOnly(t *testing.T) {
	f, visit, other := carrying(t)
	mine := kiosk.Phone(visit)
	for name, c := range map[string]struct {
		from, screen, visit, station, typ string
		code                              kiosk.Code
	}{
		"a feeling":                {mine, mine, visit, "two", kiosk.Reacted, ""},
		"what it goes on from":     {mine, mine, visit, "two", kiosk.StopProgress, ""},
		"another visit's":          {mine, mine, other, "two", kiosk.Reacted, kiosk.Forbidden},
		"as a screen of the room":  {mine, "s-two", visit, "two", kiosk.Reacted, kiosk.Forbidden},
		"a screen as the phone":    {"s-two", mine, visit, "two", kiosk.Reacted, kiosk.Forbidden},
		"at what is not carried":   {mine, mine, visit, "one", kiosk.Reacted, kiosk.Forbidden},
		"where the visitor is":     {mine, mine, visit, "two", kiosk.StopEntered, kiosk.Forbidden},
		"that they left":           {mine, mine, visit, "two", kiosk.StopLeft, kiosk.Forbidden},
		"the end of the visit":     {mine, mine, visit, "way-out", kiosk.VisitFinished, kiosk.Forbidden},
		"a note on the map":        {mine, mine, visit, "two", kiosk.NotePut, kiosk.Forbidden},
		"another kind's":           {mine, mine, visit, "two", "portal.viewed", kiosk.Forbidden},
		"a visit of its own":       {mine, mine, visit, "door", kiosk.VisitOpened, kiosk.Forbidden},
		"that somebody would like": {mine, mine, visit, "two", kiosk.VisitEnding, kiosk.Forbidden},
	} {
		t.Run(name, func(t *testing.T) {
			fact := fact(c.visit, c.station, c.typ, 1000, map[string]any{})
			fact.Screen = c.screen
			switch c.typ {
			case kiosk.StopLeft:
				fact.Body = []byte(`{"reason":"done"}`)
			case kiosk.NotePut:
				fact.Body = []byte(`{"note":"n","section":"see","text":"x","inferred":false}`)
			case kiosk.VisitOpened:
				fact.Body = opened(c.visit).Body
			}
			f.Lock()
			defer f.Unlock()
			err := f.Judge(fact, kiosk.Source(c.from), time.UnixMilli(start+2000))
			if c.code == "" && err != nil || c.code != "" && kiosk.CodeOf(err) != c.code {
				t.Errorf("%v", err)
			}
		})
	}
}

func TestCarryingMovesNobody(t *testing.T) {
	f, visit, _ := carrying(t)
	f.step(visit, "one", kiosk.StopEntered, none{})
	phone := kiosk.Phone(visit)
	f.pass(1)
	note := fact(visit, "two", kiosk.Reacted, f.ms, kiosk.Reaction{Valence: -1, Words: "mine alone"})
	note.Screen = phone
	f.Lock()
	take(t, f.Room, kiosk.Source(phone), note)
	v, _ := f.Visit(visit)
	place, stop, closed := v.Place, v.Stop("two"), v.Closed()
	f.Unlock()
	if place != "one" || closed || stop == nil || len(stop.Reactions) != 1 {
		t.Errorf("at %q, carried %+v", place, stop)
	}

	state, ok := f.ScreenState(phone)
	doc, err := json.Marshal(state)
	if err != nil || !ok || len(state.Carried) != 1 || state.Carried[0].Station != "two" || state.Visit.ID != visit {
		t.Fatalf("state: %s %v", doc, err)
	}
	for _, secret := range []string{"mine alone", "expected", `"map"`} {
		if strings.Contains(string(doc), secret) {
			t.Errorf("a phone is told %s: %s", secret, doc)
		}
	}

	timeout := kiosk.DefaultSettings().Visit.Timeout
	at := func(d time.Duration) time.Time { return time.UnixMilli(start + f.ms).Add(d) }
	if stale := f.Stale(at(timeout + 50*time.Minute)); len(stale) != 1 || stale[0] == visit {
		t.Errorf("out of reach for an hour: %v is stale", stale)
	}
	if stale := f.Stale(at(timeout + 61*time.Minute)); len(stale) != 2 {
		t.Errorf("after that: %v is stale", stale)
	}

	f.own(kiosk.OpeningClosed, "", none{})
	closing := fact(visit, "", kiosk.VisitClosed, f.ms, kiosk.Closing{Reason: "opening"})
	closing.By = "organiser"
	f.Lock()
	take(t, f.Room, kiosk.RoomItself, closing)
	f.Unlock()
	if _, ok := f.ScreenState(phone); ok {
		t.Error("a phone outlives its visit")
	}
}

func TestAPhoneStandsStillWithTheRoom(t *testing.T) {
	f, visit, _ := carrying(t)
	paused := func() bool {
		state, ok := f.ScreenState(kiosk.Phone(visit))
		return ok && state.Paused
	}
	if paused() {
		t.Error("it stands still before the room does")
	}
	f.own(kiosk.RoomPaused, "", none{})
	if !paused() {
		t.Error("it does not stand still")
	}
	f.own(kiosk.RoomResumed, "", none{})
	if paused() {
		t.Error("it does not go on")
	}
}

// What comes after a carried station need not wait until it is left: nobody leaves it.
func TestCarriedIsBehindWhenBegun(t *testing.T) {
	f, visit, _ := carrying(t)
	for i := range f.Current().Places {
		if p := &f.Current().Places[i]; p.ID == "one" {
			p.After = []string{"two"}
		}
	}
	expected := func() bool {
		state, _ := f.ScreenState("s-one")
		for _, e := range state.Expected {
			if e.Visit == visit {
				return true
			}
		}
		return false
	}
	if expected() {
		t.Fatal("they may come before")
	}
	note := fact(visit, "two", kiosk.Reacted, f.ms+1, kiosk.Reaction{})
	note.Screen = kiosk.Phone(visit)
	f.Lock()
	take(t, f.Room, kiosk.Source(note.Screen), note)
	f.Unlock()
	f.pass(1) // a look at the room is good for a while
	if !expected() {
		t.Error("they may not come")
	}
}

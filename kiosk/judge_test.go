package kiosk_test

import (
	"testing"
	"time"

	"immersion/kiosk"
	"immersion/kiosk/stationtest"
)

// room makes a room with its doors open since start and one visit in it.
func room(t *testing.T) (r *kiosk.Room, opening, visit string) {
	t.Helper()
	r = kiosk.NewRoom(kiosk.DefaultSettings())
	r.Use(stationtest.Small())
	r.Lock()
	defer r.Unlock()
	o, err := kiosk.NewFact(time.UnixMilli(start), kiosk.OpeningOpened, "organiser", none{})
	if err != nil {
		t.Fatal(err)
	}
	take(t, r, kiosk.RoomItself, o)
	visit = kiosk.NewID()
	f := opened(visit)
	f.Body = []byte(`{"scenario":"small","opening":"` + o.ID + `","badge":{"words":"Amber Otter","colour":"#b45309","code":"ABCD"},"language":"en","comfort":{},"party":1}`)
	take(t, r, "s-door", f)
	return r, o.ID, visit
}

func take(t *testing.T, r *kiosk.Room, from kiosk.Source, f kiosk.Fact) {
	t.Helper()
	if err := r.Judge(f, from, time.UnixMilli(start)); err != nil {
		t.Fatalf("%s: %v", f.Type, err)
	}
	if f.Type == kiosk.VisitOpened {
		r.Begin(f, 1)
	}
	r.Apply(f)
}

func TestJudge(t *testing.T) {
	r, _, visit := room(t)
	r.Lock()
	defer r.Unlock()
	body := func(f kiosk.Fact, b string) kiosk.Fact { f.Body = []byte(b); return f }
	by := func(f kiosk.Fact) kiosk.Fact { f.By = "organiser"; return f }
	reaction := fact(visit, "one", kiosk.Reacted, 1, kiosk.Reaction{Valence: 1})
	for _, c := range []struct {
		name string
		f    kiosk.Fact
		from kiosk.Source
		want kiosk.Code
	}{
		{"a reaction", reaction, "s-one", ""},
		{"a reaction off the grid", fact(visit, "one", kiosk.Reacted, 1, kiosk.Reaction{Valence: 5}), "s-one", kiosk.Invalid},
		{"an unknown key", body(reaction, `{"valence":1,"arousal":0,"score":3}`), "s-one", kiosk.Invalid},
		{"no body", body(reaction, ``), "s-one", kiosk.Invalid},
		{"an unknown visit", fact(kiosk.NewID(), "one", kiosk.StopEntered, 1, none{}), "s-one", kiosk.NotFound},
		{"an unknown station", fact(visit, "three", kiosk.StopEntered, 1, none{}), "s-three", kiosk.NotFound},
		{"an unknown assumption", fact(visit, "door", kiosk.Assumed, 1, kiosk.Assumption{Assumption: "x"}), "s-door", kiosk.NotFound},
		{"an unknown type", fact(visit, "one", "pizza", 1, none{}), "s-one", kiosk.Invalid},
		{"another kind's type", fact(visit, "one", "call.heard", 1, none{}), "s-one", kiosk.Invalid},
		{"another screen's fact", reaction, "s-two", kiosk.Forbidden},
		{"a screen closes a visit", fact(visit, "one", kiosk.VisitClosed, 1, kiosk.Closing{Reason: "x"}), "s-one", kiosk.Forbidden},
		{"a screen opens the doors", fact("", "one", kiosk.OpeningOpened, 1, none{}), "s-one", kiosk.Forbidden},
		{"a screen says who did it", by(reaction), "s-one", kiosk.Forbidden},
		{"the room does not say who did it", fact(visit, "", kiosk.VisitClosed, 1, kiosk.Closing{Reason: "organiser"}), kiosk.RoomItself, kiosk.Invalid},
		{"the room closes a visit", by(fact(visit, "", kiosk.VisitClosed, 1, kiosk.Closing{Reason: "organiser"})), kiosk.RoomItself, ""},
		{"the doors are open already", by(fact("", "", kiosk.OpeningOpened, 1, none{})), kiosk.RoomItself, kiosk.Conflict},
		{"finished on the way", fact(visit, "one", kiosk.VisitFinished, 1, none{}), "s-one", kiosk.Invalid},
		{"a visit opens twice", opened(visit), "s-door", kiosk.Conflict},
		{"an unknown opening", opened(kiosk.NewID()), "s-door", kiosk.NotFound},
		{"two days ahead", fact(visit, "one", kiosk.StopEntered, 48*3600*1000, none{}), "s-one", kiosk.Invalid},
	} {
		t.Run(c.name, func(t *testing.T) {
			err := r.Judge(c.f, c.from, time.UnixMilli(start))
			if c.want == "" && err != nil || c.want != "" && (err == nil || kiosk.CodeOf(err) != c.want) {
				t.Errorf("%v, not %q", err, c.want)
			}
		})
	}
}

func TestJudgeAfterClosing(t *testing.T) {
	r, _, visit := room(t)
	r.Lock()
	defer r.Unlock()
	take(t, r, "s-way-out", fact(visit, "way-out", kiosk.VisitFinished, 60_000, none{}))
	for _, c := range []struct {
		name string
		ms   int64
		want bool
	}{{"late, not lost", 30_000, true}, {"in the slack", 64_000, true}, {"after", 66_000, false}} {
		t.Run(c.name, func(t *testing.T) {
			err := r.Judge(fact(visit, "one", kiosk.Reacted, c.ms, kiosk.Reaction{}), "s-one", time.UnixMilli(start))
			if c.want != (err == nil) || err != nil && kiosk.CodeOf(err) != kiosk.Closed {
				t.Errorf("%v", err)
			}
		})
	}
}

func TestUnrecordedLeavesWhereaboutsOnly(t *testing.T) {
	r, opening, _ := room(t)
	r.Lock()
	defer r.Unlock()
	id := kiosk.NewID()
	f := opened(id)
	f.Body = []byte(`{"scenario":"small","opening":"` + opening + `","badge":{"words":"Teal Owl","colour":"#0f7480","code":"WXYZ"},"language":"en","comfort":{},"party":1,"unrecorded":true}`)
	take(t, r, "s-door", f)
	take(t, r, "s-one", fact(id, "one", kiosk.StopEntered, 10, none{}))
	err := r.Judge(fact(id, "one", kiosk.Reacted, 20, kiosk.Reaction{}), "s-one", time.UnixMilli(start))
	if kiosk.CodeOf(err) != kiosk.Forbidden {
		t.Errorf("a reaction is taken: %v", err)
	}
	v, _ := r.Visit(id)
	if _, counts := v.Contribution(); counts {
		t.Error("it contributes")
	}
}

func TestDoorsCloseOnOpenVisits(t *testing.T) {
	r, _, visit := room(t)
	r.Lock()
	defer r.Unlock()
	f, _ := kiosk.NewFact(time.UnixMilli(start+1000), kiosk.OpeningClosed, "organiser", none{})
	facts := r.Follow(f)
	if len(facts) != 1 || facts[0].Visit != visit || facts[0].Type != kiosk.VisitClosed {
		t.Fatalf("closing the doors brings %+v", facts)
	}
	for _, g := range append(facts, f) {
		take(t, r, kiosk.RoomItself, g)
	}
	if v, _ := r.Visit(visit); !v.Closed() || v.Finished || v.Reason != "opening" {
		t.Errorf("the visit is %+v", v)
	}
}

func TestWayFinding(t *testing.T) {
	r, _, visit := room(t)
	r.Lock()
	for _, station := range []string{"door", "one", "two", "way-out"} {
		f, _ := kiosk.NewFact(time.UnixMilli(start), kiosk.ScreenPaired, "organiser", kiosk.Pairing{Name: station, Station: station})
		f.Screen = "s-" + station
		take(t, r, kiosk.RoomItself, f)
	}
	r.Unlock()
	for _, station := range []string{"door", "one", "two", "way-out"} {
		r.Present("s-"+station, true)
	}
	r.Lock()
	step := func(typ, station string, ms int64, body any) {
		take(t, r, kiosk.Source("s-"+station), fact(visit, station, typ, ms, body))
	}
	step(kiosk.StopEntered, "door", 1, none{})
	step(kiosk.StopLeft, "door", 2, kiosk.Leaving{Reason: "done"})
	r.Unlock()

	state := func(screen string) kiosk.ScreenState {
		s, ok := r.ScreenState(screen)
		if !ok {
			t.Fatalf("no screen %s", screen)
		}
		return s
	}
	if l := state("s-door").Leaving; l == nil || l.Next != "one" || l.Wait != 0 {
		t.Fatalf("leaving the door: %+v", l)
	}
	if e := state("s-one").Expected; len(e) != 1 || !e[0].Sent || e[0].Badge.Words != "Amber Otter" {
		t.Errorf("expected at one: %+v", e)
	}
	if e := state("s-two").Expected; len(e) != 1 || e[0].Sent {
		t.Errorf("expected at two: %+v", e)
	}

	r.Lock()
	step(kiosk.StopEntered, "one", 3, none{})
	step(kiosk.Reacted, "one", 4, kiosk.Reaction{Valence: -4, Words: "hm"})
	r.Unlock()
	if v := state("s-one").Visit; v == nil || v.ID != visit || v.Map != nil {
		t.Errorf("at one: %+v", v)
	}
	r.Lock()
	step(kiosk.StopLeft, "one", 5, kiosk.Leaving{Reason: "skipped"})
	step(kiosk.StopEntered, "two", 6, none{})
	step(kiosk.StopLeft, "two", 7, kiosk.Leaving{Reason: "done"})
	r.Unlock()
	if l := state("s-two").Leaving; l == nil || l.Next != "way-out" {
		t.Errorf("leaving the last: %+v", l)
	}
	if v, err := r.CheckIn("", " ab cd "); err != nil || v.ID != visit {
		t.Errorf("check in: %+v %v", v, err)
	}
	if _, err := r.CheckIn("", "ZZZZ"); kiosk.CodeOf(err) != kiosk.NotFound {
		t.Errorf("check in with a wrong code: %v", err)
	}
	r.Lock()
	step(kiosk.StopEntered, "way-out", 8, none{})
	r.Unlock()
	if v := state("s-way-out").Visit; v == nil || v.Map == nil {
		t.Errorf("at the exit: %+v", v)
	}
	r.Lock()
	step(kiosk.VisitFinished, "way-out", 9, none{})
	r.Unlock()
	if l := state("s-way-out").Leaving; l == nil || l.Next != "" {
		t.Errorf("after the exit: %+v", l)
	}
	if !r.Changes().Closed {
		t.Error("nobody was told that a visit closed")
	}
}

func FuzzParseFact(f *testing.F) {
	f.Add(opened(kiosk.NewID()).Doc())
	f.Add([]byte(`{"id":1}`))
	f.Add([]byte(`[]`))
	f.Fuzz(func(t *testing.T, doc []byte) {
		fact, err := kiosk.ParseFact(doc)
		if err != nil {
			if kiosk.CodeOf(err) != kiosk.Invalid {
				t.Errorf("%v", err)
			}
			return
		}
		if again, err := kiosk.ParseFact(fact.Doc()); err != nil || again.ID != fact.ID || again.At != fact.At {
			t.Errorf("%s is not read again: %v", doc, err)
		}
	})
}

// A visit goes on on the version it began with: where the next version still
// has a station of the same name and kind, its screens expect the visitor.
func TestVisitsStayOnTheirVersion(t *testing.T) {
	next := func(change func(*kiosk.Scenario)) *kiosk.Scenario {
		s := stationtest.Small()
		s.Hash = "next"
		change(s)
		return s
	}
	for _, c := range []struct {
		name     string
		next     *kiosk.Scenario
		expected int
	}{
		{"the same places", next(func(*kiosk.Scenario) {}), 1},
		{"another kind", next(func(s *kiosk.Scenario) { s.Places[1].Kind = "other" }), 0},
		{"a new place", next(func(s *kiosk.Scenario) { s.Places[1].ID = "new" }), 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, _, visit := room(t)
			r.Use(c.next)
			at := c.next.Places[1].ID
			r.Lock()
			paired, _ := kiosk.NewFact(time.UnixMilli(start), kiosk.ScreenPaired, "organiser", kiosk.Pairing{Name: "1", Station: at})
			paired.Screen = "s-one"
			take(t, r, kiosk.RoomItself, paired)
			r.Unlock()
			st, ok := r.ScreenState("s-one")
			if !ok || st.Scenario != "next" || len(st.Expected) != c.expected {
				t.Errorf("the screen shows %+v", st)
			}
			r.Lock()
			defer r.Unlock()
			v, _ := r.Visit(visit)
			if err := r.Judge(fact(visit, "one", kiosk.StopEntered, 1, none{}), "s-one", time.UnixMilli(start)); err != nil || v.Scenario.Hash != "small" {
				t.Errorf("the visit is on %s: %v", v.Scenario.Hash, err)
			}
		})
	}
}

// Versions from before the start are found when they are asked for, once.
func TestOlderVersions(t *testing.T) {
	r := kiosk.NewRoom(kiosk.DefaultSettings())
	asked := 0
	r.Remember(func(hash string) (*kiosk.Scenario, bool) {
		asked++
		return stationtest.Small(), hash == "small"
	})
	for range 2 {
		if s, ok := r.Scenario("small"); !ok || s.Hash != "small" || asked != 1 {
			t.Errorf("%v %v, asked %d times", s, ok, asked)
		}
	}
	if _, ok := r.Scenario("other"); ok {
		t.Error("found what is nowhere")
	}
}

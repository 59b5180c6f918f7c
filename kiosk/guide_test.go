package kiosk_test

import (
	"reflect"
	"testing"
	"time"

	"immersion/kiosk"
	"immersion/kiosk/stationtest"
)

// told tells what an organiser does to a visit now.
func (f *flow) told(visit, typ string, body any) (fact string, err error) {
	f.ms++
	g := order(visit, typ, f.ms, body)
	f.Lock()
	defer f.Unlock()
	if err := f.Judge(g, kiosk.RoomItself, time.UnixMilli(start+f.ms)); err != nil {
		return g.ID, err
	}
	f.Apply(g)
	return g.ID, nil
}

// does is what nobody may refuse.
func (f *flow) does(visit, typ string, body any) string {
	f.t.Helper()
	fact, err := f.told(visit, typ, body)
	if err != nil {
		f.t.Fatalf("%s: %v", typ, err)
	}
	return fact
}

func (f *flow) refuses(visit, typ string, body any, code kiosk.Code) {
	f.t.Helper()
	if _, err := f.told(visit, typ, body); err == nil || kiosk.CodeOf(err) != code {
		f.t.Errorf("%s %v: %v, not %q", typ, body, err, code)
	}
}

func (f *flow) undo(visit, fact string) {
	f.t.Helper()
	f.does(visit, kiosk.VisitUndone, kiosk.Undoing{Fact: fact})
}

func (f *flow) row(visit string) kiosk.VisitRow { return f.Console().Visits[visit] }

// shown is what a screen shows of whom: "here" or how they left, by the id it
// knows; "" for nobody.
func (f *flow) shown(station, visit string) string {
	s, _ := f.ScreenState("s-" + station)
	switch {
	case s.Visit != nil && s.Visit.ID == visit:
		return "here"
	case s.Visit != nil:
		return "somebody else"
	case s.Leaving != nil && s.Leaving.Visit == visit:
		return "left " + s.Leaving.As
	}
	return ""
}

func (f *flow) shows(station, visit, want string) {
	f.t.Helper()
	if got := f.shown(station, visit); got != want {
		f.t.Errorf("the screen at %s shows %q, not %q", station, got, want)
	}
}

func (f *flow) goes(visit, want string) {
	f.t.Helper()
	if got := f.row(visit).Next; got != want {
		f.t.Errorf("sent to %q, not %q", got, want)
	}
}

// late makes "two" a station that comes after "one".
func (f *flow) late() {
	for i := range f.Current().Places {
		if p := &f.Current().Places[i]; p.ID == "two" {
			p.After = []string{"one"}
		}
	}
}

func TestSentBeforeAnythingElse(t *testing.T) {
	f := newFlow(t, kiosk.DefaultSettings())
	f.late()
	v := f.arrive(0)
	f.goes(v, "one")
	sent := f.does(v, kiosk.VisitSent, kiosk.Sending{Station: "two"}) // whatever the scenario says
	f.wants("door", "two 0")
	if s, _ := f.ScreenState("s-two"); len(s.Expected) != 1 || !s.Expected[0].Sent {
		t.Errorf("expected at two: %+v", s.Expected)
	}
	if _, err := f.Tap("s-two", v); err != nil {
		t.Errorf("the badge tapped: %v", err)
	}
	f.undo(v, sent)
	f.goes(v, "one")
	f.does(v, kiosk.VisitSent, kiosk.Sending{Station: "two"})
	f.does(v, kiosk.VisitSent, kiosk.Sending{})
	f.goes(v, "one")

	f.stay(v, "one", 1, "done")
	f.does(v, kiosk.VisitSent, kiosk.Sending{Station: "one"}) // where they have been
	f.goes(v, "one")
	if s, _ := f.ScreenState("s-one"); len(s.Expected) != 1 || !s.Expected[0].Sent {
		t.Errorf("expected at one: %+v", s.Expected)
	}
	f.Present("s-one", false) // nobody waits before a screen that went off
	f.goes(v, "two")
	if row := f.row(v); row.Sent != "one" {
		t.Errorf("the order is forgotten: %+v", row)
	}
	f.Present("s-one", true)
	f.goes(v, "one")
	f.step(v, "two", kiosk.StopEntered, none{}) // they went elsewhere
	f.step(v, "two", kiosk.StopLeft, kiosk.Leaving{Reason: "done"})
	f.goes(v, "way-out")
}

func TestNotSentWhereNobodyCanBegin(t *testing.T) {
	f := newFlow(t, kiosk.DefaultSettings())
	v := f.arrive(0)
	f.Present("s-two", false)
	f.step(v, "one", kiosk.StopEntered, none{})
	for station, code := range map[string]kiosk.Code{
		"two": kiosk.Conflict, "one": kiosk.Conflict, "door": kiosk.Invalid, "nowhere": kiosk.NotFound,
	} {
		f.refuses(v, kiosk.VisitSent, kiosk.Sending{Station: station}, code)
	}
}

func TestSentInARound(t *testing.T) {
	f := newFlow(t, rotating())
	v := f.arrive(1)
	f.goes(v, "one")
	f.does(v, kiosk.VisitSent, kiosk.Sending{Station: "two"})
	f.goes(v, "two")
}

func TestAdvanced(t *testing.T) {
	f := newFlow(t, kiosk.DefaultSettings())
	v := f.arrive(0)
	f.refuses(v, kiosk.VisitAdvanced, none{}, kiosk.Conflict)
	f.step(v, "one", kiosk.StopEntered, none{})
	advanced := f.does(v, kiosk.VisitAdvanced, none{})
	f.shows("one", v, "left advanced")
	f.wants("one", "two 0")
	f.step(v, "one", kiosk.Reacted, kiosk.Reaction{Valence: 1}) // that the screen still held
	f.undo(v, advanced)
	f.shows("one", v, "here")
	if s, _ := f.ScreenState("s-one"); s.Leaving != nil {
		t.Errorf("still leaving: %+v", s.Leaving)
	}
	f.does(v, kiosk.VisitAdvanced, none{})
	f.stay(v, "two", 1, "done")
	f.step(v, "way-out", kiosk.StopEntered, none{})
	f.refuses(v, kiosk.VisitAdvanced, none{}, kiosk.Conflict)
	f.Lock()
	defer f.Unlock()
	visit, _ := f.Visit(v)
	if s := visit.Stop("one"); s.Reason != "advanced" || len(s.Reactions) != 1 {
		t.Errorf("the stop is %+v", s)
	}
}

func TestReleasedIsNotLeftForGood(t *testing.T) {
	f := newFlow(t, kiosk.DefaultSettings())
	f.late()
	v := f.arrive(0)
	f.refuses(v, kiosk.VisitReleased, none{}, kiosk.Conflict)
	f.step(v, "one", kiosk.StopEntered, none{})
	f.step(v, "one", kiosk.StopProgress, map[string]int{"page": 3})
	released := f.does(v, kiosk.VisitReleased, none{})
	f.shows("one", v, "left released")
	f.goes(v, "one") // and two comes after it
	f.undo(v, released)
	f.shows("one", v, "here")
	f.does(v, kiosk.VisitReleased, none{})
	f.step(v, "one", kiosk.StopEntered, none{})
	if s, _ := f.ScreenState("s-one"); string(s.Visit.Progress) != `{"page":3}` {
		t.Errorf("goes on from %s", s.Visit.Progress)
	}
}

func TestSentBack(t *testing.T) {
	f := newFlow(t, kiosk.DefaultSettings())
	v := f.arrive(0)
	f.refuses(v, kiosk.VisitReturned, none{}, kiosk.Conflict)
	f.step(v, "one", kiosk.StopEntered, none{})
	f.refuses(v, kiosk.VisitReturned, none{}, kiosk.Conflict)
	f.step(v, "one", kiosk.StopLeft, kiosk.Leaving{Reason: "done"})
	back := f.does(v, kiosk.VisitReturned, none{}) // on the way
	f.goes(v, "one")
	f.undo(v, back)
	f.goes(v, "two")
	f.step(v, "two", kiosk.StopEntered, none{})
	back = f.does(v, kiosk.VisitReturned, none{})
	f.shows("two", v, "left returned")
	f.wants("two", "one 0")
	f.undo(v, back)
	f.shows("two", v, "here")
	f.does(v, kiosk.VisitReturned, none{})
	f.stay(v, "one", 1, "done")
	f.goes(v, "two") // which was cut short
	f.Present("s-one", false)
	f.refuses(v, kiosk.VisitReturned, none{}, kiosk.Conflict)
}

func TestUndoing(t *testing.T) {
	f := newFlow(t, kiosk.DefaultSettings())
	v, w := f.arrive(0), f.arrive(0)
	f.step(v, "one", kiosk.StopEntered, none{})
	closed := f.does(v, kiosk.VisitClosed, kiosk.Closing{Reason: "organiser"})
	f.shows("one", v, "left closed")
	f.refuses(w, kiosk.VisitUndone, kiosk.Undoing{Fact: closed}, kiosk.NotFound)
	f.refuses(v, kiosk.VisitUndone, kiosk.Undoing{Fact: kiosk.NewID()}, kiosk.NotFound)
	f.undo(v, closed)
	f.refuses(v, kiosk.VisitUndone, kiosk.Undoing{Fact: closed}, kiosk.Conflict)
	f.shows("one", v, "here")

	advanced := f.does(v, kiosk.VisitAdvanced, none{})
	f.step(w, "one", kiosk.StopEntered, none{})
	f.refuses(v, kiosk.VisitUndone, kiosk.Undoing{Fact: advanced}, kiosk.Conflict) // somebody else is there
	f.step(w, "one", kiosk.StopLeft, kiosk.Leaving{Reason: "done"})
	f.ms += 11_000 // a little late is not too late
	f.undo(v, advanced)
	advanced = f.does(v, kiosk.VisitAdvanced, none{})
	f.ms += 13_000
	f.refuses(v, kiosk.VisitUndone, kiosk.Undoing{Fact: advanced}, kiosk.Conflict)

	timeout := f.does(w, kiosk.VisitClosed, kiosk.Closing{Reason: "timeout"})
	f.refuses(w, kiosk.VisitUndone, kiosk.Undoing{Fact: timeout}, kiosk.Invalid)
}

// What is closed comes back only into a room that it finds as it left it.
func TestUndoneClosingFindsItsPlace(t *testing.T) {
	for name, c := range map[string]func(f *flow, v string){
		"the doors have closed": func(f *flow, _ string) { f.own(kiosk.OpeningClosed, "", none{}) },
		"another opening": func(f *flow, _ string) {
			f.own(kiosk.OpeningClosed, "", none{})
			f.opening = f.own(kiosk.OpeningOpened, "", none{}).ID
		},
		"the badge is worn": func(f *flow, _ string) { f.badges--; f.arrive(0) },
	} {
		t.Run(name, func(t *testing.T) {
			f := newFlow(t, kiosk.DefaultSettings())
			v := f.arrive(0)
			closed := f.does(v, kiosk.VisitClosed, kiosk.Closing{Reason: "organiser"})
			c(f, v)
			f.refuses(v, kiosk.VisitUndone, kiosk.Undoing{Fact: closed}, kiosk.Conflict)
		})
	}
}

func TestMerged(t *testing.T) {
	f := newFlow(t, kiosk.DefaultSettings())
	v, w := f.arrive(0), f.arrive(0)
	code := f.row(v).Badge.Code
	f.step(v, "one", kiosk.StopEntered, none{})
	f.step(v, "one", kiosk.Reacted, kiosk.Reaction{Valence: -3})
	f.step(v, "one", kiosk.StopProgress, map[string]int{"page": 3})
	f.stay(w, "two", 1, "done")
	before := []kiosk.Visit{f.copied(v), f.copied(w)}

	merged := f.does(v, kiosk.VisitMerged, kiosk.Merging{Into: w})
	if rows := f.Console().Visits; len(rows) != 1 || rows[w].Place != "" {
		t.Fatalf("in the room: %+v", rows)
	}
	f.shows("one", v, "left merged") // the newest sign was at two, and they went on from there
	if there, err := f.CheckIn("", code); err != nil || there.ID != w {
		t.Errorf("the other badge leads to %v, %v", there.ID, err)
	}
	f.step(v, "one", kiosk.Reacted, kiosk.Reaction{Valence: 2}) // late, from the screen that knew the other badge
	all := f.copied(w)
	if len(all.Stop("one").Reactions) != 2 || all.Stop("two") == nil {
		t.Errorf("one visit is %+v", all)
	}
	if c, counts := all.Contribution(); !counts || c.Visit != before[1].No {
		t.Errorf("it adds %+v", c)
	}
	f.refuses(v, kiosk.VisitMerged, kiosk.Merging{Into: w}, kiosk.Conflict)
	third := f.arrive(0)
	f.refuses(third, kiosk.VisitMerged, kiosk.Merging{Into: kiosk.NewID()}, kiosk.NotFound)
	f.does(third, kiosk.VisitMerged, kiosk.Merging{Into: v}) // by whichever badge

	f.undo(v, merged)
	f.shows("one", v, "here")
	if s, _ := f.ScreenState("s-one"); string(s.Visit.Progress) != `{"page":3}` {
		t.Errorf("goes on from %s", s.Visit.Progress)
	}
	if got := f.copied(v); len(got.Stop("one").Reactions) != 2 || got.Stop("two") != nil || got.Since != before[0].Since {
		t.Errorf("parted, it is %+v", got)
	}
	if got := f.copied(w); got.Stop("one") != nil || !reflect.DeepEqual(got.Stop("two"), before[1].Stop("two")) {
		t.Errorf("parted, the other is %+v", got)
	}
}

// copied is a visit as it stands.
func (f *flow) copied(visit string) kiosk.Visit {
	f.t.Helper()
	f.Lock()
	defer f.Unlock()
	v, ok := f.Visit(visit)
	if !ok {
		f.t.Fatalf("there is no visit %s", visit)
	}
	return *v
}

// What is joined already can be joined again, and each joining is undone by itself.
func TestMergedWithAllThatIsPartOfIt(t *testing.T) {
	f := newFlow(t, kiosk.DefaultSettings())
	a, b, c, d, e := f.arrive(0), f.arrive(0), f.arrive(0), f.arrive(0), f.arrive(0)
	codes := map[string]string{}
	for i, v := range []string{a, b, c, d, e} {
		codes[v] = f.row(v).Badge.Code
		f.stay(v, []string{"one", "two"}[i%2], float64(i), "done")
	}
	leads := func(want map[string]string) {
		t.Helper()
		rows := f.Console().Visits
		whole := map[string]bool{}
		for of, to := range want {
			whole[to] = true
			if there, err := f.CheckIn("", codes[of]); err != nil || there.ID != to {
				t.Errorf("badge %s leads to %v, not %s: %v", codes[of], there.ID, codes[to], err)
			}
		}
		if len(rows) != len(whole) {
			t.Errorf("%d rows, not %d", len(rows), len(whole))
		}
	}
	before := f.copied(b)
	first := f.does(b, kiosk.VisitMerged, kiosk.Merging{Into: a})
	f.does(c, kiosk.VisitMerged, kiosk.Merging{Into: a})
	second := f.does(a, kiosk.VisitMerged, kiosk.Merging{Into: d})
	f.does(e, kiosk.VisitMerged, kiosk.Merging{Into: d})
	leads(map[string]string{a: d, b: d, c: d, d: d, e: d})
	if got := f.copied(d); got.Stop("one") == nil || got.Stop("two") == nil {
		t.Errorf("one visit is %+v", got)
	}
	f.undo(d, second)
	leads(map[string]string{a: a, b: a, c: a, d: d, e: d})
	f.refuses(d, kiosk.VisitUndone, kiosk.Undoing{Fact: second}, kiosk.NotFound)
	f.refuses(a, kiosk.VisitUndone, kiosk.Undoing{Fact: second}, kiosk.Conflict)
	second = f.does(d, kiosk.VisitMerged, kiosk.Merging{Into: a})
	leads(map[string]string{a: a, b: a, c: a, d: a, e: a})
	f.undo(a, first)
	leads(map[string]string{a: a, b: b, c: a, d: a, e: a})
	f.undo(a, second)
	leads(map[string]string{a: a, b: b, c: a, d: d, e: d})
	if got := f.copied(b); got.Stop("one") != nil || !reflect.DeepEqual(got.Stop("two"), before.Stop("two")) {
		t.Errorf("parted, it is %+v", got)
	}
}

// A screen where the visitor was by the other badge goes on under it.
func TestMergedWhereTheyAre(t *testing.T) {
	f := newFlow(t, kiosk.DefaultSettings())
	v, w := f.arrive(0), f.arrive(0)
	f.step(v, "one", kiosk.StopEntered, none{})
	f.does(v, kiosk.VisitMerged, kiosk.Merging{Into: w})
	f.shows("one", v, "here")
	if row := f.row(w); row.Place != "one" || row.Screen != "s-one" {
		t.Errorf("the row: %+v", row)
	}
	f.step(v, "one", kiosk.StopLeft, kiosk.Leaving{Reason: "done"})
	f.shows("one", v, "left ")
	f.goes(w, "two")
	f.Present("s-two", false)
	f.wants("one", "way-out 0")
}

func TestMergedOnTheSameTermsOnly(t *testing.T) {
	f := newFlow(t, kiosk.DefaultSettings())
	f.badges++
	private := kiosk.NewID()
	f.step(private, "door", kiosk.VisitOpened, kiosk.Opened{Scenario: "small", Opening: f.opening, Language: "en", Party: 1, Unrecorded: true,
		Badge: kiosk.Badge{Words: "Amber Otter", Code: "PRIV"}})
	v, over := f.arrive(0), f.arrive(0)
	f.refuses(private, kiosk.VisitMerged, kiosk.Merging{Into: v}, kiosk.Conflict)
	f.refuses(v, kiosk.VisitMerged, kiosk.Merging{Into: private}, kiosk.Conflict)
	f.refuses(v, kiosk.VisitMerged, kiosk.Merging{Into: v}, kiosk.Invalid)
	f.does(over, kiosk.VisitClosed, kiosk.Closing{Reason: "organiser"})
	f.refuses(v, kiosk.VisitMerged, kiosk.Merging{Into: over}, kiosk.Closed)
	f.refuses(over, kiosk.VisitMerged, kiosk.Merging{Into: v}, kiosk.Closed)
}

func TestStuck(t *testing.T) {
	f := newFlow(t, kiosk.DefaultSettings())
	v := f.arrive(0)
	at := func(minutes float64, stuck bool) {
		t.Helper()
		f.pass(minutes)
		if row := f.row(v); row.Stuck != stuck || row.Expected == 0 {
			t.Errorf("stuck %v, expected %d minutes", row.Stuck, row.Expected)
		}
	}
	f.step(v, "one", kiosk.StopEntered, none{})
	at(2.9, false) // a minute is expected, yet
	f.own(kiosk.RoomPaused, "", none{})
	at(9, false)
	f.own(kiosk.RoomResumed, "", none{})
	at(0.2, true)
	for i := range 12 { // nine in ten of the others take up to eight minutes
		f.stay(f.arrive(0), "two", float64(i%10), "done")
	}
	f.step(v, "one", kiosk.StopLeft, kiosk.Leaving{Reason: "done"})
	if row := f.row(v); row.Stuck || row.Expected != 0 {
		t.Errorf("on the way: %+v", row)
	}
	f.step(v, "two", kiosk.StopEntered, none{})
	at(7.9, false)
	at(0.3, true)
	f.step(v, "two", kiosk.StopLeft, kiosk.Leaving{Reason: "skipped"})
	f.stay(v, "one", 0, "done")
	f.step(v, "two", kiosk.StopEntered, none{}) // all times there count
	at(0.1, true)
}

// What was learnt holds in the next opening, for the version in use alone.
func TestPaceOutlastsAnOpening(t *testing.T) {
	f := newFlow(t, kiosk.DefaultSettings())
	expected := func() int {
		t.Helper()
		f.own(kiosk.OpeningClosed, "", none{})
		f.opening = f.own(kiosk.OpeningOpened, "", none{}).ID
		v := f.arrive(0)
		f.step(v, "one", kiosk.StopEntered, none{})
		return f.row(v).Expected
	}
	if got := expected(); got != 1 {
		t.Errorf("%d minutes expected before anybody was there", got)
	}
	for range kiosk.PaceVisits { // whoever was before them is forgotten
		f.stay(f.arrive(0), "one", 3, "done")
	}
	for range kiosk.PaceVisits {
		f.stay(f.arrive(0), "one", 2, "done")
	}
	if got := expected(); got != 2 {
		t.Errorf("%d minutes expected after many who stayed two", got)
	}
	next := stationtest.Small()
	next.Hash = "next"
	f.Use(next)
	if got := expected(); got != 1 {
		t.Errorf("%d minutes expected on another version", got)
	}
}

// In a round everybody stays to the turn's end.
func TestNobodyIsStuckInARound(t *testing.T) {
	f := newFlow(t, rotating())
	v := f.arrive(1)
	f.own(kiosk.RotationStarted, "", f.NewRotation())
	f.step(v, "one", kiosk.StopEntered, none{})
	f.pass(9)
	if f.row(v).Stuck {
		t.Error("stuck")
	}
}

// A phone that carries for a badge goes on when that is merged into another.
func TestMergedWithAPhone(t *testing.T) {
	f, visit, other := carrying(t)
	mine := kiosk.Phone(visit)
	f.Phones(func(id string) bool { return id == visit })
	f.does(visit, kiosk.VisitMerged, kiosk.Merging{Into: other})
	if s, ok := f.ScreenState(mine); !ok || s.Visit.ID != visit || len(s.Carried) != 1 {
		t.Errorf("the phone shows %+v", s)
	}
	if !f.row(other).Phone {
		t.Error("the row has no phone")
	}
	told := fact(visit, "two", kiosk.Reacted, f.ms, kiosk.Reaction{Valence: 2})
	told.Screen = mine
	f.Lock()
	defer f.Unlock()
	take(t, f.Room, kiosk.Source(mine), told)
	if v, _ := f.Visit(other); len(v.Stop("two").Reactions) != 1 {
		t.Error("what the phone told is not the visit's")
	}
}

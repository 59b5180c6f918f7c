package kiosk_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"immersion/kiosk"
)

// rehearsed is a flow with a rehearsal under way, all its screens on.
type rehearsed struct {
	*flow
	screens map[string]string // by station
}

func newRehearsed(f *flow, o kiosk.RehearsalOrder) *rehearsed {
	f.t.Helper()
	screens, err := f.BeginRehearsal(o)
	if err != nil {
		f.t.Fatal(err)
	}
	r := &rehearsed{f, map[string]string{}}
	for _, s := range screens {
		r.screens[s.Station] = s.ID
		f.Present(s.ID, true)
	}
	return r
}

// at is a fact told by the rehearsal's screen at a station.
func (r *rehearsed) at(visit, station, typ string, body any) kiosk.Fact {
	r.ms++
	f := fact(visit, station, typ, r.ms, body)
	f.Screen = r.screens[station]
	return f
}

func (r *rehearsed) tell(visit, station, typ string, body any) {
	r.t.Helper()
	f := r.at(visit, station, typ, body)
	r.Lock()
	defer r.Unlock()
	take(r.t, r.Room, kiosk.Source(f.Screen), f)
}

// come lets a synthetic visitor in, by the badge that their door offers.
func (r *rehearsed) come() (visit string) {
	r.t.Helper()
	s, ok := r.ScreenState(r.screens["door"])
	if !ok || s.Offer == nil || !strings.HasPrefix(s.Offer.Code, "0") || s.Opening != "" {
		r.t.Fatalf("the door of a rehearsal shows %+v", s)
	}
	visit = kiosk.NewID()
	r.tell(visit, "door", kiosk.VisitOpened, kiosk.Opened{Scenario: "small", Language: "en", Party: 1, Badge: *s.Offer, Rehearsal: true})
	r.tell(visit, "door", kiosk.StopEntered, none{})
	r.tell(visit, "door", kiosk.StopLeft, kiosk.Leaving{Reason: "done"})
	return visit
}

// The room looks the same to its visitors whether a rehearsal crowds it or not.
func TestARehearsalIsInNobodysWay(t *testing.T) {
	walk := func(rehearsing bool) (seen []string) {
		f := newFlow(t, kiosk.DefaultSettings())
		var r *rehearsed
		crowd := func(station string) {
			if rehearsing {
				r.tell(r.come(), station, kiosk.StopEntered, none{})
				r.come()
			}
		}
		if rehearsing {
			r = newRehearsed(f, kiosk.RehearsalOrder{Visitors: 20, Speed: 10})
			for range 4 { // who are slow, and teach the room's pace nothing
				v := r.come()
				r.tell(v, "one", kiosk.StopEntered, none{})
				r.pass(3)
				r.tell(v, "one", kiosk.StopLeft, kiosk.Leaving{Reason: "done"})
			}
		}
		look := func(station string) {
			s, _ := f.ScreenState("s-" + station)
			seen = append(seen, fmt.Sprint(f.way(station), " ", len(s.Expected), " ", s.Visit != nil, " ", s.Group, " ", len(f.Stale(f.now()))))
		}
		crowd("one")
		f.arrive(0)
		look("door")
		crowd("two")
		v := f.arrive(0)
		look("door")
		look("one")
		f.stay(v, "one", 2, "done")
		crowd("way-out")
		look("one")
		f.pass(60) // nobody moves for long: the room's visitors are stale, a rehearsal's are not its care
		look("two")
		if rehearsing {
			r.EndRehearsal()
		}
		look("way-out")
		return seen
	}
	alone, beside := walk(false), walk(true)
	if got, want := strings.Join(beside, "\n"), strings.Join(alone, "\n"); got != want {
		t.Errorf("beside a rehearsal\n%s\nalone\n%s", got, want)
	}
}

// A rehearsal's waiting times pass as fast as its visitors walk.
func TestARehearsalsMinutes(t *testing.T) {
	f := newFlow(t, kiosk.DefaultSettings())
	r := newRehearsed(f, kiosk.RehearsalOrder{Visitors: 20, Speed: 60, Screens: map[string]int{"two": 0}})
	wait := func() string {
		s, _ := r.ScreenState(r.screens["door"])
		return fmt.Sprint(s.Leaving.Next, " ", s.Leaving.Wait)
	}
	for range 6 { // five minutes each, where the scenario says one: (2×1 + 6×5) / 8
		v := r.come()
		r.tell(v, "one", kiosk.StopEntered, none{})
		r.ms += 5_000
		r.tell(v, "one", kiosk.StopLeft, kiosk.Leaving{Reason: "done"})
	}
	r.tell(r.come(), "one", kiosk.StopEntered, none{})
	r.come()
	if got := wait(); got != "one 4" {
		t.Errorf("sent to %q", got)
	}
	f.own(kiosk.RoomPaused, "", none{}) // which a rehearsal is no part of
	r.ms += 2_000
	if r.Present("s-two", false); wait() != "one 2" {
		t.Errorf("two of their minutes later sent to %q", wait())
	}
	done := r.come()
	r.Changes()
	r.tell(done, "way-out", kiosk.StopEntered, none{})
	r.tell(done, "way-out", kiosk.VisitFinished, none{})
	if r.Changes().Closed {
		t.Error("figures are made anew for a rehearsal's visit")
	}
	begun, finished, ok := r.Rehearsal()
	if begun != 9 || finished != 1 || !ok {
		t.Errorf("%d begun, %d finished, %v", begun, finished, ok)
	}
}

func TestJudgeRehearsal(t *testing.T) {
	f := newFlow(t, kiosk.DefaultSettings())
	real := f.arrive(0)
	r := newRehearsed(f, kiosk.RehearsalOrder{Visitors: 2, Speed: 1})
	synthetic := r.come()
	opened := func(o kiosk.Opened) kiosk.Fact {
		o.Scenario, o.Language, o.Party = "small", "en", 1
		return r.at(kiosk.NewID(), "door", kiosk.VisitOpened, o)
	}
	own := kiosk.Badge{Words: "Amber Otter", Code: "0ABCD"}
	removed := r.at("", "door", kiosk.ScreenRemoved, none{})
	removed.By, removed.Visit = "organiser", ""
	sent := r.at(synthetic, "one", kiosk.VisitSent, kiosk.Sending{Station: "two"})
	sent.By = "organiser"
	meets := fact(synthetic, "one", kiosk.StopEntered, f.ms, none{})
	for _, c := range []struct {
		name string
		f    kiosk.Fact
		from kiosk.Source
		want kiosk.Code
	}{
		{"a rehearsal's visitor at its screen", r.at(synthetic, "one", kiosk.StopEntered, none{}), "", ""},
		{"the room's visitor there", r.at(real, "one", kiosk.StopEntered, none{}), "", kiosk.Forbidden},
		{"a rehearsal's visitor at the room's", meets, kiosk.Source(meets.Screen), kiosk.Forbidden},
		{"a visit that does not say so", opened(kiosk.Opened{Badge: own}), "", kiosk.Invalid},
		{"of an opening", opened(kiosk.Opened{Badge: own, Rehearsal: true, Opening: f.opening}), "", kiosk.Invalid},
		{"with a visitor's badge", opened(kiosk.Opened{Badge: kiosk.Badge{Words: "Amber Otter", Code: "AB11"}, Rehearsal: true}), "", kiosk.Invalid},
		{"one more", opened(kiosk.Opened{Badge: own, Rehearsal: true}), "", ""},
		{"an organiser sends one", sent, kiosk.RoomItself, kiosk.Conflict},
		{"an organiser takes a screen of it", removed, kiosk.RoomItself, kiosk.Forbidden},
	} {
		t.Run(c.name, func(t *testing.T) {
			if c.from == "" && c.f.By == "" {
				c.from = kiosk.Source(c.f.Screen)
			}
			f.Lock()
			defer f.Unlock()
			if err := f.Judge(c.f, c.from, f.now()); c.want == "" && err != nil || c.want != "" && kiosk.CodeOf(err) != c.want {
				t.Errorf("%v, not %q", err, c.want)
			}
		})
	}
	r.come()
	if err := judged(r, opened(kiosk.Opened{Badge: own, Rehearsal: true})); kiosk.CodeOf(err) != kiosk.Conflict {
		t.Errorf("a third of two visitors: %v", err)
	}
	state, _ := f.ScreenState("s-one")
	if _, err := f.CheckIn("s-one", "0ABCD"); err == nil || len(state.Expected) != 1 {
		t.Errorf("the room's screen expects %+v, checks in %v", state.Expected, err)
	}
	if _, err := f.Tap("s-one", synthetic); err == nil {
		t.Error("a synthetic visitor's badge is tapped at the room's screen")
	}
	closing := f.own(kiosk.OpeningClosed, "", none{})
	if follow := f.Follow(closing); len(follow) != 1 || follow[0].Visit != real {
		t.Errorf("with the doors close %+v", follow)
	}
	if gone := f.EndRehearsal(); len(gone) != 4 {
		t.Errorf("gone are %v", gone)
	}
	if err := judged(r, r.at(synthetic, "one", kiosk.StopEntered, none{})); kiosk.CodeOf(err) != kiosk.Closed {
		t.Errorf("after its end: %v", err)
	}
	if rows := f.Console().Screens; len(rows) != 4 || rows["s-one"].Rehearsal {
		t.Errorf("screens left: %+v", rows)
	}
}

func judged(r *rehearsed, f kiosk.Fact) error {
	r.Lock()
	defer r.Unlock()
	return r.Judge(f, kiosk.Source(f.Screen), r.now())
}

func TestRehearsalOrder(t *testing.T) {
	f := newFlow(t, kiosk.DefaultSettings())
	f.screen("s-one-more", "one")
	for _, c := range []struct {
		name string
		o    kiosk.RehearsalOrder
		want kiosk.Code
	}{
		{"nobody", kiosk.RehearsalOrder{Visitors: 0, Speed: 1}, kiosk.Invalid},
		{"a crowd", kiosk.RehearsalOrder{Visitors: 301, Speed: 1}, kiosk.Invalid},
		{"standing still", kiosk.RehearsalOrder{Visitors: 1}, kiosk.Invalid},
		{"no number", kiosk.RehearsalOrder{Visitors: 1, Speed: math.NaN()}, kiosk.Invalid},
		{"too fast", kiosk.RehearsalOrder{Visitors: 1, Speed: 1001}, kiosk.Invalid},
		{"no such station", kiosk.RehearsalOrder{Visitors: 1, Speed: 1, Screens: map[string]int{"x": 1}}, kiosk.NotFound},
		{"no way out", kiosk.RehearsalOrder{Visitors: 1, Speed: 1, Screens: map[string]int{"way-out": 0}}, kiosk.Invalid},
		{"fewer than none", kiosk.RehearsalOrder{Visitors: 1, Speed: 1, Screens: map[string]int{"one": -1}}, kiosk.Invalid},
		{"a hall of them", kiosk.RehearsalOrder{Visitors: 1, Speed: 1, Screens: map[string]int{"one": 40, "two": 40}}, kiosk.Invalid},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := f.BeginRehearsal(c.o); kiosk.CodeOf(err) != c.want {
				t.Errorf("%v, not %q", err, c.want)
			}
		})
	}
	screens, err := f.BeginRehearsal(kiosk.RehearsalOrder{Visitors: 1, Speed: 1, Screens: map[string]int{"two": 3}})
	if err != nil || len(screens) != 1+2+3+1 {
		t.Errorf("%d screens: %+v %v", len(screens), screens, err)
	}
	if _, err := f.BeginRehearsal(kiosk.RehearsalOrder{Visitors: 1, Speed: 1}); kiosk.CodeOf(err) != kiosk.Conflict {
		t.Errorf("a second one: %v", err)
	}
}

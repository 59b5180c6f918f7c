package kiosk_test

import (
	"slices"
	"testing"
	"time"

	"immersion/kiosk"
	"immersion/kiosk/stationtest"
)

// ops is a room that remembers its own facts, to be folded anew.
type ops struct {
	*flow
	facts []kiosk.Fact
}

func newOps(t *testing.T, settings kiosk.Settings) *ops {
	o := &ops{flow: &flow{Room: kiosk.NewRoom(settings), t: t}}
	o.Use(stationtest.Small())
	o.Clock(func() time.Time { return time.UnixMilli(start + o.ms) })
	return o
}

// try writes a fact of the room's own as the journal does, with what it brings
// with it.
func (o *ops) try(typ, screen string, body any) (kiosk.Fact, error) {
	o.t.Helper()
	f, err := kiosk.NewFact(time.UnixMilli(start+o.ms), typ, "organiser", body)
	if err != nil {
		o.t.Fatal(err)
	}
	f.Screen = screen
	if f, err = kiosk.ParseFact(f.Doc()); err != nil {
		return f, err
	}
	o.Lock()
	defer o.Unlock()
	if err := o.Judge(f, kiosk.RoomItself, time.UnixMilli(start+o.ms)); err != nil {
		return f, err
	}
	for _, g := range o.Follow(f) {
		take(o.t, o.Room, kiosk.RoomItself, g)
	}
	o.Apply(f)
	o.facts = append(o.facts, f)
	return f, nil
}

func (o *ops) do(typ, screen string, body any) kiosk.Fact {
	o.t.Helper()
	f, err := o.try(typ, screen, body)
	if err != nil {
		o.t.Fatalf("%s: %v", typ, err)
	}
	return f
}

// again is the room after a restart: folded anew from its own facts.
func (o *ops) again() *kiosk.Room {
	r := kiosk.NewRoom(o.Settings())
	r.Use(stationtest.Small())
	r.Lock()
	defer r.Unlock()
	for _, f := range o.facts {
		f, err := kiosk.ParseFact(f.Doc())
		if err != nil {
			o.t.Fatal(err)
		}
		r.Apply(f)
	}
	return r
}

// visit judges a visit that begins in an opening, at a time after the start.
func (o *ops) visit(opening string, rehearsal bool, ms int64) (string, error) {
	id := kiosk.NewID()
	o.badges++
	f := fact(id, "door", kiosk.VisitOpened, ms, kiosk.Opened{Scenario: "small", Opening: opening, Language: "en", Party: 1, Rehearsal: rehearsal,
		Badge: kiosk.Badge{Words: "Amber Otter", Code: "AB" + string(rune('A'+o.badges)) + "1"}})
	o.Lock()
	defer o.Unlock()
	if err := o.Judge(f, "s-door", time.UnixMilli(start+o.ms)); err != nil {
		return "", err
	}
	o.Begin(f, int64(o.badges))
	o.Apply(f)
	return id, nil
}

func (o *ops) closed(id string) bool {
	o.Lock()
	defer o.Unlock()
	v, ok := o.Visit(id)
	return !ok || v.Closed()
}

func TestPhasesFollowOneAnother(t *testing.T) {
	prepare, open, closing, closed := kiosk.OpeningPrepared, kiosk.OpeningOpened, kiosk.OpeningClosing, kiosk.OpeningClosed
	reach := map[kiosk.Phase][]string{
		kiosk.DoorsClosed: {}, kiosk.Setup: {prepare}, kiosk.DoorsOpen: {prepare, open}, kiosk.LastRound: {open, closing},
	}
	may := map[kiosk.Phase]map[string]kiosk.Phase{
		kiosk.DoorsClosed: {prepare: kiosk.Setup, open: kiosk.DoorsOpen},
		kiosk.Setup:       {open: kiosk.DoorsOpen, closed: kiosk.DoorsClosed},
		kiosk.DoorsOpen:   {closing: kiosk.LastRound, closed: kiosk.DoorsClosed},
		kiosk.LastRound:   {closed: kiosk.DoorsClosed},
	}
	for from, way := range reach {
		for _, typ := range []string{prepare, open, closing, closed} {
			t.Run(string(from)+" "+typ, func(t *testing.T) {
				o := newOps(t, kiosk.DefaultSettings())
				for _, step := range way {
					o.do(step, "", none{})
				}
				to, ok := may[from][typ]
				_, err := o.try(typ, "", none{})
				if ok != (err == nil) || err != nil && kiosk.CodeOf(err) != kiosk.Conflict {
					t.Fatalf("%v", err)
				}
				if !ok {
					to = from
				}
				id, _ := o.Opening()
				if o.Phase() != to || (id == "") != (to == kiosk.DoorsClosed) || o.again().Phase() != to {
					t.Errorf("%s with the opening %q", o.Phase(), id)
				}
			})
		}
	}
}

func TestWhoMayComeIn(t *testing.T) {
	o := newOps(t, kiosk.DefaultSettings())
	o.do(kiosk.ScreenPaired, "s-door", kiosk.Pairing{Name: "door", Station: "door"})
	setup := o.do(kiosk.OpeningPrepared, "", none{}).ID
	if s, _ := o.ScreenState("s-door"); !s.Rehearsal || s.Phase != kiosk.Setup || s.Opening != setup {
		t.Errorf("the entry of a setup shows %+v", s)
	}
	if _, err := o.visit(setup, false, 1); kiosk.CodeOf(err) != kiosk.Invalid {
		t.Errorf("a visit of a setup that is no rehearsal: %v", err)
	}
	early, err := o.visit(setup, true, 1)
	if err != nil {
		t.Fatal(err)
	}
	o.ms = 10_000
	open := o.do(kiosk.OpeningOpened, "", none{}).ID
	o.Lock()
	v, _ := o.Visit(early)
	if _, counts := v.Contribution(); !v.Closed() || counts || v.Reason != "opening" {
		t.Errorf("the rehearsal when the doors open: %+v", v)
	}
	o.Unlock()
	if _, err := o.visit(setup, true, 9_999); kiosk.CodeOf(err) != kiosk.Closed {
		t.Errorf("a rehearsal that is heard of after its setup: %v", err)
	}
	inside, err := o.visit(open, false, 11_000)
	if err != nil {
		t.Fatal(err)
	}
	o.ms = 20_000
	o.do(kiosk.OpeningClosing, "", none{})
	for _, c := range []struct {
		name string
		at   int64
		want kiosk.Code
	}{
		{"before, heard of late", 19_000, ""},
		{"within the slack", 25_000, ""},
		{"after it", 25_001, kiosk.Closed},
	} {
		if _, err := o.visit(open, false, c.at); c.want == "" && err != nil || c.want != "" && kiosk.CodeOf(err) != c.want {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	o.ms = 30_000
	o.step(inside, "one", kiosk.StopEntered, none{})
	if o.closed(inside) {
		t.Error("who was inside may not finish")
	}
	o.do(kiosk.OpeningClosed, "", none{})
	if !o.closed(inside) {
		t.Error("the doors closed without them")
	}
	if _, err := o.visit(open, false, 40_000); kiosk.CodeOf(err) != kiosk.Closed {
		t.Errorf("a visit after the doors closed: %v", err)
	}
}

func TestPauseStopsTheRoundAndGivesItBack(t *testing.T) {
	left := func(r *kiosk.Room, at int64) int64 {
		o, _ := r.Rotation()
		if o.Ends > 0 {
			return o.Ends - start - at
		}
		return o.Left
	}
	pause, resume, stop, run := kiosk.RoomPaused, kiosk.RoomResumed, kiosk.RotationPaused, kiosk.RotationResumed
	for _, c := range []struct {
		name  string
		facts []string // a minute apart
		left  int64    // minutes of the turn of eight, after the last one
		runs  bool
	}{
		{"paused", []string{pause}, 7, false},
		{"and resumed", []string{pause, resume}, 7, true},
		{"twice", []string{pause, resume, pause, resume}, 6, true},
		{"the round was resting already", []string{stop, pause, resume}, 7, false},
		{"and runs again", []string{stop, pause, resume, run}, 7, true},
		{"rested amid it", []string{pause, stop, resume}, 7, false},
		{"rested and run amid it", []string{pause, stop, run}, 7, false},
		{"all of it", []string{pause, stop, run, resume}, 7, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := newOps(t, rotating())
			o.do(kiosk.OpeningOpened, "", none{})
			o.do(kiosk.RotationStarted, "", o.NewRotation())
			length := int64(o.Settings().Rotation.Minutes)
			for _, typ := range c.facts {
				o.pass(1)
				o.do(typ, "", none{})
			}
			want := (length - 8 + c.left) * 60_000
			for _, r := range []*kiosk.Room{o.Room, o.again()} {
				if got := left(r, o.ms); got != want {
					t.Errorf("%d ms left, not %d", got, want)
				}
				_, due := r.RotationDue(time.UnixMilli(start + o.ms + want))
				early, _ := r.RotationDue(time.UnixMilli(start + o.ms + want - 1))
				if due != c.runs || early != 0 {
					t.Errorf("the next turn is due: %v, or before: %d", due, early)
				}
			}
		})
	}
}

func TestNobodyMovesWhileTheRoomIsPaused(t *testing.T) {
	o := newOps(t, rotating())
	refused := func(typ string, body any) {
		t.Helper()
		if _, err := o.try(typ, "", body); kiosk.CodeOf(err) != kiosk.Conflict {
			t.Errorf("%s: %v", typ, err)
		}
	}
	refused(kiosk.RoomPaused, none{}) // behind closed doors
	o.do(kiosk.OpeningOpened, "", none{})
	refused(kiosk.RoomResumed, none{})
	o.do(kiosk.RoomPaused, "", none{})
	refused(kiosk.RoomPaused, none{})
	refused(kiosk.RotationStarted, o.NewRotation())
	o.do(kiosk.RoomResumed, "", none{})
	o.do(kiosk.RotationStarted, "", o.NewRotation())
	o.do(kiosk.RoomPaused, "", none{})
	refused(kiosk.RotationTurned, kiosk.RotationTurn{Turn: 2})
	o.do(kiosk.OpeningClosing, "", none{})
	if !o.Paused() || !o.again().Paused() {
		t.Error("the last round is not paused any more")
	}
	o.do(kiosk.OpeningClosed, "", none{})
	if o.Paused() || o.again().Paused() {
		t.Error("a pause outlived the doors' closing")
	}
}

func TestVisitsStandStillWithTheRoom(t *testing.T) {
	o := newOps(t, kiosk.DefaultSettings())
	opening := o.do(kiosk.OpeningOpened, "", none{}).ID
	visit, err := o.visit(opening, false, 1)
	if err != nil {
		t.Fatal(err)
	}
	o.step(visit, "one", kiosk.StopEntered, none{})
	o.pass(2)
	o.do(kiosk.RoomPaused, "", none{})
	o.pass(60)
	if stale := o.Stale(time.UnixMilli(start + o.ms)); len(stale) > 0 {
		t.Errorf("the room ends a visit while it is paused")
	}
	o.do(kiosk.RoomResumed, "", none{})
	o.pass(3)
	if stale := o.Stale(time.UnixMilli(start + o.ms)); len(stale) > 0 {
		t.Errorf("the pause counted towards a visit's end")
	}
	o.pass(40.1)
	if stale := o.Stale(time.UnixMilli(start + o.ms)); !slices.Equal(stale, []string{visit}) {
		t.Errorf("after 45 minutes without a sign these are stale: %v", stale)
	}
	o.step(visit, "one", kiosk.StopLeft, kiosk.Leaving{Reason: "done"})
	o.Lock()
	defer o.Unlock()
	v, _ := o.Visit(visit)
	spent := time.Duration(v.Stop("one").Spent) * time.Millisecond
	if spent.Round(time.Second) != 45*time.Minute+6*time.Second {
		t.Errorf("the visitor spent %v at the station", spent)
	}
	held := v.Stop("one").Stood(start, start+o.ms)
	if held != (60 * time.Minute).Milliseconds() {
		t.Errorf("and stood still for %v ms", held)
	}
}

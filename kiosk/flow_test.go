package kiosk_test

import (
	"encoding/json"
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"
	"time"

	"immersion/kiosk"
	"immersion/kiosk/stationtest"
)

// flow is a room with a screen at every station, all of them on, and a clock.
type flow struct {
	*kiosk.Room
	t       *testing.T
	ms      int64 // since the start
	opening string
	badges  int
}

func newFlow(t *testing.T, settings kiosk.Settings) *flow {
	f := &flow{Room: kiosk.NewRoom(settings), t: t}
	f.Use(stationtest.Small())
	f.Clock(f.now)
	f.opening = f.own(kiosk.OpeningOpened, "", none{}).ID
	for _, station := range []string{"door", "one", "two", "way-out"} {
		f.screen("s-"+station, station)
	}
	return f
}

func (f *flow) screen(id, station string) {
	f.own(kiosk.ScreenPaired, id, kiosk.Pairing{Name: station, Station: station})
	f.Present(id, true)
}

func (f *flow) own(typ, screen string, body any) kiosk.Fact {
	f.t.Helper()
	fact, err := kiosk.NewFact(time.UnixMilli(start+f.ms), typ, "organiser", body)
	if err != nil {
		f.t.Fatal(err)
	}
	fact.Screen = screen
	f.Lock()
	defer f.Unlock()
	take(f.t, f.Room, kiosk.RoomItself, fact)
	return fact
}

// arrive opens a visit, which leaves the door at once.
func (f *flow) arrive(group int) string {
	id := kiosk.NewID()
	f.badges++
	f.step(id, "door", kiosk.VisitOpened, kiosk.Opened{Scenario: "small", Opening: f.opening, Language: "en", Party: 1, Group: group,
		Badge: kiosk.Badge{Words: "Amber Otter", Code: "AB" + strconv.Itoa(10+f.badges)}})
	f.step(id, "door", kiosk.StopEntered, none{})
	f.step(id, "door", kiosk.StopLeft, kiosk.Leaving{Reason: "done"})
	return id
}

func (f *flow) step(visit, station, typ string, body any) {
	f.t.Helper()
	f.ms++
	f.Lock()
	defer f.Unlock()
	take(f.t, f.Room, kiosk.Source("s-"+station), fact(visit, station, typ, f.ms, body))
}

func (f *flow) stay(visit, station string, minutes float64, reason string) {
	f.t.Helper()
	f.step(visit, station, kiosk.StopEntered, none{})
	f.pass(minutes)
	f.step(visit, station, kiosk.StopLeft, kiosk.Leaving{Reason: reason})
}

func (f *flow) now() time.Time { return time.UnixMilli(start + f.ms) }

func (f *flow) pass(minutes float64) { f.ms += int64(minutes * 60_000) }

// way is where a screen sends the visitor who left it last.
func (f *flow) way(station string) string {
	s, _ := f.ScreenState("s-" + station)
	if s.Leaving == nil {
		return "nobody"
	}
	return fmt.Sprint(s.Leaving.Next, " ", s.Leaving.Wait)
}

func (f *flow) wants(station, want string) {
	f.t.Helper()
	if got := f.way(station); got != want {
		f.t.Errorf("leaving %s: %q, not %q", station, got, want)
	}
}

// A screen is told its state while the writer goes on changing the visit.
func TestAShownStateStaysAsItWas(t *testing.T) {
	f := newFlow(t, kiosk.DefaultSettings())
	visit := f.arrive(0)
	assume := f.Current().Assumptions[0].ID
	f.step(visit, "way-out", kiosk.StopEntered, none{})
	f.step(visit, "way-out", kiosk.PledgeMade, kiosk.Pledge{Text: "Call one customer"})
	shown, _ := f.ScreenState("s-way-out")
	before, _ := json.Marshal(shown)
	f.step(visit, "way-out", kiosk.Assumed, kiosk.Assumption{Assumption: assume, Value: 3})
	f.step(visit, "way-out", kiosk.PledgeMade, kiosk.Pledge{Text: "Call two"})
	f.step(visit, "way-out", kiosk.NotePut, kiosk.NoteEdit{Note: kiosk.NewID(), Section: kiosk.Say, Text: "Hello"})
	if after, _ := json.Marshal(shown); string(after) != string(before) || shown.Visit.Map == nil {
		t.Errorf("it was\n%s\nand is\n%s", before, after)
	}
	if now, _ := f.ScreenState("s-way-out"); len(now.Visit.Map.Answers) != 1 || now.Visit.Map.Pledge.Text != "Call two" {
		t.Errorf("now it is %+v", now.Visit.Map)
	}
}

func TestNobodyIsSentToAScreenThatIsOff(t *testing.T) {
	f := newFlow(t, kiosk.DefaultSettings())
	f.arrive(0)
	f.wants("door", "one 0")
	f.Present("s-one", false)
	f.wants("door", "two 0")
	f.Present("s-two", false)
	f.wants("door", "way-out 0")
	f.Present("s-way-out", false)
	f.wants("door", " 0")
	f.Present("s-one", true)
	f.wants("door", "one 0")
}

func TestAFullStationSaysHowLong(t *testing.T) {
	f := newFlow(t, kiosk.DefaultSettings())
	f.Present("s-two", false)
	there := f.arrive(0)
	f.step(there, "one", kiosk.StopEntered, none{})
	f.arrive(0)
	f.wants("door", "one 1") // as the scenario says
	f.step(there, "one", kiosk.StopLeft, kiosk.Leaving{Reason: "done"})
	for range 6 { // others need five minutes
		f.stay(f.arrive(0), "one", 5, "done")
	}
	f.step(f.arrive(0), "one", kiosk.StopEntered, none{})
	f.arrive(0)
	f.wants("door", "one 4") // (2×1 + 0 + 6×5) / 9
	f.pass(2)
	f.wants("door", "one 2")
}

func TestSkippingTellsNothingOfHowLongItTakes(t *testing.T) {
	f := newFlow(t, kiosk.DefaultSettings())
	f.Present("s-two", false)
	for range 9 {
		f.stay(f.arrive(0), "one", 30, "skipped")
	}
	f.step(f.arrive(0), "one", kiosk.StopEntered, none{})
	f.arrive(0)
	f.wants("door", "one 1")
}

func TestFinishNow(t *testing.T) {
	f := newFlow(t, kiosk.DefaultSettings())
	v := f.arrive(0)
	f.stay(v, "one", 1, "done")
	f.step(v, "one", kiosk.VisitEnding, none{})
	f.wants("one", "way-out 0")
	f.stay(v, "two", 1, "done") // thought better of it
	f.wants("two", "way-out 0")
	f.Lock()
	defer f.Unlock()
	if visit, _ := f.Visit(v); visit.Ending {
		t.Error("still wants to finish")
	}
}

func TestWhoIsAstrayHoldsNobodyUp(t *testing.T) {
	f := newFlow(t, kiosk.DefaultSettings())
	f.Present("s-two", false)
	f.arrive(0) // walks home
	f.wants("door", "one 0")
	f.arrive(0)
	f.wants("door", "one 1")
	f.pass(7)
	f.arrive(0)
	f.wants("door", "one 0")
}

func TestTap(t *testing.T) {
	f := newFlow(t, kiosk.DefaultSettings())
	v := f.arrive(0)
	tap := func(screen, visit string, want kiosk.Code) {
		t.Helper()
		got, err := f.Tap(screen, visit)
		if err == nil && got.ID != visit || err != nil && want == "" || want != "" && kiosk.CodeOf(err) != want {
			t.Errorf("at %s: %+v %v, not %q", screen, got, err, want)
		}
	}
	tap("s-one", v, "")
	tap("s-way-out", v, kiosk.Forbidden)
	tap("s-one", kiosk.NewID(), kiosk.NotFound)
	f.step(v, "one", kiosk.StopEntered, none{})
	tap("s-two", v, kiosk.NotFound)
	f.step(v, "one", kiosk.Reacted, kiosk.Reaction{Valence: 1})
	f.step(v, "one", kiosk.StopLeft, kiosk.Leaving{Reason: "skipped"})
	tap("s-one", v, "") // back, with nothing to read over their shoulder
	f.step(v, "one", kiosk.Reacted, kiosk.Reaction{Valence: 1, Words: "hm"})
	tap("s-one", v, kiosk.Forbidden)
	s, _ := f.ScreenState("s-one")
	if len(s.Expected) != 1 || !s.Expected[0].Asks || s.Expected[0].Badge.Code != "" {
		t.Errorf("expected: %+v", s.Expected)
	}
}

func rotating() kiosk.Settings {
	s := kiosk.DefaultSettings()
	s.Mode, s.Rotation.Minutes = kiosk.Rotate, 10
	return s
}

func TestRotation(t *testing.T) {
	f := newFlow(t, rotating())
	s, _ := f.ScreenState("s-door")
	if s.Group != 1 || s.Rotation == nil || *s.Rotation != (kiosk.RotationView{Of: 2}) {
		t.Fatalf("before: group %d, %+v", s.Group, s.Rotation)
	}
	a := f.arrive(1)
	f.wants("door", "one 0")
	if s, _ := f.ScreenState("s-door"); s.Group != 2 {
		t.Errorf("the next group is %d", s.Group)
	}
	b := f.arrive(2)
	f.wants("door", "two 0")
	f.own(kiosk.RotationStarted, "", f.NewRotation())
	f.stay(a, "one", 4, "done") // before the time
	f.wants("one", "two 6")
	f.step(b, "two", kiosk.StopEntered, none{})
	f.pass(5.9)
	if turn, due := f.RotationDue(time.UnixMilli(start + f.ms)); due {
		t.Errorf("turn %d is due early", turn)
	}
	f.pass(0.2)
	turn, due := f.RotationDue(time.UnixMilli(start + f.ms))
	if turn != 2 || !due {
		t.Fatalf("turn %d due: %v", turn, due)
	}
	f.own(kiosk.RotationTurned, "", kiosk.RotationTurn{Turn: 2})
	again, _ := kiosk.NewFact(time.UnixMilli(start+f.ms), kiosk.RotationTurned, "timer", kiosk.RotationTurn{Turn: 2})
	if err := f.Judge(again, kiosk.RoomItself, time.UnixMilli(start+f.ms)); kiosk.CodeOf(err) != kiosk.Conflict {
		t.Errorf("a turn twice: %v", err)
	}
	f.wants("one", "two 0")
	f.step(b, "two", kiosk.StopLeft, kiosk.Leaving{Reason: "rotated"})
	f.wants("two", "one 0")
	f.own(kiosk.RotationTurned, "", kiosk.RotationTurn{Turn: 3})
	f.wants("two", "one 0") // the round is over: b walks freely, and was not at one
	if _, due := f.RotationDue(time.UnixMilli(start + f.ms + 1e9)); due {
		t.Error("a round goes on for ever")
	}
}

func TestRotationClock(t *testing.T) {
	f := newFlow(t, rotating())
	minutes := func() (left float64, paused bool) {
		o, _ := f.Rotation()
		if o.Paused {
			return float64(o.Left) / 60_000, true
		}
		return float64(o.Ends-start-f.ms) / 60_000, false
	}
	want := func(name string, left float64, paused bool) {
		t.Helper()
		if l, p := minutes(); math.Abs(l-left) > 0.001 || p != paused {
			t.Errorf("%s: %.2f minutes left, paused %v", name, l, p)
		}
	}
	refused := func(typ string, body any) {
		t.Helper()
		g, _ := kiosk.NewFact(time.UnixMilli(start+f.ms), typ, "organiser", body)
		if err := f.Judge(g, kiosk.RoomItself, time.UnixMilli(start+f.ms)); kiosk.CodeOf(err) != kiosk.Conflict {
			t.Errorf("%s is taken: %v", typ, err)
		}
	}
	refused(kiosk.RotationPaused, none{})
	f.own(kiosk.RotationStarted, "", f.NewRotation())
	refused(kiosk.RotationStarted, f.NewRotation())
	refused(kiosk.RotationResumed, none{})
	f.pass(3)
	f.own(kiosk.RotationPaused, "", none{})
	want("paused", 7, true)
	f.pass(20)
	f.own(kiosk.RotationAdjusted, "", kiosk.RotationChange{MS: 60_000})
	want("longer while paused", 8, true)
	f.own(kiosk.RotationResumed, "", none{})
	want("goes on", 8, false)
	f.own(kiosk.RotationAdjusted, "", kiosk.RotationChange{MS: -3 * 60_000})
	want("shorter", 5, false)
	f.own(kiosk.RotationEnded, "", none{})
	if _, ok := f.Rotation(); ok {
		t.Error("there is still a round")
	}
	free := newFlow(t, kiosk.DefaultSettings())
	g, _ := kiosk.NewFact(time.UnixMilli(start), kiosk.RotationStarted, "organiser", free.NewRotation())
	if err := free.Judge(g, kiosk.RoomItself, time.UnixMilli(start)); kiosk.CodeOf(err) != kiosk.Conflict {
		t.Errorf("a round in a free room: %v", err)
	}
}

func TestBadgesLookUnlike(t *testing.T) {
	f := newFlow(t, kiosk.DefaultSettings())
	sheet := f.NewSheet(kiosk.MaxSheet)
	f.own(kiosk.BadgesPrinted, "", sheet)
	looks, words, codes, colours := map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]string{}
	for _, b := range sheet.Badges {
		look := b.Colour + b.Shape
		if looks[look] || words[b.Words] || codes[b.Code] || !kiosk.ValidCode(b.Code) {
			t.Errorf("%+v: seen before, or no code", b)
		}
		looks[look], words[b.Words], codes[b.Code] = true, true, true
		colours[b.Colour] = b.Pattern
	}
	for c, pattern := range colours {
		for d, other := range colours {
			if c < d && pattern == other && (apart(c, d, false) < 12 || apart(c, d, true) < 12) {
				t.Errorf("%s and %s look alike to the colour-blind: %.0f, red-green %.0f, and both are %s",
					c, d, apart(c, d, false), apart(c, d, true), pattern)
			}
		}
	}
	if b, err := f.Printed(sheet.Badges[0].Code); err != nil || b != sheet.Badges[0] {
		t.Errorf("on paper: %+v %v", b, err)
	}
	if _, err := f.Printed("BBBB"); kiosk.CodeOf(err) != kiosk.NotFound {
		t.Errorf("a badge that was not printed: %v", err)
	}
	id := kiosk.NewID()
	f.step(id, "door", kiosk.VisitOpened, kiosk.Opened{Scenario: "small", Opening: f.opening, Language: "en", Party: 1, Badge: sheet.Badges[0]})
	if _, err := f.Printed(sheet.Badges[0].Code); kiosk.CodeOf(err) != kiosk.Conflict {
		t.Errorf("a badge that is worn: %v", err)
	}
}

// apart is how far two colours are apart (CIE 1976 ΔE), with normal sight or
// to a deuteranope (Viénot, Brettel and Mollon 1999).
func apart(a, b string, blind bool) float64 {
	x, y := lab(a, blind), lab(b, blind)
	return math.Sqrt(math.Pow(x[0]-y[0], 2) + math.Pow(x[1]-y[1], 2) + math.Pow(x[2]-y[2], 2))
}

func lab(hex string, blind bool) [3]float64 {
	n, _ := strconv.ParseUint(strings.TrimPrefix(hex, "#"), 16, 32)
	linear := func(c uint64) float64 { return math.Pow(float64(c&255)/255, 2.2) }
	r, g, b := linear(n>>16), linear(n>>8), linear(n)
	if blind {
		r, g, b = 0.29275*r+0.70725*g, 0.29275*r+0.70725*g, -0.02234*r+0.02234*g+b
	}
	f := func(t float64) float64 { return math.Cbrt(max(t, 0)) }
	x, y, z := (0.4124*r+0.3576*g+0.1805*b)/0.9505, 0.2126*r+0.7152*g+0.0722*b, (0.0193*r+0.1192*g+0.9505*b)/1.089
	return [3]float64{116*f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))}
}

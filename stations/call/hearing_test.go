package call

import (
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"immersion/kiosk"
)

func fact(typ string, body any) kiosk.Fact {
	b, err := json.Marshal(body)
	if err != nil {
		panic(err)
	}
	return kiosk.Fact{Type: typ, Body: b}
}

func visited(facts ...kiosk.Fact) *kiosk.Stop {
	return &kiosk.Stop{Place: place, Language: "en", Left: 9, Facts: facts}
}

// Whatever a visitor does, what the outcome says was heard is what a tape
// beside them would say, millisecond by millisecond.
func TestHeardIsWhatWasPlayed(t *testing.T) {
	s := ready(t, dials, func(s *Station) { s.Segments[0].Shortened = time.Second })
	duration := s.sound.Duration
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 1))
		var facts []kiosk.Fact
		tape, back := make([]bool, duration), 0
		at := int64(1000)
		for range 1 + r.IntN(12) {
			to := min(duration, at+1+r.Int64N(3000))
			if at < to {
				facts = append(facts, fact(heardFact, Heard{at, to}))
				for ms := at; ms < to; ms++ {
					tape[ms] = true
				}
			}
			at = to
			if next := 1000 + r.Int64N(duration-1000); r.IntN(2) == 0 && next != at {
				facts = append(facts, fact(movedFact, Moved{at, next}))
				if next < at {
					back++
				}
				at = next
			}
		}
		h := s.hearing(visited(facts...))
		var played, there, got int64
		for ms := range duration {
			audible := ms >= 1000 && (ms < 3600 || ms >= 4000)
			if tape[ms] {
				played++
			}
			if audible {
				there++
				if tape[ms] {
					got++
				}
			}
		}
		if n := common(h.heard, []span{{0, duration}}); n != played {
			t.Fatalf("seed %d: heard %d ms, played %d", seed, n, played)
		}
		if n := s.length(); n != there {
			t.Fatalf("%d ms to hear, want %d", n, there)
		}
		if n := common(h.heard, s.whole); n != got {
			t.Fatalf("seed %d: heard %d ms of what there is, want %d", seed, n, got)
		}
		if h.replays != back || h.last != at {
			t.Fatalf("seed %d: %d replays, left at %d; want %d, %d", seed, h.replays, h.last, back, at)
		}
		for _, p := range s.along(h) {
			var part, of float64
			for ms := int64(p.Second) * 1000; ms < min(duration, int64(p.Second+1)*1000); ms++ {
				if ms >= 1000 && (ms < 3600 || ms >= 4000) {
					of++
					if tape[ms] {
						part++
					}
				}
			}
			if math.Abs(p.Value-part/of) > 1e-9 {
				t.Fatalf("seed %d, second %d: %f, want %f", seed, p.Second, p.Value, part/of)
			}
		}
	}
}

// A page that slept, or was loaded anew, tells a piece late, in one part or
// twice: the outcome is the same.
func TestHowPiecesAreToldMakesNoDifference(t *testing.T) {
	s := ready(t, func(s *Station) { s.Segments = nil })
	whole := s.Outcome(visited(fact(heardFact, Heard{0, 5000})))
	for name, facts := range map[string][]kiosk.Fact{
		"in small parts": {fact(heardFact, Heard{0, 100}), fact(heardFact, Heard{100, 2500}), fact(heardFact, Heard{2500, 5000})},
		"a part twice":   {fact(heardFact, Heard{0, 3000}), fact(heardFact, Heard{2000, 3000}), fact(heardFact, Heard{3000, 5000})},
		"with pauses":    {fact(heardFact, Heard{0, 3000}), fact(pausedFact, Paused{3000}), fact(volumeFact, Volume{3000, 5}), fact(heardFact, Heard{3000, 5000})},
	} {
		if got := s.Outcome(visited(facts...)); fmt.Sprint(got.Figures) != fmt.Sprint(whole.Figures) {
			t.Errorf("%s: %v, not %v", name, got.Figures, whole.Figures)
		}
	}
}

func TestPatience(t *testing.T) {
	tests := []struct {
		name              string
		waited, shortened time.Duration
		pieces            []Heard
		want              string
	}{
		{"not begun", 0, 0, []Heard{{0, 2600}}, ""},
		{"as recorded", 0, 0, []Heard{{0, 4000}}, "1/1"},
		{"hung up", 0, 0, []Heard{{0, 3000}}, "0/1"},
		{"the music went round", time.Minute, 3 * time.Second, []Heard{{0, 3700}, {2600, 3700}, {3200, 6000}}, "1/1"},
		{"hung up while it went round", time.Minute, 3 * time.Second, []Heard{{0, 3700}, {2600, 3000}}, "0/1"},
		{"cut short by the organiser", 0, time.Second, []Heard{{0, 3600}, {4000, 6000}}, "1/1"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := ready(t, func(s *Station) { s.Segments[0].Waited, s.Segments[0].Shortened = test.waited, test.shortened })
			if got := figure(s.Outcome(stop(9, test.pieces)), patience); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
	s := ready(t, func(s *Station) { s.Segments[0].Waited = 11 * time.Minute })
	if w := s.View().(view).Segments[0]; w.Waits != 660_000 || w.Waited != 660_000 {
		t.Errorf("unshortened, visitors wait %d ms of %d", w.Waits, w.Waited)
	}
}

func TestTrace(t *testing.T) {
	s := ready(t, traces)
	run := func(from, to int64, points ...[2]int64) kiosk.Fact { return fact(tracedFact, Traced{from, to, points}) }
	tests := []struct {
		name  string
		facts []kiosk.Fact
		want  string
	}{
		{"none", nil, ""},
		{"held", []kiosk.Fact{run(0, 2500, [2]int64{0, -100})}, "0:-4 1:-4 2:-4"},
		{"a change weighs as long as it holds", []kiosk.Fact{run(0, 2000, [2]int64{0, 100}, [2]int64{500, -50}, [2]int64{1000, -100})}, "0:+1 1:-4"},
		{"nothing where nothing was held", []kiosk.Fact{run(0, 900, [2]int64{0, 25}), run(4000, 4500, [2]int64{4000, 75})}, "0:+1 4:+3"},
		{"heard twice: the mean", []kiosk.Fact{run(1000, 2000, [2]int64{1000, 100}), run(1000, 2000, [2]int64{1000, 50})}, "1:+3"},
		{"past the end", []kiosk.Fact{run(6000, 7000, [2]int64{6000, -25})}, "6:-1"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := figure(s.Outcome(visited(test.facts...)), trace); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestWorstMomentAndWords(t *testing.T) {
	s := ready(t)
	visit := stop(9, []Heard{{0, 6084}}, [2]int64{1200, -3}, [2]int64{3000, -3}, [2]int64{4900, -1}, [2]int64{5000, 4})
	visit.Reactions[1].Arousal = 2
	visit.Reactions[3].Words = "At last"
	o := s.Outcome(visit)
	if got := figure(o, worst); got != "0002×1" {
		t.Errorf("the worst moment: %q", got)
	}
	if got := figure(o, worded); got != "0004×1" {
		t.Errorf("in words: %q", got)
	}
	if got := figure(s.Outcome(stop(9, nil, [2]int64{1200, 0}, [2]int64{3000, 2})), worst); got != "" {
		t.Errorf("a call without an unpleasant moment has a worst one: %q", got)
	}
}

func TestReference(t *testing.T) {
	tests := []struct {
		name, csv string
		want      string // lines
	}{
		{"right", "at,feeling\n0:00,0\n0:01.5,-4\n0:05,2.25\n", ""},
		{"with carriage returns", "at,feeling\r\n0:01,1\r\n", ""},
		{"no head", "0:01,1\n", "1"},
		{"no point", "at,feeling\n", "1"},
		{"empty", "", "1"},
		{"off the grid", "at,feeling\n0:01,5\n0:02,-4.5\n", "2 3"},
		{"no such second", "at,feeling\n0:61,1\n", "2"},
		{"against time", "at,feeling\n0:03,1\n0:02,1\n", "3"},
		{"after the end", "at,feeling\n0:03,1\n1:00,1\n", "3"},
		{"words", "at,feeling\nin the end,sad\n", "2"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			f := files(t)
			f["felt.csv"] = &fstest.MapFile{Data: []byte(test.csv)}
			s := settings()
			s.Reference = &Reference{File: "felt.csv", By: kiosk.Same("Ruth")}
			var lines []string
			for _, fault := range s.Check(f) {
				if fault.File != "felt.csv" {
					t.Errorf("a fault at %q", fault.File)
				}
				lines = append(lines, fmt.Sprint(fault.Line))
			}
			if got := strings.Join(lines, " "); got != test.want {
				t.Errorf("faults at lines %q, want %q", got, test.want)
			}
		})
	}
}

func TestWaitCheck(t *testing.T) {
	for name, test := range map[string]struct {
		change func(*Segment)
		want   string
	}{
		"real":                  {func(g *Segment) { g.Waited = 11 * time.Minute }, ""},
		"less than the record":  {func(g *Segment) { g.Waited = time.Second }, "segments[0].waited"},
		"nobody waits that":     {func(g *Segment) { g.Waited = 2 * time.Hour }, "segments[0].waited"},
		"no wait":               {func(g *Segment) { g.Shortened = time.Millisecond }, "segments[0].shortened"},
		"longer than it was":    {func(g *Segment) { g.Shortened = time.Minute }, "segments[0].shortened"},
		"too short to go round": {func(g *Segment) { g.To, g.Waited = 3200, time.Minute }, "segments[0].to"},
	} {
		t.Run(name, func(t *testing.T) {
			s := settings()
			test.change(&s.Segments[0])
			var got []string
			for _, f := range s.Check(files(t)) {
				got = append(got, f.Path)
			}
			if strings.Join(got, " ") != test.want {
				t.Errorf("faults at %q, want %q", got, test.want)
			}
		})
	}
}

// The reference curve must not be on a screen before the end.
func TestTheViewDoesNotTellTheReference(t *testing.T) {
	f := files(t)
	f["felt.csv"] = &fstest.MapFile{Data: []byte("at,feeling\n0:01,-3.125\n")}
	s := settings()
	s.Reference = &Reference{File: "felt.csv", By: kiosk.Same("Ruth")}
	if faults := s.Check(f); len(faults) > 0 {
		t.Fatal(faults)
	}
	doc, err := json.Marshal(s.View())
	if err != nil || strings.Contains(string(doc), "3.125") {
		t.Errorf("%v: %s", err, doc)
	}
}

package call

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"immersion/kiosk"
)

var place = &kiosk.Place{ID: "phone"}

// stop is one with pieces heard and feelings tapped, each {ms, valence}.
func stop(left int64, pieces []Heard, tapped ...[2]int64) *kiosk.Stop {
	s := &kiosk.Stop{Place: place, Language: "de", Left: left}
	for _, p := range pieces {
		body := fmt.Appendf(nil, `{"from":%d,"to":%d}`, p.From, p.To)
		s.Facts = append(s.Facts, kiosk.Fact{Type: heardFact, Body: body})
	}
	for i, r := range tapped {
		felt := kiosk.Felt{ID: fmt.Sprint("r", i), At: int64(i)}
		felt.Valence, felt.Moment = int(r[1]), &kiosk.Moment{MS: &r[0]}
		s.Reactions = append(s.Reactions, felt)
	}
	return s
}

func reading(left int64, tapped ...[2]int64) *kiosk.Stop {
	s := stop(left, nil, tapped...)
	s.Facts = append(s.Facts, kiosk.Fact{Type: readFact, Body: []byte(`{"from":0,"to":6084}`)})
	return s
}

func figure(o kiosk.Outcome, name string) string {
	var all []string
	for _, c := range o.Figures {
		if c.Figure != name {
			continue
		}
		switch c.Shape {
		case kiosk.Share:
			all = append(all, fmt.Sprintf("%d/%d", c.Part, c.Whole))
		case kiosk.Number:
			all = append(all, fmt.Sprintf("%.0f", c.Value))
		case kiosk.Count:
			all = append(all, fmt.Sprintf("%s×%d", c.Key, c.Count))
		case kiosk.Flow:
			for _, e := range c.Edges {
				all = append(all, fmt.Sprintf("%s→%s×%d", e.From, e.To, e.Count))
			}
		case kiosk.Curve:
			for _, p := range c.Points {
				all = append(all, fmt.Sprintf("%d:%+.0f", p.Second, p.Value))
			}
		}
	}
	return strings.Join(all, " ")
}

func TestFigures(t *testing.T) {
	s := ready(t)
	whole := []Heard{{0, 6084}}
	tests := []struct {
		name                        string
		stop                        *kiosk.Stop
		finished, heard, felt, taps string
	}{
		{"nothing", stop(9, nil), "0/1", "", "", ""},
		{"all of it, no tap", stop(9, whole), "1/1", "100", "", ""},
		{"in pieces, with a repeat", stop(9, []Heard{{0, 3000}, {2000, 6084}}), "1/1", "100", "", ""},
		{"left in the middle", stop(9, []Heard{{0, 3042}}), "0/1", "50", "", ""},
		{"jumped to the end", stop(9, []Heard{{0, 1000}, {5000, 6084}}), "0/1", "34", "", ""},
		{"a feeling holds to the next, the last to what was heard", stop(9, []Heard{{0, 5200}}, [2]int64{1500, 2}, [2]int64{3100, -3}),
			"0/1", "85", "1:+2 2:+2 3:-3 4:-3 5:-3", "0001×1 0002×1"},
		{"two in one second: the later", stop(9, whole, [2]int64{4000, 1}, [2]int64{4700, -1}), "1/1", "100", "4:-1 5:-1 6:-1", "0003×1 0004×1"},
		{"tapped in another order than the call runs", stop(9, whole, [2]int64{5000, -2}, [2]int64{3000, 4}), "1/1", "100",
			"3:+4 4:+4 5:-2 6:-2", "0002×1 0004×1"},
		{"before the first word", stop(9, []Heard{{0, 900}}, [2]int64{200, 1}, [2]int64{300, 1}), "0/1", "15", "0:+1", "0001×2"},
		{"a moment after the end", stop(9, nil, [2]int64{1 << 40, -4}), "0/1", "", "6:-4", "0004×1"},
		{"read", reading(9, [2]int64{4600, -2}), "1/1", "", "4:-2 5:-2 6:-2", "0004×1"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			o := s.Outcome(test.stop)
			for _, f := range []struct{ name, want string }{
				{finished, test.finished}, {heard, test.heard}, {felt, test.felt}, {taps, test.taps}} {
				if got := figure(o, f.name); got != f.want {
					t.Errorf("%s: got %q, want %q", f.name, got, f.want)
				}
			}
		})
	}
}

func TestNotes(t *testing.T) {
	s := ready(t)
	tests := []struct {
		name string
		stop *kiosk.Stop
		want []string // section, words, label and quote
	}{
		{"never listened", stop(9, nil), nil},
		{"still listening", stop(0, []Heard{{0, 3000}}), nil},
		{"left", stop(9, []Heard{{0, 5000}}), []string{"do call.note.stopped 0:05 | 0:05 I sent a reading."}},
		{"left while waiting", stop(9, []Heard{{0, 3000}}), []string{"do call.note.waitless 0:03 | 0:03 Warteschleife"}},
		{"to its end", stop(9, []Heard{{0, 6084}}), []string{"do call.note.finished"}},
		{"read", reading(0), []string{"do call.note.read"}},
		{"came back and heard the rest", stop(9, []Heard{{0, 3000}, {3000, 6084}}), []string{"do call.note.finished"}},
		{"what moved most comes first, small feelings are no note", stop(0, nil,
			[2]int64{1200, -2}, [2]int64{3000, -4}, [2]int64{4100, 1}, [2]int64{4900, 3}), []string{
			"feel feeling.low | 0:01 Meter team, hello.", "feel feeling.low | 0:03 Warteschleife",
			"feel feeling.still | 0:04 Hello.", "feel feeling.serene | 0:04 I sent a reading.",
			"hear call.note.waited Warteschleife | 0:02 Warteschleife",
			"say call.note.said Ruth I sent a reading. | 0:04 I sent a reading.",
			"hear call.note.heard Colin Meter team, hello. | 0:01 Meter team, hello."}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			for i := range test.stop.Reactions {
				test.stop.Reactions[i].Arousal = -4
			}
			var got []string
			for _, n := range s.Outcome(test.stop).Notes {
				words := fmt.Sprintf("%s %s", n.Section, n.Key)
				for _, arg := range []string{"who", "words", "at"} {
					if n.Args[arg] != "" {
						words += " " + n.Args[arg]
					}
				}
				if n.Evidence.Quote != "" {
					words += " | " + n.Evidence.Label.In("") + " " + n.Evidence.Quote
				}
				got = append(got, words)
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(test.want, "\n"))
			}
		})
	}
}

func TestEvidenceHasTheClip(t *testing.T) {
	s := ready(t)
	n := s.Outcome(stop(0, nil, [2]int64{4800, -3})).Notes[0]
	if want := (kiosk.Clip{Media: "call.mp3", From: 4600, To: 6000}); n.Evidence.Clip == nil || *n.Evidence.Clip != want {
		t.Errorf("got %+v", n.Evidence.Clip)
	}
	bare := stop(0, nil)
	bare.Reactions = []kiosk.Felt{{ID: "x", Reaction: kiosk.Reaction{Moment: &kiosk.Moment{Ref: "somewhere"}}}}
	if e := s.Outcome(bare).Notes[0].Evidence; e.Clip != nil || e.Station != "phone" {
		t.Errorf("a moment without a time has %+v", e)
	}
}

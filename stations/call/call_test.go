package call

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"immersion/kiosk"
	"immersion/kiosk/stationtest"
)

// files are the six seconds' call of testdata as a scenario's files.
func files(t testing.TB) fstest.MapFS {
	t.Helper()
	all := fstest.MapFS{}
	for _, name := range []string{"call.mp3", "call.vtt"} {
		b, err := os.ReadFile("testdata/" + name)
		if err != nil {
			t.Fatal(err)
		}
		all[name] = &fstest.MapFile{Data: b}
	}
	return all
}

func settings() *Station {
	return &Station{
		Recording: "call.mp3", Captions: "call.vtt",
		Caller: Caller{Name: kiosk.Same("Ruth Calder"), Voice: "Ruth", About: kiosk.Same("She calls billing.")},
		Called: kiosk.Same("Bright Energy"), Consent: kiosk.Same("Given."), Redaction: kiosk.Same("Nothing to take out."),
		Segments: []Segment{{What: "hold", From: 2600, To: 4000, Label: kiosk.Text{"en": "On hold", "de": "Warteschleife"}}},
		now:      func() time.Time { return time.Date(2026, 10, 5, 9, 12, 0, 0, time.Local) },
	}
}

// ready is the station, changed, after a Check without faults.
func ready(t testing.TB, changes ...func(*Station)) *Station {
	t.Helper()
	s := settings()
	for _, change := range changes {
		change(s)
	}
	if faults := s.Check(files(t)); len(faults) > 0 {
		t.Fatal(faults)
	}
	return s
}

func TestKind(t *testing.T) {
	change := func(from, to string) string {
		if !strings.Contains(example, from) {
			t.Fatalf("the example has no %q", from)
		}
		return strings.Replace(example, from, to, 1)
	}
	line := func(part string) int {
		before, _, found := strings.Cut(example, part)
		if !found {
			t.Fatalf("the example has no %q", part)
		}
		return strings.Count(before, "\n") + 1
	}
	stationtest.Run(t, Kind{}, stationtest.Case{Files: files(t), Bad: []stationtest.Bad{
		{Name: "no consent", With: change("consent: Ruth agreed in writing on 2 March to its use in training.", "consent: ''"), Line: line("consent:"), Says: "consent"},
		{Name: "expired", With: change("2099", "2019"), Line: line("expires:"), Says: "2019-12-31"},
		{Name: "no such file", With: change("call.mp3", "gone.mp3"), Line: 2, Says: "gone.mp3"},
		{Name: "hold after the end", With: change("to: 4000", "to: 9000"), Line: line("  - {what: hold"), Says: "after the recording"},
		{Name: "unknown segment", With: change("what: hold", "what: lunch"), Line: line("  - {what: hold"), Says: "lunch"},
		{Name: "a key to nowhere", With: change("to: moving", "to: mars"), Line: line("to: moving"), Says: "mars"},
		{Name: "no such way to move", With: change("seek: heard", "seek: often"), Line: line("seek: heard"), Says: "often"},
		{Name: "no curve", With: change("# reference:", "reference:"), Line: line("# reference:"), Says: "felt.csv"},
	}})
}

func TestCheck(t *testing.T) {
	captions := func(s string) func(fstest.MapFS) {
		return func(f fstest.MapFS) { f["call.vtt"] = &fstest.MapFile{Data: []byte(s)} }
	}
	tests := []struct {
		name   string
		change func(*Station)
		files  func(fstest.MapFS)
		want   string // path, or file:line, of the only fault; "" for none
		says   string
	}{
		{name: "right"},
		{name: "plays on its last day", change: func(s *Station) { s.Expires = "2026-10-05" }},
		{name: "no longer the day after", change: func(s *Station) { s.Expires = "2026-10-04" }, want: "expires", says: "after 2026-10-04"},
		{name: "no day", change: func(s *Station) { s.Expires = "next year" }, want: "expires", says: "no day"},
		{name: "no consent", change: func(s *Station) { s.Consent = nil }, want: "consent", says: "consent"},
		{name: "no redaction", change: func(s *Station) { s.Redaction = kiosk.Same("") }, want: "redaction", says: "taken out"},
		{name: "no recording", change: func(s *Station) { s.Recording = "" }, want: "recording", says: "no recording"},
		{name: "cut short", files: func(f fstest.MapFS) { f["call.mp3"].Data = []byte("RIFF....WAVEdata") }, want: "recording", says: "cannot be played"},
		{name: "no captions", change: func(s *Station) { s.Captions = "" }, want: "captions", says: "left out"},
		{name: "captions gone", change: func(s *Station) { s.Captions = "x.vtt" }, want: "captions", says: `no file "x.vtt"`},
		{name: "caption after the end", files: captions("WEBVTT\n\n00:01.000 --> 00:09.000\n<v Ruth>Hello.\n"), want: "call.vtt:3", says: "after the recording"},
		{name: "another voice", change: func(s *Station) { s.Caller.Voice = "Ada" }, want: "caller.voice", says: `"Ada"`},
		{name: "segments overlap", change: func(s *Station) {
			s.Segments = append(s.Segments, Segment{What: "transfer", From: 3000, To: 5000, Label: kiosk.Same("x")})
		}, want: "segments[1].from", says: "before the one above"},
		{name: "segment without words", change: func(s *Station) { s.Segments[0].Label = nil }, want: "segments[0].label", says: "says nothing"},
		{name: "empty word", change: func(s *Station) { s.Words = []kiosk.Text{kiosk.Same("")} }, want: "words[0]", says: "empty"},
		{name: "too many words", change: func(s *Station) {
			for range 9 {
				s.Words = append(s.Words, kiosk.Same("x"))
			}
		}, want: "words", says: "more than 8"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s, f := settings(), files(t)
			if test.change != nil {
				test.change(s)
			}
			if test.files != nil {
				test.files(f)
			}
			var got []string
			for _, fault := range s.Check(f) {
				at := fault.Path
				if fault.Line > 0 {
					at = fault.File + ":" + string(rune('0'+fault.Line))
				}
				got = append(got, at)
				if !strings.Contains(fault.Message, test.says) {
					t.Errorf("says %q, not %q", fault.Message, test.says)
				}
			}
			if strings.Join(got, " ") != test.want {
				t.Errorf("faults at %q, want %q", got, test.want)
			}
		})
	}
}

func TestJudge(t *testing.T) {
	s := ready(t, traces, dials)
	tests := []struct {
		name, typ, body string
		ok              bool
	}{
		{"a piece", "call.heard", `{"from":0,"to":6000}`, true},
		{"a little longer than the file says", "call.heard", `{"from":0,"to":6900}`, true},
		{"much longer", "call.heard", `{"from":0,"to":60000}`, false},
		{"backwards", "call.heard", `{"from":2000,"to":1000}`, false},
		{"nothing", "call.heard", `{"from":2000,"to":2000}`, false},
		{"before the start", "call.heard", `{"from":-1,"to":1000}`, false},
		{"not whole", "call.heard", `{"from":0.5,"to":1000}`, false},
		{"read", "call.read", `{"from":0,"to":2600}`, true},
		{"read what", "call.read", `{"page":1}`, false},
		{"a jump", "call.moved", `{"from":4000,"to":1000}`, true},
		{"a jump to where it is", "call.moved", `{"from":4000,"to":4000}`, false},
		{"a pause", "call.paused", `{"at":6084}`, true},
		{"a pause in another recording", "call.paused", `{"at":60840}`, false},
		{"louder", "call.volume", `{"at":0,"level":100}`, true},
		{"louder than loud", "call.volume", `{"at":0,"level":101}`, false},
		{"a trace", "call.traced", `{"from":100,"to":900,"points":[[100,-100],[500,100]]}`, true},
		{"a trace that begins elsewhere", "call.traced", `{"from":100,"to":900,"points":[[200,0]]}`, false},
		{"a trace against time", "call.traced", `{"from":100,"to":900,"points":[[100,0],[500,1],[400,2]]}`, false},
		{"a trace off the slider", "call.traced", `{"from":100,"to":900,"points":[[100,101]]}`, false},
		{"a trace of nothing", "call.traced", `{"from":100,"to":900,"points":[]}`, false},
		{"a key", "call.pressed", `{"page":"welcome","key":"9"}`, true},
		{"a key that no telephone has", "call.pressed", `{"page":"welcome","key":"10"}`, false},
		{"a page that is not there", "call.pressed", `{"page":"mars","key":"1"}`, false},
		{"calling again", "call.pressed", `{"page":"moving","key":""}`, true},
		{"calling again amid the menu", "call.pressed", `{"page":"welcome","key":""}`, false},
		{"another kind's", "portal.step", `{}`, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			err := s.Judge(kiosk.Fact{Type: test.typ, Body: []byte(test.body)})
			if test.ok != (err == nil) || err != nil && kiosk.CodeOf(err) != kiosk.Invalid {
				t.Errorf("got %v", err)
			}
		})
	}
}

// An expired or unstated recording must not reach a screen by way of the View.
func TestViewIsWhole(t *testing.T) {
	v := ready(t).View().(view)
	if v.Waveform != "call.mp3.waveform.json" || v.Duration < 6000 || v.Duration > 6150 || len(v.Cues) != 3 || v.Words == nil {
		t.Errorf("got the waveform %q, %d ms, %d cues, words %v", v.Waveform, v.Duration, len(v.Cues), v.Words)
	}
	if name, ms := ready(t).Waveform(); name != v.Waveform || ms != v.Duration {
		t.Errorf("curves are drawn upon %q of %d ms", name, ms)
	}
	if info, err := os.Stat("testdata/call.mp3"); err != nil || info.Size() != v.Bytes {
		t.Errorf("%d bytes, %v", v.Bytes, err)
	}
}

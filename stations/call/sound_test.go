package call

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"immersion/kiosk"
	"immersion/media"
)

// recorded is the station with one of the library's test sounds for a call.
func recorded(t *testing.T, sound string, redacted ...Piece) (*Station, fstest.MapFS, []kiosk.Fault) {
	t.Helper()
	doc, err := os.ReadFile("../../media/testdata/" + sound)
	if err != nil {
		t.Fatal(err)
	}
	s := settings()
	s.Recording, s.Segments, s.Redacted = sound, nil, redacted
	all := fstest.MapFS{sound: {Data: doc}, "call.vtt": {Data: []byte("WEBVTT\n\n00:00.000 --> 00:00.400\n<v Ruth>Hello.\n")}}
	return s, all, s.Check(all)
}

func TestRecordings(t *testing.T) {
	const line = "this makes one: ffmpeg -i "
	tests := []struct {
		sound    string
		redacted []Piece
		fault    string // path of the only fault; "" for none
		says     string
		allows   string
		makes    string // names of what is made
	}{
		{sound: "pcm16.wav", makes: "pcm16.wav.waveform.json"},
		{sound: "alaw.wav", makes: "alaw.wav.waveform.json"},
		{sound: "mono16k.mp3", makes: "mono16k.mp3.waveform.json"},
		{sound: "mono.ogg", makes: "mono.ogg.waveform.json"},
		{sound: "mono.flac", makes: "mono.flac.waveform.json"},
		{sound: "double.wav", makes: "double.wav double.wav.waveform.json"},
		{sound: "unsaid.flac", makes: "unsaid.flac unsaid.flac.waveform.json"},
		{sound: "mpeg25.mp3"}, {sound: "mono.opus"}, {sound: "mono.m4a"}, // browsers alone play them: a plain bar
		{sound: "mono16k.mp3", redacted: []Piece{{100, 200}}, makes: "mono16k.mp3 mono16k.mp3.waveform.json"},
		{sound: "gsm.wav", fault: "recording", says: "it holds GSM 06.10, which browsers do not play", allows: line + "gsm.wav -ac 1 -ar 16000 -b:a 32k gsm.mp3"},
		{sound: "ima.wav", fault: "recording", says: "IMA ADPCM", allows: line + "ima.wav -ac 1 -ar 16000 -b:a 32k ima.mp3"},
		{sound: "alac.m4a", fault: "recording", says: `"alac"`, allows: line + "alac.m4a"},
		{sound: "flac.ogg", fault: "recording", says: "FLAC in Ogg", allows: line + "flac.ogg"},
		{sound: "mono.opus", redacted: []Piece{{100, 200}}, fault: "redacted", says: "nothing can be silenced", allows: line + "mono.opus"},
		{sound: "mpeg25.mp3", redacted: []Piece{{100, 200}}, fault: "redacted", says: "only browsers play it",
			allows: line + "mpeg25.mp3 -ac 1 -ar 16000 -b:a 32k mpeg25-16k.mp3"},
		{sound: "pcm16.wav", redacted: []Piece{{200, 200}}, fault: "redacted[0].to", says: "ends before it begins"},
		{sound: "pcm16.wav", redacted: []Piece{{100, 200}, {600, 700}}, fault: "redacted[1].from", says: "after the recording"},
	}
	for _, test := range tests {
		t.Run(test.sound+" "+test.fault, func(t *testing.T) {
			s, all, faults := recorded(t, test.sound, test.redacted...)
			if test.fault != "" {
				if len(faults) != 1 || faults[0].Path != test.fault || !strings.Contains(faults[0].Message, test.says) || !strings.Contains(faults[0].Allowed, test.allows) {
					t.Errorf("got %+v", faults)
				}
				return
			}
			if len(faults) > 0 {
				t.Fatal(faults)
			}
			var names []string
			for _, m := range s.Makes() {
				names = append(names, m.Name)
				var made bytes.Buffer
				if err := m.Make(all, &made); err != nil {
					t.Error(err)
				}
				if m.Name == test.sound && int64(made.Len()) != s.View().(view).Bytes {
					t.Errorf("%d bytes were made, the view says %d", made.Len(), s.View().(view).Bytes)
				}
			}
			if got := strings.Join(names, " "); got != test.makes {
				t.Errorf("makes %q, not %q", got, test.makes)
			}
		})
	}
}

// What was taken out must be in nothing that a screen gets, and another choice
// of pieces must not be served what was made for the last one.
func TestRedactedIsGone(t *testing.T) {
	s, all, _ := recorded(t, "pcm24.wav", Piece{300, 400})
	var wav, form bytes.Buffer
	if err := s.Makes()[0].Make(all, &wav); err != nil {
		t.Fatal(err)
	}
	if err := s.Makes()[1].Make(all, &form); err != nil {
		t.Fatal(err)
	}
	peaks, err := media.Peaks(bytes.NewReader(wav.Bytes()), 10)
	if err != nil || peaks[7] != 0 || peaks[5] == 0 || peaks[9] == 0 {
		t.Errorf("%v, %v", peaks, err)
	}
	var w waveform
	if err := json.Unmarshal(form.Bytes(), &w); err != nil || len(w.Peaks) != waveformParts || w.Peaks[waveformParts*7/10] != 0 || w.Version != waveformVersion {
		t.Errorf("%v, %v", w, err)
	}
	keys := map[string]bool{}
	for _, redacted := range [][]Piece{{{300, 400}}, {{300, 401}}, {{300, 400}, {450, 460}}} {
		s, _, _ := recorded(t, "pcm24.wav", redacted...)
		for _, m := range s.Makes() {
			if keys[m.Key] || len(m.Key) != 32 {
				t.Errorf("the key %q of %s is taken, or no key", m.Key, m.Name)
			}
			keys[m.Key] = true
		}
	}
}

func TestMend(t *testing.T) {
	want := `ffmpeg -i 'old calls/Ruth'\''s $1.wav' -ac 1 -ar 16000 -b:a 32k 'old calls/Ruth'\''s $1.mp3'`
	if got := mend("old calls/Ruth's $1.wav", media.ErrFormat); !strings.HasSuffix(got, want) {
		t.Errorf("got %s", got)
	}
	if got := mend("-y.wav", media.ErrFormat); !strings.Contains(got, "ffmpeg -i '-y.wav'") {
		t.Errorf("got %s", got)
	}
}

package server

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"strings"
	"sync"
	"sync/atomic"
	"testing/fstest"
	"time"

	"immersion/kiosk"
	"immersion/kiosk/journal"
)

// The small world of these tests: three stations of made-up kinds, a scenario
// of them, and the parts that the server is given.

const (
	answerText = "the planted error is on line 2"
	hash       = "h1"
)

type testKind struct {
	name string
	role kiosk.Role
}

func (k testKind) Name() string       { return k.name }
func (k testKind) Role() kiosk.Role   { return k.role }
func (k testKind) New() kiosk.Station { return &testStation{} }
func (k testKind) Example() string    { return "" }
func (k testKind) Words() fs.FS {
	return fstest.MapFS{
		"en.json": {Data: []byte(`{"play": "Play ` + k.name + `", "only": "English only"}`)},
		"de.json": {Data: []byte(`{"play": "Spielen ` + k.name + `"}`)},
	}
}

// testStation shows a question and keeps an answer.
type testStation struct {
	files   []string
	makes   []kiosk.Made
	recital *kiosk.Recital
}

func (s *testStation) Recital() (kiosk.Recital, bool) {
	if s.recital == nil {
		return kiosk.Recital{}, false
	}
	return *s.recital, true
}

func (s *testStation) Makes() []kiosk.Made { return s.makes }

// testMade makes files anew each time.
type testMade struct{}

func (testMade) Open(files fs.FS, made kiosk.Made) (io.ReadSeekCloser, error) {
	var b bytes.Buffer
	err := made.Make(files, &b)
	return struct {
		io.ReadSeeker
		io.Closer
	}{bytes.NewReader(b.Bytes()), io.NopCloser(nil)}, err
}

func (s *testStation) Check(fs.FS) []kiosk.Fault { return nil }
func (s *testStation) Reveal() any               { return answerText }
func (s *testStation) Files() []string           { return s.files }
func (s *testStation) View() any                 { return map[string]string{"ask": "what is wrong here"} }
func (s *testStation) Figures() []kiosk.Figure   { return nil }
func (s *testStation) Judge(f kiosk.Fact) error {
	if f.Type != "call.tapped" {
		return kiosk.Errorf(kiosk.Invalid, "%s", answerText)
	}
	return nil
}
func (s *testStation) Outcome(*kiosk.Stop) kiosk.Outcome { return kiosk.Outcome{} }

func testKinds() []kiosk.Kind {
	return []kiosk.Kind{testKind{"entry", kiosk.Opens}, testKind{"call", kiosk.AStop}, testKind{"exit", kiosk.Closes}}
}

func testScenario() *kiosk.Scenario {
	s := &kiosk.Scenario{
		Hash: hash, Title: kiosk.Same("A small story"), Languages: []string{"en"},
		Customer:    kiosk.Customer{Name: "Ruth", Picture: "ruth.webp"},
		Assumptions: []kiosk.AssumptionAsked{{ID: "ease", Ask: kiosk.Same("How easy?")}},
		Words:       map[string]map[string]string{"ar": {"shell.begin": "ابدأ"}, "de": {"shell.begin": "Hinein"}},
		Sound: kiosk.ScenarioSound{
			Ambience:      map[kiosk.Phase]string{kiosk.DoorsOpen: "hum.wav"},
			Announcements: []kiosk.Announcement{{ID: "exit", Title: kiosk.Same("Please go to the exit"), File: "exit.wav", Length: 2000}},
		},
		Files: fstest.MapFS{
			"ruth.webp":     {Data: []byte("picture")},
			"call.wav":      {Data: []byte("0123456789")},
			"hum.wav":       {Data: []byte("hum")},
			"exit.wav":      {Data: []byte("please go")},
			"secret.mp3":    {Data: []byte(answerText)},
			"scenario.yaml": {Data: []byte("answer: " + answerText)},
		},
	}
	for i, k := range testKinds() {
		s.Places = append(s.Places, kiosk.Place{ID: k.Name(), Kind: k.Name(), Role: k.Role(), Number: i + 1,
			Title: kiosk.Same(k.Name()), Station: &testStation{}})
	}
	s.Places[1].Station = &testStation{recital: &kiosk.Recital{File: "secret.mp3", From: 1000, To: 9000,
		Captions: []kiosk.Caption{{Speaker: "Ruth", From: 1200, To: 2000, Text: "Hello."}}}, files: []string{"call.wav", "secret.mp3"}, makes: []kiosk.Made{
		{Name: "call.wav.waveform.json", Type: "application/json", Make: func(_ fs.FS, to io.Writer) error {
			_, err := io.WriteString(to, `{"peaks":""}`)
			return err
		}},
		{Name: "secret.mp3", Type: "audio/wav", Make: func(_ fs.FS, to io.Writer) error {
			_, err := io.WriteString(to, "it is silenced")
			return err
		}},
	}}
	return s
}

// testJournal is the journal as the server sees it; broken makes it unable to
// write, as a full disk does.
type testJournal struct {
	*journal.Journal
	broken func() bool
}

func (j testJournal) Submit(docs [][]byte, from kiosk.Source, done func([]kiosk.Verdict)) {
	if j.broken() {
		go func() {
			v := make([]kiosk.Verdict, len(docs))
			for i := range v {
				v[i].Err = kiosk.Errorf(kiosk.Unavailable, "the disk is full")
			}
			done(v)
		}()
		return
	}
	j.Journal.Submit(docs, from, done)
}

func (j testJournal) Record(ctx context.Context, typ, by, screen, visit string, body any) error {
	if j.broken() {
		return kiosk.Errorf(kiosk.Unavailable, "the disk is full")
	}
	return j.Journal.Record(ctx, typ, by, screen, visit, body)
}

func (j testJournal) Ready() error {
	if j.broken() {
		return errors.New("the disk is full")
	}
	return j.Journal.Ready()
}

type testInsights struct{}

func (testInsights) View(_ context.Context, name string, of kiosk.Cohort, figure string) (any, error) {
	return map[string]any{"tooFew": true, "view": name, "scenario": of.Scenario, "cohort": of.ID(), "figure": figure}, nil
}

func (testInsights) Moderation(context.Context) (any, error) {
	return map[string]any{"waiting": 3}, nil
}

func (testInsights) Next(context.Context) (kiosk.WordsBatch, error) {
	return kiosk.WordsBatch{Words: strings.Split("abcdefghij", "")}, nil
}

func (testInsights) Export(_ context.Context, out io.Writer, of kiosk.Cohort, as Export) error {
	_, err := io.WriteString(out, as.Format+" "+as.Home+" "+of.ID()+" "+as.Say("shell.begin"))
	return err
}

func (testInsights) Shares(scenario, station string) []kiosk.Released {
	return []kiosk.Released{{Figure: "found", Key: scenario + " " + station, Part: 6, Whole: 10}}
}

// testSpeaker plays nothing: what it says begins at once, and ends when a test says so.
type testSpeaker struct {
	chimes  chan struct{}
	changed chan struct{}

	mu     sync.Mutex
	card   bool
	tuning kiosk.Tuning
	spoken kiosk.Spoken
	said   []kiosk.Track
}

func (s *testSpeaker) Status() string {
	if s.Ready() {
		return "sound card ready"
	}
	return "no sound card"
}

func (s *testSpeaker) Ready() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.card
}

func (s *testSpeaker) Look() error {
	if s.Ready() {
		return nil
	}
	return kiosk.Errorf(kiosk.Unavailable, "no sound card")
}

func (s *testSpeaker) Chime() { s.chimes <- struct{}{} }

func (s *testSpeaker) Tune(t kiosk.Tuning) error {
	s.change(func() { s.tuning, s.spoken.Held = t, t.Paused })
	return nil
}

func (s *testSpeaker) Say(t kiosk.Track) error {
	s.change(func() {
		if s.said = append(s.said, t); s.spoken.Track == "" {
			s.spoken.Track, s.spoken.Since = t.ID, time.Now()
		} else {
			s.spoken.Waits = append(s.spoken.Waits, t.ID)
		}
	})
	return nil
}

func (s *testSpeaker) Stop() { s.change(func() { s.spoken = kiosk.Spoken{Change: s.spoken.Change} }) }

func (s *testSpeaker) Spoken() (kiosk.Spoken, <-chan struct{}) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.spoken, s.changed
}

// ends what is said; what waits begins.
func (s *testSpeaker) ends() {
	s.change(func() {
		s.spoken.Track = ""
		if len(s.spoken.Waits) > 0 {
			s.spoken.Track, s.spoken.Waits, s.spoken.Since = s.spoken.Waits[0], s.spoken.Waits[1:], time.Now()
		}
	})
}

func (s *testSpeaker) change(do func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	held := s.spoken
	do()
	if held.Track != s.spoken.Track || held.Held != s.spoken.Held || len(held.Waits) != len(s.spoken.Waits) {
		s.spoken.Change++
		ring(s.changed)
	}
}

// testLibrary reads a folder that has one fault once it is read again.
type testLibrary struct{ faults atomic.Int32 }

func (l *testLibrary) Loaded() Loaded {
	loaded := Loaded{Hash: hash, Folder: "stories/small", At: 1, Faults: []FileFault{}}
	for range l.faults.Load() {
		loaded.Faults = append(loaded.Faults, FileFault{File: "scenario.yaml", Line: 3, Column: 1, Message: "no such key"})
	}
	return loaded
}

func (l *testLibrary) Reload() Loaded {
	l.faults.Store(1)
	return l.Loaded()
}

func (l *testLibrary) Upload(name string, pack io.Reader) ([]FileFault, error) {
	b, err := io.ReadAll(pack)
	if err != nil || string(b) != "a pack" {
		return nil, kiosk.Errorf(kiosk.Invalid, "no pack: %v", err)
	}
	return []FileFault{}, nil
}

func (l *testLibrary) Choose(of string) error {
	if of != hash {
		return kiosk.Errorf(kiosk.NotFound, "no such version")
	}
	return nil
}

func (l *testLibrary) ChooseNamed(name string) (string, bool, error) {
	if name != "small" {
		return "", false, kiosk.Errorf(kiosk.NotFound, "no such scenario")
	}
	return hash, true, nil
}

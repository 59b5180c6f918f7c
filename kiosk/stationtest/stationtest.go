// Package stationtest is the conformance suite that every kind's tests call:
// what the room relies on, whatever the kind.
package stationtest

import (
	"encoding/json"
	"io/fs"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"immersion/config"
	"immersion/kiosk"
)

// Case is one settings value of a kind to try.
type Case struct {
	With    string       // the `with:` part as YAML; the kind's Example if ""
	Files   fstest.MapFS // the files it names
	Secrets []string     // answers: strings that must never be in the View
	Bad     []Bad        // settings that must be refused
}

// Bad is a `with:` part with a fault, and where and what must be said of it.
type Bad struct {
	Name string
	With string
	Line int    // of the with part, from 1; 0: any but none
	Says string // part of the message
}

const station = "tried"

// Run tries a kind with a case.
func Run(t *testing.T, kind kiosk.Kind, c Case) {
	t.Helper()
	if c.With == "" {
		c.With = kind.Example()
	}
	s, faults := load(kind, c, c.With)
	if len(faults) > 0 {
		t.Fatalf("the settings are refused: %v", faults)
	}
	place, _ := s.Place(station)
	t.Run("bad config is refused with its place", func(t *testing.T) { refuses(t, kind, c) })
	t.Run("the answers stay home", func(t *testing.T) { keepsAnswers(t, place.Station, c.Secrets) })
	t.Run("its files are there", func(t *testing.T) { hasFiles(t, place.Station, s.Files) })
	t.Run("its words are complete", func(t *testing.T) { hasWords(t, kind, place.Station) })
	t.Run("nonsense is refused", func(t *testing.T) { refusesNonsense(t, kind, s, place) })
	t.Run("a visitor who plays itself gets through", func(t *testing.T) { plays(t, kind, s, place) })
}

// Scenario makes a scenario of the smallest kinds for an entry and an exit,
// with the kind's station between, for tests that need a room around it.
func Scenario(t *testing.T, kind kiosk.Kind, c Case) *kiosk.Scenario {
	t.Helper()
	if c.With == "" {
		c.With = kind.Example()
	}
	s, faults := load(kind, c, c.With)
	if len(faults) > 0 {
		t.Fatalf("the settings are refused: %v", faults)
	}
	return s
}

const scenario = `title: A small scenario
languages: [en]
customer: {name: Ada, about: A customer., goal: To be heard., story: A short one.}
assumptions:
  - {id: ease, ask: How easy?, low: hard, high: easy}
stations:
  - {id: door, kind: opens, title: In}
  - {id: ` + station + `, kind: KIND, title: Tried, with: with.yaml}
  - {id: way-out, kind: closes, title: Out}
`

func load(kind kiosk.Kind, c Case, with string) (*kiosk.Scenario, []config.Fault) {
	files := fstest.MapFS{
		"scenario.yaml": {Data: []byte(strings.Replace(scenario, "KIND", kind.Name(), 1))},
		"with.yaml":     {Data: []byte(with)},
	}
	for name, f := range c.Files {
		files[name] = f
	}
	return config.Load(files, []kiosk.Kind{kind, bare{"opens", kiosk.Opens}, bare{"closes", kiosk.Closes}})
}

func refuses(t *testing.T, kind kiosk.Kind, c Case) {
	unknown := strings.TrimRight(c.With, "\n") + "\nno_such_key: 1\n"
	lines := strings.Count(unknown, "\n")
	for _, b := range append(c.Bad, Bad{Name: "unknown key", With: unknown, Line: lines, Says: "no_such_key"}) {
		t.Run(b.Name, func(t *testing.T) {
			_, faults := load(kind, c, b.With)
			for _, f := range faults {
				if strings.Contains(f.Message, b.Says) && f.Line > 0 && f.Column > 0 && (b.Line == 0 || f.Line == b.Line) {
					return
				}
			}
			t.Errorf("no fault says %q at line %d: %v", b.Says, b.Line, faults)
		})
	}
}

func keepsAnswers(t *testing.T, s kiosk.Station, secrets []string) {
	view, err := json.Marshal(s.View())
	if err != nil {
		t.Fatalf("marshal view: %v", err)
	}
	again, err := json.Marshal(s.View())
	if err != nil || string(again) != string(view) {
		t.Errorf("the view is not the same twice")
	}
	for _, secret := range secrets {
		if strings.Contains(string(view), secret) {
			t.Errorf("the view tells %q", secret)
		}
	}
}

func hasFiles(t *testing.T, s kiosk.Station, files fs.FS) {
	for _, name := range s.Files() {
		if info, err := fs.Stat(files, name); err != nil || info.IsDir() {
			t.Errorf("file %q: %v", name, err)
		}
	}
}

var ownFigures = []string{kiosk.MapFigure, kiosk.FeelingFigure, kiosk.StirFigure, kiosk.ReachedFigure,
	kiosk.SpentFigure, kiosk.BeforeFigure, kiosk.AfterFigure, kiosk.ShiftFigure, kiosk.PeopleFigure}

func hasWords(t *testing.T, kind kiosk.Kind, s kiosk.Station) {
	en := dictionary(t, kind, "en")
	for _, lang := range []string{"de"} {
		for key := range dictionary(t, kind, lang) {
			if _, ok := en[key]; !ok {
				t.Errorf("%s has %q, English has not", lang, key)
			}
		}
		for key := range en {
			if dictionary(t, kind, lang)[key] == "" {
				t.Errorf("%s lacks %q", lang, key)
			}
		}
	}
	seen := map[string]bool{}
	for _, f := range s.Figures() {
		if _, ok := en[strings.TrimPrefix(f.Label, kind.Name()+".")]; !ok {
			t.Errorf("figure %s: no words for %q", f.Name, f.Label)
		}
		if seen[f.Name] || slices.Contains(ownFigures, f.Name) {
			t.Errorf("figure %s: the name is taken", f.Name)
		}
		seen[f.Name] = true
	}
}

func dictionary(t *testing.T, kind kiosk.Kind, lang string) map[string]string {
	t.Helper()
	b, err := fs.ReadFile(kind.Words(), lang+".json")
	if err != nil {
		t.Fatalf("dictionary: %v", err)
	}
	var words map[string]string
	if err := json.Unmarshal(b, &words); err != nil {
		t.Fatalf("dictionary %s: %v", lang, err)
	}
	return words
}

func refusesNonsense(t *testing.T, kind kiosk.Kind, s *kiosk.Scenario, place *kiosk.Place) {
	w := newWalk(t, s, place)
	types := map[string]bool{kind.Name() + ".no-such-thing": true}
	simulate(s, place, 1, func(typ string, _ any, _ int64) {
		if strings.HasPrefix(typ, kind.Name()+".") {
			types[typ] = true
		}
	})
	for typ := range types {
		for _, body := range []string{`{"no_such_key":1}`, ``, `{"ms":"x","page":7,"line":[],"ref":{}}`} {
			f := w.fact(typ, json.RawMessage(body), 1)
			if err := place.Station.Judge(f); kiosk.CodeOf(err) != kiosk.Invalid && kiosk.CodeOf(err) != kiosk.NotFound || err == nil {
				t.Errorf("%s with body %q: %v", typ, body, err)
			}
		}
	}
}

func plays(t *testing.T, kind kiosk.Kind, s *kiosk.Scenario, place *kiosk.Place) {
	if _, ok := place.Station.(kiosk.Simulator); !ok {
		t.Skip("it cannot play itself")
	}
	en := dictionary(t, kind, "en")
	for seed := range uint64(20) {
		w := newWalk(t, s, place)
		simulate(s, place, seed, func(typ string, body any, ms int64) { w.act(typ, body, ms) })
		checkOutcome(t, place, w.outcome(), en)

		shuffled := slices.Clone(w.facts)
		r := rand.New(rand.NewPCG(seed, 1))
		r.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		v := kiosk.NewVisit(w.visit, 1, s)
		for _, f := range shuffled {
			v.Add(f)
		}
		if got := outcomeOf(v, place); !reflect.DeepEqual(got, w.outcome()) {
			t.Fatalf("seed %d: the same facts in another order gave\n%+v, not\n%+v", seed, got, w.outcome())
		}
	}
}

func checkOutcome(t *testing.T, place *kiosk.Place, o kiosk.Outcome, en map[string]string) {
	t.Helper()
	figures := map[string]kiosk.Figure{}
	for _, f := range place.Station.Figures() {
		figures[f.Name] = f
	}
	for _, c := range o.Figures {
		f, ok := figures[c.Figure]
		if !ok || f.Shape != c.Shape {
			t.Errorf("cell %+v: the station declares no such figure", c)
		}
		if _, ok := f.Keys[c.Key]; c.Key != "" && !ok {
			t.Errorf("figure %s: the key %q stands for nothing", c.Figure, c.Key)
		}
	}
	ids := map[string]bool{}
	for _, n := range o.Notes {
		key, own := strings.CutPrefix(n.Key, place.Kind+".")
		switch {
		case !strings.HasPrefix(n.ID, place.ID+":") || ids[n.ID]:
			t.Errorf("note %q: the id is not the station's, or not alone", n.ID)
		case !n.Section.Valid():
			t.Errorf("note %q: no section %q", n.ID, n.Section)
		case n.Text == "" && own && en[key] == "" || n.Text == "" && n.Key == "":
			t.Errorf("note %q: no words for %q", n.ID, n.Key)
		case n.Evidence == nil || n.Evidence.Station != place.ID:
			t.Errorf("note %q: its evidence is not the station's", n.ID)
		}
		ids[n.ID] = true
	}
}

// walk is one visit in a real room.
type walk struct {
	t     *testing.T
	room  *kiosk.Room
	place *kiosk.Place
	visit string
	facts []kiosk.Fact
	begun int64
}

func newWalk(t *testing.T, s *kiosk.Scenario, place *kiosk.Place) *walk {
	t.Helper()
	w := &walk{t: t, room: kiosk.NewRoom(kiosk.DefaultSettings()), place: place, visit: kiosk.NewID(), begun: time.Now().UnixMilli()}
	w.room.Use(s)
	own, err := kiosk.NewFact(time.Now(), kiosk.OpeningOpened, "test", struct{}{})
	if err != nil {
		t.Fatal(err)
	}
	w.room.Lock()
	w.room.Apply(own)
	w.room.Unlock()
	entry, _ := s.Place("door")
	opened, _ := json.Marshal(kiosk.Opened{Scenario: s.Hash, Opening: own.ID, Language: "en", Party: 1,
		Badge: kiosk.Badge{Words: "Amber Otter", Colour: "#b45309", Code: "ABCD"}})
	f := w.fact(kiosk.VisitOpened, opened, 0)
	f.Station = entry.ID
	w.take(f)
	w.act(kiosk.StopEntered, struct{}{}, 0)
	return w
}

func (w *walk) fact(typ string, body json.RawMessage, ms int64) kiosk.Fact {
	return kiosk.Fact{ID: kiosk.NewID(), Visit: w.visit, Station: w.place.ID, Screen: "screen", Type: typ, At: w.begun + ms, Body: body}
}

func (w *walk) act(typ string, body any, ms int64) {
	w.t.Helper()
	b, err := json.Marshal(body)
	if err != nil {
		w.t.Fatal(err)
	}
	w.take(w.fact(typ, b, ms))
}

func (w *walk) take(f kiosk.Fact) {
	w.t.Helper()
	f, err := kiosk.ParseFact(f.Doc())
	if err != nil {
		w.t.Fatalf("%s: %v", f.Type, err)
	}
	w.room.Lock()
	defer w.room.Unlock()
	if err := w.room.Judge(f, "screen", time.Now()); err != nil {
		w.t.Fatalf("%s %s: %v", f.Type, f.Body, err)
	}
	if f.Type == kiosk.VisitOpened {
		w.room.Begin(f, 1)
	}
	w.room.Apply(f)
	w.facts = append(w.facts, f)
}

func (w *walk) outcome() kiosk.Outcome {
	w.room.Lock()
	defer w.room.Unlock()
	v, _ := w.room.Visit(w.visit)
	return outcomeOf(v, w.place)
}

func outcomeOf(v *kiosk.Visit, place *kiosk.Place) kiosk.Outcome {
	return place.Station.Outcome(v.Stop(place.ID))
}

func simulate(s *kiosk.Scenario, place *kiosk.Place, seed uint64, act func(string, any, int64)) {
	if sim, ok := place.Station.(kiosk.Simulator); ok {
		sim.Simulate(s, seed, act)
	}
}

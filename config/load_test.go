package config_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"immersion/config"
	"immersion/kiosk"
	"immersion/stations"
)

func TestLoadSound(t *testing.T) {
	files := readGolden(t, sound)
	s, faults := config.Load(files, kinds)
	if len(faults) > 0 {
		t.Fatal(tell(faults))
	}
	if s.Title.In("en") != "A small scenario" || s.Customer.Name != "Ada" || len(s.Places) != 3 {
		t.Fatalf("loaded %+v", s)
	}
	p := s.Places[1]
	want := kiosk.Place{ID: "quiz", Kind: "quiz", Role: kiosk.AStop, Number: 2, Colour: config.Palette[1],
		Title: kiosk.Same("Quiz"), Minutes: 5, Station: p.Station}
	if !reflect.DeepEqual(p, want) {
		t.Errorf("place %+v, want %+v", p, want)
	}
	q := p.Station.(*quiz)
	if q.Pages[0].Fields[1] != (input{"reading", "digits", 9}) || q.Pages[0].Fields[0].Name != "name" ||
		q.Pause != 90*time.Second || q.Price.cents != 450 || *q.Tries != 3 || len(q.Words["first"]) != 2 {
		t.Errorf("settings %+v", q)
	}
}

type breaking struct{ door }

func (*breaking) Check(fs.FS) []kiosk.Fault { panic("a damaged file") }

// A pack that is uploaded may break a station's check; the room recovers where
// it asked, and goes on.
func TestAPanicReachesWhoeverLoads(t *testing.T) {
	broken := slices.Clone(kinds)
	broken[0] = kind{"entry", kiosk.Opens, func() kiosk.Station { return &breaking{} }}
	defer func() {
		if r := recover(); !strings.Contains(fmt.Sprint(r), "a damaged file") {
			t.Errorf("recovered %v", r)
		}
	}()
	config.Load(readGolden(t, sound), broken)
}

func TestStationsSaySomeOfItThemselves(t *testing.T) {
	files := readGolden(t, sound)
	files["scenario.yaml"].Data = bytes.Replace(files["scenario.yaml"].Data, []byte("title: Quiz,"),
		[]byte(`title: {en: Quiz, de: Rätsel}, colour: "#ABCDEF", minutes: 2.5, after: [door],`), 1)
	s, faults := config.Load(files, kinds)
	if len(faults) > 0 {
		t.Fatal(tell(faults))
	}
	if p := s.Places[1]; p.Colour != "#abcdef" || p.Minutes != 2.5 || p.After[0] != "door" || p.Title.In("de") != "Rätsel" {
		t.Errorf("place %+v", p)
	}
}

func TestAliasesStandForWhatTheyName(t *testing.T) {
	files := readGolden(t, sound)
	files["quiz.yaml"].Data = []byte("pages:\n  - {id: one, title: &t One, fields: &f [{name: a, rule: digits}]}\n  - {id: two, title: *t, fields: *f}\n")
	s, faults := config.Load(files, kinds)
	if len(faults) > 0 {
		t.Fatal(tell(faults))
	}
	if q := s.Places[1].Station.(*quiz); q.Pages[1].Title.In("en") != "One" || q.Pages[1].Fields[0].Rule != "digits" {
		t.Errorf("settings %+v", q)
	}
	files["quiz.yaml"].Data = bytes.Replace(files["quiz.yaml"].Data, []byte("digits"), []byte("letters"), 1)
	if _, faults := config.Load(files, kinds); len(faults) != 1 || faults[0].Line != 2 || faults[0].Column != 58 {
		t.Errorf("faults:\n%s", tell(faults))
	}
}

// One file that two stations share is told about once.
func TestSharedSettingsAreToldOnce(t *testing.T) {
	files := readGolden(t, sound)
	files["scenario.yaml"].Data = bytes.Replace(files["scenario.yaml"].Data, []byte("  - {id: way-out"),
		[]byte("  - {id: again, kind: quiz, title: Again, with: quiz.yaml}\n  - {id: way-out"), 1)
	files["quiz.yaml"].Data = []byte("loud: perhaps\npages: [{id: one, title: One}]\n")
	if _, faults := config.Load(files, kinds); len(faults) != 1 {
		t.Errorf("faults:\n%s", tell(faults))
	}
}

func TestHash(t *testing.T) {
	hash := func(change func(fstest.MapFS)) string {
		files := readGolden(t, sound)
		change(files)
		s, faults := config.Load(files, kinds)
		if len(faults) > 0 {
			t.Fatal(tell(faults))
		}
		return s.Hash
	}
	first := hash(func(fstest.MapFS) {})
	if len(first) != 32 || strings.Trim(first, "0123456789abcdef") != "" {
		t.Errorf("%q is not 16 bytes in hex", first)
	}
	for _, c := range []struct {
		name   string
		same   bool
		change func(fstest.MapFS)
	}{
		{"nothing", true, func(fstest.MapFS) {}},
		{"a file with a dot", true, func(f fstest.MapFS) { f[".scenario.yaml.swp"] = &fstest.MapFile{} }},
		{"a folder with a dot", true, func(f fstest.MapFS) { f[".git/config"] = &fstest.MapFile{} }},
		{"the time of a file", true, func(f fstest.MapFS) { f["ada.svg"].ModTime = time.Now() }},
		{"a content", false, func(f fstest.MapFS) { f["ada.svg"].Data = []byte("x") }},
		{"a name", false, func(f fstest.MapFS) { f["bob.svg"] = f["ada.svg"]; delete(f, "ada.svg") }},
		{"a new file", false, func(f fstest.MapFS) { f["media/x"] = &fstest.MapFile{} }},
		{"a file less", false, func(f fstest.MapFS) { delete(f, "ada.svg") }},
		{"a comment", false, func(f fstest.MapFS) { f["quiz.yaml"].Data = append(f["quiz.yaml"].Data, "# x\n"...) }},
	} {
		if got := hash(c.change); (got == first) != c.same {
			t.Errorf("%s: hash %s after %s", c.name, got, first)
		}
	}
}

func TestLimits(t *testing.T) {
	long := func(n int) *fstest.MapFile { return &fstest.MapFile{Data: bytes.Repeat([]byte("#\n"), n/2)} }
	for _, c := range []struct {
		name, says string
		change     func(fstest.MapFS)
	}{
		{"a large YAML file", "quiz.yaml:1:1: the file is too large; allowed: at most 1 MiB", func(f fstest.MapFS) { f["quiz.yaml"] = long(config.MaxYAML + 2) }},
		{"a large scenario", "y:1:1: with this file the scenario is too large", func(f fstest.MapFS) {
			half := make([]byte, config.MaxScenario/2)
			f["x"], f["y"] = &fstest.MapFile{Data: half}, &fstest.MapFile{Data: half}
		}},
		{"many files", "the folder: it cannot be read: more than 2000 files", func(f fstest.MapFS) {
			for i := range config.MaxFiles {
				f[fmt.Sprintf("media/%d", i)] = &fstest.MapFile{}
			}
		}},
		{"no scenario.yaml", "scenario.yaml:1:1: there is no such file", func(f fstest.MapFS) { delete(f, "scenario.yaml") }},
		{"many stations", "101 stations; allowed: at most 100", func(f fstest.MapFS) {
			f["scenario.yaml"].Data = append(f["scenario.yaml"].Data, strings.Repeat("  - {id: x, kind: exit, title: Out}\n", 98)...)
		}},
	} {
		files := readGolden(t, sound)
		c.change(files)
		if s, faults := config.Load(files, kinds); s != nil || len(faults) != 1 || !strings.Contains(tell(faults), c.says) {
			t.Errorf("%s says:\n%.2000s", c.name, tell(faults))
		}
	}
}

// No file makes the loader hang, whatever is in it.
func TestNothingHangs(t *testing.T) {
	const size = config.MaxYAML - 100
	repeat := func(s string) string { return strings.Repeat(s, size/len(s)) }
	keys := strings.Builder{}
	for i := 0; keys.Len() < size-40; i++ {
		fmt.Fprintf(&keys, "  k%d: []\n", i)
	}
	for name, text := range map[string]string{
		"lists in lists":  repeat("["),
		"dashes":          repeat("- "),
		"small lists":     "pages: [" + repeat("[],") + "]",
		"keys":            "pages: [{id: one, title: One}]\nwords:\n" + keys.String(),
		"one key":         repeat("a:\n"),
		"aliases":         "a: &a x\npages:\n" + repeat("- *a\n"),
		"items that fail": "pages: [{fields: [" + repeat("[a],") + "]}]",
	} {
		t.Run(name, func(t *testing.T) {
			files := readGolden(t, sound)
			files["quiz.yaml"].Data = []byte(text)
			begin := time.Now()
			_, faults := config.Load(files, kinds)
			_ = tell(faults)
			if took := time.Since(begin); took > time.Minute || len(faults) > config.MaxFaults+1 {
				t.Errorf("took %s, with %d faults", took, len(faults))
			}
		})
	}
}

func TestLoadRoom(t *testing.T) {
	defaults := kiosk.DefaultSettings()
	for _, c := range []struct {
		name, file string
		want       func(*kiosk.Settings)
	}{
		{"nothing", "# as it comes\n", func(*kiosk.Settings) {}},
		{"some of it", "k: 3\nidle: {ask: 1}\n", func(s *kiosk.Settings) { s.K, s.Idle.Ask = 3, 1 }},
		{"all of it", `
name: Raum 1
public_url: https://room.example:8443
languages: [de]
departments: [{id: it, name: IT}, {id: hr, name: {de: Personal}}]
dim: true
pairing: open
mode: rotation
rotation: {minutes: 6.5}
idle: {ask: 90, wipe: 30}
k: 12
words_k: 12
visit: {timeout: 1h30m}
listen: 127.0.0.1:443
tls: {own_ca: true}
stations: {entry: [Door], call: [Sofa, Window]}
comfort: {large_text: true, more_time: true}
sound: {device: "hw:CARD=Speakers,DEV=0"}
`, func(s *kiosk.Settings) {
			*s = kiosk.Settings{Name: "Raum 1", PublicURL: "https://room.example:8443", Languages: []string{"de"},
				Departments: []kiosk.Named{{ID: "it", Name: kiosk.Same("IT")}, {ID: "hr", Name: kiosk.Text{"de": "Personal"}}},
				Dim:         true, Pairing: kiosk.PairOpen, Mode: kiosk.Rotate, Rotation: kiosk.Turns{Minutes: 6.5}, Idle: kiosk.Idle{Ask: 90, Wipe: 30}, K: 12, WordsK: 12,
				Visit: kiosk.VisitLimits{Timeout: 90 * time.Minute}, Listen: "127.0.0.1:443", TLS: kiosk.TLS{OwnCA: true},
				Stations: map[string][]string{"entry": {"Door"}, "call": {"Sofa", "Window"}},
				Comfort:  kiosk.Comfort{LargeText: true, MoreTime: true}, Sound: kiosk.Sound{Device: "hw:CARD=Speakers,DEV=0"}, Retention: kiosk.DefaultSettings().Retention}
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			want := defaults
			c.want(&want)
			got, faults := config.LoadRoom(fstest.MapFS{"r.yaml": {Data: []byte(c.file)}}, "r.yaml")
			if len(faults) > 0 || !reflect.DeepEqual(got, want) {
				t.Errorf("got %+v, want %+v\n%s", got, want, tell(faults))
			}
		})
	}
	if _, faults := config.LoadRoom(fstest.MapFS{}, "r.yaml"); tell(faults) != "r.yaml:1:1: there is no such file\n" {
		t.Errorf("no room file: %s", tell(faults))
	}
}

func FuzzLoad(f *testing.F) {
	for _, name := range append(goldens(f, "testdata/faults/*.txt"), sound) {
		files := readGolden(f, sound)
		maps.Copy(files, readGolden(f, name))
		f.Add(files["scenario.yaml"].Data, files["quiz.yaml"].Data)
	}
	f.Fuzz(func(t *testing.T, scenario, quiz []byte) {
		files := readGolden(t, sound)
		files["scenario.yaml"].Data, files["quiz.yaml"].Data = scenario, quiz
		s, faults := config.Load(files, kinds)
		if (s == nil) != (len(faults) > 0) {
			t.Fatalf("loaded %v with %d faults", s, len(faults))
		}
		inOrder(t, files, faults)
		for _, f := range faults {
			if text := f.Error(); strings.ContainsFunc(text, func(r rune) bool { return r < ' ' && r != '\n' }) {
				t.Errorf("a terminal would obey %q", text)
			}
		}
	})
}

func FuzzLoadRoom(f *testing.F) {
	for _, name := range goldens(f, "testdata/rooms/*.txt") {
		f.Add(readGolden(f, name)["room.yaml"].Data)
	}
	f.Fuzz(func(t *testing.T, room []byte) {
		files := fstest.MapFS{"room.yaml": {Data: room}}
		s, faults := config.LoadRoom(files, "room.yaml")
		if len(faults) == 0 && (s.K < kiosk.MinK || s.Idle.Ask < 1 || s.Idle.Wipe < 1 || s.Name == "" || len(s.Languages) == 0) {
			t.Fatalf("loaded %+v", s)
		}
		inOrder(t, files, faults)
	})
}

// What is in the settings of a kind, or in a file that they name, may be
// anything.
func FuzzEveryKind(f *testing.F) {
	whole := everyKind(f)
	names := []string{"call.mp3", "call.vtt", "call.yaml", "exit.yaml", "invoice.xml", "invoice.yaml", "journey.yaml", "portal.yaml", "scenario.yaml", "story.yaml", "window.webm"}
	for _, golden := range goldens(f, "testdata/kinds/*.txt") {
		files := maps.Clone(whole)
		depart(f, files, golden)
		for i, name := range names {
			if at := files[name]; at != nil && (whole[name] == nil || !bytes.Equal(at.Data, whole[name].Data)) {
				f.Add(uint8(i), at.Data)
			}
		}
	}
	f.Fuzz(func(t *testing.T, which uint8, data []byte) {
		files := maps.Clone(whole)
		name := names[int(which)%len(names)]
		files[name] = &fstest.MapFile{Data: data}
		if name == "invoice.xml" {
			files["invoice.yaml"] = &fstest.MapFile{Data: []byte("file: invoice.xml\n")}
		}
		s, faults := config.Load(files, stations.Kinds())
		if (s == nil) != (len(faults) > 0) {
			t.Fatalf("loaded %v with %d faults", s, len(faults))
		}
		inOrder(t, files, faults)
		if s != nil {
			for _, p := range s.Places {
				p.Station.View()
			}
		}
	})
}

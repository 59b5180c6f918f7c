package config_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"immersion/config"
	"immersion/kiosk"
	"immersion/stations"
)

// newScenario writes a new scenario and loads it.
func newScenario(t testing.TB, kinds []kiosk.Kind) (dir string, s *kiosk.Scenario) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), "mine")
	if err := config.New(dir, kinds); err != nil {
		t.Fatal(err)
	}
	s, faults := config.Load(os.DirFS(dir), kinds)
	if len(faults) > 0 {
		t.Fatal(tell(faults))
	}
	return dir, s
}

func TestNewScenarioHasEveryKind(t *testing.T) {
	_, s := newScenario(t, stations.Kinds())
	if len(s.Places) != len(stations.Kinds()) {
		t.Errorf("%d stations", len(s.Places))
	}
	for i, k := range stations.Kinds() {
		if s.Places[i].Kind != k.Name() {
			t.Errorf("station %d is of the kind %s, not %s", i+1, s.Places[i].Kind, k.Name())
		}
	}
}

// Every kind's example stands by itself.
func TestNewScenarioOfOneKind(t *testing.T) {
	var ends []kiosk.Kind
	for _, k := range stations.Kinds() {
		if k.Role() != kiosk.AStop {
			ends = append(ends, k)
		}
	}
	for _, k := range stations.Kinds() {
		t.Run(k.Name(), func(t *testing.T) {
			of := ends
			if k.Role() == kiosk.AStop {
				of = []kiosk.Kind{ends[0], k, ends[1]}
			}
			dir, s := newScenario(t, of)
			for _, p := range s.Places {
				for _, name := range p.Station.Files() {
					if info, err := os.Stat(filepath.Join(dir, name)); err != nil || info.Size() == 0 {
						t.Errorf("%s names %s: %v", p.ID, name, err)
					}
				}
			}
			text, err := os.ReadFile(filepath.Join(dir, k.Name()+".yaml"))
			if err != nil || !strings.Contains(string(text), k.Example()) || !strings.Contains(k.Example(), "# ") {
				t.Errorf("the settings are not the kind's commented example: %v\n%s", err, text)
			}
		})
	}
}

func TestNewScenarioTakesAnEmptyFolderOnly(t *testing.T) {
	dir := t.TempDir()
	if err := config.New(dir, stations.Kinds()); err != nil {
		t.Errorf("an empty folder: %v", err)
	}
	before, _ := os.ReadFile(filepath.Join(dir, "scenario.yaml"))
	if err := config.New(dir, kinds); !errors.Is(err, config.ErrNotEmpty) {
		t.Errorf("a folder with a scenario: %v", err)
	}
	if after, _ := os.ReadFile(filepath.Join(dir, "scenario.yaml")); string(after) != string(before) {
		t.Error("the scenario there was written over")
	}
	hidden := t.TempDir()
	if err := os.WriteFile(filepath.Join(hidden, ".notes"), nil, 0o666); err != nil {
		t.Fatal(err)
	}
	if err := config.New(hidden, kinds); !errors.Is(err, config.ErrNotEmpty) {
		t.Errorf("a folder with a hidden file: %v", err)
	}
	if err := config.New(filepath.Join(hidden, ".notes"), kinds); err == nil {
		t.Error("a file was taken for a folder")
	}
}

// filing is a kind whose example names a file.
type filing struct {
	kind
	files fs.FS
}

func (f filing) ExampleFiles() fs.FS { return f.files }

// Two kinds with a file of one name are a mistake that the kinds' authors see.
func TestNewScenarioWritesNoFileTwice(t *testing.T) {
	plan := fstest.MapFS{"media/plan.svg": {Data: []byte("<svg/>")}}
	first := filing{kinds[0].(kind), plan}
	dir := t.TempDir()
	if err := config.New(dir, []kiosk.Kind{first, kinds[2]}); err != nil {
		t.Fatal(err)
	}
	if b, err := os.ReadFile(filepath.Join(dir, "media", "plan.svg")); err != nil || string(b) != "<svg/>" {
		t.Errorf("the example's file is %q: %v", b, err)
	}
	if err := config.New(t.TempDir(), []kiosk.Kind{first, filing{kinds[2].(kind), plan}}); !errors.Is(err, fs.ErrExist) {
		t.Errorf("two kinds with one file: %v", err)
	}
}

package config_test

import (
	"encoding/json"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"immersion/config"
	"immersion/kiosk"
	"immersion/stations"
)

func shipped(t *testing.T) *kiosk.Scenario {
	t.Helper()
	files, err := fs.Sub(config.Shipped(), config.ShippedScenario)
	if err != nil {
		t.Fatal(err)
	}
	s, faults := config.Load(files, stations.Kinds())
	if len(faults) > 0 {
		t.Fatal(tell(faults))
	}
	return s
}

func TestShippedScenarioLoads(t *testing.T) {
	s := shipped(t)
	var walk []string
	for _, p := range s.Places {
		walk = append(walk, p.ID)
		if _, err := json.Marshal(p.Station.View()); err != nil {
			t.Errorf("view of %s: %v", p.ID, err)
		}
		for _, name := range p.Station.Files() {
			if info, err := fs.Stat(s.Files, name); err != nil || info.Size() == 0 {
				t.Errorf("file %s of %s: %v", name, p.ID, err)
			}
		}
	}
	if got := strings.Join(walk, " "); got != "entry call portal invoice exit" {
		t.Errorf("the walk is %q", got)
	}
	if _, err := fs.Stat(s.Files, s.Customer.Picture); err != nil || s.Customer.Alt.Empty() {
		t.Errorf("the picture %q: %v", s.Customer.Picture, err)
	}
}

// Every scenario that comes with the program is without a fault.
func TestEveryShippedScenarioLoads(t *testing.T) {
	folders, err := fs.Glob(config.Shipped(), "scenarios/*/scenario.yaml")
	if err != nil || len(folders) < 2 {
		t.Fatalf("scenarios: %v %v", folders, err)
	}
	for _, file := range folders {
		files, err := fs.Sub(config.Shipped(), path.Dir(file))
		if err != nil {
			t.Fatal(err)
		}
		if _, faults := config.Load(files, stations.Kinds()); len(faults) > 0 {
			t.Errorf("%s: %s", file, tell(faults))
		}
	}
}

// The story is told aloud in about thirty seconds, three words each.
func TestShippedStoryIsShort(t *testing.T) {
	if n := len(strings.Fields(shipped(t).Customer.Story.In("en"))); n < 60 || n > 110 {
		t.Errorf("the story has %d words", n)
	}
}

// A folder on disk is the same scenario as the one inside the program.
func TestShippedScenarioFromDisk(t *testing.T) {
	dir := t.TempDir()
	s := shipped(t)
	if err := os.CopyFS(dir, s.Files); err != nil {
		t.Fatal(err)
	}
	again, faults := config.Load(os.DirFS(dir), stations.Kinds())
	if len(faults) > 0 {
		t.Fatal(tell(faults))
	}
	if again.Hash != s.Hash {
		t.Errorf("hash %s from disk, %s from within", again.Hash, s.Hash)
	}
	was, _ := json.Marshal(s)
	is, _ := json.Marshal(again)
	if string(was) != string(is) {
		t.Errorf("from disk %s, from within %s", is, was)
	}
}

// The shipped room file says what a room without one does, and adds departments.
func TestShippedRoomIsTheDefault(t *testing.T) {
	s, faults := config.LoadRoom(config.Shipped(), config.ShippedRoom)
	if len(faults) > 0 {
		t.Fatal(tell(faults))
	}
	if len(s.Departments) < 5 {
		t.Errorf("departments %v", s.Departments)
	}
	for _, d := range s.Departments {
		for _, lang := range s.Languages {
			if d.Name[lang] == "" {
				t.Errorf("department %s has no name in %s", d.ID, lang)
			}
		}
	}
	s.Departments, s.Stations = nil, nil
	if want := kiosk.DefaultSettings(); !reflect.DeepEqual(s, want) {
		t.Errorf("the room file says %+v, without one it is %+v", s, want)
	}
	b, _ := fs.ReadFile(config.Shipped(), config.ShippedRoom)
	for f := range reflect.TypeFor[kiosk.Settings]().Fields() {
		if key := f.Tag.Get("yaml"); !strings.Contains(string(b), "\n"+key+":") {
			t.Errorf("the room file does not show %s", key)
		}
	}
}

func TestCheckPath(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return name
	}
	for name, f := range readGolden(t, sound) {
		write(path.Join("good", name), string(f.Data))
		write(path.Join("bad", name), string(f.Data))
	}
	write("bad/quiz.yaml", "pages: 3\n")
	write("outside.yaml", "pages: [{id: one, title: One}]\n")
	write("leads-out/scenario.yaml", "title: x\n")
	if err := os.Symlink(filepath.Join(dir, "outside.yaml"), filepath.Join(dir, "leads-out", "quiz.yaml")); err != nil {
		t.Fatal(err)
	}
	slash := filepath.ToSlash(dir)
	for _, c := range []struct{ name, path, says string }{
		{"a sound folder", "good", ""},
		{"its file", "good/scenario.yaml", ""},
		{"a folder with a fault", "bad", slash + "/bad/quiz.yaml:1:8: pages is \"3\", not a list"},
		{"its file", "bad/scenario.yaml", slash + "/bad/quiz.yaml:1:8: "},
		{"a room file", "room.yaml", slash + "/room.yaml:1:4: k is 1; allowed: 3 visits or more"},
		{"a file that leads out of the folder", "leads-out", slash + "/leads-out/quiz.yaml:1:1: it cannot be read"},
	} {
		write("room.yaml", "k: 1\n")
		faults, _, err := config.CheckPath(filepath.Join(dir, filepath.FromSlash(c.path)), kinds)
		if err != nil {
			t.Fatal(err)
		}
		if got := tell(faults); !strings.HasPrefix(got, c.says) || (c.says == "") != (got == "") {
			t.Errorf("%s: %q, want %q", c.name, got, c.says)
		}
	}
	if _, _, err := config.CheckPath(filepath.Join(dir, "nowhere"), kinds); err == nil {
		t.Error("there is something to check nowhere")
	}
}

// What of the program's start goes into reading the scenario.
func BenchmarkLoadShipped(b *testing.B) {
	files, err := fs.Sub(config.Shipped(), config.ShippedScenario)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, faults := config.Load(files, stations.Kinds()); len(faults) > 0 {
			b.Fatal(tell(faults))
		}
	}
}

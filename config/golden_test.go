package config_test

import (
	"bytes"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"immersion/config"
	"immersion/kiosk"
	"immersion/stations"
)

var update = flag.Bool("update", false, "write what is found into the golden files")

// A golden file holds the files of a folder, each below a line `-- name --`,
// and last, below `-- faults --`, what is said about them. Files that a case
// does not hold are those of the scenario that it departs from. Of those it
// may also change lines, `-- edit name --`: each run of lines with a minus is
// replaced by the lines with a plus below it; take one out, `-- without name
// --`; or keep only its first half, `-- half name --`. To add a case, write
// one without the last part and run `go test ./config -update`.
const (
	said  = "faults"
	sound = "testdata/sound.txt"      // the smallest scenario, of the kinds in kind_test.go
	every = "testdata/every-kind.txt" // one of every kind there is
)

var heading = regexp.MustCompile(`(?m)^-- (?:(edit|without|half) )?(\S+) --\n`)

// section is one part of a golden file.
type section struct {
	does, name string // does is "" for a whole file
	text       []byte
}

func sections(t testing.TB, name string) []section {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var all []section
	at := heading.FindAllSubmatchIndex(b, -1)
	for i, m := range at {
		end := len(b)
		if i+1 < len(at) {
			end = at[i+1][0]
		}
		s := section{name: string(b[m[4]:m[5]]), text: b[m[1]:end]}
		if m[2] >= 0 {
			s.does = string(b[m[2]:m[3]])
		}
		all = append(all, s)
	}
	return all
}

// readGolden gives the whole files that a golden file holds.
func readGolden(t testing.TB, name string) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	depart(t, files, name)
	return files
}

// depart does to the files what a golden file says.
func depart(t testing.TB, files fstest.MapFS, golden string) {
	t.Helper()
	for _, s := range sections(t, golden) {
		was := files[s.name]
		if s.does != "" && was == nil {
			t.Fatalf("%s: there is no %s to %s", golden, s.name, s.does)
		}
		switch s.does {
		case "edit":
			files[s.name] = &fstest.MapFile{Data: edited(t, was.Data, string(s.text))}
		case "without":
			delete(files, s.name)
		case "half":
			files[s.name] = &fstest.MapFile{Data: was.Data[:len(was.Data)/2]}
		default:
			files[s.name] = &fstest.MapFile{Data: s.text}
		}
	}
}

// edited replaces the lines that changes have with a minus by those with a plus.
func edited(t testing.TB, text []byte, changes string) []byte {
	t.Helper()
	var old, new strings.Builder
	flush := func() {
		if old.Len() == 0 || bytes.Count(text, []byte(old.String())) != 1 {
			t.Fatalf("not there, or not once:\n%s", &old)
		}
		text = bytes.Replace(text, []byte(old.String()), []byte(new.String()), 1)
		old.Reset()
		new.Reset()
	}
	for line := range strings.Lines(changes) {
		switch minus := line[0] == '-'; {
		case minus && new.Len() > 0:
			flush()
			fallthrough
		case minus:
			old.WriteString(line[1:])
		case line[0] == '+':
			new.WriteString(line[1:])
		default:
			t.Fatalf("neither minus nor plus: %q", line)
		}
	}
	flush()
	return text
}

func goldens(t testing.TB, pattern string) []string {
	t.Helper()
	names, err := filepath.Glob(pattern)
	if err != nil || len(names) == 0 {
		t.Fatalf("no golden files %s: %v", pattern, err)
	}
	return names
}

// tell prints faults as `immersion check` does.
func tell(faults []config.Fault) string {
	var b strings.Builder
	for _, f := range faults {
		b.WriteString(f.Error() + "\n")
	}
	return b.String()
}

// compare checks what is said against the golden file, or writes it there.
func compare(t *testing.T, name string, golden *fstest.MapFile, got string) {
	t.Helper()
	var want string
	if golden != nil {
		want = string(golden.Data)
	}
	if got == want {
		return
	}
	if !*update {
		t.Errorf("said:\n%swant:\n%s", got, want)
		return
	}
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	text, _, _ := strings.Cut(string(b), "-- "+said+" --\n")
	if err := os.WriteFile(name, []byte(text+"-- "+said+" --\n"+got), 0o644); err != nil {
		t.Fatal(err)
	}
}

// everyKind is a scenario of every kind, with the sound and video that the kinds bring.
func everyKind(t testing.TB) fstest.MapFS {
	t.Helper()
	files := readGolden(t, every)
	for _, k := range stations.Kinds() {
		kind, ok := k.(kiosk.ExampleFiler)
		if !ok {
			continue
		}
		sounds, err := fs.Glob(kind.ExampleFiles(), "*.mp3")
		if err != nil {
			t.Fatal(err)
		}
		videos, err := fs.Glob(kind.ExampleFiles(), "*.webm")
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range append(sounds, videos...) {
			data, err := fs.ReadFile(kind.ExampleFiles(), name)
			if err != nil {
				t.Fatal(err)
			}
			files[name] = &fstest.MapFile{Data: data}
		}
	}
	return files
}

func TestEveryKindIsSound(t *testing.T) {
	if _, faults := config.Load(everyKind(t), stations.Kinds()); len(faults) > 0 {
		t.Error(tell(faults))
	}
}

// faultyCases checks every golden file of a folder against what Load says of
// the sound scenario that it departs from.
func faultyCases(t *testing.T, pattern string, from func(testing.TB) fstest.MapFS, kinds []kiosk.Kind) {
	for _, name := range goldens(t, pattern) {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txt"), func(t *testing.T) {
			files := from(t)
			depart(t, files, name)
			want := files[said]
			delete(files, said)
			s, faults := config.Load(files, kinds)
			if s != nil || len(faults) == 0 {
				t.Errorf("it loads, with %d faults", len(faults))
			}
			inOrder(t, files, faults)
			compare(t, name, want, tell(faults))
		})
	}
}

// What the loader itself finds.
func TestFaults(t *testing.T) {
	small := func(t testing.TB) fstest.MapFS { return readGolden(t, sound) }
	faultyCases(t, "testdata/faults/*.txt", small, kinds)
}

// What the kinds find, in their settings and their files.
func TestFaultsOfEveryKind(t *testing.T) {
	faultyCases(t, "testdata/kinds/*.txt", everyKind, stations.Kinds())
}

// What kinds warn of, and load all the same.
func TestWarningsOfEveryKind(t *testing.T) {
	for _, name := range goldens(t, "testdata/warnings/*.txt") {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txt"), func(t *testing.T) {
			files := everyKind(t)
			depart(t, files, name)
			want := files[said]
			delete(files, said)
			if s, faults := config.Load(files, stations.Kinds()); s == nil {
				t.Errorf("it does not load: %s", tell(faults))
			}
			warnings, _ := config.Check(files, stations.Kinds())
			if len(warnings) == 0 {
				t.Error("nothing is said")
			}
			inOrder(t, files, warnings)
			compare(t, name, want, tell(warnings))
		})
	}
}

func TestRoomFaults(t *testing.T) {
	for _, name := range goldens(t, "testdata/rooms/*.txt") {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txt"), func(t *testing.T) {
			files := readGolden(t, name)
			s, faults := config.LoadRoom(files, "room.yaml")
			if len(faults) == 0 || s.K != kiosk.DefaultSettings().K {
				t.Errorf("it loads with %d faults, as %+v", len(faults), s)
			}
			inOrder(t, files, faults)
			compare(t, name, files[said], tell(faults))
		})
	}
}

// inOrder checks what holds for any faults: sorted, and at places that exist.
func inOrder(t testing.TB, files fs.FS, faults []config.Fault) {
	t.Helper()
	if !slices.IsSortedFunc(faults, func(a, b config.Fault) int {
		return slices.Compare([]int{strings.Compare(a.File, b.File), a.Line, a.Column}, []int{0, b.Line, b.Column})
	}) {
		t.Errorf("the faults are not in order: %v", faults)
	}
	for _, f := range faults {
		b, _ := fs.ReadFile(files, f.File)
		lines := regexp.MustCompile("\r\n|[\n\r\u0085\u2028\u2029]").Split(string(b), -1)
		if f.Line < 1 || f.Column < 1 || f.Line > len(lines) {
			t.Errorf("no such place: %v", f)
		}
		if f.Message == "" {
			t.Errorf("a fault without a message at %s:%d", f.File, f.Line)
		}
	}
}

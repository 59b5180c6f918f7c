package config_test

import (
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
)

var update = flag.Bool("update", false, "write what is found into the golden files")

// A golden file holds the files of a folder, each below a line `-- name --`,
// and last, below `-- faults --`, what is said about them. Files that a case
// does not hold are those of testdata/sound.txt. To add a case, write one
// without the last part and run `go test ./config -update`.
const (
	said  = "faults"
	sound = "testdata/sound.txt"
)

var heading = regexp.MustCompile(`(?m)^-- (\S+) --\n`)

func readGolden(t testing.TB, name string) fstest.MapFS {
	t.Helper()
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	at := heading.FindAllSubmatchIndex(b, -1)
	for i, m := range at {
		end := len(b)
		if i+1 < len(at) {
			end = at[i+1][0]
		}
		files[string(b[m[2]:m[3]])] = &fstest.MapFile{Data: b[m[1]:end]}
	}
	return files
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
func compare(t *testing.T, name string, files fstest.MapFS, got string) {
	t.Helper()
	var want string
	if f := files[said]; f != nil {
		want = string(f.Data)
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

func TestFaults(t *testing.T) {
	for _, name := range goldens(t, "testdata/faults/*.txt") {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txt"), func(t *testing.T) {
			given := readGolden(t, name)
			files := readGolden(t, sound)
			for file, f := range given {
				files[file] = f
			}
			delete(files, said)
			s, faults := config.Load(files, kinds)
			if s != nil || len(faults) == 0 {
				t.Errorf("it loads, with %d faults", len(faults))
			}
			inOrder(t, files, faults)
			compare(t, name, given, tell(faults))
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
			compare(t, name, files, tell(faults))
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

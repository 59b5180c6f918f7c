package config_test

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"
	"time"

	"immersion/config"
)

func openVersions(t *testing.T, dir string) *config.Versions {
	t.Helper()
	v, err := config.OpenVersions(dir, kinds)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = v.Close() })
	return v
}

func TestVersionsStay(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "scenarios")
	v, files := openVersions(t, dir), readGolden(t, sound)
	first, faults, err := v.Take(files)
	if err != nil || len(faults) > 0 {
		t.Fatal(err, tell(faults))
	}
	picture := string(files["ada.svg"].Data)
	files["ada.svg"] = &fstest.MapFile{Data: []byte("<svg/>")}
	second, faults, err := v.Take(files)
	if err != nil || len(faults) > 0 || second.Hash == first.Hash {
		t.Fatal(err, tell(faults))
	}
	if got, err := fs.ReadFile(first.Files, "ada.svg"); err != nil || string(got) != picture {
		t.Errorf("the first version's picture is now %q %v", got, err)
	}
	again := openVersions(t, dir)
	for _, hash := range []string{first.Hash, second.Hash} {
		if s, err := again.Find(hash); err != nil || s.Hash != hash || len(s.Places) != 3 {
			t.Errorf("after a start: %v %v", s, err)
		}
	}
	for _, hash := range []string{"", "../../x", "00000000000000000000000000000000", "small"} {
		if s, err := again.Find(hash); !errors.Is(err, fs.ErrNotExist) || s != nil {
			t.Errorf("found %q: %v %v", hash, s, err)
		}
	}
}

func TestVersionsAreNotTakenWithFaults(t *testing.T) {
	dir := t.TempDir()
	v, files := openVersions(t, dir), readGolden(t, sound)
	delete(files, "quiz.yaml")
	s, faults, err := v.Take(files)
	if s != nil || err != nil || len(faults) != 1 || faults[0].File != "scenario.yaml" {
		t.Errorf("%v %v\n%s", s, err, tell(faults))
	}
	if left, _ := os.ReadDir(dir); len(left) > 0 {
		t.Errorf("it is kept: %v", left)
	}
}

// A copy that is damaged is not used, and is made again from the folder.
func TestDamagedVersions(t *testing.T) {
	for name, damage := range map[string]func([]byte) []byte{
		"changed": func(b []byte) []byte { return bytes.Replace(b, []byte("Ada"), []byte("Eva"), 1) },
		"cut":     func(b []byte) []byte { return b[:len(b)/2] },
		"empty":   func([]byte) []byte { return nil },
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			v, files := openVersions(t, dir), readGolden(t, sound)
			s, _, _ := v.Take(files)
			kept := filepath.Join(dir, s.Hash+config.PackSuffix)
			b, err := os.ReadFile(kept)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(kept, damage(b), 0o600); err != nil {
				t.Fatal(err)
			}
			if s, err := v.Find(s.Hash); err == nil {
				t.Errorf("found %+v", s)
			}
			if again, faults, err := v.Take(files); err != nil || len(faults) > 0 || again.Hash != s.Hash {
				t.Errorf("not taken again: %v %s", err, tell(faults))
			}
			if _, err := v.Find(s.Hash); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestSweep(t *testing.T) {
	dir := t.TempDir()
	v, files := openVersions(t, dir), readGolden(t, sound)
	s, _, _ := v.Take(files)
	other := filepath.Join(dir, "notes.txt")
	if err := os.WriteFile(other, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	now := time.Now()
	for _, step := range []struct {
		name  string
		after time.Duration
		used  bool
		there bool
	}{
		{"just taken", time.Minute, false, true},
		{"in use", 2 * config.Lingers, true, true},
		{"not long out of use", 3*config.Lingers - time.Minute, false, true},
		{"long out of use", 3*config.Lingers + time.Minute, false, false},
	} {
		used := func(hash string) bool { return step.used && hash == s.Hash }
		if err := v.Sweep(used, now.Add(step.after)); err != nil {
			t.Fatal(err)
		}
		if _, err := v.Find(s.Hash); (err == nil) != step.there {
			t.Errorf("%s: %v", step.name, err)
		}
	}
	if _, err := os.Stat(other); err != nil {
		t.Errorf("what is no version is gone: %v", err)
	}
}

func TestCheckPack(t *testing.T) {
	dir, files := t.TempDir(), readGolden(t, sound)
	check := func(name string, b []byte) []config.Fault {
		t.Helper()
		path := filepath.Join(dir, name+config.PackSuffix)
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
		faults, _, err := config.CheckPath(path, kinds)
		if err != nil {
			t.Fatal(err)
		}
		return faults
	}
	if faults := check("sound", packed(t, files)); len(faults) > 0 {
		t.Error(tell(faults))
	}
	files["quiz.yaml"].Data = []byte("pages: [{id: one}]\n")
	at := filepath.ToSlash(dir)
	if faults := check("faulty", packed(t, files)); len(faults) != 1 || faults[0].File != at+"/faulty.immersion/quiz.yaml" || faults[0].Source == "" {
		t.Error(tell(faults))
	}
	if faults := check("text", []byte("title: x\n")); len(faults) != 1 || faults[0].File != at+"/text.immersion" {
		t.Error(tell(faults))
	}
}

package config_test

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"immersion/config"
	"immersion/kiosk"
	"immersion/stations"
)

var braces = regexp.MustCompile(`\{\w+\}`)

func inBraces(s string) []string {
	all := braces.FindAllString(s, -1)
	slices.Sort(all)
	return slices.Compact(all)
}

// What the program ships obeys what it asks of scenarios: every language whole,
// and what is filled in the same in each.
func TestShippedWords(t *testing.T) {
	all, err := config.Words(stations.Kinds())
	if err != nil || len(all) < 2 || all["en"]["shell.begin"] == "" || all["en"]["call.play"] == "" && all["en"]["call.ask"] == "" {
		t.Fatalf("%d languages, %v", len(all), err)
	}
	for language, words := range all {
		for key, original := range all["en"] {
			if word, ok := words[key]; !ok || !slices.Equal(inBraces(word), inBraces(original)) {
				t.Errorf("%s in %s: %q, in English %q", key, language, word, original)
			}
		}
		for key := range words {
			if _, ok := all["en"][key]; !ok {
				t.Errorf("%s is in %s only", key, language)
			}
		}
	}
}

func TestScenarioWords(t *testing.T) {
	files := everyKind(t)
	files["words/ar.json"] = &fstest.MapFile{Data: []byte(`{"shell.begin": "ابدأ"}`)}
	files["words/de.json"] = &fstest.MapFile{Data: []byte("{\n\t\"shell.begin\": \"Los \\u2026\"\n}\n")}
	s, faults := config.Load(files, stations.Kinds())
	if len(faults) > 0 {
		t.Fatal(tell(faults))
	}
	if s.Words["ar"]["shell.begin"] != "ابدأ" || s.Words["de"]["shell.begin"] != "Los …" || !slices.Equal(s.Worded, []string{"ar", "de", "en"}) {
		t.Errorf("words %v, in %v", s.Words, s.Worded)
	}
	other := maps.Clone(files)
	other["words/ar.json"] = &fstest.MapFile{Data: []byte(`{"shell.begin": "هيا"}`)}
	if o, _ := config.Load(other, stations.Kinds()); o.Hash == s.Hash {
		t.Error("other words are the same version")
	}
}

// An incomplete language is a warning, and so is one without any words.
func TestWordsWarn(t *testing.T) {
	dir := t.TempDir()
	for name, f := range everyKind(t) {
		at := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(at, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	check := func() []config.Fault {
		t.Helper()
		faults, _, err := config.CheckPath(dir, stations.Kinds())
		if err != nil {
			t.Fatal(err)
		}
		return faults
	}
	if faults := check(); len(faults) > 0 {
		t.Fatal(tell(faults))
	}
	if err := os.Mkdir(filepath.Join(dir, "words"), 0o755); err != nil {
		t.Fatal(err)
	}
	write := func(text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, "words", "ar.json"), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write(`{"shell.begin": "ابدأ"}`)
	if f := check(); len(f) != 1 || !f[0].Warning || !strings.Contains(f[0].Message, "stay English") || filepath.Base(f[0].File) != "ar.json" {
		t.Errorf("a word alone: %s", tell(f))
	}
	english, err := config.Words(stations.Kinds())
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for key, word := range english["en"] {
		all = append(all, fmt.Sprintf("%q: %q", key, word))
	}
	write("{" + strings.Join(all, ",\n") + "}")
	if f := check(); len(f) > 0 {
		t.Errorf("every word: %s", tell(f))
	}
}

func FuzzWords(f *testing.F) {
	f.Add([]byte(`{"shell.begin": "x"}`))
	f.Add([]byte("{\"shell.minutes.many\": \"\\ud83d\\ude00 {n}\"}"))
	f.Add([]byte(`[{"a": &a [*a]}]`))
	sound := readGolden(f, sound)
	f.Fuzz(func(t *testing.T, doc []byte) {
		files := maps.Clone(sound)
		files["words/ar.json"] = &fstest.MapFile{Data: doc}
		s, faults := config.Load(files, kinds)
		if (s == nil) == (len(faults) == 0) {
			t.Errorf("%v with %s", s, tell(faults))
		}
		inOrder(t, files, faults)
	})
}

func TestKept(t *testing.T) {
	dir := t.TempDir()
	open := func() *config.Versions {
		t.Helper()
		v, err := config.OpenVersions(dir, kinds)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = v.Close() })
		return v
	}
	v := open()
	files := readGolden(t, sound)
	var hashes []string
	for i := range 3 {
		files["notes.txt"] = &fstest.MapFile{Data: []byte{byte(i)}}
		s, faults, err := v.Take(files)
		if err != nil || len(faults) > 0 {
			t.Fatal(err, tell(faults))
		}
		hashes = append(hashes, s.Hash)
		if i < 2 {
			if err := v.Note(config.Kept{Hash: s.Hash, Title: s.Title, From: "/story", At: int64(i)}); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := v.Choose("/story", hashes[0]); err != nil {
		t.Fatal(err)
	}
	v = open()
	kept, err := v.Kept()
	if err != nil || len(kept) != 2 || kept[0].Hash != hashes[1] || kept[1].From != "/story" || kept[1].Title.In("en") == "" {
		t.Fatalf("kept %+v, %v", kept, err)
	}
	for over, want := range map[string]string{"/story": hashes[0], "/other": "", "": ""} {
		if got, err := v.Chosen(over); got != want || err != nil {
			t.Errorf("chosen over %q: %q, %v", over, got, err)
		}
	}
	nobody := func(string) bool { return false }
	if err := v.Sweep(nobody, time.Now().Add(2*config.Lingers)); err != nil {
		t.Fatal(err)
	}
	for i, there := range []bool{true, true, false} {
		if _, err := v.Find(hashes[i]); (err == nil) != there {
			t.Errorf("version %d after a sweep: %v", i, err)
		}
	}
	for i := range config.MaxKept + 5 { // the list does not grow for ever
		if err := v.Note(config.Kept{Hash: hashes[0], From: fmt.Sprint(i)}); err != nil {
			t.Fatal(err)
		}
	}
	if kept, _ := v.Kept(); len(kept) != config.MaxKept {
		t.Errorf("%d versions are listed", len(kept))
	}
	if err := os.WriteFile(filepath.Join(dir, "list.json"), []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := v.Kept(); err == nil {
		t.Error("half a list reads")
	}
	if err := v.Note(config.Kept{Hash: hashes[0], Title: kiosk.Same("x")}); err != nil {
		t.Error(err)
	}
	if kept, err := v.Kept(); err != nil || len(kept) != 1 {
		t.Errorf("after that: %+v, %v", kept, err)
	}
}

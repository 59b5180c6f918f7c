package stations_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"immersion/stations"
)

var listed = regexp.MustCompile(`(?m)^\s*([a-z]+): \(\) => import\('\./([a-z]+)/element'\)`)

// The Go list, the TypeScript list and the folders name the same kinds.
func TestListsAgree(t *testing.T) {
	var inGo, inTS, folders []string
	for _, k := range stations.Kinds() {
		inGo = append(inGo, k.Name())
	}
	ts, err := os.ReadFile("stations.ts")
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range listed.FindAllStringSubmatch(string(ts), -1) {
		if m[1] != m[2] {
			t.Errorf("stations.ts lists %s from the folder %s", m[1], m[2])
		}
		inTS = append(inTS, m[1])
	}
	kinds, err := filepath.Glob("*/kind.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range kinds {
		folders = append(folders, filepath.Dir(k))
	}
	for _, names := range [][]string{inGo, inTS, folders} {
		slices.Sort(names)
	}
	if !slices.Equal(inGo, inTS) || !slices.Equal(inGo, folders) {
		t.Errorf("stations.go lists %v, stations.ts %v, the folders are %v", inGo, inTS, folders)
	}
}

// What a newcomer finds in every kind's folder.
func TestFoldersAreComplete(t *testing.T) {
	for _, k := range stations.Kinds() {
		for _, name := range []string{"element.ts", "words/en.json", "words/de.json", "example.yaml", "guide.md"} {
			if _, err := os.Stat(filepath.Join(k.Name(), name)); err != nil {
				t.Errorf("%s: %v", k.Name(), err)
			}
		}
	}
}

package ui

import (
	"encoding/json"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"testing"

	"immersion/kiosk"
)

func dictionary(t *testing.T, name string) map[string]string {
	t.Helper()
	doc, err := fs.ReadFile(Words, name)
	if err != nil {
		t.Fatal(err)
	}
	var words map[string]string
	if err := json.Unmarshal(doc, &words); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return words
}

// Every language says the same things, with the same blanks to fill.
func TestDictionariesAgree(t *testing.T) {
	names, err := fs.Glob(Words, "words/*.json")
	if err != nil || len(names) < 2 {
		t.Fatalf("dictionaries: %v, %v", names, err)
	}
	blanks := regexp.MustCompile(`\{\w+\}`)
	english := dictionary(t, "words/en.json")
	for _, name := range names {
		t.Run(path.Base(name), func(t *testing.T) {
			words := dictionary(t, name)
			for _, key := range slices.Sorted(maps.Keys(english)) {
				if words[key] == "" {
					t.Errorf("%s has no words", key)
				}
				if got, want := blanks.FindAllString(words[key], -1), blanks.FindAllString(english[key], -1); !slices.Equal(got, want) {
					t.Errorf("%s has blanks %v, in English %v", key, got, want)
				}
				delete(words, key)
			}
			for key := range words {
				t.Errorf("%s is not in English", key)
			}
		})
	}
}

func TestEveryFeelingHasWords(t *testing.T) {
	words := dictionary(t, "words/en.json")
	for valence := -4; valence <= 4; valence++ {
		for arousal := -4; arousal <= 4; arousal++ {
			if key := "feeling." + kiosk.Zone(valence, arousal); words[key] == "" {
				t.Errorf("%d, %d: no words for %s", valence, arousal, key)
			}
		}
	}
}

// A fresh clone embeds a placeholder, a build keeps it.
func TestDistIsEmbedded(t *testing.T) {
	if _, err := fs.Stat(Dist, "dist/.gitkeep"); err != nil {
		t.Fatal(err)
	}
}

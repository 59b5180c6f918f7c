package server

import (
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"net/http"
	"path"
	"slices"
	"strings"

	"github.com/labstack/echo/v4"

	"immersion/kiosk"
)

// dictionaries joins the pages' dictionaries with those of the kinds, whose
// keys get the kind's name before them.
func dictionaries(pages fs.FS, kinds []kiosk.Kind) (map[string]map[string]string, error) {
	all := map[string]map[string]string{}
	if err := addWords(all, pages, ""); err != nil {
		return nil, err
	}
	for _, k := range kinds {
		if err := addWords(all, k.Words(), k.Name()+"."); err != nil {
			return nil, fmt.Errorf("kind %s: %w", k.Name(), err)
		}
	}
	return all, nil
}

// Dictionary is the words of one language. What it lacks is in English.
type Dictionary struct {
	Words   map[string]string `json:"words"`
	English []string          `json:"english"` // keys whose words are English for want of others
}

// dictionary is a language's words, those of the scenario before the
// program's; false when neither has any.
func (s *Server) dictionary(language string, of *kiosk.Scenario) (d Dictionary, ok bool) {
	d = Dictionary{Words: map[string]string{}, English: []string{}}
	for key, word := range s.words["en"] {
		d.Words[key] = word
	}
	own := map[string]map[string]string{}
	if of != nil {
		own = of.Words
	}
	maps.Copy(d.Words, own["en"])
	if language == "en" {
		return d, true
	}
	for key := range d.Words {
		if _, ok := s.words[language][key]; !ok {
			if _, ok := own[language][key]; !ok {
				d.English = append(d.English, key)
			}
		}
	}
	slices.Sort(d.English)
	maps.Copy(d.Words, s.words[language])
	maps.Copy(d.Words, own[language])
	return d, s.words[language] != nil || own[language] != nil
}

// WordsOf is what the pages and kinds say in a language; what it lacks is in
// English.
func WordsOf(pages fs.FS, kinds []kiosk.Kind, language string) (map[string]string, error) {
	all, err := dictionaries(pages, kinds)
	return (&Server{words: all}).wordsIn(language), err
}

// addWords reads every <language>.json, in whatever folder it lies.
func addWords(all map[string]map[string]string, files fs.FS, prefix string) error {
	return fs.WalkDir(files, ".", func(name string, _ fs.DirEntry, err error) error {
		if err != nil || path.Ext(name) != ".json" {
			return err
		}
		doc, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		var words map[string]string
		if err := json.Unmarshal(doc, &words); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		language := strings.TrimSuffix(path.Base(name), ".json")
		if all[language] == nil {
			all[language] = map[string]string{}
		}
		for key, word := range words {
			all[language][prefix+key] = word
		}
		return nil
	})
}

// getWords gives a language's words; with ?scenario=HASH as that version says
// them.
func (s *Server) getWords(c echo.Context) error {
	language, hash := c.Param("language"), c.QueryParam("scenario")
	var of *kiosk.Scenario
	if hash != "" {
		var ok bool
		if of, ok = s.Room.Scenario(hash); !ok {
			return kiosk.Errorf(kiosk.NotFound, "The room has no such version of a scenario.")
		}
	}
	d, ok := s.dictionary(language, of)
	if !ok {
		return kiosk.Errorf(kiosk.NotFound, "There is no dictionary %.20q.", language)
	}
	body, err := json.Marshal(d)
	if err != nil {
		return err
	}
	sum := hashed(string(body))
	etag := `"` + hex.EncodeToString(sum[:8]) + `"`
	h := c.Response().Header()
	h.Set("Cache-Control", "no-cache")
	h.Set("ETag", etag)
	if c.Request().Header.Get("If-None-Match") == etag {
		return c.NoContent(http.StatusNotModified)
	}
	return c.JSONBlob(http.StatusOK, body)
}

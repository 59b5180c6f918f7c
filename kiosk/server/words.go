package server

import (
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"net/http"
	"path"
	"strings"

	"github.com/labstack/echo/v4"

	"immersion/kiosk"
)

// document is an encoded answer with its ETag.
type document struct {
	body []byte
	etag string
}

// dictionaries joins the pages' dictionaries with those of the kinds, whose
// keys get the kind's name before them. What a language lacks is in English.
func dictionaries(pages fs.FS, kinds []kiosk.Kind) (map[string]document, error) {
	all := map[string]map[string]string{}
	if err := addWords(all, pages, ""); err != nil {
		return nil, err
	}
	for _, k := range kinds {
		if err := addWords(all, k.Words(), k.Name()+"."); err != nil {
			return nil, fmt.Errorf("kind %s: %w", k.Name(), err)
		}
	}
	docs := map[string]document{}
	for language, words := range all {
		whole := maps.Clone(all["en"])
		if whole == nil {
			whole = map[string]string{}
		}
		maps.Copy(whole, words)
		body, err := json.Marshal(whole)
		if err != nil {
			return nil, err
		}
		sum := hashed(string(body))
		docs[language] = document{body, `"` + hex.EncodeToString(sum[:8]) + `"`}
	}
	return docs, nil
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

func (s *Server) getWords(c echo.Context) error {
	doc, ok := s.words[c.Param("language")]
	if !ok {
		return kiosk.Errorf(kiosk.NotFound, "There is no dictionary %.20q.", c.Param("language"))
	}
	h := c.Response().Header()
	h.Set("Cache-Control", "no-cache")
	h.Set("ETag", doc.etag)
	if c.Request().Header.Get("If-None-Match") == doc.etag {
		return c.NoContent(http.StatusNotModified)
	}
	return c.JSONBlob(http.StatusOK, doc.body)
}

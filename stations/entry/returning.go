package entry

import (
	"encoding/json"
	"io/fs"
	"slices"
	"strings"

	"immersion/kiosk"
)

// factReturned is told by a visitor who came with the returning code of an
// earlier visit, and says how the pledge of it went.
const factReturned = "entry.returned"

// Returned is its body. It says nothing of which visit that was.
type Returned struct {
	Went string `json:"went"` // one of went
}

// went are the answers, in the order they are offered.
var went = []string{"done", "partly", "not-yet"}

// returnedFigure counts how earlier pledges went.
const returnedFigure = "returned"

// Figures declares how earlier pledges went: one answer a visit, the newest.
func (s *Station) Figures() []kiosk.Figure {
	return []kiosk.Figure{{Name: returnedFigure, Shape: kiosk.Count, Label: "entry.figure.returned", Keys: answers}}
}

// answers are the words of the kind's own dictionaries for each answer.
var answers = func() map[string]kiosk.Text {
	names, err := fs.Glob(words, "words/*.json")
	if err != nil {
		panic(err) // the pattern is written above
	}
	keys := map[string]kiosk.Text{}
	for _, name := range names {
		doc, err := words.ReadFile(name)
		if err != nil {
			panic(err) // the file is embedded
		}
		var said map[string]string
		if err := json.Unmarshal(doc, &said); err != nil {
			panic(err) // the conformance suite reads it too
		}
		language := strings.TrimSuffix(strings.TrimPrefix(name, "words/"), ".json")
		for _, w := range went {
			if keys[w] == nil {
				keys[w] = kiosk.Text{}
			}
			keys[w][language] = said["returning."+w]
		}
	}
	return keys
}()

// Judge takes how an earlier pledge went; all else that is told at an entry
// are facts of the domain.
func (s *Station) Judge(f kiosk.Fact) error {
	if f.Type != factReturned {
		return kiosk.Errorf(kiosk.Invalid, "an entry has no facts %q", f.Type)
	}
	var b Returned
	if err := f.Decode(&b); err != nil {
		return err
	}
	if !slices.Contains(went, b.Went) {
		return kiosk.Errorf(kiosk.Invalid, "a pledge went %s, not %.20q", strings.Join(went, ", "), b.Went)
	}
	return nil
}

// Outcome counts how the earlier pledge went. Nothing goes onto the map:
// nothing was lived yet.
func (s *Station) Outcome(stop *kiosk.Stop) kiosk.Outcome {
	told := kiosk.Bodies[Returned](stop, factReturned)
	if len(told) == 0 {
		return kiosk.Outcome{}
	}
	return kiosk.Outcome{Figures: []kiosk.Cell{
		{Figure: returnedFigure, Shape: kiosk.Count, Key: told[len(told)-1].Went, Count: 1}}}
}

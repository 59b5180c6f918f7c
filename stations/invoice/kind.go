// Package invoice is the kind of station where a visitor checks a customer's
// invoice against the papers the customer has: marks each line right, wrong
// or can't tell, and says what is really owed.
//
// Money is decimal throughout. An amount is rounded to the places of its
// currency, a half away from zero, so that a credit cancels its charge.
package invoice

import (
	"embed"
	"encoding/json"
	"io/fs"
	"strings"
	"sync"

	"immersion/kiosk"
)

//go:embed words/*.json
var words embed.FS

//go:embed example.yaml
var example string

// Kind is the invoice.
type Kind struct{}

// Name is "invoice".
func (Kind) Name() string { return "invoice" }

// Role is a stop on the way.
func (Kind) Role() kiosk.Role { return kiosk.AStop }

// New gives empty settings.
func (Kind) New() kiosk.Station { return &Station{} }

// Words are the dictionaries, <language>.json.
func (Kind) Words() fs.FS {
	dir, err := fs.Sub(words, "words")
	if err != nil {
		panic(err) // the folder is embedded
	}
	return dir
}

// Example is a commented `with:` part.
func (Kind) Example() string { return example }

// dictionaries are the kind's own words by language, for labels that are
// texts and not keys.
var dictionaries = sync.OnceValue(func() map[string]map[string]string {
	all := map[string]map[string]string{}
	files, _ := fs.Glob(words, "words/*.json")
	for _, name := range files {
		var entries map[string]string
		doc, _ := words.ReadFile(name)
		if err := json.Unmarshal(doc, &entries); err != nil {
			panic(err) // the file is embedded
		}
		all[strings.TrimSuffix(strings.TrimPrefix(name, "words/"), ".json")] = entries
	}
	return all
})

// lineLabel is "Line 4" in every language of the dictionaries.
func lineLabel(id string) kiosk.Text {
	label := kiosk.Text{}
	for lang, entries := range dictionaries() {
		label[lang] = strings.ReplaceAll(entries["line"], "{line}", id)
	}
	return label
}

var _ kiosk.Kind = Kind{}

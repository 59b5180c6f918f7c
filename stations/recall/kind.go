// Package recall is the kind of station at which visitors remember the last
// time they were somebody's customer themselves: where, what happened, how it
// felt then and at its end, and one sentence. What they write is for their own
// eyes, unless they say otherwise on the page.
package recall

import (
	"embed"
	"io/fs"

	"immersion/kiosk"
)

//go:embed words/*.json
var words embed.FS

//go:embed example.yaml
var example string

// Kind is the recall.
type Kind struct{}

// Name is "recall".
func (Kind) Name() string { return "recall" }

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

var _ kiosk.Kind = Kind{}

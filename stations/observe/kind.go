// Package observe is a walk with open eyes: quick notes by stage and
// touchpoint, things counted and times taken, on a phone or tablet that is
// carried around. It needs no network while it goes on.
package observe

import (
	"embed"
	"io/fs"

	"immersion/kiosk"
)

//go:embed words/*.json
var words embed.FS

//go:embed example.yaml
var example string

// Kind is the sort of station where a visitor walks, watches and takes notes.
type Kind struct{}

// Name is how scenario files spell the kind.
func (Kind) Name() string { return "observe" }

// Role is a stop on the way.
func (Kind) Role() kiosk.Role { return kiosk.AStop }

// New gives empty settings.
func (Kind) New() kiosk.Station { return &Station{} }

// Words gives the dictionaries.
func (Kind) Words() fs.FS {
	sub, err := fs.Sub(words, "words")
	if err != nil {
		panic(err) // the folder is embedded above
	}
	return sub
}

// Example is a short way in two stages, commented.
func (Kind) Example() string { return example }

var _ kiosk.Kind = Kind{}

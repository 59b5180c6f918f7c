// Package portal is a made-up customer portal to get something done in.
//
// Its pages, rules and delays run in the screen, so that a network cut does
// not stop them. What success is and how short the way could be stay here: an
// outcome speaks of pages reached and rules passed, never of what was typed.
package portal

import (
	"embed"
	"io/fs"

	"immersion/kiosk"
)

//go:embed words/*.json
var words embed.FS

//go:embed example.yaml
var example string

// Kind is the sort of station where a visitor tries to get something done in
// a company's portal.
type Kind struct{}

// Name is how scenario files spell the kind.
func (Kind) Name() string { return "portal" }

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

// Example is a small portal of three pages, commented.
func (Kind) Example() string { return example }

var _ kiosk.Kind = Kind{}

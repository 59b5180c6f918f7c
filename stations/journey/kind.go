// Package journey is the customer's whole way on one drawing: stages, steps,
// the curve of how they feel, and what is known of each step.
//
// Visitors pin where their team touches it, where it hurts and where it
// shines. Which team that is the room knows, if it does: figures are split by
// department there, and a party of several teams counts in the whole.
package journey

import (
	"embed"
	"io/fs"

	"immersion/kiosk"
)

//go:embed words/*.json
var words embed.FS

//go:embed example.yaml
var example string

// Kind is the sort of station where visitors see the customer's whole way and
// their own part in it.
type Kind struct{}

// Name is how scenario files spell the kind.
func (Kind) Name() string { return "journey" }

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

// Example is a way of two stages, commented.
func (Kind) Example() string { return example }

var _ kiosk.Kind = Kind{}

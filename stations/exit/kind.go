// Package exit is the kind of station that closes a visit: the empathy map
// with what was felt and done already on it, the assumptions again and the
// shift, one sentence as the customer, and a pledge.
package exit

import (
	"embed"
	"io/fs"

	"immersion/kiosk"
)

//go:embed words/*.json
var words embed.FS

//go:embed example.yaml
var example string

// Kind is the exit.
type Kind struct{}

// Name is "exit".
func (Kind) Name() string { return "exit" }

// Role is to close a visit.
func (Kind) Role() kiosk.Role { return kiosk.Closes }

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

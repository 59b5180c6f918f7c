// Package desk is the other side of a company's counter: now the visitor
// serves. Customers' messages come in with their patience running, and the
// company's own rules and tools say what may be done for them.
//
// The queue, its clock and the conversations run in the screen, so that a
// network cut does not stop them. What a shift came to is made here, of facts
// that say which answer was chosen.
package desk

import (
	"embed"
	"io/fs"

	"immersion/kiosk"
)

//go:embed words/*.json
var words embed.FS

//go:embed example.yaml
var example string

// Kind is the sort of station where the visitor serves the company's customers.
type Kind struct{}

// Name is how scenario files spell the kind.
func (Kind) Name() string { return "desk" }

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

// Example is a desk with two customers, commented.
func (Kind) Example() string { return example }

var _ kiosk.Kind = Kind{}

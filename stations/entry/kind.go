// Package entry is the kind of station that opens a visit: the customer in
// thirty seconds, what is recorded and who sees it, department and party,
// display comfort, the assumptions, and the badge.
package entry

import (
	"embed"
	"io/fs"

	"immersion/kiosk"
)

//go:embed words/*.json
var words embed.FS

//go:embed example.yaml
var example string

// Kind is the entry.
type Kind struct{}

// Name is "entry".
func (Kind) Name() string { return "entry" }

// Role is to open a visit.
func (Kind) Role() kiosk.Role { return kiosk.Opens }

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

// Package call is the kind of station where a visitor listens to a customer's
// recorded call as the customer had it, and taps how the customer feels while
// it goes on. Who cannot hear reads it instead and taps on its lines.
package call

import (
	"embed"
	"io/fs"
	"time"

	"immersion/kiosk"
)

//go:embed words/*.json
var words embed.FS

//go:embed example.yaml
var example string

// The example's call is the one that the tests hear.
//
//go:embed testdata/call.mp3 testdata/call.vtt
var exampleFiles embed.FS

// Kind is the call.
type Kind struct{}

// Name is "call".
func (Kind) Name() string { return "call" }

// Role is a stop on the way.
func (Kind) Role() kiosk.Role { return kiosk.AStop }

// New gives empty settings, which are checked against today's date.
func (Kind) New() kiosk.Station { return &Station{now: time.Now} }

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

// ExampleFiles are the example's recording, of six seconds, and its captions.
func (Kind) ExampleFiles() fs.FS {
	dir, err := fs.Sub(exampleFiles, "testdata")
	if err != nil {
		panic(err) // the folder is embedded
	}
	return dir
}

var (
	_ kiosk.Kind         = Kind{}
	_ kiosk.ExampleFiler = Kind{}
)

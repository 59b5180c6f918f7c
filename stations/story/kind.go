// Package story is the kind of station where somebody tells: a customer, a
// relative, a person at the desk. A visitor chooses whom to listen to, turns
// pages of text, picture, sound and video, taps how the teller feels, and at
// the end tells it again in one sentence. One screen may tell a whole group.
package story

import (
	"embed"
	"io/fs"

	"immersion/kiosk"
)

//go:embed words/*.json
var words embed.FS

//go:embed example.yaml
var example string

//go:embed testdata/street.svg testdata/voice.mp3 testdata/voice.vtt testdata/window.webm testdata/window.vtt
var exampleFiles embed.FS

// Kind is the story.
type Kind struct{}

// Name is "story".
func (Kind) Name() string { return "story" }

// Role is a stop on the way.
func (Kind) Role() kiosk.Role { return kiosk.AStop }

// New gives empty settings.
func (Kind) New() kiosk.Station { return &Station{} }

// Words are the dictionaries, <language>.json.
func (Kind) Words() fs.FS { return sub(words, "words") }

// Example is a commented `with:` part.
func (Kind) Example() string { return example }

// ExampleFiles are a picture, a voice and a video of a few seconds, with captions.
func (Kind) ExampleFiles() fs.FS { return sub(exampleFiles, "testdata") }

func sub(files embed.FS, folder string) fs.FS {
	dir, err := fs.Sub(files, folder)
	if err != nil {
		panic(err) // the folder is embedded
	}
	return dir
}

var (
	_ kiosk.Kind         = Kind{}
	_ kiosk.ExampleFiler = Kind{}
)

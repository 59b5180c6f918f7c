package config

import (
	"embed"
	"io/fs"
)

//go:embed all:scenarios room.yaml
var shipped embed.FS

// The names under which Shipped holds what a room without files of its own
// starts with.
const (
	ShippedScenario = "scenarios/first-invoice"
	ShippedRoom     = "room.yaml"
)

// Shipped holds the scenarios that come with the program, each a folder under
// scenarios/, and the room file to begin with, room.yaml.
func Shipped() fs.FS { return shipped }

package kiosk

import "time"

// Settings are what the room file says.
type Settings struct {
	Name        string        `yaml:"name"`          // shown on every screen
	PublicURL   string        `yaml:"public_url"`    // how phones and screens reach the server; feeds every QR
	Languages   []string      `yaml:"languages"`     // of the interface; the first is the default
	Departments []Named       `yaml:"departments"`   // closed list; none: nobody is asked
	Dim         bool          `yaml:"dim"`           // a darkened room: dark theme
	Pairing     Pairings      `yaml:"pairing"`       // how browsers become screens
	Idle        Idle          `yaml:"idle"`          // when a screen takes its visitor for gone
	K           int           `yaml:"k"`             // visits behind every published figure, ≥ 3
	Timeout     time.Duration `yaml:"visit_timeout"` // without a sign, then the visit is closed
}

// Pairings is how browsers become screens of the room.
type Pairings string

const (
	PairByCode Pairings = "code" // an organiser takes each by the code it shows
	PairOpen   Pairings = "open" // every browser that opens a station's address
)

// Idle is when a screen takes its visitor for gone.
type Idle struct {
	Ask  int `yaml:"ask"`  // seconds without a sign before the screen asks
	Wipe int `yaml:"wipe"` // seconds it counts down then
}

// DefaultSettings are those of a room without a room file.
func DefaultSettings() Settings {
	return Settings{
		Name:      "Immersion room",
		Languages: []string{"en", "de"},
		Pairing:   PairByCode,
		Idle:      Idle{Ask: 60, Wipe: 20},
		K:         5,
		Timeout:   45 * time.Minute,
	}
}

// MinK is the floor of Settings.K.
const MinK = 3

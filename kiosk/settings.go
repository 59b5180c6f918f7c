package kiosk

import (
	"encoding/base64"
	"strings"
	"time"
)

// Settings are what the room file says.
type Settings struct {
	Name        string              `yaml:"name"`        // shown on every screen, up to 64 characters
	PublicURL   string              `yaml:"public_url"`  // how phones and screens reach the server, as http://host:port; feeds every QR; without it this machine's address
	Listen      string              `yaml:"listen"`      // the address to listen on, as host:port or :port; --listen on the command line goes before it
	TLS         TLS                 `yaml:"tls"`         // encryption; without it plain http
	Languages   []string            `yaml:"languages"`   // tags of the interface's languages; the first greets, unless the scenario speaks others
	Departments []Named             `yaml:"departments"` // what visitors may choose, a closed list; none: nobody is asked
	Stations    map[string][]string `yaml:"stations"`    // the names of the screens expected at each station, by its id
	Dim         bool                `yaml:"dim"`         // a darkened room: light words on dark paper
	Comfort     Comfort             `yaml:"comfort"`     // how every visit begins; a visitor may choose otherwise
	Sound       Sound               `yaml:"sound"`       // the room's own loudspeakers
	Pairing     Pairings            `yaml:"pairing"`     // how browsers become screens
	Mode        Mode                `yaml:"mode"`        // how visitors get on
	Rotation    Turns               `yaml:"rotation"`    // in mode: rotation
	Idle        Idle                `yaml:"idle"`        // when a screen takes its visitor for gone
	K           int                 `yaml:"k"`           // visits that stand behind every published figure, 3 or more
	WordsK      int                 `yaml:"words_k"`     // visits that stand behind published words, 10 or more, and never fewer than k
	Visit       VisitLimits         `yaml:"visit"`       // when the room ends a visit
	Retention   Retention           `yaml:"retention"`   // days until what visitors left is gone
	Webhook     Webhook             `yaml:"webhook"`     // who is told when a screen is lost or back
	Plan        Plan                `yaml:"plan"`        // what the room does by itself, by the clock
}

// Webhook is an address of yours that the room calls when a screen is lost or
// back, signed as Standard Webhooks 1.0 says.
type Webhook struct {
	URL    string `yaml:"url" secret:"true"`    // http or https, on a network that the room reaches
	Secret string `yaml:"secret" secret:"true"` // whsec_ and 24 to 64 random bytes in base64; both sides know it
}

// Key is what the calls are signed with: the bytes of the secret.
func (w Webhook) Key() ([]byte, error) {
	text, ok := strings.CutPrefix(w.Secret, "whsec_")
	key, err := base64.StdEncoding.DecodeString(text)
	if !ok || err != nil || len(key) < 24 || len(key) > 64 {
		return nil, Errorf(Invalid, "the secret is not whsec_ and 24 to 64 bytes in base64")
	}
	return key, nil
}

// TLS is how the server proves who it is: with a certificate of yours, or with
// one of an authority of its own. Neither: plain http.
type TLS struct {
	Certificate string `yaml:"certificate"` // a PEM file beside the room file, with the chain
	Key         string `yaml:"key"`         // its key, a PEM file beside the room file
	OwnCA       bool   `yaml:"own_ca"`      // an authority made here, kept under --data; devices trust it by installing /ca.crt
}

// On tells whether the server speaks https.
func (t TLS) On() bool { return t.OwnCA || t.Certificate != "" }

// Sound is where the room's own sound comes out.
type Sound struct {
	Device string `yaml:"device"` // as `aplay -L` names it, like hw:CARD=Speakers; without it the system's default
}

// VisitLimits are when the room ends a visit.
type VisitLimits struct {
	Timeout time.Duration `yaml:"timeout"` // without a sign of its visitor for this long, 1s to 24h
}

// Pairings is how browsers become screens of the room.
type Pairings string

const (
	PairByCode Pairings = "code" // an organiser takes each by the code it shows
	PairOpen   Pairings = "open" // every browser that opens a station's address
)

// Mode is how visitors get from station to station.
type Mode string

const (
	Free   Mode = "free"     // each as soon as they are done, to where the wait is least
	Rotate Mode = "rotation" // in groups, all at once, on a timer
)

// Turns is how a round goes.
type Turns struct {
	Minutes float64 `yaml:"minutes"` // of a turn
}

// Idle is when a screen takes its visitor for gone.
type Idle struct {
	Ask  int `yaml:"ask"`  // seconds without a touch before the screen asks, 1 to 3600
	Wipe int `yaml:"wipe"` // seconds it counts down then, 1 to 3600; people need 20 or more (WCAG 2.2.1)
}

// DefaultSettings are those of a room without a room file.
func DefaultSettings() Settings {
	return Settings{
		Name:      "Immersion room",
		Listen:    ":8080",
		Languages: []string{"en", "de"},
		Pairing:   PairByCode,
		Mode:      Free,
		Rotation:  Turns{Minutes: 8},
		Idle:      Idle{Ask: 60, Wipe: 20},
		K:         5,
		WordsK:    10,
		Visit:     VisitLimits{Timeout: 45 * time.Minute},
		Retention: Retention{Words: 90, Visits: 365, Takeaway: 30, Backups: 30},
	}
}

// The floors of Settings.K and Settings.WordsK.
const (
	MinK      = 3
	MinWordsK = 10
)

package kiosk

import "encoding/json"

// ScreenState is what a screen is to show: desired state, whole each time. The
// screen draws it and echoes its Version.
type ScreenState struct {
	Version  int64         `json:"version"` // set by the server when the rest has changed
	Screen   string        `json:"screen"`
	Name     string        `json:"name"`
	Room     RoomView      `json:"room"`
	Phase    Phase         `json:"phase" jsonschema:"enum=closed,enum=setup,enum=open,enum=closing"`
	Opening  string        `json:"opening,omitempty"` // id of the opening; none: the doors are closed
	Scenario string        `json:"scenario"`          // hash of the scenario new visits get
	Station  string        `json:"station,omitempty"` // the screen's station; none: not assigned yet
	Offer    *Badge        `json:"offer,omitempty"`   // the badge for the next visitor, at an entry
	Group    int           `json:"group,omitempty"`   // the group for them, in a room that rotates
	Expected []Expected    `json:"expected,omitempty"`
	Visit    *VisitView    `json:"visit,omitempty"` // who is here
	Leaving  *LeavingView  `json:"leaving,omitempty"`
	Rotation *RotationView `json:"rotation,omitempty"` // none: everybody walks freely
	Carried  []CarriedView `json:"carried,omitempty"`  // on a visitor's phone: all that it shows

	Paused    bool   `json:"paused,omitempty"`    // everything stands still
	Rehearsal bool   `json:"rehearsal,omitempty"` // the visits that begin here are
	Number    int    `json:"number"`              // of the screen, from 1
	Identify  int64  `json:"identify,omitempty"`  // ms on the server's clock, until when it shows its number
	Blank     bool   `json:"blank,omitempty"`     // dark, and a touch does nothing
	Volume    int    `json:"volume"`              // 0 to 100, of everything that plays here
	Muted     bool   `json:"muted,omitempty"`
	Message   string `json:"message,omitempty"` // of the organiser's
	Reload    string `json:"reload,omitempty"`  // who was loaded under another one loads the page anew

	Aloud *AloudView `json:"aloud,omitempty"` // what the whole room hears

	Ordered string `json:"-"` // id of the newest order that is in all this
}

// RoomView is what every screen knows of the room file.
type RoomView struct {
	Name        string    `json:"name"`
	Languages   []string  `json:"languages"`   // of the interface; the first greets
	Departments []Named   `json:"departments"` // closed list
	Dim         bool      `json:"dim"`         // a darkened room
	Ask         int       `json:"ask"`         // seconds without a touch before the screen asks
	Wipe        int       `json:"wipe"`        // seconds it counts down then, ≥ 20 in a real room
	K           int       `json:"k"`           // visits behind every published figure
	Comfort     Comfort   `json:"comfort"`     // how every visit begins
	Retention   Retention `json:"retention"`   // as the consent page tells it
}

// Named is an id and what people read for it.
type Named struct {
	ID   string `json:"id" yaml:"id"`     // lower-case letters, digits and dashes; the figures go by it
	Name Text   `json:"name" yaml:"name"` // what people read for it
}

// Expected is a visitor who may come to the screen's station next. Their badge
// is without its code here; a tap on it is enough for a fresh stop.
type Expected struct {
	Visit string `json:"visit"`
	Badge Badge  `json:"badge"`
	Sent  bool   `json:"sent"` // the room sent them here
	Asks  bool   `json:"asks"` // a tap is not enough: they left words here
}

// VisitView is the visitor at the screen.
type VisitView struct {
	ID         string          `json:"id"`
	Scenario   string          `json:"scenario"` // hash the visit stays on
	Badge      Badge           `json:"badge"`
	Language   string          `json:"language"`
	Comfort    Comfort         `json:"comfort"`
	Unrecorded bool            `json:"unrecorded"`
	Group      int             `json:"group,omitempty"`
	Progress   json.RawMessage `json:"progress,omitempty"` // the newest stop.progress here
	Map        *MapView        `json:"map,omitempty"`      // at a station that closes visits
	Felt       []FeltAt        `json:"felt,omitempty"`     // at a Retracer: the stations it names where the visitor reacted
}

// FeltAt is how the visitor felt at a station: the means of their reactions
// there, without their words.
type FeltAt struct {
	Station string  `json:"station"`
	Valence float64 `json:"valence"` // −4 unpleasant … 4 pleasant
	Arousal float64 `json:"arousal"` // −4 calm … 4 stirred
	N       int     `json:"n"`       // reactions
}

// MapView is the visit as its exit shows it.
type MapView struct {
	Notes    []Note            `json:"notes"`
	Answers  map[string]Answer `json:"answers"` // by assumption
	Sentence string            `json:"sentence,omitempty"`
	Debrief  bool              `json:"debrief,omitempty"` // the sentence may be shown in the opening's debrief
	Pledge   *Pledge           `json:"pledge,omitempty"`
	Self     []Self            `json:"self,omitempty"` // to lie beside the customer
}

// LeavingView tells the visitor who just left the screen where to go.
type LeavingView struct {
	Visit string `json:"visit"`
	Badge Badge  `json:"badge"`
	Next  string `json:"next,omitempty"` // station; none: the visit is over, or nothing is left
	Wait  int    `json:"wait"`           // minutes until a screen there is expected to be free; 0: free now
	As    string `json:"as,omitempty"`   // what an organiser did: "advanced", "returned", "released", "closed" or "merged"; none: they left by themselves
}

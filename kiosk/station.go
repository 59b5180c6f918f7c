package kiosk

import (
	"io"
	"io/fs"
)

// Role is what a station is for in a visit.
type Role string

const (
	Opens  Role = "opens"  // begins a visit: entry
	AStop  Role = "stop"   // a station on the way
	Closes Role = "closes" // ends a visit: exit
)

// Kind is one sort of station. A kind's folder under stations/ holds all that
// is to know about it; nobody outside it switches on its name.
type Kind interface {
	Name() string    // as scenario files spell it
	Role() Role      // what its stations are for
	New() Station    // an empty settings value to decode a scenario's part into, by its yaml tags
	Words() fs.FS    // its dictionaries: <language>.json, flat maps of key to words
	Example() string // a commented `with:` part for a new scenario, its indent zero
}

// ExampleFiler is a kind whose Example names files.
type ExampleFiler interface {
	ExampleFiles() fs.FS // stand-ins for them, by the names that the example uses
}

// Station is a kind's settings for one place of a scenario, and what follows
// from them. After Check it is never changed, and safe for many readers.
type Station interface {
	// Check reads the files the settings name, keeps what the station needs,
	// and returns every fault.
	Check(files fs.FS) []Fault
	// Files names the scenario's files that the station's screens may fetch.
	Files() []string
	// View is what the screen draws, as it marshals to JSON: never the answers.
	View() any
	// Figures declares the figures that its outcomes may hold, in the order to draw them.
	Figures() []Figure
	// Judge refuses a fact of the kind's own that makes no sense here. It sees one
	// fact at a time and knows no others.
	Judge(Fact) error
	// Outcome makes of a stop's facts, sorted by time, the notes for the map and
	// the figures. It is pure, and takes a stop that is not over.
	Outcome(*Stop) Outcome
}

// Simulator is a station that can play itself: a synthetic visitor for
// rehearsals, load and tests.
type Simulator interface {
	// Simulate calls act for each thing a visitor of this seed does at the
	// station of this scenario, in order: the fact's type and body, and the
	// milliseconds since entering the stop.
	Simulate(s *Scenario, seed uint64, act func(typ string, body any, ms int64))
}

// Retracer is a station that shows its visitors how they felt at others: its
// screens get VisitView.Felt.
type Retracer interface {
	// Retraces names those stations, each once.
	Retraces() []Retrace
}

// Retrace is one station that a Retracer names.
type Retrace struct {
	Station string // its id; one on the way
	Path    string // in the settings: where it is named, for faults
}

// Reciter is a station with a recording that can be played to the whole room.
type Reciter interface {
	// Recital is that recording; false when it may not be played, or cannot be.
	Recital() (Recital, bool)
}

// Maker is a station with files made of those of its scenario: what takes long
// to make, and is made once for all screens.
type Maker interface {
	// Makes names them, after a Check without faults.
	Makes() []Made
}

// Made is one such file. `immersion check` makes each to its end, to find what
// only shows then; a room keeps it on disk by its key.
type Made struct {
	Name string // as screens fetch it: it stands in for a file of this name, if there is one
	Type string // MIME type
	Path string // in the settings: what it is made of, for faults
	Key  string // 32 digits of hex that name its content for good: a hash of what it is made of, and how
	// Make writes it. Its memory does not grow with the files it reads; its
	// error says what is wrong with them.
	Make func(files fs.FS, to io.Writer) error
}

// Importer is a kind that makes settings for its stations of what other
// programs wrote.
type Importer interface {
	// Import reads the files, which are of one thing together. It returns what to
	// write into a scenario's folder, the settings first, and what a person has
	// to do then, a sentence each. It writes nothing itself. The error says which
	// file is wrong and what helps.
	Import(files []Import) (written []Written, todo []string, err error)
}

// Import is a file to import. Others that it speaks of lie beside it.
type Import struct {
	Folder fs.FS
	Name   string // in Folder
}

// Written is a file that an import makes.
type Written struct {
	Name  string // in the scenario's folder
	Write func(to io.Writer) error
}

// Revealer is a station that shows its answers to whoever has finished it.
type Revealer interface {
	// Reveal is what the screen may draw once a visitor has left the stop as done,
	// as it marshals to JSON: the answers that View keeps back.
	Reveal() any
}

// Fault is one thing wrong in a scenario's files.
type Fault struct {
	File    string // "" for the file that holds the settings
	Path    string // in the settings: "pages[2].fields[0].rule"; "" with a File and Line
	Line    int    // in File, from 1; 0 when Path tells
	Column  int    // in characters, from 1
	Message string // what is wrong
	Allowed string // what is allowed instead; "" when the message says it
	Warning bool   // worth a look, and refuses nothing: `check` tells it, loading goes on
}

// Outcome is what a station makes of one stop.
type Outcome struct {
	Notes   []Note
	Figures []Cell
	Self    *Self // what the visitor told of themselves; nil at a station that asks for no such thing
}

// Evidence is where a note comes from.
type Evidence struct {
	Station string  `json:"station"`
	Moment  *Moment `json:"moment,omitempty"`
	Label   Text    `json:"label,omitempty"` // "1:04", "Line 4", the page's title
	Quote   string  `json:"quote,omitempty"` // what the customer's world said there
	Clip    *Clip   `json:"clip,omitempty"`
}

// Clip is a piece of a recording, in ms of media time.
type Clip struct {
	Media string `json:"media"`
	From  int64  `json:"from"`
	To    int64  `json:"to"`
}

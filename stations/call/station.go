package call

import (
	"fmt"
	"slices"
	"time"

	"immersion/kiosk"
	"immersion/media"
)

// Station is one recorded call.
type Station struct {
	Recording string       `yaml:"recording"` // file: WAV, MP3, Ogg (Vorbis or Opus), FLAC or M4A
	Captions  string       `yaml:"captions"`  // file: WebVTT or SRT
	Caller    Caller       `yaml:"caller"`    // who is on the line
	Called    kiosk.Text   `yaml:"called"`    // whom they called, as their telephone shows it
	When      kiosk.Text   `yaml:"when"`      // when it was; optional
	Consent   kiosk.Text   `yaml:"consent"`   // who agreed that it is played here
	Redaction kiosk.Text   `yaml:"redaction"` // what was taken out of it
	Redacted  []Piece      `yaml:"redacted"`  // pieces that are silenced before it is played; optional
	Expires   string       `yaml:"expires"`   // last day it may be played, 2031-12-31; optional
	Menu      *Menu        `yaml:"menu"`      // the machine that answered; optional
	Segments  []Segment    `yaml:"segments"`  // holds and transfers, in their order
	Words     []kiosk.Text `yaml:"words"`     // short words offered after a tap; optional
	Listen    Listen       `yaml:"listen"`    // what visitors may do with it; optional
	Trace     bool         `yaml:"trace"`     // a slider beside the affect grid, held along the call
	Reference *Reference   `yaml:"reference"` // a curve shown beside the visitor's own at the end; optional

	now   func() time.Time
	sound media.Sound
	hash  []byte // of the recording
	bytes int64
	cues  []media.Cue
	lines []line
	waits []*line // of lines, those of the segments, in their order
	whole []span  // what there is to hear
}

// Caller is the customer on the line.
type Caller struct {
	Name  kiosk.Text `yaml:"name" json:"name"`   // who is on the line
	Voice string     `yaml:"voice" json:"voice"` // their name in the captions
	About kiosk.Text `yaml:"about" json:"about"` // why they call, told before it
}

// Listen is what visitors may do with the recording.
type Listen struct {
	Seek    Seek `yaml:"seek" json:"seek"`       // how they move in it: "none", "heard" (back to what they heard) or "free"; none if left out
	Replay  bool `yaml:"replay" json:"replay"`   // they may hear it again when it is over
	Through bool `yaml:"through" json:"through"` // the way on opens when it was heard or read to its end; leaving is always possible
	Spare   bool `yaml:"spare" json:"spare"`     // they may skip the rest of a wait
}

// Seek is how visitors move in a recording.
type Seek string

// Ways to move in a recording.
const (
	NoSeek    Seek = "none"
	HeardSeek Seek = "heard"
	FreeSeek  Seek = "free"
)

// Files are the recording, what the menu says and the reference curve; the
// captions travel in the View.
func (s *Station) Files() []string {
	files := []string{s.Recording}
	if s.Menu != nil {
		for _, p := range s.Menu.Pages {
			if p.Sound != "" && !slices.Contains(files, p.Sound) {
				files = append(files, p.Sound)
			}
		}
	}
	if s.Reference != nil {
		files = append(files, s.Reference.File)
	}
	return files
}

// waveformParts is how many peaks the View has, whatever the call's length.
const waveformParts = 600

type view struct {
	Recording string       `json:"recording"`
	Bytes     int64        `json:"bytes"`              // of the recording
	Duration  int64        `json:"duration"`           // ms
	Waveform  string       `json:"waveform,omitempty"` // file to fetch beside the rest; none: draw a plain bar
	Caller    Caller       `json:"caller"`
	Called    kiosk.Text   `json:"called"`
	When      kiosk.Text   `json:"when,omitempty"`
	Menu      *Menu        `json:"menu,omitempty"`
	Begins    int64        `json:"begins"` // ms at which the call begins for the visitor
	Cues      []media.Cue  `json:"cues"`   // from there on
	Segments  []wait       `json:"segments"`
	Words     []kiosk.Text `json:"words"`
	Listen    Listen       `json:"listen"`
	Trace     bool         `json:"trace"`
	Reference *Reference   `json:"reference,omitempty"` // its file is fetched at the end
}

// wait is a segment as the screen runs it.
type wait struct {
	What   string     `json:"what"`
	From   int64      `json:"from"`
	To     int64      `json:"to"`
	Label  kiosk.Text `json:"label"`
	Waits  int64      `json:"waits"`            // ms that visitors wait
	Waited int64      `json:"waited,omitempty"` // ms that the customer did
}

// View is the whole call but for its sound and its waveform.
func (s *Station) View() any {
	waits := []wait{}
	for _, g := range s.Segments {
		waited := max(g.Waited.Milliseconds(), g.To-g.From)
		waits = append(waits, wait{g.What, g.From, g.To, g.Label, g.waits(), waited})
	}
	form := ""
	if s.sound.Decodes() {
		form = s.waveformFile()
	}
	return view{
		Recording: s.Recording, Bytes: s.bytes, Duration: s.sound.Duration, Waveform: form,
		Caller: s.Caller, Called: s.Called, When: s.When, Menu: s.Menu, Begins: s.begins(), Cues: s.cues,
		Segments: waits, Words: append([]kiosk.Text{}, s.Words...), Listen: s.Listen, Trace: s.Trace, Reference: s.Reference,
	}
}

// clock is media time as people read it: "1:04".
func clock(ms int64) string { return fmt.Sprintf("%d:%02d", ms/60000, ms/1000%60) }

var _ kiosk.Station = (*Station)(nil)

package call

import (
	"fmt"
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
	Segments  []Segment    `yaml:"segments"`  // holds and transfers, in their order
	Words     []kiosk.Text `yaml:"words"`     // short words offered after a tap; optional

	now   func() time.Time
	sound media.Sound
	hash  []byte // of the recording
	bytes int64
	cues  []media.Cue
	lines []line
}

// Caller is the customer on the line.
type Caller struct {
	Name  kiosk.Text `yaml:"name" json:"name"`   // who is on the line
	Voice string     `yaml:"voice" json:"voice"` // their name in the captions
	About kiosk.Text `yaml:"about" json:"about"` // why they call, told before it
}

// Segment is a piece of the call in which nobody is there for the customer.
type Segment struct {
	What  string     `yaml:"what" json:"what"`   // "hold" or "transfer"
	From  int64      `yaml:"from" json:"from"`   // ms
	To    int64      `yaml:"to" json:"to"`       // ms
	Label kiosk.Text `yaml:"label" json:"label"` // "On hold. It was 11 minutes."
}

// Files is the recording; the captions travel in the View.
func (s *Station) Files() []string { return []string{s.Recording} }

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
	Cues      []media.Cue  `json:"cues"`
	Segments  []Segment    `json:"segments"`
	Words     []kiosk.Text `json:"words"`
}

// View is the whole call but for its sound and its waveform.
func (s *Station) View() any {
	form := ""
	if s.sound.Decodes() {
		form = s.waveformFile()
	}
	return view{
		Recording: s.Recording, Bytes: s.bytes, Duration: s.sound.Duration, Waveform: form,
		Caller: s.Caller, Called: s.Called, When: s.When, Cues: s.cues,
		Segments: append([]Segment{}, s.Segments...), Words: append([]kiosk.Text{}, s.Words...),
	}
}

// clock is media time as people read it: "1:04".
func clock(ms int64) string { return fmt.Sprintf("%d:%02d", ms/60000, ms/1000%60) }

var _ kiosk.Station = (*Station)(nil)

package entry

import (
	"bytes"
	"fmt"
	"io/fs"
	"strings"

	"immersion/kiosk"
	"immersion/media"
)

// Station is an entry's settings. What a visitor answers here goes into facts
// of the domain, but for how the pledge of an earlier visit went.
type Station struct {
	// Consent is said below the room's own words on what is recorded, for
	// instance what was agreed with a works council; may be absent.
	Consent kiosk.Text `yaml:"consent" json:"consent,omitempty"`
	// Voice tells the customer's story aloud, for who asks to hear it; may be absent.
	Voice *Voice `yaml:"voice" json:"voice,omitempty"`
}

// Voice is a recording of the customer's story, in the words that the scenario
// has of it. Like every recording it needs consent and redaction.
type Voice struct {
	Recording string     `yaml:"recording" json:"recording"` // file: WAV, MP3 or Ogg Vorbis
	Consent   kiosk.Text `yaml:"consent" json:"-"`           // who agreed that it is played here
	Redaction kiosk.Text `yaml:"redaction" json:"-"`         // what was taken out of it
}

// Check finds a consent that is there and says nothing in some language, and a
// voice that may not be played or cannot be.
func (s *Station) Check(files fs.FS) []kiosk.Fault {
	return append(s.checkConsent(), s.checkVoice(files)...)
}

func (s *Station) checkVoice(files fs.FS) []kiosk.Fault {
	v := s.Voice
	if v == nil {
		return nil
	}
	var faults []kiosk.Fault
	add := func(path, message, allowed string) {
		faults = append(faults, kiosk.Fault{Path: "voice." + path, Message: message, Allowed: allowed})
	}
	if v.Consent.Empty() {
		add("consent", "nobody has stated consent, so the recording may not be played", "a text, or one for each language")
	}
	if v.Redaction.Empty() {
		add("redaction", "nobody has stated what was taken out, so the recording may not be played", "a text, or one for each language")
	}
	doc, err := fs.ReadFile(files, v.Recording)
	if err != nil {
		add("recording", fmt.Sprintf("there is no file %q", v.Recording), "a file in the scenario's folder")
	} else if _, err := media.Scan(bytes.NewReader(doc)); err != nil {
		add("recording", fmt.Sprintf("%s cannot be played: %v", v.Recording, err), "WAV, MP3 or Ogg Vorbis")
	}
	return faults
}

func (s *Station) checkConsent() []kiosk.Fault {
	const allowed = "words, or no consent at all"
	if s.Consent != nil && len(s.Consent) == 0 {
		return []kiosk.Fault{{Path: "consent", Message: "no words in any language", Allowed: allowed}}
	}
	var faults []kiosk.Fault
	for _, lang := range s.Consent.Languages() {
		if strings.TrimSpace(s.Consent[lang]) != "" {
			continue
		}
		path := "consent"
		if lang != "" {
			path += "." + lang
		}
		faults = append(faults, kiosk.Fault{Path: path, Message: "no words", Allowed: allowed})
	}
	return faults
}

// Files is the voice; the customer's picture belongs to the scenario.
func (s *Station) Files() []string {
	if s.Voice == nil {
		return nil
	}
	return []string{s.Voice.Recording}
}

// View is the settings.
func (s *Station) View() any { return s }

var _ kiosk.Station = (*Station)(nil)

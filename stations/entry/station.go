package entry

import (
	"io/fs"
	"strings"

	"immersion/kiosk"
)

// Station is an entry's settings. All that a visitor answers here goes into
// facts of the domain, so an entry has no facts and no figures of its own.
type Station struct {
	// Consent is said below the room's own words on what is recorded, for
	// instance what was agreed with a works council; may be absent.
	Consent kiosk.Text `yaml:"consent" json:"consent,omitempty"`
}

// Check finds a consent that is there and says nothing in some language.
func (s *Station) Check(fs.FS) []kiosk.Fault {
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

// Files are none: the customer's picture belongs to the scenario.
func (s *Station) Files() []string { return nil }

// View is the settings.
func (s *Station) View() any { return s }

// Figures are none.
func (s *Station) Figures() []kiosk.Figure { return nil }

// Judge refuses every fact: an entry has none of its own.
func (s *Station) Judge(f kiosk.Fact) error {
	return kiosk.Errorf(kiosk.Invalid, "an entry has no facts of its own, so no %q", f.Type)
}

// Outcome is empty: assumptions are the visit's, and nothing was lived yet.
func (s *Station) Outcome(*kiosk.Stop) kiosk.Outcome { return kiosk.Outcome{} }

var _ kiosk.Station = (*Station)(nil)

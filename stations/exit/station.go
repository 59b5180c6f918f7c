package exit

import (
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"immersion/kiosk"
)

// Station is an exit's settings. Notes, answers, sentence and pledge are facts
// of the domain, so an exit has no facts and no figures of its own.
type Station struct {
	// Starters are beginnings of a note offered for a section of the map, in
	// place of the room's own for that section.
	Starters map[kiosk.Section][]kiosk.Text `yaml:"starters" json:"starters,omitempty"`
	// Thanks is said last, for instance where the debrief is; may be absent.
	Thanks kiosk.Text `yaml:"thanks" json:"thanks,omitempty"`
}

// maxStarters is how many starters a section may have: what fits above a keyboard.
const maxStarters = 4

// Check finds sections that the map does not have, and words that say nothing.
func (s *Station) Check(fs.FS) []kiosk.Fault {
	var faults []kiosk.Fault
	for _, section := range slices.Sorted(maps.Keys(s.Starters)) {
		path := "starters." + string(section)
		list := s.Starters[section]
		switch {
		case !section.Valid():
			faults = append(faults, kiosk.Fault{Path: path,
				Message: fmt.Sprintf("the map has no section %q", section), Allowed: sections()})
			continue
		case len(list) == 0 || len(list) > maxStarters:
			faults = append(faults, kiosk.Fault{Path: path,
				Message: fmt.Sprintf("%d starters", len(list)), Allowed: fmt.Sprintf("1 to %d", maxStarters)})
		}
		for i, text := range list {
			faults = append(faults, blank(fmt.Sprintf("%s[%d]", path, i), text)...)
		}
	}
	if s.Thanks != nil {
		faults = append(faults, blank("thanks", s.Thanks)...)
	}
	return faults
}

// blank finds the languages in which a text says nothing.
func blank(path string, text kiosk.Text) []kiosk.Fault {
	const allowed = "words, or leave it out"
	if len(text) == 0 {
		return []kiosk.Fault{{Path: path, Message: "no words in any language", Allowed: allowed}}
	}
	var faults []kiosk.Fault
	for _, lang := range text.Languages() {
		if strings.TrimSpace(text[lang]) != "" {
			continue
		}
		at := path
		if lang != "" {
			at += "." + lang
		}
		faults = append(faults, kiosk.Fault{Path: at, Message: "no words", Allowed: allowed})
	}
	return faults
}

func sections() string {
	names := make([]string, len(kiosk.Sections))
	for i, s := range kiosk.Sections {
		names[i] = string(s)
	}
	return strings.Join(names, ", ")
}

// Files are none.
func (s *Station) Files() []string { return nil }

// View is the settings.
func (s *Station) View() any { return s }

// Figures are none: the map, the answers and the shift are every scenario's.
func (s *Station) Figures() []kiosk.Figure { return nil }

// Judge refuses every fact: an exit has none of its own.
func (s *Station) Judge(f kiosk.Fact) error {
	return kiosk.Errorf(kiosk.Invalid, "an exit has no facts of its own, so no %q", f.Type)
}

// Outcome is empty: what is said at the exit belongs to the whole visit.
func (s *Station) Outcome(*kiosk.Stop) kiosk.Outcome { return kiosk.Outcome{} }

var _ kiosk.Station = (*Station)(nil)

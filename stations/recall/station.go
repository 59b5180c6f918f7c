package recall

import (
	"slices"

	"immersion/kiosk"
)

// Station is a recall's settings. There is nothing secret in them.
type Station struct {
	// Question asks for the memory: "When did you last wait for an appointment?"
	Question kiosk.Text `yaml:"question" json:"question"`
	// Lead says a little more, to help remember; may be absent.
	Lead kiosk.Text `yaml:"lead" json:"lead,omitempty"`
	// Care is for whom the question may hurt; may be absent.
	Care kiosk.Text `yaml:"care" json:"care,omitempty"`
	// Places are the kinds of place where it may have been, 2 to 8.
	Places []Place `yaml:"places" json:"places"`
	// Happened is what may have happened, 3 to 10, bad and good.
	Happened []Event `yaml:"happened" json:"happened"`
}

// Place is a kind of place where one is a customer, never one company's.
type Place struct {
	ID    string     `yaml:"id" json:"id"`       // lower-case letters, digits and dashes; the figures go by it
	Label kiosk.Text `yaml:"label" json:"label"` // what visitors read, at most 40 characters: "At a counter"
	Icon  string     `yaml:"icon" json:"icon"`   // app, call-out, counter, home, letter, office, online, other, phone, practice, shop, table, way or workshop
}

// Event is something that may have happened.
type Event struct {
	ID    string     `yaml:"id" json:"id"`       // lower-case letters, digits and dashes; the figures go by it
	Label kiosk.Text `yaml:"label" json:"label"` // as one tells it, at most 40 characters: "Nobody called back"
}

// Files are none.
func (s *Station) Files() []string { return nil }

// View is the settings.
func (s *Station) View() any { return s }

func (s *Station) place(id string) (Place, bool) {
	i := slices.IndexFunc(s.Places, func(p Place) bool { return p.ID == id })
	if i < 0 {
		return Place{}, false
	}
	return s.Places[i], true
}

func (s *Station) event(id string) (Event, bool) {
	i := slices.IndexFunc(s.Happened, func(e Event) bool { return e.ID == id })
	if i < 0 {
		return Event{}, false
	}
	return s.Happened[i], true
}

var _ kiosk.Station = (*Station)(nil)

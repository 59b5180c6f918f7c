package kiosk

import "io/fs"

// Scenario is one customer's story: what the files of its folder say. It is
// never changed once loaded; a changed folder is another scenario.
type Scenario struct {
	Hash        string            `json:"hash"` // of all its files' names and contents
	Title       Text              `json:"title"`
	Languages   []string          `json:"languages"`
	Customer    Customer          `json:"customer"`
	Assumptions []AssumptionAsked `json:"assumptions"`
	Places      []Place           `json:"stations"`
	Debrief     []Text            `json:"debrief,omitempty"` // questions for the talk after an opening
	Sound       ScenarioSound     `json:"-"`
	Files       fs.FS             `json:"-"`

	Words  map[string]map[string]string `json:"-"` // interface words of its own, by language and key
	Worded []string                     `json:"-"` // languages that there are interface words for, with these; none: not known
}

// Customer is whose story it is.
type Customer struct {
	Name    string `json:"name"`
	Short   string `json:"short"`             // how questions call them: "How does Ruth feel now?"
	Picture string `json:"picture,omitempty"` // file
	Alt     Text   `json:"alt,omitempty"`     // the picture in words
	About   Text   `json:"about"`             // who, in two sentences
	Goal    Text   `json:"goal"`              // what they are trying to do
	Story   Text   `json:"story"`             // the thirty seconds at the entry
	Heavy   Text   `json:"heavy,omitempty"`   // heavy content, named beforehand
}

// AssumptionAsked is a question answered before and after.
type AssumptionAsked struct {
	ID   string `json:"id"`
	Ask  Text   `json:"ask"`
	Low  Text   `json:"low"`  // what 0 means
	High Text   `json:"high"` // what 10 means
}

// Place is a station set into a scenario.
type Place struct {
	ID      string   `json:"id"`
	Kind    string   `json:"kind"`
	Role    Role     `json:"role"`
	Number  int      `json:"number"` // the large numeral, from 1
	Colour  string   `json:"colour"` // CSS hex
	Title   Text     `json:"title"`
	Minutes float64  `json:"minutes"`           // expected at the station
	After   []string `json:"after,omitempty"`   // stations that come first
	Carried bool     `json:"carried,omitempty"` // on a visitor's own phone too: its Station is a Carrier
	Station Station  `json:"-"`
}

// Place finds a station of the scenario by its id.
func (s *Scenario) Place(id string) (*Place, bool) {
	for i := range s.Places {
		if s.Places[i].ID == id {
			return &s.Places[i], true
		}
	}
	return nil, false
}

// Made finds a file that a station of the scenario makes, by its name.
func (s *Scenario) Made(name string) (Made, bool) {
	for _, made := range s.Makes() {
		if made.Name == name {
			return made, true
		}
	}
	return Made{}, false
}

// Makes are the files that the scenario's stations make.
func (s *Scenario) Makes() []Made {
	var all []Made
	for _, p := range s.Places {
		if maker, ok := p.Station.(Maker); ok {
			all = append(all, maker.Makes()...)
		}
	}
	return all
}

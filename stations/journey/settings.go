package journey

import "immersion/kiosk"

// Station is a customer's way as a scenario writes it.
type Station struct {
	About     kiosk.Text `yaml:"about"`     // a sentence above the drawing, in place of the room's own
	Channels  []Channel  `yaml:"channels"`  // how customer and company meet; steps name them
	Stages    []Stage    `yaml:"stages"`    // in the order of the way
	Hands     []Hand     `yaml:"hands"`     // what a team may hand on, to choose from; 2 to 8, or none: words only
	Recording *Recording `yaml:"recording"` // that steps play a moment of

	steps []placed       // of all stages
	index map[string]int // in steps, by id
}

// placed is a step with where it lies.
type placed struct {
	*Step
	stage *Stage
	path  string // in the settings
	key   string // in figures: sorts as the way runs
}

// Channel is one way that customer and company meet.
type Channel struct {
	ID    string     `yaml:"id" json:"id"`       // steps name it
	Label kiosk.Text `yaml:"label" json:"label"` // "Phone"
	Icon  string     `yaml:"icon" json:"icon"`   // letter, phone, portal, counter, waiting, corridor, message, visit, person or place
}

// Stage is a part of the way.
type Stage struct {
	Title kiosk.Text `yaml:"title" json:"title"` // a word or two
	Steps []Step     `yaml:"steps" json:"steps"` // in their order
}

// Step is one thing that happens to the customer.
type Step struct {
	ID       string     `yaml:"id" json:"id"`                     // lower-case letters, digits and dashes; facts name it
	Title    kiosk.Text `yaml:"title" json:"title"`               // two or three words
	Channel  string     `yaml:"channel" json:"channel"`           // one of the channels
	Feeling  *float64   `yaml:"feeling" json:"feeling"`           // how the customer feels, −2 to 2
	Ideal    *float64   `yaml:"ideal" json:"ideal,omitempty"`     // how it could be, −2 to 2; for every step, or for none
	Says     kiosk.Text `yaml:"says" json:"says"`                 // what happens, in two sentences
	Evidence []Evidence `yaml:"evidence" json:"evidence"`         // what is known of it: at most 3
	Station  string     `yaml:"station" json:"station,omitempty"` // the station that stands for it: what the visitor felt there lies here
	Pain     kiosk.Text `yaml:"pain" json:"-"`                    // on the map of whoever pins that it hurts; else the step's name
	Gain     kiosk.Text `yaml:"gain" json:"-"`                    // on the map of whoever pins that it shines
}

// Evidence is one thing known of a step: words that were said or written, and
// where the recording has them; or a figure.
type Evidence struct {
	Quote  kiosk.Text `yaml:"quote" json:"quote,omitempty"`   // word for word
	By     kiosk.Text `yaml:"by" json:"by,omitempty"`         // who said it, or where it stands
	Clip   *Clip      `yaml:"clip" json:"clip,omitempty"`     // where it is heard
	Figure kiosk.Text `yaml:"figure" json:"figure,omitempty"` // with its unit: "25 minutes"
	Says   kiosk.Text `yaml:"says" json:"says,omitempty"`     // what the figure counts
}

// Clip is a piece of the recording.
type Clip struct {
	From int64 `yaml:"from" json:"from"` // ms
	To   int64 `yaml:"to" json:"to"`     // ms
}

// Hand is something that a team hands on.
type Hand struct {
	ID    string     `yaml:"id" json:"id"`       // figures go by it
	Label kiosk.Text `yaml:"label" json:"label"` // "a number"
}

// Recording is the sound that clips are pieces of. It plays only where consent
// and redaction are stated, and not after its last day.
type Recording struct {
	File      string     `yaml:"file"`      // of the scenario
	Consent   kiosk.Text `yaml:"consent"`   // who agreed to what
	Redaction kiosk.Text `yaml:"redaction"` // what was taken out
	Expires   string     `yaml:"expires"`   // its last day, as in 2031-12-31
}

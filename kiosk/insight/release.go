package insight

import "immersion/kiosk"

// Release is what managers may read of one scenario version: frozen once made.
type Release struct {
	N           int                     `json:"n"`      // its number in the room, from 1; 0 for none yet
	Made        int64                   `json:"made"`   // ms since 1970; 0 for none yet
	K           int                     `json:"k"`      // visits that stand behind every value
	WordsK      int                     `json:"wordsK"` // visits that stand behind every theme, and behind words
	TooFew      bool                    `json:"tooFew"` // fewer than K closed visits so far; there are no cells
	Cohort      string                  `json:"cohort"` // id of the cohort it speaks of; "" for all visits
	Scenario    *Scenario               `json:"scenario,omitempty"`
	Figures     []kiosk.Figure          `json:"figures"` // of the whole walk
	Stations    []Station               `json:"stations"`
	Assumptions []kiosk.AssumptionAsked `json:"assumptions"`
	Forms       map[string]string       `json:"forms,omitempty"` // themes as most people write them
	Cells       []Cell                  `json:"cells"`           // in the order of the figures and their keys
}

// Scenario names the scenario version a release speaks of.
type Scenario struct {
	Hash     string     `json:"hash"`
	Title    kiosk.Text `json:"title"`
	Customer string     `json:"customer"`
	About    kiosk.Text `json:"about"`
	Goal     kiosk.Text `json:"goal"`
}

// Station is one station with the figures it has, in the order to draw them.
type Station struct {
	ID      string         `json:"id"`
	Number  int            `json:"number"`
	Colour  string         `json:"colour"`
	Title   kiosk.Text     `json:"title"`
	Figures []kiosk.Figure `json:"figures"`
}

// Cell is one value, or the word that there are too few visits for one. Which
// of its values it has goes with the figure's shape; a value with N 0 is that
// nobody did, which is not too few.
type Cell struct {
	Station string `json:"station,omitempty"`
	Figure  string `json:"figure"`
	Key     string `json:"key,omitempty"`
	Last    string `json:"last,omitempty"` // Count of keys that are joined: the last of the run that begins with Key
	Few     bool   `json:"few,omitempty"`  // never yet k visits; a curve or flow: no part of it
	AsOf    int    `json:"asOf,omitempty"` // number of the release that last moved it
	N       int    `json:"n"`              // visits behind it; a curve or flow: its parts tell

	Count  int     `json:"count,omitempty"`  // Count
	Part   int     `json:"part,omitempty"`   // Share: this many
	Whole  int     `json:"whole,omitempty"`  // Share: of this many
	Mean   float64 `json:"mean,omitempty"`   // Number; geometric if the figure is Log
	Spread float64 `json:"spread,omitempty"` // Number: standard deviation; if Log, the factor of one

	Low  *float64 `json:"low,omitempty"`  // Number, not Log: 95 % interval of the mean, Student's t on N visits;
	High *float64 `json:"high,omitempty"` // the shift is a difference of pairs, so this is its paired interval

	Points []Point `json:"points,omitempty"` // Curve: the stretches that are told; a level stands until the next
	Worst  []Worst `json:"worst,omitempty"`  // Curve: its lowest stretches, the worst first, with what was being said
	Edges  []Edge  `json:"edges,omitempty"`  // Flow: the steps that k visits took
}

// Point is a curve's mean level in a stretch of [Stretch] seconds of media time.
type Point struct {
	Second int     `json:"s"` // where it begins
	Mean   float64 `json:"mean"`
	Spread float64 `json:"spread"` // standard deviation over visits
	N      int     `json:"n"`
	AsOf   int     `json:"asOf"`
}

// Worst is one of a curve's lowest stretches.
type Worst struct {
	Point
	Caption kiosk.Text `json:"caption,omitempty"`
}

// Edge is a step of a flow, and how often it was taken.
type Edge struct {
	From  string `json:"from"`
	To    string `json:"to"`
	Count int    `json:"count"`
	N     int    `json:"n"`
	AsOf  int    `json:"asOf"`
}

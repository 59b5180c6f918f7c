package kiosk

import "strings"

// Self is what a visitor told at a station of themselves, not of the customer.
// It lies beside the customer at their own exit and on what they take away,
// and nobody else reads it: it is no note, and its words are none of Told.
type Self struct {
	Station  string    `json:"station"`            // filled in by the visit
	Where    Text      `json:"where,omitempty"`    // the kind of place it was
	Happened []Text    `json:"happened,omitempty"` // as the scenario words it
	Words    string    `json:"words,omitempty"`    // what happened in the visitor's words
	Feelings []Feeling `json:"feelings,omitempty"` // their own, as they followed one another
	Text     string    `json:"text,omitempty"`     // their sentence
	Shared   bool      `json:"shared,omitempty"`   // they chose that the sentence is a note, too
}

// Feeling is a place on the affect grid.
type Feeling struct {
	Valence int `json:"valence"` // −4 unpleasant … 4 pleasant
	Arousal int `json:"arousal"` // −4 calm … 4 stirred
}

// Self lists what the visitor told of themselves, in the order of the
// scenario's stations.
func (v *Visit) Self() []Self {
	var all []Self
	for i, o := range v.outcomes() {
		if o.Self != nil && !o.Self.empty() {
			self := *o.Self
			self.Station = v.Scenario.Places[i].ID
			all = append(all, self)
		}
	}
	return all
}

func (o *Self) empty() bool {
	return o.Where == nil && o.Happened == nil && o.Words == "" && o.Feelings == nil && o.Text == ""
}

// ofSelf marks the edits of notes that a station gave of the visitor's own: who
// takes such a note back takes back what they made of it at the exit, too.
func (v *Visit) ofSelf(station string, edited map[string]bool) {
	for id := range v.edits {
		if strings.HasPrefix(id, station+":") {
			edited[id] = true
		}
	}
}

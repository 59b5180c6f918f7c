package kiosk

import "slices"

// Section is a part of the empathy map, after Dave Gray's canvas of 2017
// (https://gamestorming.com/empathy-mapping/): who and goal stand in the
// scenario; these are the parts that notes lie on.
type Section string

const (
	See   Section = "see"
	Say   Section = "say"
	Do    Section = "do"
	Hear  Section = "hear"
	Feel  Section = "feel" // think & feel
	Pains Section = "pains"
	Gains Section = "gains"
)

// Sections lists the map's sections in the canvas's order.
var Sections = []Section{See, Say, Do, Hear, Feel, Pains, Gains}

// Valid tells whether it is a section of the map.
func (s Section) Valid() bool { return slices.Contains(Sections, s) }

// Note is one item on the map. Its words are its Text, or else the kind's
// dictionary entry Key with Args filled in.
type Note struct {
	ID       string            `json:"id"`
	Section  Section           `json:"section"`
	Text     string            `json:"text,omitempty"`
	Key      string            `json:"key,omitempty"` // "portal.note.gave-up"
	Args     map[string]string `json:"args,omitempty"`
	Inferred bool              `json:"inferred"`
	Evidence *Evidence         `json:"evidence,omitempty"`
}

package desk

import (
	"unicode/utf8"

	"immersion/kiosk"
)

// Types of the kind's own facts. Waits are ms of the screen's own clock, in
// which nobody attended to the customer.
const (
	begun  = "desk.begun"  // {}; the visitor sits down, or comes back
	came   = "desk.came"   // about; a message is in the queue
	turned = "desk.turned" // waited; the visitor turns to a message
	chose  = "desk.chose"  // choice; an answer, or something done
	gone   = "desk.left"   // waited; a customer's patience ran out
	closed = "desk.closed" // {}; the desk is closed, or nobody is left
)

type about struct {
	Message string `json:"message"`
}

type waited struct {
	Message string `json:"message"`
	Waited  int64  `json:"waited"` // ms since it came, in all
}

type choice struct {
	Message string `json:"message"`
	Step    string `json:"step"`
	Choice  int    `json:"choice"`         // from 0
	Text    string `json:"text,omitempty"` // the visitor's own words, where they may write
}

// longestText is how much a visitor may write to a customer, in characters.
const longestText = 400

// moreTime is by how much patience grows for visitors who asked for more time;
// slack is how late a busy screen may see it run out, in ms.
const (
	moreTime = 3
	slack    = 5_000
)

// Judge refuses what this desk does not have.
func (s *Station) Judge(f kiosk.Fact) error {
	switch f.Type {
	case begun, closed:
		return judged(f, func(struct{}) bool { return true }, "")
	case came:
		return judged(f, func(b about) bool { return s.message(b.Message) != nil }, "names a message")
	case turned, gone:
		return judged(f, func(b waited) bool {
			m := s.message(b.Message)
			return m != nil && b.Waited >= 0 && b.Waited <= moreTime*m.Patience.Milliseconds()+slack
		}, "names a message and a wait within its patience")
	case chose:
		return judged(f, func(b choice) bool {
			c := s.choice(b)
			return c != nil && (c.Write || b.Text == "") && utf8.RuneCountInString(b.Text) <= longestText
		}, "names a message, a step and an answer of it, with words where they may be written")
	}
	return kiosk.Errorf(kiosk.Invalid, "a desk knows no fact %.40q", f.Type)
}

func judged[B any](f kiosk.Fact, ok func(B) bool, want string) error {
	var b B
	if err := f.Decode(&b); err != nil {
		return err
	}
	if !ok(b) {
		return kiosk.Errorf(kiosk.Invalid, "%s %s", f.Type, want)
	}
	return nil
}

// choice finds what was chosen; nil if there is no such answer.
func (s *Station) choice(b choice) *Choice {
	m := s.message(b.Message)
	if m == nil {
		return nil
	}
	step := m.step(b.Step)
	if step == nil || b.Choice < 0 || b.Choice >= len(step.Choices) {
		return nil
	}
	return &step.Choices[b.Choice]
}

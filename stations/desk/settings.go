package desk

import (
	"time"

	"immersion/kiosk"
)

// Station is a desk as a scenario writes it.
type Station struct {
	Office   Office     `yaml:"office"`   // whose desk it is
	About    kiosk.Text `yaml:"about"`    // told before: who the visitor is now, and what kind of morning it is
	Rules    []Rule     `yaml:"rules"`    // the company's, numbered as they stand
	Tools    []Tool     `yaml:"tools"`    // what there is to work with
	Messages []Message  `yaml:"messages"` // whoever wants something, in any order
}

// Office is the company's face. None of it should be a real company's.
type Office struct {
	Name   string     `yaml:"name" json:"name"`           // the company, made up
	Desk   kiosk.Text `yaml:"desk" json:"desk"`           // the department, as its door says it
	Colour string     `yaml:"colour" json:"colour"`       // #rrggbb, of the band above its window
	Logo   string     `yaml:"logo" json:"logo,omitempty"` // picture file, for a white ground; optional
	Opens  string     `yaml:"opens" json:"opens"`         // the time on the office's clock when the visitor begins: "8:20"
}

// Rule is one of the company's rules, as its staff read it.
type Rule struct {
	ID   string     `yaml:"id" json:"id"`     // answers name it
	Text kiosk.Text `yaml:"text" json:"text"` // in the company's words
}

// Tool is something the desk works with, and what it cannot do.
type Tool struct {
	ID   string     `yaml:"id" json:"id"`               // answers name it
	Name kiosk.Text `yaml:"name" json:"name"`           // as the staff call it
	Text kiosk.Text `yaml:"text" json:"text,omitempty"` // what it is good for, and what not
}

// Message is one customer who wants something. The conversation begins with
// its first step.
type Message struct {
	ID       string        `yaml:"id"`       // lower-case letters, digits and dashes
	Channel  string        `yaml:"channel"`  // how it comes: mail, chat, counter or phone
	From     kiosk.Text    `yaml:"from"`     // who it is
	Subject  kiosk.Text    `yaml:"subject"`  // what the queue shows of it, a few words
	Customer bool          `yaml:"customer"` // it is the scenario's own customer; one message is
	At       time.Duration `yaml:"at"`       // when it comes, from the beginning: "40s"; at once without it
	Patience time.Duration `yaml:"patience"` // how long they wait without being attended to: "2m"
	Steps    []Step        `yaml:"steps"`    // the conversation
	Leaves   kiosk.Text    `yaml:"leaves"`   // what is left of them when their patience has run out: "She hung up."
	Theirs   Theirs        `yaml:"theirs"`   // their side of the same minutes, shown afterwards
}

// Step is one place in a conversation: what the customer says or a tool shows,
// and then either answers to choose from or an end.
type Step struct {
	ID      string     `yaml:"id" json:"id"`                     // answers name it
	Says    kiosk.Text `yaml:"says" json:"says,omitempty"`       // the customer
	Shows   kiosk.Text `yaml:"shows" json:"shows,omitempty"`     // a tool; line breaks stay
	Choices []Choice   `yaml:"choices" json:"choices,omitempty"` // at most four
	End     End        `yaml:"end" json:"end,omitempty"`         // helped, passed or refused
}

// Choice is one answer, or one thing to do, and the step that follows.
type Choice struct {
	Text      kiosk.Text    `yaml:"text"`      // what the visitor says or does
	To        string        `yaml:"to"`        // step of the same conversation
	Takes     time.Duration `yaml:"takes"`     // how long until the next step, while the customer waits on: "10s"
	Tool      string        `yaml:"tool"`      // it is done with this tool
	Rule      string        `yaml:"rule"`      // it holds this rule against the customer
	Bends     string        `yaml:"bends"`     // it bends this rule for the customer
	Escalates bool          `yaml:"escalates"` // it passes the customer on to somebody else
	Write     bool          `yaml:"write"`     // the visitor may say it in words of their own
}

// End is how a conversation ended.
type End string

// Ends that a conversation can have. The last two are no step's: the
// customer's patience ran out, or the desk closed.
const (
	Helped  End = "helped"
	Passed  End = "passed"
	Refused End = "refused"
	Gone    End = "left"
	Waits   End = "open"
)

// Theirs is a customer's side of the minutes at the desk.
type Theirs struct {
	While kiosk.Text         `yaml:"while" json:"while"` // what they were living through while they waited
	After map[End]kiosk.Text `yaml:"after" json:"after"` // what came of it, by end: helped, passed, refused, left, open; of those that can be
}

// message finds one by its id; nil if there is none.
func (s *Station) message(id string) *Message {
	for i := range s.Messages {
		if s.Messages[i].ID == id {
			return &s.Messages[i]
		}
	}
	return nil
}

// step finds one by its id; nil if there is none.
func (m *Message) step(id string) *Step {
	for i := range m.Steps {
		if m.Steps[i].ID == id {
			return &m.Steps[i]
		}
	}
	return nil
}

// rule finds one by its id; nil if there is none.
func (s *Station) rule(id string) *Rule {
	for i := range s.Rules {
		if s.Rules[i].ID == id {
			return &s.Rules[i]
		}
	}
	return nil
}

package observe

import (
	"fmt"
	"io/fs"
	"regexp"
	"strings"

	"immersion/kiosk"
)

// Station is a walk as a scenario writes it.
type Station struct {
	Task     kiosk.Text `yaml:"task" json:"task"`                   // what to walk, and with whose eyes, in one sentence
	Stages   []Stage    `yaml:"stages" json:"stages"`               // of the way, in its order
	Counters []Thing    `yaml:"counters" json:"counters,omitempty"` // what to count, up to 4
	Timers   []Thing    `yaml:"timers" json:"timers,omitempty"`     // what to take the time of, up to 4

	at       map[string]spot       // touchpoints by id
	counters map[string]kiosk.Text // by id
	timers   map[string]kiosk.Text
}

// Stage is one part of the way.
type Stage struct {
	ID          string       `yaml:"id" json:"id"`                   // lower-case letters, digits and dashes
	Title       kiosk.Text   `yaml:"title" json:"title"`             // short: it stands on a button
	Touchpoints []Touchpoint `yaml:"touchpoints" json:"touchpoints"` // where the customer meets the company there, up to 8
}

// Touchpoint is one place, thing or person that the customer meets.
type Touchpoint struct {
	ID    string     `yaml:"id" json:"id"`               // unique in the station
	Title kiosk.Text `yaml:"title" json:"title"`         // short: it stands on a button
	Look  kiosk.Text `yaml:"look" json:"look,omitempty"` // a question that helps to look
}

// Thing is one thing to count, or to take the time of.
type Thing struct {
	ID    string     `yaml:"id" json:"id"`       // unique among its like
	Title kiosk.Text `yaml:"title" json:"title"` // what it is: "People who turn back", "Until somebody speaks to you"
}

// spot is a touchpoint in its stage.
type spot struct {
	stage *Stage
	*Touchpoint
}

// What fits on a phone in one view.
const (
	mostStages = 4
	mostPoints = 8
	mostThings = 4
)

var name = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,47}$`)

// Check finds ids that cannot be told apart, words that are missing, and more
// than a phone shows at once.
func (s *Station) Check(fs.FS) []kiosk.Fault {
	c := checker{}
	c.says("task", s.Task)
	c.many("stages", len(s.Stages), 1, mostStages)
	s.at = map[string]spot{}
	known := map[string]bool{}
	for i := range s.Stages {
		stage := &s.Stages[i]
		at := fmt.Sprintf("stages[%d]", i)
		c.named(at, stage.ID, stage.Title, known)
		c.many(at+".touchpoints", len(stage.Touchpoints), 1, mostPoints)
		for j := range stage.Touchpoints {
			p := &stage.Touchpoints[j]
			at := fmt.Sprintf("%s.touchpoints[%d]", at, j)
			if _, twice := s.at[p.ID]; twice {
				c.fault(at+".id", fmt.Sprintf("%q is there twice", p.ID), "an id of its own, over all stages")
			}
			c.named(at, p.ID, p.Title, map[string]bool{})
			if p.Look != nil {
				c.says(at+".look", p.Look)
			}
			s.at[p.ID] = spot{stage, p}
		}
	}
	s.counters = c.things("counters", s.Counters)
	s.timers = c.things("timers", s.Timers)
	return c.faults
}

// checker gathers faults.
type checker struct{ faults []kiosk.Fault }

func (c *checker) fault(at, message, allowed string) {
	c.faults = append(c.faults, kiosk.Fault{Path: at, Message: message, Allowed: allowed})
}

func (c *checker) many(at string, n, least, most int) {
	if n < least || n > most {
		c.fault(at, fmt.Sprintf("%d of them", n), fmt.Sprintf("%d to %d", least, most))
	}
}

func (c *checker) says(at string, t kiosk.Text) {
	if len(t) == 0 {
		c.fault(at, "says nothing", "a text, or one a language")
	}
	for _, l := range t.Languages() {
		if strings.TrimSpace(t[l]) == "" {
			c.fault(at, "says nothing", "a text, or one a language")
			return
		}
	}
}

func (c *checker) named(at, id string, title kiosk.Text, known map[string]bool) {
	switch {
	case !name.MatchString(id):
		c.fault(at+".id", fmt.Sprintf("%q cannot be an id", id), "lower-case letters, digits and dashes, at most 48")
	case known[id]:
		c.fault(at+".id", fmt.Sprintf("%q is there twice", id), "an id of its own")
	}
	known[id] = true
	c.says(at+".title", title)
}

func (c *checker) things(key string, all []Thing) map[string]kiosk.Text {
	c.many(key, len(all), 0, mostThings)
	known, titles := map[string]bool{}, map[string]kiosk.Text{}
	for i, t := range all {
		c.named(fmt.Sprintf("%s[%d]", key, i), t.ID, t.Title, known)
		titles[t.ID] = t.Title
	}
	return titles
}

// Files names none.
func (s *Station) Files() []string { return nil }

// View is all of it: there is nothing to keep back.
func (s *Station) View() any { return s }

// Carries says that it may be carried on a visitor's own phone.
func (s *Station) Carries() bool { return true }

var (
	_ kiosk.Station   = (*Station)(nil)
	_ kiosk.Carrier   = (*Station)(nil)
	_ kiosk.Simulator = (*Station)(nil)
)

package desk

import (
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"time"

	"immersion/kiosk"
)

var (
	name     = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,31}$`)
	colour   = regexp.MustCompile(`^#[0-9a-fA-F]{6}$`)
	opens    = regexp.MustCompile(`^([01]?[0-9]|2[0-3]):[0-5][0-9]$`)
	channels = []string{"mail", "chat", "counter", "phone"}
)

// What a shift keeps within: a queue that one person can look over, a patience
// that lets one read, and an end before a visit's.
const (
	mostMessages  = 8
	mostChoices   = 4
	mostRules     = 5
	mostTools     = 4
	leastPatience = 20 * time.Second
	mostPatience  = 10 * time.Minute
	latest        = 10 * time.Minute
	longestWait   = time.Minute
)

// Check finds every fault and walks every conversation: each step is reached,
// each can be ended, and in none is there nothing left but a rule.
func (s *Station) Check(files fs.FS) []kiosk.Fault {
	c := &checker{s: s, files: files}
	c.office()
	c.says("about", s.About)
	c.lists()
	if len(s.Messages) == 0 || len(s.Messages) > mostMessages {
		c.fault("messages", fmt.Sprintf("there are %d", len(s.Messages)), fmt.Sprintf("1 to %d", mostMessages))
	}
	known, own, first := map[string]bool{}, 0, false
	for i := range s.Messages {
		m := &s.Messages[i]
		c.named(fmt.Sprintf("messages[%d].id", i), m.ID, known)
		c.message(fmt.Sprintf("messages[%d]", i), m)
		first = first || m.At == 0
		if m.Customer {
			own++
		}
	}
	if len(s.Messages) > 0 && own != 1 {
		c.fault("messages", fmt.Sprintf("%d of them are from the scenario's customer", own), `one with "customer: true"`)
	}
	if len(s.Messages) > 0 && !first {
		c.fault("messages", "none is there at the beginning", `one without "at"`)
	}
	return c.faults
}

// checker gathers faults while it goes through the settings.
type checker struct {
	s      *Station
	files  fs.FS
	faults []kiosk.Fault
}

func (c *checker) fault(at, message, allowed string) {
	c.faults = append(c.faults, kiosk.Fault{Path: at, Message: message, Allowed: allowed})
}

func (c *checker) says(at string, t kiosk.Text) {
	if t.Empty() {
		c.fault(at, "says nothing", "a text, or one a language")
	}
}

func (c *checker) named(at, id string, known map[string]bool) {
	switch {
	case !name.MatchString(id):
		c.fault(at, fmt.Sprintf("%q cannot be an id", id), "lower-case letters, digits and dashes, at most 32")
	case known[id]:
		c.fault(at, fmt.Sprintf("%q is there twice", id), "an id of its own")
	}
	known[id] = true
}

func (c *checker) office() {
	o := c.s.Office
	if o.Name == "" {
		c.fault("office.name", "says nothing", "the company's made-up name")
	}
	c.says("office.desk", o.Desk)
	if !colour.MatchString(o.Colour) {
		c.fault("office.colour", fmt.Sprintf("%q is not a colour", o.Colour), `"#rrggbb"`)
	}
	if !opens.MatchString(o.Opens) {
		c.fault("office.opens", fmt.Sprintf("%q is no time of day", o.Opens), `such as "8:20", in quotes`)
	}
	if o.Logo == "" {
		return
	}
	if !slices.Contains([]string{".svg", ".png", ".jpg", ".webp"}, path.Ext(o.Logo)) {
		c.fault("office.logo", fmt.Sprintf("%q is not a picture", o.Logo), ".svg, .png, .jpg or .webp")
	} else if info, err := fs.Stat(c.files, o.Logo); err != nil || info.IsDir() {
		c.fault("office.logo", fmt.Sprintf("there is no file %q in the scenario", o.Logo), "")
	}
}

func (c *checker) lists() {
	if n := len(c.s.Rules); n == 0 || n > mostRules {
		c.fault("rules", fmt.Sprintf("there are %d", n), fmt.Sprintf("1 to %d", mostRules))
	}
	known := map[string]bool{}
	for i, r := range c.s.Rules {
		c.named(fmt.Sprintf("rules[%d].id", i), r.ID, known)
		c.says(fmt.Sprintf("rules[%d].text", i), r.Text)
	}
	if n := len(c.s.Tools); n > mostTools {
		c.fault("tools", fmt.Sprintf("there are %d", n), fmt.Sprintf("at most %d", mostTools))
	}
	known = map[string]bool{}
	for i, t := range c.s.Tools {
		c.named(fmt.Sprintf("tools[%d].id", i), t.ID, known)
		c.says(fmt.Sprintf("tools[%d].name", i), t.Name)
	}
}

func (c *checker) message(at string, m *Message) {
	if !slices.Contains(channels, m.Channel) {
		c.fault(at+".channel", fmt.Sprintf("there is no %q", m.Channel), strings.Join(channels, ", "))
	}
	c.says(at+".from", m.From)
	c.says(at+".subject", m.Subject)
	c.says(at+".leaves", m.Leaves)
	if m.At < 0 || m.At > latest {
		c.fault(at+".at", fmt.Sprintf("%s is not within the shift", m.At), fmt.Sprintf("0s to %s", latest))
	}
	if m.Patience < leastPatience || m.Patience > mostPatience {
		c.fault(at+".patience", fmt.Sprintf("nobody can serve within %s, or would wait it out", m.Patience),
			fmt.Sprintf("%s to %s", leastPatience, mostPatience))
	}
	if len(m.Steps) == 0 {
		c.fault(at+".steps", "there are none", "what the customer wants, and answers to it")
		return
	}
	before, known := len(c.faults), map[string]bool{}
	for i := range m.Steps {
		c.named(fmt.Sprintf("%s.steps[%d].id", at, i), m.Steps[i].ID, known)
	}
	for i := range m.Steps {
		c.step(fmt.Sprintf("%s.steps[%d]", at, i), m, &m.Steps[i])
	}
	c.theirs(at+".theirs", m)
	if len(c.faults) == before {
		c.walk(at, m)
	}
}

// walk goes through a conversation once it is whole.
func (c *checker) walk(at string, m *Message) {
	reached, ended, open := m.reached(), m.leading(Helped, Passed, Refused), m.leading(Helped, Passed)
	for i, s := range m.Steps {
		at := fmt.Sprintf("%s.steps[%d]", at, i)
		switch {
		case !reached[s.ID]:
			c.fault(at, fmt.Sprintf("nothing leads to %q", s.ID), "an answer that leads there")
		case !ended[s.ID]:
			c.fault(at, fmt.Sprintf("from %q the conversation never ends", s.ID), "an answer that leads to a step with an end")
		case s.End == "" && !open[s.ID]:
			c.fault(at, fmt.Sprintf("from %q nothing is left but to refuse", s.ID), "an answer that helps, or one that escalates; or an end here")
		}
	}
}

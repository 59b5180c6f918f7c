package recall

import (
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"

	"immersion/kiosk"
)

// icons that a place can have; the element draws them.
var icons = []string{"app", "call-out", "counter", "home", "letter", "office", "online", "other", "phone", "practice", "shop", "table", "way", "workshop"}

// How many of each fit on a screen.
const (
	fewestPlaces, mostPlaces = 2, 8
	fewestEvents, mostEvents = 3, 10
	longestLabel             = 40 // characters
)

var anID = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,31}$`)

// Check wants a question, and enough to choose from that fits on a screen.
func (s *Station) Check(fs.FS) []kiosk.Fault {
	c := &checker{}
	c.says("question", s.Question, true)
	c.says("lead", s.Lead, s.Lead != nil)
	c.says("care", s.Care, s.Care != nil)
	c.many("places", len(s.Places), fewestPlaces, mostPlaces)
	seen := map[string]bool{}
	for i, p := range s.Places {
		at := fmt.Sprintf("places[%d]", i)
		c.choice(at, p.ID, p.Label, seen)
		if !slices.Contains(icons, p.Icon) {
			c.fault(at+".icon", fmt.Sprintf("there is no icon %q", p.Icon), strings.Join(icons, ", "))
		}
	}
	c.many("happened", len(s.Happened), fewestEvents, mostEvents)
	clear(seen)
	for i, e := range s.Happened {
		c.choice(fmt.Sprintf("happened[%d]", i), e.ID, e.Label, seen)
	}
	return c.faults
}

type checker struct{ faults []kiosk.Fault }

func (c *checker) fault(path, message, allowed string) {
	c.faults = append(c.faults, kiosk.Fault{Path: path, Message: message, Allowed: allowed})
}

// says finds a language without words, where there must be some.
func (c *checker) says(path string, text kiosk.Text, needed bool) {
	if needed && len(text) == 0 {
		c.fault(path, "says nothing", "a text, or one for each language")
	}
	for _, lang := range text.Languages() {
		if strings.TrimSpace(text[lang]) == "" {
			c.fault(in(path, lang), "says nothing", "words")
		}
	}
}

func (c *checker) many(path string, n, fewest, most int) {
	if n < fewest || n > most {
		c.fault(path, fmt.Sprintf("there are %d", n), fmt.Sprintf("%d to %d, so that they fit on a screen", fewest, most))
	}
}

func (c *checker) choice(at, id string, label kiosk.Text, seen map[string]bool) {
	switch {
	case !anID.MatchString(id):
		c.fault(at+".id", fmt.Sprintf("%q is no id", id), "up to 32 lower-case letters, digits and dashes")
	case seen[id]:
		c.fault(at+".id", fmt.Sprintf("the id %q is there twice", id), "an id of its own")
	}
	seen[id] = true
	c.says(at+".label", label, true)
	for _, lang := range label.Languages() {
		if n := len([]rune(label[lang])); n > longestLabel {
			c.fault(in(at+".label", lang), fmt.Sprintf("has %d characters and would not fit", n), fmt.Sprintf("at most %d", longestLabel))
		}
	}
}

func in(path, lang string) string {
	if lang == "" {
		return path
	}
	return path + "." + lang
}

package journey

import (
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"

	"immersion/kiosk"
)

// What one drawing holds, and still can be read and touched.
const (
	mostSteps    = 16
	mostEvidence = 3
	mostHands    = 8
	mostTitle    = 28 // characters: the drawing has room for so much
)

var (
	name  = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,31}$`)
	icons = []string{"letter", "phone", "portal", "counter", "waiting", "corridor", "message", "visit", "person", "place"}
)

// Check finds every fault, and lays the steps of all stages in a row.
func (s *Station) Check(files fs.FS) []kiosk.Fault {
	c := &check{s: s}
	s.steps, s.index = nil, map[string]int{}
	c.channels()
	c.hands()
	length := c.recording(files)
	if len(s.Stages) == 0 {
		c.add("stages", "there are none", "a list of stages with their steps")
	}
	for i := range s.Stages {
		st, at := &s.Stages[i], fmt.Sprintf("stages[%d]", i)
		c.title(at+".title", st.Title)
		if len(st.Steps) == 0 {
			c.add(at+".steps", "there are none", "a list of steps")
		}
		for j := range st.Steps {
			c.step(fmt.Sprintf("%s.steps[%d]", at, j), st, &st.Steps[j], length)
		}
	}
	if n := len(s.steps); n > mostSteps {
		c.add("stages", fmt.Sprintf("%d steps do not fit on one drawing", n), fmt.Sprintf("at most %d", mostSteps))
	} else if n == 1 {
		c.add("stages", "one step is no way", "two steps or more")
	}
	c.ideal()
	return c.faults
}

// check gathers faults while it goes through the settings.
type check struct {
	s      *Station
	faults []kiosk.Fault
}

func (c *check) add(path, message, allowed string) {
	c.faults = append(c.faults, kiosk.Fault{Path: path, Message: message, Allowed: allowed})
}

func (c *check) says(path string, t kiosk.Text) {
	if t.Empty() {
		c.add(path, "says nothing", "a text, or one a language")
	}
}

// title is short in every language: it stands on the drawing.
func (c *check) title(path string, t kiosk.Text) {
	c.says(path, t)
	for _, lang := range t.Languages() {
		if n := len([]rune(t[lang])); n > mostTitle {
			c.add(path, fmt.Sprintf("%d characters do not fit on the drawing", n), fmt.Sprintf("at most %d", mostTitle))
			return
		}
	}
}

func (c *check) id(path, id string, known bool) {
	switch {
	case !name.MatchString(id):
		c.add(path, fmt.Sprintf("%q cannot be an id", id), "lower-case letters, digits and dashes, at most 32")
	case known:
		c.add(path, fmt.Sprintf("%q is there twice", id), "an id of its own")
	}
}

func (c *check) channels() {
	known := map[string]bool{}
	for i, ch := range c.s.Channels {
		at := fmt.Sprintf("channels[%d]", i)
		c.id(at+".id", ch.ID, known[ch.ID])
		known[ch.ID] = true
		c.title(at+".label", ch.Label)
		if !slices.Contains(icons, ch.Icon) {
			c.add(at+".icon", fmt.Sprintf("there is no icon %q", ch.Icon), strings.Join(icons, ", "))
		}
	}
	if len(c.s.Channels) == 0 {
		c.add("channels", "there are none", "a list of channels")
	}
}

func (c *check) hands() {
	known := map[string]bool{}
	for i, h := range c.s.Hands {
		at := fmt.Sprintf("hands[%d]", i)
		c.id(at+".id", h.ID, known[h.ID])
		known[h.ID] = true
		c.title(at+".label", h.Label)
	}
	if n := len(c.s.Hands); n == 1 || n > mostHands {
		c.add("hands", fmt.Sprintf("%d to choose from", n), fmt.Sprintf("2 to %d, or none", mostHands))
	}
}

func (c *check) step(at string, stage *Stage, st *Step, length int64) {
	_, known := c.s.index[st.ID]
	c.id(at+".id", st.ID, known)
	n := len(c.s.steps)
	c.s.index[st.ID] = n
	c.s.steps = append(c.s.steps, placed{st, stage, at, fmt.Sprintf("%02d-%s", n+1, st.ID)})
	c.title(at+".title", st.Title)
	c.says(at+".says", st.Says)
	if !slices.ContainsFunc(c.s.Channels, func(ch Channel) bool { return ch.ID == st.Channel }) {
		var ids []string
		for _, ch := range c.s.Channels {
			ids = append(ids, ch.ID)
		}
		c.add(at+".channel", fmt.Sprintf("there is no channel %q", st.Channel), strings.Join(ids, ", "))
	}
	if st.Feeling == nil {
		c.add(at+".feeling", "nobody says how the customer feels", "-2 to 2")
	}
	c.level(at+".feeling", st.Feeling)
	c.level(at+".ideal", st.Ideal)
	if n := len(st.Evidence); n > mostEvidence {
		c.add(at+".evidence", fmt.Sprintf("%d pieces hide one another", n), fmt.Sprintf("at most %d", mostEvidence))
	}
	for i := range st.Evidence {
		c.evidence(fmt.Sprintf("%s.evidence[%d]", at, i), &st.Evidence[i], length)
	}
	for _, before := range c.s.steps[:n] {
		if st.Station != "" && before.Station == st.Station {
			c.add(at+".station", fmt.Sprintf("%q stands for the step %q already", st.Station, before.ID), "one step for each station")
		}
	}
}

func (c *check) level(path string, v *float64) {
	if v != nil && !(*v >= -2 && *v <= 2) {
		c.add(path, fmt.Sprintf("%g is not on the drawing", *v), "-2 to 2")
	}
}

func (c *check) evidence(at string, e *Evidence, length int64) {
	switch {
	case e.Quote.Empty() == e.Figure.Empty():
		c.add(at, "evidence is one thing, this is both or neither", "either quote: or figure:")
	case e.Quote.Empty():
		c.says(at+".says", e.Says)
	default:
		c.says(at+".by", e.By)
	}
	switch clip := e.Clip; {
	case clip == nil:
	case e.Quote.Empty():
		c.add(at+".clip", "nobody can read what is said there", "a clip beside its quote:")
	case c.s.Recording == nil:
		c.add(at+".clip", "there is no recording to play it from", "a recording: beside the stages")
	case clip.From < 0 || clip.To <= clip.From:
		c.add(at+".clip.to", "the piece ends before it begins", "ms of the recording: from before to")
	case length > 0 && clip.To > length:
		c.add(at+".clip.to", "the piece ends after the recording", fmt.Sprintf("at most %d", length))
	}
}

// ideal is a curve beside today's, or none: a piece of one would mislead.
func (c *check) ideal() {
	with := 0
	for _, st := range c.s.steps {
		if st.Ideal != nil {
			with++
		}
	}
	for _, st := range c.s.steps {
		if with > 0 && st.Ideal == nil {
			c.add(st.path, fmt.Sprintf("the step %q has no ideal, others have", st.ID), "ideal: for every step, or for none")
			return
		}
	}
}

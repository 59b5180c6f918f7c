package story

import (
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"

	"immersion/kiosk"
)

// The most there is room for without scrolling.
const (
	maxStories = 6
	maxPages   = 12
	maxText    = 420 // characters of a page's words
	maxBeside  = 200 // beside a picture, a sound or a video
	maxWords   = 8
)

var id = regexp.MustCompile(`^[a-z][a-z0-9-]{0,30}$`)

type check struct{ faults []kiosk.Fault }

func (c *check) add(path, message, allowed string) {
	c.faults = append(c.faults, kiosk.Fault{Path: path, Message: message, Allowed: allowed})
}

func (c *check) text(path string, t kiosk.Text, message string) {
	if t.Empty() {
		c.add(path, message, "a text, or one for each language")
	}
}

// short tells of words that do not fit on their page.
func (c *check) short(path string, t kiosk.Text, most int) {
	for _, lang := range t.Languages() {
		if n := len([]rune(t[lang])); n > most {
			c.add(path, fmt.Sprintf("%d characters are too many for this page", n), fmt.Sprintf("at most %d; the rest has room on a page of its own", most))
			return
		}
	}
}

// Check reads the files of every page. A story is told only where somebody
// stated who agreed to it, and none of the station's visitors is left out.
func (s *Station) Check(files fs.FS) []kiosk.Fault {
	c := check{}
	if !slices.Contains([]string{"", "one", "group"}, s.Told) {
		c.add("told", fmt.Sprintf("%q says nothing of who listens", s.Told), "one, group")
	}
	stages := s.checkStages(&c)
	switch n := len(s.Stories); {
	case n == 0:
		c.add("stories", "there is no story to tell", "1 to 6 stories")
	case n > maxStories:
		c.add("stories", fmt.Sprintf("%d stories are more than fit beside one another", n), "1 to 6 stories")
	}
	seen := map[string]bool{}
	for i := range s.Stories {
		at := fmt.Sprintf("stories[%d]", i)
		t := &s.Stories[i]
		c.id(at+".id", t.ID, seen)
		s.checkStory(&c, at, t, stages)
		if n := len(t.Pages); n < 1 || n > maxPages {
			c.add(at+".pages", fmt.Sprintf("the story has %d pages", n), "1 to 12 pages")
		}
		for n := range t.Pages {
			t.Pages[n].check(&c, fmt.Sprintf("%s.pages[%d]", at, n), files)
		}
	}
	if len(s.Words) > maxWords {
		c.add("words", "there are more than 8 words to choose from", "at most 8")
	}
	for i, w := range s.Words {
		c.text(fmt.Sprintf("words[%d]", i), w, "the word is empty")
	}
	s.checkBalance(&c)
	s.bind()
	return c.faults
}

func (c *check) id(path, name string, seen map[string]bool) {
	switch {
	case !id.MatchString(name):
		c.add(path, fmt.Sprintf("%q is no id", name), "small letters, digits and hyphens, at most 31, a letter first")
	case seen[name]:
		c.add(path, fmt.Sprintf("the id %q is there already", name), "an id of its own")
	}
	seen[name] = true
}

func (s *Station) checkStages(c *check) []string {
	var names []string
	seen := map[string]bool{}
	for i, g := range s.Stages {
		at := fmt.Sprintf("stages[%d]", i)
		c.id(at+".id", g.ID, seen)
		c.text(at+".name", g.Name, "the stage has no name")
		names = append(names, g.ID)
	}
	return names
}

func (s *Station) checkStory(c *check, at string, t *Story, stages []string) {
	c.text(at+".title", t.Title, "the story has no title")
	c.short(at+".title", t.Title, 60)
	c.text(at+".teller.name", t.Teller.Name, "nobody is said to tell it")
	c.text(at+".teller.about", t.Teller.About, "it is not said who tells it")
	c.short(at+".teller.about", t.Teller.About, 120)
	c.text(at+".consent", t.Consent, "nobody has stated who agreed, so the story may not be told")
	if !slices.Contains([]string{"good", "bad", "mixed"}, t.Tone) {
		c.add(at+".tone", fmt.Sprintf("%q is no tone", t.Tone), "good, bad, mixed")
	}
	switch {
	case t.Stage == "" || slices.Contains(stages, t.Stage):
	case len(stages) == 0:
		c.add(at+".stage", fmt.Sprintf("there is no stage %q", t.Stage), "none, as long as stages: lists none")
	default:
		c.add(at+".stage", fmt.Sprintf("there is no stage %q", t.Stage), strings.Join(stages, ", "))
	}
}

// checkBalance warns of a shelf with only one kind of story: nobody learns
// from complaints alone, nor from praise.
func (s *Station) checkBalance(c *check) {
	tones := map[string]bool{}
	for _, t := range s.Stories {
		tones[t.Tone] = true
	}
	for _, tone := range []string{"good", "bad"} {
		other := map[string]string{"good": "bad", "bad": "good"}[tone]
		if len(tones) == 1 && tones[tone] {
			c.faults = append(c.faults, kiosk.Fault{Path: "stories", Warning: true,
				Message: fmt.Sprintf("every story is a %s one, so visitors hear one side", tone), Allowed: fmt.Sprintf("a %s or a mixed one beside them", other)})
		}
	}
}

func readFault(name string, err error) string {
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Sprintf("there is no file %q", name)
	}
	return fmt.Sprintf("%s cannot be read: %v", name, err)
}

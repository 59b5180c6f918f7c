package portal

import (
	"fmt"
	"io/fs"
	"path"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"immersion/kiosk"
)

var (
	name    = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,47}$`)
	colour  = regexp.MustCompile(`^#[0-9a-fA-F]{6}$`)
	address = regexp.MustCompile(`^[a-z0-9.-]+$`)
	tones   = []string{"info", "warning", "error", "good"}
	types   = []string{"text", "number", "date", "password", "area", "choice", "check", "file"}
)

// Check finds every fault, names the things that can be clicked, and walks
// the pages: the task can be done, every page is reached and can be left.
func (s *Station) Check(files fs.FS) []kiosk.Fault {
	c := &checker{s: s, files: files}
	s.defaults()
	s.pages, s.forms, s.targets = map[string]*Page{}, map[string]*Form{}, map[string]map[string]bool{}
	s.messages = map[string]*Message{}
	c.pageIDs()
	c.top()
	c.hand()
	c.post()
	for i := range s.Pages {
		c.page(i)
	}
	c.success()
	c.conditions()
	c.shown("pages", reflect.ValueOf(s.Pages))
	c.shown("messages", reflect.ValueOf(s.Messages))
	c.settings()
	if len(c.faults) == 0 {
		c.walk()
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

func (c *checker) named(at, id string, known bool) {
	switch {
	case !name.MatchString(id):
		c.fault(at, fmt.Sprintf("%q cannot be an id", id), "lower-case letters, digits and dashes, at most 48")
	case known:
		c.fault(at, fmt.Sprintf("%q is there twice", id), "an id of its own")
	}
}

func (c *checker) leads(at, page string) {
	if c.s.pages[page] == nil {
		c.fault(at, fmt.Sprintf("there is no page %q", page), strings.Join(c.ids(), ", "))
	}
}

func (c *checker) ids() []string {
	var ids []string
	for i := range c.s.Pages {
		ids = append(ids, c.s.Pages[i].ID)
	}
	return ids
}

func (c *checker) oneOf(at, value string, allowed []string) {
	if !slices.Contains(allowed, value) {
		c.fault(at, fmt.Sprintf("there is no %q", value), strings.Join(allowed, ", "))
	}
}

func (c *checker) picture(at, file string) {
	switch path.Ext(file) {
	case ".svg", ".png", ".jpg", ".webp":
	default:
		c.fault(at, fmt.Sprintf("%q is not a picture", file), ".svg, .png, .jpg or .webp")
		return
	}
	if info, err := fs.Stat(c.files, file); err != nil || info.IsDir() {
		c.fault(at, fmt.Sprintf("there is no file %q in the scenario", file), "")
	}
}

func (c *checker) pageIDs() {
	for i := range c.s.Pages {
		p := &c.s.Pages[i]
		c.named(fmt.Sprintf("pages[%d].id", i), p.ID, c.s.pages[p.ID] != nil)
		c.s.pages[p.ID] = p
	}
}

func (c *checker) top() {
	s := c.s
	if s.Brand.Name == "" {
		c.fault("brand.name", "says nothing", "the company's made-up name")
	}
	if !colour.MatchString(s.Brand.Colour) {
		c.fault("brand.colour", fmt.Sprintf("%q is not a colour", s.Brand.Colour), `"#rrggbb"`)
	} else if r := onWhite(s.Brand.Colour); r < 4.5 {
		c.fault("brand.colour", fmt.Sprintf("white on it has a contrast of %.1f only", r), "4.5 or more")
	}
	if !address.MatchString(s.Brand.Address) {
		c.fault("brand.address", fmt.Sprintf("%q is not an address", s.Brand.Address), `a host such as "my.example"`)
	}
	if s.Brand.Logo != "" {
		c.picture("brand.logo", s.Brand.Logo)
	}
	c.says("task", s.Task)
	for i, h := range s.Hints {
		c.says(fmt.Sprintf("hints[%d]", i), h)
	}
	for _, list := range []struct {
		at    string
		links []Link
	}{{"navigation", s.Navigation}, {"footer", s.Footer}} {
		for i := range list.links {
			c.link(fmt.Sprintf("%s[%d]", list.at, i), &list.links[i])
		}
	}
	if len(s.Pages) == 0 {
		c.fault("pages", "there are none", "a list of pages")
		return
	}
	c.leads("start", s.Start)
}

func (c *checker) success() {
	c.leads("success.page", c.s.Success.Page)
	for i, id := range c.s.Success.Forms {
		if c.s.forms[id] == nil {
			c.fault(fmt.Sprintf("success.forms[%d]", i), fmt.Sprintf("there is no form %q", id), "a form of one of the pages")
		}
	}
	if c.s.Success.Page == c.s.Start && len(c.s.Success.Forms) == 0 {
		c.fault("success.page", "is the page to start at", "a page to get to")
	}
}

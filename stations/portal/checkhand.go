package portal

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// icons are those that links, cards and notices may have; the screen draws them.
var icons = []string{"account", "bell", "calendar", "card", "chart", "chat", "clock", "document", "download",
	"help", "home", "key", "letter", "list", "lock", "megaphone", "meter", "money", "phone", "plug",
	"search", "settings", "sign-out", "star", "tools", "truck", "upload", "warning"}

// fileName matches a name as a picker lists it.
var fileName = regexp.MustCompile(`^[^/\\:*?"<>|{}]{1,60}\.[A-Za-z0-9]{2,5}$`)

// hand checks what the visitor has in hand: the card and the files.
func (c *checker) hand() {
	known, names := map[string]bool{}, map[string]bool{}
	for i, d := range c.s.Card.Rows {
		at := fmt.Sprintf("card.rows[%d]", i)
		c.named(at+".id", d.ID, known[d.ID])
		known[d.ID] = true
		c.says(at+".label", d.Label)
		if d.Value == "" {
			c.fault(at+".value", "says nothing", "what stands on the card")
		}
	}
	for i := range c.s.Documents {
		d, at := &c.s.Documents[i], fmt.Sprintf("files[%d]", i)
		c.named(at+".id", d.ID, known[d.ID])
		known[d.ID] = true
		if !fileName.MatchString(d.Name) || names[d.Name] {
			c.fault(at+".name", fmt.Sprintf("%q cannot be a file's name", d.Name), "a name of its own, such as IMG_2041.jpg")
		}
		names[d.Name] = true
		if d.MB <= 0 || d.MB > 4000 {
			c.fault(at+".mb", fmt.Sprintf("%v MB is no size", d.MB), "more than 0, such as 2.4")
		}
		if d.Picture != "" {
			c.picture(at+".picture", d.Picture)
			c.says(at+".alt", d.Alt)
		}
	}
}

// post checks the messages.
func (c *checker) post() {
	for i := range c.s.Messages {
		m, at := &c.s.Messages[i], fmt.Sprintf("messages[%d]", i)
		c.named(at+".id", m.ID, c.s.messages[m.ID] != nil)
		c.s.messages[m.ID] = m
		c.oneOf(at+".by", m.By, []string{byMail, byText})
		c.says(at+".from", m.From)
		c.says(at+".text", m.Text)
		if m.By == byMail {
			c.says(at+".subject", m.Subject)
		}
		if m.Digits < 4 || m.Digits > 8 {
			c.fault(at+".digits", fmt.Sprintf("a code of %d digits is too short or too long", m.Digits), "4 to 8")
		}
		if m.Lasts != 0 && !m.hasCode() {
			c.fault(at+".lasts", "is about a code, and there is none", "{code} in the text")
		}
	}
	for i := range c.s.Messages { // links may send messages that come later in the list
		if l := c.s.Messages[i].Link; l != nil {
			c.link(fmt.Sprintf("messages[%d].link", i), l)
		}
	}
}

// hasCode tells whether a message brings a code, in every language it speaks.
func (m *Message) hasCode() bool {
	for _, s := range m.Text {
		if !strings.Contains(s, "{code}") {
			return false
		}
	}
	return len(m.Text) > 0
}

// settings checks what tells anger and pauses, and the comparison.
func (c *checker) settings() {
	s := c.s
	if s.Rage.Clicks < 2 || s.Rage.Clicks > 20 {
		c.fault("rage.clicks", fmt.Sprintf("%d clicks are no burst", s.Rage.Clicks), "2 to 20")
	}
	if s.Rage.Within > 10_000 {
		c.fault("rage.within", "is too long for a burst", "up to 10s")
	}
	if s.Rage.Pixels < 1 || s.Rage.Pixels > 500 {
		c.fault("rage.pixels", fmt.Sprintf("%d px is no distance", s.Rage.Pixels), "1 to 500")
	}
	if s.Pause < 5000 {
		c.fault("pause", "is too short: people read", `"5s" or longer`)
	}
	if k := s.Customers; k != nil && (k.Asked < 1 || k.Succeeded < 0 || k.Succeeded > k.Asked || k.Minutes < 0) {
		c.fault("customers", fmt.Sprintf("%d of %d cannot be", k.Succeeded, k.Asked), "as many as tried, or fewer")
	}
}

// conditions checks that every name in a condition is known.
func (c *checker) conditions() {
	asked := map[string]bool{}
	c.s.conditions(func(at string, cond Condition) {
		if asked[at] {
			return
		}
		asked[at] = true
		for _, t := range cond.tests() {
			form, field, _ := strings.Cut(t.Name, ".")
			switch {
			case t.What == onViews && c.s.pages[t.Name] == nil:
				c.fault(at, fmt.Sprintf("there is no page %q", t.Name), strings.Join(c.ids(), ", "))
			case t.What != onViews && c.s.forms[form] == nil:
				c.fault(at, fmt.Sprintf("there is no form %q", form), "a form of one of the pages")
			case t.What == onField:
				c.answers(at, c.s.forms[form], field, t)
			}
		}
	})
}

// answers checks that a field is there, and may come to what a test compares it with.
func (c *checker) answers(at string, f *Form, field string, t *test) {
	i := slices.IndexFunc(f.Fields, func(o Field) bool { return o.ID == field })
	if i < 0 {
		c.fault(at, fmt.Sprintf("form %q has no field %q", f.ID, field), "")
		return
	}
	if o := &f.Fields[i]; o.Type == "choice" && t.Text &&
		!slices.ContainsFunc(o.Options, func(p Option) bool { return p.ID == t.To }) {
		c.fault(at, fmt.Sprintf("%q is no answer to %q", t.To, t.Name), "the id of one of its options")
	}
}

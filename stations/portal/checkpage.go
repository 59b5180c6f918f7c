package portal

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
)

func (c *checker) page(i int) {
	p, at := &c.s.Pages[i], fmt.Sprintf("pages[%d]", i)
	c.says(at+".title", p.Title)
	if t := p.Timeout; t != nil {
		c.leads(at+".timeout.to", t.To)
		if t.After < 1000 {
			c.fault(at+".timeout.after", "is too short to read anything", `"1s" or longer`)
		}
	}
	for j := range p.Blocks {
		c.block(fmt.Sprintf("%s.blocks[%d]", at, j), fmt.Sprint(j), &p.Blocks[j])
	}
	targets := map[string]bool{"back": true}
	c.s.links(i, func(path, id string, l *Link) {
		l.ID, targets[id] = id, true
		if strings.HasPrefix(path, "pages") { // the menu and the foot were checked once
			c.link(path, l)
		}
	})
	for _, w := range c.s.ways(i) {
		if w.id != "" {
			targets[w.id] = true
		}
	}
	c.s.targets[p.ID] = targets
}

func (c *checker) link(at string, l *Link) {
	c.says(at+".label", l.Label)
	ways := 0
	for _, set := range []bool{l.To != "", !l.Error.Empty(), l.Dead} {
		if set {
			ways++
		}
	}
	if ways != 1 {
		c.fault(at, "has to lead somewhere, to fail or to be dead", "exactly one of to, error and dead")
	}
	if l.To != "" {
		c.leads(at+".to", l.To)
	}
}

func (c *checker) block(at, id string, b *Block) {
	ways := 0
	for _, set := range []bool{!b.Heading.Empty(), !b.Text.Empty(), !b.Small.Empty(), b.Banner != nil, b.Links != nil,
		b.Buttons != nil, b.Cards != nil, b.Table != nil, b.Picture != nil, b.Search != nil, b.Chat != nil, b.Form != nil} {
		if set {
			ways++
		}
	}
	if ways != 1 {
		c.fault(at, fmt.Sprintf("is %d things, not one", ways),
			"exactly one of heading, text, small, banner, links, buttons, cards, table, picture, search, chat and form")
	}
	if b.Banner != nil {
		c.oneOf(at+".banner.tone", b.Banner.Tone, tones)
		c.says(at+".banner.text", b.Banner.Text)
	}
	for i := range b.Cards {
		c.says(fmt.Sprintf("%s.cards[%d].title", at, i), b.Cards[i].Title)
		if file := b.Cards[i].Picture; file != "" {
			c.picture(fmt.Sprintf("%s.cards[%d].picture", at, i), file)
		}
	}
	if b.Table != nil {
		for i, row := range b.Table.Rows {
			if len(row) != len(b.Table.Head) {
				c.fault(fmt.Sprintf("%s.table.rows[%d]", at, i),
					fmt.Sprintf("has %d cells", len(row)), fmt.Sprintf("%d, as the head has", len(b.Table.Head)))
			}
		}
	}
	if b.Picture != nil {
		c.picture(at+".picture.file", b.Picture.File)
		c.says(at+".picture.alt", b.Picture.Alt)
	}
	if b.Search != nil {
		c.search(at+".search", b.Search)
	}
	if b.Chat != nil {
		c.chat(at+".chat", id, b.Chat)
	}
	if b.Form != nil {
		c.form(at+".form", b.Form)
	}
}

func (c *checker) search(at string, s *Search) {
	c.says(at+".label", s.Label)
	c.says(at+".button", s.Button)
	c.says(at+".nothing", s.Nothing)
	for i, r := range s.Results {
		if len(r.Words) == 0 {
			c.fault(fmt.Sprintf("%s.results[%d].words", at, i), "there are none", "the words that find it")
		}
	}
}

func (c *checker) chat(at, id string, chat *Chat) {
	c.says(at+".name", chat.Name)
	turns := map[string]bool{}
	var ids []string
	for i, t := range chat.Turns {
		c.named(fmt.Sprintf("%s.turns[%d].id", at, i), t.ID, turns[t.ID])
		turns[t.ID], ids = true, append(ids, t.ID)
	}
	c.oneOf(at+".lost", chat.Lost, ids)
	for i := range chat.Turns {
		c.says(fmt.Sprintf("%s.turns[%d].say", at, i), chat.Turns[i].Say)
		for j := range chat.Turns[i].Replies {
			r, at := &chat.Turns[i].Replies[j], fmt.Sprintf("%s.turns[%d].replies[%d]", at, i, j)
			r.ID = fmt.Sprintf("%s.%d.%d", id, i, j)
			c.says(at+".label", r.Label)
			switch {
			case (r.Turn == "") == (r.To == ""):
				c.fault(at, "has to lead to a turn or to a page", "exactly one of turn and to")
			case r.Turn != "":
				c.oneOf(at+".turn", r.Turn, ids)
			default:
				c.leads(at+".to", r.To)
			}
		}
	}
}

func (c *checker) form(at string, f *Form) {
	c.named(at+".id", f.ID, c.s.forms[f.ID] != nil)
	c.s.forms[f.ID] = f
	c.says(at+".submit", f.Submit)
	if (f.To == "") == f.Fails.Empty() {
		c.fault(at, "has to lead to a page or to fail", "exactly one of to and fails")
	}
	if f.To != "" {
		c.leads(at+".to", f.To)
	}
	known := map[string]bool{}
	for i := range f.Fields {
		field, at := &f.Fields[i], fmt.Sprintf("%s.fields[%d]", at, i)
		c.named(at+".id", field.ID, known[field.ID])
		known[field.ID] = true
		c.says(at+".label", field.Label)
		c.oneOf(at+".type", field.Type, types)
		if (field.Type == "choice") != (len(field.Options) > 0) {
			c.fault(at+".options", "go with a choice, and a choice with options", "")
		}
		for j := range field.Rules {
			c.rule(fmt.Sprintf("%s.rules[%d]", at, j), f, field, &field.Rules[j])
		}
	}
}

// both matches what regular expressions mean alike here and in browsers.
var both = regexp.MustCompile(`\(\?[^:]|\\[AzQEpPC]|\[\[:`)

func (c *checker) rule(at string, f *Form, field *Field, r *Rule) {
	checks := r.checks()
	if len(checks) != 1 {
		c.fault(at, fmt.Sprintf("makes %d demands", len(checks)), "exactly one of required, pattern, min, max and equals")
		return
	}
	r.ID = f.ID + "." + field.ID + "." + checks[0]
	for i := range field.Rules {
		if o := &field.Rules[i]; o != r && o.ID == r.ID {
			c.fault(at, fmt.Sprintf("is the field's second %s", checks[0]), "one of each")
		}
	}
	if _, err := regexp.Compile(r.Pattern); err != nil || both.MatchString(r.Pattern) {
		c.fault(at+".pattern", fmt.Sprintf("%q is not a pattern", r.Pattern), `a regular expression without flags, such as "[0-9]{6}"`)
	}
	if r.Equals != "" {
		var ids []string
		for _, d := range c.s.Card.Rows {
			ids = append(ids, d.ID)
		}
		c.oneOf(at+".equals", r.Equals, ids)
	}
	if !r.Soft && r.Error.Empty() && f.Blame.Empty() {
		c.fault(at+".error", "says nothing", "what the portal says, unless the rule is soft or the form blames")
	}
}

// onWhite is the contrast of a colour "#rrggbb" with white, as WCAG 2 counts it.
func onWhite(hex string) float64 {
	n, err := strconv.ParseUint(hex[1:], 16, 32)
	if err != nil {
		return 0
	}
	light := func(shift int, weight float64) float64 {
		v := float64(n>>shift&255) / 255
		if v <= 0.04045 {
			return weight * v / 12.92
		}
		return weight * math.Pow((v+0.055)/1.055, 2.4)
	}
	return 1.05 / (light(16, 0.2126) + light(8, 0.7152) + light(0, 0.0722) + 0.05)
}

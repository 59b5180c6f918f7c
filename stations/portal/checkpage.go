package portal

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// stay is the target of a warning's button.
const stay = "stay"

func (c *checker) page(i int) {
	p, at := &c.s.Pages[i], fmt.Sprintf("pages[%d]", i)
	c.says(at+".title", p.Title)
	targets := map[string]bool{"back": true} // as "back" was told before it had a type of its own
	if t := p.Timeout; t != nil {
		c.leads(at+".timeout.to", t.To)
		if t.After < 1000 {
			c.fault(at+".timeout.after", "is too short to read anything", `"1s" or longer`)
		}
		if t.Warn != nil {
			targets[stay] = true
			c.says(at+".timeout.warn.text", t.Warn.Text)
			c.says(at+".timeout.warn.stay", t.Warn.Stay)
			if t.Warn.Before < 1000 || t.Warn.Before >= t.After {
				c.fault(at+".timeout.warn.before", "warns too early or too late", "1s or longer, and less than after")
			}
		}
	}
	c.sends(at+".sends", p.Sends)
	for j := range p.Blocks {
		c.block(fmt.Sprintf("%s.blocks[%d]", at, j), fmt.Sprint(j), &p.Blocks[j])
	}
	for _, l := range c.s.links(i) {
		l.link.ID, targets[l.id] = l.id, true
		if strings.HasPrefix(l.path, "pages") { // the menu, the foot and the messages were checked once
			c.link(l.path, l.link)
		}
	}
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
	c.icon(at+".icon", l.Icon)
	c.sends(at+".sends", l.Sends)
}

func (c *checker) icon(at, icon string) {
	if icon != "" {
		c.oneOf(at, icon, icons)
	}
}

func (c *checker) sends(at, message string) {
	if message != "" && c.s.messages[message] == nil {
		c.fault(at, fmt.Sprintf("there is no message %q", message), "a message's id")
	}
}

func (c *checker) block(at, id string, b *Block) {
	ways := 0
	for _, set := range []bool{!b.Heading.Empty(), !b.Text.Empty(), !b.Small.Empty(), b.Banner != nil, b.Notice != nil, b.Links != nil,
		b.Buttons != nil, b.Cards != nil, b.Table != nil, b.Picture != nil, b.Search != nil, b.Chat != nil, b.Form != nil} {
		if set {
			ways++
		}
	}
	if ways != 1 {
		c.fault(at, fmt.Sprintf("is %d things, not one", ways),
			"exactly one of heading, text, small, banner, notice, links, buttons, cards, table, picture, search, chat and form")
	}
	if b.Banner != nil {
		c.oneOf(at+".banner.tone", b.Banner.Tone, tones)
		c.says(at+".banner.text", b.Banner.Text)
	}
	if b.Notice != nil {
		c.oneOf(at+".notice.icon", b.Notice.Icon, icons)
		c.says(at+".notice.heading", b.Notice.Heading)
	}
	for i := range b.Cards {
		c.icon(fmt.Sprintf("%s.cards[%d].icon", at, i), b.Cards[i].Icon)
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
	if t := b.Table; t != nil && len(t.Actions) > 0 && len(t.Actions) != len(t.Rows) {
		c.fault(at+".table.actions", fmt.Sprintf("are %d", len(t.Actions)), fmt.Sprintf("%d, one a row", len(t.Rows)))
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

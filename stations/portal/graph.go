package portal

import (
	"fmt"
	"slices"
	"strings"
)

// inPost begins the id of a link that stands in a message.
const inPost = "post."

// spot is a link where it stands.
type spot struct {
	path string // in the settings
	id   string // as facts name it
	link *Link
	in   Condition // of the block around it
}

// links lists every link that a page may show: those of the menu and the foot
// and of the messages beside it included.
func (s *Station) links(i int) []spot {
	p := &s.Pages[i]
	var all []spot
	var in Condition
	list := func(path, id string, links []Link) {
		for j := range links {
			all = append(all, spot{fmt.Sprintf("%s[%d]", path, j), fmt.Sprintf("%s.%d", id, j), &links[j], in})
		}
	}
	if !p.Bare {
		list("navigation", "menu", s.Navigation)
		list("footer", "foot", s.Footer)
	}
	for j := range s.Messages {
		if l := s.Messages[j].Link; l != nil {
			all = append(all, spot{fmt.Sprintf("messages[%d].link", j), inPost + s.Messages[j].ID, l, in})
		}
	}
	list(fmt.Sprintf("pages[%d].side", i), "side", p.Side)
	for b := range p.Blocks {
		block, id := &p.Blocks[b], fmt.Sprint(b)
		path := fmt.Sprintf("pages[%d].blocks[%d]", i, b)
		in = block.When
		list(path+".links", id, block.Links)
		list(path+".buttons", id, block.Buttons)
		for j := range block.Cards {
			if l := block.Cards[j].Link; l != nil {
				all = append(all, spot{fmt.Sprintf("%s.cards[%d].link", path, j), fmt.Sprintf("%s.%d", id, j), l, in})
			}
		}
		if block.Table != nil {
			list(path+".table.actions", id, block.Table.Actions)
		}
		if block.Search != nil {
			for j := range block.Search.Results {
				all = append(all, spot{fmt.Sprintf("%s.search.results[%d].link", path, j),
					fmt.Sprintf("%s.%d", id, j), &block.Search.Results[j].Link, in})
			}
		}
	}
	return all
}

// way is one thing on a page that can lead elsewhere or send a message off.
type way struct {
	path  string      // in the settings
	id    string      // as facts name it; "" for a timeout
	to    string      // page; "" for one that leads nowhere
	sends string      // message
	form  *Form       // the way opens once this was sent well
	post  string      // message it stands in, so that it had to arrive
	when  []Condition // all of them have to hold
}

// ways lists all that can be clicked on a page or happens to it.
func (s *Station) ways(i int) []way {
	p := &s.Pages[i]
	var all []way
	for _, l := range s.links(i) {
		w := way{path: l.path, id: l.id, to: l.link.To, sends: l.link.Sends, when: []Condition{l.in, l.link.When}}
		if id, in := strings.CutPrefix(l.id, inPost); in {
			w.post = id
		}
		all = append(all, w)
	}
	for b := range p.Blocks {
		block, path := &p.Blocks[b], fmt.Sprintf("pages[%d].blocks[%d]", i, b)
		if c := block.Chat; c != nil {
			for t := range c.Turns {
				for r := range c.Turns[t].Replies {
					reply := &c.Turns[t].Replies[r]
					all = append(all, way{
						path: fmt.Sprintf("%s.chat.turns[%d].replies[%d]", path, t, r),
						id:   fmt.Sprintf("%d.%d.%d", b, t, r),
						to:   reply.To, when: []Condition{block.When, reply.When},
					})
				}
			}
		}
		if f := block.Form; f != nil {
			all = append(all, way{path: path + ".form", id: f.ID, to: f.To, form: f, when: []Condition{block.When}})
		}
	}
	if p.Timeout != nil {
		all = append(all, way{path: fmt.Sprintf("pages[%d].timeout", i), to: p.Timeout.To})
	}
	return all
}

// conditions lists every condition of the portal with its place.
func (s *Station) conditions(visit func(path string, c Condition)) {
	for i := range s.Pages {
		for _, l := range s.links(i) { // those on every page come again
			visit(l.path+".when", l.link.When)
		}
		for b := range s.Pages[i].Blocks {
			block, path := &s.Pages[i].Blocks[b], fmt.Sprintf("pages[%d].blocks[%d]", i, b)
			visit(path+".when", block.When)
			if block.Chat != nil {
				for t := range block.Chat.Turns {
					for r := range block.Chat.Turns[t].Replies {
						visit(fmt.Sprintf("%s.chat.turns[%d].replies[%d].when", path, t, r), block.Chat.Turns[t].Replies[r].When)
					}
				}
			}
			if block.Form != nil {
				for k := range block.Form.Instead {
					visit(fmt.Sprintf("%s.form.instead[%d].when", path, k), block.Form.Instead[k].When)
				}
			}
		}
	}
}

func (s *Station) index(id string) int {
	return slices.IndexFunc(s.Pages, func(p Page) bool { return p.ID == id })
}

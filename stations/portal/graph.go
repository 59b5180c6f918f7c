package portal

import (
	"fmt"
	"slices"
)

// way is one thing on a page that can lead elsewhere.
type way struct {
	path string // in the settings
	id   string // as facts name it; "" for a timeout
	to   string // page; "" for one that leads nowhere
	form *Form  // the way opens once this was sent well
}

// links calls visit for every link on a page, those of the menu and the foot
// included, with its path in the settings and its id on the page.
func (s *Station) links(i int, visit func(path, id string, l *Link)) {
	p := &s.Pages[i]
	list := func(path, id string, links []Link) {
		for j := range links {
			visit(fmt.Sprintf("%s[%d]", path, j), fmt.Sprintf("%s.%d", id, j), &links[j])
		}
	}
	if !p.Bare {
		list("navigation", "menu", s.Navigation)
		list("footer", "foot", s.Footer)
	}
	list(fmt.Sprintf("pages[%d].side", i), "side", p.Side)
	for b := range p.Blocks {
		block, id := &p.Blocks[b], fmt.Sprint(b)
		path := fmt.Sprintf("pages[%d].blocks[%d]", i, b)
		list(path+".links", id, block.Links)
		list(path+".buttons", id, block.Buttons)
		for j := range block.Cards {
			if l := block.Cards[j].Link; l != nil {
				visit(fmt.Sprintf("%s.cards[%d].link", path, j), fmt.Sprintf("%s.%d", id, j), l)
			}
		}
		if block.Search != nil {
			for j := range block.Search.Results {
				visit(fmt.Sprintf("%s.search.results[%d].link", path, j), fmt.Sprintf("%s.%d", id, j), &block.Search.Results[j].Link)
			}
		}
	}
}

// ways lists all that can be clicked on a page or happens to it.
func (s *Station) ways(i int) []way {
	p := &s.Pages[i]
	var all []way
	s.links(i, func(path, id string, l *Link) { all = append(all, way{path: path, id: id, to: l.To}) })
	for b := range p.Blocks {
		path := fmt.Sprintf("pages[%d].blocks[%d]", i, b)
		if c := p.Blocks[b].Chat; c != nil {
			for t := range c.Turns {
				for r := range c.Turns[t].Replies {
					all = append(all, way{
						path: fmt.Sprintf("%s.chat.turns[%d].replies[%d]", path, t, r),
						id:   fmt.Sprintf("%d.%d.%d", b, t, r),
						to:   c.Turns[t].Replies[r].To,
					})
				}
			}
		}
		if f := p.Blocks[b].Form; f != nil {
			all = append(all, way{path: path + ".form", id: f.ID, to: f.To, form: f})
		}
	}
	if p.Timeout != nil {
		all = append(all, way{path: fmt.Sprintf("pages[%d].timeout", i), to: p.Timeout.To})
	}
	return all
}

// reached finds the pages that some way leads to from the start.
func (s *Station) reached() map[string]bool {
	seen := map[string]bool{}
	var walk func(id string)
	walk = func(id string) {
		i := s.index(id)
		if i < 0 || seen[id] {
			return
		}
		seen[id] = true
		for _, w := range s.ways(i) {
			walk(w.to)
		}
	}
	walk(s.Start)
	return seen
}

// step is a place in the search for the shortest way: a page, and which of
// the success's forms were sent by then, one bit each.
type step struct {
	page string
	sent uint
}

// solve finds a shortest way from a page to success, as pages in order,
// ways that only time opens left out; nil when there is none.
func (s *Station) solve(from string) []string {
	first := step{page: from}
	whole := uint(1)<<len(s.Success.Forms) - 1
	before := map[step]step{first: first}
	for queue := []step{first}; len(queue) > 0; queue = queue[1:] {
		at := queue[0]
		if at.page == s.Success.Page && at.sent == whole {
			return trail(before, at)
		}
		i := s.index(at.page)
		if i < 0 {
			continue
		}
		for _, w := range s.ways(i) {
			if w.to == "" || w.id == "" {
				continue
			}
			next := step{w.to, at.sent}
			if w.form != nil {
				if bit := slices.Index(s.Success.Forms, w.form.ID); bit >= 0 {
					next.sent |= 1 << bit
				}
			}
			if _, known := before[next]; !known {
				before[next] = at
				queue = append(queue, next)
			}
		}
	}
	return nil
}

func trail(before map[step]step, at step) []string {
	pages := []string{at.page}
	for before[at] != at {
		at = before[at]
		pages = append(pages, at.page)
	}
	slices.Reverse(pages)
	return pages
}

// least is R, the number of different pages on the shortest way.
func (s *Station) least() int {
	different := map[string]bool{}
	for _, id := range s.shortest {
		different[id] = true
	}
	return len(different)
}

func (s *Station) index(id string) int {
	return slices.IndexFunc(s.Pages, func(p Page) bool { return p.ID == id })
}

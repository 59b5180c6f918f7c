package portal

import (
	"fmt"
	"slices"
	"strings"

	"immersion/kiosk"
)

// walk goes through the pages once all that they name is there.
func (c *checker) walk() {
	s := c.s
	w := s.walker()
	f := w.explore(w.first, true)
	if !f.whole {
		c.fault("pages", fmt.Sprintf("have more than %d states: the conditions ask for too much at once", mostStates), "fewer conditions")
		return
	}
	if f.goal == nil {
		c.fault("success", "cannot be had: no way from the start gets to its page with its forms sent", "")
	}
	s.shortest = w.solve(w.first)
	reached, left := map[int]bool{}, map[int]bool{}
	for _, at := range f.order {
		reached[at.page] = true
		left[at.page] = left[at.page] || slices.ContainsFunc(w.moves(at, true), func(m move) bool { return m.next.page != at.page })
	}
	for i := range s.Pages {
		p, at := &s.Pages[i], fmt.Sprintf("pages[%d]", i)
		switch {
		case !reached[i] && !p.Unreachable:
			c.fault(at, fmt.Sprintf("nothing leads to %q", p.ID), `a way to it, or "unreachable: true"`)
		case reached[i] && p.Unreachable:
			c.fault(at+".unreachable", fmt.Sprintf("something leads to %q", p.ID), "")
		}
		switch {
		case reached[i] && !left[i] && !p.Dead:
			c.fault(at, fmt.Sprintf("nothing leads away from %q", p.ID), `a way out, or "dead: true"`)
		case left[i] && p.Dead:
			c.fault(at+".dead", fmt.Sprintf("something leads away from %q", p.ID), "")
		}
	}
}

// Remarks tells an author the shortest way and R, and from which pages the
// task cannot be done any more.
func (s *Station) Remarks() []kiosk.Remark {
	w := s.walker()
	f := w.explore(w.first, false)
	r := s.least()
	all := []kiosk.Remark{{Path: "success", Message: fmt.Sprintf("R is %d: the shortest way is %s; there are %d pages and %d states",
		r, strings.Join(pages(s.Start, s.shortest), ", "), len(s.Pages), len(f.order))}}
	for _, page := range s.traps(w) {
		all = append(all, kiosk.Remark{Path: fmt.Sprintf("pages[%d]", page),
			Message: fmt.Sprintf("on %q somebody may stand who can get it done no more, but by the browser’s “back”", s.Pages[page].ID)})
	}
	return all
}

// traps lists the pages where somebody can stand from whom no way leads to success.
func (s *Station) traps(w *walker) []int {
	f := w.explore(w.first, true)
	into := map[state][]state{}
	var open []state
	for _, at := range f.order {
		if w.succeeds(at) {
			open = append(open, at)
		}
		for _, m := range w.moves(at, true) {
			into[m.next] = append(into[m.next], at)
		}
	}
	saved := map[state]bool{}
	for ; len(open) > 0; open = open[1:] {
		if !saved[open[0]] {
			saved[open[0]] = true
			open = append(open, into[open[0]]...)
		}
	}
	var traps []int
	for _, at := range f.order {
		if !saved[at] && !slices.Contains(traps, at.page) {
			traps = append(traps, at.page)
		}
	}
	slices.Sort(traps)
	return traps
}

var _ kiosk.Remarker = (*Station)(nil)

package insight

import (
	"cmp"
	"slices"
)

// id names the smallest thing that is published: a figure's value by key, or
// one second of a curve, or one step of a flow.
type id struct {
	Station string `json:"station,omitempty"`
	Figure  string `json:"figure"`
	Key     string `json:"key,omitempty"`
	Second  int    `json:"second,omitempty"`
	From    string `json:"from,omitempty"`
	To      string `json:"to,omitempty"`
}

func (i id) compare(j id) int {
	return cmp.Or(cmp.Compare(i.Station, j.Station), cmp.Compare(i.Figure, j.Figure), cmp.Compare(i.Key, j.Key),
		cmp.Compare(i.Second, j.Second), cmp.Compare(i.From, j.From), cmp.Compare(i.To, j.To))
}

// member is a visit behind a value. Its mark changes with what it says.
type member struct {
	visit int64
	mark  uint32 // never 0
}

// change is how one visit differs between two versions; a mark of 0 is absence.
type change struct {
	visit    int64
	was, now uint32
}

// history is every version of one id that was published, as steps between them.
type history struct {
	now   []member   // the present version's, by visit
	steps [][]change // to each version from the one before, the first from no visit
}

// diff lists the visits that differ between two versions, both by visit.
func diff(was, now []member) []change {
	var all []change
	for len(was) > 0 || len(now) > 0 {
		switch {
		case len(now) == 0 || len(was) > 0 && was[0].visit < now[0].visit:
			all, was = append(all, change{was[0].visit, was[0].mark, 0}), was[1:]
		case len(was) == 0 || now[0].visit < was[0].visit:
			all, now = append(all, change{now[0].visit, 0, now[0].mark}), now[1:]
		default:
			if was[0].mark != now[0].mark {
				all = append(all, change{now[0].visit, was[0].mark, now[0].mark})
			}
			was, now = was[1:], now[1:]
		}
	}
	return all
}

// step gives the step to a next version; false when the rule forbids it, or
// when there is nothing to tell.
func (h history) step(next []member, k int) ([]change, bool) {
	if n := len(next); n > 0 && n < k {
		return nil, false
	}
	step := diff(h.now, next)
	if len(h.steps) == 0 {
		return step, true
	}
	if len(step) < k {
		return nil, false
	}
	// Back through the versions, keeping which visits differ from next.
	differ := map[int64]bool{}
	for _, c := range step {
		differ[c.visit] = true
	}
	for _, s := range slices.Backward(h.steps) {
		for _, c := range s {
			if markOf(next, c.visit) == c.was {
				delete(differ, c.visit)
			} else {
				differ[c.visit] = true
			}
		}
		if n := len(differ); n > 0 && n < k {
			return nil, false
		}
	}
	return step, true
}

// took is the history with one more step. Steps are mostly visits newer than
// all before: those are appended, and what other copies of h see stays.
func (h history) took(step []change) history {
	h.steps = append(h.steps, step)
	if len(step) == 0 || len(h.now) == 0 || step[0].visit > h.now[len(h.now)-1].visit {
		for _, c := range step {
			h.now = append(h.now, member{c.visit, c.now})
		}
		return h
	}
	now := make([]member, 0, len(h.now)+len(step))
	changed := step
	for _, m := range h.now {
		for ; len(changed) > 0 && changed[0].visit < m.visit; changed = changed[1:] {
			now = append(now, member{changed[0].visit, changed[0].now})
		}
		if len(changed) > 0 && changed[0].visit == m.visit {
			m.mark, changed = changed[0].now, changed[1:]
		}
		if m.mark != 0 {
			now = append(now, m)
		}
	}
	for _, c := range changed {
		now = append(now, member{c.visit, c.now})
	}
	h.now = now
	return h
}

func markOf(members []member, visit int64) uint32 {
	i, ok := slices.BinarySearchFunc(members, visit, func(m member, v int64) int { return cmp.Compare(m.visit, v) })
	if !ok {
		return 0
	}
	return members[i].mark
}

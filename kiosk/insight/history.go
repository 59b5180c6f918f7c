package insight

import (
	"cmp"
	"slices"
)

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

// history is every version of one value that was published, as steps between
// them.
type history struct {
	now   []member   // the present version's, by visit
	steps [][]change // to each version from the one before, the first from no visit
	tops  []int64    // the greatest visit of each version and all before it
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

// apart tells whether a set differs from every version of h by none or by at
// least k visits.
func (h history) apart(next []member, k int) bool {
	last := len(h.tops) - 1
	if last < 0 || beyond(next, h.tops[last], k) {
		return true
	}
	if n := len(diff(h.now, next)); n > 0 && n < k {
		return false
	}
	return h.olderApart(next, k)
}

// olderApart is apart without the present version. It walks back, and stops
// where the set alone has k visits that are newer than all versions left.
func (h history) olderApart(next []member, k int) bool {
	last := len(h.tops) - 1
	if last < 1 || beyond(next, h.tops[last-1], k) {
		return true
	}
	differ := map[int64]bool{}
	for _, c := range diff(h.now, next) {
		differ[c.visit] = true
	}
	for i := last; i > 0 && !beyond(next, h.tops[i-1], k); i-- {
		for _, c := range h.steps[i] {
			if markOf(next, c.visit) == c.was {
				delete(differ, c.visit)
			} else {
				differ[c.visit] = true
			}
		}
		if n := len(differ); n > 0 && n < k {
			return false
		}
	}
	return true
}

// beyond tells whether k visits of a set are newer than a visit.
func beyond(set []member, visit int64, k int) bool {
	return len(set) >= k && set[len(set)-k].visit > visit
}

// took is the history with one more step. Steps are mostly visits newer than
// all before: those are appended, and what other copies of h see stays.
func (h history) took(step []change) history {
	h.steps = append(h.steps, step)
	h.now = after(h.now, step)
	var top int64
	if n := len(h.tops); n > 0 {
		top = h.tops[n-1]
	}
	if n := len(h.now); n > 0 {
		top = max(top, h.now[n-1].visit)
	}
	h.tops = append(h.tops, top)
	return h
}

// after is a set after a step.
func after(set []member, step []change) []member {
	if len(step) == 0 || len(set) == 0 || step[0].visit > set[len(set)-1].visit {
		for _, c := range step {
			set = append(set, member{c.visit, c.now})
		}
		return set
	}
	now := make([]member, 0, len(set)+len(step))
	changed := step
	for _, m := range set {
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
	return now
}

func markOf(members []member, visit int64) uint32 {
	i, ok := slices.BinarySearchFunc(members, visit, func(m member, v int64) int { return cmp.Compare(m.visit, v) })
	if !ok {
		return 0
	}
	return members[i].mark
}

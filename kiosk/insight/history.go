package insight

import "encoding/binary"

// history is every version of one value that was published, as steps between
// them.
type history struct {
	now      set // the present version's
	versions []version
}

// version is one that was published.
type version struct {
	step []byte // packed: to it from the one before; nil for the first, which came from no visit
	top  int64  // the greatest visit of it and of all before it
}

// apart tells whether members differ from every version of h by none or by at
// least k visits.
func (h history) apart(next []member, k int) bool {
	last := len(h.versions) - 1
	if last < 0 || beyond(next, h.versions[last].top, k) {
		return true
	}
	if n := h.now.differ(next, k); n > 0 && n < k {
		return false
	}
	return h.olderApart(next, k)
}

// olderApart is apart without the present version. It walks back, and stops
// where the members alone have k visits that are newer than all versions left.
func (h history) olderApart(next []member, k int) bool {
	last := len(h.versions) - 1
	if last < 1 || beyond(next, h.versions[last-1].top, k) {
		return true
	}
	differ := map[int64]bool{}
	h.now.each(next, func(c change) bool {
		differ[c.visit] = true
		return true
	})
	for i := last; i > 0 && !beyond(next, h.versions[i-1].top, k); i-- {
		step, _ := unpack(h.versions[i].step) // what it packed itself, or load found whole
		for _, c := range step {
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

// beyond tells whether k of the members are newer than a visit.
func beyond(members []member, visit int64, k int) bool {
	return len(members) >= k && members[len(members)-k].visit > visit
}

// took is the history with one more step, and as it is packed. Steps are mostly
// visits newer than all before: those are appended, and what other copies of h
// see stays.
func (h history) took(step []change, packed []byte) history {
	v := version{top: h.top()}
	if len(h.versions) > 0 {
		v.step = packed
	}
	h.now = h.now.after(step)
	v.top = max(v.top, h.now.last)
	h.versions = append(h.versions, v)
	return h
}

// top is the greatest visit that any version had.
func (h history) top() int64 {
	if n := len(h.versions); n > 0 {
		return h.versions[n-1].top
	}
	return 0
}

// ever lists the visits that any version had.
func (h history) ever() map[int64]bool {
	all := map[int64]bool{}
	for c := h.now.walk(); c.next(); {
		all[c.at.visit] = true
	}
	for _, v := range h.versions {
		step, _ := unpack(v.step)
		for _, c := range step {
			all[c.visit] = true
		}
	}
	return all
}

// pack writes for each change three varints: how much its visit's number is
// above the one before, and the marks.
func pack(step []change) []byte {
	b, last := make([]byte, 0, 8*len(step)), int64(0)
	for _, c := range step {
		b = binary.AppendUvarint(b, uint64(c.visit-last))
		b = binary.AppendUvarint(b, uint64(c.was))
		b = binary.AppendUvarint(b, uint64(c.now))
		last = c.visit
	}
	return b
}

// unpack is the inverse of pack; false for bytes that pack never wrote.
func unpack(b []byte) ([]change, bool) {
	step, last := make([]change, 0, len(b)/7), int64(0)
	for len(b) > 0 {
		var part [3]uint64
		for i := range part {
			v, n := binary.Uvarint(b)
			if n <= 0 {
				return nil, false
			}
			part[i], b = v, b[n:]
		}
		last += int64(part[0])
		step = append(step, change{last, uint32(part[1]), uint32(part[2])})
	}
	return step, true
}

// newest is the last visit of a step if it came in, or else 0.
func newest(step []change) int64 {
	if n := len(step); n > 0 && step[n-1].now != 0 {
		return step[n-1].visit
	}
	return 0
}

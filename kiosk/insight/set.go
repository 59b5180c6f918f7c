package insight

import (
	"cmp"
	"encoding/binary"
	"slices"
)

// member is a visit behind a value. Its mark changes with what it says.
type member struct {
	visit int64
	mark  uint32 // never 0
}

// set is the visits behind one version of a value with their marks, by visit.
// It is packed, about five bytes a visit: there are as many of them as every
// visit has things to say.
type set struct {
	bytes []byte
	last  int64 // the greatest visit
	n     int
}

// with is the set with one more visit, greater than all of it. What other
// copies see stays.
func (s set) with(m member) set {
	s.bytes = binary.AppendUvarint(s.bytes, uint64(m.visit-s.last))
	s.bytes = binary.LittleEndian.AppendUint32(s.bytes, m.mark)
	s.last, s.n = m.visit, s.n+1
	return s
}

// cursor walks through a set.
type cursor struct {
	rest []byte
	at   member
}

func (s set) walk() cursor { return cursor{rest: s.bytes} }

// next goes on to the next visit; false after the last.
func (c *cursor) next() bool {
	if len(c.rest) == 0 {
		return false
	}
	up, n := binary.Uvarint(c.rest)
	c.at = member{c.at.visit + int64(up), binary.LittleEndian.Uint32(c.rest[n:])}
	c.rest = c.rest[n+4:]
	return true
}

func (s set) members() []member {
	all := make([]member, 0, s.n)
	for c := s.walk(); c.next(); {
		all = append(all, c.at)
	}
	return all
}

// change is how one visit differs between two versions; a mark of 0 is absence.
type change struct {
	visit    int64
	was, now uint32
}

// each gives, by visit, how a set differs from members, until it is told to stop.
func (s set) each(now []member, do func(change) bool) {
	c := s.walk()
	left := c.next()
	for left || len(now) > 0 {
		var one change
		switch {
		case len(now) == 0 || left && c.at.visit < now[0].visit:
			one = change{c.at.visit, c.at.mark, 0}
			left = c.next()
		case !left || now[0].visit < c.at.visit:
			one, now = change{now[0].visit, 0, now[0].mark}, now[1:]
		default:
			one, now = change{now[0].visit, c.at.mark, now[0].mark}, now[1:]
			left = c.next()
		}
		if one.was != one.now && !do(one) {
			return
		}
	}
}

// diff lists the visits that differ between two versions, by visit.
func (s set) diff(now []member) []change {
	var all []change
	if s.n == 0 {
		all = make([]change, 0, len(now))
	}
	s.each(now, func(c change) bool {
		all = append(all, c)
		return true
	})
	return all
}

// differ counts the visits that differ, up to a number that is enough.
func (s set) differ(now []member, enough int) int {
	n := 0
	s.each(now, func(change) bool {
		n++
		return n < enough
	})
	return n
}

// after is the set after a step.
func (s set) after(step []change) set {
	if len(step) == 0 || s.n == 0 || step[0].visit > s.last {
		s.bytes = slices.Grow(s.bytes, 6*len(step))
		for _, c := range step {
			s = s.with(member{c.visit, c.now})
		}
		return s
	}
	next := set{bytes: make([]byte, 0, len(s.bytes)+6*len(step))}
	put := func(m member) {
		if m.mark != 0 {
			next = next.with(m)
		}
	}
	for c := s.walk(); c.next(); {
		for ; len(step) > 0 && step[0].visit < c.at.visit; step = step[1:] {
			put(member{step[0].visit, step[0].now})
		}
		m := c.at
		if len(step) > 0 && step[0].visit == m.visit {
			m.mark, step = step[0].now, step[1:]
		}
		put(m)
	}
	for _, c := range step {
		put(member{c.visit, c.now})
	}
	return next
}

func markOf(members []member, visit int64) uint32 {
	i, ok := slices.BinarySearchFunc(members, visit, func(m member, v int64) int { return cmp.Compare(m.visit, v) })
	if !ok {
		return 0
	}
	return members[i].mark
}

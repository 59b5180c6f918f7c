package call

import (
	"cmp"
	"slices"
)

// span is a piece of the recording, in ms of media time.
type span struct{ from, to int64 }

// merged sorts spans and joins those that touch; each ms is in one at most.
func merged(all []span) []span {
	all = slices.Clone(all)
	slices.SortFunc(all, func(a, b span) int { return cmp.Compare(a.from, b.from) })
	var out []span
	for _, s := range all {
		switch n := len(out); {
		case s.to <= s.from:
		case n > 0 && s.from <= out[n-1].to:
			out[n-1].to = max(out[n-1].to, s.to)
		default:
			out = append(out, s)
		}
	}
	return out
}

// shared is how many ms spans have in common with one piece.
func shared(all []span, with span) int64 {
	var n int64
	for _, s := range all {
		n += max(0, min(s.to, with.to)-max(s.from, with.from))
	}
	return n
}

// common is how many ms two lists of spans have in common.
func common(a, b []span) int64 {
	var n int64
	for _, s := range b {
		n += shared(a, s)
	}
	return n
}

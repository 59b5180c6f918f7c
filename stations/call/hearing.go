package call

import (
	"cmp"
	"slices"

	"immersion/kiosk"
)

// hearing is how much of the call a visitor took in.
type hearing struct {
	heard    int64 // ms of the recording, each counted once
	end      int64 // ms: the furthest that was heard or read
	last     int64 // ms: where they were when they left
	read     bool
	finished bool
}

func (s *Station) hearing(stop *kiosk.Stop) hearing {
	pieces := kiosk.Bodies[Heard](stop, heardFact)
	h := hearing{read: len(kiosk.Bodies[Read](stop, readFact)) > 0}
	if n := len(pieces); n > 0 {
		h.last = min(pieces[n-1].To, s.sound.Duration)
	}
	slices.SortFunc(pieces, func(a, b Heard) int { return cmp.Compare(a.From, b.From) })
	for _, p := range pieces {
		to := min(p.To, s.sound.Duration)
		h.heard += max(0, to-max(p.From, h.end))
		h.end = max(h.end, to)
	}
	// Nine tenths, so that nobody who jumped to the end heard it to the end.
	h.finished = h.read || h.end >= s.sound.Duration-slack/2 && h.heard*10 >= s.sound.Duration*9
	if h.read {
		h.end = s.sound.Duration
	}
	return h
}

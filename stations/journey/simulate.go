package journey

import (
	"math/rand/v2"

	"immersion/kiosk"
)

// Simulate plays a visitor: by its seed one whose team touches a stretch of
// the way, one of a mixed party who pins here and there, or one who only looks.
func (s *Station) Simulate(_ *kiosk.Scenario, seed uint64, act func(typ string, body any, ms int64)) {
	r := rand.New(rand.NewPCG(seed, 11))
	ms := int64(4_000)
	do := func(typ string, body any) {
		ms += 2_000 + r.Int64N(9_000)
		act(typ, body, ms)
	}
	from, to := r.IntN(len(s.steps)), 0
	switch seed % 3 {
	case 0:
		to = min(len(s.steps), from+2+r.IntN(3))
	case 1:
		from, to = 0, len(s.steps)
	}
	for i := from; i < to; i++ {
		if seed%3 == 1 && r.IntN(3) > 0 {
			continue
		}
		st := s.steps[i]
		do(pinned, pin{st.ID, touch, true})
		if *st.Feeling < 0 && r.IntN(3) > 0 {
			do(pinned, pin{st.ID, hurt, true})
		} else if *st.Feeling > 0 && r.IntN(2) > 0 {
			do(pinned, pin{st.ID, shine, true})
		}
		if len(s.Hands) > 0 {
			do(handed, hand{st.ID, []string{s.Hands[r.IntN(len(s.Hands))].ID}})
		}
		if r.IntN(4) == 0 {
			do(said, telling{st.ID, "what the next team asks us for"})
		}
	}
	if r.IntN(3) == 0 && to > from { // they think better of one
		do(pinned, pin{s.steps[from].ID, touch, false})
	}
	do(done, struct{}{})
	last := *s.steps[len(s.steps)-1].Feeling
	do(kiosk.Reacted, kiosk.Reaction{Valence: max(-4, min(4, int(2*last)+r.IntN(3)-1)), Arousal: r.IntN(3) - 2})
}

var _ kiosk.Simulator = (*Station)(nil)

package call

import (
	"math/rand/v2"

	"immersion/kiosk"
)

// Simulate listens, mostly to the end, and taps three to seven feelings: low
// while the customer waits, mixed while somebody speaks. One in ten reads.
func (s *Station) Simulate(_ *kiosk.Scenario, seed uint64, act func(typ string, body any, ms int64)) {
	r := rand.New(rand.NewPCG(seed, 2))
	begin := 8_000 + r.Int64N(8_000) // headphones on
	end := s.sound.Duration
	if r.IntN(5) == 0 {
		end = max(1, end*(3+r.Int64N(5))/10)
	}
	reads := r.IntN(10) == 0
	n := int64(3 + r.IntN(5))
	for i := range n {
		at := end*i/n + r.Int64N(max(1, end/n))
		valence := min(max(int(-0.8+2*r.NormFloat64()), -4), 4)
		if l := s.at(at); l != nil && l.waits {
			valence = -1 - r.IntN(3)
		}
		reaction := kiosk.Reaction{Valence: valence, Arousal: min(max(int(0.5+2*r.NormFloat64()), -4), 4), Moment: &kiosk.Moment{MS: &at}}
		if len(s.Words) > 0 && r.IntN(3) == 0 {
			reaction.Words = s.Words[r.IntN(len(s.Words))].In("en")
		}
		act(kiosk.Reacted, reaction, begin+at)
	}
	if reads {
		act(readFact, Read{}, begin+end)
		return
	}
	act(heardFact, Heard{From: 0, To: end}, begin+end)
}

var _ kiosk.Simulator = (*Station)(nil)

package observe

import (
	"math/rand/v2"

	"immersion/kiosk"
)

// Simulate plays a visitor who walks the stages in their order: some write at
// every touchpoint, some at few, and not everybody counts or takes the time.
func (s *Station) Simulate(_ *kiosk.Scenario, seed uint64, act func(typ string, body any, ms int64)) {
	r := rand.New(rand.NewPCG(seed, 11))
	ms := int64(4_000)
	do := func(typ string, body any) {
		ms += 6_000 + r.Int64N(20_000)
		act(typ, body, ms)
	}
	keen := 1 + r.IntN(4)
	for i, stage := range s.Stages {
		for _, p := range stage.Touchpoints {
			if r.IntN(4) < keen {
				sense := senses[r.IntN(len(senses))]
				do(noted, note{stage.ID, p.ID, sense, "rehearsal: " + sense})
			}
		}
		for _, c := range s.Counters {
			for range r.IntN(keen + 1) {
				do(counted, count{c.ID, 1})
			}
		}
		if i == 0 && keen > 1 {
			for _, t := range s.Timers {
				do(timed, timing{t.ID, 20_000 + r.Int64N(280_000)})
			}
		}
	}
	do(kiosk.Reacted, kiosk.Reaction{Valence: r.IntN(6) - 3, Arousal: r.IntN(6) - 2})
}

package story

import (
	"math/rand/v2"

	"immersion/kiosk"
)

// Simulate takes one story or two, turns their pages at the speed of reading,
// feels with the teller, and mostly tells it again. One in six puts a story
// down half-way.
func (s *Station) Simulate(_ *kiosk.Scenario, seed uint64, act func(typ string, body any, ms int64)) {
	r := rand.New(rand.NewPCG(seed, 3))
	ms := 4_000 + r.Int64N(8_000)
	for i, n := range r.Perm(len(s.Stories)) {
		if i > 0 && r.IntN(3) > 0 || i > 1 {
			return
		}
		ms = s.simulateStory(r, &s.Stories[n], act, ms)
	}
}

func (s *Station) simulateStory(r *rand.Rand, t *Story, act func(typ string, body any, ms int64), ms int64) int64 {
	lean := map[string]float64{"good": 1.6, "bad": -1.6}[t.Tone]
	act(chosenFact, Chosen{t.ID}, ms)
	end := len(t.Pages)
	if r.IntN(6) == 0 {
		end = 1 + r.IntN(end)
	}
	for n := 1; n <= end; n++ {
		l := s.at(keyOf(t.ID, n))
		act(turnedFact, Turned{t.ID, n}, ms)
		moment := kiosk.Moment{Ref: l.key}
		ms += 3_000 + int64(len(l.Text.In("en")))*45
		if l.length > 0 {
			to := l.length
			if r.IntN(5) == 0 {
				to = max(1, to*(2+r.Int64N(7))/10)
			}
			ms += to
			act(playedFact, Played{t.ID, n, to}, ms)
			moment.MS = &to
		}
		if r.IntN(5) < 3 {
			valence := min(max(int(lean+1.8*r.NormFloat64()), -4), 4)
			arousal := min(max(int(0.4+1.8*r.NormFloat64()), -4), 4)
			act(kiosk.Reacted, kiosk.Reaction{Valence: valence, Arousal: arousal, Moment: &moment}, ms)
		}
	}
	ms += 15_000
	if end == len(t.Pages) && r.IntN(4) > 0 {
		act(retoldFact, Retold{t.ID, s.at(keyOf(t.ID, end)).said(nil, "en")}, ms)
	}
	return ms + 4_000
}

var _ kiosk.Simulator = (*Station)(nil)

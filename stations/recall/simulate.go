package recall

import (
	"math/rand/v2"

	"immersion/kiosk"
)

// What a synthetic visitor writes: it reads as what it is wherever it shows.
const (
	simulatedWords    = "A rehearsal's memory"
	simulatedSentence = "I was a rehearsal's customer."
)

// Simulate remembers. Some leave without a word; of the others most recall
// something unpleasant, as people do when asked for a time that stayed with
// them, that ended a little better than it felt; half write a sentence, and
// few of those share it.
func (s *Station) Simulate(_ *kiosk.Scenario, seed uint64, act func(typ string, body any, ms int64)) {
	r := rand.New(rand.NewPCG(seed, 9))
	ms := int64(6_000)
	do := func(typ string, body any) {
		ms += 4_000 + r.Int64N(14_000)
		act(typ, body, ms)
	}
	if r.IntN(10) == 0 {
		return
	}
	do(whereFact, Where{Where: s.Places[r.IntN(len(s.Places))].ID})
	h := Happened{Happened: []string{}}
	for _, i := range r.Perm(len(s.Happened))[:1+r.IntN(3)] {
		h.Happened = append(h.Happened, s.Happened[i].ID)
	}
	do(happenedFact, h)
	if r.IntN(5) == 0 {
		do(wordedFact, Worded{Words: simulatedWords})
	}
	felt := func(when string, valence, arousal float64) {
		place := func(mean float64) int { return min(max(int(mean+1.5*r.NormFloat64()), -4), 4) }
		do(feltFact, Felt{When: when, Valence: place(valence), Arousal: place(arousal)})
	}
	felt(then, -2, 1.5)
	felt(ended, -0.5, 0)
	if r.IntN(2) == 0 {
		do(toldFact, Told{Text: simulatedSentence})
		if r.IntN(5) == 0 {
			do(sharedFact, Shared{Share: true})
		}
	}
}

var _ kiosk.Simulator = (*Station)(nil)

package invoice

import (
	"math/rand/v2"

	"github.com/shopspring/decimal"

	"immersion/kiosk"
)

// Simulate plays a visitor: a third of them in a hurry, who trust the
// invoice; a third careful, who read every paper and find nearly all; a third
// lost, who mark as they feel.
func (s *Station) Simulate(_ *kiosk.Scenario, seed uint64, act func(typ string, body any, ms int64)) {
	r := rand.New(rand.NewPCG(seed, 0x1470))
	v := &visitor{Station: s, Rand: r, act: act}
	switch seed % 3 {
	case 0:
		v.pace, v.eye, v.papers = 2_000, 0.35, 0.3
	case 1:
		v.pace, v.eye, v.papers = 12_000, 0.9, 1
	default:
		v.pace, v.eye, v.papers, v.lost = 7_000, 0.4, 0.6, true
	}
	v.walk()
}

// visitor is one synthetic visitor.
type visitor struct {
	*Station
	*rand.Rand
	act    func(typ string, body any, ms int64)
	ms     int64
	pace   int64   // ms for one look, on average
	eye    float64 // chance to see an error
	papers float64 // chance to open a paper
	lost   bool
}

func (v *visitor) do(typ string, body any) {
	v.ms += v.pace/2 + v.Int64N(v.pace)
	v.act(typ, body, v.ms)
}

func (v *visitor) walk() {
	for _, d := range v.Evidence {
		if v.Float64() < v.papers {
			v.do(factOpened, OpenedPaper{d.ID})
		}
	}
	owed := v.read.Totals.Due
	seen := 0
	for _, l := range v.read.Lines {
		m := Marked{Line: l.ID, Mark: Right}
		switch {
		case v.lost && v.Float64() < 0.4:
			m.Mark = Unsure
		case v.planted(l.ID) != nil && v.Float64() < v.eye, v.lost && v.Float64() < 0.2:
			m.Mark, m.Why = Wrong, Reasons[v.IntN(len(Reasons))]
		}
		v.do(factMarked, m)
		if m.Mark == Wrong && v.planted(l.ID) != nil {
			seen++
			v.do(kiosk.Reacted, kiosk.Reaction{Valence: -1 - v.IntN(4), Arousal: v.IntN(4), Moment: &kiosk.Moment{Ref: l.ID}})
		}
	}
	switch {
	case seen == len(v.Planted):
		owed = v.owed
	case v.lost:
		owed = owed.Add(v.owed).Mul(decimal.New(5, -1)).Round(v.places) // somewhere between
	}
	v.do(factOwed, Owed{owed.StringFixed(v.places), v.read.Currency})
	v.do(factDone, struct{}{})
}

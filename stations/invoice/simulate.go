package invoice

import (
	"math/rand/v2"

	"github.com/shopspring/decimal"

	"immersion/kiosk"
)

// Simulate plays a visitor: a third of them in a hurry, who look at what
// stands out and trust the rest; a third careful, who read every paper, check
// the sums and find nearly all; a third lost, who mark as they feel, change
// their minds, and at times put the invoice away.
func (s *Station) Simulate(_ *kiosk.Scenario, seed uint64, act func(typ string, body any, ms int64)) {
	r := rand.New(rand.NewPCG(seed, 0x1470))
	v := &visitor{Station: s, Rand: r, act: act}
	switch seed % 3 {
	case 0:
		v.pace, v.eye, v.papers, v.lines, v.sure = 2_000, 0.35, 0.3, 0.6, 4
	case 1:
		v.pace, v.eye, v.papers, v.lines, v.sums, v.sure = 12_000, 0.9, 1, 1, 0.8, 4
	default:
		v.pace, v.eye, v.papers, v.lines, v.sums, v.sure, v.lost = 7_000, 0.4, 0.6, 0.8, 0.2, 2, true
	}
	v.walk()
}

// visitor is one synthetic visitor; the fractions are chances.
type visitor struct {
	*Station
	*rand.Rand
	act    func(typ string, body any, ms int64)
	ms     int64
	pace   int64   // ms for one look, on average
	eye    float64 // to see an error that is looked at
	papers float64 // to open a paper
	lines  float64 // to look at a line
	sums   float64 // to look at a sum
	sure   int     // of the amount, give or take one
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
	seen := 0
	for _, ref := range v.refs() {
		looks, reasons := v.lines, Reasons
		if v.line(ref) == nil {
			looks, reasons = v.sums, SumReasons
		}
		if v.Float64() < looks && v.mark(ref, reasons) {
			seen++
		}
	}
	if v.lost && v.Float64() < 0.25 {
		return // put away; the room asks after them
	}
	owed := v.read.Totals.Due
	switch {
	case seen == len(v.wrongs):
		owed = v.Station.owed
	case v.lost:
		owed = owed.Add(v.Station.owed).Mul(decimal.New(5, -1)).Round(v.places) // somewhere between
	}
	v.do(factOwed, Owed{owed.StringFixed(v.places), v.read.Currency})
	v.do(factSure, Sure{min(5, max(1, v.sure+v.IntN(3)-1))})
	v.do(factDone, struct{}{})
}

// mark marks a line or a sum; true for an error that was seen.
func (v *visitor) mark(ref string, reasons []Reason) bool {
	m := Marked{Line: ref, Mark: Right}
	wrong := v.wrong(ref) != nil
	switch {
	case v.lost && v.Float64() < 0.4:
		m.Mark = Unsure
	case wrong && v.Float64() < v.eye, v.lost && v.Float64() < 0.2:
		m.Mark, m.Why = Wrong, reasons[v.IntN(len(reasons))]
	}
	v.do(factMarked, m)
	if v.lost && m.Mark == Wrong && v.Float64() < 0.3 {
		m = Marked{Line: ref, Mark: Unsure}
		v.do(factMarked, m)
	}
	if m.Mark != Wrong || !wrong {
		return false
	}
	v.do(kiosk.Reacted, kiosk.Reaction{Valence: -1 - v.IntN(4), Arousal: v.IntN(4), Moment: &kiosk.Moment{Ref: ref}})
	return true
}

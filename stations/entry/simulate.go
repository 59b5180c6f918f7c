package entry

import (
	"math/rand/v2"

	"immersion/kiosk"
)

// Simulate answers every assumption of the scenario, after half a minute with
// the customer's story and consent. Most who never met a customer hope for
// the best, so the answers lie around 6. One in four has been here before.
func (s *Station) Simulate(scenario *kiosk.Scenario, seed uint64, act func(typ string, body any, ms int64)) {
	r := rand.New(rand.NewPCG(seed, 1))
	ms := 45_000 + r.Int64N(30_000)
	for _, a := range scenario.Assumptions {
		ms += 3_000 + r.Int64N(9_000)
		value := min(max(int(6+2.2*r.NormFloat64()), 0), 10)
		act(kiosk.Assumed, kiosk.Assumption{Assumption: a.ID, Value: value}, ms)
	}
	if r.IntN(4) == 0 {
		act(factReturned, Returned{went[r.IntN(len(went))]}, ms+1)
	}
}

var _ kiosk.Simulator = (*Station)(nil)

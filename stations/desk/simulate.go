package desk

import (
	"cmp"
	"math/rand/v2"
	"slices"

	"immersion/kiosk"
)

// Simulate plays a visitor: by its seed one who keeps to the rules, one who
// bends them or passes people on, or one who looks everything up and is slow,
// so that some leave.
func (s *Station) Simulate(_ *kiosk.Scenario, seed uint64, act func(typ string, body any, ms int64)) {
	p := &clerk{s: s, r: rand.New(rand.NewPCG(seed, 17)), act: act, manner: int(seed % 3)}
	p.do(4_000, begun, struct{}{})
	p.opened = p.ms
	queue := slices.Clone(s.Messages)
	slices.SortStableFunc(queue, func(a, b Message) int { return cmp.Compare(a.At, b.At) })
	for i := range queue {
		p.serve(&queue[i])
	}
	p.do(2_000, closed, struct{}{})
	for _, m := range queue {
		if m.Customer {
			p.ms += 20_000
			p.do(5_000, kiosk.Reacted, kiosk.Reaction{Valence: p.felt, Arousal: p.r.IntN(4), Moment: &kiosk.Moment{Ref: m.ID}})
		}
	}
}

// clerk is a synthetic visitor at the desk.
type clerk struct {
	s          *Station
	r          *rand.Rand
	act        func(typ string, body any, ms int64)
	manner     int // 0 keeps the rules, 1 is kind, 2 is slow
	ms, opened int64
	felt       int // what the scenario's customer came away with, as a valence
}

// do waits about the given ms, then acts.
func (p *clerk) do(wait int64, typ string, body any) {
	p.ms += wait/2 + p.r.Int64N(wait)
	p.act(typ, body, p.ms)
}

// serve takes one message from its coming to its end.
func (p *clerk) serve(m *Message) {
	p.ms = max(p.ms, p.opened+m.At.Milliseconds())
	p.do(200, came, about{m.ID})
	since, patience := p.ms-p.opened-m.At.Milliseconds(), m.Patience.Milliseconds()
	if since >= patience {
		p.do(200, gone, waited{m.ID, patience})
		p.feel(m, Gone)
		return
	}
	p.do(1_000, turned, waited{m.ID, since})
	step := &m.Steps[0]
	for asked := map[string]bool{}; step.End == ""; {
		asked[step.ID] = true
		n := p.pick(step, asked, m)
		c := step.Choices[n]
		p.do([]int64{7_000, 9_000, 16_000}[p.manner], chose, choice{Message: m.ID, Step: step.ID, Choice: n})
		p.ms += c.Takes.Milliseconds()
		step = m.step(c.To)
	}
	p.feel(m, step.End)
}

// pick prefers what goes with the clerk's manner, then whatever leads to an
// end by steps not seen before.
func (p *clerk) pick(step *Step, asked map[string]bool, m *Message) int {
	best, most := 0, -1
	ended := m.leading(Helped, Passed, Refused)
	for n, c := range step.Choices {
		worth := p.r.IntN(3)
		if asked[c.To] || !ended[c.To] {
			worth -= 10
		}
		switch {
		case p.manner == 0 && c.Rule != "", p.manner == 1 && (c.Bends != "" || c.Escalates), p.manner == 2 && c.Tool != "":
			worth += 4
		}
		if worth > most || n == 0 {
			best, most = n, worth
		}
	}
	return best
}

func (p *clerk) feel(m *Message, end End) {
	if m.Customer {
		p.felt = map[End]int{Helped: 2, Passed: -1, Refused: -3, Gone: -4}[end]
	}
}

var _ kiosk.Simulator = (*Station)(nil)

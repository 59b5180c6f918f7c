package call

import (
	"math/rand/v2"

	"immersion/kiosk"
)

// actor plays a synthetic visitor.
type actor struct {
	s   *Station
	r   *rand.Rand
	act func(typ string, body any, ms int64)
	now int64 // ms since entering the stop
}

// Simulate finds its way through the menu, listens, mostly to the end, and taps
// three to seven feelings: low while the customer waits, mixed while somebody
// speaks. One in ten reads; some hear a part again, and some hold the slider.
func (s *Station) Simulate(_ *kiosk.Scenario, seed uint64, act func(typ string, body any, ms int64)) {
	a := &actor{s, rand.New(rand.NewPCG(seed, 2)), act, 0}
	a.now = 8_000 + a.r.Int64N(8_000) // headphones on
	if s.Menu != nil {
		a.dial()
	}
	end := s.sound.Duration
	if a.r.IntN(5) == 0 {
		end = s.begins() + max(1, (end-s.begins())*(3+a.r.Int64N(5))/10)
	}
	typ := heardFact
	if a.r.IntN(10) == 0 {
		typ = readFact
	}
	volume := Volume{At: s.begins(), Level: 50 + 10*a.r.IntN(6)}
	if typ == heardFact && a.r.IntN(4) == 0 {
		act(volumeFact, volume, a.now)
	}
	n := int64(3 + a.r.IntN(5))
	from := s.begins()
	for i := range n {
		to := s.begins() + (end-s.begins())*(i+1)/n
		a.listen(typ, from, to)
		from = to
	}
	if typ == heardFact && s.Listen.Seek != NoSeek && a.r.IntN(3) == 0 {
		a.again(end)
	}
}

// dial presses keys, one in three at random, until it is through.
func (a *actor) dial() {
	far := a.s.Menu.far()
	page := &a.s.Menu.Pages[0]
	for tries := 0; page != nil; tries++ {
		a.now += 3_000 + a.r.Int64N(5_000)
		key := again
		if !page.Dead {
			key = page.Keys[a.r.IntN(len(page.Keys))].Key
			if tries > 4 || a.r.IntN(3) > 0 {
				for _, k := range page.Keys {
					if n, ok := far[k.To]; ok && n < far[page.ID] {
						key = k.Key
					}
				}
			}
		}
		a.act(pressedFact, Pressed{Page: page.ID, Key: key}, a.now)
		page = a.s.menuPage(a.s.leads(page, key))
	}
}

// listen takes a piece in and taps one feeling at its foot.
func (a *actor) listen(typ string, from, to int64) {
	for _, w := range a.s.whole {
		if h := (Heard{From: max(from, w.from), To: min(to, w.to)}); h.From < h.To {
			a.now += h.To - h.From
			a.hold(typ, h)
			a.act(typ, h, a.now)
		}
	}
	for _, g := range a.s.Segments { // its music goes round
		more := g.waits() - (g.To - g.From)
		for typ == heardFact && from < g.To && g.To <= to && more > 0 {
			h := Heard{From: max(g.From, g.To-more), To: g.To}
			a.now += h.To - h.From
			a.act(typ, h, a.now)
			more -= h.To - h.From
		}
	}
	at := max(from, to-1-a.r.Int64N(max(1, (to-from)/2)))
	valence := min(max(int(-0.8+2*a.r.NormFloat64()), -4), 4)
	if l := a.s.at(at); l != nil && l.waits {
		valence = -1 - a.r.IntN(3)
	}
	reaction := kiosk.Reaction{Valence: valence, Arousal: min(max(int(0.5+2*a.r.NormFloat64()), -4), 4), Moment: &kiosk.Moment{MS: &at}}
	if len(a.s.Words) > 0 && a.r.IntN(3) == 0 {
		reaction.Words = a.s.Words[a.r.IntN(len(a.s.Words))].In("en")
	}
	a.act(kiosk.Reacted, reaction, a.now)
}

// hold keeps the slider, every second time, and moves it now and then.
func (a *actor) hold(typ string, h Heard) {
	if !a.s.Trace || typ != heardFact || a.r.IntN(2) == 0 {
		return
	}
	t := Traced{From: h.From, To: h.To}
	for ms := h.From; ms < h.To && len(t.Points) < mostPoints; ms += 900 + a.r.Int64N(3_000) {
		t.Points = append(t.Points, [2]int64{ms, a.r.Int64N(201) - 100})
	}
	a.act(tracedFact, t, a.now)
}

// again goes back to what was heard, and hears some of it once more.
func (a *actor) again(end int64) {
	w := a.s.whole[0]
	to := min(w.to, end)
	if back := w.from + (to-w.from)/2; back < end && back < to {
		a.act(pausedFact, Paused{At: end}, a.now)
		a.act(movedFact, Moved{From: end, To: back}, a.now)
		a.now += to - back
		a.act(heardFact, Heard{From: back, To: to}, a.now)
	}
}

var _ kiosk.Simulator = (*Station)(nil)

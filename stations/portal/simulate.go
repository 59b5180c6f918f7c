package portal

import (
	"math/rand/v2"

	"immersion/kiosk"
)

// Simulate plays a visitor: by its seed one who is quick, one who is careful
// and looks about, or one who gets lost and gives up. Errors are made where a
// form has rules to break.
func (s *Station) Simulate(_ *kiosk.Scenario, seed uint64, act func(typ string, body any, ms int64)) {
	w := s.walker()
	p := &player{s: s, w: w, r: rand.New(rand.NewPCG(seed, 7)), act: act, at: w.first}
	p.do(5_000, begun, struct{}{})
	p.view(s.Start)
	switch seed % 3 {
	case 0:
		p.slips = p.r.IntN(2)
		p.follow(s.shortest)
		p.end(finished, 3+p.r.IntN(3))
	case 1:
		p.slips = 2
		p.stroll(2 + p.r.IntN(4))
		if len(s.Hints) > 0 {
			p.do(4_000, hinted, hint{0})
		}
		p.ponder()
		p.react(-1, 1)
		if way := w.solve(p.at); way != nil {
			p.follow(way)
			p.end(finished, 2+p.r.IntN(3))
			return
		}
		p.end(gaveUp, 1)
	default:
		p.stroll(7 + p.r.IntN(9))
		p.do(2_000, dead, onPage{p.page()})
		p.do(700, raged, onPage{p.page()})
		p.ponder()
		p.react(-3, 3)
		p.end(gaveUp, 1+p.r.IntN(2))
	}
}

// player is a synthetic visitor on the way.
type player struct {
	s     *Station
	w     *walker
	r     *rand.Rand
	act   func(typ string, body any, ms int64)
	ms    int64
	at    state
	trail []state // pages before, for "back"
	slips int     // errors still to make
}

func (p *player) page() string { return p.s.Pages[p.at.page].ID }

// do waits about the given ms, then acts.
func (p *player) do(wait int64, typ string, body any) {
	p.ms += wait/2 + p.r.Int64N(wait)
	p.act(typ, body, p.ms)
}

func (p *player) view(page string) { p.do(900, viewed, onPage{page}) }

func (p *player) react(valence, arousal int) {
	p.do(3_000, kiosk.Reacted, kiosk.Reaction{Valence: valence, Arousal: arousal, Moment: &kiosk.Moment{Ref: p.page()}})
}

// ponder does nothing for a while.
func (p *player) ponder() {
	length := int64(p.s.Pause) + p.r.Int64N(20_000)
	p.ms += length
	p.act(paused, pause{p.page(), length}, p.ms)
}

// take makes a move, filling in its form if it has one.
func (p *player) take(m move) {
	switch {
	case m.way.form != nil:
		p.fill(m)
	default:
		p.do(6_000, clicked, click{p.page(), m.way.id})
	}
	if m.page {
		p.trail = append(p.trail, p.at)
		if p.s.Pages[m.next.page].Fresh {
			p.trail = nil
		}
		p.view(m.to)
	}
	p.at = m.next
}

// fill fills a form in, with a slip while there are any left to make.
func (p *player) fill(m move) {
	f := m.way.form
	for again := true; again; {
		var broken []string
		for _, field := range f.Fields {
			if field.Value == "" {
				p.do(5_000, changed, change{p.page(), f.ID, field.ID})
			}
			for _, r := range field.Rules {
				if (field.Value == "" || m.vain) && !r.Soft && len(broken) == 0 {
					broken = []string{r.ID}
				}
			}
		}
		if m.vain {
			p.do(3_000, submitted, submission{p.page(), f.ID, false, append([]string{}, broken...)})
			return
		}
		if again = p.slips > 0 && len(broken) > 0 && f.Locks == nil; again {
			p.slips--
			p.do(3_000, submitted, submission{p.page(), f.ID, false, broken})
		}
	}
	p.do(3_000, submitted, submission{p.page(), f.ID, true, []string{}})
}

// follow goes a way that begins at hand.
func (p *player) follow(way []move) {
	for _, m := range way {
		p.take(m)
	}
}

// stroll takes some ways at random, errors on links and ways back included,
// but not the one to success.
func (p *player) stroll(steps int) {
	for range steps {
		for _, l := range p.s.links(p.at.page) {
			if !l.link.Error.Empty() && p.r.IntN(3) == 0 && p.w.holds([]byte(p.at.memory), l.in, l.link.When) {
				p.do(4_000, clicked, click{p.page(), l.id})
				p.do(1_500, erred, failure{p.page(), l.id})
			}
		}
		var open []move
		for _, m := range p.w.moves(p.at, false) {
			if m.page && !p.w.succeeds(m.next) && m.to != p.s.Success.Page {
				open = append(open, m)
			}
		}
		if len(open) == 0 {
			return
		}
		if len(p.trail) > 0 && p.r.IntN(6) == 0 {
			p.turnBack()
			continue
		}
		p.take(open[p.r.IntN(len(open))])
	}
}

// turnBack uses the browser's "back": the page before, and all that happened since.
func (p *player) turnBack() {
	p.do(3_000, back, onPage{p.page()})
	before := p.s.Pages[p.trail[len(p.trail)-1].page].ID
	p.trail = p.trail[:len(p.trail)-1]
	p.view(before)
	p.at = p.w.arrive([]byte(p.at.memory), before)
}

func (p *player) end(how string, seq int) {
	p.do(4_000, how, onPage{p.page()})
	p.do(5_000, rated, rating{seq})
	p.react(min(4, seq-4), 4-seq)
}

var _ kiosk.Simulator = (*Station)(nil)

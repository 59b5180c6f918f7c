package portal

import (
	"math/rand/v2"

	"immersion/kiosk"
)

// Simulate plays a visitor: by its seed one who is quick, one who is careful
// and looks about, or one who gets lost and gives up. Errors are made where a
// form has rules to break.
func (s *Station) Simulate(_ *kiosk.Scenario, seed uint64, act func(typ string, body any, ms int64)) {
	p := &player{s: s, r: rand.New(rand.NewPCG(seed, 7)), act: act}
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
		p.react(-1, 1)
		p.follow(s.solve(p.at))
		p.end(finished, 2+p.r.IntN(3))
	default:
		p.stroll(7 + p.r.IntN(9))
		p.do(2_000, dead, onPage{p.at})
		p.do(700, raged, onPage{p.at})
		p.react(-3, 3)
		p.end(gaveUp, 1+p.r.IntN(2))
	}
}

// player is a synthetic visitor on the way.
type player struct {
	s     *Station
	r     *rand.Rand
	act   func(typ string, body any, ms int64)
	ms    int64
	at    string
	slips int // errors still to make
}

// do waits about the given ms, then acts.
func (p *player) do(wait int64, typ string, body any) {
	p.ms += wait/2 + p.r.Int64N(wait)
	p.act(typ, body, p.ms)
}

func (p *player) view(page string) {
	p.at = page
	p.do(900, viewed, onPage{page})
}

func (p *player) react(valence, arousal int) {
	p.do(3_000, kiosk.Reacted, kiosk.Reaction{Valence: valence, Arousal: arousal, Moment: &kiosk.Moment{Ref: p.at}})
}

// take goes one way, filling in its form if it has one.
func (p *player) take(w way) {
	if w.form == nil {
		p.do(6_000, clicked, click{p.at, w.id})
	} else if !p.fill(w.form) {
		return
	}
	p.view(w.to)
}

// fill fills a form in, with a slip while there are any left to make.
func (p *player) fill(f *Form) bool {
	for again := true; again; {
		var broken []string
		for _, field := range f.Fields {
			if field.Value == "" {
				p.do(5_000, changed, change{p.at, f.ID, field.ID})
			}
			for _, r := range field.Rules {
				if field.Value == "" && !r.Soft && len(broken) == 0 {
					broken = []string{r.ID}
				}
			}
		}
		if again = p.slips > 0 && len(broken) > 0; again {
			p.slips--
			p.do(3_000, submitted, submission{p.at, f.ID, false, broken})
		}
	}
	p.do(3_000, submitted, submission{p.at, f.ID, f.To != "", []string{}})
	return f.To != ""
}

// follow goes the way that the pages tell, the first of which is at hand.
func (p *player) follow(pages []string) {
	for _, next := range pages[min(1, len(pages)):] {
		for _, w := range p.s.ways(p.s.index(p.at)) {
			if w.to == next && w.id != "" {
				p.take(w)
				break
			}
		}
	}
}

// stroll takes some ways at random, errors on links included.
func (p *player) stroll(steps int) {
	for range steps {
		i := p.s.index(p.at)
		p.s.links(i, func(_, id string, l *Link) {
			if !l.Error.Empty() && p.r.IntN(3) == 0 {
				p.do(4_000, clicked, click{p.at, id})
				p.do(1_500, erred, failure{p.at, id})
			}
		})
		var open []way
		for _, w := range p.s.ways(i) {
			if w.to != "" && w.id != "" && w.to != p.s.Success.Page {
				open = append(open, w)
			}
		}
		if len(open) == 0 {
			return
		}
		p.take(open[p.r.IntN(len(open))])
	}
}

func (p *player) end(how string, seq int) {
	p.do(4_000, how, onPage{p.at})
	p.do(5_000, rated, rating{seq})
	p.react(min(4, seq-4), 4-seq)
}

var _ kiosk.Simulator = (*Station)(nil)

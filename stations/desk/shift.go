package desk

import "immersion/kiosk"

// shift is what one stop's facts come to.
type shift struct {
	begun bool
	over  bool               // closed, or the visitor left
	met   map[string]*served // by message; those that came
}

// served is how it went with one message.
type served struct {
	m      *Message
	turned bool
	waited int64 // ms: until the visitor turned to it, or the customer left
	step   string
	end    End
	did    []done
}

// done is one answer that was given.
type done struct {
	step   *Step
	choice *Choice
	key    string // "konrad.hello.0"
	text   string
}

// shift folds a stop's facts, which are sorted by time. A screen that was
// reloaded may tell something twice: an answer counts where its conversation
// stands, and nothing after its end.
func (s *Station) shift(stop *kiosk.Stop) *shift {
	all := &shift{met: map[string]*served{}, over: stop.Left > 0}
	for _, f := range stop.Facts {
		switch f.Type {
		case begun:
			all.begun = true
		case closed:
			all.over = true
		case came:
			s.meet(all, body[about](f).Message)
		case turned:
			b := body[waited](f)
			if g := s.meet(all, b.Message); g != nil && !g.turned && g.end == "" {
				g.turned, g.waited = true, b.Waited
			}
		case gone:
			b := body[waited](f)
			if g := s.meet(all, b.Message); g != nil && g.end == "" {
				if !g.turned {
					g.waited = b.Waited
				}
				g.end = Gone
			}
		case chose:
			s.fold(all, body[choice](f))
		}
	}
	return all
}

func (s *Station) fold(all *shift, b choice) {
	g, c := s.meet(all, b.Message), s.choice(b)
	if g == nil || c == nil || g.end != "" || g.step != b.Step {
		return
	}
	g.did = append(g.did, done{step: g.m.step(b.Step), choice: c, key: key(b.Message, b.Step, b.Choice), text: b.Text})
	g.step, g.end = c.To, g.m.step(c.To).End
}

// meet finds how it goes with a message, from its first fact on.
func (s *Station) meet(all *shift, id string) *served {
	if g := all.met[id]; g != nil {
		return g
	}
	m := s.message(id)
	if m == nil {
		return nil
	}
	all.met[id] = &served{m: m, step: m.Steps[0].ID}
	return all.met[id]
}

// ended is how it ended with a message, by now.
func (a *shift) ended(g *served) End {
	if g.end == "" && a.over {
		return Waits
	}
	return g.end
}

// body decodes a fact that Judge has accepted.
func body[B any](f kiosk.Fact) B {
	var b B
	_ = f.Decode(&b)
	return b
}

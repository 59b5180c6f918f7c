package journey

import (
	"cmp"
	"slices"
	"strings"

	"immersion/kiosk"
)

// mostNotes of a sort go on the map, which has to hold other stations' too.
const mostNotes = 3

// looked is what a visitor said of the way.
type looked struct {
	pins  map[string]map[string]bool // by pin and step
	hands map[string][]string        // by step
	texts map[string]string          // by step
	any   bool                       // they pinned something, or said that they are done
}

func (s *Station) looked(stop *kiosk.Stop) looked {
	l := looked{pins: map[string]map[string]bool{touch: {}, hurt: {}, shine: {}}, hands: map[string][]string{}, texts: map[string]string{}}
	for _, p := range kiosk.Bodies[pin](stop, pinned) {
		if on := l.pins[p.Pin]; on != nil {
			on[p.Step] = p.On
			l.any = true
		}
	}
	for _, h := range kiosk.Bodies[hand](stop, handed) {
		l.hands[h.Step] = h.Hands
	}
	for _, t := range kiosk.Bodies[telling](stop, said) {
		l.texts[t.Step] = strings.TrimSpace(t.Text)
	}
	l.any = l.any || slices.ContainsFunc(stop.Facts, func(f kiosk.Fact) bool { return f.Type == done })
	return l
}

// Outcome tells where it hurts and shines, and what the visitor's team has to
// do with it.
func (s *Station) Outcome(stop *kiosk.Stop) kiosk.Outcome {
	l := s.looked(stop)
	n := notes{s: s, stop: stop}
	n.pins(l, hurt, kiosk.Pains, func(a, b placed) int {
		return cmp.Or(owned(l, b)-owned(l, a), cmp.Compare(*a.Feeling, *b.Feeling))
	})
	n.pins(l, shine, kiosk.Gains, func(a, b placed) int { return cmp.Compare(*b.Feeling, *a.Feeling) })
	n.handed(l)
	o := kiosk.Outcome{Notes: append(n.all, stop.Notes(func(m kiosk.Moment) kiosk.Evidence {
		if i, ok := s.index[m.Ref]; ok {
			return n.evidence(s.steps[i])
		}
		return kiosk.Evidence{}
	})...)}
	if l.any {
		o.Figures = s.cells(l)
	}
	return o
}

func owned(l looked, st placed) int {
	if l.pins[touch][st.ID] {
		return 1
	}
	return 0
}

// notes gathers what goes on the map.
type notes struct {
	s    *Station
	stop *kiosk.Stop
	all  []kiosk.Note
}

// pins makes notes of the steps that were pinned so, those first that come first.
func (n *notes) pins(l looked, pin string, section kiosk.Section, first func(a, b placed) int) {
	var steps []placed
	for _, st := range n.s.steps {
		if l.pins[pin][st.ID] {
			steps = append(steps, st)
		}
	}
	slices.SortStableFunc(steps, first)
	for _, st := range steps[:min(len(steps), mostNotes)] {
		key := pin
		if pin == hurt && l.pins[touch][st.ID] {
			key = "owned"
		}
		own := st.Gain
		if pin == hurt {
			own = st.Pain
		}
		n.add(section, pin+"-"+st.ID, key, st, map[string]string{"step": n.read(st.Title)})
		n.all[len(n.all)-1].Text = n.read(own)
	}
}

// handed notes what the customer gets from the visitor's team: in their own
// words, if they have any.
func (n *notes) handed(l looked) {
	left := mostNotes
	for _, st := range n.s.steps {
		var what []string
		for _, h := range n.s.Hands {
			if slices.Contains(l.hands[st.ID], h.ID) {
				what = append(what, n.read(h.Label))
			}
		}
		text := l.texts[st.ID]
		if left == 0 || !l.pins[touch][st.ID] || len(what) == 0 && text == "" {
			continue
		}
		left--
		n.add(kiosk.See, "handed-"+st.ID, "handed", st, map[string]string{"step": n.read(st.Title), "what": strings.Join(what, ", ")})
		n.all[len(n.all)-1].Text = text
	}
}

func (n *notes) add(section kiosk.Section, id, key string, st placed, args map[string]string) {
	e := n.evidence(st)
	e.Station, e.Moment = n.stop.Place.ID, &kiosk.Moment{Ref: st.ID}
	n.all = append(n.all, kiosk.Note{
		ID: n.stop.Place.ID + ":" + id, Section: section, Key: "journey.note." + key, Args: args, Evidence: &e,
		Inferred: section == kiosk.See,
	})
}

// evidence is the step's own: its first quote, with the piece of the recording.
func (n *notes) evidence(st placed) kiosk.Evidence {
	e := kiosk.Evidence{Label: st.Title}
	for _, known := range st.Evidence {
		if known.Quote.Empty() {
			continue
		}
		e.Quote = n.read(known.Quote)
		if known.Clip != nil {
			e.Clip = &kiosk.Clip{Media: n.s.Recording.File, From: known.Clip.From, To: known.Clip.To}
		}
		break
	}
	return e
}

func (n *notes) read(t kiosk.Text) string { return t.In(n.stop.Language) }

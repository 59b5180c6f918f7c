package call

import (
	"cmp"
	"slices"
	"strconv"

	"immersion/kiosk"
)

// moved is a line and how strongly it moved the visitor.
type moved struct {
	*line
	strength, taps int
}

// heardNotes carry to the map what moved the visitor most: up to two things
// the customer heard, and one they said. A feeling counts from ±2.
func (s *Station) heardNotes(stop *kiosk.Stop) []kiosk.Note {
	var all []moved
	for _, m := range s.marks(stop) {
		strength := max(m.valence, -m.valence)
		switch n := len(all); {
		case m.line == nil || strength < 2:
		case n > 0 && all[n-1].line == m.line:
			all[n-1].strength = max(all[n-1].strength, strength)
			all[n-1].taps++
		default:
			all = append(all, moved{m.line, strength, 1})
		}
	}
	slices.SortStableFunc(all, func(a, b moved) int {
		return cmp.Or(cmp.Compare(b.strength, a.strength), cmp.Compare(b.taps, a.taps))
	})
	left := map[kiosk.Section]int{kiosk.Hear: 2, kiosk.Say: 1}
	var notes []kiosk.Note
	for _, m := range all {
		n := s.lineNote(stop, m.line)
		if left[n.Section]--; left[n.Section] >= 0 {
			notes = append(notes, n)
		}
	}
	return notes
}

func (s *Station) lineNote(stop *kiosk.Stop, l *line) kiosk.Note {
	e := s.evidence(stop, kiosk.Moment{MS: &l.from})
	n := kiosk.Note{ID: stop.Place.ID + ":line:" + l.key, Section: kiosk.Hear, Key: "call.note.heard", Evidence: &e,
		Args: map[string]string{"who": l.speaker, "words": l.words.In(stop.Language)}}
	switch {
	case l.waits:
		n.Key = "call.note.waited"
	case l.speaker != "" && l.speaker == s.Caller.Voice:
		n.Section, n.Key = kiosk.Say, "call.note.said"
	case l.speaker == "":
		n.Key = "call.note.unnamed"
	}
	return n
}

// stayed says how far the visitor stayed with the call; nil while they are at
// it, and for who never listened.
func (s *Station) stayed(stop *kiosk.Stop, h hearing) *kiosk.Note {
	n := kiosk.Note{ID: stop.Place.ID + ":stayed", Section: kiosk.Do, Evidence: &kiosk.Evidence{Station: stop.Place.ID}}
	switch {
	case h.read:
		n.Key = "call.note.read"
	case h.finished:
		n.Key = "call.note.finished"
	case stop.Left > 0 && len(h.taken) > 0:
		e := s.evidence(stop, kiosk.Moment{MS: &h.last})
		n.Key, n.Evidence = "call.note.stopped", &e
		n.Args = map[string]string{"at": clock(h.last)}
		if slices.ContainsFunc(s.Segments, func(g Segment) bool { return g.What == "hold" && g.From < h.last && h.last < g.To }) {
			n.Key = "call.note.waitless"
		}
	default:
		return nil
	}
	return &n
}

// lost says how often the menu led the visitor astray; nil if it did not.
func lost(stop *kiosk.Stop, t tried) *kiosk.Note {
	if t.wrong == 0 {
		return nil
	}
	n := kiosk.Note{ID: stop.Place.ID + ":menu", Section: kiosk.Do, Key: "call.note.menu", Evidence: &kiosk.Evidence{Station: stop.Place.ID},
		Args: map[string]string{"n": strconv.Itoa(t.wrong)}}
	if t.wrong == 1 {
		n.Key = "call.note.menu.once"
	}
	return &n
}

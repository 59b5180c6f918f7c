package call

import (
	"cmp"
	"slices"

	"immersion/kiosk"
)

// The figures of a call.
const (
	finished = "finished" // Share: heard or read it to the end
	heard    = "heard"    // Number: how much of the recording was heard, %
	felt     = "felt"     // Curve: valence over media time, −4…4
	taps     = "taps"     // Count by line: feelings tapped while it was the last thing heard
)

// Figures declares what outcomes hold.
func (s *Station) Figures() []kiosk.Figure {
	keys := map[string]kiosk.Text{}
	for i := range s.lines {
		keys[s.lines[i].key] = s.lines[i].title()
	}
	return []kiosk.Figure{
		{Name: felt, Shape: kiosk.Curve, Label: "call.figure.felt", Media: s.Recording},
		{Name: taps, Shape: kiosk.Count, Label: "call.figure.taps", Keys: keys, Joins: true},
		{Name: finished, Shape: kiosk.Share, Label: "call.figure.finished"},
		{Name: heard, Shape: kiosk.Number, Label: "call.figure.heard", Unit: "%"},
	}
}

// Outcome tells what the visitor felt when, what of the call it was about,
// and how far they stayed with it.
func (s *Station) Outcome(stop *kiosk.Stop) kiosk.Outcome {
	h := s.hearing(stop)
	notes := stop.Notes(func(m kiosk.Moment) kiosk.Evidence { return s.evidence(stop, m) })
	notes = append(notes, s.heardNotes(stop)...)
	if n := s.stayed(stop, h); n != nil {
		notes = append(notes, *n)
	}
	share := kiosk.Cell{Figure: finished, Shape: kiosk.Share, Whole: 1}
	if h.finished {
		share.Part = 1
	}
	cells := []kiosk.Cell{share}
	if h.heard > 0 {
		part := 100 * float64(h.heard) / float64(s.sound.Duration)
		cells = append(cells, kiosk.Cell{Figure: heard, Shape: kiosk.Number, Value: part})
	}
	if points := s.curve(stop, h); len(points) > 0 {
		cells = append(cells, kiosk.Cell{Figure: felt, Shape: kiosk.Curve, Points: points})
	}
	return kiosk.Outcome{Notes: notes, Figures: append(cells, s.tapped(stop)...)}
}

// evidence finds what was being said at a moment.
func (s *Station) evidence(stop *kiosk.Stop, m kiosk.Moment) kiosk.Evidence {
	if m.MS == nil {
		return kiosk.Evidence{Station: stop.Place.ID, Moment: &m}
	}
	at := min(*m.MS, s.sound.Duration)
	e := kiosk.Evidence{Station: stop.Place.ID, Moment: &m, Label: kiosk.Same(clock(at))}
	if l := s.at(at); l != nil {
		e.Quote = l.words.In(stop.Language)
		e.Clip = &kiosk.Clip{Media: s.Recording, From: l.from, To: l.to}
	}
	return e
}

// curve is the valence in each second: a tapped feeling holds until the next
// tap, the last one to the end of what was heard.
func (s *Station) curve(stop *kiosk.Stop, h hearing) []kiosk.Point {
	marks := s.marks(stop)
	if len(marks) == 0 {
		return nil
	}
	end := max(h.end, marks[len(marks)-1].ms+1)
	var points []kiosk.Point
	for second, next := marks[0].ms/1000, 0; second*1000 < end; second++ {
		for next < len(marks) && marks[next].ms/1000 <= second {
			next++
		}
		points = append(points, kiosk.Point{Second: int(second), Value: float64(marks[next-1].valence)})
	}
	return points
}

// mark is a feeling on the recording.
type mark struct {
	ms      int64
	valence int
	line    *line
}

// marks are the feelings that were tapped at a moment of the recording, as it runs.
func (s *Station) marks(stop *kiosk.Stop) []mark {
	var marks []mark
	for _, r := range stop.Reactions {
		if r.Moment != nil && r.Moment.MS != nil {
			ms := min(*r.Moment.MS, s.sound.Duration)
			marks = append(marks, mark{ms, r.Valence, s.at(ms)})
		}
	}
	slices.SortStableFunc(marks, func(a, b mark) int { return cmp.Compare(a.ms, b.ms) })
	return marks
}

func (s *Station) tapped(stop *kiosk.Stop) []kiosk.Cell {
	var cells []kiosk.Cell
	for _, m := range s.marks(stop) {
		switch n := len(cells); {
		case m.line == nil:
		case n > 0 && cells[n-1].Key == m.line.key:
			cells[n-1].Count++
		default:
			cells = append(cells, kiosk.Cell{Figure: taps, Shape: kiosk.Count, Key: m.line.key, Count: 1})
		}
	}
	return cells
}

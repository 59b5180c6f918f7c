package call

import (
	"cmp"
	"slices"

	"immersion/kiosk"
)

// The figures of a call.
const (
	felt     = "felt"     // Curve: valence over media time, −4…4, as it was tapped
	trace    = "trace"    // Curve: the same, as the slider was held
	along    = "along"    // Curve: how many were with the call, 0…1
	worst    = "worst"    // Count by line: the visit's worst moment
	taps     = "taps"     // Count by line: feelings tapped while it was the last thing heard
	worded   = "worded"   // Count by line: of these, those with words
	finished = "finished" // Share: heard or read it to the end
	heard    = "heard"    // Number: how much of what there is to hear was heard, %
	replays  = "replays"  // Number: jumps back to hear something again
	patience = "patience" // Share by line: waited this wait out, of who began it
	wrong    = "wrong"    // Number: keys in the menu that brought the call no nearer
	ways     = "menu"     // Flow: from page to page of the menu, and to the call
)

// Figures declares what outcomes hold.
func (s *Station) Figures() []kiosk.Figure {
	keys, waits := map[string]kiosk.Text{}, map[string]kiosk.Text{}
	for i := range s.lines {
		keys[s.lines[i].key] = s.lines[i].title()
	}
	for i, g := range s.Segments {
		if g.What == "hold" {
			waits[s.waits[i].key] = s.waits[i].title()
		}
	}
	figures := []kiosk.Figure{{Name: felt, Shape: kiosk.Curve, Label: "call.figure.felt", Unit: kiosk.FeelingUnit, Media: s.Recording}}
	if s.Trace {
		figures = append(figures, kiosk.Figure{Name: trace, Shape: kiosk.Curve, Label: "call.figure.trace", Unit: kiosk.FeelingUnit, Media: s.Recording})
	}
	figures = append(figures,
		kiosk.Figure{Name: worst, Shape: kiosk.Count, Label: "call.figure.worst", Keys: keys, Joins: true},
		kiosk.Figure{Name: taps, Shape: kiosk.Count, Label: "call.figure.taps", Keys: keys, Joins: true},
		kiosk.Figure{Name: worded, Shape: kiosk.Count, Label: "call.figure.worded", Keys: keys, Joins: true},
		kiosk.Figure{Name: along, Shape: kiosk.Curve, Label: "call.figure.along", Media: s.Recording},
		kiosk.Figure{Name: finished, Shape: kiosk.Share, Label: "call.figure.finished"},
		kiosk.Figure{Name: heard, Shape: kiosk.Number, Label: "call.figure.heard", Unit: "%"},
		kiosk.Figure{Name: replays, Shape: kiosk.Number, Label: "call.figure.replays"},
	)
	if len(waits) > 0 {
		figures = append(figures, kiosk.Figure{Name: patience, Shape: kiosk.Share, Label: "call.figure.patience", Keys: waits})
	}
	return append(figures, s.menuFigures()...)
}

func (s *Station) menuFigures() []kiosk.Figure {
	if s.Menu == nil {
		return nil
	}
	places := map[string]kiosk.Text{theCall: s.Called}
	for _, p := range s.Menu.Pages {
		places[p.ID] = p.Says
	}
	return []kiosk.Figure{
		{Name: wrong, Shape: kiosk.Number, Label: "call.figure.wrong"},
		{Name: ways, Shape: kiosk.Flow, Label: "call.figure.menu", Keys: places},
	}
}

// Outcome tells what the visitor felt when, what of the call it was about,
// and how far they stayed with it.
func (s *Station) Outcome(stop *kiosk.Stop) kiosk.Outcome {
	h, t, marks := s.hearing(stop), s.tried(stop), s.marks(stop)
	notes := stop.Notes(func(m kiosk.Moment) kiosk.Evidence { return s.evidence(stop, m) })
	notes = append(notes, s.heardNotes(stop)...)
	if n := s.stayed(stop, h); n != nil {
		notes = append(notes, *n)
	}
	if n := lost(stop, t); n != nil {
		notes = append(notes, *n)
	}
	cells := s.hearingCells(h)
	for _, c := range []kiosk.Cell{
		{Figure: felt, Shape: kiosk.Curve, Points: s.curve(marks, h)},
		{Figure: trace, Shape: kiosk.Curve, Points: s.traced(stop)},
		{Figure: along, Shape: kiosk.Curve, Points: s.along(h)},
	} {
		if len(c.Points) > 0 {
			cells = append(cells, c)
		}
	}
	if t.pressed > 0 {
		cells = append(cells, kiosk.Cell{Figure: wrong, Shape: kiosk.Number, Value: float64(t.wrong)},
			kiosk.Cell{Figure: ways, Shape: kiosk.Flow, Edges: t.steps})
	}
	return kiosk.Outcome{Notes: notes, Figures: append(cells, tapped(marks)...)}
}

func (s *Station) hearingCells(h hearing) []kiosk.Cell {
	share := kiosk.Cell{Figure: finished, Shape: kiosk.Share, Whole: 1}
	if h.finished {
		share.Part = 1
	}
	cells := append([]kiosk.Cell{share}, s.patience(h)...)
	if len(h.heard) > 0 {
		part := 100 * float64(common(h.heard, s.whole)) / float64(s.length())
		cells = append(cells, kiosk.Cell{Figure: heard, Shape: kiosk.Number, Value: part},
			kiosk.Cell{Figure: replays, Shape: kiosk.Number, Value: float64(h.replays)})
	}
	return cells
}

// evidence finds what was being said at a moment.
func (s *Station) evidence(stop *kiosk.Stop, m kiosk.Moment) kiosk.Evidence {
	if m.MS == nil {
		e := kiosk.Evidence{Station: stop.Place.ID, Moment: &m}
		if p := s.menuPage(m.Ref); p != nil {
			e.Quote = p.Says.In(stop.Language)
		}
		return e
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
func (s *Station) curve(marks []mark, h hearing) []kiosk.Point {
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
	ms               int64
	valence, arousal int
	worded           bool
	line             *line
}

// marks are the feelings that were tapped at a moment of the recording, as it runs.
func (s *Station) marks(stop *kiosk.Stop) []mark {
	var marks []mark
	for _, r := range stop.Reactions {
		if r.Moment != nil && r.Moment.MS != nil {
			ms := min(*r.Moment.MS, s.sound.Duration)
			marks = append(marks, mark{ms, r.Valence, r.Arousal, r.Words != "", s.at(ms)})
		}
	}
	slices.SortStableFunc(marks, func(a, b mark) int { return cmp.Compare(a.ms, b.ms) })
	return marks
}

// tapped counts by line the feelings, those with words, and the worst: the
// most unpleasant, of several the most stirred, of these the first.
func tapped(marks []mark) []kiosk.Cell {
	var cells, words []kiosk.Cell
	var low *mark
	count := func(cells []kiosk.Cell, figure, key string) []kiosk.Cell {
		if n := len(cells); n > 0 && cells[n-1].Key == key {
			cells[n-1].Count++
			return cells
		}
		return append(cells, kiosk.Cell{Figure: figure, Shape: kiosk.Count, Key: key, Count: 1})
	}
	for i, m := range marks {
		if m.line == nil {
			continue
		}
		cells = count(cells, taps, m.line.key)
		if m.worded {
			words = count(words, worded, m.line.key)
		}
		if m.valence < 0 && (low == nil || m.valence < low.valence || m.valence == low.valence && m.arousal > low.arousal) {
			low = &marks[i]
		}
	}
	if low != nil {
		words = append(words, kiosk.Cell{Figure: worst, Shape: kiosk.Count, Key: low.line.key, Count: 1})
	}
	return append(cells, words...)
}

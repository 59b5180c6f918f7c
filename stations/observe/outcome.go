package observe

import (
	"fmt"
	"slices"
	"strconv"

	"immersion/kiosk"
)

// The kind's figures.
const (
	byPoint = "notes"    // notes, by touchpoint
	byStage = "stages"   // notes, by stage
	bySense = "senses"   // share of the visits that noted something seen, heard, inferred
	counts  = "counters" // what was counted in a visit, by counter
	times   = "timers"   // ms, by timer; a visit's mean
)

// Figures declares them.
func (s *Station) Figures() []kiosk.Figure {
	points, stages := map[string]kiosk.Text{}, map[string]kiosk.Text{}
	for _, stage := range s.Stages {
		stages[stage.ID] = stage.Title
		for _, p := range stage.Touchpoints {
			points[p.ID] = p.Title
		}
	}
	all := []kiosk.Figure{
		{Name: byPoint, Shape: kiosk.Count, Keys: points},
		{Name: byStage, Shape: kiosk.Count, Keys: stages},
		{Name: bySense, Shape: kiosk.Share, Keys: senseWords()},
	}
	if len(s.counters) > 0 {
		all = append(all, kiosk.Figure{Name: counts, Shape: kiosk.Number, Keys: s.counters})
	}
	if len(s.timers) > 0 {
		all = append(all, kiosk.Figure{Name: times, Shape: kiosk.Number, Unit: "ms", Log: true, Keys: s.timers})
	}
	for i := range all {
		all[i].Label = "observe.figure." + all[i].Name
	}
	return all
}

// walked is what one visitor brought back.
type walked struct {
	notes  []kept
	counts map[string]int
	times  map[string][]int64
}

// kept is a note that was not taken back.
type kept struct {
	note
	id string
}

func (s *Station) walked(stop *kiosk.Stop) walked {
	w := walked{counts: map[string]int{}, times: map[string][]int64{}}
	for _, f := range stop.Facts {
		var n note
		var r retraction
		var c count
		var t timing
		switch {
		case f.Type == noted && f.Decode(&n) == nil:
			w.notes = append(w.notes, kept{n, f.ID})
		case f.Type == taken && f.Decode(&r) == nil:
			w.notes = slices.DeleteFunc(w.notes, func(k kept) bool { return k.id == r.Note })
		case f.Type == counted && f.Decode(&c) == nil:
			w.counts[c.Counter] = max(0, w.counts[c.Counter]+c.By)
		case f.Type == timed && f.Decode(&t) == nil:
			w.times[t.Timer] = append(w.times[t.Timer], t.MS)
		}
	}
	return w
}

// Outcome puts the notes on the map, each with where it was made, and what was
// counted and timed beside them.
func (s *Station) Outcome(stop *kiosk.Stop) kiosk.Outcome {
	w := s.walked(stop)
	o := kiosk.Outcome{Figures: s.cells(w)}
	for _, k := range w.notes {
		o.Notes = append(o.Notes, s.onMap(stop, k))
	}
	for _, c := range s.Counters {
		if n, ok := w.counts[c.ID]; ok {
			o.Notes = append(o.Notes, measured(stop, kiosk.See, "counted", c, strconv.Itoa(n)))
		}
	}
	for _, t := range s.Timers {
		if all := w.times[t.ID]; len(all) > 0 {
			o.Notes = append(o.Notes, measured(stop, kiosk.Do, "timed", t, clock(slices.Max(all))))
		}
	}
	o.Notes = append(o.Notes, stop.Notes(func(m kiosk.Moment) kiosk.Evidence { return s.evidence(stop, m.Ref) })...)
	return o
}

// onMap makes a note of the map: what was inferred is about thoughts and feelings.
func (s *Station) onMap(stop *kiosk.Stop, k kept) kiosk.Note {
	section := map[string]kiosk.Section{seen: kiosk.See, heard: kiosk.Hear, inferred: kiosk.Feel}[k.Sense]
	e := s.evidence(stop, k.Touchpoint)
	e.Station, e.Moment = stop.Place.ID, &kiosk.Moment{Ref: k.Touchpoint}
	return kiosk.Note{ID: stop.Place.ID + ":" + k.id, Section: section, Text: k.Text, Inferred: k.Sense == inferred, Evidence: &e}
}

// evidence tells the stage and the touchpoint.
func (s *Station) evidence(stop *kiosk.Stop, point string) kiosk.Evidence {
	at, ok := s.at[point]
	if !ok {
		return kiosk.Evidence{}
	}
	l := stop.Language
	return kiosk.Evidence{Label: kiosk.Same(at.stage.Title.In(l) + " · " + at.Title.In(l))}
}

func measured(stop *kiosk.Stop, section kiosk.Section, what string, t Thing, value string) kiosk.Note {
	return kiosk.Note{
		ID: stop.Place.ID + ":" + what + ":" + t.ID, Section: section, Key: "observe.note." + what,
		Args:     map[string]string{"what": t.Title.In(stop.Language), "value": value},
		Evidence: &kiosk.Evidence{Station: stop.Place.ID, Label: t.Title},
	}
}

func (s *Station) cells(w walked) []kiosk.Cell {
	points, stages, sensed := map[string]int{}, map[string]int{}, map[string]bool{}
	for _, k := range w.notes {
		points[k.Touchpoint]++
		stages[k.Stage]++
		sensed[k.Sense] = true
	}
	var cells []kiosk.Cell
	tally := func(figure, key string, n int) {
		if n > 0 {
			cells = append(cells, kiosk.Cell{Figure: figure, Shape: kiosk.Count, Key: key, Count: n})
		}
	}
	for _, stage := range s.Stages {
		for _, p := range stage.Touchpoints {
			tally(byPoint, p.ID, points[p.ID])
		}
		tally(byStage, stage.ID, stages[stage.ID])
	}
	for _, sense := range senses {
		if len(w.notes) == 0 {
			break
		}
		c := kiosk.Cell{Figure: bySense, Shape: kiosk.Share, Key: sense, Whole: 1}
		if sensed[sense] {
			c.Part = 1
		}
		cells = append(cells, c)
	}
	for _, c := range s.Counters {
		if n, ok := w.counts[c.ID]; ok {
			cells = append(cells, kiosk.Cell{Figure: counts, Shape: kiosk.Number, Key: c.ID, Value: float64(n)})
		}
	}
	for _, t := range s.Timers {
		if all := w.times[t.ID]; len(all) > 0 {
			sum := int64(0)
			for _, ms := range all {
				sum += ms
			}
			cells = append(cells, kiosk.Cell{Figure: times, Shape: kiosk.Number, Key: t.ID, Value: float64(sum) / float64(len(all))})
		}
	}
	return cells
}

// clock writes ms as "4:10".
func clock(ms int64) string { return fmt.Sprintf("%d:%02d", ms/60_000, ms/1000%60) }

package invoice

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/shopspring/decimal"

	"immersion/kiosk"
)

// Names of the figures.
const (
	foundFigure      = "found"      // Share by planted line: marked wrong
	alarmFigure      = "alarm"      // Share by right line: marked wrong all the same
	countFigure      = "count"      // Number: planted errors found
	differenceFigure = "difference" // Number: the visitor's amount − what is really owed
	openedFigure     = "opened"     // Share by paper: looked at
	timeFigure       = "time"       // Number: ms at the station of those who finished
)

// Figures declares them. Whoever did not finish counts only for the lines
// they marked.
func (s *Station) Figures() []kiosk.Figure {
	wrong, right, papers := map[string]kiosk.Text{}, map[string]kiosk.Text{}, map[string]kiosk.Text{}
	for _, l := range s.read.Lines {
		text := kiosk.Same(l.ID + " · " + l.Item)
		if s.planted(l.ID) != nil {
			wrong[l.ID] = text
		} else {
			right[l.ID] = text
		}
	}
	for _, d := range s.Evidence {
		papers[d.ID] = d.Title
	}
	return []kiosk.Figure{
		{Name: foundFigure, Shape: kiosk.Share, Label: "invoice.figure.found", Keys: wrong},
		{Name: alarmFigure, Shape: kiosk.Share, Label: "invoice.figure.alarm", Keys: right},
		{Name: countFigure, Shape: kiosk.Number, Label: "invoice.figure.count"},
		{Name: differenceFigure, Shape: kiosk.Number, Label: "invoice.figure.difference", Unit: s.read.Currency},
		{Name: openedFigure, Shape: kiosk.Share, Label: "invoice.figure.opened", Keys: papers},
		{Name: timeFigure, Shape: kiosk.Number, Label: "invoice.figure.time", Unit: "ms", Log: true},
	}
}

// checked is what a visitor made of the invoice, as far as they came.
type checked struct {
	marks  map[string]Marked
	opened map[string]bool
	owed   *decimal.Decimal
	done   bool
}

func (s *Station) checked(stop *kiosk.Stop) checked {
	c := checked{marks: map[string]Marked{}, opened: map[string]bool{}}
	for _, m := range kiosk.Bodies[Marked](stop, factMarked) {
		c.marks[m.Line] = m
	}
	for _, o := range kiosk.Bodies[OpenedPaper](stop, factOpened) {
		c.opened[o.Evidence] = true
	}
	for _, o := range kiosk.Bodies[Owed](stop, factOwed) {
		if d, err := parse(o.Amount); err == nil {
			c.owed = &d
		}
	}
	c.done = slices.ContainsFunc(stop.Facts, func(f kiosk.Fact) bool { return f.Type == factDone })
	return c
}

func (c checked) wrong(line string) bool { return c.marks[line].Mark == Wrong }

// found counts the planted errors marked wrong.
func (c checked) found(s *Station) int {
	n := 0
	for _, p := range s.Planted {
		if c.wrong(p.Line) {
			n++
		}
	}
	return n
}

// Outcome makes of the stop what they did, what they saw, and the figures.
// What was missed is said only of somebody who finished.
func (s *Station) Outcome(stop *kiosk.Stop) kiosk.Outcome {
	c := s.checked(stop)
	notes := s.did(c, stop)
	notes = append(notes, s.saw(c, stop)...)
	notes = append(notes, stop.Notes(func(m kiosk.Moment) kiosk.Evidence {
		if l := s.line(m.Ref); l != nil {
			return evidence(*l)
		}
		return kiosk.Evidence{}
	})...)
	return kiosk.Outcome{Notes: notes, Figures: s.cells(c, stop)}
}

// evidence is a line as the map quotes it.
func evidence(l Line) kiosk.Evidence {
	return kiosk.Evidence{Label: lineLabel(l.ID), Quote: fmt.Sprintf("%s · %s × %s = %s",
		l.Item, l.Quantity, l.Price.StringFixed(max(2, -l.Price.Exponent())), l.Net.StringFixed(max(0, -l.Net.Exponent())))}
}

func (s *Station) note(stop *kiosk.Stop, id string, section kiosk.Section, key string, args map[string]string, l *Line) kiosk.Note {
	e := kiosk.Evidence{}
	if l != nil {
		e = evidence(*l)
		e.Moment = &kiosk.Moment{Ref: l.ID}
	}
	e.Station = stop.Place.ID
	return kiosk.Note{ID: stop.Place.ID + ":" + id, Section: section, Key: "invoice.note." + key, Args: args, Evidence: &e}
}

// did says how far they came, what they let pass and what they would pay.
func (s *Station) did(c checked, stop *kiosk.Stop) []kiosk.Note {
	var notes []kiosk.Note
	do := func(id, key string, args map[string]string, l *Line) {
		notes = append(notes, s.note(stop, id, kiosk.Do, key, args, l))
	}
	if !c.done {
		if stop.Reason == "skipped" {
			do("left", "left", nil, nil)
		}
		return notes
	}
	if len(s.Planted) > 0 {
		do("found", "found", map[string]string{"found": strconv.Itoa(c.found(s)), "of": strconv.Itoa(len(s.Planted))}, nil)
	}
	for i := range s.Planted {
		p := &s.Planted[i]
		if l := s.line(p.Line); !c.wrong(p.Line) {
			what := p.Name.In(stop.Language)
			if what == "" {
				what = l.Item
			}
			do("missed:"+l.ID, "missed", map[string]string{"line": l.ID, "what": what}, l)
		}
	}
	if c.owed != nil {
		key := "amount"
		switch {
		case c.owed.Sub(s.owed).Abs().LessThanOrEqual(s.tolerance()):
			key = "amount.right"
		case c.owed.Equal(s.read.Totals.Due):
			key = "amount.all"
		}
		do("amount", key, map[string]string{"amount": c.owed.StringFixed(s.places) + " " + s.read.Currency}, nil)
	}
	return notes
}

// saw says which lines looked wrong to them, in the invoice's order.
func (s *Station) saw(c checked, stop *kiosk.Stop) []kiosk.Note {
	var notes []kiosk.Note
	for i := range s.read.Lines {
		l := &s.read.Lines[i]
		if !c.wrong(l.ID) {
			continue
		}
		key := "wrong"
		if why := c.marks[l.ID].Why; why != "" {
			key += "." + string(why)
		}
		notes = append(notes, s.note(stop, "wrong:"+l.ID, kiosk.See, key, map[string]string{"item": l.Item, "line": l.ID}, l))
	}
	return notes
}

func (s *Station) cells(c checked, stop *kiosk.Stop) []kiosk.Cell {
	var cells []kiosk.Cell
	share := func(figure, key string, part bool) {
		cell := kiosk.Cell{Figure: figure, Shape: kiosk.Share, Key: key, Whole: 1}
		if part {
			cell.Part = 1
		}
		cells = append(cells, cell)
	}
	number := func(figure string, value float64) {
		cells = append(cells, kiosk.Cell{Figure: figure, Shape: kiosk.Number, Value: value})
	}
	for _, l := range s.read.Lines {
		if _, marked := c.marks[l.ID]; !marked && !c.done {
			continue
		}
		if s.planted(l.ID) != nil {
			share(foundFigure, l.ID, c.wrong(l.ID))
		} else {
			share(alarmFigure, l.ID, c.wrong(l.ID))
		}
	}
	if !c.done {
		return cells
	}
	number(countFigure, float64(c.found(s)))
	if c.owed != nil {
		number(differenceFigure, c.owed.Sub(s.owed).InexactFloat64())
	}
	for _, d := range s.Evidence {
		share(openedFigure, d.ID, c.opened[d.ID])
	}
	if stop.Spent > 0 {
		number(timeFigure, float64(stop.Spent))
	}
	return cells
}

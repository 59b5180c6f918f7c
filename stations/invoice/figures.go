package invoice

import (
	"strings"

	"immersion/kiosk"
)

// Names of the figures.
const (
	foundFigure      = "found"      // Share by what is wrong: marked wrong
	alarmFigure      = "alarm"      // Share by what is right: marked wrong all the same
	countFigure      = "count"      // Number: errors found
	missedFigure     = "missed"     // Number: errors not found
	alarmsFigure     = "alarms"     // Number: right things marked wrong
	differenceFigure = "difference" // Number: the visitor's amount − what is really owed
	sureFigure       = "sure"       // Number: how sure of it, 1 to 5
	openedFigure     = "opened"     // Share by paper: looked at
	timeFigure       = "time"       // Number: ms at the station of those who finished
)

// Figures declares them. Whoever did not finish counts only for what they
// marked. A sum that is wrong only because a line is, is neither to be found
// nor a false alarm.
func (s *Station) Figures() []kiosk.Figure {
	wrong, right, papers := map[string]kiosk.Text{}, map[string]kiosk.Text{}, map[string]kiosk.Text{}
	for _, ref := range s.refs() {
		switch {
		case s.wrong(ref) != nil:
			wrong[ref] = s.label(ref)
		case s.right[ref]:
			right[ref] = s.label(ref)
		}
	}
	for _, d := range s.Evidence {
		papers[d.ID] = d.Title
	}
	return []kiosk.Figure{
		{Name: foundFigure, Shape: kiosk.Share, Label: "invoice.figure.found", Keys: wrong},
		{Name: alarmFigure, Shape: kiosk.Share, Label: "invoice.figure.alarm", Keys: right},
		{Name: countFigure, Shape: kiosk.Number, Label: "invoice.figure.count"},
		{Name: missedFigure, Shape: kiosk.Number, Label: "invoice.figure.missed"},
		{Name: alarmsFigure, Shape: kiosk.Number, Label: "invoice.figure.alarms"},
		{Name: differenceFigure, Shape: kiosk.Number, Label: "invoice.figure.difference", Unit: s.read.Currency},
		{Name: sureFigure, Shape: kiosk.Number, Label: "invoice.figure.sure", Said: true},
		{Name: openedFigure, Shape: kiosk.Share, Label: "invoice.figure.opened", Keys: papers},
		{Name: timeFigure, Shape: kiosk.Number, Label: "invoice.figure.time", Unit: "ms", Log: true},
	}
}

// refs are those of all that can be marked, in the paper's order.
func (s *Station) refs() []string {
	refs := s.lineIDs()
	for _, one := range s.read.sums() {
		if s.drawn(one) {
			refs = append(refs, one.ref())
		}
	}
	return refs
}

// label names a line or a sum in figures.
func (s *Station) label(ref string) kiosk.Text {
	if name, below := strings.CutPrefix(ref, sumSign); below {
		one, _ := s.read.sum(name)
		return s.sumLabel(one)
	}
	return kiosk.Same(ref + " · " + s.line(ref).Item)
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
	alarms := 0
	for _, ref := range s.refs() {
		_, marked := c.marks[ref]
		switch {
		case !marked && !c.done:
		case s.wrong(ref) != nil:
			share(foundFigure, ref, c.wrong(ref))
		case s.right[ref]:
			share(alarmFigure, ref, c.wrong(ref))
			if c.wrong(ref) {
				alarms++
			}
		}
	}
	if !c.done {
		return cells
	}
	number(countFigure, float64(c.found(s)))
	number(missedFigure, float64(len(s.wrongs)-c.found(s)))
	number(alarmsFigure, float64(alarms))
	if c.owed != nil {
		number(differenceFigure, c.owed.Sub(s.owed).InexactFloat64())
	}
	if c.sure > 0 {
		number(sureFigure, float64(c.sure))
	}
	for _, d := range s.Evidence {
		share(openedFigure, d.ID, c.opened[d.ID])
	}
	if stop.Spent > 0 {
		number(timeFigure, float64(stop.Spent))
	}
	return cells
}

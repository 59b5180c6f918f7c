package insight

import (
	"context"
	"slices"

	"immersion/kiosk"
)

// Across is one figure over the cohorts of a partition: departments × stages,
// openings over time.
type Across struct {
	Figure string          `json:"figure"`
	By     kiosk.Partition `json:"by"`
	All    []Cell          `json:"all"` // of all visits
	Rows   []Part          `json:"rows"`
}

// Part is a cohort's cells of the figure, at every station that has it.
type Part struct {
	Cohort
	Cells []Cell `json:"cells"`
}

// Across gives a figure of a scenario version over a partition, by.By.
func (in *Insight) Across(by kiosk.Cohort, figure string) (Across, error) {
	if by.By != kiosk.ByDepartment && by.By != kiosk.ByOpening && by.By != kiosk.ByMonth {
		return Across{}, kiosk.Errorf(kiosk.Invalid, "The partition is department, opening or month.")
	}
	l, all, err := in.read(by.Scenario)
	if err != nil {
		return Across{}, err
	}
	all = slices.DeleteFunc(slices.Clone(all), func(f shown) bool { return f.Name != figure || !f.parts })
	a := Across{Figure: figure, By: by.By, All: []Cell{}, Rows: []Part{}}
	if l.frame.N == 0 {
		return a, nil
	}
	if len(all) == 0 {
		return a, kiosk.Errorf(kiosk.NotFound, "There is no figure %.40q.", figure)
	}
	for _, f := range all {
		a.All = append(a.All, l.cells(f, kiosk.Cohort{})...)
	}
	for _, c := range l.cohorts(in.departments) {
		if c.By != by.By {
			continue
		}
		row := Part{Cohort: c, Cells: []Cell{}}
		for _, f := range all {
			cells := l.cells(f, kiosk.Cohort{By: c.By, Key: c.Key})
			if c.Few {
				for i := range cells {
					cells[i] = Cell{Station: cells[i].Station, Figure: cells[i].Figure, Key: cells[i].Key, Last: cells[i].Last, Few: true}
				}
			}
			row.Cells = append(row.Cells, cells...)
		}
		a.Rows = append(a.Rows, row)
	}
	return a, nil
}

// wallFigures are what a public display shows.
var wallFigures = []string{kiosk.PeopleFigure, kiosk.MapFigure, kiosk.ReachedFigure, kiosk.FeelingFigure}

// Wall is the release of the version visited last with the map and the journey
// only: for a public display.
func (in *Insight) Wall() (Release, error) {
	r, err := in.Release(kiosk.Cohort{})
	if err != nil {
		return r, err
	}
	r.Figures = onWall(r.Figures)
	r.Stations = slices.Clone(r.Stations)
	for i := range r.Stations {
		r.Stations[i].Figures = onWall(r.Stations[i].Figures)
	}
	r.Cells = slices.DeleteFunc(r.Cells, func(c Cell) bool { return !slices.Contains(wallFigures, c.Figure) })
	return r, nil
}

func onWall(all []kiosk.Figure) []kiosk.Figure {
	return slices.DeleteFunc(slices.Clone(all), func(f kiosk.Figure) bool { return !slices.Contains(wallFigures, f.Name) })
}

// View is one of the answers that the room's API gives, by its name there.
func (in *Insight) View(ctx context.Context, name string, of kiosk.Cohort, figure string) (any, error) {
	switch name {
	case "release":
		return in.Release(of)
	case "cohorts":
		return in.Cohorts(), nil
	case "across":
		return in.Across(of, figure)
	case "wall":
		return in.Wall()
	case "themes":
		return in.Themes(ctx, of.Scenario)
	case "words":
		return in.Words(of.Scenario)
	case "debrief":
		if of.By != "" && of.By != kiosk.ByOpening {
			return nil, kiosk.Errorf(kiosk.Invalid, "A debrief is of an opening.")
		}
		return in.Debrief(ctx, of.Key)
	}
	return nil, kiosk.Errorf(kiosk.NotFound, "there is no view %.40q", name)
}

// Words are what managers read of a scenario version, "" for the one visited last.
func (in *Insight) Words(scenario string) (Words, error) {
	l, _, err := in.read(scenario)
	if err != nil {
		return Words{}, err
	}
	if l.frame.Scenario == nil {
		return Words{K: in.rule().wordsK, TooFew: true, Words: []Word{}}, nil
	}
	return in.desk.read(l.frame.Scenario.Hash), nil
}

// Moderation is what lies before the organiser.
func (in *Insight) Moderation(ctx context.Context) (any, error) { return in.desk.moderation(ctx) }

// Next draws the words that the organiser sees next; Conflict while too few wait.
func (in *Insight) Next(ctx context.Context) (kiosk.WordsBatch, error) { return in.desk.next(ctx) }

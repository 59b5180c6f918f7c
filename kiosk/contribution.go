package kiosk

import "slices"

// Map is the visitor's empathy map: the notes their stops gave, as they moved,
// reworded and removed them, and the notes of their own, in the order of the
// scenario's stations and then of making.
func (v *Visit) Map() []Note { return v.mapOf(v.outcomes()) }

func (v *Visit) mapOf(outcomes []Outcome) []Note {
	var derived, notes []Note
	edited := map[string]bool{}
	for i, o := range outcomes {
		derived = append(derived, o.Notes...)
		if o.Self != nil {
			v.ofSelf(v.Scenario.Places[i].ID, edited)
		}
	}
	for _, n := range derived {
		e, ok := v.edits[n.ID]
		if edited[n.ID] = true; ok && e == nil {
			continue
		}
		if ok {
			n.Section, n.Inferred = e.Section, e.Inferred
			if e.Text != "" {
				n.Text = e.Text
			}
		}
		notes = append(notes, n)
	}
	for _, id := range v.order {
		if e := v.edits[id]; e != nil && !edited[id] && e.Text != "" {
			notes = append(notes, Note{ID: id, Section: e.Section, Text: e.Text, Inferred: e.Inferred})
		}
	}
	return notes
}

// outcomes are those of the scenario's places, in their order; empty where the
// visitor was not.
func (v *Visit) outcomes() []Outcome {
	all := make([]Outcome, len(v.Scenario.Places))
	for i, p := range v.Scenario.Places {
		if s := v.stops[p.ID]; s != nil {
			all[i] = p.Station.Outcome(s)
		}
	}
	return all
}

// Figures that every scenario has, beside those its stations declare. Those
// with a station stand for that station; the shift's keys are assumptions.
const (
	MapFigure     = "map"     // Count by Section: notes on the map
	FeelingFigure = "feeling" // Number, station: mean valence of the visit's reactions there, −4…4
	StirFigure    = "stir"    // Number, station: mean arousal likewise
	ReachedFigure = "reached" // Share, station: came there
	SpentFigure   = "spent"   // Number, station: ms there, geometric
	SaidFigure    = "said"    // Count, station: notes under "say" that came from there
	BeforeFigure  = "before"  // Number by assumption: answer at the entry, 0…10
	AfterFigure   = "after"   // Number by assumption: answer at the exit
	ShiftFigure   = "shift"   // Number by assumption: after − before, of visits with both
	PeopleFigure  = "people"  // Count: heads under the badge
)

// Contribution is what one closed visit adds to the room's figures. It holds no
// words.
type Contribution struct {
	Visit      int64 // the journal's number for it
	Scenario   string
	Opening    string
	Department string
	Cells      []Cell
}

// Contribution is what the visit adds; false if it may not count. It is pure.
func (v *Visit) Contribution() (Contribution, bool) {
	if !v.Counts() {
		return Contribution{}, false
	}
	return Contribution{Visit: v.No, Scenario: v.Opened.Scenario, Opening: v.Opening, Department: v.Department, Cells: v.cells()}, true
}

func (v *Visit) cells() []Cell {
	outcomes := v.outcomes()
	cells := []Cell{{Figure: PeopleFigure, Shape: Count, Count: v.Party}}
	sections, said := map[Section]int{}, map[string]int{}
	for _, n := range v.mapOf(outcomes) {
		if sections[n.Section]++; n.Section == Say && n.Evidence != nil {
			said[n.Evidence.Station]++
		}
	}
	for _, s := range Sections {
		cells = append(cells, Cell{Figure: MapFigure, Shape: Count, Key: string(s), Count: sections[s]})
	}
	for i := range v.Scenario.Places {
		p := &v.Scenario.Places[i]
		s := v.stops[p.ID]
		reached := Cell{Station: p.ID, Figure: ReachedFigure, Shape: Share, Whole: 1}
		if s != nil {
			reached.Part = 1
		}
		cells = append(cells, reached)
		if s != nil {
			cells = append(cells, Cell{Station: p.ID, Figure: SaidFigure, Shape: Count, Count: said[p.ID]})
			cells = append(cells, s.cells(outcomes[i].Figures)...)
		}
	}
	return append(cells, v.shift()...)
}

func (s *Stop) cells(own []Cell) []Cell {
	var cells []Cell
	number := func(figure string, value float64) {
		cells = append(cells, Cell{Station: s.Place.ID, Figure: figure, Shape: Number, Value: value})
	}
	if len(s.Reactions) > 0 {
		valence, arousal := s.mean()
		number(FeelingFigure, valence)
		number(StirFigure, arousal)
	}
	if s.Spent > 0 && s.Place.Role != Opens { // a visit opens when its entry is over
		number(SpentFigure, float64(s.Spent))
	}
	for _, c := range own {
		c.Station = s.Place.ID
		cells = append(cells, c)
	}
	return cells
}

func (v *Visit) shift() []Cell {
	var cells []Cell
	for _, asked := range v.Scenario.Assumptions {
		a := v.Answers[asked.ID]
		number := func(figure string, value int) {
			cells = append(cells, Cell{Figure: figure, Shape: Number, Key: asked.ID, Value: float64(value)})
		}
		if a.Before != nil {
			number(BeforeFigure, *a.Before)
		}
		if a.After != nil {
			number(AfterFigure, *a.After)
		}
		if a.Before != nil && a.After != nil {
			number(ShiftFigure, *a.After-*a.Before)
		}
	}
	return slices.Clip(cells)
}

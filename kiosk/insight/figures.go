package insight

import (
	"maps"
	"slices"

	"immersion/kiosk"
)

// shown is one figure of a release with the keys it has. A flow's Keys name its
// places, so a flow, and a curve, has one key: none.
type shown struct {
	station string
	kiosk.Figure
	keys    []string
	words   bool                      // of visitors' words: words_k visits, no cohorts, keys as they come
	near    bool                      // its values are neighbours: they differ by k visits
	parts   bool                      // told by cohort too
	caption func(ms int64) kiosk.Text // Curve: what was being said; nil where nobody knows
}

// open tells whether the figure's values come from what visits said.
func (f shown) open() bool { return f.words || f.Shape == kiosk.Curve || f.Shape == kiosk.Flow }

// Captioned is a station whose media time has words.
type Captioned interface {
	Caption(ms int64) kiosk.Text
}

// ThemesFigure counts, by "section/theme", the visits whose words have a theme.
const ThemesFigure = "themes"

func walkFigures(s *kiosk.Scenario) []shown {
	sections := make([]string, 0, len(kiosk.Sections))
	for _, sec := range kiosk.Sections {
		sections = append(sections, string(sec))
	}
	asked := make([]string, 0, len(s.Assumptions))
	for _, a := range s.Assumptions {
		asked = append(asked, a.ID)
	}
	all := []shown{
		{Figure: kiosk.Figure{Name: kiosk.PeopleFigure, Shape: kiosk.Count, Label: "insights.figure.people"}, keys: []string{""}},
		{Figure: kiosk.Figure{Name: kiosk.MapFigure, Shape: kiosk.Count, Label: "insights.figure.map"}, keys: sections},
		{Figure: kiosk.Figure{Name: kiosk.BeforeFigure, Shape: kiosk.Number, Label: "insights.figure.before"}, keys: asked},
		{Figure: kiosk.Figure{Name: kiosk.AfterFigure, Shape: kiosk.Number, Label: "insights.figure.after"}, keys: asked},
		{Figure: kiosk.Figure{Name: kiosk.ShiftFigure, Shape: kiosk.Number, Label: "insights.figure.shift"}, keys: asked},
		{Figure: kiosk.Figure{Name: ThemesFigure, Shape: kiosk.Count, Label: "insights.figure.themes"}, words: true, near: true},
	}
	for i := range all {
		all[i].parts = !all[i].words
	}
	return all
}

func stationFigures(p *kiosk.Place) []shown {
	figures := append([]kiosk.Figure{
		{Name: kiosk.FeelingFigure, Shape: kiosk.Number, Label: "insights.figure.feeling", Unit: kiosk.FeelingUnit},
		{Name: kiosk.StirFigure, Shape: kiosk.Number, Label: "insights.figure.stir", Unit: kiosk.FeelingUnit},
		{Name: kiosk.ReachedFigure, Shape: kiosk.Share, Label: "insights.figure.reached"},
		{Name: kiosk.SaidFigure, Shape: kiosk.Count, Label: "insights.figure.said"},
		{Name: kiosk.SpentFigure, Shape: kiosk.Number, Label: "insights.figure.spent", Unit: "ms", Log: true},
	}, p.Station.Figures()...)
	var all []shown
	for _, f := range figures {
		keys := []string{""}
		if len(f.Keys) > 0 && f.Shape != kiosk.Curve && f.Shape != kiosk.Flow {
			keys = slices.Sorted(maps.Keys(f.Keys))
		}
		one := shown{station: p.ID, Figure: f, keys: keys, near: f.Joins || f.Shape == kiosk.Curve, parts: true}
		if c, ok := p.Station.(Captioned); ok && f.Shape == kiosk.Curve {
			one.caption = c.Caption
		}
		all = append(all, one)
	}
	return all
}

// figures lists all that a scenario's releases show, in order.
func figures(s *kiosk.Scenario) []shown {
	all := walkFigures(s)
	for i := range s.Places {
		all = append(all, stationFigures(&s.Places[i])...)
	}
	return all
}

// describe makes a release's frame, without cells.
func describe(s *kiosk.Scenario, r rule) Release {
	frame := Release{
		K:           r.k,
		WordsK:      r.wordsK,
		Scenario:    &Scenario{Hash: s.Hash, Title: s.Title, Customer: s.Customer.Name, About: s.Customer.About, Goal: s.Customer.Goal},
		Figures:     bare(walkFigures(s)),
		Stations:    []Station{},
		Assumptions: append([]kiosk.AssumptionAsked{}, s.Assumptions...),
	}
	for i := range s.Places {
		p := &s.Places[i]
		frame.Stations = append(frame.Stations, Station{ID: p.ID, Number: p.Number, Colour: p.Colour, Title: p.Title, Figures: bare(stationFigures(p))})
	}
	return frame
}

func bare(all []shown) []kiosk.Figure {
	figures := make([]kiosk.Figure, 0, len(all))
	for _, f := range all {
		figures = append(figures, f.Figure)
	}
	return figures
}

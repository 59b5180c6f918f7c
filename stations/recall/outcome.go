package recall

import (
	"immersion/kiosk"
)

// Figures of a recall.
const (
	whereFigure    = "where"    // Count by place
	happenedFigure = "happened" // Count by event
	feltFigure     = "felt"     // Number: own valence while it happened, −4…4
	endFigure      = "end"      // Number: own valence at its end
)

// Figures are where it was, what happened, and how it felt.
func (s *Station) Figures() []kiosk.Figure {
	where, happened := map[string]kiosk.Text{}, map[string]kiosk.Text{}
	for _, p := range s.Places {
		where[p.ID] = p.Label
	}
	for _, e := range s.Happened {
		happened[e.ID] = e.Label
	}
	return []kiosk.Figure{
		{Name: whereFigure, Shape: kiosk.Count, Label: "recall.figure.where", Keys: where},
		{Name: happenedFigure, Shape: kiosk.Count, Label: "recall.figure.happened", Keys: happened},
		{Name: feltFigure, Shape: kiosk.Number, Label: "recall.figure.felt"},
		{Name: endFigure, Shape: kiosk.Number, Label: "recall.figure.end"},
	}
}

// memory is what stands after all facts of a stop.
type memory struct {
	where    string
	happened []string
	words    string
	felt     map[string]Felt // by When
	text     string
	share    bool
}

func remembered(stop *kiosk.Stop) memory {
	m := memory{felt: map[string]Felt{}}
	for _, w := range kiosk.Bodies[Where](stop, whereFact) {
		m.where = w.Where
	}
	for _, h := range kiosk.Bodies[Happened](stop, happenedFact) {
		m.happened = h.Happened
	}
	for _, w := range kiosk.Bodies[Worded](stop, wordedFact) {
		m.words = w.Words
	}
	for _, f := range kiosk.Bodies[Felt](stop, feltFact) {
		m.felt[f.When] = f
	}
	for _, t := range kiosk.Bodies[Told](stop, toldFact) {
		m.text = t.Text
	}
	for _, b := range kiosk.Bodies[Shared](stop, sharedFact) {
		m.share = b.Share
	}
	return m
}

// Outcome is the memory for the visitor's own eyes, the figures, and a note
// only if the visitor chose to share the sentence: a note may be read by
// others, and the map is the customer's.
func (s *Station) Outcome(stop *kiosk.Stop) kiosk.Outcome {
	m := remembered(stop)
	o := kiosk.Outcome{Figures: s.cells(m), Self: s.self(m)}
	if m.share && m.text != "" {
		place, _ := s.place(m.where)
		o.Self.Shared = true
		o.Notes = []kiosk.Note{{ID: stop.Place.ID + ":told", Section: kiosk.Feel, Text: m.text, Inferred: true,
			Evidence: &kiosk.Evidence{Station: stop.Place.ID, Label: place.Label}}}
	}
	return o
}

func (s *Station) self(m memory) *kiosk.Self {
	place, _ := s.place(m.where)
	o := &kiosk.Self{Where: place.Label, Words: m.words, Text: m.text}
	for _, id := range m.happened {
		if e, ok := s.event(id); ok {
			o.Happened = append(o.Happened, e.Label)
		}
	}
	for _, when := range []string{then, ended} {
		if f, ok := m.felt[when]; ok {
			o.Feelings = append(o.Feelings, kiosk.Feeling{Valence: f.Valence, Arousal: f.Arousal})
		}
	}
	return o
}

func (s *Station) cells(m memory) []kiosk.Cell {
	var cells []kiosk.Cell
	if m.where != "" {
		cells = append(cells, kiosk.Cell{Figure: whereFigure, Shape: kiosk.Count, Key: m.where, Count: 1})
	}
	for _, id := range m.happened {
		cells = append(cells, kiosk.Cell{Figure: happenedFigure, Shape: kiosk.Count, Key: id, Count: 1})
	}
	for _, f := range []struct{ figure, when string }{{feltFigure, then}, {endFigure, ended}} {
		if felt, ok := m.felt[f.when]; ok {
			cells = append(cells, kiosk.Cell{Figure: f.figure, Shape: kiosk.Number, Value: float64(felt.Valence)})
		}
	}
	return cells
}

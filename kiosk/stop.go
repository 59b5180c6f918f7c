package kiosk

import "encoding/json"

// Stop is a visitor's time at one station: all that happened there, over
// every return to it. Facts and Reactions are sorted by the time they happened.
type Stop struct {
	Visit     string
	Place     *Place
	Language  string
	Entered   int64           // ms, the first time
	Left      int64           // ms, the last time; 0 while there
	Reason    string          // of Leaving; "" while there
	Spent     int64           // ms at the station, over all times there, the present one up to its last fact
	Facts     []Fact          // the kind's own
	Reactions []Felt          // with the words that followed
	Progress  json.RawMessage // the newest stop.progress body; nil for none

	seen int64     // up to when Spent counts
	held []Holding // none of it counts
}

// Felt is one reaction as the stop holds it.
type Felt struct {
	Reaction
	ID string // of its fact
	At int64
}

// mean is that of the stop's reactions, of which there are some.
func (s *Stop) mean() (valence, arousal float64) {
	for _, r := range s.Reactions {
		valence += float64(r.Valence)
		arousal += float64(r.Arousal)
	}
	n := float64(len(s.Reactions))
	return valence / n, arousal / n
}

// Bodies decodes the bodies of the stop's own facts of one type, in order,
// passing over what does not decode: such facts are never accepted.
func Bodies[B any](s *Stop, typ string) []B {
	var all []B
	for _, f := range s.Facts {
		var b B
		if f.Type == typ && f.Decode(&b) == nil {
			all = append(all, b)
		}
	}
	return all
}

// Notes makes a note of every reaction, on the feeling part of the map, with
// the evidence the station finds for its moment. Without words the note says
// the feeling's own name (dictionary "feeling.<zone>").
func (s *Stop) Notes(evidence func(Moment) Evidence) []Note {
	notes := make([]Note, 0, len(s.Reactions))
	for _, r := range s.Reactions {
		n := Note{ID: s.Place.ID + ":" + r.ID, Section: Feel, Text: r.Words, Key: "feeling." + Zone(r.Valence, r.Arousal)}
		if r.Moment != nil {
			e := evidence(*r.Moment)
			e.Station, e.Moment = s.Place.ID, r.Moment
			n.Evidence = &e
		} else {
			n.Evidence = &Evidence{Station: s.Place.ID}
		}
		notes = append(notes, n)
	}
	return notes
}

// Zone names the ninth of the affect grid that a feeling lies in: three bands
// of valence by three of arousal, after Russell's circumplex of affect (1980,
// doi:10.1037/h0077714).
func Zone(valence, arousal int) string {
	zones := [3][3]string{
		{"low", "upset", "furious"},
		{"still", "neutral", "alert"},
		{"serene", "pleased", "delighted"},
	}
	return zones[band(valence)][band(arousal)]
}

func band(n int) int {
	switch {
	case n <= -2:
		return 0
	case n >= 2:
		return 2
	}
	return 1
}

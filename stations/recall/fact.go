package recall

import (
	"slices"

	"immersion/kiosk"
)

// Types of the kind's own facts. The newest of each counts; of felt, the newest
// of each When. How the customer feels is not asked here, so there are no
// reactions.
const (
	whereFact    = "recall.where"    // Where
	happenedFact = "recall.happened" // Happened
	wordedFact   = "recall.worded"   // Worded
	feltFact     = "recall.felt"     // Felt
	toldFact     = "recall.told"     // Told
	sharedFact   = "recall.shared"   // Shared
)

// When a feeling was: while it happened, or when it was over.
const (
	then  = "then"
	ended = "end"
)

// mostWords is how long what a visitor writes can be, in bytes.
const (
	mostWords = 2000
	tooLong   = "has at most 2000 bytes of words"
)

// Where is the kind of place.
type Where struct {
	Where string `json:"where"` // id of a place
}

// Happened is what happened there.
type Happened struct {
	Happened []string `json:"happened"` // ids of events, none twice
}

// Worded is what happened in the visitor's own words.
type Worded struct {
	Words string `json:"words"`
}

// Felt is how the visitor felt themselves.
type Felt struct {
	When    string `json:"when"`    // "then" or "end"
	Valence int    `json:"valence"` // −4 unpleasant … 4 pleasant
	Arousal int    `json:"arousal"` // −4 calm … 4 stirred
}

// Told is the visitor's one sentence.
type Told struct {
	Text string `json:"text"`
}

// Shared is whether others may read the sentence: it goes on the map as a
// note, where managers may come to read it. It is not, until the visitor says so.
type Shared struct {
	Share bool `json:"share"`
}

// Judge refuses what this recall does not offer.
func (s *Station) Judge(f kiosk.Fact) error {
	switch f.Type {
	case whereFact:
		return judged(f, "needs one of the station's places", func(w Where) bool {
			_, ok := s.place(w.Where)
			return ok
		})
	case happenedFact:
		return judged(f, "needs events of the station, none twice", func(h Happened) bool {
			return h.Happened != nil && s.offers(h.Happened)
		})
	case wordedFact:
		return judged(f, tooLong, func(w Worded) bool { return len(w.Words) <= mostWords })
	case feltFact:
		return judged(f, `needs "then" or "end", and valence and arousal from -4 to 4`, func(g Felt) bool {
			return (g.When == then || g.When == ended) && onGrid(g.Valence) && onGrid(g.Arousal)
		})
	case toldFact:
		return judged(f, tooLong, func(t Told) bool { return len(t.Text) <= mostWords })
	case sharedFact:
		return judged(f, "", func(Shared) bool { return true })
	}
	return kiosk.Errorf(kiosk.Invalid, "a recall knows no fact %.40q", f.Type)
}

// judged decodes and judges. Its refusal quotes nothing: the body may hold words.
func judged[B any](f kiosk.Fact, needs string, ok func(B) bool) error {
	var b B
	if err := f.Decode(&b); err != nil {
		return err
	}
	if !ok(b) {
		return kiosk.Errorf(kiosk.Invalid, "%s %s", f.Type, needs)
	}
	return nil
}

func (s *Station) offers(ids []string) bool {
	for i, id := range ids {
		if _, ok := s.event(id); !ok || slices.Contains(ids[:i], id) {
			return false
		}
	}
	return true
}

func onGrid(n int) bool { return n >= -4 && n <= 4 }

package insight

import (
	"context"
	"maps"
	"slices"
	"time"

	"immersion/kiosk"
)

// Debrief is what a facilitator talks to right after an opening. With too few
// visits its release says so, and the sentences stand alone.
type Debrief struct {
	Opening   string       `json:"opening"` // id; "" when no opening has closed yet
	At        int64        `json:"at"`      // ms: when it opened
	Closed    int64        `json:"closed"`  // ms
	Over      bool         `json:"over"`    // ended, a day ago, or another opening began: the sentences are gone
	Release   Release      `json:"release"`
	Questions []kiosk.Text `json:"questions"`
	Sentences []Word       `json:"sentences"` // whose writers chose to show theirs, in no order that tells anything
}

// debriefLife is how long after its closing the sentences of an opening are shown.
const debriefLife = 24 * time.Hour

// doors are the openings there were, as far as a debrief asks.
type doors struct {
	open   string
	last   string // the one that closed last
	closed map[string]int64
	ended  map[string]bool
}

func (d *doors) fold(f kiosk.Fact) {
	if d.closed == nil {
		d.closed, d.ended = map[string]int64{}, map[string]bool{}
	}
	switch f.Type {
	case kiosk.OpeningPrepared: // nothing of it is told of
		d.open = ""
	case kiosk.OpeningOpened:
		d.open = f.ID
	case kiosk.OpeningClosed:
		if d.open == "" { // a setup
			break
		}
		d.last, d.closed[d.open], d.open = d.open, f.At, ""
	case kiosk.DebriefEnded:
		d.ended[decoded[kiosk.DebriefEnd](f).Opening] = true
	}
}

// over tells whether the sentences of an opening are gone.
func (d doors) over(opening string, now time.Time) bool {
	return d.open != "" || opening != d.last || d.ended[opening] || now.Sub(time.UnixMilli(d.closed[opening])) > debriefLife
}

// Debrief is that of an opening that closed, "" for the last one.
func (in *Insight) Debrief(ctx context.Context, opening string) (Debrief, error) {
	in.desk.mu.Lock()
	err := in.desk.catchUp(ctx)
	doors := in.desk.doors
	in.desk.mu.Unlock()
	if err != nil {
		return Debrief{}, err
	}
	if opening == "" {
		opening = doors.last
	}
	b := Debrief{Opening: opening, Closed: doors.closed[opening], Questions: []kiosk.Text{}, Sentences: []Word{}}
	if opening != "" && b.Closed == 0 {
		return b, kiosk.Errorf(kiosk.Conflict, "This opening has not closed yet.")
	}
	if at, ok := opened(opening); ok {
		b.At = at.UnixMilli()
	}
	of := kiosk.Cohort{By: kiosk.ByOpening, Key: opening}
	in.mu.Lock()
	hash := in.visited[opening]
	if _, ok := in.ledgers[hash]; ok {
		of.Scenario = hash
	}
	in.mu.Unlock()
	if s, ok := in.scenarios(hash); ok && hash != "" {
		b.Questions = append(b.Questions, s.Debrief...)
	}
	if b.Release, err = in.Release(of); err != nil {
		return b, err
	}
	if b.Over = opening == "" || doors.over(opening, in.now()); !b.Over {
		b.Sentences = in.desk.sentences(opening)
	}
	return b, nil
}

// sentences lists those of an opening that may be shown in its debrief.
func (d *desk) sentences(opening string) []Word {
	d.mu.Lock()
	defer d.mu.Unlock()
	all := []Word{}
	for _, id := range slices.Sorted(maps.Keys(d.words)) {
		if w := d.words[id]; w.opening == opening && w.Debrief && !d.masked[id] {
			all = append(all, d.word(w))
		}
	}
	return all
}

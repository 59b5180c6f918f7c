package kiosk

import "slices"

// Visit is one visitor's walk through one scenario: a fold over its facts. The
// same facts give the same visit in whatever order they came.
type Visit struct {
	ID       string
	No       int64 // the journal's number for it
	Scenario *Scenario
	Opened
	OpenedAt int64

	Place    string // station the visitor is at; "" between stations
	Screen   string // screen the visitor is at; "" between stations
	Under    string // id that the screen knows the visit by: its own, or that of one merged into it
	Since    int64  // when they came to the place, or left the last one
	Last     int64  // the last sign of them
	ClosedAt int64  // 0 while open
	Reason   string // why closed: "finished", or the reason of Closing
	Finished bool   // by the visitor, at the exit
	Ending   bool   // the visitor wants to finish now
	Sent     string // station an organiser sent them to, until they enter one; "" for none

	Synthetic bool // of a rehearsal: walked by a program

	Answers  map[string]Answer // by assumption
	Sentence string
	Pledge   Pledge

	ShowSentence bool // in the opening's debrief, as its writer chose

	stops  map[string]*Stop
	edits  map[string]*NoteEdit // by note; nil for a removed one
	order  []string             // notes edited, by their first edit
	facts  []Fact               // sorted; superseded progress emptied
	trail  []string             // stations entered, but for the entry
	undone map[string]bool      // facts that the fold leaves out
	merged map[string]int64     // visits that are part of this one, with the journal's numbers for them
	others []Badge              // theirs
}

// Answer is an assumption before and after; nil where not answered.
type Answer struct {
	Before *int `json:"before"`
	After  *int `json:"after"`
}

// NewVisit makes an empty visit on a scenario; its facts follow by Add.
func NewVisit(id string, no int64, scenario *Scenario) *Visit {
	v := &Visit{ID: id, No: no, Scenario: scenario}
	v.reset()
	return v
}

// Begin makes the empty visit that a visit.opened begins. On a version that is
// not loaded it knows no stations; Judge holds its facts back.
func Begin(f Fact, no int64, scenario func(hash string) (*Scenario, bool)) *Visit {
	b := body[Opened](f)
	s, ok := scenario(b.Scenario)
	if !ok {
		s = &Scenario{Hash: b.Scenario}
	}
	return NewVisit(f.Visit, no, s)
}

func (v *Visit) reset() {
	*v = Visit{ID: v.ID, No: v.No, Scenario: v.Scenario, facts: v.facts, merged: v.merged,
		Answers: map[string]Answer{}, stops: map[string]*Stop{}, edits: map[string]*NoteEdit{}}
}

// Add folds one more fact in. A fact that happened before others already
// there is set in its place, and the visit is folded anew.
func (v *Visit) Add(f Fact) {
	if late := v.insert(f); late || f.Type == VisitOpened || f.Type == VisitUndone {
		v.refold()
		return
	}
	v.fold(f)
}

// insert sets a fact in its place, and tells whether others come after it.
func (v *Visit) insert(f Fact) (late bool) {
	if f.read != nil {
		f.Body = nil // once is enough in memory
	}
	i, _ := slices.BinarySearchFunc(v.facts, f, Fact.before)
	late = i < len(v.facts)
	v.facts = slices.Insert(v.facts, i, f)
	if f.Type == StopProgress {
		v.dropProgress(f)
	}
	return late
}

// refold folds the visit anew. What the whole of it is needed for goes before:
// the facts to leave out, and how the visit was opened, for a visit merged into
// it may be older.
func (v *Visit) refold() {
	v.reset()
	for _, f := range v.facts {
		switch {
		case f.Type == VisitUndone:
			if v.undone == nil {
				v.undone = map[string]bool{}
			}
			v.undone[body[Undoing](f).Fact] = true
		case f.Type == VisitOpened && f.Visit == v.ID && v.Opened.Scenario == "":
			v.Opened = body[Opened](f)
		}
	}
	for _, f := range v.facts {
		v.fold(f)
	}
}

// dropProgress keeps the body of the newest stop.progress only, of those that
// one visit tells of a station: what is merged may be parted again.
func (v *Visit) dropProgress(f Fact) {
	newest := true
	for i := len(v.facts) - 1; i >= 0; i-- {
		if g := &v.facts[i]; g.Type == StopProgress && g.Station == f.Station && g.Visit == f.Visit && g.Body != nil {
			if !newest {
				g.Body = nil
				return
			}
			newest = false
		}
	}
}

// Closed tells whether the visit is over.
func (v *Visit) Closed() bool { return v.ClosedAt > 0 }

// Stop finds the visitor's stop at a station; nil when there was none.
func (v *Visit) Stop(station string) *Stop { return v.stops[station] }

// Counts tells whether the visit may stand in figures.
func (v *Visit) Counts() bool { return v.OpenedAt > 0 && !v.Unrecorded && !v.Rehearsal }

// fold applies a fact that happened after all those folded before.
func (v *Visit) fold(f Fact) {
	if v.undone[f.ID] {
		return
	}
	if f.By == "" {
		v.Last = f.At
	}
	switch f.Type {
	case VisitOpened:
		v.open(f)
	case VisitEnding:
		v.Ending = true
	case VisitFinished:
		v.close(f, "finished")
	case VisitClosed:
		v.close(f, body[Closing](f).Reason)
	case VisitSent, VisitAdvanced, VisitReturned, VisitReleased:
		v.foldOrder(f)
	case VisitMerged, VisitUndone:
	case Assumed, NotePut, NoteRemoved, SentenceTold, PledgeMade:
		v.foldWords(f)
		v.stay(f)
	default:
		if s := v.stopAt(f); s != nil {
			v.foldStop(s, f)
		}
	}
}

func (v *Visit) open(f Fact) {
	switch {
	case f.Visit != v.ID:
		v.others = append(v.others, body[Opened](f).Badge)
	case v.OpenedAt == 0:
		v.Opened, v.OpenedAt, v.Synthetic = body[Opened](f), f.At, Rehearses(f.Screen)
	}
	if v.Place == "" {
		v.Since = f.At
	}
}

// close keeps the first closing, but a visitor's finishing counts whenever it came.
func (v *Visit) close(f Fact, reason string) {
	v.Finished = v.Finished || f.Type == VisitFinished
	v.leave(f, "done")
	if v.ClosedAt == 0 {
		v.ClosedAt, v.Reason = f.At, reason
	}
}

// stopAt finds or begins the stop a fact belongs to; nil for a station that
// the scenario does not have.
func (v *Visit) stopAt(f Fact) *Stop {
	if s := v.stops[f.Station]; s != nil {
		return s
	}
	place, ok := v.Scenario.Place(f.Station)
	if !ok {
		return nil
	}
	s := &Stop{Visit: v.ID, Place: place, Language: v.Language, Entered: f.At}
	v.stops[f.Station] = s
	return s
}

func (v *Visit) foldStop(s *Stop, f Fact) {
	switch f.Type {
	case StopEntered:
		v.leave(f, "moved")
		v.Place, v.Screen, v.Under, v.Since, v.Sent = f.Station, f.Screen, f.Visit, f.At, ""
		if s.Place.Role != Opens {
			v.trail = append(v.trail, f.Station)
		}
		v.Ending = v.Ending && s.Place.Role == Closes // they thought better of it
		s.Left, s.Reason, s.seen = 0, "", f.At
	case StopLeft:
		if v.Place == f.Station && v.Screen == f.Screen {
			v.leave(f, body[Leaving](f).Reason)
		}
	case StopProgress:
		if f.Body != nil {
			s.Progress = f.Body
		}
	case StopHeld:
		v.stay(f)
		b := body[Holding](f)
		s.held = append(s.held, b)
		s.Spent -= min(s.Spent, b.within(0, s.seen))
	case Reacted:
		s.Reactions = append(s.Reactions, Felt{Reaction: body[Reaction](f), ID: f.ID, At: f.At})
	case ReactionWorded:
		b := body[Wording](f)
		for i := range s.Reactions {
			if s.Reactions[i].ID == b.Reaction {
				s.Reactions[i].Words = b.Words
			}
		}
	default:
		s.Facts = append(s.Facts, f)
	}
	v.stay(f)
}

// stay counts the time up to a fact of the place the visitor is at.
func (v *Visit) stay(f Fact) {
	if s := v.stops[v.Place]; s != nil && f.Station == v.Place && f.At > s.seen {
		s.Spent += f.At - s.seen
		s.seen = f.At
	}
}

// leave ends the present stop, if there is one.
func (v *Visit) leave(f Fact, reason string) {
	if s := v.stops[v.Place]; s != nil {
		v.stay(Fact{Station: v.Place, At: f.At})
		s.Left, s.Reason = f.At, reason
	}
	v.Place, v.Screen, v.Under, v.Since = "", "", "", f.At
}

func (v *Visit) foldWords(f Fact) {
	switch f.Type {
	case Assumed:
		b := body[Assumption](f)
		a := v.Answers[b.Assumption]
		if p, ok := v.Scenario.Place(f.Station); ok && p.Role == Closes {
			a.After = &b.Value
		} else {
			a.Before = &b.Value
		}
		v.Answers[b.Assumption] = a
	case NotePut:
		b := body[NoteEdit](f)
		if _, known := v.edits[b.Note]; !known {
			v.order = append(v.order, b.Note)
		}
		v.edits[b.Note] = &b
	case NoteRemoved:
		v.edits[body[NoteRemoval](f).Note] = nil
	case SentenceTold:
		b := body[Sentence](f)
		v.Sentence, v.ShowSentence = b.Text, b.Debrief
	case PledgeMade:
		v.Pledge = body[Pledge](f)
	}
}

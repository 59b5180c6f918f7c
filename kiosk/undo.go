package kiosk

import (
	"slices"
	"time"
)

// Undoing takes back what was done to a visit.
type Undoing struct {
	Fact string `json:"fact"` // id of a fact of the visit
}

// UndoFor is how long what was done to a visit can be undone. The room bears
// with undoSlack more: a click at the last moment comes over a network.
const (
	UndoFor   = 10 * time.Second
	undoSlack = 2 * time.Second
)

// byOrganiser is the reason of a closing by an organiser's hand.
const byOrganiser = "organiser"

// undoable tells whether the fact is one that can be left out again.
func (f Fact) undoable() bool {
	return f.ordered() && f.Type != VisitUndone || f.Type == VisitClosed && body[Closing](f).Reason == byOrganiser
}

// told finds one of the visit's facts.
func (v *Visit) told(id string) (Fact, bool) {
	i := slices.IndexFunc(v.facts, func(f Fact) bool { return f.ID == id })
	if i < 0 {
		return Fact{}, false
	}
	return v.facts[i], true
}

// judgeUndone tells whether a fact may be left out now: not too late, and only
// while what comes back finds its place.
func (r *Room) judgeUndone(f Fact, v *Visit, now time.Time) error {
	target, ok := v.told(body[Undoing](f).Fact)
	switch {
	case !ok:
		return Errorf(NotFound, "the visit has no such fact")
	case !target.undoable():
		return Errorf(Invalid, "%s is not undone", target.Type)
	case v.undone[target.ID] || target.Type == VisitMerged && v.mergings()[target.Visit] != target.ID:
		return Errorf(Conflict, "it is undone already")
	case now.Sub(time.UnixMilli(target.At)) > UndoFor+undoSlack:
		return Errorf(Conflict, "it was done more than %d seconds ago", UndoFor/time.Second)
	}
	for _, w := range v.without(target, f) {
		if w.Closed() {
			continue
		}
		if v.Closed() || w.ID != v.ID { // it opens again
			if w.Opening != r.doors.opening {
				return Errorf(Conflict, "the doors have closed since")
			}
			for _, b := range append([]Badge{w.Badge}, w.others...) {
				if o := r.byCode(b.Code, w.Synthetic); o != nil && o != v {
					return Errorf(Conflict, "the badge %s is worn by another visitor now", b.Code)
				}
			}
		}
		if o := r.whereabouts().at[w.Screen]; o != nil && o != v {
			return Errorf(Conflict, "another visitor is at the screen now")
		}
	}
	return nil
}

// without is what a visit comes to when a fact is undone: itself, or after a
// merging the two that it was made of.
func (v *Visit) without(target, undoing Fact) []*Visit {
	w := NewVisit(v.ID, v.No, v.Scenario)
	w.facts = slices.Clone(v.facts)
	for id, no := range v.merged {
		w.join(id, no)
	}
	w.Add(undoing)
	if target.Type == VisitMerged {
		return []*Visit{w, w.part(target.Visit)}
	}
	return []*Visit{w}
}

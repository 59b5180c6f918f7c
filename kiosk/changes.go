package kiosk

import (
	"maps"
	"slices"
)

// Changes is what committed facts changed since they were last asked for.
type Changes struct {
	Sound   bool     // what the room's sound follows from may differ
	Screens bool     // some screen's state may differ
	Rows    Console  // rows of the organiser's page that changed
	Gone    []string // ids of screens and visits that are no longer there
	Closed  bool     // a visit closed, or a closed one changed: contributions moved
}

type changes struct {
	all, screens, closed bool
	sound                bool
	screenIDs, visitIDs  map[string]bool
}

func newChanges() changes {
	return changes{screenIDs: map[string]bool{}, visitIDs: map[string]bool{}}
}

func (c *changes) visit(id string)  { c.visitIDs[id] = true }
func (c *changes) screen(id string) { c.screenIDs[id] = true }

// Changes tells what changed since the last call.
func (r *Room) Changes() Changes {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.changes.screens { // who is at a screen shows in its row
		at := r.whereabouts().at
		for _, ids := range []map[string]*Visit{at, r.shown} {
			for id := range ids {
				if at[id] != r.shown[id] && r.screens[id] != nil {
					r.changes.screen(id)
				}
			}
		}
		r.shown = at
	}
	if r.changes.all {
		for id := range r.screens {
			r.changes.screen(id)
		}
		for id := range r.visits {
			r.changes.visit(id)
		}
	}
	out := Changes{Sound: r.changes.sound || r.changes.all, Screens: r.changes.all || r.changes.screens, Closed: r.changes.closed || r.changes.all}
	out.Rows = r.rows(slices.Collect(maps.Keys(r.changes.screenIDs)), slices.Collect(maps.Keys(r.changes.visitIDs)))
	for id := range r.changes.screenIDs {
		if _, ok := out.Rows.Screens[id]; !ok && id != "" {
			out.Gone = append(out.Gone, id)
		}
	}
	for id := range r.changes.visitIDs {
		if _, ok := out.Rows.Visits[id]; !ok {
			out.Gone = append(out.Gone, id)
		}
	}
	r.changes = newChanges()
	return out
}

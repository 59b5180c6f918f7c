package kiosk

import "slices"

// Merging makes a visit part of another: both are one person's. What the other
// one tells stays its own fact, and is folded with those of the visit that goes
// on; so nothing is rewritten, parting them again is leaving those facts out,
// and what a screen still holds of either comes in under the id that it knows.
type Merging struct {
	Into string `json:"into"` // visit that goes on
}

// judgeMerging tells whether a visit may become part of another, with those that
// are part of it already: when both are on the same terms.
func (r *Room) judgeMerging(f Fact, v *Visit) error {
	into := r.find(body[Merging](f).Into)
	switch {
	case into == nil:
		return Errorf(NotFound, "there is no visit %s", body[Merging](f).Into)
	case into.Closed():
		return Errorf(Closed, "the visit that is to go on is over already")
	case into == v || f.Visit != v.ID:
		return Errorf(Conflict, "they are one visit already")
	case into.Opened.Scenario != v.Opened.Scenario || into.Opening != v.Opening:
		return Errorf(Conflict, "the two are on different scenarios, or of different openings")
	case into.Unrecorded != v.Unrecorded:
		return Errorf(Conflict, "one of the two walks without being recorded")
	case into.Rehearsal != v.Rehearsal:
		return Errorf(Conflict, "one of the two is a rehearsal")
	}
	return nil
}

// find finds a visit in memory, by its own id or that of one merged into it.
func (r *Room) find(id string) *Visit {
	if v := r.visits[id]; v != nil {
		return v
	}
	for _, v := range r.visits {
		if _, ok := v.merged[id]; ok {
			return v
		}
	}
	return nil
}

// merge makes a visit part of another, and with it what is part of it.
func (r *Room) merge(v, into *Visit) {
	delete(r.visits, v.ID)
	r.pace.forget(v.ID)
	for id, no := range v.merged {
		into.join(id, no)
	}
	into.Adopt(v.ID, v.No, v.facts)
}

// part undoes it, and gives the visit that is one of its own again.
func (r *Room) part(v *Visit, id string) *Visit {
	r.pace.forget(v.ID)
	w := v.part(id)
	r.visits[id] = w
	return w
}

// Adopt makes the facts of another visit part of this one; no is the journal's
// number for it.
func (v *Visit) Adopt(id string, no int64, facts []Fact) {
	v.join(id, no)
	for _, f := range facts {
		v.insert(f)
	}
	v.refold()
}

func (v *Visit) join(id string, no int64) {
	if v.merged == nil {
		v.merged = map[string]int64{}
	}
	v.merged[id] = no
}

// part takes the facts of a visit that was merged into this one out again, with
// those of the visits that came along.
func (v *Visit) part(id string) *Visit {
	w := NewVisit(id, v.merged[id], v.Scenario)
	for _, other := range v.Along(id) {
		w.join(other, v.merged[other])
		delete(v.merged, other)
	}
	if delete(v.merged, id); len(v.merged) == 0 {
		v.merged = nil
	}
	var own []Fact
	for _, f := range v.facts {
		if _, along := w.merged[f.Visit]; along || f.Visit == id {
			w.facts = append(w.facts, f)
		} else {
			own = append(own, f)
		}
	}
	v.facts = own
	v.refold()
	w.refold()
	return w
}

// Along lists the visits that came with one when it was merged into this one:
// those that were part of it by then, and go with it when it is parted again.
func (v *Visit) Along(id string) []string {
	mergings := v.mergings()
	into := map[string]string{} // what each became part of
	whole := func(id string) string {
		for into[id] != "" {
			id = into[id]
		}
		return id
	}
	for _, f := range v.facts {
		if mergings[f.Visit] == f.ID {
			if to := whole(body[Merging](f).Into); to != f.Visit { // never in circles, whatever a clock said
				into[f.Visit] = to
			}
		}
	}
	var along []string
	for other := range v.merged {
		for at := into[other]; at != ""; at = into[at] {
			if at == id {
				along = append(along, other)
				break
			}
		}
	}
	return along
}

// mergings are the facts by which others are part of the visit now, by visit: of
// each its last, for what parted it before may be told elsewhere.
func (v *Visit) mergings() map[string]string {
	all := map[string]string{}
	for _, f := range v.facts {
		if _, part := v.merged[f.Visit]; part && f.Type == VisitMerged {
			all[f.Visit] = f.ID
		}
	}
	return all
}

// Number is the journal's for the visit's own facts, or for those of a visit
// merged into it.
func (v *Visit) Number(id string) int64 {
	if id == v.ID {
		return v.No
	}
	return v.merged[id]
}

// wears tells whether a badge's code is the visit's, or that of one merged into it.
func (v *Visit) wears(code string) bool {
	return v.Badge.Code == code || slices.ContainsFunc(v.others, func(b Badge) bool { return b.Code == code })
}

// Merging tells which visit a fact made part of this one, if it did.
func (v *Visit) Merging(fact string) (visit string, ok bool) {
	f, ok := v.told(fact)
	return f.Visit, ok && f.Type == VisitMerged
}

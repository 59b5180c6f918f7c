package kiosk

// Sending sends a visitor to a station, before all that way-finding would say,
// until they enter one; none takes it back.
type Sending struct {
	Station string `json:"station"`
}

// Why a stop ended by an organiser's hand, beside the reasons of Leaving.
const (
	advanced = "advanced"
	returned = "returned"
	released = "released"
)

// ordered tells whether the fact is what an organiser did to a visit.
func (f Fact) ordered() bool {
	switch f.Type {
	case VisitSent, VisitAdvanced, VisitReturned, VisitReleased, VisitMerged, VisitUndone:
		return true
	}
	return false
}

// aside tells whether an organiser ended the stop for now: it waits to be
// resumed, and is not behind the visitor.
func (s *Stop) aside() bool { return s.Left > 0 && (s.Reason == released || s.Reason == returned) }

// been tells whether a visitor has been to a station, or is there, so that
// nothing more of it is to come.
func (v *Visit) been(station string) bool {
	s := v.stops[station]
	return s != nil && !s.aside()
}

// back is the station the visitor was at before the one they are at, or that
// they left last; "" for none. Nobody is sent back to an entry.
func (v *Visit) back() string {
	for i := len(v.trail) - 1; i >= 0; i-- {
		if v.trail[i] != v.Place {
			return v.trail[i]
		}
	}
	return ""
}

func (v *Visit) foldOrder(f Fact) {
	end := func(reason string) {
		if v.Place != "" {
			v.leave(f, reason)
		}
	}
	switch f.Type {
	case VisitSent:
		v.Sent = body[Sending](f).Station
	case VisitAdvanced:
		end(advanced)
	case VisitReleased:
		end(released)
	case VisitReturned:
		to := v.back()
		end(returned)
		v.Sent = to
	}
}

// judgeOrder tells whether an organiser may do this to a visit now.
func (r *Room) judgeOrder(f Fact, v *Visit) error {
	if v.Closed() {
		return Errorf(Closed, "the visit is over already")
	}
	switch place, _ := v.Scenario.Place(v.Place); {
	case f.Type == VisitMerged:
		return r.judgeMerging(f, v)
	case f.Type == VisitSent:
		return r.judgeSending(v, body[Sending](f).Station)
	case f.Type == VisitReturned:
		to := v.back()
		if to == "" {
			return Errorf(Conflict, "the visitor was at no station before")
		}
		return r.judgeSending(v, to)
	case (f.Type == VisitAdvanced || f.Type == VisitReleased) && v.Place == "":
		return Errorf(Conflict, "the visitor is at no station")
	case f.Type == VisitAdvanced && place != nil && place.Role == Closes:
		return Errorf(Conflict, "after the exit there is no station")
	}
	return nil
}

// judgeSending tells whether a visitor may be sent to a station: any that their
// scenario has, whatever it says of the order, but one where nobody can begin.
func (r *Room) judgeSending(v *Visit, station string) error {
	if station == "" {
		return nil
	}
	switch p, ok := v.Scenario.Place(station); {
	case !ok:
		return Errorf(NotFound, "the visitor's scenario has no station %q", station)
	case p.Role == Opens:
		return Errorf(Invalid, "nobody is sent to an entry")
	case v.Place == station:
		return Errorf(Conflict, "the visitor is at %q already", station)
	}
	for _, s := range r.screens {
		if s.Station == station && r.live[s.ID] && !s.Rehearsal {
			return nil
		}
	}
	return Errorf(Conflict, "no screen is on at %q", station)
}

// sent is the spot of the station that an organiser sent a visitor to, while a
// screen is on there.
func (f *floor) sent(v *Visit) (spot int, ok bool) {
	if v.Sent == "" {
		return 0, false
	}
	spot, ok = f.index[v.Sent]
	return spot, ok && len(f.spots[spot].Free) > 0
}

// applyOrder folds what was done to a visit in, and tells the screens that it
// took the visitor from.
func (r *Room) applyOrder(v *Visit, f Fact) {
	concerned := []*Visit{v}
	if f.Type == VisitMerged {
		concerned = append(concerned, r.find(body[Merging](f).Into))
	}
	at := map[string]leaving{} // by screen
	for _, v := range concerned {
		if v.Screen != "" {
			at[v.Screen] = leaving{visit: v.Under, badge: v.Badge, as: f.as()}
		}
	}
	target, _ := v.told(body[Undoing](f).Fact)
	v.Add(f)
	switch {
	case f.Type == VisitMerged:
		r.merge(v, concerned[1])
		concerned = concerned[1:]
	case target.Type == VisitMerged:
		concerned = append(concerned, r.part(v, target.Visit))
	}
	r.changes.visit(v.ID)
	r.changes.closed = r.changes.closed || v.Closed() || f.Type == VisitUndone
	for _, v := range concerned {
		r.learn(v)
		r.changes.visit(v.ID)
		delete(at, v.Screen)
		if l, ok := r.leaving[v.Screen]; ok && r.find(l.visit) == v {
			delete(r.leaving, v.Screen)
		}
	}
	for screen, l := range at {
		if l.as != "" {
			r.leaving[screen] = l
		}
	}
	r.moved()
}

// as says to a screen what an organiser did; "" where it need not know.
func (f Fact) as() string {
	switch f.Type {
	case VisitAdvanced:
		return advanced
	case VisitReturned:
		return returned
	case VisitReleased:
		return released
	case VisitMerged:
		return "merged"
	case VisitClosed:
		if body[Closing](f).Reason == byOrganiser {
			return "closed"
		}
	}
	return ""
}

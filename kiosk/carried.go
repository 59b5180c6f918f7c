package kiosk

import (
	"slices"
	"strings"
	"time"
)

// Carrier is a station that may be carried: a visitor's own phone shows it,
// while the visit goes on at the room's screens.
type Carrier interface {
	Carries() bool
}

// carriedStay is how much longer than others a visit may go without a sign while
// something of it is carried: a phone that is out of reach tells of it later.
const carriedStay = time.Hour

// phone stands before a visit's id in the id of a phone that carries for it.
// Screens' ids have no dot.
const phone = "phone."

// Phone makes the id of one more phone of a visit.
func Phone(visit string) string { return phone + visit + "." + NewID()[24:] }

// PhoneOf is the one visit that a screen's id may speak for, false if it is a
// screen of the room's own.
func PhoneOf(screen string) (visit string, ok bool) {
	rest, ok := strings.CutPrefix(screen, phone)
	visit, _, _ = strings.Cut(rest, ".")
	return visit, ok
}

// Phones tells the room how to learn whether a visit has a phone. lent is called
// with the lock held. It comes before everything else.
func (r *Room) Phones(lent func(visit string) bool) { r.phones = lent }

// phoned tells whether a phone carries for the visit, or for one merged into it.
func (r *Room) phoned(v *Visit) bool {
	if r.phones(v.ID) {
		return true
	}
	for id := range v.merged {
		if r.phones(id) {
			return true
		}
	}
	return false
}

// CarriedView is a station that a phone carries.
type CarriedView struct {
	Station  string `json:"station"`
	Progress any    `json:"progress,omitempty"` // the newest stop.progress there
}

// Carries finds the open visit that wears a code, for a phone: NotFound when
// nobody does, Conflict when nothing of its scenario may be carried.
func (r *Room) Carries(code string) (visit string, err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	v := r.byCode(code, false)
	if v == nil {
		return "", Errorf(NotFound, "no visitor in the room wears this code")
	}
	if !slices.ContainsFunc(v.Scenario.Places, func(p Place) bool { return p.Carried }) || v.Unrecorded {
		return "", Errorf(Conflict, "nothing of this visit is carried on a phone")
	}
	return v.ID, nil
}

// phoneState is what a phone shows: its visit, without what other stations
// keep of it, and the stations it carries; false once the visit is over.
func (r *Room) phoneState(id, visit string) (ScreenState, bool) {
	v := r.find(visit)
	if v == nil || v.Closed() {
		return ScreenState{}, false
	}
	view := v.view()
	view.ID, view.Progress, view.Map = visit, nil, nil
	s := ScreenState{Screen: id, Name: v.Badge.Words, Room: r.Settings().view(v.Scenario), Phase: r.doors.phase, Paused: r.doors.paused(), Volume: 100, Opening: v.Opening,
		Scenario: v.Scenario.Hash, Visit: &view}
	for _, p := range v.Scenario.Places {
		if !p.Carried {
			continue
		}
		c := CarriedView{Station: p.ID}
		if stop := v.stops[p.ID]; stop != nil && stop.Progress != nil {
			c.Progress = stop.Progress
		}
		s.Carried = append(s.Carried, c)
	}
	return s, true
}

// judgePhone keeps a phone to what is told at the stations that it carries.
func (f Fact) judgePhone(place *Place) error {
	if _, ok := PhoneOf(f.Screen); !ok {
		return nil
	}
	own := f.Type == StopProgress || f.Type == Reacted || f.Type == ReactionWorded || strings.HasPrefix(f.Type, place.Kind+".")
	if !place.Carried || !own || f.whereabouts() {
		return Errorf(Forbidden, "%s at %q is not a phone's to tell", f.Type, place.ID)
	}
	return nil
}

// carries tells whether the visit has something with it that the room's screens
// do not show: begun, and at no screen of the room.
func (v *Visit) carries() bool {
	for _, s := range v.stops {
		if s.carried(v) {
			return true
		}
	}
	return false
}

// carried tells whether the stop goes on while the visitor is elsewhere.
func (s *Stop) carried(v *Visit) bool { return s.Place.Carried && s.Left == 0 && v.Place != s.Place.ID }

package kiosk

import (
	"slices"
	"strings"
	"time"
)

const (
	lateSlack = 5 * 1000            // ms after its closing that a visit still takes facts
	maxAhead  = 24 * 60 * 60 * 1000 // ms that a fact may lie in the future: a screen's clock may be off, not a day
)

// Judge tells whether a fact may be taken now. It is called with the lock
// held and, for a fact of a visit, with the visit in memory if there is one.
func (r *Room) Judge(f Fact, from Source, now time.Time) error {
	if f.At > now.UnixMilli()+maxAhead {
		return Errorf(Invalid, "at lies more than a day ahead")
	}
	if err := f.judgeSource(from); err != nil {
		return err
	}
	if f.read == nil {
		if _, err := f.check(); err != nil {
			return err
		}
	}
	switch {
	case f.Visit == "":
		return r.judgeOwn(f)
	case f.Type == VisitOpened:
		if err := r.judgeRehearsal(f, from, nil); err != nil {
			return err
		}
		return r.judgeOpened(f)
	}
	v := r.find(f.Visit)
	switch {
	case v == nil:
		return Errorf(NotFound, "there is no visit %s", f.Visit)
	case f.Type == VisitUndone:
		return r.judgeUndone(f, v, now)
	}
	if err := r.judgeRehearsal(f, from, v); err != nil {
		return err
	}
	return r.judgeVisit(f, v)
}

// judgeSource keeps screens to their own facts of visits.
func (f Fact) judgeSource(from Source) error {
	own := f.Visit == "" || f.Type == VisitClosed || f.Type == VisitErased || f.Type == StopHeld || f.ordered()
	switch {
	case from == RoomItself && f.By == "":
		return Errorf(Invalid, "a fact of the room's own tells who did it")
	case from == RoomItself:
		return nil
	case own:
		return Errorf(Forbidden, "%s is not a screen's to tell", f.Type)
	case f.By != "":
		return Errorf(Forbidden, "by is not a screen's to tell")
	case f.Screen != string(from):
		return Errorf(Forbidden, "this screen is not %q", f.Screen)
	}
	if visit, ok := PhoneOf(f.Screen); ok && (f.Visit != visit || f.Type == VisitOpened) {
		return Errorf(Forbidden, "this phone is another visit's")
	}
	return nil
}

func (r *Room) judgeOwn(f Fact) error {
	station := func(id string) error {
		if _, ok := r.current.Place(id); id != "" && !ok {
			return Errorf(NotFound, "the scenario has no station %q", id)
		}
		return nil
	}
	if Rehearses(f.Screen) {
		return Errorf(Forbidden, "a rehearsal's screens are its own")
	}
	switch f.Type {
	case OpeningPrepared, OpeningOpened, OpeningClosing, OpeningClosed, RoomPaused, RoomResumed:
		return r.doors.judge(f)
	case ScreenOrdered:
		if f.Screen != "" && r.screens[f.Screen] == nil {
			return Errorf(NotFound, "there is no screen %q", f.Screen)
		}
	case ScreenPaired:
		if f.Screen == "" {
			return Errorf(Invalid, "a pairing names its screen")
		}
		return station(body[Pairing](f).Station)
	case ScreenAssigned, ScreenRemoved:
		if r.screens[f.Screen] == nil {
			return Errorf(NotFound, "there is no screen %q", f.Screen)
		}
		if f.Type == ScreenAssigned {
			return station(body[Assignment](f).Station)
		}
	case PlanReached:
		return r.plan.judge(f)
	case BadgesPrinted, RehearsalHeld, PrivacySet:
	case SoundWasSet, SoundWasPlayed, SoundStopped:
		return r.judgeSound(f)
	case RotationStarted, RotationPaused, RotationResumed, RotationAdjusted, RotationTurned, RotationEnded:
		return r.judgeRotation(f)
	default:
		if f.ofInsights() || f.ofDesk() {
			return nil
		}
		return Errorf(Invalid, "%s needs a visit, or is no type of fact", f.Type)
	}
	return nil
}

func (r *Room) judgeOpened(f Fact) error {
	if r.find(f.Visit) != nil {
		return Errorf(Conflict, "the visit is open already")
	}
	b := body[Opened](f)
	s, ok := r.Known(b.Scenario)
	if !ok {
		return Errorf(NotFound, "there is no version %q of a scenario here", b.Scenario)
	}
	if p, ok := s.Place(f.Station); !ok || p.Role != Opens {
		return Errorf(Invalid, "a visit opens at an entry, not at %q", f.Station)
	}
	rehearses := Rehearses(f.Screen)
	if !rehearses {
		if err := r.doors.judgeEntry(b.Opening, b.Rehearsal, f.At); err != nil {
			return err
		}
	}
	if b.Department != "" && !slices.ContainsFunc(r.settings.Departments, func(d Named) bool { return d.ID == b.Department }) {
		return Errorf(NotFound, "the room has no department %q", b.Department)
	}
	if v := r.byCode(b.Badge.Code, rehearses); v != nil {
		return Errorf(Conflict, "the badge %s is worn by another visitor", b.Badge.Code)
	}
	return nil
}

func (r *Room) judgeVisit(f Fact, v *Visit) error {
	if f.Type == VisitErased {
		return r.judgeErasure(f, v)
	}
	if v.Closed() && f.At > v.ClosedAt+lateSlack {
		return Errorf(Closed, "the visit was over before that")
	}
	if f.ordered() || f.Type == VisitClosed {
		return r.judgeOrder(f, v)
	}
	if len(v.Scenario.Places) == 0 {
		return Errorf(Unavailable, "the version of the scenario that this visit is on is not loaded")
	}
	place, ok := v.Scenario.Place(f.Station)
	if !ok {
		return Errorf(NotFound, "the scenario has no station %q", f.Station)
	}
	if err := f.judgePhone(place); err != nil {
		return err
	}
	if v.Unrecorded && !f.whereabouts() {
		return Errorf(Forbidden, "this visitor walks without being recorded")
	}
	switch f.Type {
	case StopEntered, StopLeft, StopHeld, VisitEnding, StopProgress, Reacted, ReactionWorded, NotePut, NoteRemoved, SentenceTold, PledgeMade:
		return nil
	case VisitFinished:
		if place.Role != Closes {
			return Errorf(Invalid, "a visit is finished at an exit, not at %q", f.Station)
		}
		return nil
	case Assumed:
		b := body[Assumption](f)
		if !slices.ContainsFunc(v.Scenario.Assumptions, func(a AssumptionAsked) bool { return a.ID == b.Assumption }) {
			return Errorf(NotFound, "the scenario has no assumption %q", b.Assumption)
		}
		return nil
	}
	if kind, _, _ := strings.Cut(f.Type, "."); kind != place.Kind {
		return Errorf(Invalid, "%s is no type of fact at %s", f.Type, f.Station)
	}
	return place.Station.Judge(f)
}

// whereabouts tells whether the fact says where the visitor is, and no more.
func (f Fact) whereabouts() bool {
	return f.Type == StopEntered || f.Type == StopLeft || f.Type == StopHeld || f.Type == VisitFinished || f.Type == VisitEnding
}

// byCode finds the open visit that wears a badge, a rehearsal's or the room's.
func (r *Room) byCode(code string, synthetic bool) *Visit {
	code = strings.ToUpper(strings.Join(strings.Fields(code), ""))
	for _, v := range r.visits {
		if !v.Closed() && v.Synthetic == synthetic && v.wears(code) {
			return v
		}
	}
	return nil
}

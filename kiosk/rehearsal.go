package kiosk

import (
	"math"
	"slices"
	"strconv"
	"strings"
)

// How large a rehearsal may be.
const (
	maxRehearsers       = 300  // visitors
	maxRehearsalSpeed   = 1000 // times as fast as people
	maxRehearsalScreens = 60
)

// RehearsalOrder asks for a rehearsal: synthetic visitors who walk the room.
type RehearsalOrder struct {
	Visitors int            `json:"visitors"`          // who walk, 1–300
	Speed    float64        `json:"speed"`             // how many times as fast as people, 1–1000
	Screens  map[string]int `json:"screens,omitempty"` // by station; where none is said, as many as the room has there, or one
}

// Check tells what is wrong with an order, as far as it shows without a room.
func (o RehearsalOrder) Check() error {
	switch {
	case o.Visitors < 1 || o.Visitors > maxRehearsers:
		return Errorf(Invalid, "a rehearsal has 1 to %d visitors, not %d", maxRehearsers, o.Visitors)
	case math.IsNaN(o.Speed) || o.Speed < 1 || o.Speed > maxRehearsalSpeed:
		return Errorf(Invalid, "a rehearsal is 1 to %d times as fast as people, not %g", maxRehearsalSpeed, o.Speed)
	}
	return nil
}

// RehearsalReport is what a rehearsal found. Minutes are the visitors', so many
// times the clock's as the rehearsal was fast.
type RehearsalReport struct {
	Visitors   int                `json:"visitors"`             // who were to walk
	Finished   int                `json:"finished"`             // who came to the end
	Speed      float64            `json:"speed"`                //
	Minutes    float64            `json:"minutes"`              // from the first arrival to the last at the end
	Visit      float64            `json:"visit"`                // mean minutes of a visit, waiting included
	PerHour    float64            `json:"perHour"`              // who come to the end in an hour, once the room is full; 0: too few finished to tell
	Lag        float64            `json:"lag"`                  // mean minutes until the room showed that somebody had left: waiting that is the machine's, not the room's
	Stations   []RehearsalStation `json:"stations"`             // in the scenario's order
	Bottleneck string             `json:"bottleneck,omitempty"` // station whose screens need longest for everybody
	OneMore    float64            `json:"oneMore,omitempty"`    // PerHour with one screen more there, simulated
	Freely     bool               `json:"freely,omitempty"`     // the room moves in rounds, and they walked as if everybody walked freely
}

// RehearsalStation is one station in a report.
type RehearsalStation struct {
	Station string  `json:"station"`
	Screens int     `json:"screens"`
	Visits  int     `json:"visits"`  // stops there that came to their end
	Stay    float64 `json:"stay"`    // mean minutes there
	Wait    float64 `json:"wait"`    // mean minutes waited for it since the stop before
	WaitP90 float64 `json:"waitP90"` // nine of ten waited no longer
	Use     float64 `json:"use"`     // share of Minutes that its screens were in use, 0–1
}

// Check tells whether a report can be one: it comes from another program.
func (r RehearsalReport) Check() error {
	if len(r.Stations) > maxRehearsalScreens || len(r.Bottleneck) > 64 {
		return Errorf(Invalid, "not a rehearsal's report")
	}
	return nil
}

// HeldRehearsal tells that a rehearsal was held, and what came of it.
type HeldRehearsal struct {
	Ended      string  `json:"ended"`                // "finished", "stopped" by an organiser, or "lost" with what walked it
	Visitors   int     `json:"visitors"`             // who were to walk
	Finished   int     `json:"finished"`             // who came to the end
	Speed      float64 `json:"speed"`                //
	PerHour    float64 `json:"perHour,omitempty"`    //
	Bottleneck string  `json:"bottleneck,omitempty"` // station
}

// ByRehearsal erases the visits of a rehearsal, as the fact's By tells.
const ByRehearsal = "rehearsal"

// ofRehearsal stands before the id of a rehearsal's screen. Screens' ids have no
// dot.
const ofRehearsal = "rehearsal."

// rehearsalBadge stands before the code of a synthetic visitor's badge. No
// other badge has it.
const rehearsalBadge = "0"

// Rehearses tells whether a screen's id is of a rehearsal's. Such screens are
// in memory only; what visitors do at them is facts like any other.
func Rehearses(screen string) bool { return strings.HasPrefix(screen, ofRehearsal) }

// rehearsal is the one that is under way.
type rehearsal struct {
	visitors, begun, finished int
	pace                      pace
}

// BeginRehearsal makes the screens of a rehearsal. Conflict while another is
// under way.
func (r *Room) BeginRehearsal(o RehearsalOrder) ([]Screen, error) {
	if err := o.Check(); err != nil {
		return nil, err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	switch {
	case r.rehearsal != nil:
		return nil, Errorf(Conflict, "a rehearsal is under way already")
	case r.current == nil:
		return nil, Errorf(Unavailable, "there is no scenario to rehearse")
	}
	screens, err := r.rehearsalScreens(o.Screens)
	if err != nil {
		return nil, err
	}
	for _, s := range screens {
		r.screens[s.ID] = &s
		r.changes.screen(s.ID)
	}
	r.rehearsal = &rehearsal{visitors: o.Visitors, pace: newPace()}
	r.rehearsal.pace.speed = o.Speed
	r.moved()
	return screens, nil
}

// rehearsalScreens are as many at each station as asked for, or as the room
// has there, or one; none where visitors carry a station on their phones.
func (r *Room) rehearsalScreens(asked map[string]int) ([]Screen, error) {
	for id := range asked {
		if _, ok := r.current.Place(id); !ok {
			return nil, Errorf(NotFound, "the scenario has no station %.64q", id)
		}
	}
	there := map[string]int{}
	for _, s := range r.screens {
		there[s.Station]++
	}
	var screens []Screen
	for _, p := range r.current.Places {
		n, said := asked[p.ID]
		if !said {
			n = there[p.ID]
			if n == 0 && !p.Carried {
				n = 1
			}
		}
		if n < 0 || n > maxRehearsalScreens || n == 0 && p.Role != AStop {
			return nil, Errorf(Invalid, "a rehearsal cannot have %d screens at %s", n, p.ID)
		}
		for range n {
			screens = append(screens, Screen{ID: ofRehearsal + NewID()[24:], Name: "R" + strconv.Itoa(len(screens)+1),
				Station: p.ID, Rehearsal: true, Wanted: Wanted{Volume: 100}})
		}
	}
	if len(screens) > maxRehearsalScreens {
		return nil, Errorf(Invalid, "a rehearsal has at most %d screens, not %d", maxRehearsalScreens, len(screens))
	}
	return screens, nil
}

// Rehearsal tells how many visitors of the present rehearsal have begun and
// come to the end; false when none is under way.
func (r *Room) Rehearsal() (begun, finished int, ok bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.rehearsal == nil {
		return 0, 0, false
	}
	return r.rehearsal.begun, r.rehearsal.finished, true
}

// EndRehearsal takes its screens out of the room and gives their ids; nothing
// that they tell is taken from then on. Its visits are left to be erased.
func (r *Room) EndRehearsal() []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	var ids []string
	for id, s := range r.screens {
		if s.Rehearsal {
			ids = append(ids, id)
			delete(r.screens, id)
			delete(r.live, id)
			delete(r.offers, id)
			delete(r.leaving, id)
			r.changes.screen(id)
		}
	}
	r.rehearsal = nil
	r.moved()
	slices.Sort(ids)
	return ids
}

// judgeRehearsal keeps a rehearsal's screens to its own visitors, and all
// others to theirs. v is the fact's visit, nil for one that opens.
func (r *Room) judgeRehearsal(f Fact, from Source, v *Visit) error {
	rehearses := Rehearses(f.Screen)
	switch {
	case from == RoomItself && v != nil && v.Synthetic && (f.ordered() || f.Type == VisitClosed):
		return Errorf(Conflict, "a rehearsal's visitors walk by themselves")
	case from == RoomItself:
		return nil
	case v != nil && v.Synthetic != rehearses:
		return Errorf(Forbidden, "a rehearsal's visitors and the room's do not meet")
	case !rehearses:
		return nil
	case r.screens[f.Screen] == nil || r.rehearsal == nil:
		return Errorf(Closed, "the rehearsal is over")
	case v != nil:
		return nil
	}
	b := body[Opened](f)
	switch {
	case !b.Rehearsal || b.Opening != "":
		return Errorf(Invalid, "a rehearsal's visit says so, and is of no opening")
	case !strings.HasPrefix(b.Badge.Code, rehearsalBadge):
		return Errorf(Invalid, "a rehearsal's badge has a code of its own")
	case r.rehearsal.begun >= r.rehearsal.visitors:
		return Errorf(Conflict, "the rehearsal has all its visitors")
	}
	return nil
}

// rehearsed counts what happens in the rehearsal.
func (r *Room) rehearsed(f Fact, v *Visit) {
	switch {
	case r.rehearsal == nil || !v.Synthetic:
	case f.Type == VisitOpened:
		r.rehearsal.begun++
	case f.Type == VisitFinished:
		r.rehearsal.finished++
	}
}

// crowd is one of the two that may walk the room at once, its visitors and a
// rehearsal's: neither is in the other's way.
type crowd struct {
	rehearsal bool
	pace      *pace
}

func (r *Room) crowds() []crowd {
	crowds := []crowd{{false, &r.pace}}
	if r.rehearsal != nil {
		crowds = append(crowds, crowd{true, &r.rehearsal.pace})
	}
	return crowds
}

package kiosk

import (
	"math"
	"slices"
	"time"
)

// Rotation is the round of a room in which groups move all at once, as its
// facts made it. Group g begins at the g-th of Stations and goes on to the
// next one with every turn; after the last turn everybody goes to the exit.
type Rotation struct {
	Stations []string
	Length   int64 // ms of a turn
	Turn     int   // from 1; more than there are stations: the round is over
	Ends     int64 // ms, when the turn is over; not while paused
	Left     int64 // ms left of the turn while paused
	Paused   bool
	Held     bool // the whole room is paused
}

// RotationBegun begins a round.
type RotationBegun struct {
	Stations []string `json:"stations"` // in the order groups pass them
	Length   int64    `json:"length"`   // ms of a turn
}

// RotationTurn names the turn that begins, so that none is begun twice.
type RotationTurn struct {
	Turn int `json:"turn"`
}

// RotationChange makes the present turn longer, or shorter with ms < 0.
type RotationChange struct {
	MS int64 `json:"ms"`
}

// RotationView is the round as screens show it.
type RotationView struct {
	Turn   int   `json:"turn"`           // 0: not begun; more than Of: over
	Of     int   `json:"of"`             // turns of the round
	Ends   int64 `json:"ends,omitempty"` // ms on the server's clock; none: not running
	Left   int64 `json:"left,omitempty"` // ms left of the turn, while paused
	Paused bool  `json:"paused,omitempty"`
}

// Rotation tells how the round stands; false when none was begun.
func (r *Room) Rotation() (Rotation, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.rotation == nil {
		return Rotation{}, false
	}
	return *r.rotation, true
}

// NewRotation is the body that begins a round: the stops of the present
// scenario, for as long as the room file says.
func (r *Room) NewRotation() RotationBegun {
	r.mu.Lock()
	defer r.mu.Unlock()
	return RotationBegun{Stations: r.stops(), Length: int64(r.settings.Rotation.Minutes * 60_000)}
}

// RotationDue tells which turn is to begin now, if one is.
func (r *Room) RotationDue(now time.Time) (turn int, due bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	o := r.rotation
	if o == nil || o.still() || o.over() || now.UnixMilli() < o.Ends {
		return 0, false
	}
	return o.Turn + 1, true
}

func (o *Rotation) over() bool { return o.Turn > len(o.Stations) }

// still tells whether the turn's time does not pass.
func (o *Rotation) still() bool { return o.Paused || o.Held }

// stop and start hold the turn's time and give it back; of several reasons to
// hold it the first stops it, and the last that is gone starts it.
func (o *Rotation) stop(at int64) {
	if !o.still() && !o.over() {
		o.Left, o.Ends = max(0, o.Ends-at), 0
	}
}

func (o *Rotation) start(at int64) {
	if !o.still() && !o.over() {
		o.Left, o.Ends = 0, at+o.Left
	}
}

// hold stops the round, if there is one, with the room; release gives it back.
func (o *Rotation) hold(at int64) {
	if o != nil {
		o.stop(at)
		o.Held = true
	}
}

func (o *Rotation) release(at int64) {
	if o != nil {
		o.Held = false
		o.start(at)
	}
}

// stops are the stations that groups pass, in the scenario's order.
func (r *Room) stops() []string {
	var ids []string
	if r.current != nil {
		for _, p := range r.current.Places {
			if p.Role == AStop {
				ids = append(ids, p.ID)
			}
		}
	}
	return ids
}

func (r *Room) judgeRotation(f Fact) error {
	o := r.rotation
	running := o != nil && !o.over()
	switch {
	case r.settings.Mode != Rotate:
		return Errorf(Conflict, "the room file says mode: %s, so there is no round", r.settings.Mode)
	case r.doors.opening == "":
		return Errorf(Conflict, "the doors are closed")
	case r.doors.paused() && (f.Type == RotationStarted || f.Type == RotationTurned):
		return Errorf(Conflict, "the room is paused: nobody moves")
	case f.Type == RotationStarted && running:
		return Errorf(Conflict, "a round is under way already")
	case f.Type == RotationStarted:
		return nil
	case o == nil:
		return Errorf(Conflict, "no round was begun")
	case f.Type == RotationEnded:
		return nil
	case !running:
		return Errorf(Conflict, "the round is over")
	case f.Type == RotationTurned && body[RotationTurn](f).Turn != o.Turn+1:
		return Errorf(Conflict, "turn %d is next", o.Turn+1)
	case f.Type == RotationPaused && o.Paused, f.Type == RotationResumed && !o.Paused:
		return Errorf(Conflict, "it is so already")
	}
	return nil
}

func (r *Room) applyRotation(f Fact) {
	if f.Type == RotationStarted {
		b := body[RotationBegun](f)
		r.rotation = &Rotation{Stations: b.Stations, Length: b.Length, Turn: 1, Ends: f.At + b.Length}
		return
	}
	o := r.rotation
	if o == nil {
		return
	}
	switch f.Type {
	case RotationPaused:
		o.stop(f.At)
		o.Paused = true
	case RotationResumed:
		o.Paused = false
		o.start(f.At)
	case RotationAdjusted:
		if ms := body[RotationChange](f).MS; o.still() {
			o.Left = max(0, o.Left+ms)
		} else {
			o.Ends = max(f.At, o.Ends+ms)
		}
	case RotationTurned:
		o.Turn++
		o.Left, o.Ends = 0, f.At+o.Length
		if o.still() || o.over() {
			o.Left, o.Ends = o.Length, 0
		}
		if o.over() {
			o.Paused, o.Left = false, 0
		}
	case RotationEnded:
		r.rotation = nil
	}
}

// rotationView is nil in a room where everybody walks freely.
func (r *Room) rotationView() *RotationView {
	if r.settings.Mode != Rotate {
		return nil
	}
	o := r.rotation
	if o == nil {
		return &RotationView{Of: len(r.stops())}
	}
	return &RotationView{Turn: o.Turn, Of: len(o.Stations), Ends: o.Ends, Left: o.Left, Paused: o.still()}
}

// freeGroup is the group with the fewest people, for the next visitor; 0 in a
// room without groups.
func (r *Room) freeGroup() int {
	if r.settings.Mode != Rotate {
		return 0
	}
	people := make([]int, len(r.stops())+1)
	for _, v := range r.visits {
		if !v.Closed() && !v.Synthetic && v.Group > 0 && v.Group < len(people) {
			people[v.Group] += v.Party
		}
	}
	group := 0
	for g := 1; g < len(people); g++ {
		if group == 0 || people[g] < people[group] {
			group = g
		}
	}
	return group
}

// turnOf is where the round sends a visitor of a group; false when it is not
// for the round to say: an organiser sent them elsewhere, the room has none, they want to finish, it is over, or
// the station's screens are off.
func (r *Room) turnOf(v *Visit, f *floor, now time.Time) (way, bool) {
	o := r.rotation
	if _, sent := f.sent(v); sent || r.settings.Mode != Rotate || v.Group == 0 || v.Synthetic || v.Ending || o != nil && o.over() {
		return way{}, false
	}
	if o == nil {
		o = &Rotation{Stations: r.stops(), Turn: 1}
	}
	if len(o.Stations) == 0 {
		return way{}, false
	}
	to := way{station: o.station(v.Group, o.Turn), due: now}
	if s := v.stops[to.station]; v.been(to.station) && s.Left > 0 { // done before the time
		left := o.Left
		if o.Ends > 0 {
			left = o.Ends - now.UnixMilli()
		}
		if o.Turn == len(o.Stations) {
			return way{}, false // the exit is next, and may be gone to
		}
		to.station, to.wait = o.station(v.Group, o.Turn+1), max(1, int(math.Ceil(float64(left)/60_000)))
	}
	i, ok := f.index[to.station]
	if !ok || len(f.spots[i].Free) == 0 || !slices.ContainsFunc(v.Scenario.Places, func(p Place) bool { return p.ID == to.station }) {
		return way{}, false
	}
	return to, true
}

// station is where a group is in a turn; both count from 1.
func (o *Rotation) station(group, turn int) string {
	return o.Stations[(group+turn-2)%len(o.Stations)]
}

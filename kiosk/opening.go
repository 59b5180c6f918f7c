package kiosk

import "time"

// Phase is how far an opening is.
type Phase string

const (
	DoorsClosed Phase = "closed"  // nobody comes in, nobody is inside
	Setup       Phase = "setup"   // organisers look whether all is well: visits are rehearsal
	DoorsOpen   Phase = "open"    // visitors come in
	LastRound   Phase = "closing" // nobody comes in any more, who is inside finishes
)

// span is a stretch of time in ms; To 0: it lasts.
type span struct{ From, To int64 }

// doors is how the present opening stands, as the room's facts made it.
type doors struct {
	phase    Phase
	opening  string           // id of the fact that opened it; "" when the doors are closed
	openings map[string]bool  // every opening there was; true for a setup
	ended    map[string]int64 // ms, by opening: since when nobody comes in any more
	pauses   []span           // of the present opening, the last one perhaps lasting
}

func newDoors() doors {
	return doors{phase: DoorsClosed, openings: map[string]bool{}, ended: map[string]int64{}}
}

// Phase tells how far the opening is.
func (r *Room) Phase() Phase {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.doors.phase
}

// Opening is the id of the present opening, "" when the doors are closed, and
// whether there ever was one.
func (r *Room) Opening() (id string, ever bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.doors.opening, len(r.doors.openings) > 0
}

// Newest is when the last of the room's own facts happened, in ms; 0 before any.
func (r *Room) Newest() int64 {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.newest
}

// Paused tells whether the room stands still.
func (r *Room) Paused() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.doors.paused()
}

func (d *doors) paused() bool {
	n := len(d.pauses)
	return n > 0 && d.pauses[n-1].To == 0
}

// lasted is the time between two moments that the room did not stand still.
func (d *doors) lasted(from int64, to time.Time) time.Duration {
	end := to.UnixMilli()
	ms := end - from
	for _, p := range d.pauses {
		if p.To == 0 {
			p.To = end
		}
		ms -= max(0, min(p.To, end)-max(p.From, from))
	}
	return time.Duration(ms) * time.Millisecond
}

// judgeDoors keeps an opening to its order: closed, setup, open, closing,
// closed. Setup and closing may be left out.
func (d *doors) judge(f Fact) error {
	switch {
	case f.Type == OpeningPrepared && d.phase == Setup:
		return Errorf(Conflict, "the room is being set up already")
	case f.Type == OpeningPrepared && d.phase != DoorsClosed:
		return Errorf(Conflict, "the doors are open; the room is set up while they are closed")
	case f.Type == OpeningOpened && d.phase == DoorsOpen:
		return Errorf(Conflict, "the doors are open already")
	case f.Type == OpeningOpened && d.phase == LastRound:
		return Errorf(Conflict, "the doors are closing; they open again once they are closed")
	case f.Type == OpeningClosing && d.phase == LastRound:
		return Errorf(Conflict, "the doors are closing already")
	case f.Type == OpeningClosing && d.phase != DoorsOpen:
		return Errorf(Conflict, "the doors are not open")
	case f.Type == OpeningClosed && d.phase == DoorsClosed:
		return Errorf(Conflict, "the doors are closed already")
	case f.Type == RoomPaused && d.phase == DoorsClosed:
		return Errorf(Conflict, "the doors are closed: there is nothing to pause")
	case f.Type == RoomPaused && d.paused():
		return Errorf(Conflict, "the room is paused already")
	case f.Type == RoomResumed && !d.paused():
		return Errorf(Conflict, "the room is not paused")
	}
	return nil
}

// judgeEntry tells whether a visit may begin in the opening that it names. Who
// came in before the end and was heard of late is in; of a setup nothing is kept.
func (d *doors) judgeEntry(opening string, rehearsal bool, at int64) error {
	setup, known := d.openings[opening]
	ended := d.ended[opening]
	switch {
	case !known:
		return Errorf(NotFound, "there was no opening %q", opening)
	case setup && ended > 0:
		return Errorf(Closed, "the room is not being set up any more")
	case setup && !rehearsal:
		return Errorf(Invalid, "a visit that begins before the doors open is rehearsal")
	case ended > 0 && at > ended+lateSlack:
		return Errorf(Closed, "the doors are closing: nobody comes in any more")
	}
	return nil
}

// applyDoors folds a fact of the opening in; false if it is none.
func (r *Room) applyDoors(f Fact) bool {
	d := &r.doors
	switch f.Type {
	case OpeningPrepared, OpeningOpened:
		d.end(f.At)
		d.phase, d.opening = DoorsOpen, f.ID
		if f.Type == OpeningPrepared {
			d.phase = Setup
		}
		d.openings[f.ID] = d.phase == Setup
		r.rotation = nil
		if r.current != nil {
			r.pace.keep(r.current.Hash)
		}
	case OpeningClosing:
		d.phase = LastRound
		d.end(f.At)
	case OpeningClosed:
		d.end(f.At)
		d.phase, d.opening, d.pauses, r.rotation = DoorsClosed, "", nil, nil
	case RoomPaused:
		d.pauses = append(d.pauses, span{From: f.At})
		r.rotation.hold(f.At)
	case RoomResumed:
		if d.paused() {
			d.pauses[len(d.pauses)-1].To = f.At
			r.rotation.release(f.At)
		}
	default:
		return false
	}
	return true
}

// end lets nobody into the present opening any more.
func (d *doors) end(at int64) {
	if d.opening != "" && d.ended[d.opening] == 0 {
		d.ended[d.opening] = at
	}
}

// endsWith tells whether a fact ends an open visit: the doors close on all, and
// open without those who were there before.
func (d *doors) endsWith(f Fact, v *Visit) bool {
	return f.Type == OpeningClosed || f.Type == OpeningOpened && d.openings[v.Opening]
}

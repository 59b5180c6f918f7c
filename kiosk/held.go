package kiosk

import (
	"maps"
	"slices"
	"time"
)

// Holding is the time that a visitor stood still with the room, in ms on the
// server's clock.
type Holding struct {
	From int64 `json:"from"`
	To   int64 `json:"to"`
}

// Stood tells how many ms between two moments the stop stood still with the room.
func (s *Stop) Stood(from, to int64) int64 {
	var ms int64
	for _, h := range s.held {
		ms += h.within(from, to)
	}
	return ms
}

// within is how much of it lies between two moments.
func (h Holding) within(from, to int64) int64 { return max(0, min(h.To, to)-max(h.From, from)) }

// holdings are the facts that a room's going on brings with it: each visitor
// who stood still at a station did nothing there meanwhile.
func (r *Room) holdings(resumed Fact) []Fact {
	if !r.doors.paused() {
		return nil
	}
	from := r.doors.pauses[len(r.doors.pauses)-1].From
	var facts []Fact
	for _, id := range slices.Sorted(maps.Keys(r.visits)) {
		v := r.visits[id]
		h := Holding{From: max(from, v.Since), To: resumed.At}
		if v.Closed() || v.Place == "" || h.To <= h.From {
			continue
		}
		g, _ := NewFact(time.UnixMilli(resumed.At), StopHeld, resumed.By, h)
		g.Visit, g.Station, g.Screen = id, v.Place, v.Screen
		facts = append(facts, g)
	}
	return facts
}

package kiosk

import "math"

// Capacity is how many visitors an hour a room can take as it is now.
type Capacity struct {
	PerHour    int          `json:"perHour"`              // 0: no station has a screen that is on
	Bottleneck string       `json:"bottleneck,omitempty"` // the station that takes the fewest
	Stations   []Throughput `json:"stations"`             // in the scenario's order
}

// Throughput is how many visitors an hour a station can take.
type Throughput struct {
	Station string  `json:"station"`
	Screens int     `json:"screens"` // that are on
	Stay    float64 `json:"stay"`    // minutes that a visitor is expected to stay, as learnt
	PerHour float64 `json:"perHour"`
}

// Capacity reckons with the screens that are on and with how long visitors
// stay, in rounds with the length of a turn. Nobody is sent to a stop without
// a screen, so that holds nobody up.
func (r *Room) Capacity() Capacity {
	r.mu.Lock()
	defer r.mu.Unlock()
	c := Capacity{Stations: []Throughput{}}
	if r.current == nil {
		return c
	}
	screens := map[string]int{}
	for _, s := range r.screens {
		if r.takes(s) && !s.Rehearsal {
			screens[s.Station]++
		}
	}
	least := math.Inf(1)
	for i := range r.current.Places {
		p := &r.current.Places[i]
		t := Throughput{Station: p.ID, Screens: screens[p.ID], Stay: r.pace.stay(p)}
		if p.Role == AStop && r.settings.Mode == Rotate {
			t.Stay = r.settings.Rotation.Minutes
		}
		t.PerHour = float64(t.Screens) * 60 / t.Stay
		c.Stations = append(c.Stations, t)
		if t.PerHour < least && (t.Screens > 0 || p.Role != AStop) {
			least, c.Bottleneck = t.PerHour, p.ID
		}
	}
	if c.Bottleneck != "" {
		c.PerHour = int(least)
	}
	return c
}

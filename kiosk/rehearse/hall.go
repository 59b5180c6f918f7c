package rehearse

import (
	"slices"

	"immersion/kiosk"
)

// hall is a room to simulate, with the visitors of a rehearsal: each stays at
// each station as long as they did, and is sent as the room sends.
type hall struct {
	places  []kiosk.Place
	screens []int       // by place
	stay    [][]float64 // minutes, by visitor and place; the mean where they were not
	mean    []float64   // minutes, by place
}

// guest is one visitor in the simulation.
type guest struct {
	begun       []bool
	done        []bool
	at, heading int // -1: nowhere
	since       float64
	until       float64
	home        bool
}

func newHall(w *walk) *hall {
	h := &hall{places: w.scenario.Places}
	for i := range h.places {
		p := &h.places[i]
		sum, n := 0.0, 0
		for _, v := range w.walkers {
			if s := v.stopAt(p.ID); s != nil {
				sum, n = sum+w.minutes(s.to.Sub(s.from)), n+1
			}
		}
		mean := p.Minutes
		if n > 0 {
			mean = sum / float64(n)
		}
		h.mean, h.screens = append(h.mean, mean), append(h.screens, w.screens[p.ID])
	}
	for _, v := range w.walkers {
		stay := slices.Clone(h.mean)
		for i := range h.places {
			if s := v.stopAt(h.places[i].ID); s != nil {
				stay[i] = w.minutes(s.to.Sub(s.from))
			}
		}
		h.stay = append(h.stay, stay)
	}
	return h
}

// perHour simulates the room with one screen more at a station, "" for none,
// and gives what a report's PerHour would be.
func (h *hall) perHour(more string) float64 {
	screens, most := slices.Clone(h.screens), 0.0
	for i := range screens {
		if h.places[i].ID == more {
			screens[i]++
		}
		if screens[i] > 0 {
			most = max(most, h.mean[i]/float64(screens[i]))
		}
	}
	var guests []*guest
	var ends []float64
	for now := 0.0; len(ends) < len(h.stay); {
		for _, g := range guests {
			if g.at >= 0 && g.until <= now {
				g.done[g.at], g.home, g.at, g.since = true, h.places[g.at].Role == kiosk.Closes, -1, now
				if g.home {
					ends = append(ends, now)
				}
			}
		}
		guests = h.enter(guests, screens, now)
		for h.send(guests, screens, now) {
		}
		next := -1.0
		for _, g := range guests {
			if g.at >= 0 && (next < 0 || g.until < next) {
				next = g.until
			}
		}
		if next < 0 {
			break // everybody is through, or nobody gets on
		}
		now = next
	}
	if len(ends) == 0 {
		return 0
	}
	return perHour(ends, most)
}

// taken is how many are at a place.
func taken(guests []*guest, place int) (n int) {
	for _, g := range guests {
		if g.at == place {
			n++
		}
	}
	return n
}

// enter lets the next visitors in where an entry is free.
func (h *hall) enter(guests []*guest, screens []int, now float64) []*guest {
	for i := range h.places {
		if h.places[i].Role != kiosk.Opens {
			continue
		}
		for n := taken(guests, i); n < screens[i] && len(guests) < len(h.stay); n++ {
			g := &guest{begun: make([]bool, len(h.places)), done: make([]bool, len(h.places)), heading: -1}
			h.begin(g, len(guests), i, now)
			guests = append(guests, g)
		}
	}
	return guests
}

func (h *hall) begin(g *guest, n, place int, now float64) {
	g.begun[place], g.at, g.since, g.until = true, place, now, now+h.stay[n][place]
}

// send sends everybody between stations as the room does; true when somebody
// began somewhere.
func (h *hall) send(guests []*guest, screens []int, now float64) bool {
	spots := make([]kiosk.Spot, len(h.places))
	for i := range spots {
		spots[i].Stay = h.mean[i]
		spots[i].Free = make([]float64, screens[i])
		n := 0
		for _, g := range guests {
			if g.at == i {
				spots[i].Free[n] = kiosk.Remaining(h.mean[i], now-g.since)
				n++
			} else if !g.home && !g.begun[i] && h.places[i].Role == kiosk.AStop {
				spots[i].Needed++
			}
		}
	}
	var who []int
	var walkers []kiosk.Walker
	for n, g := range guests {
		if g.at < 0 && !g.home {
			who, walkers = append(who, n), append(walkers, h.walker(g, screens))
		}
	}
	began := false
	for i, to := range kiosk.Ways(spots, walkers) {
		g := guests[who[i]]
		if g.heading = to.Station; to.Station >= 0 && taken(guests, to.Station) < screens[to.Station] {
			h.begin(g, who[i], to.Station, now)
			began = true
		}
	}
	return began
}

// walker is a guest as way-finding sees them.
func (h *hall) walker(g *guest, screens []int) kiosk.Walker {
	w := kiosk.Walker{Heading: g.heading}
	var out []int
	for i := range h.places {
		switch p := &h.places[i]; {
		case screens[i] == 0 || g.begun[i]:
		case p.Role == kiosk.Closes:
			out = append(out, i)
		case p.Role == kiosk.AStop:
			w.Load += h.mean[i]
			if h.allowed(g, p) {
				w.May = append(w.May, i)
				w.Opens = append(w.Opens, h.behind(g, p.ID))
			}
		}
	}
	if len(w.May) == 0 {
		w.May, w.Opens = out, make([]float64, len(out))
	}
	return w
}

// allowed tells whether what comes before a place is behind the guest.
func (h *hall) allowed(g *guest, p *kiosk.Place) bool {
	for i := range h.places {
		if slices.Contains(p.After, h.places[i].ID) && !g.done[i] {
			return false
		}
	}
	return true
}

// behind is the minutes at stations that come after one.
func (h *hall) behind(g *guest, station string) float64 {
	sum := 0.0
	for i := range h.places {
		if !g.begun[i] && slices.Contains(h.places[i].After, station) {
			sum += h.mean[i] + h.behind(g, h.places[i].ID)
		}
	}
	return sum
}

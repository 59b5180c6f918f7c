package kiosk

import (
	"cmp"
	"math"
	"slices"
	"time"
)

const (
	fresh  = 5 * time.Second // that a look at the room is good for
	astray = 5               // minutes late for a free station: nothing is held back for them any more
)

// where is who is where, and where the room sends whom; counted once for many
// readers.
type where struct {
	at      map[string]*Visit // by screen; of several, the one who came last
	walking []*Visit          // between stations
	ways    map[string]way    // of those who walk, by visit
	counted time.Time
}

// way is where a visitor between stations is sent.
type way struct {
	station string    // "": nowhere
	wait    int       // whole minutes until a screen there is expected to be free; 0: free now
	due     time.Time // when they could have begun there
}

// Present tells the room whether a screen can take a visitor: it is connected
// and tells so by its heartbeat. Unheard of, a screen does not count.
func (r *Room) Present(screen string, live bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.live[screen] == live {
		return
	}
	if live {
		r.live[screen] = true
	} else {
		delete(r.live, screen)
	}
	r.moved()
}

// takes tells whether a visitor may be sent to a screen.
func (r *Room) takes(s *Screen) bool {
	return r.live[s.ID] && s.Station != "" && !s.Wanted.Blank
}

func (r *Room) whereabouts() *where {
	now := r.now()
	if r.where != nil && now.Sub(r.where.counted) < fresh {
		return r.where
	}
	w := &where{at: map[string]*Visit{}, ways: map[string]way{}, counted: now}
	for _, v := range r.visits {
		switch {
		case v.Closed():
		case v.Place == "":
			w.walking = append(w.walking, v)
		default:
			if other := w.at[v.Screen]; other == nil || v.Since > other.Since {
				w.at[v.Screen] = v
			}
		}
	}
	slices.SortFunc(w.walking, func(a, b *Visit) int {
		return cmp.Or(cmp.Compare(a.Since, b.Since), cmp.Compare(a.ID, b.ID))
	})
	for _, c := range r.crowds() {
		r.send(w, c, now)
	}
	r.where, r.ways = w, w.ways
	return w
}

// send finds the way of everybody in a crowd. Who is astray is told a way, and nothing is held
// back for them.
func (r *Room) send(w *where, c crowd, now time.Time) {
	f := r.floor(c, now)
	var onTheWay []*Visit
	var walkers []Walker
	for _, v := range w.walking {
		if v.Synthetic != c.rehearsal {
			continue
		}
		before := r.ways[v.ID]
		if to, ok := r.turnOf(v, f, now); ok {
			w.ways[v.ID] = to
			continue
		}
		walker := f.walker(v, before.station)
		if !before.due.IsZero() && f.since(before.due.UnixMilli()) > astray {
			to := f.way(Ways(f.spots, []Walker{walker})[0], before, now)
			to.due = before.due
			w.ways[v.ID] = to
			continue
		}
		onTheWay, walkers = append(onTheWay, v), append(walkers, walker)
	}
	for i, to := range Ways(f.spots, walkers) {
		w.ways[onTheWay[i].ID] = f.way(to, r.ways[onTheWay[i].ID], now)
	}
}

// floor is the room of one crowd as spots, with the stations they stand for.
type floor struct {
	speed float64                // of the crowd, as pace has it
	since func(ms int64) float64 // minutes of theirs since a time, without those that the room stood still
	spots []Spot
	ids   []string
	index map[string]int
}

// at finds a station's spot; a visit on another version may have stations that
// the present one does not know.
func (f *floor) at(station string) int {
	i, ok := f.index[station]
	if !ok {
		i = len(f.spots)
		f.index[station], f.ids, f.spots = i, append(f.ids, station), append(f.spots, Spot{})
	}
	return i
}

func (r *Room) floor(c crowd, now time.Time) *floor {
	f := &floor{speed: c.pace.speed, index: map[string]int{}}
	f.since = func(ms int64) float64 { return r.doors.lasted(ms, now).Minutes() }
	if c.rehearsal { // goes on while the room stands still
		f.since = func(ms int64) float64 { return now.Sub(time.UnixMilli(ms)).Minutes() * f.speed }
	}
	if r.current != nil {
		for i := range r.current.Places {
			p := &r.current.Places[i]
			f.spots[f.at(p.ID)].Stay = c.pace.stay(p)
		}
	}
	busy := map[int][]float64{} // minutes until those who are there go
	for _, v := range r.visits {
		if v.Closed() || v.Synthetic != c.rehearsal {
			continue
		}
		for i := range v.Scenario.Places {
			p := &v.Scenario.Places[i]
			n := f.at(p.ID)
			if f.spots[n].Stay == 0 {
				f.spots[n].Stay = c.pace.stay(p)
			}
			if v.Place == p.ID && r.live[v.Screen] {
				busy[n] = append(busy[n], Remaining(f.spots[n].Stay, f.since(v.Since)))
			} else if !v.been(p.ID) && p.Role == AStop {
				f.spots[n].Needed++
			}
		}
	}
	for _, s := range r.screens {
		if r.takes(s) && s.Rehearsal == c.rehearsal {
			n := f.at(s.Station)
			f.spots[n].Free = append(f.spots[n].Free, 0)
		}
	}
	for n, minutes := range busy {
		slices.Sort(minutes)
		for i := range min(len(minutes), len(f.spots[n].Free)) {
			f.spots[n].Free[i] = minutes[i]
		}
	}
	return f
}

// walker is a visitor as way-finding sees them. They may go where they have
// not been, the scenario allows and a screen is on; the exit comes when nothing
// else is left, or when they want to finish. Where an organiser sends them goes
// before all that.
func (f *floor) walker(v *Visit, heading string) Walker {
	w := Walker{Heading: -1}
	if i, ok := f.index[heading]; ok {
		w.Heading = i
	}
	var out []int
	for i := range v.Scenario.Places {
		p := &v.Scenario.Places[i]
		n := f.at(p.ID)
		switch {
		case p.Role == Closes:
			if len(f.spots[n].Free) > 0 {
				out = append(out, n)
			}
		case p.Role != AStop || v.Ending || v.been(p.ID):
		default:
			w.Load += f.spots[n].Stay
			if v.allowed(p) && len(f.spots[n].Free) > 0 {
				w.May = append(w.May, n)
				w.Opens = append(w.Opens, f.behind(v, p.ID))
			}
		}
	}
	if len(w.May) == 0 {
		w.May, w.Opens = out, make([]float64, len(out))
	}
	if n, ok := f.sent(v); ok {
		w.May, w.Opens = []int{n}, []float64{0}
	}
	return w
}

// behind is the minutes at a visitor's stations that come after one.
func (f *floor) behind(v *Visit, station string) float64 {
	sum := 0.0
	for i := range v.Scenario.Places {
		p := &v.Scenario.Places[i]
		if !v.been(p.ID) && slices.Contains(p.After, station) {
			sum += f.spots[f.at(p.ID)].Stay + f.behind(v, p.ID)
		}
	}
	return sum
}

// way tells a Way in the room's terms. Who is sent on to the same free station
// stays due when they were.
func (f *floor) way(to Way, before way, now time.Time) way {
	if to.Station < 0 {
		return way{}
	}
	out := way{station: f.ids[to.Station], wait: int(math.Ceil(to.Wait)), due: before.due}
	if out.wait > 0 || before.station != out.station {
		out.due = now.Add(time.Duration(to.Wait / f.speed * float64(time.Minute)))
	}
	return out
}

// allowed tells whether the stations that come before a place are behind the visitor.
func (v *Visit) allowed(p *Place) bool {
	for _, id := range p.After {
		if s := v.stops[id]; !v.been(id) || s.Left == 0 && !s.carried(v) {
			return false
		}
	}
	return true
}

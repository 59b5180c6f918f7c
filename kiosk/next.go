package kiosk

// crowd is what way-finding knows of the room: by station, the screens that
// are there and the visitors who are there or on their way.
type crowd map[string]struct{ screens, visitors int }

// where is who is where, counted once for many readers.
type where struct {
	at      map[string]*Visit // by screen; of several, the one who came last
	walking []*Visit          // between stations
	crowd   crowd
}

func (r *Room) whereabouts() *where {
	if r.where != nil {
		return r.where
	}
	w := &where{at: map[string]*Visit{}, crowd: crowd{}}
	for _, s := range r.screens {
		at := w.crowd[s.Station]
		at.screens++
		w.crowd[s.Station] = at
	}
	for _, v := range r.visits {
		if v.Closed() {
			continue
		}
		if v.Place == "" {
			w.walking = append(w.walking, v)
			continue
		}
		at := w.crowd[v.Place]
		at.visitors++
		w.crowd[v.Place] = at
		if other := w.at[v.Screen]; other == nil || v.Since > other.Since {
			w.at[v.Screen] = v
		}
	}
	r.where = w
	return w
}

// next is the station a visitor goes to: of those the scenario allows now, the
// one with the fewest visitors before them at each of its screens; the
// scenario's order settles ties. The exit comes when nothing else is left. A
// station without a screen is passed over. wait is how many visitors must go
// before a screen is free. "" when no station is left.
func next(v *Visit, c crowd) (station string, wait int) {
	best := -1.0
	var last string
	for i := range v.Scenario.Places {
		p := &v.Scenario.Places[i]
		at := c[p.ID]
		if v.stops[p.ID] != nil || at.screens == 0 || p.Role == Opens || !v.allowed(p) {
			continue
		}
		if p.Role == Closes {
			if last == "" || at.visitors*c[last].screens < c[last].visitors*at.screens {
				last = p.ID
			}
			continue
		}
		if load := float64(at.visitors) / float64(at.screens); best < 0 || load < best {
			best, station = load, p.ID
		}
	}
	if station == "" {
		station = last
	}
	return station, max(0, c[station].visitors-c[station].screens+1)
}

// allowed tells whether the stations that come before a place are behind the visitor.
func (v *Visit) allowed(p *Place) bool {
	for _, id := range p.After {
		if s := v.stops[id]; s == nil || s.Left == 0 {
			return false
		}
	}
	return true
}

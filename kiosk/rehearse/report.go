package rehearse

import (
	"math"
	"slices"
	"time"

	"immersion/kiosk"
)

// report is what the visitors who came to the end, and the stops that did,
// tell of the room.
func (w *walk) report() kiosk.RehearsalReport {
	w.mu.Lock()
	defer w.mu.Unlock()
	r := kiosk.RehearsalReport{Visitors: w.asked.Visitors, Finished: w.finished, Speed: w.asked.Speed, Freely: w.rounds}
	first, last := w.span()
	r.Minutes = round(w.minutes(last.Sub(first)))
	var ends []float64
	for _, v := range w.walkers {
		if !v.ended.IsZero() {
			ends = append(ends, w.minutes(v.ended.Sub(first)))
			r.Visit += w.minutes(v.ended.Sub(v.came)) / float64(w.finished)
		}
	}
	r.Visit = round(r.Visit)
	for _, lag := range w.lags {
		r.Lag += w.minutes(lag) / float64(len(w.lags))
	}
	r.Lag = round(r.Lag)
	most := 0.0 // minutes a visitor that a station's screens are held
	for i := range w.scenario.Places {
		p := &w.scenario.Places[i]
		if w.screens[p.ID] == 0 {
			continue
		}
		s := w.station(p, w.minutes(last.Sub(first)))
		r.Stations = append(r.Stations, s)
		if held := s.Stay / float64(s.Screens); held > most {
			most, r.Bottleneck = held, p.ID
		}
	}
	if w.finished == 0 {
		return r
	}
	r.PerHour = round(perHour(ends, most))
	h := newHall(w)
	if now, more := h.perHour(""), h.perHour(r.Bottleneck); now > 0 {
		r.OneMore = round(r.PerHour * more / now)
	}
	return r
}

// span is from the first arrival to the last stop's end.
func (w *walk) span() (first, last time.Time) {
	for i, v := range w.walkers {
		if i == 0 {
			first, last = v.came, v.came
		}
		if v.left.After(last) {
			last = v.left
		}
	}
	return first, last
}

// station is one line of the report.
func (w *walk) station(p *kiosk.Place, all float64) kiosk.RehearsalStation {
	s := kiosk.RehearsalStation{Station: p.ID, Screens: w.screens[p.ID]}
	var waits []float64
	stay, wait := 0.0, 0.0
	for _, v := range w.walkers {
		if stop := v.stopAt(p.ID); stop != nil {
			stay += w.minutes(stop.to.Sub(stop.from))
			wait += w.minutes(stop.waited)
			waits = append(waits, w.minutes(stop.waited))
		}
	}
	if s.Visits = len(waits); s.Visits == 0 {
		return s
	}
	slices.Sort(waits)
	n := float64(s.Visits)
	s.Stay, s.Wait = round(stay/n), round(wait/n)
	s.WaitP90 = round(waits[int(math.Ceil(0.9*n))-1])
	s.Use = math.Round(1000*min(1, stay/(all*float64(s.Screens)))) / 1000
	return s
}

// perHour is how many come to the end in an hour once the room is full: those
// between the first and the last of them, but no more than the station lets
// through whose screens are held for most minutes a visitor.
func perHour(ends []float64, most float64) float64 {
	slices.Sort(ends)
	n := float64(len(ends))
	most = max(most, 0.01)
	if between := ends[len(ends)-1] - ends[0]; between > 0 {
		return min(60*(n-1)/between, 60/most)
	}
	return min(60*n/max(ends[0], most), 60/most)
}

// round keeps a tenth: more was not measured.
func round(x float64) float64 { return math.Round(10*x) / 10 }

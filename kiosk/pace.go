package kiosk

import (
	"maps"
	"math"
	"slices"
	"time"
)

// PaceVisits is of how many visits it is remembered how long they stayed: enough
// for a percentile at every station, and no more work after months.
const PaceVisits = 200

// pace is how long visitors stayed at the stations: those of the present
// opening, and those before them on the version in use. It is kept by visit, so
// that a visit that is folded anew counts once.
type pace struct {
	visits map[string]stays
	times  map[string][]float64 // the same by station, sorted
	sum    map[string]float64   // of those
	speed  float64              // of the visitors, in their minutes a minute of the clock's
}

// stays are what one visit told.
type stays struct {
	version string             // of the scenario, by its hash
	minutes map[string]float64 // by station
}

func newPace() pace {
	return pace{visits: map[string]stays{}, times: map[string][]float64{}, sum: map[string]float64{}, speed: 1}
}

// learn takes in the stays of a visit that are over. Who skips or walks away
// tells nothing of how long it takes. Beyond PaceVisits the eldest is forgotten.
func (p *pace) learn(v *Visit) {
	told := p.visits[v.ID]
	for id, s := range v.stops {
		if s.Left == 0 || s.Reason != "done" || s.Place.Role == Opens {
			continue
		}
		if told.minutes == nil {
			told = stays{v.Scenario.Hash, map[string]float64{}}
			p.visits[v.ID] = told
		}
		minutes := float64(s.Spent) / 60_000 * p.speed
		if before, known := told.minutes[id]; known {
			p.drop(id, before)
		}
		told.minutes[id] = minutes
		at, _ := slices.BinarySearch(p.times[id], minutes)
		p.times[id] = slices.Insert(p.times[id], at, minutes)
		p.sum[id] += minutes
	}
	if len(p.visits) > PaceVisits {
		p.forget(slices.Min(slices.Collect(maps.Keys(p.visits)))) // ids grow with the time
	}
}

// keep forgets who was on another version of the scenario.
func (p *pace) keep(version string) {
	for visit, told := range p.visits {
		if told.version != version {
			p.forget(visit)
		}
	}
}

// forget takes out what a visit told.
func (p *pace) forget(visit string) {
	for id, minutes := range p.visits[visit].minutes {
		p.drop(id, minutes)
	}
	delete(p.visits, visit)
}

func (p *pace) drop(station string, minutes float64) {
	at, _ := slices.BinarySearch(p.times[station], minutes)
	p.times[station] = slices.Delete(p.times[station], at, at+1)
	p.sum[station] -= minutes
}

// stay is how many minutes a visitor is expected at a place: what the scenario
// says weighs as much as two who were there.
func (p *pace) stay(at *Place) float64 {
	const weight = 2
	said := at.Minutes
	if said <= 0 {
		said = 5
	}
	return (weight*said + p.sum[at.ID]) / (weight + float64(len(p.times[at.ID])))
}

// When a visitor is taken for stuck.
const (
	stuckShare  = 0.9 // longer than so many of the others stayed,
	stuckOthers = 10  // if at least so many did,
	stuckTimes  = 1.5 // and than so many times what is expected,
	stuckFloor  = 3   // and in no case before so many minutes
)

// patience is how many minutes a visitor may be at a place before they are
// taken for stuck. Times at a task are skewed to the right (Sauro and Lewis,
// Average task times in usability tests, CHI 2010, doi:10.1145/1753326.1753679),
// so a percentile says what long is, where a deviation from the mean would be
// pulled along by the longest. One in ten stays beyond it without being stuck:
// hence the second condition.
func (p *pace) patience(at *Place) float64 {
	limit := max(stuckFloor, stuckTimes*p.stay(at))
	if times := p.times[at.ID]; len(times) >= stuckOthers {
		limit = max(limit, times[int(math.Ceil(stuckShare*float64(len(times))))-1])
	}
	return limit
}

// stuck tells whether a visitor is at a stop for longer than others' times
// tell, over all their times there. In a round everybody stays to the turn's end.
func (r *Room) stuck(v *Visit, s *Stop, now time.Time) bool {
	if s.Place.Role == Opens || v.Group > 0 && r.rotation != nil && !r.rotation.over() {
		return false
	}
	been := time.Duration(s.Spent)*time.Millisecond + max(0, r.doors.lasted(s.seen, now))
	return been.Minutes() > r.pace.patience(s.Place)
}

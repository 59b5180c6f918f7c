package rehearse

import (
	"sync"
	"time"

	"immersion/kiosk"
)

// stuckAfter is how long everybody may be between stations.
const stuckAfter = 15 * time.Second

// walk is the visitors of a rehearsal, and what became of each.
type walk struct {
	scenario *kiosk.Scenario
	asked    kiosk.RehearsalOrder
	screens  map[string]int // by station
	ahead    time.Duration  // the room's clock before ours
	rounds   bool           // the room's, which the walk does not have
	through  chan struct{}  // closed when everybody has come to the end

	mu       sync.Mutex
	walkers  []*walker
	finished int
	busy     int       // at a screen
	moved    time.Time // somebody came or went
	lags     []time.Duration
	pulse    chan struct{} // closed, and made anew, when somebody goes
}

// walker is one synthetic visitor.
type walker struct {
	*Visitor
	seed  uint64
	code  string // of the badge
	busy  bool   // at a screen
	came  time.Time
	left  time.Time // the stop before
	ended time.Time // zero: not yet
	stops []stay
}

// stay is a stop that came to its end.
type stay struct {
	station  string
	from, to time.Time
	waited   time.Duration
}

func newWalk(scenario *kiosk.Scenario, asked kiosk.RehearsalOrder, begin order) *walk {
	w := &walk{scenario: scenario, asked: asked, screens: map[string]int{}, ahead: time.UnixMilli(begin.At).Sub(time.Now()), rounds: begin.Rounds,
		through: make(chan struct{}), pulse: make(chan struct{}), moved: time.Now()}
	for _, s := range begin.Screens {
		w.screens[s.Station]++
	}
	return w
}

// arrive is the next visitor, as soon as an entry is free for them; nil when
// everybody is here.
func (w *walk) arrive(code string) *walker {
	w.mu.Lock()
	defer w.mu.Unlock()
	if len(w.walkers) == w.asked.Visitors {
		return nil
	}
	now := time.Now()
	v := &walker{Visitor: &Visitor{Visit: kiosk.NewID(), ahead: w.ahead}, seed: uint64(len(w.walkers) + 1), code: code, busy: true, came: now, left: now}
	w.walkers = append(w.walkers, v)
	w.busy++
	w.moved = now
	return v
}

// claim takes a visitor to a screen, unless they are at another, or were at this
// station: what the screen shows may be from before. nil then.
func (w *walk) claim(visit, station string) *walker {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, v := range w.walkers {
		if v.Visit == visit && !v.busy && v.stopAt(station) == nil {
			v.busy, w.moved = true, time.Now()
			w.busy++
			return v
		}
	}
	return nil
}

// stopAt is the visitor's stop at a station; nil when there was none.
func (v *walker) stopAt(station string) *stay {
	for i := range v.stops {
		if v.stops[i].station == station {
			return &v.stops[i]
		}
	}
	return nil
}

// release lets a visitor go on from a stop that they were at from one time to
// another, or home. What the room took to answer is neither stay nor waiting:
// a rehearsal would make it longer than it is.
func (w *walk) release(v *walker, from, to time.Time, home bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	now := time.Now()
	v.stops = append(v.stops, stay{v.Station, from, to, from.Sub(v.left)})
	v.busy, v.left, w.moved = false, now, now
	w.busy--
	if home {
		v.ended = now
		if w.finished++; w.finished == w.asked.Visitors {
			close(w.through)
		}
	}
	close(w.pulse)
	w.pulse = make(chan struct{})
}

// somebodyGoes is closed when the next visitor leaves a screen.
func (w *walk) somebodyGoes() <-chan struct{} {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.pulse
}

// lagged notes how long the room took to show that somebody had left.
func (w *walk) lagged(lag time.Duration) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.lags = append(w.lags, lag)
}

func (w *walk) count() (begun, finished int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return len(w.walkers), w.finished
}

// stuck tells whether nobody has been anywhere for long.
func (w *walk) stuck(now time.Time) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.busy == 0 && now.Sub(w.moved) > stuckAfter
}

// minutes are the visitors' in a time of the clock.
func (w *walk) minutes(d time.Duration) float64 { return d.Minutes() * w.asked.Speed }

// clock is a time of the visitors' on the clock.
func (w *walk) clock(ms int64) time.Duration {
	return time.Duration(float64(ms) / w.asked.Speed * float64(time.Millisecond))
}

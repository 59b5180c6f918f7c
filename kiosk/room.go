package kiosk

import (
	"maps"
	"slices"
	"sync"
	"sync/atomic"
	"time"
)

// Room is the state of the one room that a server runs: what its facts come
// to. The journal's writer holds the lock from judging the first fact of a
// batch until the batch is on disk, so no reader sees what might yet be lost.
type Room struct {
	mu        sync.Mutex
	settings  Settings
	scenarios map[string]*Scenario
	older     func(hash string) (*Scenario, bool) // finds those not in use since the start
	current   *Scenario                           // what new visits get
	doors     doors
	plan      planned
	screens   map[string]*Screen
	visits    map[string]*Visit  // the open ones, and a closed one while the writer looks at it
	leaving   map[string]leaving // by screen
	offers    map[string]Badge   // by screen of an entry
	changes   changes
	shown     map[string]*Visit // by screen, as Changes told last
	where     *where            // nil: to be counted anew
	ways      map[string]way    // as told last, by visit
	live      map[string]bool   // screens that can take a visitor
	pace      pace
	rotation  *Rotation        // nil: none was begun
	printed   map[string]Badge // beforehand, by code
	newest    int64            // ms, when the last of the room's own facts happened
	levels    map[Channel]Level
	aloud     *AloudView                 // what is played to the whole room; nil: nothing
	rehearsal *rehearsal                 // nil: none is under way
	phones    func(visit string) bool    // whether a phone carries for a visit
	promised  atomic.Pointer[[]Standing] // what was promised since when
	now       func() time.Time
}

// Screen is one browser in the room.
type Screen struct {
	ID        string   `json:"id"`
	Name      string   `json:"name"`
	Station   string   `json:"station,omitempty"`
	Number    int      `json:"number"`    // from 1; people find it by that
	Rehearsal bool     `json:"rehearsal"` // a rehearsal's: in memory only
	Wanted    Wanted   `json:"wanted"`
	Order     *Ordered `json:"order,omitempty"` // the newest

	reload   string // id of the order to load the page anew
	identify int64  // ms, until when it shows its number
}

// Source is who sends a fact: a screen's id, or the room itself.
type Source string

// RoomItself is the source of the server's own facts.
const RoomItself Source = ""

// NewRoom makes an empty room.
func NewRoom(s Settings) *Room {
	return &Room{
		settings:  s,
		scenarios: map[string]*Scenario{},
		older:     func(string) (*Scenario, bool) { return nil, false },
		doors:     newDoors(),
		screens:   map[string]*Screen{},
		visits:    map[string]*Visit{},
		leaving:   map[string]leaving{},
		offers:    map[string]Badge{},
		changes:   newChanges(),
		live:      map[string]bool{},
		pace:      newPace(),
		printed:   map[string]Badge{},
		levels:    newLevels(),
		phones:    func(string) bool { return false },
		now:       time.Now,
	}
}

// Use takes a version of a scenario in and gives it to new visits.
func (r *Room) Use(s *Scenario) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.scenarios[s.Hash], r.current = s, s
	r.changes.screens, r.changes.sound = true, true
}

// Remember tells the room where to find versions that it had in use before.
// older is called with the lock held, once for each that it finds. It comes
// before everything else.
func (r *Room) Remember(older func(hash string) (*Scenario, bool)) { r.older = older }

// Scenario finds a version that the room knows.
func (r *Room) Scenario(hash string) (*Scenario, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.Known(hash)
}

// Current is the version that new visits get; nil before Use.
func (r *Room) Current() *Scenario {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.current
}

// Clock sets the clock that waiting times are told by; time.Now without it.
func (r *Room) Clock(now func() time.Time) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.now = now
}

// Stale lists the open visits without a sign for longer than the settings
// allow, not counting the time that the room stood still.
func (r *Room) Stale(now time.Time) []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	var ids []string
	for id, v := range r.visits {
		limit := r.settings.Visit.Timeout
		if v.carries() {
			limit += carriedStay
		}
		if !v.Closed() && !v.Synthetic && v.OpenedAt > 0 && !r.doors.paused() && r.doors.lasted(v.Last, now) > limit {
			ids = append(ids, id)
		}
	}
	return ids
}

// Lock and Unlock are the writer's; Judge, Apply, Visit, Restore and Forget
// are called between them.
func (r *Room) Lock() { r.mu.Lock() }

// Unlock ends what Lock began.
func (r *Room) Unlock() { r.mu.Unlock() }

// Visit finds a visit in memory, by its own id or that of one merged into it.
func (r *Room) Visit(id string) (*Visit, bool) {
	v := r.find(id)
	return v, v != nil
}

// Restore puts a visit into memory, folded from what is on disk.
func (r *Room) Restore(v *Visit) {
	r.visits[v.ID] = v
	r.pace.forget(v.ID)
	r.learn(v)
	r.changes.visit(v.ID)
	r.moved()
}

// Forget takes a visit out of memory: a closed one that is written, or one
// whose facts did not reach the disk.
func (r *Room) Forget(id string) {
	delete(r.visits, id)
	r.changes.visit(id)
	r.moved()
}

// Recall takes in how long a visitor stayed who left before the room was started,
// or before its present opening; those on another version tell nothing.
func (r *Room) Recall(v *Visit) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.visits[v.ID] == nil && v.Counts() && r.current != nil && v.Scenario.Hash == r.current.Hash {
		r.pace.learn(v)
	}
}

// Reset takes everything but settings, scenarios and the visitors' pace out of
// memory, to be folded anew from disk.
func (r *Room) Reset() {
	r.doors, r.plan = newDoors(), planned{}
	r.promised.Store(nil)
	maps.DeleteFunc(r.screens, func(_ string, s *Screen) bool { return !s.Rehearsal })
	clear(r.visits)
	clear(r.leaving)
	clear(r.printed)
	r.rotation, r.levels = nil, newLevels()
	r.changes.all = true
	r.moved()
}

// Begin makes the visit that a judged visit.opened begins, under the journal's
// number for it.
func (r *Room) Begin(f Fact, no int64) {
	r.visits[f.Visit] = Begin(f, no, r.Known)
}

// Known finds a version of a scenario, with the lock held.
func (r *Room) Known(hash string) (*Scenario, bool) {
	s, ok := r.scenarios[hash]
	if !ok {
		if s, ok = r.older(hash); ok {
			r.scenarios[hash] = s
		}
	}
	return s, ok
}

// Apply folds a judged fact in. The visit it names is in memory.
func (r *Room) Apply(f Fact) {
	if f.Visit == "" {
		r.applyOwn(f)
		return
	}
	v := r.find(f.Visit)
	switch {
	case f.Type == VisitErased:
		r.erase(v)
		return
	case f.ordered() || f.Type == VisitClosed:
		r.applyOrder(v, f)
		return
	}
	before := v.Place
	wasClosed := v.Closed()
	v.Add(f)
	r.changes.visit(v.ID)
	r.changes.closed = r.changes.closed || v.Closed() && !v.Synthetic
	r.rehearsed(f, v)
	switch f.Type {
	case VisitOpened:
		delete(r.offers, f.Screen)
	case StopEntered:
		r.learn(v)
		delete(r.leaving, f.Screen)
	case StopLeft, VisitFinished:
		r.learn(v)
		b := body[Leaving](f)
		if before == f.Station && !wasClosed && b.Reason != "idle" && b.Reason != "moved" {
			r.leaving[f.Screen] = leaving{visit: f.Visit, badge: v.Badge}
		}
	case VisitEnding:
	default:
		return
	}
	r.moved()
}

// learn takes in how long a visitor stays who is let in by the present opening.
func (r *Room) learn(v *Visit) {
	switch {
	case v.Synthetic && r.rehearsal != nil:
		r.rehearsal.pace.learn(v)
	case v.Opening == r.doors.opening && !v.Rehearsal:
		r.pace.learn(v)
	}
}

// moved notes that somebody is elsewhere than before.
func (r *Room) moved() {
	r.changes.screens = true
	r.where = nil
}

func (r *Room) applyOwn(f Fact) {
	if f.ofInsights() || f.ofDesk() {
		return
	}
	r.newest = max(r.newest, f.At)
	r.plan.fold(f)
	r.moved()
	r.changes.screen(f.Screen)
	r.changes.sound = true
	r.applySound(f)
	if r.applyDoors(f) {
		return
	}
	switch f.Type {
	case ScreenPaired:
		b := body[Pairing](f)
		r.screens[f.Screen] = &Screen{ID: f.Screen, Name: b.Name, Station: b.Station,
			Number: r.freeNumber(), Wanted: Wanted{Volume: 100}}
	case ScreenOrdered:
		r.order(f)
	case ScreenAssigned:
		if s := r.screens[f.Screen]; s != nil {
			s.Station = body[Assignment](f).Station
			delete(r.offers, s.ID)
		}
	case ScreenRemoved:
		delete(r.screens, f.Screen)
		delete(r.live, f.Screen)
	case PrivacySet:
		r.promise(f)
	case BadgesPrinted:
		for _, b := range body[Sheet](f).Badges {
			r.printed[b.Code] = b
		}
	default:
		r.applyRotation(f)
	}
}

// Follow gives the facts that a fact brings with it, to be written in the same
// transaction before it: the doors close on the visits that are open, and what
// stood still in a pause goes on.
func (r *Room) Follow(f Fact) []Fact {
	if f.Type == RoomResumed {
		return r.holdings(f)
	}
	if f.Type != OpeningClosed && f.Type != OpeningOpened {
		return nil
	}
	var facts []Fact
	for _, id := range slices.Sorted(maps.Keys(r.visits)) {
		if v := r.visits[id]; !v.Closed() && !v.Synthetic && r.doors.endsWith(f, v) {
			g, _ := NewFact(time.UnixMilli(f.At), VisitClosed, f.By, Closing{Reason: "opening"})
			g.Visit = id
			facts = append(facts, g)
		}
	}
	return facts
}

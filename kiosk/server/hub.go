package server

import (
	"bytes"
	"context"
	"sync"
	"time"

	"immersion/kiosk"
)

// minRest is the least time between two publications: quiet changes go out at
// once, a storm of them merges.
const minRest = time.Millisecond

// retell is how often the minutes to wait are told anew though nothing happens.
const retell = 10 * time.Second

// hub holds the open sockets and tells them what changed.
type hub struct {
	room  *kiosk.Room
	moved func() // contributions moved
	now   func() time.Time
	poke  chan struct{} // a presence changed
	stale chan struct{} // some screen's state may have changed

	webhook *webhook
	tuned   chan struct{} // what the room's sound follows from may have changed

	mu       sync.Mutex
	version  int64 // of the state sent last, to any screen
	screens  map[string]*presence
	watchers map[*watcher]bool
	rows     map[string]kiosk.ScreenRow // as published last
	visits   map[string]VisitRow        // likewise
	changed  map[string]bool            // screens whose presence is to be published
	doors    Doors                      // likewise
	resumed  int64                      // ms, when the room last went on after a pause
	sound    *SoundView
	sounded  bool // sound is to be published
	began    time.Time
	over     bool // no more sockets
}

func newHub(room *kiosk.Room, moved func(), now func() time.Time) *hub {
	return &hub{
		room: room, moved: moved, now: now, poke: make(chan struct{}, 1), stale: make(chan struct{}, 1), tuned: make(chan struct{}, 1),
		version:  now().UnixMilli(), // grows over restarts: nobody publishes a thousand a second for long
		screens:  map[string]*presence{},
		watchers: map[*watcher]bool{},
		rows:     map[string]kiosk.ScreenRow{},
		visits:   map[string]VisitRow{},
		changed:  map[string]bool{},
		began:    now(),
	}
}

// publish tells consoles what changed until ctx is done, then closes every
// socket.
func (h *hub) publish(ctx context.Context, changed <-chan struct{}) error {
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	minutes := time.NewTicker(retell)
	defer minutes.Stop()
	for {
		aged := false
		select {
		case <-ctx.Done():
			h.close()
			return ctx.Err()
		case <-changed:
		case <-h.poke:
		case <-tick.C:
			h.age()
			aged = true
		case <-minutes.C:
			ring(h.stale)
			continue
		}
		sleep(ctx, h.publishChanges(aged))
	}
}

// show keeps screens' states up until ctx is done.
func (h *hub) show(ctx context.Context) error {
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-h.stale:
		}
		began := time.Now()
		h.refresh()
		sleep(ctx, max(minRest, 4*time.Since(began))) // a fifth of one core at most
	}
}

func sleep(ctx context.Context, d time.Duration) {
	rest := time.NewTimer(d)
	defer rest.Stop()
	select {
	case <-rest.C:
	case <-ctx.Done():
	}
}

// ring wakes who waits at the channel, once however often it is called.
func ring(c chan struct{}) {
	select {
	case c <- struct{}{}:
	default:
	}
}

// publishChanges sends what changed, by the passing of time too if aged, and
// tells how long to rest then: in proportion to what was sent, so that watching
// never costs the room its speed.
func (h *hub) publishChanges(aged bool) time.Duration {
	c := h.room.Changes()
	if aged && h.watched() {
		c.Rows.Visits = h.room.Visits()
	}
	if c.Closed {
		h.moved()
	}
	if c.Screens {
		ring(h.stale)
	}
	if c.Sound {
		ring(h.tuned)
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	sent := h.publishRows(c)
	return minRest + time.Duration(sent/fanOut)*time.Millisecond
}

// watched tells whether a console is there to be told; one that comes gets the
// whole room.
func (h *hub) watched() bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	return len(h.watchers) > 0
}

// refresh shows every connected screen its state, where that has changed.
func (h *hub) refresh() {
	h.mu.Lock()
	ids := make([]string, 0, len(h.screens))
	for id, p := range h.screens {
		if len(p.links) > 0 {
			ids = append(ids, id)
		}
	}
	h.mu.Unlock()
	shown := make(map[string]bool, len(ids))
	for _, st := range h.room.ScreenStates(ids) {
		body := stateBody(st)
		h.mu.Lock()
		if p := h.screens[st.Screen]; p != nil && h.renew(p, st.Ordered, body) {
			for l := range p.links {
				l.out.show(p.frame)
			}
		}
		h.mu.Unlock()
		shown[st.Screen] = true
	}
	for _, id := range ids {
		if _, ok := kiosk.PhoneOf(id); ok && !shown[id] {
			h.dismiss(id, "the visit is over")
		}
	}
}

// renew numbers a state if it is another than before, and notes which order it
// holds.
func (h *hub) renew(p *presence, order string, body []byte) bool {
	changed := p.frame == nil || !bytes.Equal(p.body, body)
	if changed {
		h.version++
		p.version, p.body, p.frame = h.version, body, stateFrame(h.version, body)
	}
	if p.order.id != order {
		p.order = receipt{id: order, version: p.version}
	}
	return changed
}

// join shows a screen that said hello its whole state; false when the room
// does not have it.
func (h *hub) join(l *link) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	st, ok := h.room.ScreenState(l.screen)
	if !ok || h.over {
		return false
	}
	p := h.screens[l.screen]
	if p == nil {
		p = &presence{links: map[*link]bool{}}
		h.screens[l.screen] = p
	}
	p.links[l], p.seen, p.joined = true, h.now(), h.now()
	h.enliven(l.screen, p, true)
	h.renew(p, st.Ordered, stateBody(st))
	l.out.show(p.frame)
	h.touch(l.screen)
	return true
}

// leave forgets a link that is over.
func (h *hub) leave(l *link) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if p := h.screens[l.screen]; p != nil && p.links[l] {
		delete(p.links, l)
		h.touch(l.screen)
	}
}

// dismiss ends the links of a screen that the room no longer has.
func (h *hub) dismiss(screen, why string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if p := h.screens[screen]; p != nil {
		for l := range p.links {
			l.drop(closings[kiosk.Closed], why)
		}
		h.room.Present(screen, false)
		delete(h.screens, screen)
	}
}

// close ends every link and every watch.
func (h *hub) close() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.over = true
	for _, p := range h.screens {
		for l := range p.links {
			l.drop(closings[kiosk.Unavailable], "the room is stopping")
		}
	}
	for w := range h.watchers {
		delete(h.watchers, w)
		w.drop()
	}
}

// touch marks a screen's presence as changed.
func (h *hub) touch(screen string) {
	h.changed[screen] = true
	ring(h.poke)
}

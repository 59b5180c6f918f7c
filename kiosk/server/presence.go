package server

import (
	"time"

	"immersion/kiosk"
)

// How a screen is, as the organiser sees it.
const (
	inUse   = "in_use"  // a visitor is at it
	ready   = "ready"   // at a station, with nobody
	waiting = "waiting" // connected, and not assigned to a station
	silent  = "silent"  // no heartbeat for a while
	off     = "off"     // not connected
	unknown = "unknown" // not heard of since the server began
)

const (
	silentAfter = 12 * time.Second // two heartbeats of 5 s missed
	offAfter    = 3 * time.Second  // a reload takes less
	maxPixels   = 100_000          // on a side: no page is larger
)

// presence is what the server knows of a screen's browser.
type presence struct {
	links   map[*link]bool
	seen    time.Time // last heartbeat, or end of the last link
	joined  time.Time // begin of the newest link
	version int64     // of the state shown last
	body    []byte    // of it, without its version
	frame   []byte    // the same with it
	order   receipt
	told    Told      // by the last heartbeat
	touched int64     // ms, the last touch that it told of
	heard   bool      // since it was there; skew goes by that
	skew    int64     // ms that its clock is ahead
	last    string    // how it was when somebody last looked
	since   time.Time // that it is so
	live    bool      // as the room was told
	lost    bool      // as the webhook was told
}

// Presence is how a screen is, beside what the room says of it.
type Presence struct {
	Presence string `json:"presence" jsonschema:"enum=in_use,enum=ready,enum=waiting,enum=silent,enum=off,enum=unknown"`
	Since    int64  `json:"since"` // ms, since when it is so
	Seen     int64  `json:"seen"`  // ms, the last heartbeat; 0: none since the start
	Told
}

// Told is what a screen tells of itself with its heartbeat.
type Told struct {
	Playing  bool   `json:"playing"`           // sound plays
	Outbox   int    `json:"outbox"`            // facts not acknowledged yet
	Refused  int    `json:"refused"`           // facts refused for good
	Width    int    `json:"width"`             // of the page, in CSS pixels
	Height   int    `json:"height"`            // likewise
	Software string `json:"software"`          // hash of the page's build
	Battery  *int   `json:"battery,omitempty"` // 0 to 100; none: the browser does not tell
	Charging bool   `json:"charging"`
}

// ScreenRow is one screen on the organiser's page.
type ScreenRow struct {
	kiosk.ScreenRow
	Presence
}

// state is how a screen with this row in the room is at a time.
func (p *presence) state(row kiosk.ScreenRow, now time.Time) string {
	switch {
	case p == nil:
		return unknown
	case len(p.links) == 0 && now.Sub(p.seen) > offAfter:
		return off
	case now.Sub(p.seen) > silentAfter:
		return silent
	case row.Visit != "":
		return inUse
	case row.Station == "":
		return waiting
	}
	return ready
}

// row joins what the room and the sockets know of a screen.
func (h *hub) row(row kiosk.ScreenRow) ScreenRow {
	p, now := h.screens[row.ID], h.now()
	out := ScreenRow{ScreenRow: row, Presence: Presence{Presence: p.state(row, now), Since: h.began.UnixMilli()}}
	if row.Order != nil {
		o := *row.Order
		o.State = p.became(o, now)
		out.Order = &o
	}
	if p != nil {
		out.Since, out.Seen, out.Told = p.since.UnixMilli(), p.seen.UnixMilli(), p.told
		if p.last != out.Presence.Presence {
			out.Since = now.UnixMilli()
		}
	}
	return out
}

// settle notes how a screen is now, and tells whether that is another way than
// before.
func (h *hub) settle(row kiosk.ScreenRow) bool {
	p, now := h.screens[row.ID], h.now()
	if p == nil {
		return false
	}
	order := ""
	if row.Order != nil {
		order = p.became(*row.Order, now)
	}
	state := p.state(row, now)
	changed := state != p.last || order != p.order.last
	if state != p.last {
		p.last, p.since = state, now
	}
	p.order.last = order
	return changed
}

// present takes a heartbeat in.
func (h *hub) present(l *link, f *FromScreen) {
	h.mu.Lock()
	defer h.mu.Unlock()
	p := h.screens[l.screen]
	if p == nil || !p.links[l] {
		return // before its hello
	}
	news := f.Told.sane()
	quiet := p.told.equal(news) && p.last != silent && p.order.seen(f.State)
	p.seen, p.told, p.heard, p.skew = h.now(), news, true, f.Sent-h.now().UnixMilli()
	p.order.echoed = max(p.order.echoed, f.State)
	p.touched = p.seen.UnixMilli() - max(0, f.Touched)
	h.enliven(l.screen, p, true)
	if !quiet {
		h.touch(l.screen)
	}
}

// sane keeps what a screen tells to what can be.
func (t Told) sane() Told {
	t.Width, t.Height = min(max(t.Width, 0), maxPixels), min(max(t.Height, 0), maxPixels)
	t.Outbox, t.Refused = max(t.Outbox, 0), max(t.Refused, 0)
	if len(t.Software) > 32 {
		t.Software = ""
	}
	if t.Battery != nil && (*t.Battery < 0 || *t.Battery > 100) {
		t.Battery = nil
	}
	return t
}

func (t Told) equal(other Told) bool {
	same := t.Battery == other.Battery || t.Battery != nil && other.Battery != nil && *t.Battery == *other.Battery
	t.Battery, other.Battery = nil, nil
	return same && t == other
}

// away tells whether nobody should be sent to the screen.
func (p *presence) away(now time.Time) bool {
	return len(p.links) == 0 && now.Sub(p.seen) > offAfter || now.Sub(p.seen) > silentAfter
}

// enliven tells the room whether a screen can take a visitor, when that changes.
func (h *hub) enliven(screen string, p *presence, live bool) {
	if p.live != live {
		p.live = live
		h.room.Present(screen, live)
		h.tellLoss(screen, p)
		ring(h.stale)
	}
}

// tellLoss calls the webhook when a screen that was there is lost, and when it
// is back.
func (h *hub) tellLoss(screen string, p *presence) {
	if p.live && !p.lost {
		return
	}
	row, ok := h.rows[screen]
	if p.lost = !p.live; !ok || row.Rehearsal {
		return // the organiser took it out, or it is a rehearsal's
	}
	c := Call{Type: screenBack, At: h.now().UnixMilli(), Room: h.room.Settings().Name, Screen: row.Name, ID: screen, Station: row.Station}
	if p.lost {
		c.Type = screenLost
	}
	h.webhook.tell(c)
}

// age marks the screens that have fallen silent or off.
func (h *hub) age() {
	h.mu.Lock()
	defer h.mu.Unlock()
	for id, p := range h.screens {
		if p.away(h.now()) {
			h.enliven(id, p, false)
		}
		if row, ok := h.rows[id]; ok && h.settle(row) {
			h.changed[id] = true
		}
	}
}

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
)

const (
	silentAfter = 12 * time.Second // two heartbeats of 5 s missed
	offAfter    = 3 * time.Second  // a reload takes less
)

// presence is what the server knows of a screen's browser.
type presence struct {
	links   map[*link]bool
	seen    time.Time // last heartbeat, or end of the last link
	body    []byte    // of the state shown last, without its version
	frame   []byte    // the same with it
	outbox  int
	refused int
	playing bool
	last    string // presence published last
	live    bool   // as the room was told
	lost    bool   // as the webhook was told
}

// Presence is how a screen is, beside what the room says of it.
type Presence struct {
	Presence string `json:"presence" jsonschema:"enum=in_use,enum=ready,enum=waiting,enum=silent,enum=off"`
	Seen     int64  `json:"seen"`    // ms, the last heartbeat; 0: none since the start
	Outbox   int    `json:"outbox"`  // facts that it still holds
	Refused  int    `json:"refused"` // facts of it that were refused for good
	Playing  bool   `json:"playing"`
}

// ScreenRow is one screen on the organiser's page.
type ScreenRow struct {
	kiosk.ScreenRow
	Presence
}

// state is how a screen with this row in the room is at a time.
func (p *presence) state(row kiosk.ScreenRow, now time.Time) string {
	switch {
	case p == nil, len(p.links) == 0 && now.Sub(p.seen) > offAfter:
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
	p := h.screens[row.ID]
	out := ScreenRow{ScreenRow: row, Presence: Presence{Presence: p.state(row, h.now())}}
	if p != nil {
		p.last = out.Presence.Presence
		out.Seen, out.Outbox, out.Refused, out.Playing = p.seen.UnixMilli(), p.outbox, p.refused, p.playing
	}
	return out
}

// present takes a heartbeat in.
func (h *hub) present(l *link, f *FromScreen) {
	h.mu.Lock()
	defer h.mu.Unlock()
	p := h.screens[l.screen]
	if p == nil || !p.links[l] {
		return // before its hello
	}
	quiet := p.outbox == f.Outbox && p.refused == f.Refused && p.playing == f.Playing && p.last != silent
	p.seen, p.outbox, p.refused, p.playing = h.now(), f.Outbox, f.Refused, f.Playing
	h.enliven(l.screen, p, true)
	if !quiet {
		h.touch(l.screen)
	}
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
		gone := len(p.links) == 0 && h.now().Sub(p.seen) > offAfter && p.last != off
		if gone || len(p.links) > 0 && h.now().Sub(p.seen) > silentAfter && p.last != silent {
			h.changed[id] = true
		}
	}
}

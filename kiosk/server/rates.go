package server

import (
	"context"
	"sync"
	"time"

	"golang.org/x/time/rate"

	"immersion/kiosk"
)

// rates bounds how often somebody may try something.
type rates struct {
	now   func() time.Time
	mu    sync.Mutex
	byKey map[string]*rateEntry
}

type rateEntry struct {
	*rate.Limiter
	used time.Time
}

// maxRates is how many keys are remembered; beyond it new ones are refused.
const maxRates = 10_000

// allow takes one of a key's tries: burst at once, then one every.
func (r *rates) allow(key string, burst int, every time.Duration) error {
	now := r.now()
	r.mu.Lock()
	defer r.mu.Unlock()
	e := r.byKey[key]
	if e == nil {
		if len(r.byKey) >= maxRates {
			return tooMany{time.Minute}
		}
		e = &rateEntry{Limiter: rate.NewLimiter(rate.Every(every), burst)}
		r.byKey[key] = e
	}
	e.used = now
	if !e.AllowN(now, 1) {
		return tooMany{every}
	}
	return nil
}

// sweep forgets who has not tried for an hour.
func (r *rates) sweep() {
	r.mu.Lock()
	defer r.mu.Unlock()
	for key, e := range r.byKey {
		if r.now().Sub(e.used) > time.Hour {
			delete(r.byKey, key)
		}
	}
}

const (
	wrongCodes = 5                // after which a screen is blocked
	blocked    = 60 * time.Second // for so long
)

// codeGuard blocks a screen at which badge codes are guessed. A restart does
// not end it.
type codeGuard struct {
	now     func() time.Time
	keep    Keep
	mu      sync.Mutex
	screens map[string]*attempts
}

type attempts struct {
	wrong int
	until time.Time
}

const blockedTable = "blocked" // by screen: until when, RFC 3339

// load reads the blocks that are still on.
func (g *codeGuard) load(ctx context.Context) error {
	all, err := g.keep.All(ctx, blockedTable)
	for id, until := range all {
		if at, err := time.Parse(time.RFC3339, string(until)); err == nil {
			g.screens[id] = &attempts{until: at}
		}
	}
	return err
}

// try looks a code up with find unless the screen is blocked.
func (g *codeGuard) try(ctx context.Context, screen string, find func() (kiosk.VisitView, error)) (kiosk.VisitView, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	a := g.screens[screen]
	if a == nil {
		a = &attempts{}
		g.screens[screen] = a
	}
	if wait := a.until.Sub(g.now()); wait > 0 {
		return kiosk.VisitView{}, tooMany{wait}
	}
	v, err := find()
	if err == nil {
		delete(g.screens, screen)
		return v, nil
	}
	if a.wrong++; a.wrong < wrongCodes {
		return v, err
	}
	*a = attempts{until: g.now().Add(blocked)}
	if err := g.keep.Put(ctx, blockedTable, screen, []byte(a.until.Format(time.RFC3339)), a.until); err != nil {
		return v, err
	}
	return v, tooMany{blocked}
}

package server

import (
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

// codeGuard blocks a screen at which badge codes are guessed.
type codeGuard struct {
	now     func() time.Time
	mu      sync.Mutex
	screens map[string]*attempts
}

type attempts struct {
	wrong int
	until time.Time
}

// try looks a code up with find unless the screen is blocked.
func (g *codeGuard) try(screen string, find func() (kiosk.VisitView, error)) (kiosk.VisitView, error) {
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
	if a.wrong++; a.wrong >= wrongCodes {
		*a = attempts{until: g.now().Add(blocked)}
	}
	return v, err
}

package server

import (
	"context"
	"encoding/hex"
	"net/http"
	"strings"
	"sync"
	"time"

	"immersion/kiosk"
)

const (
	deviceTable  = "devices" // hash of the token → screen's id
	deviceCookie = "screen"
	deviceLife   = 10 * 365 * 24 * 3600 // seconds; a screen is removed by the organiser, not by time
	phoneCookie  = "phone-"             // and the badge's code
	phoneLife    = 24 * time.Hour       // longer than any visit, so that what comes late comes in
)

// devices knows which browser is which screen, by the token in its cookie. A
// browser may be several, one for each station whose address it opens: then
// requests name the station (?station=call), and so does the cookie.
type devices struct {
	keep     Keep
	mu       sync.RWMutex
	byHash   map[[32]byte]string
	byScreen map[string][32]byte
	phones   map[string]int // that carry for a visit
}

func (d *devices) load(ctx context.Context, keep Keep) error {
	d.keep, d.byHash, d.byScreen, d.phones = keep, map[[32]byte]string{}, map[string][32]byte{}, map[string]int{}
	all, err := keep.All(ctx, deviceTable)
	for key, id := range all {
		var sum [32]byte
		if n, err := hex.Decode(sum[:], []byte(key)); n == len(sum) && err == nil {
			d.take(string(id), sum)
		}
	}
	return err
}

// take notes a screen's token, with the lock held.
func (d *devices) take(id string, sum [32]byte) {
	d.byHash[sum], d.byScreen[id] = id, sum
	if visit, ok := kiosk.PhoneOf(id); ok {
		d.phones[visit]++
	}
}

// lent tells whether a phone carries for a visit.
func (d *devices) lent(visit string) bool {
	d.mu.RLock()
	defer d.mu.RUnlock()
	return d.phones[visit] > 0
}

func cookieFor(station string) string {
	if station == "" {
		return deviceCookie
	}
	return deviceCookie + "-" + station
}

// screen is the screen that a request comes from: the one of the station that
// it names, or else any the browser is.
func (d *devices) screen(r *http.Request) (id string, ok bool) {
	if code := r.URL.Query().Get("phone"); code != "" {
		return d.by(r, phoneCookie+code)
	}
	if id, ok = d.at(r, r.URL.Query().Get("station")); ok {
		return id, true
	}
	for _, cookie := range r.Cookies() {
		if strings.HasPrefix(cookie.Name, deviceCookie) {
			if id, ok = d.known(cookie.Value); ok {
				return id, true
			}
		}
	}
	return "", false
}

// at is the screen that the browser is at a station's address.
func (d *devices) at(r *http.Request, station string) (id string, ok bool) {
	return d.by(r, cookieFor(station))
}

func (d *devices) by(r *http.Request, name string) (id string, ok bool) {
	cookie, err := r.Cookie(name)
	if err != nil {
		return "", false
	}
	return d.known(cookie.Value)
}

func (d *devices) known(token string) (id string, ok bool) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	id, ok = d.byHash[hashed(token)]
	return id, ok
}

// pair makes the cookie by which a browser is a screen, the only one.
func (d *devices) pair(ctx context.Context, screen, station string, r *http.Request) (*http.Cookie, error) {
	if err := d.remove(ctx, screen); err != nil {
		return nil, err
	}
	return d.give(ctx, screen, cookieFor(station), deviceLife, time.Time{}, r)
}

// lend makes the cookie by which a phone is a screen of its visit: its own for
// each badge, so that what it holds for one does not go with another.
func (d *devices) lend(ctx context.Context, id, code string, r *http.Request, now time.Time) (*http.Cookie, error) {
	return d.give(ctx, id, phoneCookie+code, int(phoneLife/time.Second), now.Add(phoneLife), r)
}

// give makes a cookie of this name and life in seconds.
func (d *devices) give(ctx context.Context, screen, name string, life int, expires time.Time, r *http.Request) (*http.Cookie, error) {
	token := newSecret()
	sum := hashed(token)
	if err := d.keep.Put(ctx, deviceTable, hex.EncodeToString(sum[:]), []byte(screen), expires); err != nil {
		return nil, err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.take(screen, sum)
	return &http.Cookie{
		Name: name, Value: token, Path: "/", MaxAge: life,
		HttpOnly: true, Secure: overTLS(r), SameSite: http.SameSiteLaxMode,
	}, nil
}

// rehearse makes the token by which a program is a screen of a rehearsal. It is
// in memory only, until forget.
func (d *devices) rehearse(screen string) (token string) {
	token = newSecret()
	sum := hashed(token)
	d.mu.Lock()
	defer d.mu.Unlock()
	d.byHash[sum], d.byScreen[screen] = screen, sum
	return token
}

// forget makes a screen's token worthless that is in memory only.
func (d *devices) forget(screen string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	delete(d.byHash, d.byScreen[screen])
	delete(d.byScreen, screen)
}

// remove makes a screen's cookie worthless.
func (d *devices) remove(ctx context.Context, screen string) error {
	d.mu.Lock()
	sum, ok := d.byScreen[screen]
	delete(d.byScreen, screen)
	delete(d.byHash, sum)
	if visit, phone := kiosk.PhoneOf(screen); ok && phone {
		d.phones[visit]--
	}
	d.mu.Unlock()
	if !ok {
		return nil
	}
	return d.keep.Delete(ctx, deviceTable, hex.EncodeToString(sum[:]))
}

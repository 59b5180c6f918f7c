package server

import (
	"net"
	"net/http"
	"net/netip"
	"strings"
	"sync"
	"time"

	"immersion/kiosk"
)

const (
	pairingLife     = 10 * time.Minute
	pairingInterval = 2   // seconds between a screen's questions
	maxPairings     = 200 // that wait at once
)

// pairing is a browser that wants to be a screen (the shape of RFC 8628).
type pairing struct {
	userCode string
	station  string // whose address it opened; "" for none
	screen   string // "" until an organiser approves, or the browser comes for its cookie unasked
	unasked  bool   // becomes a screen by itself
	expires  time.Time
}

// pairings are those that wait for approval or for their cookie.
type pairings struct {
	now       func() time.Time
	approving sync.Mutex // one approval at a time
	mu        sync.Mutex
	byDevice  map[string]*pairing
}

// begin notes a pairing; screen is "" unless the browser is one already.
func (p *pairings) begin(station, screen string, unasked bool) (deviceCode, userCode string, err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.byDevice) >= maxPairings {
		return "", "", tooMany{time.Minute}
	}
	deviceCode, userCode = newSecret(), letters(3)+"-"+letters(3)
	p.byDevice[deviceCode] = &pairing{userCode, station, screen, unasked, p.now().Add(pairingLife)}
	return deviceCode, userCode, nil
}

// find gives a pairing that has not expired.
func (p *pairings) find(deviceCode string) (pairing, bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	w := p.byDevice[deviceCode]
	if w == nil || p.now().After(w.expires) {
		return pairing{}, false
	}
	return *w, true
}

// end forgets a pairing that has its cookie; false if another did before.
func (p *pairings) end(deviceCode string) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	_, ok := p.byDevice[deviceCode]
	delete(p.byDevice, deviceCode)
	return ok
}

// approve gives the pairing that shows a code the screen that take makes of
// it; of two organisers at once the second finds no such code any more.
func (p *pairings) approve(userCode string, take func(station string) (screen string, err error)) error {
	p.approving.Lock()
	defer p.approving.Unlock()
	w := p.shows(userCode)
	if w == nil {
		return kiosk.Errorf(kiosk.NotFound, "No screen shows the code %.12q now.", userCode)
	}
	id, err := take(w.station)
	p.mu.Lock()
	defer p.mu.Unlock()
	w.screen = id
	return err
}

func (p *pairings) shows(userCode string) *pairing {
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, w := range p.byDevice {
		if w.waits() && plainCode(w.userCode) == plainCode(userCode) && p.now().Before(w.expires) {
			return w
		}
	}
	return nil
}

// waits tells whether an organiser has yet to take it in.
func (w *pairing) waits() bool { return w.screen == "" && !w.unasked }

func plainCode(code string) string {
	return strings.ToUpper(strings.NewReplacer("-", "", " ", "").Replace(code))
}

// waiting lists the codes that screens show now.
func (p *pairings) waiting() []Waiting {
	p.mu.Lock()
	defer p.mu.Unlock()
	list := []Waiting{}
	for _, w := range p.byDevice {
		if w.waits() && p.now().Before(w.expires) {
			list = append(list, Waiting{UserCode: w.userCode, Station: w.station})
		}
	}
	return list
}

func (p *pairings) sweep() {
	p.mu.Lock()
	defer p.mu.Unlock()
	for code, w := range p.byDevice {
		if p.now().After(w.expires) {
			delete(p.byDevice, code)
		}
	}
}

// pairsItself tells whether a browser becomes a screen unasked: in an open
// room, or on the server's own machine.
func (s *Server) pairsItself(r *http.Request) bool {
	return s.Room.Settings().Pairing == kiosk.PairOpen || ownMachine(r)
}

// ownMachine tells whether a request was made on the server's own machine:
// peer, Host and the absence of a proxy's headers must agree, or a local proxy
// would speak for everybody.
func ownMachine(r *http.Request) bool {
	for name := range r.Header {
		if name == "Forwarded" || name == "Via" || name == "X-Real-Ip" || strings.HasPrefix(name, "X-Forwarded-") {
			return false
		}
	}
	peer, err := netip.ParseAddrPort(r.RemoteAddr)
	return err == nil && peer.Addr().Unmap().IsLoopback() && isLoopback(r.Host)
}

// isLoopback tells whether a Host names this machine to itself.
func isLoopback(host string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	if strings.EqualFold(host, "localhost") {
		return true
	}
	ip, err := netip.ParseAddr(strings.Trim(host, "[]"))
	return err == nil && ip.IsLoopback()
}

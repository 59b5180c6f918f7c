package server

import (
	"context"
	"net"
	"net/http"
	"net/url"
	"slices"
	"time"

	"github.com/labstack/echo/v4"

	"immersion/kiosk"
)

// How a thing on the checklist is.
const (
	checkOK   = "ok"
	checkWarn = "warn" // the room runs, with less than was meant
	checkBad  = "bad"  // visitors would notice
)

const (
	littleDisk = 2 << 30          // bytes free under which it is worth a word
	noDisk     = 200 << 20        // bytes free that a day may fill
	wrongClock = 10 * time.Minute // that most screens' clocks may differ from this one's
	lookUp     = time.Second      // that finding an address may take
)

// Checklist is what to look at before the doors open.
type Checklist struct {
	Checks []Check `json:"checks"` // in the order to look
}

// Check is one thing on the checklist. ID tells which of the values it has.
type Check struct {
	ID       string           `json:"id" jsonschema:"enum=screens,enum=sound,enum=scenario,enum=disk,enum=clock,enum=pace,enum=address"`
	State    string           `json:"state" jsonschema:"enum=ok,enum=warn,enum=bad"`
	Stations []StationScreens `json:"stations,omitempty"` // screens: where one is off or missing
	Text     string           `json:"text,omitempty"`     // sound: what it plays on, or why not; disk: why nothing can be written
	Faults   int              `json:"faults,omitempty"`   // scenario: of its files; the room is on the last version without any
	Free     int64            `json:"free,omitempty"`     // disk: bytes
	Ahead    int64            `json:"ahead,omitempty"`    // clock: ms that it is ahead of most screens'
	Back     int64            `json:"back,omitempty"`     // clock: ms that it lies before what has happened already
	Capacity *kiosk.Capacity  `json:"capacity,omitempty"` // pace
	Address  string           `json:"address,omitempty"`  // address: how others are told to reach this machine
	Machine  []string         `json:"machine,omitempty"`  // address: what it has, if that is another
}

// StationScreens are a station's screens.
type StationScreens struct {
	Station string   `json:"station"` // "": screens that are at none
	On      int      `json:"on"`
	Off     []string `json:"off"`     // names of those that are not heard of
	Missing []string `json:"missing"` // names that the room file has, of no screen here
}

func (s *Server) getChecklist(c echo.Context) error {
	c.Response().Header().Set("Cache-Control", "no-store")
	return c.JSON(http.StatusOK, s.checklist(c.Request().Context()))
}

func (s *Server) checklist(ctx context.Context) Checklist {
	capacity := s.Room.Capacity()
	pace := Check{ID: "pace", State: checkOK, Capacity: &capacity}
	if capacity.PerHour == 0 {
		pace.State = checkBad
	}
	return Checklist{[]Check{
		s.checkScreens(), s.checkSound(), s.checkScenario(), s.checkDisk(), s.checkClock(), pace, s.checkAddress(ctx),
	}}
}

// checkScreens looks for stations with fewer screens than were meant.
func (s *Server) checkScreens() Check {
	out := Check{ID: "screens", State: checkOK}
	stations := map[string]*StationScreens{}
	at := func(id string) *StationScreens {
		if stations[id] == nil {
			stations[id] = &StationScreens{Station: id, Off: []string{}, Missing: []string{}}
		}
		return stations[id]
	}
	for _, row := range s.hub.whole().Screens {
		if row.Rehearsal {
			continue
		}
		switch row.Presence.Presence {
		case inUse, ready, waiting:
			at(row.Station).On++
		default:
			at(row.Station).Off = append(at(row.Station).Off, row.Name)
		}
	}
	for _, m := range s.missing() {
		if m.Known {
			at(m.Station).Missing = append(at(m.Station).Missing, m.Name)
		}
	}
	look := func(found *StationScreens, needed bool) {
		slices.Sort(found.Off)
		switch {
		case needed && found.On == 0:
			out.State = checkBad
		case len(found.Off)+len(found.Missing) == 0:
			return
		case out.State == checkOK:
			out.State = checkWarn
		}
		out.Stations = append(out.Stations, *found)
	}
	if current := s.Room.Current(); current != nil {
		for _, p := range current.Places {
			look(at(p.ID), !p.Carried)
		}
	}
	if none := stations[""]; none != nil {
		look(none, false)
	}
	return out
}

func (s *Server) checkSound() Check {
	out := Check{ID: "sound", State: checkOK, Text: s.Speaker.Status()}
	if !s.Speaker.Ready() {
		out.State = checkWarn
	}
	return out
}

func (s *Server) checkScenario() Check {
	out := Check{ID: "scenario", State: checkOK, Faults: len(s.Library.Loaded().Faults)}
	if out.Faults > 0 {
		out.State = checkWarn
	}
	return out
}

func (s *Server) checkDisk() Check {
	free, err := s.Disk()
	out := Check{ID: "disk", State: checkOK, Free: free}
	if err == nil {
		err = s.Journal.Ready()
	}
	switch {
	case err != nil:
		out.State, out.Text = checkBad, err.Error()
	case free < noDisk:
		out.State = checkBad
	case free < littleDisk:
		out.State = checkWarn
	}
	return out
}

// checkClock tells whether the machine's clock can be right: not before what
// has happened already, and not far from the clocks of most screens.
func (s *Server) checkClock() Check {
	out := Check{ID: "clock", State: checkOK}
	if out.Back = s.Room.Newest() - s.Now().UnixMilli(); out.Back > 1000 {
		out.State = checkBad
		return out
	}
	out.Back = 0
	if out.Ahead = s.hub.ahead(); time.Duration(max(out.Ahead, -out.Ahead))*time.Millisecond > wrongClock {
		out.State = checkWarn
	}
	return out
}

// ahead is how far this machine's clock is ahead of the screens', in ms: the
// middle one of those that are here.
func (h *hub) ahead() int64 {
	h.mu.Lock()
	defer h.mu.Unlock()
	var all []int64
	for _, p := range h.screens {
		if p.heard {
			all = append(all, -p.skew)
		}
	}
	if len(all) == 0 {
		return 0
	}
	slices.Sort(all)
	return all[len(all)/2]
}

// checkAddress tells whether others reach this machine by the address that they
// are told.
func (s *Server) checkAddress(ctx context.Context) Check {
	out := Check{ID: "address", State: checkOK, Address: s.Public}
	u, err := url.Parse(s.Public)
	if err != nil || u.Hostname() == "" {
		out.State = checkBad
		return out
	}
	ctx, cancel := context.WithTimeout(ctx, lookUp)
	defer cancel()
	found, err := net.DefaultResolver.LookupNetIP(ctx, "ip", u.Hostname())
	own := machineAddresses()
	reached, alone := false, err == nil
	for _, ip := range found {
		reached = reached || slices.Contains(own, ip.Unmap().String())
		alone = alone && ip.IsLoopback()
	}
	if err != nil || !reached || alone {
		out.State, out.Machine = checkWarn, slices.DeleteFunc(own, func(ip string) bool { return net.ParseIP(ip).IsLoopback() })
	}
	return out
}

// machineAddresses are those of this machine that others may reach, and its own.
func machineAddresses() []string {
	list := []string{}
	all, _ := net.InterfaceAddrs()
	for _, a := range all {
		if n, ok := a.(*net.IPNet); ok && !n.IP.IsLinkLocalUnicast() {
			list = append(list, n.IP.String())
		}
	}
	return list
}

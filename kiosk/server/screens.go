package server

import (
	"cmp"
	"context"
	"maps"
	"net/http"
	"slices"
	"strconv"
	"time"

	"github.com/labstack/echo/v4"

	"immersion/kiosk"
)

// PairingRequest is the body of POST /screens.
type PairingRequest struct {
	Station string `json:"station,omitempty"` // whose address the browser opened
}

// PairingOffer answers it: what the screen shows and what it asks with.
type PairingOffer struct {
	DeviceCode string `json:"device_code"`
	UserCode   string `json:"user_code"`  // for the organiser to type
	ExpiresIn  int    `json:"expires_in"` // seconds
	Interval   int    `json:"interval"`   // seconds between questions
}

// TokenRequest is the body of POST /screens/token.
type TokenRequest struct {
	DeviceCode string `json:"device_code"`
}

// Paired answers it, with the cookie that makes the browser a screen.
type Paired struct {
	Screen string `json:"screen"`
}

// Unpaired answers it while there is none: "authorization_pending" or "expired_token".
type Unpaired struct {
	Error string `json:"error"`
}

// Approval is the body of POST /screens/approve.
type Approval struct {
	UserCode string `json:"user_code"`
	Station  string `json:"station,omitempty"` // none: where the browser is
	Name     string `json:"name,omitempty"`    // none: the next that the room file has for the station, or the screen's number
}

// Waiting is a code that a screen shows now.
type Waiting struct {
	UserCode string `json:"user_code"`
	Station  string `json:"station,omitempty"`
}

// Screens answers GET /screens.
type Screens struct {
	Screens []ScreenRow `json:"screens"`
	Waiting []Waiting   `json:"waiting"`
	Missing []Missing   `json:"missing"`
}

// Missing is a screen that the room file names and the room does not have.
type Missing struct {
	Name    string `json:"name"`
	Station string `json:"station"`
	Known   bool   `json:"known"` // the scenario has the station
}

func (s *Server) requestPairing(c echo.Context) error {
	var b PairingRequest
	if err := read(c, &b); err != nil {
		return err
	}
	if !ownMachine(c.Request()) {
		if err := s.visitors.allow("pair "+c.RealIP(), 60, time.Second); err != nil {
			return err
		}
	}
	if err := s.knowsStation(b.Station); err != nil {
		return err
	}
	id, known := s.devices.at(c.Request(), b.Station)
	if _, there := s.Room.ScreenState(id); !known || !there {
		id = ""
	}
	device, user, err := s.pairings.begin(b.Station, id, s.pairsItself(c.Request()))
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, PairingOffer{device, user, int(pairingLife / time.Second), pairingInterval})
}

// missing lists the screens that the room file names and that are not there,
// by station, in its order.
func (s *Server) missing() []Missing {
	list, there := []Missing{}, map[string]bool{}
	for _, row := range s.Room.Console().Screens {
		there[row.Name] = true
	}
	current := s.Room.Current()
	expected := s.Room.Settings().Stations
	for _, station := range slices.Sorted(maps.Keys(expected)) {
		known := false
		if current != nil {
			_, known = current.Place(station)
		}
		for _, name := range expected[station] {
			if !there[name] {
				list = append(list, Missing{name, station, known})
			}
		}
	}
	return list
}

// nameFor is how a screen at a station is called: by the first name that the
// room file has for one there, or else by its number.
func (s *Server) nameFor(station string) string {
	for _, m := range s.missing() {
		if m.Station == station {
			return m.Name
		}
	}
	return strconv.Itoa(s.Room.FreeNumber())
}

// newScreen takes a screen into the room.
func (s *Server) newScreen(ctx context.Context, by, name, station string) (string, error) {
	id := shortID()
	if name == "" {
		name = s.nameFor(station)
	}
	if err := s.Journal.Record(ctx, kiosk.ScreenPaired, by, id, "", kiosk.Pairing{Name: name, Station: station}); err != nil {
		return "", err
	}
	return id, nil
}

func (s *Server) takeToken(c echo.Context) error {
	var b TokenRequest
	if err := read(c, &b); err != nil {
		return err
	}
	w, ok := s.pairings.find(b.DeviceCode)
	if ok && w.waits() {
		return c.JSON(http.StatusBadRequest, Unpaired{"authorization_pending"})
	}
	if !ok || !s.pairings.end(b.DeviceCode) {
		return c.JSON(http.StatusBadRequest, Unpaired{"expired_token"})
	}
	if w.screen == "" {
		var err error
		if w.screen, err = s.newScreen(c.Request().Context(), "screen", "", w.station); err != nil {
			return err
		}
	}
	cookie, err := s.devices.pair(c.Request().Context(), w.screen, w.station, c.Request())
	if err != nil {
		return err
	}
	c.SetCookie(cookie)
	return c.JSON(http.StatusOK, Paired{w.screen})
}

func (s *Server) approvePairing(c echo.Context) error {
	var b Approval
	if err := read(c, &b); err != nil {
		return err
	}
	var id string
	err := s.pairings.approve(b.UserCode, func(station string) (string, error) {
		station = cmp.Or(b.Station, station)
		if err := s.knowsStation(station); err != nil {
			return "", err
		}
		var err error
		id, err = s.newScreen(c.Request().Context(), by(c), b.Name, station)
		return id, err
	})
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, Paired{id})
}

func (s *Server) listScreens(c echo.Context) error {
	list := Screens{Screens: []ScreenRow{}, Waiting: s.pairings.waiting(), Missing: s.missing()}
	for _, row := range s.hub.whole().Screens {
		list.Screens = append(list.Screens, row)
	}
	slices.SortFunc(list.Screens, func(a, b ScreenRow) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
	})
	return c.JSON(http.StatusOK, list)
}

func (s *Server) assignScreen(c echo.Context) error {
	var b kiosk.Assignment
	if err := read(c, &b); err != nil {
		return err
	}
	return s.record(c, kiosk.ScreenAssigned, c.Param("id"), "", b)
}

func (s *Server) removeScreen(c echo.Context) error {
	id := c.Param("id")
	if err := s.Journal.Record(c.Request().Context(), kiosk.ScreenRemoved, by(c), id, "", struct{}{}); err != nil {
		return err
	}
	if err := s.devices.remove(c.Request().Context(), id); err != nil {
		return err
	}
	s.hub.dismiss(id, "the organiser took this screen out of the room")
	return c.NoContent(http.StatusNoContent)
}

// record writes a fact of who is signed in and answers without content.
func (s *Server) record(c echo.Context, typ, screen, visit string, body any) error {
	if err := s.Journal.Record(c.Request().Context(), typ, by(c), screen, visit, body); err != nil {
		return err
	}
	return c.NoContent(http.StatusNoContent)
}

// knowsStation refuses an address of no station; "" is none and passes.
func (s *Server) knowsStation(id string) error {
	if id == "" {
		return nil
	}
	if current := s.Room.Current(); current != nil {
		if _, ok := current.Place(id); ok {
			return nil
		}
	}
	return kiosk.Errorf(kiosk.NotFound, "The scenario has no station %.64q.", id)
}

package server

import (
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/labstack/echo/v4"

	"immersion/kiosk"
)

// PhoneJoin is the body of POST /phones: the code that the badge's QR led to.
type PhoneJoin struct {
	Code string `json:"code"`
}

// joinPhone makes a browser a screen of the visit that wears a code, and of no
// other. Guessing is bounded as at the stations, here by address.
func (s *Server) joinPhone(c echo.Context) error {
	var b PhoneJoin
	if err := read(c, &b); err != nil {
		return err
	}
	who := "phone " + c.RealIP()
	if err := s.visitors.allow(who, 60, time.Second); err != nil {
		return err
	}
	code := strings.ToUpper(b.Code)
	var visit string
	_, err := s.codes.try(c.Request().Context(), who, func() (kiosk.VisitView, error) {
		var err error
		visit, err = s.Room.Carries(code)
		if kiosk.CodeOf(err) == kiosk.Conflict {
			return kiosk.VisitView{}, nil // the code was right
		}
		return kiosk.VisitView{}, err
	})
	if err != nil {
		return err
	}
	if visit == "" {
		return kiosk.Errorf(kiosk.Conflict, "Nothing of this visit is carried on a phone.")
	}
	if id, ok := s.devices.by(c.Request(), phoneCookie+code); ok {
		if of, _ := kiosk.PhoneOf(id); of == visit {
			return c.JSON(http.StatusOK, Paired{id})
		}
	}
	id := kiosk.Phone(visit)
	cookie, err := s.devices.lend(c.Request().Context(), id, code, c.Request(), s.Now())
	if err != nil {
		return err
	}
	c.SetCookie(cookie)
	return c.JSON(http.StatusOK, Paired{id})
}

// leavePhone takes a phone out of its visit.
func (s *Server) leavePhone(c echo.Context) error {
	id := c.Get(screenKey).(string)
	if err := s.devices.remove(c.Request().Context(), id); err != nil {
		return err
	}
	s.hub.dismiss(id, "the phone is done")
	return c.NoContent(http.StatusNoContent)
}

// carried keeps a phone to its visit's version of the scenario, and to the
// stations that it carries with their files.
func (s *Server) carried(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		id, _ := c.Get(screenKey).(string)
		if _, ok := kiosk.PhoneOf(id); !ok {
			return next(c)
		}
		st, ok := s.Room.ScreenState(id)
		if !ok {
			return kiosk.Errorf(kiosk.Closed, "The visit is over.")
		}
		sc, ok := s.Room.Scenario(st.Scenario)
		station, file := c.Param("station"), c.Param("*")
		if ok && c.Param("hash") == sc.Hash && (station+file == "" || file != "" && file == sc.Customer.Picture ||
			slices.ContainsFunc(sc.Places, func(p kiosk.Place) bool {
				return p.Carried && (p.ID == station || slices.Contains(p.Station.Files(), file))
			})) {
			return next(c)
		}
		return kiosk.Errorf(kiosk.Forbidden, "This phone carries other things.")
	}
}

package server

import (
	"encoding/hex"
	"net/http"
	"net/url"
	"slices"

	"github.com/labstack/echo/v4"

	"immersion/kiosk"
)

// role is what somebody is to the room. A visitor is nobody: a screen speaks
// for them.
type role string

const (
	screen    role = "screen"
	phone     role = "phone"     // a visitor's own, a screen of their visit only
	rehearser role = "rehearser" // a screen of a rehearsal
	organiser role = "organiser"
	helper    role = "helper" // runs the room, changes nothing for good
	manager   role = "manager"
)

// screenKey is where only(screen) leaves the screen's id for the handler.
const screenKey = "screen"

// What only says to those it stops.
const (
	notKnown  = "Sign in first, or pair this screen."
	forOthers = "This is for others in the room."
)

// byKey is where only leaves who is signed in, as facts name them.
const byKey = "by"

// only lets the roles named pass: nobody known is Unauthorised, anybody else
// Forbidden.
func (s *Server) only(roles ...role) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			id, paired := s.devices.screen(c.Request())
			as := screen
			if _, ok := kiosk.PhoneOf(id); ok {
				as = phone
			}
			if kiosk.Rehearses(id) {
				as = rehearser
			}
			if paired && slices.Contains(roles, as) {
				c.Set(screenKey, id)
				return next(c)
			}
			signed, err := s.signedInAs(c.Request())
			switch {
			case err != nil:
				return err
			case slices.Contains(roles, signed):
				c.Set(byKey, s.byOf(c.Request(), signed))
				return next(c)
			case signed == "" && !paired:
				return kiosk.Errorf(kiosk.Unauthorised, notKnown)
			}
			return kiosk.Errorf(kiosk.Forbidden, forOthers)
		}
	}
}

// staff lets those pass who run the room while visitors are in it.
func (s *Server) staff() echo.MiddlewareFunc { return s.only(organiser, helper) }

// by is who is signed in, as facts name them; "" unless only let them pass.
func by(c echo.Context) string {
	name, _ := c.Get(byKey).(string)
	return name
}

// byOf tells one sign-in from another and names nobody: "organiser·3f2a".
func (s *Server) byOf(r *http.Request, as role) string {
	cookie, err := r.Cookie(s.sessions.Cookie.Name)
	if err != nil {
		return string(as)
	}
	sum := hashed("by " + cookie.Value)
	return string(as) + "·" + hex.EncodeToString(sum[:2])
}

// signedIn sends who may not see a page to the sign-in.
func (s *Server) signedIn(roles ...role) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			signed, err := s.signedInAs(c.Request())
			if err != nil {
				return err
			}
			if !slices.Contains(roles, signed) {
				return c.Redirect(http.StatusSeeOther, "/sign-in?to="+url.QueryEscape(c.Request().URL.RequestURI()))
			}
			return next(c)
		}
	}
}

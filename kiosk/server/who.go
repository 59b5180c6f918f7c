package server

import (
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
	manager   role = "manager"
)

// screenKey is where only(screen) leaves the screen's id for the handler.
const screenKey = "screen"

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
				return next(c)
			case signed == "" && !paired:
				return kiosk.Errorf(kiosk.Unauthorised, "Sign in first, or pair this screen.")
			}
			return kiosk.Errorf(kiosk.Forbidden, "This is for others in the room.")
		}
	}
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

package server

import (
	"encoding/hex"
	"net/http"
	"net/url"
	"time"

	"github.com/labstack/echo/v4"
)

// A display that is nobody's shows the wall by a link that an organiser made:
// its first visit leaves a cookie, which opens the wall and nothing else. There
// is one link at a time; a new one, or none, ends what the old one opened.

const (
	wallTable  = "wall" // hash of the link's key → what came by it is
	wallCookie = "wall"
)

// WallLink is the link that opens the wall.
type WallLink struct {
	URL string `json:"url"` // told once, when it is made
}

// WallLinked tells whether there is a link.
type WallLinked struct {
	Linked bool `json:"linked"`
}

// isDisplay tells whether a key opens the wall.
func (s *Server) isDisplay(c echo.Context, key string) (bool, error) {
	if key == "" {
		return false, nil
	}
	sum := hashed(key)
	_, ok, err := s.Keep.Get(c.Request().Context(), wallTable, hex.EncodeToString(sum[:]))
	return ok, err
}

// displays lets a display pass, or whom the roles let.
func (s *Server) displays(otherwise echo.MiddlewareFunc) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c echo.Context) error {
			if cookie, err := c.Cookie(wallCookie); err == nil {
				if ok, err := s.isDisplay(c, cookie.Value); ok || err != nil {
					if err != nil {
						return err
					}
					return next(c)
				}
			}
			return otherwise(next)(c)
		}
	}
}

// keyed takes the key of a link out of the address and into a cookie.
func (s *Server) keyed(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		key := c.QueryParam("key")
		ok, err := s.isDisplay(c, key)
		if err != nil || !ok {
			if err != nil {
				return err
			}
			return next(c)
		}
		c.SetCookie(&http.Cookie{Name: wallCookie, Value: key, Path: "/", MaxAge: deviceLife,
			HttpOnly: true, Secure: overTLS(c.Request()), SameSite: http.SameSiteLaxMode})
		to := url.URL{Path: "/wall"}
		if c.QueryParams().Has("dim") {
			to.RawQuery = "dim"
		}
		return c.Redirect(http.StatusSeeOther, to.String())
	}
}

func (s *Server) getWallLink(c echo.Context) error {
	all, err := s.Keep.All(c.Request().Context(), wallTable)
	if err != nil {
		return err
	}
	c.Response().Header().Set("Cache-Control", "no-store")
	return c.JSON(http.StatusOK, WallLinked{Linked: len(all) > 0})
}

// makeWallLink makes the link; one that was there opens nothing from now on.
func (s *Server) makeWallLink(c echo.Context) error {
	if err := s.dropWallLinks(c); err != nil {
		return err
	}
	key := newSecret()
	sum := hashed(key)
	if err := s.Keep.Put(c.Request().Context(), wallTable, hex.EncodeToString(sum[:]), []byte("display"), time.Time{}); err != nil {
		return err
	}
	c.Response().Header().Set("Cache-Control", "no-store")
	return c.JSON(http.StatusOK, WallLink{URL: s.address(c.Request()) + "/wall?key=" + key})
}

func (s *Server) endWallLink(c echo.Context) error {
	if err := s.dropWallLinks(c); err != nil {
		return err
	}
	return c.NoContent(http.StatusNoContent)
}

func (s *Server) dropWallLinks(c echo.Context) error {
	all, err := s.Keep.All(c.Request().Context(), wallTable)
	if err != nil {
		return err
	}
	for name := range all {
		if err := s.Keep.Delete(c.Request().Context(), wallTable, name); err != nil {
			return err
		}
	}
	return nil
}

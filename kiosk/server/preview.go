package server

import (
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"
)

// getPreview gives what a screen would be told at a station of a version, for a
// made-up visitor: ?language=. The room is not asked, and knows nothing of it.
func (s *Server) getPreview(c echo.Context) error {
	sc, err := s.scenario(c)
	if err != nil {
		return err
	}
	language := c.QueryParam("language")
	if language == "" || len(language) > 35 {
		language = "en"
	}
	p, err := s.Room.Settings().Preview(sc, c.Param("station"), language)
	if err != nil {
		return err
	}
	c.Response().Header().Set("Cache-Control", "no-store")
	return c.JSON(http.StatusOK, p)
}

// stage serves the page that plays a station in a preview; the preview shows it
// in a frame, which no other page may.
func (s *Server) stage(c echo.Context) error {
	c.Response().Header().Set("Content-Security-Policy", strings.Replace(policy, "frame-ancestors 'none'", "frame-ancestors 'self'", 1))
	return s.page("stage")(c)
}

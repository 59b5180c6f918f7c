package server

import (
	"encoding/json"
	"fmt"
	"net/http"

	"github.com/labstack/echo/v4"

	"immersion/kiosk"
)

// Reveal answers GET /visits/:id/stations/:station/reveal.
type Reveal struct {
	Answers json.RawMessage  `json:"answers"` // what Go's Station.Reveal() marshals to
	Shares  []kiosk.Released `json:"shares"`  // the station's, by the latest release; empty while too few visits stand behind one
}

// reveal gives a station's answers to the screen at which a visit has just
// finished it. Before that, and for every other visit, there is nothing here.
func (s *Server) reveal(c echo.Context) error {
	place, hash, err := s.Room.Finished(c.Get(screenKey).(string), c.Param("id"), c.Param("station"))
	if err != nil {
		return err
	}
	shows, ok := place.Station.(kiosk.Revealer)
	if !ok {
		return kiosk.Errorf(kiosk.NotFound, "The station has nothing to show afterwards.")
	}
	answers, err := json.Marshal(shows.Reveal())
	if err != nil {
		return fmt.Errorf("marshal what %s reveals: %w", place.ID, err)
	}
	c.Response().Header().Set("Cache-Control", "no-store")
	return c.JSON(http.StatusOK, Reveal{answers, s.Insights.Shares(hash, place.ID)})
}

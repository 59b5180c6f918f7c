package server

import (
	"net/http"

	"github.com/labstack/echo/v4"
)

// Readiness answers /readyz. The room works without sound: that is only said.
type Readiness struct {
	Ready    bool   `json:"ready"`
	Journal  string `json:"journal"`  // "writable", or why not
	Scenario string `json:"scenario"` // hash; "" while none is loaded
	Sound    string `json:"sound"`
	Address  string `json:"address"` // how other machines reach this one
}

func (s *Server) healthy(c echo.Context) error { return c.String(http.StatusOK, "ok\n") }

func (s *Server) ready(c echo.Context) error {
	r, status := s.readiness()
	return c.JSON(status, r)
}

// readiness tells whether the room can be used, and the status that says so.
func (s *Server) readiness() (Readiness, int) {
	r := Readiness{Ready: true, Journal: "writable", Sound: s.Speaker.Status(), Address: s.Public}
	if err := s.Journal.Ready(); err != nil {
		r.Ready, r.Journal = false, err.Error()
	}
	if current := s.Room.Current(); current != nil {
		r.Scenario = current.Hash
	} else {
		r.Ready = false
	}
	status := http.StatusOK
	if !r.Ready {
		status = http.StatusServiceUnavailable
	}
	return r, status
}

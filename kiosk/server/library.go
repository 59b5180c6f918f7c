package server

import (
	"net/http"

	"github.com/labstack/echo/v4"
)

// Library reads the scenario's files and gives the room what they say. With
// faults in them the room stays on the version it has.
type Library interface {
	Loaded() Loaded // how reading them went last
	Reload() Loaded // reads them again
}

// Loaded is how reading the scenario's files went.
type Loaded struct {
	Hash   string      `json:"hash"`   // the version that new visits get
	Folder string      `json:"folder"` // or pack; "" for the scenario that comes with the program
	At     int64       `json:"at"`     // ms; when they were read
	Faults []FileFault `json:"faults"` // why what they say is not in use; none: it is
}

// FileFault is one thing wrong in the scenario's files.
type FileFault struct {
	File    string `json:"file"`   // in the folder, with slashes; "." for the folder itself
	Line    int    `json:"line"`   // from 1
	Column  int    `json:"column"` // in characters, from 1
	Message string `json:"message"`
	Allowed string `json:"allowed,omitempty"` // what is allowed instead
	Near    string `json:"near,omitempty"`    // what was probably meant
	Source  string `json:"source,omitempty"`  // the line
}

func (s *Server) getLoaded(c echo.Context) error {
	c.Response().Header().Set("Cache-Control", "no-store")
	return c.JSON(http.StatusOK, s.Library.Loaded())
}

func (s *Server) reload(c echo.Context) error {
	return c.JSON(http.StatusOK, s.Library.Reload())
}

package server

import (
	"io"
	"net/http"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/labstack/echo/v4"

	"immersion/kiosk"
)

// Library reads the scenario's files and gives the room what they say. With
// faults in them the room stays on the version it has.
type Library interface {
	Loaded() Loaded // how reading them went last
	Reload() Loaded // reads them again, and takes back what was chosen over them
	// Upload gives new visits what a pack says, and chooses it over the files.
	// It returns the faults of the scenario in it; what is no pack is Invalid.
	Upload(name string, pack io.Reader) ([]FileFault, error)
	Choose(hash string) error // gives new visits a version that is kept
	// ChooseNamed gives new visits the newest version of what is called so: a
	// folder, a pack, or a scenario that comes with the program.
	ChooseNamed(name string) (hash string, changed bool, err error)
}

// maxUpload is as large as a pack of the largest scenario.
const maxUpload = 516 << 20

// Loaded is how reading the scenario's files went.
type Loaded struct {
	Hash     string      `json:"hash"`     // the version that new visits get
	Folder   string      `json:"folder"`   // or pack; "" for the scenario that comes with the program
	Chosen   bool        `json:"chosen"`   // the version was uploaded or chosen here, over what the folder says
	At       int64       `json:"at"`       // ms; when they were read
	Faults   []FileFault `json:"faults"`   // why what they say is not in use; none: it is
	Versions []Version   `json:"versions"` // in use last, the newest first
}

// Version is a version of a scenario that the room keeps.
type Version struct {
	Hash     string     `json:"hash"`
	Title    kiosk.Text `json:"title"`
	From     string     `json:"from"`     // folder or pack, or the uploaded pack's name; "" for the scenario that comes with the program
	Uploaded bool       `json:"uploaded"` // on the console
	At       int64      `json:"at"`       // ms; when it was taken into use last
}

// Uploaded answers POST /scenarios. With faults nothing has changed.
type Uploaded struct {
	Faults []FileFault `json:"faults"`
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
	before := s.Library.Loaded()
	now := s.Library.Reload()
	if now.Hash != before.Hash || now.Chosen != before.Chosen {
		if err := s.noteUse(c, "files"); err != nil {
			return err
		}
	}
	return c.JSON(http.StatusOK, now)
}

// noteUse writes down which version new visits get from now on.
func (s *Server) noteUse(c echo.Context, how string) error {
	return s.Journal.Record(c.Request().Context(), kiosk.ScenarioUsed, by(c), "", "", kiosk.ScenarioUse{Scenario: s.Library.Loaded().Hash, How: how})
}

// upload takes a pack as the request's body, of the name ?name=.
func (s *Server) upload(c echo.Context) error {
	name := c.QueryParam("name")
	if n := utf8.RuneCountInString(name); n < 1 || n > 200 || strings.ContainsFunc(name, unicode.IsControl) {
		return kiosk.Errorf(kiosk.Invalid, "The pack has a name of at most 200 characters.")
	}
	if c.Request().ContentLength > maxUpload {
		return kiosk.Errorf(kiosk.Invalid, "The pack is larger than any scenario may be.")
	}
	faults, err := s.Library.Upload(name, http.MaxBytesReader(c.Response(), c.Request().Body, maxUpload))
	if err != nil {
		return err
	}
	if len(faults) == 0 {
		if err := s.noteUse(c, "uploaded"); err != nil {
			return err
		}
	}
	return c.JSON(http.StatusOK, Uploaded{faults})
}

func (s *Server) choose(c echo.Context) error {
	if err := s.Library.Choose(c.Param("hash")); err != nil {
		return err
	}
	if err := s.noteUse(c, "chosen"); err != nil {
		return err
	}
	return c.JSON(http.StatusOK, s.Library.Loaded())
}

package server

import (
	"bytes"
	"encoding/json"
	"io"
	"io/fs"
	"mime"
	"net/http"
	"net/url"
	"path"
	"slices"
	"time"

	"github.com/labstack/echo/v4"

	"immersion/kiosk"
)

// immutable is for what a hash names.
const immutable = "private, max-age=31536000, immutable"

func (s *Server) scenario(c echo.Context) (*kiosk.Scenario, error) {
	if sc, ok := s.Room.Scenario(c.Param("hash")); ok {
		return sc, nil
	}
	return nil, kiosk.Errorf(kiosk.NotFound, "The room has no such version of a scenario.")
}

func (s *Server) getScenario(c echo.Context) error {
	sc, err := s.scenario(c)
	if err != nil {
		return err
	}
	c.Response().Header().Set("Cache-Control", immutable)
	return c.JSON(http.StatusOK, sc)
}

// getStation gives a station's view, and nothing else of it.
func (s *Server) getStation(c echo.Context) error {
	sc, err := s.scenario(c)
	if err != nil {
		return err
	}
	place, ok := sc.Place(c.Param("station"))
	if !ok {
		return kiosk.Errorf(kiosk.NotFound, "The scenario has no station %.64q.", c.Param("station"))
	}
	c.Response().Header().Set("Cache-Control", immutable)
	return c.JSON(http.StatusOK, place.Station.View())
}

// Sounding is a station that plays a recording.
type Sounding interface {
	// Waveform names the made file whose peaks draw the recording, "" where it
	// cannot be decoded, and tells its length in ms.
	Waveform() (file string, ms int64)
}

// Waveform is what a curve over media time is drawn upon.
type Waveform struct {
	Peaks    []byte `json:"peaks"`    // base64 of 0–255 over equal parts; none: there is nothing to draw
	Duration int64  `json:"duration"` // ms
}

// getWaveform gives the waveform of a station's recording to those who read
// curves; the recording itself is for screens and organisers.
func (s *Server) getWaveform(c echo.Context) error {
	sc, err := s.scenario(c)
	if err != nil {
		return err
	}
	place, ok := sc.Place(c.Param("station"))
	if !ok {
		return kiosk.Errorf(kiosk.NotFound, "The scenario has no station %.64q.", c.Param("station"))
	}
	sounding, ok := place.Station.(Sounding)
	if !ok {
		return kiosk.Errorf(kiosk.NotFound, "The station %.64q plays no recording.", c.Param("station"))
	}
	name, ms := sounding.Waveform()
	wave := Waveform{Duration: ms}
	if made, ok := sc.Made(name); ok {
		file, err := s.Made.Open(sc.Files, made)
		if err != nil {
			return err
		}
		defer file.Close()
		if err := json.NewDecoder(file).Decode(&wave); err != nil {
			return err
		}
	}
	c.Response().Header().Set("Cache-Control", immutable)
	return c.JSON(http.StatusOK, wave)
}

// getFile serves the files that stations name or make, and no other of the
// folder: beside them lie the answers. It reads from disk as it sends, so that
// memory does not grow with a file's length.
func (s *Server) getFile(c echo.Context) error {
	sc, err := s.scenario(c)
	if err != nil {
		return err
	}
	name, err := url.PathUnescape(c.Param("*"))
	if err != nil || !served(sc, name) {
		return kiosk.Errorf(kiosk.NotFound, "No station shows the file %.100q.", name)
	}
	h := c.Response().Header()
	h.Set("Cache-Control", "no-store")
	if made, ok := sc.Made(name); ok {
		file, err := s.Made.Open(sc.Files, made)
		if err != nil {
			return err
		}
		defer file.Close()
		h.Set("Content-Type", made.Type)
		http.ServeContent(c.Response(), c.Request(), name, time.Time{}, file)
		return nil
	}
	file, err := sc.Files.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	content, ok := file.(io.ReadSeeker)
	if !ok {
		doc, err := fs.ReadFile(sc.Files, name)
		if err != nil {
			return err
		}
		content = bytes.NewReader(doc)
	}
	if kind := contentType(name); kind != "" {
		h.Set("Content-Type", kind)
	}
	http.ServeContent(c.Response(), c.Request(), name, time.Time{}, content)
	return nil
}

func served(sc *kiosk.Scenario, name string) bool {
	if name == "" {
		return false
	}
	if name == sc.Customer.Picture {
		return true
	}
	if _, ok := sc.Made(name); ok {
		return true
	}
	return slices.ContainsFunc(sc.Places, func(p kiosk.Place) bool { return slices.Contains(p.Station.Files(), name) })
}

// contentType does not trust the machine's own table with what browsers must
// be told rightly.
func contentType(name string) string {
	switch path.Ext(name) {
	case ".wav":
		return "audio/wav"
	case ".mp3":
		return "audio/mpeg"
	case ".ogg", ".oga", ".opus":
		return "audio/ogg"
	case ".flac":
		return "audio/flac"
	case ".m4a":
		return "audio/mp4"
	case ".mp4":
		return "video/mp4"
	case ".webm":
		return "video/webm"
	case ".vtt":
		return "text/vtt; charset=utf-8"
	case ".webp":
		return "image/webp"
	case ".svg":
		return "image/svg+xml"
	case ".js", ".mjs":
		return "text/javascript; charset=utf-8"
	case ".woff2":
		return "font/woff2"
	}
	return mime.TypeByExtension(path.Ext(name))
}

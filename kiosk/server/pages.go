package server

import (
	"errors"
	"io/fs"
	"net/http"
	"path"

	"github.com/labstack/echo/v4"

	"immersion/kiosk"
)

const notBuilt = "The pages are not built. Run make build, then start again."

// page serves one of the built pages.
func (s *Server) page(name string) echo.HandlerFunc {
	return func(c echo.Context) error {
		doc, err := fs.ReadFile(s.Pages, name+".html")
		if errors.Is(err, fs.ErrNotExist) {
			return c.HTML(http.StatusServiceUnavailable, sentencePage(notBuilt))
		}
		if err != nil {
			return err
		}
		c.Response().Header().Set("Cache-Control", "no-cache")
		return c.HTMLBlob(http.StatusOK, doc)
	}
}

// asset serves what the pages need; the build names each by its content.
func (s *Server) asset(c echo.Context) error {
	name := path.Join("assets", c.Param("*"))
	doc, err := fs.ReadFile(s.Pages, name)
	if err != nil {
		return kiosk.Errorf(kiosk.NotFound, "The pages have no such file.")
	}
	c.Response().Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	return c.Blob(http.StatusOK, contentType(name), doc)
}

// worker serves what keeps a phone's page through a reload without a network.
func (s *Server) worker(c echo.Context) error {
	doc, err := fs.ReadFile(s.Pages, "worker.js")
	if err != nil {
		return kiosk.Errorf(kiosk.NotFound, "The pages have no such file.")
	}
	c.Response().Header().Set("Cache-Control", "no-cache")
	return c.Blob(http.StatusOK, "text/javascript; charset=utf-8", doc)
}

// CAPath is where devices find the certificate of the room's own authority.
const CAPath = "/ca.crt"

func (s *Server) getCA(c echo.Context) error {
	if s.CA == nil {
		return kiosk.Errorf(kiosk.NotFound, "This room has no certificate authority of its own.")
	}
	return c.Blob(http.StatusOK, "application/x-x509-ca-cert", s.CA)
}

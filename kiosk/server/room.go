package server

import (
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"
	"rsc.io/qr"

	"immersion/kiosk"
)

// getQR draws an address of this server (?path=/s/call) as a PNG.
func (s *Server) getQR(c echo.Context) error {
	path := c.QueryParam("path")
	if !strings.HasPrefix(path, "/") || strings.HasPrefix(path, "//") || len(path) > 200 {
		return kiosk.Errorf(kiosk.Invalid, "The path begins with one / and has at most 200 characters.")
	}
	code, err := qr.Encode(s.address(c.Request())+path, qr.M)
	if err != nil {
		return err
	}
	code.Scale = 12
	c.Response().Header().Set("Cache-Control", "no-cache")
	return c.Blob(http.StatusOK, "image/png", code.PNG())
}

// address is how others reach this server.
func (s *Server) address(r *http.Request) string {
	if s.Public != "" {
		return s.Public
	}
	scheme := "http://"
	if overTLS(r) {
		scheme = "https://"
	}
	return scheme + r.Host
}

package server

import (
	"fmt"
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"
	"rsc.io/qr"

	"immersion/kiosk"
)

// SheetRequest is the body of POST /badges.
type SheetRequest struct {
	Count int `json:"count"` // 1 to kiosk.MaxSheet
}

// printBadges draws badges for paper; they wait for whoever takes them.
func (s *Server) printBadges(c echo.Context) error {
	var b SheetRequest
	if err := read(c, &b); err != nil {
		return err
	}
	if b.Count < 1 || b.Count > kiosk.MaxSheet {
		return kiosk.Errorf(kiosk.Invalid, "A sheet has 1 to %d badges, not %d.", kiosk.MaxSheet, b.Count)
	}
	sheet := s.Room.NewSheet(b.Count)
	if err := s.Journal.Record(c.Request().Context(), kiosk.BadgesPrinted, by(c), "", "", sheet); err != nil {
		return err
	}
	return c.JSON(http.StatusOK, sheet)
}

// getBadge finds a badge on paper, for an entry. Guessing is bounded as at the
// stations.
func (s *Server) getBadge(c echo.Context) error {
	code := strings.ToUpper(c.Param("code"))
	var found kiosk.Badge
	_, err := s.codes.try(c.Request().Context(), c.Get(screenKey).(string), func() (kiosk.VisitView, error) {
		var err error
		found, err = s.Room.Printed(code)
		return kiosk.VisitView{}, err
	})
	if err != nil {
		return err
	}
	c.Response().Header().Set("Cache-Control", "no-store")
	return c.JSON(http.StatusOK, found)
}

// getBadgeQR draws what a scanner reads from a badge, as SVG: the address at
// which a phone joins the visit, with the code at its end. It knows nothing of
// who wears it, so anybody may ask.
func (s *Server) getBadgeQR(c echo.Context) error {
	code := c.Param("code")
	if !kiosk.ValidCode(code) {
		return kiosk.Errorf(kiosk.Invalid, "No badge has the code %.16q.", code)
	}
	drawn, err := qr.Encode(s.address(c.Request())+"/b/"+code, qr.M)
	if err != nil {
		return err
	}
	const quiet = 4
	var path strings.Builder
	for y := range drawn.Size {
		for x := range drawn.Size {
			if drawn.Black(x, y) {
				fmt.Fprintf(&path, "M%d %dh1v1h-1z", x+quiet, y+quiet)
			}
		}
	}
	side := drawn.Size + 2*quiet
	c.Response().Header().Set("Cache-Control", "private, max-age=3600")
	return c.Blob(http.StatusOK, "image/svg+xml", fmt.Appendf(nil,
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h%dv%dH0z"/><path d="%s"/></svg>`,
		side, side, side, side, path.String()))
}

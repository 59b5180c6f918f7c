package server

import (
	"archive/zip"
	"context"
	"encoding/json"
	"io"
	"slices"
	"strings"

	"github.com/labstack/echo/v4"

	"immersion/kiosk"
)

// Support is what the program tells of itself when something is to be mended.
type Support struct {
	About    any      // version, machine, when it started
	Journal  any      // how much it holds
	Warnings []string // what the process warned of last, without a word that anybody wrote
}

// getSupport sends a bundle for whoever mends the room: how it is set up, how
// screens and files are, what to look at before the doors open, and what was
// done. It holds no word of a visitor's, no badge, no visit and no secret.
func (s *Server) getSupport(c echo.Context) error {
	ctx := c.Request().Context()
	about, err := s.Support(ctx)
	if err != nil {
		return err
	}
	if err := s.Journal.Record(ctx, kiosk.SupportMade, by(c), "", "", struct{}{}); err != nil {
		s.Log.Warn("log a support bundle", "error", err) // a room that cannot write needs it most
	}
	ready, _ := s.readiness()
	h := c.Response().Header()
	h.Set("Cache-Control", "no-store")
	h.Set("Content-Type", "application/zip")
	h.Set("Content-Disposition", `attachment; filename="immersion-support.zip"`)
	z := zip.NewWriter(c.Response())
	for _, part := range []struct {
		name string
		of   any
	}{
		{"about.json", about.About}, {"room.json", s.Room.Settings().WithoutSecrets()}, {"scenario.json", s.Library.Loaded()},
		{"screens.json", s.supportScreens()}, {"ready.json", ready}, {"checklist.json", s.checklist(ctx)}, {"journal.json", about.Journal},
	} {
		doc, err := json.MarshalIndent(part.of, "", "  ")
		if err == nil {
			err = addFile(z, part.name, func(to io.Writer) error { _, err := to.Write(doc); return err })
		}
		if err != nil {
			return err
		}
	}
	err = addFile(z, "warnings.txt", func(to io.Writer) error {
		_, err := io.WriteString(to, strings.Join(about.Warnings, "\n"))
		return err
	})
	if err == nil {
		err = addFile(z, "log.csv", func(to io.Writer) error { return s.supportLog(ctx, to) })
	}
	if err != nil {
		return err
	}
	return z.Close()
}

func addFile(z *zip.Writer, name string, write func(io.Writer) error) error {
	w, err := z.Create(name)
	if err != nil {
		return err
	}
	return write(w)
}

// supportScreens are the screens as the console shows them, without who is
// there and without what a message says.
func (s *Server) supportScreens() []ScreenRow {
	list := []ScreenRow{}
	for _, row := range s.hub.whole().Screens {
		row.Visit = ""
		if row.Orders.Message != "" {
			row.Orders.Message = "(a message)"
		}
		list = append(list, row)
	}
	slices.SortFunc(list, func(a, b ScreenRow) int { return a.Number - b.Number })
	return list
}

// supportLog is the log, in English, in which no visit has a name.
func (s *Server) supportLog(ctx context.Context, to io.Writer) error {
	return s.writeLog(ctx, to, s.sayer("en"), func(a kiosk.Act) kiosk.Act {
		a.Badge = ""
		return a
	})
}

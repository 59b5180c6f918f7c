package server

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"immersion/kiosk"
)

// VisitOrder is the body of POST /visits/:id/order.
type VisitOrder struct {
	Do      string `json:"do" jsonschema:"enum=send,enum=advance,enum=back,enum=release,enum=close,enum=merge"`
	Station string `json:"station,omitempty"` // send: where to; none takes an earlier sending back
	Into    string `json:"into,omitempty"`    // merge: id of the visit that goes on
}

// VisitOrdered answers it.
type VisitOrdered struct {
	Fact string `json:"fact"` // to be named by an undoing, within 10 s
}

// VisitUndo is the body of POST /visits/:id/undo.
type VisitUndo struct {
	Fact string `json:"fact"` // as VisitOrdered told it
}

// VisitRow is one open visit on the organiser's page.
type VisitRow struct {
	kiosk.VisitRow
	Idle bool `json:"idle"` // at a station, without a sign for longer than the room file's idle.ask
}

// visitRow joins what the room and the sockets know of a visit: a touch, or
// sound that plays, is a sign too, and while the room stands still nobody is idle.
func (h *hub) visitRow(row kiosk.VisitRow) VisitRow {
	out := VisitRow{VisitRow: row}
	if row.Place == "" || h.doors.Paused {
		return out
	}
	sign, now := max(row.Last, h.resumed), h.now()
	if p := h.screens[row.Screen]; p != nil && !p.away(now) {
		if p.told.Playing {
			return out
		}
		sign = max(sign, p.touched)
	}
	out.Idle = now.UnixMilli()-sign > int64(h.room.Settings().Idle.Ask)*1000
	return out
}

// orderVisit does to a visit what an organiser orders.
func (s *Server) orderVisit(c echo.Context) error {
	var b VisitOrder
	if err := read(c, &b); err != nil {
		return err
	}
	var typ string
	var body any = struct{}{}
	switch b.Do {
	case "send":
		typ, body = kiosk.VisitSent, kiosk.Sending{Station: b.Station}
	case "advance":
		typ = kiosk.VisitAdvanced
	case "back":
		typ = kiosk.VisitReturned
	case "release":
		typ = kiosk.VisitReleased
	case "close":
		typ, body = kiosk.VisitClosed, kiosk.Closing{Reason: "organiser"}
	case "merge":
		typ, body = kiosk.VisitMerged, kiosk.Merging{Into: b.Into}
	default:
		return kiosk.Errorf(kiosk.Invalid, "There is no %.20q: send, advance, back, release, close or merge.", b.Do)
	}
	fact, err := s.tellVisit(c, typ, body)
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, VisitOrdered{fact})
}

// undoVisit takes an order back.
func (s *Server) undoVisit(c echo.Context) error {
	var b VisitUndo
	if err := read(c, &b); err != nil {
		return err
	}
	if _, err := s.tellVisit(c, kiosk.VisitUndone, kiosk.Undoing(b)); err != nil {
		return err
	}
	return c.NoContent(http.StatusNoContent)
}

// tellVisit writes a fact of the visit that the address names, waits until it
// is on disk, and gives its id.
func (s *Server) tellVisit(c echo.Context, typ string, body any) (string, error) {
	f, err := kiosk.NewFact(s.Now(), typ, by(c), body)
	if err != nil {
		return "", err
	}
	f.Visit = c.Param("id")
	got := make(chan []kiosk.Verdict, 1)
	s.Journal.Submit([][]byte{f.Doc()}, kiosk.RoomItself, func(v []kiosk.Verdict) { got <- v })
	if err := (<-got)[0].Err; err != nil {
		return "", err
	}
	return f.ID, nil
}

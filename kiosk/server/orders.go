package server

import (
	"time"

	"github.com/labstack/echo/v4"

	"immersion/kiosk"
)

// lateAfter is how long a screen that is there has for an order.
const lateAfter = 10 * time.Second

// receipt is what became of a screen's newest order.
type receipt struct {
	id      string // of the order that the state shown last holds
	version int64  // of the first state that held it
	echoed  int64  // the newest state that the screen said it shows
	last    string // what had become of it when somebody last looked
}

// seen tells whether an echo brings no news of the order.
func (r receipt) seen(echo int64) bool {
	return r.id == "" || r.echoed >= r.version || echo < r.version
}

// became tells what became of an order. A screen that was not heard of since the
// server began, or that has come back just now, still has its time for it.
func (p *presence) became(o kiosk.Ordered, now time.Time) string {
	switch {
	case p == nil:
		return kiosk.OrderSent
	case p.order.id == o.ID() && p.order.echoed >= p.order.version:
		return kiosk.OrderDone
	case now.Sub(time.UnixMilli(o.At)) > lateAfter && now.Sub(p.joined) > lateAfter:
		return kiosk.OrderLate
	}
	return kiosk.OrderSent
}

// allScreens stands for an id where an order is for every screen of the room.
const allScreens = "all"

// orderScreen is the organiser's hand on a screen, or on all of them.
func (s *Server) orderScreen(c echo.Context) error {
	var o kiosk.Order
	if err := read(c, &o); err != nil {
		return err
	}
	id := c.Param("id")
	if id == allScreens {
		id = ""
	}
	return s.record(c, kiosk.ScreenOrdered, id, "", o)
}

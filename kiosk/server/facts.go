package server

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"immersion/kiosk"
)

// Facts is the body of POST /facts.
type Facts struct {
	Batch batch `json:"batch"`
}

// Taken answers it.
type Taken struct {
	Acked   []string  `json:"acked"`
	Refused []Refused `json:"refused"`
}

// Refused is a fact that was refused for good.
type Refused struct {
	ID      string     `json:"id"`
	Code    kiosk.Code `json:"code"`
	Message string     `json:"message"`
}

// postFacts takes facts as the socket does, and waits until they are on disk.
// When the room cannot write, the answer is Unavailable and the whole batch
// may be sent again: what was taken is acknowledged again.
func (s *Server) postFacts(c echo.Context) error {
	var b Facts
	if err := read(c, &b); err != nil {
		return err
	}
	if len(b.Batch) > maxBatch {
		return kiosk.Errorf(kiosk.Invalid, "A batch has at most %d facts, this one %d.", maxBatch, len(b.Batch))
	}
	taken := Taken{Acked: []string{}, Refused: []Refused{}}
	if len(b.Batch) == 0 {
		return c.JSON(http.StatusOK, taken)
	}
	got := make(chan []kiosk.Verdict, 1)
	s.Journal.Submit(b.Batch, kiosk.Source(c.Get(screenKey).(string)), func(v []kiosk.Verdict) { got <- v })
	for _, v := range <-got {
		switch {
		case v.Err == nil:
			taken.Acked = append(taken.Acked, v.ID)
		case v.Err.Code == kiosk.Unavailable:
			return v.Err
		default:
			taken.Refused = append(taken.Refused, Refused{v.ID, v.Err.Code, v.Err.Message})
		}
	}
	return c.JSON(http.StatusOK, taken)
}

// CheckIn is the body of POST /checkin: the code that was typed or scanned, or
// the visit whose badge was tapped among those expected.
type CheckIn struct {
	Code  string `json:"code,omitempty"`
	Visit string `json:"visit,omitempty"`
}

func (s *Server) checkIn(c echo.Context) error {
	var b CheckIn
	if err := read(c, &b); err != nil {
		return err
	}
	at := c.Get(screenKey).(string)
	if b.Visit != "" {
		v, err := s.Room.Tap(at, b.Visit)
		if err != nil {
			return err
		}
		return c.JSON(http.StatusOK, v)
	}
	v, err := s.codes.try(c.Request().Context(), at, func() (kiosk.VisitView, error) { return s.Room.CheckIn(at, b.Code) })
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, v)
}

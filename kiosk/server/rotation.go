package server

import (
	"context"
	"time"

	"github.com/labstack/echo/v4"

	"immersion/kiosk"
)

// RotationOrder is the body of POST /rotation.
type RotationOrder struct {
	Do string `json:"do" jsonschema:"enum=start,enum=pause,enum=resume,enum=adjust,enum=turn,enum=end"`
	MS int64  `json:"ms,omitempty"` // adjust: longer by so much, or shorter
}

// rotate is the organiser's hand on the round.
func (s *Server) rotate(c echo.Context) error {
	var b RotationOrder
	if err := read(c, &b); err != nil {
		return err
	}
	var err error
	switch b.Do {
	case "start":
		if err = s.record(c, kiosk.RotationStarted, "", "", s.Room.NewRotation()); err == nil {
			s.Speaker.Chime()
		}
	case "turn":
		now, _ := s.Room.Rotation()
		if err = s.record(c, kiosk.RotationTurned, "", "", kiosk.RotationTurn{Turn: now.Turn + 1}); err == nil {
			s.Speaker.Chime()
		}
	case "pause":
		err = s.record(c, kiosk.RotationPaused, "", "", struct{}{})
	case "resume":
		err = s.record(c, kiosk.RotationResumed, "", "", struct{}{})
	case "adjust":
		err = s.record(c, kiosk.RotationAdjusted, "", "", kiosk.RotationChange{MS: b.MS})
	case "end":
		err = s.record(c, kiosk.RotationEnded, "", "", struct{}{})
	default:
		return kiosk.Errorf(kiosk.Invalid, "There is no %.20q: start, pause, resume, adjust, turn or end.", b.Do)
	}
	return err
}

// turn begins the next turn of a round when it is due. What a restart missed is
// one turn, not two: it begins late.
func (s *Server) turn(ctx context.Context) error {
	tick := time.NewTicker(200 * time.Millisecond)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-tick.C:
		}
		next, due := s.Room.RotationDue(s.Now())
		if !due {
			continue
		}
		err := s.Journal.Record(ctx, kiosk.RotationTurned, "timer", "", "", kiosk.RotationTurn{Turn: next})
		switch {
		case err == nil:
			s.Speaker.Chime()
		case kiosk.CodeOf(err) != kiosk.Conflict && ctx.Err() == nil: // an organiser was quicker
			s.Log.Warn("begin the next turn", "turn", next, "error", err)
			sleep(ctx, time.Second)
		}
	}
}

package server

import (
	"github.com/labstack/echo/v4"

	"immersion/kiosk"
)

// PhaseOrder is the body of PUT /opening.
type PhaseOrder struct {
	Phase kiosk.Phase `json:"phase" jsonschema:"enum=setup,enum=open,enum=closing,enum=closed"`
}

// PauseOrder is the body of PUT /pause.
type PauseOrder struct {
	Paused bool `json:"paused"`
}

// putOpening takes the opening on to a phase. When the doors open the room's
// speakers chime; when they close, the visits that are open end with them.
func (s *Server) putOpening(c echo.Context) error {
	var b PhaseOrder
	if err := read(c, &b); err != nil {
		return err
	}
	switch b.Phase {
	case kiosk.Setup:
		return s.record(c, kiosk.OpeningPrepared, "", "", struct{}{})
	case kiosk.DoorsOpen:
		if err := s.record(c, kiosk.OpeningOpened, "", "", struct{}{}); err != nil {
			return err
		}
		s.Speaker.Chime()
		return nil
	case kiosk.LastRound:
		return s.record(c, kiosk.OpeningClosing, "", "", struct{}{})
	case kiosk.DoorsClosed:
		return s.record(c, kiosk.OpeningClosed, "", "", struct{}{})
	}
	return kiosk.Errorf(kiosk.Invalid, "There is no phase %.20q: setup, open, closing or closed.", b.Phase)
}

// putPause stops everything in the room, or lets it go on.
func (s *Server) putPause(c echo.Context) error {
	var b PauseOrder
	if err := read(c, &b); err != nil {
		return err
	}
	if b.Paused {
		return s.record(c, kiosk.RoomPaused, "", "", struct{}{})
	}
	return s.record(c, kiosk.RoomResumed, "", "", struct{}{})
}

// Doors is how the opening stands, as organisers see it.
type Doors struct {
	Phase    kiosk.Phase         `json:"phase" jsonschema:"enum=closed,enum=setup,enum=open,enum=closing"`
	Opening  string              `json:"opening"` // id; "" when the doors are closed
	Paused   bool                `json:"paused"`
	Rotation *kiosk.RotationView `json:"rotation,omitempty"` // none: everybody walks freely
}

func doorsOf(c kiosk.Console) Doors {
	return Doors{Phase: c.Phase, Opening: c.Opening, Paused: c.Paused, Rotation: c.Rotation}
}

func (d Doors) equal(other Doors) bool {
	same := d.Rotation == other.Rotation || d.Rotation != nil && other.Rotation != nil && *d.Rotation == *other.Rotation
	d.Rotation, other.Rotation = nil, nil
	return same && d == other
}

package server

import (
	"testing"
	"time"

	"immersion/kiosk"
)

func TestPhasesAndPauseOverSockets(t *testing.T) {
	r := startRoom(t, func(s *kiosk.Settings, _ *Deps) { s.Mode, s.Rotation.Minutes = kiosk.Rotate, 8 })
	entry := r.paired("entry")
	c := r.console()
	s, state := entry.open()
	o := r.organiser()
	phase := func(p kiosk.Phase, status int) {
		t.Helper()
		if res, answer := o.ask("PUT", "/api/v1/opening", PhaseOrder{p}); res.StatusCode != status {
			t.Fatalf("%s: %d %s", p, res.StatusCode, answer)
		}
	}
	shows := func(ok func() bool) {
		t.Helper()
		for !ok() {
			state = StateFrame{}
			s.next("state", &state)
		}
	}
	if c.Phase != kiosk.DoorsOpen || c.Rotation == nil || c.Rotation.Turn != 0 {
		t.Fatalf("at first: %+v", c.Doors)
	}
	phase(kiosk.Setup, 409)
	phase("ajar", 400)
	phase(kiosk.LastRound, 204)
	shows(func() bool { return state.Phase == kiosk.LastRound })
	c.until("the last round", func() bool { return c.Phase == kiosk.LastRound && c.Opening == r.opening })
	phase(kiosk.DoorsOpen, 409)
	phase(kiosk.DoorsClosed, 204)
	phase(kiosk.Setup, 204)
	shows(func() bool { return state.Phase == kiosk.Setup && state.Rehearsal && state.Opening != r.opening })
	phase(kiosk.DoorsOpen, 204)
	<-r.chimes
	shows(func() bool { return state.Phase == kiosk.DoorsOpen && !state.Rehearsal })

	o.must("POST", "/api/v1/rotation", RotationOrder{Do: "start"}, nil)
	<-r.chimes
	c.until("the round", func() bool { return c.Rotation.Turn == 1 && c.Rotation.Ends > 0 })
	ends := c.Rotation.Ends
	o.must("PUT", "/api/v1/pause", PauseOrder{true}, nil)
	shows(func() bool { return state.Paused && state.Rotation.Paused })
	c.until("the pause", func() bool { return c.Paused && c.Rotation.Paused && c.Rotation.Left > 0 && c.Rotation.Ends == 0 })
	left := c.Rotation.Left
	r.clock.Store((10 * time.Minute).Milliseconds()) // longer than a turn
	if res, answer := o.ask("POST", "/api/v1/rotation", RotationOrder{Do: "turn"}); res.StatusCode != 409 {
		t.Errorf("a turn in the pause: %d %s", res.StatusCode, answer)
	}
	r.clock.Store(0)
	before := time.Now().UnixMilli()
	o.must("PUT", "/api/v1/pause", PauseOrder{false}, nil)
	after := time.Now().UnixMilli()
	shows(func() bool { return !state.Paused })
	c.until("the end of it", func() bool { return !c.Paused && c.Rotation.Turn == 1 && c.Rotation.Ends >= ends })
	if on := c.Rotation.Ends - left; on < before || on > after {
		t.Errorf("with %d ms left the turn goes on at %d, not between %d and %d", left, on, before, after)
	}
}

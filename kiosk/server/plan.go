package server

import (
	"context"
	"net/http"
	"time"

	"github.com/labstack/echo/v4"

	"immersion/kiosk"
)

// Planned answers GET /plan: what the room does next by itself.
type Planned struct {
	Next *PlannedStep `json:"next,omitempty"` // none: the room file plans nothing
}

// PlannedStep is one thing planned.
type PlannedStep struct {
	At       int64  `json:"at"` // ms
	Do       string `json:"do" jsonschema:"enum=open,enum=last_entry,enum=close,enum=reset"`
	Scenario string `json:"scenario,omitempty"` // name of the folder or pack
}

func (s *Server) getPlan(c echo.Context) error {
	var p Planned
	if m, ok := s.Room.Settings().Plan.Next(s.Now()); ok {
		p.Next = &PlannedStep{At: m.At.UnixMilli(), Do: m.Do, Scenario: m.Scenario}
	}
	c.Response().Header().Set("Cache-Control", "no-store")
	return c.JSON(http.StatusOK, p)
}

// keepPlan does what the room file plans when its time has come. What a stop of
// the program missed is done late, as far as Plan.Due has it.
func (s *Server) keepPlan(ctx context.Context) error {
	if plan := s.Room.Settings().Plan; len(plan.Hours) == 0 && plan.Reset == "" {
		<-ctx.Done()
		return ctx.Err()
	}
	tick := time.NewTicker(500 * time.Millisecond)
	defer tick.Stop()
	for {
		for _, m := range s.Room.PlanDue(s.Now()) {
			if err := s.reach(ctx, m); err != nil {
				if ctx.Err() == nil {
					s.Log.Warn("keep the plan", "do", m.Do, "error", err)
				}
				sleep(ctx, 5*time.Second)
				break
			}
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-tick.C:
		}
	}
}

// reach does what is planned, and then writes down that it was: if the program
// stops in between, it is done once more, which changes nothing.
func (s *Server) reach(ctx context.Context, m kiosk.PlanStep) error {
	if err := s.doPlanned(ctx, m); err != nil {
		return err
	}
	return s.planRecord(ctx, kiosk.PlanReached, "", kiosk.PlanPoint{Step: m.At.UnixMilli(), Do: m.Do, Scenario: m.Scenario})
}

func (s *Server) doPlanned(ctx context.Context, m kiosk.PlanStep) error {
	phase := s.Room.Phase()
	switch m.Do {
	case kiosk.PlanOpen:
		if err := s.planScenario(ctx, m.Scenario); err != nil || phase == kiosk.DoorsOpen {
			return err
		}
		if phase == kiosk.LastRound {
			if err := s.planRecord(ctx, kiosk.OpeningClosed, "", struct{}{}); err != nil {
				return err
			}
		}
		if err := s.planRecord(ctx, kiosk.OpeningOpened, "", struct{}{}); err != nil {
			return err
		}
		s.Speaker.Chime()
	case kiosk.PlanLastEntry:
		if phase == kiosk.DoorsOpen {
			return s.planRecord(ctx, kiosk.OpeningClosing, "", struct{}{})
		}
	case kiosk.PlanClose:
		if phase != kiosk.DoorsClosed {
			return s.planRecord(ctx, kiosk.OpeningClosed, "", struct{}{})
		}
	case kiosk.PlanReset:
		return s.planReset(ctx, phase)
	}
	return nil
}

// planScenario gives new visits the scenario of the hours; one that the room
// does not have is only warned of: the doors open with the one in use.
func (s *Server) planScenario(ctx context.Context, name string) error {
	if name == "" {
		return nil
	}
	hash, changed, err := s.Library.ChooseNamed(name)
	if err != nil {
		s.Log.Warn("take the scenario that is planned", "error", err)
		return nil
	}
	if !changed {
		return nil
	}
	return s.planRecord(ctx, kiosk.ScenarioUsed, "", kiosk.ScenarioUse{Scenario: hash, How: kiosk.ByPlan})
}

// planReset ends what was left over from the day before.
func (s *Server) planReset(ctx context.Context, phase kiosk.Phase) error {
	if phase != kiosk.DoorsClosed {
		if err := s.planRecord(ctx, kiosk.OpeningClosed, "", struct{}{}); err != nil {
			return err
		}
	}
	for screen, orders := range s.Room.Left() {
		for _, o := range orders {
			if err := s.planRecord(ctx, kiosk.ScreenOrdered, screen, o); err != nil {
				return err
			}
		}
	}
	return nil
}

// planRecord writes what the plan does. That somebody was quicker is no fault.
func (s *Server) planRecord(ctx context.Context, typ, screen string, body any) error {
	err := s.Journal.Record(ctx, typ, kiosk.ByPlan, screen, "", body)
	if code := kiosk.CodeOf(err); code == kiosk.Conflict || code == kiosk.NotFound {
		return nil
	}
	return err
}

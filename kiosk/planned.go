package kiosk

import (
	"slices"
	"time"
)

// ByPlan is who did what the plan does.
const ByPlan = "plan"

// PlanReached tells that a step of the plan was come to, and what it asked for
// done.
const PlanReached = "plan.reached" // PlanPoint

// PlanPoint is the step of the plan that was come to.
type PlanPoint struct {
	Step     int64  `json:"step"` // ms, as planned
	Do       string `json:"do"`   // as PlanStep.Do
	Scenario string `json:"scenario,omitempty"`
}

// planned is how far the plan is, as the room's facts made it.
type planned struct {
	reached int64 // ms, the last step that was come to
	hand    int64 // ms, when somebody opened or closed the doors last
}

// fold keeps up with the plan, and with the hands on the doors.
func (p *planned) fold(f Fact) {
	switch f.Type {
	case PlanReached:
		p.reached = max(p.reached, body[PlanPoint](f).Step)
	case OpeningPrepared, OpeningOpened, OpeningClosing, OpeningClosed:
		if f.By != ByPlan {
			p.hand = max(p.hand, f.At)
		}
	}
}

// judge keeps a step from being come to twice.
func (p *planned) judge(f Fact) error {
	if body[PlanPoint](f).Step <= p.reached {
		return Errorf(Conflict, "the plan was there already")
	}
	return nil
}

// PlanDue is what the plan asks for now. What somebody did with the doors holds
// until the step after it.
func (r *Room) PlanDue(now time.Time) []PlanStep {
	r.mu.Lock()
	defer r.mu.Unlock()
	due := r.settings.Plan.Due(time.UnixMilli(max(r.plan.reached, r.plan.hand)), now)
	if len(r.doors.openings) == 0 && r.plan.reached == 0 { // there is nothing yet to be ended
		due = slices.DeleteFunc(due, func(s PlanStep) bool { return s.Do != PlanOpen })
	}
	return due
}

// Left lists the orders that take away what screens were left with: they are
// lit, and without a message.
func (r *Room) Left() map[string][]Order {
	r.mu.Lock()
	defer r.mu.Unlock()
	left := map[string][]Order{}
	for id, s := range r.screens {
		if s.Wanted.Blank {
			left[id] = append(left[id], Order{Do: Blank})
		}
		if s.Wanted.Message != "" {
			left[id] = append(left[id], Order{Do: Message})
		}
	}
	return left
}

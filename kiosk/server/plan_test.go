package server

import (
	"fmt"
	"testing"
	"time"

	"immersion/kiosk"
)

// hhmm is a time of day so many minutes from now.
func hhmm(minutes int) kiosk.TimeOfDay {
	return kiosk.TimeOfDay(time.Now().Add(time.Duration(minutes) * time.Minute).Format("15:04"))
}

// The plan opens, lets the last in, closes and resets by itself; what it does
// stands in the log, and a hand in between holds.
func TestPlanIsKept(t *testing.T) {
	plan := kiosk.Plan{Reset: hhmm(240), Hours: []kiosk.Hours{{Open: hhmm(60), LastEntry: hhmm(120), Close: hhmm(180), Scenario: "small"}}}
	r := startRoom(t, func(s *kiosk.Settings, _ *Deps) { s.Plan = plan })
	o := r.organiser()
	screen := r.paired("call")
	o.must("POST", "/api/v1/screens/"+screen.screen+"/order", kiosk.Order{Do: kiosk.Blank, On: true}, nil)
	o.must("POST", "/api/v1/screens/all/order", kiosk.Order{Do: kiosk.Message, Text: "one moment"}, nil)
	phase := func(want kiosk.Phase) {
		t.Helper()
		r.eventually(fmt.Sprint("the phase is ", want), func() bool { return r.Room.Phase() == want })
	}
	ahead := func(minutes int64) { r.clock.Store(minutes * time.Minute.Milliseconds()) }
	next := func(want string) {
		t.Helper()
		r.eventually("next is "+want, func() bool {
			var p Planned
			o.must("GET", "/api/v1/plan", nil, &p)
			return p.Next != nil && p.Next.Do == want
		})
	}
	next(kiosk.PlanOpen)
	o.must("PUT", "/api/v1/opening", PhaseOrder{kiosk.DoorsClosed}, nil)
	ahead(61)
	phase(kiosk.DoorsOpen)
	<-r.chimes
	next(kiosk.PlanLastEntry)
	ahead(90)
	o.must("PUT", "/api/v1/opening", PhaseOrder{kiosk.DoorsClosed}, nil)
	o.must("PUT", "/api/v1/opening", PhaseOrder{kiosk.DoorsOpen}, nil)
	ahead(121)
	phase(kiosk.LastRound)
	ahead(181)
	phase(kiosk.DoorsClosed)
	ahead(200)
	o.must("PUT", "/api/v1/opening", PhaseOrder{kiosk.DoorsOpen}, nil) // left over in the evening
	ahead(241)
	phase(kiosk.DoorsClosed)
	r.eventually("the screens are lit and say nothing", func() bool { return len(r.Room.Left()) == 0 })

	var did []string
	r.eventually("the reset is written down", func() bool {
		did = nil
		var log Log
		o.must("GET", "/api/v1/log", nil, &log)
		for _, l := range log.Lines {
			if l.By == kiosk.ByPlan {
				did = append([]string{fmt.Sprint(l.Type, " ", l.Values["do"])}, did...)
			}
		}
		return did[len(did)-1] == kiosk.PlanReached+" reset"
	})
	want := []string{
		"scenario.used <nil>", "opening.opened <nil>", "plan.reached open", "opening.closing <nil>", "plan.reached last_entry",
		"opening.closed <nil>", "plan.reached close", "opening.closed <nil>", "screen.ordered blank", "screen.ordered message", "plan.reached reset",
	}
	if fmt.Sprint(did) != fmt.Sprint(want) {
		t.Errorf("the plan did\n%v\nnot\n%v", did, want)
	}
}

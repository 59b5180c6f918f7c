package server

import (
	"testing"
	"time"

	"immersion/kiosk"
)

func TestAnOrderIsSentThenDoneOrLate(t *testing.T) {
	r := startRoom(t)
	call, never := r.paired("call"), r.paired("entry")
	c := r.console()
	row := func() ScreenRow { return c.Screens[call.screen] }
	became := func() string {
		if row().Order == nil {
			return ""
		}
		return row().Order.State
	}
	if row().Presence.Presence != unknown || row().Number != 1 || row().Orders.Volume != 100 || became() != "" {
		t.Fatalf("at first: %+v", row())
	}
	s, state := call.open()
	shows := func(ok func(StateFrame) bool) {
		t.Helper()
		for !ok(state) {
			s.next("state", &state)
		}
	}
	echo := func(version int64) { s.send(FromScreen{Type: "presence", State: version}) }
	echo(state.Version)
	c.until("ready", func() bool { return row().Presence.Presence == ready })
	o := r.organiser()
	order := func(who string, do kiosk.Order) {
		t.Helper()
		o.must("POST", "/api/v1/screens/"+who+"/order", do, nil)
	}

	before := state.Version
	order(call.screen, kiosk.Order{Do: kiosk.Blank, On: true})
	shows(func(s StateFrame) bool { return s.Blank })
	c.until("sent", func() bool { return became() == kiosk.OrderSent && row().Orders.Blank })
	echo(before)
	s.send(FromScreen{Type: "presence", State: before, Told: Told{Outbox: 1}}) // so that the console hears of it
	c.until("the heartbeat", func() bool { return row().Outbox == 1 })
	if became() != kiosk.OrderSent {
		t.Errorf("%s by the echo of an older state", became())
	}
	echo(state.Version)
	c.until("done", func() bool { return became() == kiosk.OrderDone })

	order("all", kiosk.Order{Do: kiosk.Message, Text: "Please come to the door"})
	shows(func(s StateFrame) bool { return s.Message != "" })
	r.clock.Store((lateAfter + time.Second).Milliseconds())
	c.until("late", func() bool { return became() == kiosk.OrderLate })
	echo(state.Version)
	c.until("done after all", func() bool { return became() == kiosk.OrderDone })
	if other := c.Screens[never.screen]; other.Order.State != kiosk.OrderSent || other.Presence.Presence != unknown {
		t.Errorf("a screen that nobody has heard of: %+v", other)
	}

	battery := 41
	s.send(FromScreen{Type: "presence", State: state.Version, Sent: 5,
		Told: Told{Width: 1280, Height: -3, Software: "Ab3_x-9Z", Battery: &battery, Charging: true}})
	c.until("what it tells of itself", func() bool {
		at := row()
		return at.Width == 1280 && at.Height == 0 && at.Software == "Ab3_x-9Z" && at.Battery != nil && *at.Battery == 41 && at.Charging
	})
	since := row().Since
	s.Close()
	r.eventually("the link's end", func() bool {
		r.hub.mu.Lock()
		defer r.hub.mu.Unlock()
		return len(r.hub.screens[call.screen].links) == 0
	})
	r.clock.Add((offAfter + time.Second).Milliseconds())
	c.until("off", func() bool { return row().Presence.Presence == off })
	if row().Since <= since {
		t.Errorf("off since %d, ready since %d", row().Since, since)
	}

	order(call.screen, kiosk.Order{Do: kiosk.Reload}) // while it is away
	r.clock.Add((lateAfter + time.Second).Milliseconds())
	c.until("late while it is off", func() bool { return became() == kiosk.OrderLate })
	s, state = call.open()
	if state.Reload == "" || !state.Blank || state.Message == "" {
		t.Errorf("back again it is shown %+v", state)
	}
	c.until("given its time again", func() bool { return became() == kiosk.OrderSent })
	s.send(FromScreen{Type: "presence", State: state.Version})
	c.until("done", func() bool { return became() == kiosk.OrderDone })
}

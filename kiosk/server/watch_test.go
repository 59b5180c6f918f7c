package server

import (
	"maps"
	"testing"
	"time"

	"github.com/gorilla/websocket"

	"immersion/kiosk"
)

// console follows the room as the organiser's page does.
type console struct {
	*testSocket
	RoomFrame
}

func (r *testRoom) console() *console {
	r.t.Helper()
	s, _, err := r.organiser().dial("/api/v1/watch")
	if err != nil {
		r.t.Fatal(err)
	}
	c := &console{testSocket: s}
	c.next("room", &c.RoomFrame)
	if !c.Full {
		r.t.Fatal("the first frame is not whole")
	}
	return c
}

// until merges frames until ok.
func (c *console) until(what string, ok func() bool) {
	c.t.Helper()
	for end := time.Now().Add(slowest); !ok(); {
		if time.Now().After(end) {
			c.t.Fatalf("waited in vain for %s: %+v", what, c.RoomFrame)
		}
		var f RoomFrame
		c.next("room", &f)
		if f.Full {
			c.t.Fatal("a second whole frame")
		}
		c.Doors = f.Doors
		if f.Sound != nil {
			c.Sound = f.Sound
		}
		if c.Visits == nil {
			c.Visits = map[string]VisitRow{}
		}
		if c.Screens == nil {
			c.Screens = map[string]ScreenRow{}
		}
		maps.Copy(c.Screens, f.Screens)
		maps.Copy(c.Visits, f.Visits)
		for _, id := range f.Gone {
			delete(c.Screens, id)
			delete(c.Visits, id)
		}
	}
}

func TestWatch(t *testing.T) {
	r := startRoom(t)
	entry := r.paired("entry")
	c := r.console()
	if c.Screens[entry.screen].Presence.Presence != unknown || c.Opening != r.opening {
		t.Fatalf("at first: %+v", c.RoomFrame)
	}
	at := func() string { return c.Screens[entry.screen].Presence.Presence }
	s, _ := entry.open()
	c.until("ready", func() bool { return at() == ready })
	visit := kiosk.NewID()
	_, open := entry.opened(visit, "AAAA")
	_, enter := entry.fact(kiosk.StopEntered, visit, "entry", struct{}{})
	s.send(factsFrame(open, enter))
	c.until("in use", func() bool { return at() == inUse && c.Visits[visit].Place == "entry" })
	s.send(FromScreen{Type: "presence", Told: Told{Outbox: 3, Refused: 1, Playing: true}})
	c.until("the heartbeat", func() bool {
		row := c.Screens[entry.screen]
		return row.Outbox == 3 && row.Refused == 1 && row.Playing
	})
	r.clock.Store((silentAfter + time.Second).Milliseconds())
	c.until("silent", func() bool { return at() == silent })
	s.send(FromScreen{Type: "presence"})
	c.until("in use again", func() bool { return at() == inUse })
	s.Close()
	r.eventually("the link's end", func() bool {
		r.hub.mu.Lock()
		defer r.hub.mu.Unlock()
		return len(r.hub.screens[entry.screen].links) == 0
	})
	r.clock.Add((offAfter + time.Second).Milliseconds())
	c.until("off", func() bool { return at() == off })

	o := r.organiser()
	o.must("POST", "/api/v1/screens/"+entry.screen+"/assign", kiosk.Assignment{}, nil)
	c.until("no station", func() bool { return c.Screens[entry.screen].Station == "" })
	entry.open()
	c.until("waiting", func() bool { return at() == inUse }) // the visitor is still there
	o.must("PUT", "/api/v1/opening", PhaseOrder{kiosk.DoorsClosed}, nil)
	c.until("closed doors", func() bool { return c.Opening == "" && len(c.Visits) == 0 && at() == waiting })
	o.must("PUT", "/api/v1/opening", PhaseOrder{kiosk.DoorsOpen}, nil)
	c.until("open doors", func() bool { return c.Opening != "" && c.Opening != r.opening })
	<-r.chimes
	o.must("DELETE", "/api/v1/screens/"+entry.screen, nil, nil)
	c.until("removal", func() bool { return len(c.Screens) == 0 })
}

// A console that does not read is dropped, and the others go on.
func TestSlowConsoleIsDropped(t *testing.T) {
	r := startRoom(t)
	entry := r.paired("entry")
	w := &watcher{}
	w.queue = make(chan *websocket.PreparedMessage, 1)
	if !r.hub.follow(w) {
		t.Fatal("cannot follow")
	}
	c := r.console()
	entry.open()
	c.until("ready", func() bool { return c.Screens[entry.screen].Presence.Presence == ready })
	r.hub.mu.Lock()
	defer r.hub.mu.Unlock()
	if r.hub.watchers[w] {
		t.Error("the slow one is still followed")
	}
}

func TestClosingMovesContributions(t *testing.T) {
	moved := make(chan struct{}, 64)
	r := startRoom(t, func(_ *kiosk.Settings, d *Deps) { d.Moved = func() { moved <- struct{}{} } })
	screen := r.paired("entry")
	_, open := screen.opened(kiosk.NewID(), "AAAA")
	screen.post(open)
	time.Sleep(50 * time.Millisecond)
	for len(moved) > 0 {
		<-moved
	}
	r.organiser().must("PUT", "/api/v1/opening", PhaseOrder{kiosk.DoorsClosed}, nil)
	select {
	case <-moved:
	case <-time.After(slowest):
		t.Error("nobody was told")
	}
}

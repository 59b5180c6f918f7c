package server

import (
	"cmp"
	"context"
	"sync"
	"time"

	"github.com/gorilla/websocket"
	"github.com/labstack/echo/v4"

	"immersion/kiosk"
)

const (
	maxRehearsal   = 4 * time.Hour   // that one may last
	rehearsalFrame = 64 << 10        // bytes a frame
	stopWait       = 5 * time.Second // until who is told to stop is cut off
)

// How a rehearsal ended.
const (
	finished = "finished"
	stopped  = "stopped" // by an organiser, or with the room
	lost     = "lost"    // the program that walked it is gone
)

// RehearsalFrame goes to the program that walks a rehearsal. Type says which
// fields it has: "begin" answers its order; "refuse" too, and ends it; "stop"
// asks for its report; "ended" tells that nothing is left of it.
type RehearsalFrame struct {
	Type     string            `json:"type"`
	Scenario string            `json:"scenario,omitempty"` // begin: hash of the version to walk
	At       int64             `json:"at,omitempty"`       // begin: ms on the server's clock
	Screens  []RehearsalScreen `json:"screens,omitempty"`  // begin
	Rounds   bool              `json:"rounds,omitempty"`   // begin: the room moves in rounds, and the rehearsal does not
	Code     kiosk.Code        `json:"code,omitempty"`     // refuse
	Message  string            `json:"message,omitempty"`  // refuse
}

// RehearsalScreen is a paired screen: whoever has the token in the cookie
// "screen" is it.
type RehearsalScreen struct {
	Screen  string `json:"screen"`
	Station string `json:"station"`
	Token   string `json:"token"`
}

// held is a rehearsal under way. It lasts as long as the socket of the program
// that walks it: whatever ends that program ends the rehearsal.
type held struct {
	ws   *websocket.Conn
	over chan struct{} // closed when nothing is left of it

	mu      sync.Mutex // of what is written
	stopped bool
}

func (h *held) tell(f RehearsalFrame) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	_ = h.ws.SetWriteDeadline(time.Now().Add(writeWait))
	return h.ws.WriteJSON(f)
}

// stop asks for the report, and does not wait for long.
func (h *held) stop() {
	h.mu.Lock()
	before := h.stopped
	h.stopped = true
	h.mu.Unlock()
	if !before {
		_ = h.tell(RehearsalFrame{Type: "stop"})
		time.AfterFunc(stopWait, func() { _ = h.ws.SetReadDeadline(time.Now()) })
	}
}

// told tells whether it was asked to stop.
func (h *held) told() bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.stopped
}

// walkRehearsal is the connection of a program that walks a rehearsal: its
// first frame is the order, its last the report.
func (s *Server) walkRehearsal(c echo.Context) error {
	by, err := s.mayRehearse(c)
	if err != nil {
		return err
	}
	ws, err := s.upgrade(c)
	if err != nil {
		return err
	}
	defer ws.Close()
	ws.SetReadLimit(rehearsalFrame)
	h := &held{ws: ws, over: make(chan struct{})}
	defer close(h.over)
	var order kiosk.RehearsalOrder
	_ = ws.SetReadDeadline(time.Now().Add(writeWait))
	err = ws.ReadJSON(&order)
	if err != nil {
		err = kiosk.Errorf(kiosk.Invalid, "not an order: %v", err)
	} else {
		err = s.beginRehearsal(h, by, order)
	}
	if err != nil {
		p := problem(err)
		return h.tell(RehearsalFrame{Type: "refuse", Code: p.Code, Message: p.Detail})
	}
	report := h.listen()
	s.endRehearsal(h, by, order, report)
	return h.tell(RehearsalFrame{Type: "ended"})
}

// beginRehearsal pairs its screens and tells the program of them.
func (s *Server) beginRehearsal(h *held, by string, o kiosk.RehearsalOrder) error {
	s.rehearsals.mu.Lock()
	defer s.rehearsals.mu.Unlock()
	if s.rehearsals.ctx.Err() != nil {
		return kiosk.Errorf(kiosk.Unavailable, "The room is stopping.")
	}
	if s.rehearsals.held != nil {
		return kiosk.Errorf(kiosk.Conflict, "A rehearsal is under way already.")
	}
	screens, err := s.Room.BeginRehearsal(o)
	if err != nil {
		return err
	}
	begin := RehearsalFrame{Type: "begin", Scenario: s.Room.Current().Hash, At: s.Now().UnixMilli(), Rounds: s.Room.Settings().Mode == kiosk.Rotate}
	for _, screen := range screens {
		begin.Screens = append(begin.Screens, RehearsalScreen{screen.ID, screen.Station, s.devices.rehearse(screen.ID)})
	}
	s.rehearsals.held = h
	s.rehearsals.last = Rehearsal{By: by, At: begin.At, Visitors: o.Visitors, Speed: o.Speed}
	ring(s.hub.poke)  // consoles show its screens
	_ = h.tell(begin) // if that fails, so does listening
	return nil
}

// listen waits for the report; nil when there is none.
func (h *held) listen() *kiosk.RehearsalReport {
	alive := func(string) error { return h.ws.SetReadDeadline(time.Now().Add(pongWait)) }
	_ = alive("")
	h.ws.SetPongHandler(func(string) error {
		if h.told() {
			return nil // the end is set
		}
		return alive("")
	})
	heard := make(chan struct{})
	defer close(heard)
	go func() {
		ping := time.NewTicker(pingPeriod)
		defer ping.Stop()
		end := time.NewTimer(maxRehearsal)
		defer end.Stop()
		for {
			select {
			case <-heard:
				return
			case <-end.C:
				h.stop()
			case <-ping.C:
				_ = h.ws.WriteControl(websocket.PingMessage, nil, time.Now().Add(writeWait))
			}
		}
	}()
	var report kiosk.RehearsalReport
	if h.ws.ReadJSON(&report) != nil || report.Check() != nil {
		return nil
	}
	return &report
}

// endRehearsal takes everything of it out of the room but the fact that it was
// held.
func (s *Server) endRehearsal(h *held, by string, o kiosk.RehearsalOrder, report *kiosk.RehearsalReport) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute) // the room stops only after this
	defer cancel()
	begun, done, _ := s.Room.Rehearsal()
	for _, id := range s.Room.EndRehearsal() {
		s.devices.forget(id)
		s.hub.dismiss(id, "the rehearsal is over")
	}
	ring(s.hub.poke)
	result := kiosk.HeldRehearsal{Ended: lost, Visitors: o.Visitors, Finished: done, Speed: o.Speed}
	switch {
	case report != nil:
		result.PerHour, result.Bottleneck = report.PerHour, report.Bottleneck
		if result.Ended = stopped; done == o.Visitors {
			result.Ended = finished
		}
	case h.told():
		result.Ended = stopped
	}
	_, err := s.eraseRehearsed(ctx)
	if err = cmp.Or(err, s.Journal.Record(ctx, kiosk.RehearsalHeld, by, "", "", result)); err != nil {
		s.Log.Warn("end a rehearsal", "error", err) // what is left is erased later
	}
	s.rehearsals.mu.Lock()
	defer s.rehearsals.mu.Unlock()
	last := &s.rehearsals.last
	last.Begun, last.Finished, last.Ended, last.Report = begun, done, result.Ended, report
	s.rehearsals.held = nil
}

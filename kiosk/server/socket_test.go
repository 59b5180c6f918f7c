package server

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/gorilla/websocket"

	"immersion/kiosk"
)

func TestSocket(t *testing.T) {
	r := startRoom(t)
	entry := r.paired("entry")
	s, state := entry.open()
	if state.Screen != entry.screen || state.Station != "entry" || state.Offer == nil || state.Opening != r.opening || state.Scenario != hash {
		t.Fatalf("first state: %+v", state)
	}
	if state.Version < time.Now().Add(-time.Minute).UnixMilli() {
		t.Errorf("version %d does not grow over restarts", state.Version)
	}
	visit := kiosk.NewID()
	opened, open := entry.opened(visit, state.Offer.Code)
	entered, enter := entry.fact(kiosk.StopEntered, visit, "entry", struct{}{})
	_, wrong := entry.fact(kiosk.Reacted, visit, "entry", kiosk.Reaction{Arousal: 7})
	s.send(factsFrame(open, wrong, enter))
	var ack AckFrame
	s.next("ack", &ack)
	if !slices.Equal(ack.IDs, []string{opened, entered}) {
		t.Errorf("acks: %v", ack.IDs)
	}
	var refused RefuseFrame
	s.next("refuse", &refused)
	if refused.Code != kiosk.Invalid || refused.ID == "" || refused.Message == "" {
		t.Errorf("refusal: %+v", refused)
	}
	var next StateFrame
	s.next("state", &next)
	if next.Visit == nil || next.Visit.ID != visit || next.Version <= state.Version {
		t.Errorf("next state: %+v", next)
	}
}

func TestHello(t *testing.T) {
	r := startRoom(t)
	screen := r.paired("entry")
	for _, c := range []struct {
		name  string
		hello FromScreen
		code  int
	}{
		{"another protocol", FromScreen{Type: "hello", Protocol: 2}, closings[kiosk.Invalid]},
		{"another screen", FromScreen{Type: "hello", Protocol: 1, Screen: "other"}, closings[kiosk.Forbidden]},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, _, err := screen.dial("/api/v1/socket")
			if err != nil {
				t.Fatal(err)
			}
			s.send(c.hello)
			if code := s.closedWith(); code != c.code {
				t.Errorf("closed with %d, not %d", code, c.code)
			}
		})
	}
}

func TestSocketNonsense(t *testing.T) {
	r := startRoom(t)
	screen := r.paired("entry")
	for _, c := range []struct{ name, frame string }{
		{"no JSON", `hello`},
		{"a word", `"facts"`},
		{"no type", `{}`},
		{"unknown type", `{"type":"reload"}`},
		{"a wrong type", `{"type":"presence","sent":"now"}`},
		{"batch is no array", `{"type":"facts","batch":{"id":1}}`},
		{"batch is null", `{"type":"facts","batch":null}`},
		{"two documents", `{"type":"hello"} {}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, _ := screen.open()
			s.send(c.frame)
			s.send(FromScreen{Type: "presence", Sent: 5})
			if c.name != "batch is null" { // an empty batch: nothing to say
				var refused RefuseFrame
				s.next("refuse", &refused)
				if refused.ID != "" || refused.Code != kiosk.Invalid {
					t.Errorf("refusal: %+v", refused)
				}
			}
			var clock ClockFrame
			s.next("clock", &clock) // and the socket lives
			if clock.Sent != 5 || clock.Server == 0 {
				t.Errorf("clock: %+v", clock)
			}
		})
	}
}

func TestSocketLimits(t *testing.T) {
	r := startRoom(t)
	screen := r.paired("entry")
	s, _ := screen.open()
	_ = s.WriteMessage(websocket.TextMessage, []byte(`{"type":"facts","batch":["`+strings.Repeat("x", maxFrame)+`"]}`))
	if code := s.closedWith(); code != websocket.CloseMessageTooBig {
		t.Errorf("a frame over the limit closes with %d", code)
	}
	s, _ = screen.open()
	_ = s.WriteMessage(websocket.TextMessage, make([]byte, 10<<20)) // may be cut off while it writes
	_ = s.SetReadDeadline(time.Now().Add(slowest))
	if _, doc, err := s.ReadMessage(); err == nil {
		t.Errorf("10 MB are answered with %s", doc)
	}
	s, _ = screen.open()
	s.send(`{"type":"facts","batch":[` + strings.Repeat("{},", maxBatch) + `{}]}`)
	if code := s.closedWith(); code != closings[kiosk.Invalid] {
		t.Errorf("too many facts close with %d", code)
	}
	s, _ = screen.open()
	visit := kiosk.NewID()
	opened, open := screen.opened(visit, "AAAA")
	_, large := screen.fact(kiosk.StopProgress, visit, "entry", map[string]string{"x": strings.Repeat("y", kiosk.MaxFact)})
	s.send(factsFrame(large, open))
	var ack AckFrame
	s.next("ack", &ack)
	if !slices.Equal(ack.IDs, []string{opened}) {
		t.Errorf("beside a fact that is too large: %v", ack.IDs)
	}
}

// A fact's bytes are its identity: what JSON would write otherwise must reach
// the journal as it was sent.
func TestFactKeepsItsBytes(t *testing.T) {
	r := startRoom(t)
	screen := r.paired("entry")
	_, open := screen.opened(kiosk.NewID(), "AAAA")
	odd := json.RawMessage(strings.Replace(string(open), `"type":`, ` "type" : `, 1))
	s, _ := screen.open()
	s.send(`{"type":"facts","batch":[  ` + string(odd) + "\n ]}")
	var ack AckFrame
	s.next("ack", &ack)
	var taken Taken
	screen.must("POST", "/api/v1/facts", `{"batch":[`+string(odd)+`]}`, &taken)
	if len(taken.Acked) != 1 {
		t.Errorf("the same bytes: %+v", taken)
	}
	if taken := screen.post(open); len(taken.Refused) != 1 || taken.Refused[0].Code != kiosk.Conflict {
		t.Errorf("other bytes: %+v", taken)
	}
}

func TestReconnectIsAWholeState(t *testing.T) {
	r := startRoom(t)
	entry := r.paired("entry")
	s, first := entry.open()
	s.Close()
	_, second := entry.open()
	if first.Offer == nil || second.Offer == nil || *first.Offer != *second.Offer || second.Version != first.Version {
		t.Errorf("nothing changed, but %+v became %+v", first, second)
	}
}

func TestStopClosesSockets(t *testing.T) {
	r := startRoom(t)
	screen := r.paired("entry")
	s, _ := screen.open()
	w, _, err := r.organiser().dial("/api/v1/watch")
	if err != nil {
		t.Fatal(err)
	}
	w.next("room", &RoomFrame{})
	r.hub.close()
	if code := s.closedWith(); code != 1013 {
		t.Errorf("a screen's socket closes with %d", code)
	}
	if code := w.closedWith(); code != 1013 {
		t.Errorf("a console's socket closes with %d", code)
	}
	if late, _, err := screen.dial("/api/v1/socket"); err == nil {
		late.send(FromScreen{Type: "hello", Protocol: 1})
		late.closedWith()
	}
}

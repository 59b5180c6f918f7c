package main

import (
	"bytes"
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
	"testing"
	"time"

	"immersion/kiosk"
	"immersion/kiosk/rehearse"
	"immersion/kiosk/server"
)

// What organisers ordered holds when the program is killed: a dark screen stays
// dark, a paused room paused, and of the turns of a round none is lost or told
// twice, also when one was due while nobody was there to begin it.
func TestOrdersOutliveTheProgram(t *testing.T) {
	path, err := built()
	if err != nil {
		t.Fatal(err)
	}
	address, err := rehearse.FreeAddress()
	if err != nil {
		t.Fatal(err)
	}
	data := t.TempDir()
	room := filepath.Join(t.TempDir(), "room.yaml")
	if err := os.WriteFile(room, []byte("mode: rotation\nrotation:\n  minutes: 10\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	var p *rehearse.Process
	begin := func() {
		t.Helper()
		if p, err = rehearse.Start(path, address, "--data", data, "--room", room); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(p.Kill)
	}
	begin()
	organiser, err := p.SetUp(t.Context(), "a long passphrase", "another passphrase")
	if err != nil {
		t.Fatal(err)
	}
	tell := func(method, path string, body any) {
		t.Helper()
		doc, _ := json.Marshal(body)
		req, _ := http.NewRequestWithContext(t.Context(), method, p.URL+"/api/v1"+path, bytes.NewReader(doc))
		req.Header.Set("Content-Type", "application/json")
		res, err := organiser.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		defer res.Body.Close()
		if res.StatusCode != http.StatusNoContent {
			t.Fatalf("%s %s: %s", method, path, res.Status)
		}
	}
	see := func() (f server.RoomFrame) {
		t.Helper()
		res, err := organiser.Get(p.URL + "/api/v1/room")
		if err != nil {
			t.Fatal(err)
		}
		defer res.Body.Close()
		if err := json.NewDecoder(res.Body).Decode(&f); err != nil {
			t.Fatal(err)
		}
		return f
	}
	until := func(what string, ok func(server.RoomFrame) bool) server.RoomFrame {
		t.Helper()
		for end := time.Now().Add(time.Minute); ; time.Sleep(20 * time.Millisecond) {
			f := see()
			if ok(f) {
				return f
			}
			if time.Now().After(end) {
				t.Fatalf("waited in vain for %s: %+v", what, f)
			}
		}
	}
	s, err := rehearse.Pair(t.Context(), p.URL, "call")
	if err != nil {
		t.Fatal(err)
	}
	connect := func() kiosk.ScreenState {
		t.Helper()
		state, err := s.Connect(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(s.Close)
		return state
	}
	order := func(f server.RoomFrame) string { return f.Screens[s.ID].Order.State }

	tell("POST", "/screens/"+s.ID+"/order", kiosk.Order{Do: kiosk.Blank, On: true})
	tell("POST", "/rotation", server.RotationOrder{Do: "start"})
	tell("PUT", "/pause", server.PauseOrder{Paused: true})
	left := see().Rotation.Left
	p.Kill()
	begin()
	f := see()
	if row := f.Screens[s.ID]; row.Presence.Presence != "unknown" || order(f) != kiosk.OrderSent || !row.Orders.Blank {
		t.Errorf("not heard of yet: %+v", row)
	}
	if !f.Paused || f.Rotation.Left != left || f.Rotation.Turn != 1 {
		t.Errorf("the pause after the kill: %+v", f.Doors)
	}
	state := connect()
	if !state.Blank || !state.Paused {
		t.Errorf("the screen shows %+v", state)
	}
	if err := s.Presence(state.Version); err != nil {
		t.Fatal(err)
	}
	until("done", func(f server.RoomFrame) bool { return order(f) == kiosk.OrderDone })

	tell("PUT", "/pause", server.PauseOrder{})
	var now *kiosk.RotationView
	for within := int64(1000); ; within *= 2 { // until the machine is quick enough to kill it in time
		was := see().Rotation
		tell("POST", "/rotation", server.RotationOrder{Do: "adjust", MS: time.Now().UnixMilli() + within - was.Ends})
		now = see().Rotation
		p.Kill()
		if now.Turn == was.Turn && time.Now().UnixMilli() < now.Ends {
			break
		}
		begin()
	}
	time.Sleep(time.Until(time.UnixMilli(now.Ends)) + 50*time.Millisecond) // the turn is due, and nobody is there
	begin()
	next := until("the next turn", func(f server.RoomFrame) bool { return f.Rotation.Turn > now.Turn }).Rotation
	if whole := next.Ends - now.Ends; next.Turn != now.Turn+1 || whole < 600_000 {
		t.Errorf("after the kill: %+v, %d ms after the one before", next, whole)
	}
}

package server

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/gorilla/websocket"

	"immersion/kiosk"
)

// testRehearser does what a test says.
type testRehearser func(ctx context.Context, key string, o kiosk.RehearsalOrder) error

func (f testRehearser) Rehearse(ctx context.Context, key string, o kiosk.RehearsalOrder) error {
	return f(ctx, key, o)
}

// rehearsing is a program that walks a rehearsal.
type rehearsing struct {
	*testSocket
	RehearsalFrame
	screens map[string]*caller // by station
}

func (r *testRoom) rehearse(key string, o any) *rehearsing {
	r.t.Helper()
	c := r.nobody()
	c.headers = map[string]string{"Authorization": "Bearer " + key}
	ws, _, err := c.dial("/api/v1/rehearsal/walk")
	if err != nil {
		r.t.Fatal(err)
	}
	ws.send(o)
	h := &rehearsing{testSocket: ws, screens: map[string]*caller{}}
	_ = ws.SetReadDeadline(time.Now().Add(slowest))
	if err := ws.ReadJSON(&h.RehearsalFrame); err != nil {
		r.t.Fatal(err)
	}
	for _, s := range h.Screens {
		h.screens[s.Station] = &caller{room: r, cookies: map[string]string{"screen": s.Token}, screen: s.Screen}
	}
	return h
}

// key is what the data folder would hold.
func (r *testRoom) key() string {
	r.t.Helper()
	key, err := r.RehearsalKey()
	if err != nil {
		r.t.Fatal(err)
	}
	return key
}

// heldRehearsals are those that the log tells of.
func (r *testRoom) heldRehearsals() (all []kiosk.HeldRehearsal, by []string) {
	r.t.Helper()
	j := r.Journal.(testJournal)
	err := j.Own(r.t.Context(), 0, func(_ int64, f kiosk.Fact) {
		var b kiosk.HeldRehearsal
		if f.Type == kiosk.RehearsalHeld && f.Decode(&b) == nil {
			all, by = append(all, b), append(by, f.By)
		}
	})
	if err != nil {
		r.t.Fatal(err)
	}
	return all, by
}

var small = kiosk.RehearsalOrder{Visitors: 2, Speed: 100}

func TestWhoMayRehearse(t *testing.T) {
	r := startRoom(t)
	organiser := r.organiser()
	var token RehearsalToken
	organiser.must("POST", "/api/v1/rehearsal/token", nil, &token)
	walk := func(key string) int {
		c := r.nobody()
		c.headers = map[string]string{"Authorization": key}
		_, res, err := c.dial("/api/v1/rehearsal/walk")
		if err == nil {
			return http.StatusSwitchingProtocols
		}
		return res.StatusCode
	}
	for _, c := range []struct {
		name, key string
		later     time.Duration
		status    int
	}{
		{"no key", "", 0, 401},
		{"another's", "Bearer x", 0, 401},
		{"the data folder's", "Bearer " + r.key(), 0, 101},
		{"a token of the console's", "Bearer " + token.Token, 59 * time.Minute, 101},
		{"an hour later", "Bearer " + token.Token, 2 * time.Minute, 401},
	} {
		r.clock.Add(c.later.Milliseconds())
		if got := walk(c.key); got != c.status {
			t.Errorf("%s: %d, not %d", c.name, got, c.status)
		}
	}
	r.eventually("too many tries", func() bool { return walk("Bearer y") == http.StatusTooManyRequests })
}

func TestRehearsalNonsense(t *testing.T) {
	r := startRoom(t)
	for _, c := range []struct {
		name string
		o    any
		code kiosk.Code
	}{
		{"no order", "hello", kiosk.Invalid},
		{"nobody", kiosk.RehearsalOrder{Speed: 1}, kiosk.Invalid},
		{"no such station", kiosk.RehearsalOrder{Visitors: 1, Speed: 1, Screens: map[string]int{"x": 1}}, kiosk.NotFound},
		{"ten thousand screens", kiosk.RehearsalOrder{Visitors: 1, Speed: 1, Screens: map[string]int{"call": 10_000}}, kiosk.Invalid},
	} {
		if h := r.rehearse(r.key(), c.o); h.Type != "refuse" || h.Code != c.code || h.Message == "" {
			t.Errorf("%s: %+v", c.name, h.RehearsalFrame)
		}
	}
	h := r.rehearse(r.key(), small)
	if second := r.rehearse(r.key(), small); second.Code != kiosk.Conflict {
		t.Errorf("a second one: %+v", second.RehearsalFrame)
	}
	_ = h.WriteMessage(websocket.TextMessage, make([]byte, 1<<20))
	r.eventually("its end", func() bool { return !r.rehearsal().Running })
	if held, _ := r.heldRehearsals(); len(held) != 1 || held[0].Ended != lost {
		t.Errorf("the log has %+v", held)
	}
}

// Who rehearses a room in rounds is told that its visitors have none.
func TestRehearsalOfARoomInRounds(t *testing.T) {
	r := startRoom(t, func(s *kiosk.Settings, _ *Deps) { s.Mode = kiosk.Rotate })
	if h := r.rehearse(r.key(), small); h.Type != "begin" || !h.Rounds {
		t.Errorf("begin: %+v", h.RehearsalFrame)
	}
}

// A rehearsal's screens do what a screen does and nothing more; what the room
// shows of them goes with the program that walks it.
func TestRehearsalIsOverWithItsProgram(t *testing.T) {
	calls := make(chan Call, 8)
	hook := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		var c Call
		_ = json.NewDecoder(r.Body).Decode(&c)
		calls <- c
	}))
	defer hook.Close()
	r := startRoom(t, func(s *kiosk.Settings, _ *Deps) { s.Webhook = kiosk.Webhook{URL: hook.URL, Secret: testSecret} })
	console := r.organiser()
	real := r.paired("call")
	h := r.rehearse(r.key(), small)
	if h.Type != "begin" || h.Scenario != hash || len(h.Screens) != 3 || h.Rounds {
		t.Fatalf("begin: %+v", h.RehearsalFrame)
	}
	entry, call := h.screens["entry"], h.screens["call"]
	for _, ask := range []string{"GET /api/v1/scenarios/h1", "POST /api/v1/facts", "GET /api/v1/scenarios/h1/files/call.wav",
		"POST /api/v1/takeaways", "POST /api/v1/returns", "GET /api/v1/room", "GET /api/v1/badges/ABCD", "POST /api/v1/rehearsal"} {
		method, path, _ := strings.Cut(ask, " ")
		if res, answer := call.ask(method, path, map[string]string{}); res.StatusCode != http.StatusForbidden {
			t.Errorf("%s: %d %s", ask, res.StatusCode, answer)
		}
	}
	s, state := entry.open()
	visit := kiosk.NewID()
	opened, open := entry.fact(kiosk.VisitOpened, visit, "entry", kiosk.Opened{Scenario: hash, Language: "en", Party: 1, Badge: *state.Offer, Rehearsal: true})
	_, left := entry.fact(kiosk.StopLeft, visit, "entry", kiosk.Leaving{Reason: "done"})
	_, enter := entry.fact(kiosk.StopEntered, visit, "entry", struct{}{})
	s.send(factsFrame(open, enter, left))
	var ack AckFrame
	if s.next("ack", &ack); !slices.Contains(ack.IDs, opened) {
		t.Fatalf("acknowledged: %v", ack.IDs)
	}
	var room RoomFrame
	console.must("GET", "/api/v1/room", nil, &room)
	if row := room.Visits[visit]; !row.Rehearsal || !room.Screens[entry.screen].Rehearsal || room.Screens[real.screen].Rehearsal {
		t.Errorf("the console shows %+v %+v", row, room.Screens)
	}
	if res, _ := real.ask("POST", "/api/v1/checkin", CheckIn{Code: state.Offer.Code}); res.StatusCode != http.StatusNotFound {
		t.Errorf("a rehearsal's badge at the room's screen: %d", res.StatusCode)
	}
	var seen kiosk.VisitView
	if call.must("POST", "/api/v1/checkin", CheckIn{Code: state.Offer.Code}, &seen); seen.ID != visit {
		t.Errorf("at its own: %+v", seen)
	}
	if now := r.rehearsal(); !now.Running || now.Begun != 1 || now.By != byTerminal {
		t.Errorf("under way: %+v", now)
	}

	mine, _ := real.open()
	other, _ := call.open()
	for _, lost := range []struct {
		ws *testSocket
		id string
	}{{s, entry.screen}, {mine, real.screen}} {
		lost.ws.Close()
		r.eventually("a lost screen", func() bool {
			r.clock.Add(1000)
			other.send(FromScreen{Type: "presence"})
			return slices.ContainsFunc(r.screens(console), func(row ScreenRow) bool { return row.ID == lost.id && row.Presence.Presence == off })
		})
	}
	if c := <-calls; c.ID != real.screen {
		t.Errorf("the webhook tells of a rehearsal's screen: %+v", c)
	}

	h.Close() // as when the program is killed
	r.eventually("its end", func() bool { return !r.rehearsal().Running })
	if code := other.closedWith(); code != closings[kiosk.Closed] {
		t.Errorf("its screen is closed with %d", code)
	}
	if _, res, err := entry.dial("/api/v1/socket"); err == nil || res.StatusCode != http.StatusUnauthorized {
		t.Errorf("its screen comes back: %v", err)
	}
	room = RoomFrame{}
	console.must("GET", "/api/v1/room", nil, &room)
	if len(room.Visits) != 0 || len(room.Screens) != 1 {
		t.Errorf("left on the console: %+v", room)
	}
	if _, err := r.Journal.Visit(t.Context(), visit); kiosk.CodeOf(err) != kiosk.NotFound {
		t.Errorf("the visit is there: %v", err)
	}
	if left, err := r.Journal.Rehearsed(t.Context()); len(left) != 0 || err != nil {
		t.Errorf("not erased: %v %v", left, err)
	}
	held, by := r.heldRehearsals()
	if len(held) != 1 || held[0] != (kiosk.HeldRehearsal{Ended: lost, Visitors: 2, Speed: 100}) || by[0] != byTerminal {
		t.Errorf("the log has %+v by %v", held, by)
	}
}

func (r *testRoom) screens(c *caller) []ScreenRow {
	r.t.Helper()
	var list Screens
	c.must("GET", "/api/v1/screens", nil, &list)
	return list.Screens
}

// What a killed program left behind is erased at the next start, or as soon as
// the disk has room again.
func TestRehearsalIsClearedLater(t *testing.T) {
	r := startRoom(t)
	h := r.rehearse(r.key(), small)
	entry := h.screens["entry"]
	s, state := entry.open()
	_, open := entry.fact(kiosk.VisitOpened, kiosk.NewID(), "entry", kiosk.Opened{Scenario: hash, Language: "en", Party: 1, Badge: *state.Offer, Rehearsal: true})
	s.send(factsFrame(open))
	s.next("ack", &AckFrame{})
	r.Room.EndRehearsal() // as a start without it finds it
	r.clearRehearsal(t.Context())
	if held, _ := r.heldRehearsals(); len(held) != 0 {
		t.Errorf("cleared under a program's feet: %+v", held)
	}
	r.rehearsals.mu.Lock()
	r.rehearsals.held = nil
	r.rehearsals.mu.Unlock()
	r.clearRehearsal(t.Context())
	r.clearRehearsal(t.Context())
	held, by := r.heldRehearsals()
	if len(held) != 1 || held[0] != (kiosk.HeldRehearsal{Ended: lost, Visitors: 1}) || by[0] != kiosk.ByRehearsal {
		t.Errorf("the log has %+v by %v", held, by)
	}
	if left, _ := r.Journal.Rehearsed(t.Context()); len(left) != 0 {
		t.Errorf("left: %v", left)
	}
}

// The console asks for one, sees how it goes, and stops it.
func TestRehearsalFromTheConsole(t *testing.T) {
	var r *testRoom
	walked := make(chan kiosk.RehearsalOrder, 1)
	r = startRoom(t, func(_ *kiosk.Settings, d *Deps) {
		d.Rehearser = testRehearser(func(ctx context.Context, key string, o kiosk.RehearsalOrder) error {
			walked <- o
			h := r.rehearse(key, o)
			var stop RehearsalFrame
			h.next("stop", &stop)
			h.send(kiosk.RehearsalReport{Visitors: 2, PerHour: 12.5, Bottleneck: "call"})
			h.next("ended", &stop)
			return nil
		})
	})
	console := r.organiser()
	if res, _ := console.ask("DELETE", "/api/v1/rehearsal", nil); res.StatusCode != http.StatusConflict {
		t.Errorf("stop without one: %d", res.StatusCode)
	}
	if res, answer := console.ask("POST", "/api/v1/rehearsal", kiosk.RehearsalOrder{Visitors: 0, Speed: 1}); res.StatusCode != http.StatusBadRequest {
		t.Errorf("nobody: %d %s", res.StatusCode, answer)
	}
	if res, answer := console.ask("POST", "/api/v1/rehearsal", small); res.StatusCode != http.StatusNoContent {
		t.Fatalf("start: %d %s", res.StatusCode, answer)
	}
	if o := <-walked; o.Visitors != 2 || o.Speed != 100 {
		t.Errorf("walked: %+v", o)
	}
	if res, _ := console.ask("POST", "/api/v1/rehearsal", small); res.StatusCode != http.StatusConflict {
		t.Errorf("a second: %d", res.StatusCode)
	}
	r.eventually("its beginning", func() bool {
		res, _ := console.ask("DELETE", "/api/v1/rehearsal", nil)
		return res.StatusCode == http.StatusNoContent
	})
	var now Rehearsal
	r.eventually("its end", func() bool {
		console.must("GET", "/api/v1/rehearsal", nil, &now)
		return !now.Running
	})
	if now.Ended != stopped || now.Report == nil || now.Report.PerHour != 12.5 || !strings.HasPrefix(now.By, "organiser·") {
		doc, _ := json.Marshal(now)
		t.Errorf("the console shows %s", doc)
	}
	held, by := r.heldRehearsals()
	if len(held) != 1 || held[0] != (kiosk.HeldRehearsal{Ended: stopped, Visitors: 2, Speed: 100, PerHour: 12.5, Bottleneck: "call"}) || by[0] != now.By {
		t.Errorf("the log has %+v by %v", held, by)
	}
}

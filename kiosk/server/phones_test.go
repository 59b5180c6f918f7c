package server

import (
	"strings"
	"testing"

	"immersion/kiosk"
)

// phone joins the visit that wears a code; its requests name the code.
func (r *testRoom) phone(code string) *caller {
	r.t.Helper()
	c := r.nobody()
	var p Paired
	c.must("POST", "/api/v1/phones", PhoneJoin{code}, &p)
	c.screen = p.Screen
	return c
}

// carriedRoom is a room with two visits, in which the call may be carried.
func carriedRoom(t *testing.T) (r *testRoom, one, two string) {
	r = startRoom(t)
	r.Room.Current().Places[1].Carried = true
	entry := r.paired("entry")
	one, two = kiosk.NewID(), kiosk.NewID()
	_, first := entry.opened(one, "BCDF")
	_, second := entry.opened(two, "GHJK")
	if taken := entry.post(first, second); len(taken.Acked) != 2 {
		t.Fatalf("opened: %+v", taken)
	}
	return r, one, two
}

func TestAPhoneIsAScreenOfItsVisit(t *testing.T) {
	r, one, two := carriedRoom(t)
	c := r.phone("bcdf") // as a browser may spell it
	var again Paired
	if c.must("POST", "/api/v1/phones", PhoneJoin{"BCDF"}, &again); again.Screen != c.screen {
		t.Errorf("a reload makes another phone of it: %s, %s", c.screen, again.Screen)
	}
	for _, q := range []struct {
		ask    string
		status int
	}{
		{"GET /api/v1/scenarios/h1", 200},
		{"GET /api/v1/scenarios/h2", 403},
		{"GET /api/v1/scenarios/h1/stations/call", 200},
		{"GET /api/v1/scenarios/h1/stations/exit", 403},
		{"GET /api/v1/scenarios/h1/files/ruth.webp", 200},
		{"GET /api/v1/scenarios/h1/files/call.wav", 200},
		{"GET /api/v1/scenarios/h1/files/scenario.yaml", 403},
		{"GET /api/v1/badges/GHJK", 403},
		{"POST /api/v1/checkin", 403},
		{"GET /api/v1/visits/" + one + "/stations/call/reveal", 403},
		{"GET /api/v1/room", 403},
		{"GET /api/v1/screens", 403},
	} {
		method, path, _ := strings.Cut(q.ask, " ")
		var body any
		if method == "POST" {
			body = CheckIn{Code: "GHJK"}
		}
		if res, answer := c.ask(method, path+"?phone=BCDF", body); res.StatusCode != q.status {
			t.Errorf("%s: %d %s", q.ask, res.StatusCode, answer)
		}
	}
	post := func(visit string) Taken {
		_, doc := c.fact("call.tapped", visit, "call", struct{}{})
		var taken Taken
		c.must("POST", "/api/v1/facts?phone=BCDF", batchOf(doc), &taken)
		return taken
	}
	if taken := post(one); len(taken.Acked) != 1 {
		t.Errorf("its own visit: %+v", taken)
	}
	if taken := post(two); len(taken.Refused) != 1 || taken.Refused[0].Code != kiosk.Forbidden {
		t.Errorf("another visit: %+v", taken)
	}

	s, _, err := c.dial("/api/v1/socket?phone=BCDF")
	if err != nil {
		t.Fatal(err)
	}
	s.send(FromScreen{Type: "hello", Protocol: 1, Screen: c.screen})
	var state StateFrame
	s.next("state", &state)
	if state.Visit == nil || state.Visit.ID != one || len(state.Carried) != 1 || len(state.Expected) > 0 {
		t.Errorf("state: %+v", state)
	}
	late, doc := c.fact("call.tapped", one, "call", struct{}{})
	r.organiser().must("POST", "/api/v1/visits/"+one+"/order", VisitOrder{Do: "close"}, nil)
	if code := s.closedWith(); code != closings[kiosk.Closed] {
		t.Errorf("the visit is over, the socket closes with %d", code)
	}
	var taken Taken
	if c.must("POST", "/api/v1/facts?phone=BCDF", batchOf(doc), &taken); len(taken.Acked) != 1 || taken.Acked[0] != late {
		t.Errorf("what comes late: %+v", taken)
	}
	if res, _ := c.ask("GET", "/api/v1/scenarios/h1/stations/call?phone=BCDF", nil); res.StatusCode != 410 {
		t.Errorf("after the visit: %d", res.StatusCode)
	}
	c.must("DELETE", "/api/v1/phones?phone=BCDF", nil, nil)
	if res, _ := c.ask("POST", "/api/v1/facts?phone=BCDF", batchOf(doc)); res.StatusCode != 401 {
		t.Errorf("a phone that is done: %d", res.StatusCode)
	}
	if res, _ := r.nobody().ask("POST", "/api/v1/phones", PhoneJoin{"BCDF"}); res.StatusCode != 404 {
		t.Errorf("a badge that nobody wears: %d", res.StatusCode)
	}

}

// A cookie made for a phone opens nothing as a screen's, whatever it is called.
func TestAPhonesCookieIsNoScreens(t *testing.T) {
	r, _, _ := carriedRoom(t)
	c := r.phone("BCDF")
	c.cookies[deviceCookie] = c.cookies[phoneCookie+"BCDF"]
	for _, path := range []string{"/api/v1/badges/GHJK", "/api/v1/scenarios/h1/stations/exit"} {
		if res, _ := c.ask("GET", path, nil); res.StatusCode != 403 {
			t.Errorf("%s: %d", path, res.StatusCode)
		}
	}
}

func TestPhonesGuessNoCodes(t *testing.T) {
	r, _, _ := carriedRoom(t)
	for n := range wrongCodes {
		want := 404
		if n == wrongCodes-1 {
			want = 429
		}
		if res, _ := r.nobody().ask("POST", "/api/v1/phones", PhoneJoin{"XXXX"}); res.StatusCode != want {
			t.Errorf("wrong code %d: %d", n+1, res.StatusCode)
		}
	}
	if res, _ := r.nobody().ask("POST", "/api/v1/phones", PhoneJoin{"BCDF"}); res.StatusCode != 429 {
		t.Errorf("the right one then: %d", res.StatusCode)
	}
}

func TestNothingToCarry(t *testing.T) {
	r := startRoom(t)
	entry := r.paired("entry")
	_, doc := entry.opened(kiosk.NewID(), "BCDF")
	entry.post(doc)
	for range wrongCodes + 1 { // the code is right: it is no guess
		if res, _ := r.nobody().ask("POST", "/api/v1/phones", PhoneJoin{"BCDF"}); res.StatusCode != 409 {
			t.Errorf("%d", res.StatusCode)
		}
	}
}

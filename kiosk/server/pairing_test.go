package server

import (
	"net/http/httptest"
	"testing"
	"time"

	"immersion/kiosk"
)

// far is a browser elsewhere in the network, as its Host tells.
func (r *testRoom) far() *caller {
	c := r.nobody()
	c.headers = map[string]string{"Host": "room.lan:8080"}
	return c
}

func TestPairingByCode(t *testing.T) {
	r := startRoom(t)
	browser, organiser := r.far(), r.organiser()
	var offer PairingOffer
	browser.must("POST", "/api/v1/screens", PairingRequest{}, &offer)
	if res, answer := browser.ask("POST", "/api/v1/screens/token", TokenRequest{offer.DeviceCode}); res.StatusCode != 400 || answer != `{"error":"authorization_pending"}`+"\n" {
		t.Fatalf("before approval: %d %s", res.StatusCode, answer)
	}
	var list Screens
	organiser.must("GET", "/api/v1/screens", nil, &list)
	if len(list.Waiting) != 1 || list.Waiting[0].UserCode != offer.UserCode {
		t.Errorf("waiting: %+v, not %s", list.Waiting, offer.UserCode)
	}
	typed := " " + offer.UserCode[:3] + offer.UserCode[4:] // without its dash
	organiser.must("POST", "/api/v1/screens/approve", Approval{UserCode: typed, Station: "call", Name: "By the door"}, nil)
	if res, _ := organiser.ask("POST", "/api/v1/screens/approve", Approval{UserCode: typed}); res.StatusCode != 404 {
		t.Errorf("a code is approved twice: %d", res.StatusCode)
	}
	var p Paired
	browser.must("POST", "/api/v1/screens/token", TokenRequest{offer.DeviceCode}, &p)
	if res, _ := browser.ask("POST", "/api/v1/screens/token", TokenRequest{offer.DeviceCode}); res.StatusCode != 400 {
		t.Errorf("a cookie is given twice: %d", res.StatusCode)
	}
	var me Session
	browser.must("GET", "/api/v1/session", nil, &me)
	if me.Screen != p.Screen || me.Role != "" {
		t.Errorf("the browser is %+v", me)
	}

	organiser.must("POST", "/api/v1/screens/"+p.Screen+"/assign", kiosk.Assignment{Station: "exit"}, nil)
	browser.screen = p.Screen
	s, state := browser.open()
	if state.Name != "By the door" || state.Station != "exit" {
		t.Errorf("state: %+v", state)
	}
	organiser.must("DELETE", "/api/v1/screens/"+p.Screen, nil, nil)
	if code := s.closedWith(); code != closings[kiosk.Closed] {
		t.Errorf("a removed screen's socket closes with %d", code)
	}
	if res, _ := browser.ask("GET", "/api/v1/scenarios/h1", nil); res.StatusCode != 401 {
		t.Errorf("a removed screen may still read: %d", res.StatusCode)
	}
}

func TestPairingExpires(t *testing.T) {
	r := startRoom(t)
	browser := r.far()
	var offer PairingOffer
	browser.must("POST", "/api/v1/screens", PairingRequest{}, &offer)
	r.clock.Store((pairingLife + time.Second).Milliseconds())
	if res, answer := browser.ask("POST", "/api/v1/screens/token", TokenRequest{offer.DeviceCode}); res.StatusCode != 400 || answer != `{"error":"expired_token"}`+"\n" {
		t.Errorf("%d %s", res.StatusCode, answer)
	}
	r.pairings.sweep()
	if n := len(r.pairings.byDevice); n != 0 {
		t.Errorf("%d pairings are still there", n)
	}
}

func TestPairsItself(t *testing.T) {
	r := startRoom(t)
	for _, c := range []struct {
		name, peer, host string
		header           string
		want             bool
	}{
		{"localhost", "127.0.0.1:5000", "localhost:8080", "", true},
		{"address", "127.0.0.1:5000", "127.0.0.1:8080", "", true},
		{"version 6", "[::1]:5000", "[::1]:8080", "", true},
		{"another machine", "192.168.1.7:5000", "localhost:8080", "", false},
		{"another name", "127.0.0.1:5000", "room.lan", "", false},
		{"name rebound", "127.0.0.1:5000", "localhost.evil.example", "", false},
		{"proxy", "127.0.0.1:5000", "localhost:8080", "X-Forwarded-For", false},
		{"standard proxy", "127.0.0.1:5000", "localhost:8080", "Forwarded", false},
		{"nginx", "127.0.0.1:5000", "localhost:8080", "X-Real-IP", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			req := httptest.NewRequest("POST", "/api/v1/screens", nil)
			req.RemoteAddr, req.Host = c.peer, c.host
			if c.header != "" {
				req.Header.Set(c.header, "192.168.1.7")
			}
			if got := r.pairsItself(req); got != c.want {
				t.Errorf("pairs itself: %v", got)
			}
		})
	}
}

func TestOpenPairing(t *testing.T) {
	r := startRoom(t, func(s *kiosk.Settings, _ *Deps) { s.Pairing = kiosk.PairOpen })
	browser := r.far()
	var offer PairingOffer
	var p Paired
	browser.must("POST", "/api/v1/screens", PairingRequest{"call"}, &offer)
	browser.must("POST", "/api/v1/screens/token", TokenRequest{offer.DeviceCode}, &p)
	if p.Screen == "" {
		t.Fatal("no screen")
	}
}

// One browser may hold a station a tab: on the first evening that is how a
// room is tried.
func TestOneBrowserManyStations(t *testing.T) {
	r := startRoom(t)
	browser := r.nobody()
	ids := map[string]string{}
	for _, station := range []string{"entry", "call", "entry"} {
		var offer PairingOffer
		var p Paired
		browser.must("POST", "/api/v1/screens", PairingRequest{station}, &offer)
		browser.must("POST", "/api/v1/screens/token", TokenRequest{offer.DeviceCode}, &p)
		if old := ids[station]; old != "" && old != p.Screen {
			t.Errorf("a second pairing at %s made another screen", station)
		}
		ids[station] = p.Screen
	}
	if ids["entry"] == ids["call"] || len(r.Room.Console().Screens) != 2 {
		t.Errorf("screens: %v", ids)
	}
	for station, id := range ids {
		var me Session
		browser.must("GET", "/api/v1/session?station="+station, nil, &me)
		if me.Screen != id {
			t.Errorf("at %s the browser is %s, not %s", station, me.Screen, id)
		}
	}
}

// A screen stays paired when the program starts again.
func TestDevicesAreKept(t *testing.T) {
	r := startRoom(t)
	screen := r.paired("call")
	var again devices
	if err := again.load(t.Context(), r.keep); err != nil {
		t.Fatal(err)
	}
	if id, ok := again.known(screen.cookies["screen-call"]); !ok || id != screen.screen {
		t.Errorf("after a start the cookie is %q's", id)
	}
}

// A screen gets the name that the room file has for its station.
func TestScreensGetTheirNames(t *testing.T) {
	r := startRoom(t, func(s *kiosk.Settings, _ *Deps) {
		s.Stations = map[string][]string{"call": {"Sofa", "Window"}, "gone": {"Attic"}}
	})
	organiser := r.organiser()
	missing := func() (list Screens) {
		organiser.must("GET", "/api/v1/screens", nil, &list)
		return list
	}
	if got := missing().Missing; len(got) != 3 || got[0] != (Missing{"Sofa", "call", true}) || got[2] != (Missing{"Attic", "gone", false}) {
		t.Errorf("missing: %+v", got)
	}
	for range 3 {
		browser := r.far()
		var offer PairingOffer
		browser.must("POST", "/api/v1/screens", PairingRequest{Station: "call"}, &offer)
		organiser.must("POST", "/api/v1/screens/approve", Approval{UserCode: offer.UserCode}, nil)
	}
	list := missing()
	if s := list.Screens; len(s) != 3 || s[0].Name != "3" || s[1].Name != "Sofa" || s[2].Name != "Window" || len(list.Missing) != 1 {
		t.Errorf("screens: %+v", list)
	}
}

package server

import (
	"regexp"
	"testing"

	"immersion/kiosk"
)

func TestHelperPassphrase(t *testing.T) {
	r := startRoom(t)
	o := r.organiser()
	first := r.helper()
	ws, _, err := first.dial("/api/v1/watch")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name   string
		who    *caller
		phrase string
		status int
	}{
		{"by the helper", first, "my own phrase", 403},
		{"too short", o, "short", 400},
		{"the organisers' own", o, testPassphrase, 400},
		{"the managers' own", o, testPassphrase + " too", 400},
		{"by the organiser", o, "quite another phrase", 204},
	} {
		t.Run(c.name, func(t *testing.T) {
			if res, answer := c.who.ask("PUT", "/api/v1/passphrases/helper", HelperPassphrase{c.phrase}); res.StatusCode != c.status {
				t.Errorf("%d %s", res.StatusCode, answer)
			}
		})
	}
	for { // the console it had is told to ask anew
		if _, _, err := ws.ReadMessage(); err != nil {
			break
		}
	}
	if res, _ := first.ask("GET", "/api/v1/room", nil); res.StatusCode != 401 {
		t.Errorf("who signed in with the old one goes on: %d", res.StatusCode)
	}
	o.must("GET", "/api/v1/room", nil, nil)
	signIn := func(phrase string) int {
		res, _ := r.nobody().ask("POST", "/api/v1/session", SignIn{"helper", phrase})
		return res.StatusCode
	}
	if old, now := signIn(testPassphrase+" for helping"), signIn("quite another phrase"); old != 401 || now != 200 {
		t.Errorf("the old phrase is %d, the new one %d", old, now)
	}
	var s Session
	if r.nobody().must("GET", "/api/v1/session", nil, &s); !s.Helper {
		t.Error("the sign-in does not offer helpers")
	}
	o.must("PUT", "/api/v1/passphrases/helper", HelperPassphrase{}, nil)
	if now := signIn("quite another phrase"); now != 401 {
		t.Errorf("without a passphrase a helper signs in: %d", now)
	}
	if r.nobody().must("GET", "/api/v1/session", nil, &s); s.Helper {
		t.Error("the sign-in offers helpers without a passphrase")
	}
}

// Two organisers are told apart in what they did, and neither is named.
func TestByTellsSignInsApart(t *testing.T) {
	r := startRoom(t)
	one, two, third := r.organiser(), r.organiser(), r.helper()
	seen := map[string]string{}
	for _, c := range []*caller{one, two, third, one} {
		screen := r.paired("call")
		c.must("POST", "/api/v1/screens/"+screen.screen+"/assign", kiosk.Assignment{Station: "exit"}, nil)
	}
	var order []string
	_ = r.Journal.(testJournal).Own(t.Context(), 0, func(_ int64, f kiosk.Fact) {
		if f.Type == kiosk.ScreenAssigned {
			seen[f.By] = f.Type
			order = append(order, f.By)
		}
	})
	form := regexp.MustCompile(`^(organiser|helper)·[0-9a-f]{4}$`)
	for by := range seen {
		if !form.MatchString(by) {
			t.Errorf("by is %q", by)
		}
	}
	if len(seen) != 3 || len(order) != 4 || order[0] != order[3] {
		t.Errorf("three sign-ins are %v", order)
	}
}

package server

import (
	"strings"
	"testing"
	"time"
)

func TestSetupLinkWorksOnce(t *testing.T) {
	r := startRoom(t)
	stale, err := r.SetupPath(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	path, _ := r.SetupPath(t.Context())
	token := func(path string) string { return strings.TrimPrefix(path, "/setup/") }
	for _, c := range []struct {
		name   string
		body   Setup
		status int
	}{
		{"an older link", Setup{Token: token(stale), Organiser: testPassphrase, Manager: testPassphrase}, 403},
		{"no link", Setup{Organiser: testPassphrase, Manager: testPassphrase}, 403},
		{"too short", Setup{Token: token(path), Organiser: testPassphrase, Manager: "short"}, 400},
		{"too short for helpers", Setup{token(path), testPassphrase, testPassphrase + " too", "short"}, 400},
		{"one for two roles", Setup{token(path), testPassphrase, testPassphrase, ""}, 400},
		{"one for helpers and managers", Setup{token(path), testPassphrase, testPassphrase + " too", testPassphrase + " too"}, 400},
		{"one for helpers and organisers", Setup{token(path), testPassphrase, testPassphrase + " too", testPassphrase}, 400},
		{"the link", Setup{token(path), testPassphrase, testPassphrase + " too", ""}, 200},
		{"again", Setup{Token: token(path), Organiser: "another phrase", Manager: "another phrase"}, 403},
	} {
		t.Run(c.name, func(t *testing.T) {
			if res, answer := r.nobody().ask("POST", "/api/v1/setup", c.body); res.StatusCode != c.status {
				t.Errorf("%d %s", res.StatusCode, answer)
			}
		})
	}
	if path, err := r.SetupPath(t.Context()); path != "" || err != nil {
		t.Errorf("another link is given: %q %v", path, err)
	}
	r.nobody().must("POST", "/api/v1/session", SignIn{"organiser", testPassphrase}, nil)
}

func TestPassphraseIsKeptAsHash(t *testing.T) {
	r := startRoom(t)
	r.organiser()
	for _, bin := range []string{credentialTable, sessionTable} {
		all, err := r.keep.All(t.Context(), bin)
		if err != nil || len(all) == 0 {
			t.Fatalf("%s: %d rows, %v", bin, len(all), err)
		}
		for name, value := range all {
			if strings.Contains(string(value), testPassphrase) {
				t.Errorf("%s/%s holds the passphrase", bin, name)
			}
		}
	}
}

func TestSignOut(t *testing.T) {
	r := startRoom(t)
	o := r.organiser()
	before := map[string]string{"session": o.cookies["session"]}
	o.must("DELETE", "/api/v1/session", nil, nil)
	if o.cookies["session"] != "" {
		t.Error("the cookie stays")
	}
	o.cookies = before
	if res, _ := o.ask("GET", "/api/v1/room", nil); res.StatusCode != 401 {
		t.Errorf("the session goes on: %d", res.StatusCode)
	}
}

func TestSignInIsBounded(t *testing.T) {
	r := startRoom(t)
	r.organiser()
	began := time.Now()
	r.visitors.now = func() time.Time { return began.Add(time.Duration(r.clock.Load()) * time.Millisecond) } // hashing takes its time
	for range 10 {
		if res, _ := r.nobody().ask("POST", "/api/v1/session", SignIn{"organiser", "wrong"}); res.StatusCode != 401 {
			t.Fatalf("a wrong passphrase is %d", res.StatusCode)
		}
	}
	res, _ := r.nobody().ask("POST", "/api/v1/session", SignIn{"organiser", testPassphrase})
	if res.StatusCode != 429 || res.Header.Get("Retry-After") == "" {
		t.Errorf("the eleventh is %d, Retry-After %q", res.StatusCode, res.Header.Get("Retry-After"))
	}
	r.clock.Store(time.Minute.Milliseconds())
	r.nobody().must("POST", "/api/v1/session", SignIn{"organiser", testPassphrase}, nil)
	r.clock.Store((3 * time.Hour).Milliseconds())
	r.visitors.sweep()
	if n := len(r.visitors.byKey); n != 0 {
		t.Errorf("%d callers are remembered for ever", n)
	}
}

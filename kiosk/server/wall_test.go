package server

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"
)

// A display opens the wall by its link, and nothing else; the link ends when an
// organiser ends it.
func TestTheWallByItsLink(t *testing.T) {
	r := startRoom(t)
	o := r.organiser()
	link := func() string {
		t.Helper()
		res, body := o.ask("POST", "/api/v1/wall", map[string]string{})
		var made WallLink
		if err := json.Unmarshal([]byte(body), &made); err != nil || res.StatusCode != http.StatusOK {
			t.Fatalf("%d %s", res.StatusCode, body)
		}
		return made.URL[strings.Index(made.URL, "/wall?"):]
	}
	first := link()
	display := r.nobody()
	res, _ := display.ask("GET", first+"&dim", nil)
	if res.StatusCode != http.StatusSeeOther || res.Header.Get("Location") != "/wall?dim" || len(res.Cookies()) != 1 || !res.Cookies()[0].HttpOnly {
		t.Fatalf("the link answers %d to %q with %v", res.StatusCode, res.Header.Get("Location"), res.Cookies())
	}
	cookie := res.Cookies()[0]
	display.headers = map[string]string{"Cookie": cookie.Name + "=" + cookie.Value}
	asks := func(want map[string]int) {
		t.Helper()
		for ask, status := range want {
			method, path, _ := strings.Cut(ask, " ")
			if res, body := display.ask(method, path, nil); res.StatusCode != status {
				t.Errorf("%s is %d, not %d: %.200s", ask, res.StatusCode, status, body)
			}
		}
	}
	asks(map[string]int{"GET /wall": 200, "GET /api/v1/insights/wall": 200, "GET /api/v1/insights": 401, "GET /api/v1/insights/words": 401,
		"GET /insights": 303, "GET /api/v1/privacy": 401, "GET /api/v1/wall": 401, "POST /api/v1/wall": 401, "GET /api/v1/room": 401})
	if _, body := o.ask("GET", "/api/v1/wall", nil); body != `{"linked":true}`+"\n" {
		t.Errorf("an organiser reads %s", body)
	}
	second := link()
	asks(map[string]int{"GET /wall": 303, "GET /api/v1/insights/wall": 401})
	if res, _ := r.nobody().ask("GET", second, nil); res.StatusCode != http.StatusSeeOther || res.Header.Get("Location") != "/wall" {
		t.Errorf("the new link answers %d to %q", res.StatusCode, res.Header.Get("Location"))
	}
	if res, _ := o.ask("DELETE", "/api/v1/wall", nil); res.StatusCode != http.StatusNoContent {
		t.Errorf("ended with %d", res.StatusCode)
	}
	if res, _ := r.nobody().ask("GET", second, nil); !strings.HasPrefix(res.Header.Get("Location"), "/sign-in") {
		t.Errorf("an ended link leads to %q", res.Header.Get("Location"))
	}
	if res, _ := r.manager().ask("POST", "/api/v1/wall", map[string]string{}); res.StatusCode != http.StatusForbidden {
		t.Errorf("a manager makes a link: %d", res.StatusCode)
	}
}

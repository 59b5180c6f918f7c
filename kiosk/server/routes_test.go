package server

import (
	"cmp"
	"encoding/json"
	"flag"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/labstack/echo/v4"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestRoutes holds every address and who may use it against a golden file: a
// route that lets more people pass than it should shows there.
func TestRoutes(t *testing.T) {
	r := startRoom(t)
	callers := []struct {
		name string
		*caller
	}{{"nobody", r.nobody()}, {"screen", r.paired("call")}, {"organiser", r.organiser()}, {"helper", r.helper()}, {"manager", r.manager()}}
	var lines []string
	for _, route := range r.echo.Routes() {
		if route.Method == echo.RouteNotFound {
			continue
		}
		var may []string
		for _, c := range callers {
			if passes(r.Handler(), route, c.caller) {
				may = append(may, c.name)
			}
		}
		who := strings.Join(may, " ")
		if len(may) == len(callers) {
			who = "everybody"
		}
		lines = append(lines, fmt.Sprintf("%-7s %-55s %s", route.Method, route.Path, cmp.Or(who, "a phone")))
	}
	slices.Sort(lines)
	got := strings.Join(slices.Compact(lines), "\n") + "\n"
	const golden = "testdata/routes.golden"
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil || got != string(want) {
		t.Errorf("the routes are not those of %s (%v); -update writes it anew:\n%s", golden, err, got)
	}
}

var parameter = regexp.MustCompile(`:\w+|\*`)

// passes tells whether a caller's bare request gets past the question of who
// asks; what it asks for makes no sense mostly.
func passes(h http.Handler, route *echo.Route, c *caller) bool {
	req := httptest.NewRequest(route.Method, parameter.ReplaceAllString(route.Path, "none"), nil)
	for name, value := range c.cookies {
		req.AddCookie(&http.Cookie{Name: name, Value: value})
	}
	if route.Path == "/api/v1/session" && route.Method == "DELETE" {
		req.Header.Del("Cookie") // nobody is signed out here
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, req)
	var p Problem
	_ = json.Unmarshal(w.Body.Bytes(), &p)
	return w.Code != http.StatusSeeOther && p.Detail != notKnown && p.Detail != forOthers
}

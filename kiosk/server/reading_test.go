package server

import (
	"context"
	"net/http"
	"testing"

	"immersion/kiosk"
)

// readings counts what the log says managers read.
func (r *testRoom) readings() (n int) {
	r.t.Helper()
	err := r.Server.Journal.(testJournal).Own(context.Background(), 0, func(_ int64, f kiosk.Fact) {
		if f.Type == kiosk.InsightsRead {
			n++
		}
	})
	if err != nil {
		r.t.Fatal(err)
	}
	return n
}

func TestWhatAPageHasIsNotReadAgain(t *testing.T) {
	r := startRoom(t)
	m := r.manager()
	res, _ := m.ask("GET", "/api/v1/insights", nil)
	etag := res.Header.Get("ETag")
	if res.StatusCode != http.StatusOK || etag == "" {
		t.Fatalf("%d with ETag %q", res.StatusCode, etag)
	}
	r.eventually("the reading in the log", func() bool { return r.readings() == 1 }) // the answer does not wait for it
	m.headers = map[string]string{"If-None-Match": etag}
	if res, body := m.ask("GET", "/api/v1/insights", nil); res.StatusCode != http.StatusNotModified || body != "" {
		t.Errorf("the same again is %d %q", res.StatusCode, body)
	}
	if res, _ := m.ask("GET", "/api/v1/insights?cohort=department:it", nil); res.StatusCode != http.StatusOK {
		t.Errorf("something else is %d", res.StatusCode)
	}
	r.eventually("the second reading", func() bool { return r.readings() >= 2 })
	if n := r.readings(); n != 2 {
		t.Errorf("%d readings are logged, not 2", n)
	}
}

func TestTheSignInKeepsTheWholeLink(t *testing.T) {
	r := startRoom(t)
	res, _ := r.nobody().ask("GET", "/insights?view=shift&cohort=department:it", nil)
	if got, want := res.Header.Get("Location"), "/sign-in?to=%2Finsights%3Fview%3Dshift%26cohort%3Ddepartment%3Ait"; got != want {
		t.Errorf("Location is %q, not %q", got, want)
	}
}

package server

import (
	"strings"
	"testing"

	"immersion/kiosk"
)

// TestReveal: the answers are on the wire only once the visit has finished the
// station, and only for the screen it did so at.
func TestReveal(t *testing.T) {
	r := startRoom(t)
	entry, call, other := r.paired("entry"), r.paired("call"), r.paired("call")
	visit := kiosk.NewID()
	at := "/api/v1/visits/" + visit + "/stations/call/reveal"
	closed := func(when string, who *caller, status int) {
		t.Helper()
		if res, answer := who.ask("GET", at, nil); res.StatusCode != status || strings.Contains(answer, answerText) {
			t.Errorf("%s: %d %s", when, res.StatusCode, answer)
		}
	}
	put := func(c *caller, typ, station string, body any) {
		t.Helper()
		if _, doc := c.fact(typ, visit, station, body); len(c.post(doc).Acked) != 1 {
			t.Fatalf("%s is refused", typ)
		}
	}
	closed("no such visit", call, 404)
	_, open := entry.opened(visit, "AB3D")
	entry.post(open)
	closed("before the station", call, 404)
	call.must("POST", "/api/v1/checkin", CheckIn{Code: "AB3D"}, nil)
	put(call, kiosk.StopEntered, "call", struct{}{})
	closed("at the station", call, 404)
	put(call, kiosk.StopLeft, "call", kiosk.Leaving{Reason: "skipped"})
	closed("skipped", call, 404)
	put(call, kiosk.StopEntered, "call", struct{}{})
	closed("there again", call, 404)
	put(call, kiosk.StopLeft, "call", kiosk.Leaving{Reason: "done"})

	closed("another screen", other, 404)
	closed("the organiser", r.organiser(), 403)
	closed("nobody", r.nobody(), 401)
	if res, answer := call.ask("GET", strings.Replace(at, "/call/", "/exit/", 1), nil); res.StatusCode != 404 {
		t.Errorf("a station not come to: %d %s", res.StatusCode, answer)
	}
	var got Reveal
	call.must("GET", at, nil, &got)
	if string(got.Answers) != `"`+answerText+`"` || len(got.Shares) != 1 || got.Shares[0].Key != hash+" call" {
		t.Errorf("revealed %+v", got)
	}

	put(call, kiosk.StopEntered, "call", struct{}{})
	closed("come back", call, 404)
}

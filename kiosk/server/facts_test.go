package server

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"immersion/kiosk"
)

func TestPostFacts(t *testing.T) {
	r := startRoom(t)
	screen := r.paired("entry")
	visit := kiosk.NewID()
	opened, open := screen.opened(visit, "AAAA")
	reacted, reaction := screen.fact(kiosk.Reacted, visit, "call", kiosk.Reaction{Valence: -3})
	_, beyond := screen.fact(kiosk.Reacted, visit, "call", kiosk.Reaction{Valence: 9})
	_, unknown := screen.fact(kiosk.Reacted, kiosk.NewID(), "call", kiosk.Reaction{})
	_, planted := screen.fact("call.other", visit, "call", struct{}{})

	taken := screen.post(open, beyond, unknown, json.RawMessage(`{"id":7}`), json.RawMessage(`"word"`), planted, reaction)
	if !slices.Equal(taken.Acked, []string{opened, reacted}) {
		t.Errorf("acknowledged %v, not the two that make sense", taken.Acked)
	}
	var codes []string
	for _, f := range taken.Refused {
		codes = append(codes, string(f.Code))
	}
	if want := []string{"invalid", "not_found", "invalid", "invalid", "invalid"}; !slices.Equal(codes, want) {
		t.Errorf("refused with %v, not %v", codes, want)
	}

	// Sent again, nothing changes; under the same id something else is refused.
	if again := screen.post(open, reaction); !slices.Equal(again.Acked, []string{opened, reacted}) {
		t.Errorf("sent again: %+v", again)
	}
	other := json.RawMessage(strings.Replace(string(reaction), `"valence":-3`, `"valence":-2`, 1))
	if again := screen.post(other); len(again.Refused) != 1 || again.Refused[0].Code != kiosk.Conflict || again.Refused[0].ID != reacted {
		t.Errorf("other bytes: %+v", again)
	}
	if n := r.Room.Console().Visits[visit].Facts; n != 2 {
		t.Errorf("the visit has %d facts", n)
	}
}

func TestFactsOfOthers(t *testing.T) {
	r := startRoom(t)
	entry, call := r.paired("entry"), r.paired("call")
	visit := kiosk.NewID()
	_, open := entry.opened(visit, "AAAA")
	entry.post(open)
	_, closing := entry.fact(kiosk.VisitClosed, visit, "", kiosk.Closing{Reason: "organiser"})
	_, door := entry.fact(kiosk.OpeningClosed, "", "", struct{}{})
	_, others := call.fact(kiosk.StopEntered, visit, "call", struct{}{})
	for name, doc := range map[string]json.RawMessage{"closing": closing, "door": door, "another screen's": others} {
		if taken := entry.post(doc); len(taken.Refused) != 1 || taken.Refused[0].Code != kiosk.Forbidden {
			t.Errorf("%s: %+v", name, taken)
		}
	}
}

func TestFactAfterClosing(t *testing.T) {
	r := startRoom(t)
	screen := r.paired("entry")
	visit := kiosk.NewID()
	_, open := screen.opened(visit, "AAAA")
	_, early := screen.fact(kiosk.Reacted, visit, "call", kiosk.Reaction{})
	screen.post(open)
	r.organiser().must("POST", "/api/v1/visits/"+visit+"/order", VisitOrder{Do: "close"}, nil)
	f, _ := kiosk.NewFact(time.Now().Add(time.Minute), kiosk.Reacted, "", kiosk.Reaction{})
	f.Visit, f.Station, f.Screen = visit, "call", screen.screen
	taken := screen.post(f.Doc(), early)
	if len(taken.Refused) != 1 || taken.Refused[0].Code != kiosk.Closed || len(taken.Acked) != 1 {
		t.Errorf("only what happened after the closing is refused: %+v", taken)
	}
}

func TestTooManyFacts(t *testing.T) {
	r := startRoom(t)
	screen := r.paired("entry")
	if res, answer := screen.ask("POST", "/api/v1/facts", `{"batch":[`+strings.Repeat("{},", maxBatch)+`{}]}`); res.StatusCode != 400 {
		t.Errorf("%d %s", res.StatusCode, answer)
	}
	if taken := screen.post(); len(taken.Acked)+len(taken.Refused) != 0 {
		t.Errorf("of nothing: %+v", taken)
	}
}

func TestUnavailableIsNoRefusal(t *testing.T) {
	r := startRoom(t)
	screen := r.paired("entry")
	_, open := screen.opened(kiosk.NewID(), "AAAA")
	s, _ := screen.open()
	r.broken.Store(true)
	if res, answer := screen.ask("POST", "/api/v1/facts", batchOf(open)); res.StatusCode != 503 || !strings.Contains(answer, `"code":"unavailable"`) {
		t.Errorf("over HTTP: %d %s", res.StatusCode, answer)
	}
	if res, answer := screen.ask("GET", "/readyz", nil); res.StatusCode != 503 || !strings.Contains(answer, "disk is full") {
		t.Errorf("readyz: %d %s", res.StatusCode, answer)
	}
	s.send(factsFrame(open))
	if code := s.closedWith(); code != 1013 {
		t.Errorf("the socket closes with %d", code)
	}
	r.broken.Store(false)
	if taken := screen.post(open); len(taken.Acked) != 1 {
		t.Errorf("later: %+v", taken)
	}
}

func TestCheckIn(t *testing.T) {
	r := startRoom(t)
	entry, call := r.paired("entry"), r.paired("call")
	visit := kiosk.NewID()
	_, open := entry.opened(visit, "AB3D")
	entry.post(open)
	var v kiosk.VisitView
	call.must("POST", "/api/v1/checkin", CheckIn{Code: "ab 3d"}, &v)
	if v.ID != visit {
		t.Errorf("checked in %+v", v)
	}
	for n := range wrongCodes {
		want := 404
		if n == wrongCodes-1 {
			want = 429 // the fifth blocks
		}
		if res, _ := call.ask("POST", "/api/v1/checkin", CheckIn{Code: "XXXX"}); res.StatusCode != want {
			t.Fatalf("wrong code %d is %d", n+1, res.StatusCode)
		}
	}
	restarted := codeGuard{now: r.codes.now, keep: r.keep, screens: map[string]*attempts{}}
	if err := restarted.load(t.Context()); err != nil || len(restarted.screens) != 1 {
		t.Errorf("after a restart %d screens are blocked: %v", len(restarted.screens), err)
	}
	res, _ := call.ask("POST", "/api/v1/checkin", CheckIn{Code: "AB3D"})
	if res.StatusCode != 429 || res.Header.Get("Retry-After") == "" {
		t.Errorf("after %d wrong codes: %d", wrongCodes, res.StatusCode)
	}
	entry.must("POST", "/api/v1/checkin", CheckIn{Code: "AB3D"}, nil) // another screen goes on
	r.clock.Store((blocked + time.Second).Milliseconds())
	call.must("POST", "/api/v1/checkin", CheckIn{Code: "AB3D"}, nil)
}

func TestStaleVisitsAreClosed(t *testing.T) {
	r := startRoom(t)
	screen := r.paired("entry")
	visit := kiosk.NewID()
	_, open := screen.opened(visit, "AAAA")
	screen.post(open)
	r.closeStale(t.Context())
	if len(r.Room.Console().Visits) != 1 {
		t.Fatal("closed too early")
	}
	r.clock.Store((kiosk.DefaultSettings().Visit.Timeout + time.Minute).Milliseconds())
	r.closeStale(t.Context())
	if len(r.Room.Console().Visits) != 0 {
		t.Error("still open")
	}
}

package server

import (
	"encoding/json"
	"net/http"
	"testing"
	"time"

	"immersion/kiosk"
)

// guided is a room with an organiser, a screen at each station, that of the exit
// off, and one visitor at the call.
type guided struct {
	*testRoom
	organiser         *caller
	entry, call, exit *caller
	at                *testSocket // of the call
	visit             string
}

func guide(t *testing.T) *guided {
	g := &guided{testRoom: startRoom(t)}
	g.organiser = g.testRoom.organiser()
	g.entry, g.call, g.exit = g.paired("entry"), g.paired("call"), g.paired("exit")
	g.entry.open()
	g.at, _ = g.call.open()
	g.visit = g.arrive("AAAA")
	g.enter(g.call, g.visit, "call")
	g.until(func(st StateFrame) bool { return st.Visit != nil && st.Visit.ID == g.visit })
	return g
}

func (g *guided) arrive(code string) string {
	visit := kiosk.NewID()
	_, open := g.entry.opened(visit, code)
	g.entry.post(open)
	return visit
}

func (g *guided) enter(at *caller, visit, station string) {
	_, enter := at.fact(kiosk.StopEntered, visit, station, struct{}{})
	at.post(enter)
}

// until reads states of the screen at the call.
func (g *guided) until(ok func(StateFrame) bool) {
	g.t.Helper()
	for {
		var st StateFrame
		if g.at.next("state", &st); ok(st) {
			return
		}
	}
}

func (g *guided) order(visit string, o VisitOrder) (fact string) {
	g.t.Helper()
	var done VisitOrdered
	g.organiser.must("POST", "/api/v1/visits/"+visit+"/order", o, &done)
	return done.Fact
}

func (g *guided) undo(visit, fact string) {
	g.t.Helper()
	g.organiser.must("POST", "/api/v1/visits/"+visit+"/undo", VisitUndo{fact}, nil)
}

func (g *guided) row(visit string) VisitRow {
	g.t.Helper()
	var f RoomFrame
	g.organiser.must("GET", "/api/v1/room", nil, &f)
	return f.Visits[visit]
}

func TestAScreenLosesAndRegainsItsVisitor(t *testing.T) {
	g := guide(t)
	g.exit.open()
	_, progress := g.call.fact(kiosk.StopProgress, g.visit, "call", map[string]int{"ms": 1200})
	g.call.post(progress)
	for _, c := range []struct{ do, as, next string }{
		{"advance", "advanced", "exit"}, {"release", "released", "call"}, {"close", "closed", ""},
	} {
		held, late := g.call.fact(kiosk.Reacted, g.visit, "call", kiosk.Reaction{Valence: 1}) // that the screen still holds
		fact := g.order(g.visit, VisitOrder{Do: c.do})
		g.until(func(st StateFrame) bool {
			return st.Visit == nil && st.Leaving != nil && st.Leaving.Visit == g.visit && st.Leaving.As == c.as && st.Leaving.Next == c.next
		})
		if taken := g.call.post(late); len(taken.Acked) != 1 || taken.Acked[0] != held {
			t.Errorf("%s: what the screen held is %+v", c.do, taken)
		}
		g.undo(g.visit, fact)
		g.until(func(st StateFrame) bool {
			if st.Visit == nil {
				return false
			}
			doc, _ := json.Marshal(st.Visit.Progress)
			return st.Leaving == nil && st.Visit.ID == g.visit && string(doc) == `{"ms":1200}`
		})
	}
	if row := g.row(g.visit); row.Facts != 12 || row.Place != "call" {
		t.Errorf("the row: %+v", row)
	}
}

func TestSentByTheConsole(t *testing.T) {
	g := guide(t)
	g.exit.open()
	walker := g.arrive("BBBB")
	g.order(walker, VisitOrder{Do: "send", Station: "exit"})
	if row := g.row(walker); row.Sent != "exit" || row.Next != "exit" {
		t.Errorf("sent to the exit: %+v", row)
	}
	g.order(walker, VisitOrder{Do: "send"})
	if row := g.row(walker); row.Sent != "" || row.Next != "call" {
		t.Errorf("taken back: %+v", row)
	}
	g.order(g.visit, VisitOrder{Do: "advance"})
	g.enter(g.exit, g.visit, "exit")
	g.order(g.visit, VisitOrder{Do: "back"})
	if row := g.row(g.visit); row.Sent != "call" || row.Next != "call" || row.Place != "" {
		t.Errorf("sent back: %+v", row)
	}
}

func TestMergedByTheConsole(t *testing.T) {
	g := guide(t)
	survivor := g.arrive("BBBB")
	c := g.console()
	fact := g.order(g.visit, VisitOrder{Do: "merge", Into: survivor})
	c.until("one row", func() bool { return len(c.Visits) == 1 && c.Visits[survivor].Place == "call" })
	var view kiosk.VisitView
	g.exit.must("POST", "/api/v1/checkin", CheckIn{Code: "AAAA"}, &view)
	if view.ID != survivor || view.Badge.Code != "BBBB" {
		t.Errorf("the other badge leads to %+v", view)
	}
	g.undo(g.visit, fact)
	c.until("two rows", func() bool {
		return len(c.Visits) == 2 && c.Visits[g.visit].Place == "call" && c.Visits[survivor].Place == ""
	})
}

func TestUndoneInTimeOnly(t *testing.T) {
	g := guide(t)
	g.exit.open()
	g.clock.Store(-13_000)
	late := g.order(g.visit, VisitOrder{Do: "send", Station: "exit"})
	g.clock.Store(0)
	inTime := g.order(g.visit, VisitOrder{Do: "send", Station: "exit"})
	manager := g.manager()
	for name, c := range map[string]struct {
		who    *caller
		visit  string
		fact   string
		status int
	}{
		"too late":                {g.organiser, g.visit, late, http.StatusConflict},
		"by a screen":             {g.call, g.visit, inTime, http.StatusForbidden},
		"by a manager":            {manager, g.visit, inTime, http.StatusForbidden},
		"by nobody":               {g.nobody(), g.visit, inTime, http.StatusUnauthorized},
		"no fact":                 {g.organiser, g.visit, kiosk.NewID(), http.StatusNotFound},
		"no id":                   {g.organiser, g.visit, "x", http.StatusBadRequest},
		"a visit that is not":     {g.organiser, kiosk.NewID(), inTime, http.StatusNotFound},
		"a visitor's own doing":   {g.organiser, g.visit, g.reacted(), http.StatusBadRequest},
		"as a fact from a screen": {g.call, "", inTime, 0},
	} {
		t.Run(name, func(t *testing.T) {
			switch {
			case c.status == 0:
				_, undone := c.who.fact(kiosk.VisitUndone, g.visit, "call", kiosk.Undoing{Fact: inTime})
				if taken := c.who.post(undone); len(taken.Refused) != 1 || taken.Refused[0].Code != kiosk.Forbidden {
					t.Errorf("%+v", taken)
				}
			default:
				if res, answer := c.who.ask("POST", "/api/v1/visits/"+c.visit+"/undo", VisitUndo{c.fact}); res.StatusCode != c.status {
					t.Errorf("%d %s", res.StatusCode, answer)
				}
			}
		})
	}
	if row := g.row(g.visit); row.Sent != "exit" {
		t.Fatalf("somebody undid it: %+v", row)
	}
	g.undo(g.visit, inTime)
	if row := g.row(g.visit); row.Sent != "" {
		t.Errorf("not undone: %+v", row)
	}
}

// reacted is the id of a fact of the visitor's own.
func (g *guided) reacted() string {
	id, doc := g.call.fact(kiosk.Reacted, g.visit, "call", kiosk.Reaction{})
	g.call.post(doc)
	return id
}

// What changes with time alone is told within a tick, and only of whom it changed.
func TestStuckAndIdleAreTold(t *testing.T) {
	g := guide(t)
	walker := g.arrive("BBBB") // for whom there is nothing left
	g.enter(g.call, walker, "call")
	_, leave := g.call.fact(kiosk.StopLeft, walker, "call", kiosk.Leaving{Reason: "done"})
	g.call.post(leave)
	c := g.console()
	if row := c.Visits[g.visit]; row.Idle || row.Stuck || row.Expected == 0 {
		t.Fatalf("at first: %+v", row)
	}
	told := func(ok func(VisitRow) bool) {
		t.Helper()
		for {
			var f RoomFrame
			c.next("room", &f)
			if _, also := f.Visits[walker]; also {
				t.Errorf("a row that did not change: %+v", f.Visits)
			}
			if row, there := f.Visits[g.visit]; there && ok(row) {
				return
			}
		}
	}
	g.clock.Store((time.Duration(g.Room.Settings().Idle.Ask) * time.Second).Milliseconds() + 1)
	told(func(row VisitRow) bool { return row.Idle && !row.Stuck })
	g.at.send(FromScreen{Type: "presence", Touched: 10})
	told(func(row VisitRow) bool { return !row.Idle })
	g.clock.Store((8 * time.Minute).Milliseconds())
	told(func(row VisitRow) bool { return row.Stuck })
	g.at.send(FromScreen{Type: "presence", Touched: 100_000, Told: Told{Playing: true}})
	told(func(row VisitRow) bool { return row.Stuck && !row.Idle })
}

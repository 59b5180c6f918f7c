package rehearse

import (
	"math"
	"testing"
	"time"

	"immersion/kiosk"
)

// walked is a rehearsal at sixty times people's speed, so that a second is a
// minute: everybody stays a minute at the door, four at one, two at two, one at
// the way out, and passes them in this order without waiting but at one.
func walked(visitors int) *walk {
	places := []kiosk.Place{{ID: "door", Role: kiosk.Opens}, {ID: "one", Role: kiosk.AStop}, {ID: "two", Role: kiosk.AStop, After: []string{"one"}}, {ID: "way-out", Role: kiosk.Closes}}
	w := newWalk(&kiosk.Scenario{Places: places}, kiosk.RehearsalOrder{Visitors: visitors, Speed: 60}, order{Screens: []seat{{Station: "door"}, {Station: "one"}, {Station: "two"}, {Station: "way-out"}}})
	start := time.Unix(1_000_000, 0)
	at := func(minute float64) time.Time { return start.Add(time.Duration(minute * float64(time.Second))) }
	for n := range visitors {
		came, begins := float64(n), 1+4*float64(n)
		v := &walker{Visitor: &Visitor{}, came: at(came), ended: at(begins + 7), left: at(begins + 7), stops: []stay{
			{"door", at(came), at(came + 1), 0}, {"one", at(begins), at(begins + 4), at(begins).Sub(at(came + 1))},
			{"two", at(begins + 4), at(begins + 6), 0}, {"way-out", at(begins + 6), at(begins + 7), 0}}}
		w.walkers, w.finished = append(w.walkers, v), w.finished+1
	}
	w.lags = []time.Duration{10 * time.Millisecond, 30 * time.Millisecond}
	return w
}

func TestReport(t *testing.T) {
	r := walked(10).report()
	if r.Finished != 10 || r.Minutes != 44 || r.PerHour != 15 || r.Bottleneck != "one" || len(r.Stations) != 4 {
		t.Fatalf("%+v", r)
	}
	one := r.Stations[1]
	want := kiosk.RehearsalStation{Station: "one", Screens: 1, Visits: 10, Stay: 4, Wait: 13.5, WaitP90: 24, Use: 0.909}
	if one != want {
		t.Errorf("%+v\nnot\n%+v", one, want)
	}
	if r.Freely {
		t.Error("told as if the room moved in rounds")
	}
	if r.OneMore != 30 { // one and two take as many then
		t.Errorf("with one more screen at one %g an hour", r.OneMore)
	}
}

// Of a room in rounds the report says that nobody walked in any.
func TestReportOfRounds(t *testing.T) {
	w := newWalk(&kiosk.Scenario{}, kiosk.RehearsalOrder{Visitors: 1, Speed: 60}, order{Rounds: true})
	if r := w.report(); !r.Freely {
		t.Errorf("%+v", r)
	}
}

// Too few visitors tell nothing absurd.
func TestReportOfFew(t *testing.T) {
	for _, c := range []struct {
		visitors int
		perHour  float64
	}{{0, 0}, {1, 7.5}, {2, 15}} {
		r := walked(c.visitors).report()
		if r.PerHour != c.perHour || math.IsNaN(r.OneMore) || math.IsInf(r.OneMore, 0) {
			t.Errorf("of %d visitors: %+v", c.visitors, r)
		}
	}
	w := walked(3)
	w.walkers[2].stops, w.walkers[2].ended, w.finished = w.walkers[2].stops[:1], time.Time{}, 2 // stopped before
	if r := w.report(); r.Finished != 2 || r.Stations[0].Visits != 3 || r.Stations[3].Visits != 2 {
		t.Errorf("stopped early: %+v", r)
	}
}

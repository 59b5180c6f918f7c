package journal

import (
	"context"
	"encoding/json"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"

	"immersion/kiosk"
)

// does tells what an organiser does to a visit, now.
func (l *lab) does(visit, typ string, body any) (fact string, err error) {
	l.t.Helper()
	f, err := kiosk.NewFact(l.now(), typ, "organiser", body)
	if err != nil {
		l.t.Fatal(err)
	}
	f.Visit = visit
	v, err := l.Write(context.Background(), kiosk.RoomItself, f.Doc())
	if err != nil {
		l.t.Fatal(err)
	}
	if v[0].Err != nil {
		return f.ID, v[0].Err
	}
	return f.ID, nil
}

func (l *lab) must(visit, typ string, body any) string {
	l.t.Helper()
	fact, err := l.does(visit, typ, body)
	if err != nil {
		l.t.Fatalf("%s: %v", typ, err)
	}
	return fact
}

// screen pairs a screen that is on.
func (l *lab) screen(id, station string) {
	l.t.Helper()
	if err := l.Record(context.Background(), kiosk.ScreenPaired, "organiser", id, "", kiosk.Pairing{Name: id, Station: station}); err != nil {
		l.t.Fatal(err)
	}
	l.room.Present(id, true)
}

// visits are all that are in memory, as they stand.
func (l *lab) visits() map[string]*kiosk.Visit {
	all := map[string]*kiosk.Visit{}
	for id := range l.room.Console().Visits {
		v := *visit(l.room, id)
		all[id] = &v
	}
	return all
}

// restarted opens the file again: every visit is as it was, and what closed
// visits add is what their facts come to.
func (l *lab) restarted() *lab {
	l.t.Helper()
	before, contributed := l.visits(), contributions(l.t, l)
	l.stop()
	again := open(l.t, l.path)
	if got := again.visits(); !reflect.DeepEqual(got, before) {
		l.t.Fatalf("after the restart\n%+v\nbefore\n%+v", got, before)
	}
	for _, c := range contributed {
		v, err := again.Fold(context.Background(), c.Visit)
		if err != nil {
			l.t.Fatal(err)
		}
		made, _ := v.Contribution()
		if got, want := doc(made), doc(c); got != want {
			l.t.Fatalf("visit %d adds %s, stored is %s", c.Visit, got, want)
		}
	}
	return again
}

func doc(v any) string {
	b, _ := json.Marshal(v)
	return string(b)
}

func TestMergedCountsOnce(t *testing.T) {
	l := fresh(t)
	v, w := l.visitor(), l.visitor()
	l.taken(v, fact(v.Visit, "one", kiosk.StopEntered, 50*time.Second, none{}),
		fact(v.Visit, "one", kiosk.Reacted, 45*time.Second, kiosk.Reaction{Valence: -3}))
	l.taken(w, fact(w.Visit, "two", kiosk.StopEntered, 40*time.Second, none{}))
	l.must(v.Visit, kiosk.VisitMerged, kiosk.Merging{Into: w.Visit})
	l = l.restarted()
	// late, under the badge that the screen knew, also after another restart
	l.taken(fact(v.Visit, "one", kiosk.Reacted, 44*time.Second, kiosk.Reaction{Valence: -1}))
	l.taken(fact(w.Visit, "way-out", kiosk.VisitFinished, 0, none{}))
	if c := contributions(t, l); len(c) != 1 {
		t.Fatalf("contributions: %+v", c)
	}
	l = l.restarted()
	l.taken(fact(v.Visit, "one", kiosk.Reacted, 43*time.Second, kiosk.Reaction{Valence: 1}))
	c := contributions(t, l)
	if len(c) != 1 || !slices.ContainsFunc(c[0].Cells, func(c kiosk.Cell) bool {
		return c.Station == "one" && c.Figure == kiosk.FeelingFigure && c.Value == -1
	}) {
		t.Errorf("contributions: %+v", c)
	}
	for _, id := range []string{v.Visit, w.Visit} {
		if got, err := l.Visit(context.Background(), id); err != nil || got.ID != w.Visit || len(got.Stop("one").Reactions) != 3 {
			t.Errorf("visit %s is %+v, %v", id, got, err)
		}
	}
	if r := l.rebuilt(); r != (Rebuilt{Visits: 1}) {
		t.Errorf("rebuilt %+v", r)
	}
}

// rebuilt stops the room and makes its contributions anew.
func (l *lab) rebuilt() Rebuilt {
	l.t.Helper()
	l.stop()
	j, err := Open(context.Background(), l.path, l.room, Options{})
	if err != nil {
		l.t.Fatal(err)
	}
	defer j.Close()
	r, err := j.Rebuild(context.Background())
	if err != nil {
		l.t.Fatal(err)
	}
	return r
}

func TestPartedAreTwoAgain(t *testing.T) {
	l := fresh(t)
	v, w := l.visitor(), l.visitor()
	progress := fact(v.Visit, "one", kiosk.StopProgress, 40*time.Second, map[string]int{"page": 3})
	l.taken(v, fact(v.Visit, "one", kiosk.StopEntered, 50*time.Second, none{}), progress)
	l.taken(w, fact(w.Visit, "one", kiosk.StopProgress, 30*time.Second, map[string]int{"page": 1}))
	before := l.visits()
	merged := l.must(v.Visit, kiosk.VisitMerged, kiosk.Merging{Into: w.Visit})
	l.taken(fact(w.Visit, "way-out", kiosk.VisitFinished, 0, none{}))
	if n := len(l.visits()); n != 0 {
		t.Fatalf("%d visits are open", n)
	}
	l.must(w.Visit, kiosk.VisitUndone, kiosk.Undoing{Fact: merged})
	after := l.visits()
	if len(after) != 1 || after[v.Visit].Place != "one" || string(after[v.Visit].Stop("one").Progress) != string(before[v.Visit].Stop("one").Progress) {
		t.Errorf("parted: %+v", after)
	}
	if c := contributions(t, l); len(c) != 1 || c[0].Visit != before[w.Visit].No {
		t.Errorf("contributions: %+v", c)
	}
	l = l.restarted()
	l.taken(fact(v.Visit, "way-out", kiosk.VisitFinished, 0, none{}))
	if c := contributions(t, l); len(c) != 2 {
		t.Errorf("contributions: %+v", c)
	}
	if r := l.rebuilt(); r != (Rebuilt{Visits: 2}) {
		t.Errorf("rebuilt %+v", r)
	}
}

func TestUndoneClosingTakesItsContributionBack(t *testing.T) {
	l := fresh(t)
	v := l.visitor()
	l.taken(v)
	closed := l.must(v.Visit, kiosk.VisitClosed, kiosk.Closing{Reason: "organiser"})
	if len(contributions(t, l)) != 1 || len(l.visits()) != 0 {
		t.Fatal("the visit is not closed")
	}
	l.must(v.Visit, kiosk.VisitUndone, kiosk.Undoing{Fact: closed})
	if len(contributions(t, l)) != 0 || len(l.visits()) != 1 {
		t.Error("the closing is not undone")
	}
	l = l.restarted()
	l.must(v.Visit, kiosk.VisitClosed, kiosk.Closing{Reason: "organiser"})
	if len(contributions(t, l)) != 1 {
		t.Error("it is not closed again")
	}
	l.days.Store(1)
	if _, err := l.does(v.Visit, kiosk.VisitUndone, kiosk.Undoing{Fact: closed}); kiosk.CodeOf(err) != kiosk.Conflict {
		t.Errorf("undone a day later: %v", err)
	}
}

// Who withdraws one badge withdraws the other with it, and so does time.
func TestMergedIsErasedWhole(t *testing.T) {
	ctx := context.Background()
	for name, erase := range map[string]func(l *lab, merged, survivor string) error{
		"the survivor is withdrawn":  func(l *lab, _, survivor string) error { return l.Erase(ctx, survivor, kiosk.ByVisitor, false) },
		"the merged is withdrawn":    func(l *lab, merged, _ string) error { return l.Erase(ctx, merged, kiosk.ByVisitor, false) },
		"the words are kept no more": func(l *lab, _, survivor string) error { return l.Erase(ctx, survivor, kiosk.ByRetention, true) },
		"retention": func(l *lab, _, _ string) error {
			for _, days := range []int64{11, 21} {
				l.days.Store(days)
				if n, err := l.Retain(ctx, func(time.Time) kiosk.Retention { return kiosk.Retention{Words: 10, Visits: 20} }); n != 1 || err != nil {
					l.t.Errorf("day %d: %d visits touched, %v", days, n, err)
				}
			}
			return nil
		},
	} {
		t.Run(name, func(t *testing.T) {
			l := fresh(t)
			v, w, u := l.visitor(), l.visitor(), l.visitor()
			told := fact(v.Visit, "one", kiosk.Reacted, 9*time.Second, kiosk.Reaction{Valence: -3, Words: secret[:1500]})
			l.taken(v, told)
			l.taken(w, fact(w.Visit, "one", kiosk.Reacted, 8*time.Second, kiosk.Reaction{Valence: -3, Words: secret[:1500]}))
			l.taken(u, fact(u.Visit, "two", kiosk.Reacted, 8*time.Second, kiosk.Reaction{Valence: -1, Words: secret[:1500]}))
			l.must(u.Visit, kiosk.VisitMerged, kiosk.Merging{Into: v.Visit})
			l.must(v.Visit, kiosk.VisitMerged, kiosk.Merging{Into: w.Visit})
			l.taken(fact(w.Visit, "way-out", kiosk.VisitFinished, 0, none{}))
			l.swept()
			if len(l.found()) == 0 {
				t.Fatal("the secret is nowhere, so this test shows nothing")
			}
			if err := erase(l, v.Visit, w.Visit); err != nil {
				t.Fatal(err)
			}
			l.swept()
			if names := l.found(); len(names) > 0 {
				t.Errorf("the words stand in %v", names)
			}
			// what a screen still holds of either is acknowledged and dropped
			l.taken(told, fact(v.Visit, "one", kiosk.Reacted, 7*time.Second, kiosk.Reaction{Words: secret[:1500]}))
			l.stop()
			if names := l.found(); len(names) > 0 {
				t.Errorf("after late facts the words stand in %v", names)
			}
			if l = open(t, l.path); len(l.visits()) != 0 {
				t.Error("a visit is back after a restart")
			}
			var left int
			if err := l.read.QueryRow("SELECT count(*) FROM visits WHERE erased = 0").Scan(&left); err != nil || left > 0 {
				t.Errorf("%d of the three are not erased, %v", left, err)
			}
		})
	}
}

// A commit that fails leaves the merging out, in memory as on disk.
func TestMergingThatIsNotWritten(t *testing.T) {
	l := fresh(t)
	v, w := l.visitor(), l.visitor()
	l.taken(v, w)
	before := l.visits()
	fault := kiosk.Errorf(kiosk.Unavailable, "the disk is full")
	f, _ := kiosk.NewFact(l.now(), kiosk.VisitMerged, "organiser", kiosk.Merging{Into: w.Visit})
	f.Visit = v.Visit
	parsed, err := kiosk.ParseFact(f.Doc())
	if err != nil {
		t.Fatal(err)
	}
	if err := l.do(context.Background(), func(*writer) error {
		if err := l.take(parsed, f.Doc(), kiosk.RoomItself); err != nil {
			t.Error(err)
		}
		return fault
	}); kiosk.CodeOf(err) != kiosk.Unavailable {
		t.Fatalf("written: %v", err)
	}
	if got := l.visits(); !reflect.DeepEqual(got, before) {
		t.Errorf("the room is\n%+v\nnot\n%+v", got, before)
	}
	l.restarted()
}

// Whatever happens, and whatever organisers do to visits and undo, the room is
// what a fold from scratch makes of its file.
func TestTheRoomIsAFoldOfItsFile(t *testing.T) {
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	r := rand.New(rand.NewPCG(seed, 0))
	pick := func(of []string) string { return of[r.IntN(len(of))] }
	l := fresh(t)
	for _, station := range []string{"one", "two", "way-out"} {
		l.screen("s-"+station, station)
	}
	type done struct{ visit, fact string }
	var visits []string
	var orders []done
	tried, taken := map[string]int{}, map[string]int{}
	for range 3 {
		v := l.visitor()
		l.taken(v)
		visits = append(visits, v.Visit)
	}
	for i := range 2 {
		orders = append(orders, done{visits[i], l.must(visits[i], kiosk.VisitMerged, kiosk.Merging{Into: visits[i+1]})})
	}
	joined := visits[2]
	for range 6 {
		for range 60 {
			if len(visits) < 3 || r.IntN(12) == 0 {
				v := l.visitor()
				l.taken(v)
				visits = append(visits, v.Visit)
			}
			visit, station := pick(visits), pick([]string{"one", "two", "way-out"})
			ago := time.Duration(r.IntN(50)) * time.Second
			var typ string
			var body any = none{}
			switch r.IntN(13) {
			case 0, 1, 2:
				l.write(fact(visit, station, kiosk.StopEntered, ago, none{}))
				continue
			case 3:
				l.write(fact(visit, station, kiosk.StopLeft, ago, kiosk.Leaving{Reason: "done"}))
				continue
			case 4:
				l.write(fact(visit, station, kiosk.StopProgress, ago, map[string]int{"n": r.IntN(100)}))
				continue
			case 5:
				l.write(fact(visit, station, kiosk.Reacted, ago, kiosk.Reaction{Valence: r.IntN(9) - 4}))
				continue
			case 6:
				typ, body = kiosk.VisitSent, kiosk.Sending{Station: station}
			case 7:
				typ = pick([]string{kiosk.VisitAdvanced, kiosk.VisitReturned, kiosk.VisitReleased})
			case 8:
				typ, body = kiosk.VisitClosed, kiosk.Closing{Reason: "organiser"}
			case 9, 10:
				if r.IntN(2) == 0 {
					visit = joined
				}
				typ, body = kiosk.VisitMerged, kiosk.Merging{Into: pick(visits[max(0, len(visits)-6):])}
			default:
				if len(orders) == 0 {
					continue
				}
				o := orders[max(0, len(orders)-1-r.IntN(4))]
				visit, typ, body = o.visit, kiosk.VisitUndone, kiosk.Undoing{Fact: o.fact}
			}
			tried[typ]++
			if fact, err := l.does(visit, typ, body); err == nil {
				if m, merged := body.(kiosk.Merging); merged {
					joined = m.Into
				}
				taken[typ]++
				orders = append(orders, done{visit, fact})
			}
		}
		l = l.restarted()
		for _, station := range []string{"one", "two", "way-out"} {
			l.room.Present("s-"+station, true)
		}
	}
	t.Logf("taken %v of %v", taken, tried)
	for _, typ := range []string{kiosk.VisitSent, kiosk.VisitClosed, kiosk.VisitMerged, kiosk.VisitUndone} {
		if taken[typ] == 0 {
			t.Errorf("no %s was taken, so this test shows little", typ)
		}
	}
	if r := l.rebuilt(); r.Changed != 0 || r.Kept != 0 || r.Visits == 0 {
		t.Errorf("rebuilt %+v", r)
	}
}

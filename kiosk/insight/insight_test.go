package insight

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"immersion/kiosk"
)

// memory is a store that can fail.
type memory struct {
	rows map[string][]byte
	fail func(key string) bool
}

func (m *memory) Get(_ context.Context, table, key string) ([]byte, bool, error) {
	b, ok := m.rows[table+" "+key]
	return b, ok, nil
}

func (m *memory) Put(_ context.Context, table, key string, value []byte, _ time.Time) error {
	if m.fail != nil && m.fail(key) {
		return errors.New("disk full")
	}
	m.rows[table+" "+key] = value
	return nil
}

// station is one that declares a figure of each shape.
type station struct{}

func (station) Check(fs.FS) []kiosk.Fault         { return nil }
func (station) Files() []string                   { return nil }
func (station) View() any                         { return nil }
func (station) Judge(kiosk.Fact) error            { return nil }
func (station) Outcome(*kiosk.Stop) kiosk.Outcome { return kiosk.Outcome{} }
func (station) Figures() []kiosk.Figure {
	return []kiosk.Figure{
		{Name: "missed", Shape: kiosk.Count, Label: "x.figure.missed", Keys: map[string]kiosk.Text{"a": kiosk.Same("A"), "b": kiosk.Same("B")}},
		{Name: "success", Shape: kiosk.Share, Label: "x.figure.success"},
		{Name: "ease", Shape: kiosk.Number, Label: "x.figure.ease"},
		{Name: "time", Shape: kiosk.Number, Label: "x.figure.time", Log: true},
		{Name: "level", Shape: kiosk.Curve, Label: "x.figure.level"},
		{Name: "path", Shape: kiosk.Flow, Label: "x.figure.path"},
		{Name: "taps", Shape: kiosk.Count, Label: "x.figure.taps", Joins: true, Keys: tapKeys()},
	}
}

func (station) Caption(ms int64) kiosk.Text { return kiosk.Same(fmt.Sprintf("said at %d", ms)) }

func tapKeys() map[string]kiosk.Text {
	keys := map[string]kiosk.Text{}
	for i := range 6 {
		keys[fmt.Sprintf("%02d", i)] = kiosk.Same("line")
	}
	return keys
}

func scenarios(hash string) (*kiosk.Scenario, bool) {
	return &kiosk.Scenario{
		Hash: hash, Title: kiosk.Same("Title of " + hash), Customer: kiosk.Customer{Name: "Ruth"},
		Assumptions: []kiosk.AssumptionAsked{{ID: "ease"}}, Debrief: []kiosk.Text{kiosk.Same("What now?")},
		Places: []kiosk.Place{{ID: "call", Number: 1, Title: kiosk.Same("The call"), Station: station{}}},
	}, hash != "gone"
}

func open(t *testing.T, k int, store Store) *Insight {
	t.Helper()
	in, err := New(t.Context(), Deps{Settings: kiosk.Settings{K: k, Departments: departments}, Scenarios: scenarios, Store: store, Source: &room{}})
	if err != nil {
		t.Fatal(err)
	}
	return in
}

func visits(from, to int64, cells ...kiosk.Cell) []kiosk.Contribution {
	var all []kiosk.Contribution
	for v := from; v <= to; v++ {
		all = append(all, kiosk.Contribution{Visit: v, Scenario: "s", Cells: append([]kiosk.Cell{{Figure: kiosk.PeopleFigure, Shape: kiosk.Count, Count: 2}}, cells...)})
	}
	return all
}

// each is how the journal gives contributions.
func each(all []kiosk.Contribution) Contributions {
	return func(yield func(kiosk.Contribution, error) bool) {
		for _, c := range all {
			if !yield(c, nil) {
				return
			}
		}
	}
}

func update(t *testing.T, in *Insight, want bool, contributions ...[]kiosk.Contribution) Release {
	t.Helper()
	var all []kiosk.Contribution
	for _, c := range contributions {
		all = append(all, c...)
	}
	made, err := in.Update(t.Context(), each(all))
	if err != nil {
		t.Fatal(err)
	}
	if made != want {
		t.Fatalf("made a release: %v, want %v", made, want)
	}
	return release(t, in, "")
}

// release is the latest as a cohort of the version visited last reads it.
func release(t testing.TB, in *Insight, cohort string) Release {
	t.Helper()
	of, err := kiosk.ParseCohort("", cohort)
	if err != nil {
		t.Fatal(err)
	}
	r, err := in.Release(of)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

var departments = []kiosk.Named{{ID: "it", Name: kiosk.Same("IT")}, {ID: "hr", Name: kiosk.Same("HR")}}

func find(t *testing.T, r Release, station, figure, key string) Cell {
	t.Helper()
	for _, c := range r.Cells {
		if c.Station == station && c.Figure == figure && c.Key == key {
			return c
		}
	}
	t.Fatalf("release %d has no cell %s/%s/%s", r.N, station, figure, key)
	return Cell{}
}

func TestTooFewTellsNothing(t *testing.T) {
	in := open(t, 5, &memory{rows: map[string][]byte{}})
	none, _ := json.Marshal(release(t, in, ""))
	for n := int64(1); n < 5; n++ {
		r := update(t, in, false, visits(1, n))
		if got, _ := json.Marshal(r); string(got) != string(none) {
			t.Errorf("with %d visits the page differs from that with none:\n%s\n%s", n, got, none)
		}
		if !r.TooFew || r.K != 5 {
			t.Errorf("with %d visits: too few %v, k %d", n, r.TooFew, r.K)
		}
	}
	if r := update(t, in, true, visits(1, 5)); r.TooFew || r.N != 1 || find(t, r, "", kiosk.PeopleFigure, "").Count != 10 {
		t.Errorf("with 5 visits: %+v", r)
	}
}

func TestKHasAFloor(t *testing.T) {
	in := open(t, 1, &memory{rows: map[string][]byte{}})
	if r := update(t, in, false, visits(1, 2)); !r.TooFew || r.K != kiosk.MinK {
		t.Errorf("k 1 published with 2 visits, k %d", r.K)
	}
	update(t, in, true, visits(1, 3))
}

func TestZeroIsNotTooFew(t *testing.T) {
	in := open(t, 3, &memory{rows: map[string][]byte{}})
	missed := kiosk.Cell{Station: "call", Figure: "missed", Shape: kiosk.Count, Key: "a", Count: 1}
	r := update(t, in, true, visits(1, 1, missed), visits(2, 3))
	if c := find(t, r, "call", "missed", "a"); !c.Few || c.N != 0 || c.Count != 0 {
		t.Errorf("one visit behind it: %+v", c)
	}
	if c := find(t, r, "call", "missed", "b"); c.Few || c.N != 0 || c.AsOf != 1 {
		t.Errorf("nobody: %+v", c)
	}
}

func TestAdvance(t *testing.T) {
	said := func(v float64) kiosk.Cell {
		return kiosk.Cell{Station: "call", Figure: "ease", Shape: kiosk.Number, Value: v}
	}
	type state struct {
		visits []kiosk.Contribution
		n      int // behind the cell
		asOf   int
		mean   float64
	}
	join := func(parts ...[]kiosk.Contribution) []kiosk.Contribution {
		var all []kiosk.Contribution
		for _, p := range parts {
			all = append(all, p...)
		}
		return all
	}
	for name, walk := range map[string][]state{
		"waits for k more": {
			{visits(1, 3, said(1)), 3, 1, 1}, {visits(1, 4, said(1)), 3, 1, 1},
			{visits(1, 5, said(1)), 3, 1, 1}, {visits(1, 6, said(1)), 6, 2, 1}},
		"k withdrawals move it, with k visits that no cohort shows": {
			{visits(1, 6, said(1)), 6, 1, 1}, {visits(3, 6, said(1)), 6, 1, 1}, {visits(4, 6, said(1)), 6, 1, 1},
			{visits(4, 9, said(1)), 6, 2, 1}},
		"withdrawn below k it stays": {
			{visits(1, 6, said(1)), 6, 1, 1}, {visits(5, 6, said(1)), 6, 1, 1}},
		"k late facts move it": {
			{visits(1, 4, said(1)), 4, 1, 1},
			{join(visits(1, 2, said(4)), visits(3, 4, said(1))), 4, 1, 1},
			{join(visits(1, 3, said(5)), visits(4, 4, said(1))), 4, 2, 4}},
		"not next to a version before the last": { // {1-3}, {1-6}, then {1,2,3,7} would single 7 out
			{visits(1, 3, said(1)), 3, 1, 1}, {visits(1, 6, said(1)), 6, 2, 1},
			{join(visits(1, 3, said(1)), visits(7, 7, said(1))), 6, 2, 1},
			{join(visits(1, 3, said(1)), visits(7, 9, said(1))), 6, 3, 1}},
	} {
		t.Run(name, func(t *testing.T) {
			store := &memory{rows: map[string][]byte{}}
			for i, s := range walk {
				in := open(t, 3, store) // anew each time: what is kept is on disk
				if _, err := in.Update(t.Context(), each(s.visits)); err != nil {
					t.Fatal(err)
				}
				c := find(t, release(t, in, ""), "call", "ease", "")
				if c.N != s.n || c.AsOf != s.asOf || c.Mean != s.mean {
					t.Errorf("step %d: n %d as of %d mean %v, want n %d as of %d mean %v", i, c.N, c.AsOf, c.Mean, s.n, s.asOf, s.mean)
				}
			}
		})
	}
}

func TestShapes(t *testing.T) {
	at := func(c kiosk.Cell) kiosk.Cell { c.Station = "call"; return c }
	one := func(v int64, cells ...kiosk.Cell) []kiosk.Contribution { return visits(v, v, cells...) }
	in := open(t, 3, &memory{rows: map[string][]byte{}})
	r := update(t, in, true,
		one(1, at(kiosk.Cell{Figure: "missed", Shape: kiosk.Count, Key: "a", Count: 1}),
			at(kiosk.Cell{Figure: "success", Shape: kiosk.Share, Part: 1, Whole: 1}),
			at(kiosk.Cell{Figure: "ease", Shape: kiosk.Number, Value: 1}),
			at(kiosk.Cell{Figure: "time", Shape: kiosk.Number, Value: 10}),
			at(kiosk.Cell{Figure: "level", Shape: kiosk.Curve, Points: []kiosk.Point{{Second: 0, Value: 1}, {Second: 5, Value: 3}, {Second: 10, Value: 3}}}),
			at(kiosk.Cell{Figure: "path", Shape: kiosk.Flow, Edges: []kiosk.Edge{{From: "a", To: "b", Count: 2}, {From: "b", To: "c", Count: 1}}})),
		one(2, at(kiosk.Cell{Figure: "missed", Shape: kiosk.Count, Key: "a", Count: 2}),
			at(kiosk.Cell{Figure: "missed", Shape: kiosk.Count, Key: "unheard of", Count: 2}),
			at(kiosk.Cell{Figure: "success", Shape: kiosk.Share, Part: 0, Whole: 1}),
			at(kiosk.Cell{Figure: "ease", Shape: kiosk.Number, Value: 2}),
			at(kiosk.Cell{Figure: "time", Shape: kiosk.Number, Value: 100}),
			at(kiosk.Cell{Figure: "level", Shape: kiosk.Curve, Points: []kiosk.Point{{Second: 0, Value: 2}, {Second: 5, Value: 3}}}),
			at(kiosk.Cell{Figure: "path", Shape: kiosk.Flow, Edges: []kiosk.Edge{{From: "a", To: "b", Count: 1}}})),
		one(3, at(kiosk.Cell{Figure: "missed", Shape: kiosk.Count, Key: "a", Count: 1}),
			at(kiosk.Cell{Figure: "success", Shape: kiosk.Share, Part: 1, Whole: 1}),
			at(kiosk.Cell{Figure: "ease", Shape: kiosk.Number, Value: 6}),
			at(kiosk.Cell{Figure: "time", Shape: kiosk.Number, Value: 1000}),
			at(kiosk.Cell{Figure: "time", Shape: kiosk.Count, Count: 7}), // another shape says nothing
			at(kiosk.Cell{Figure: "level", Shape: kiosk.Curve, Points: []kiosk.Point{{Second: 0, Value: 6}, {Second: 5, Value: 3}}}),
			at(kiosk.Cell{Figure: "path", Shape: kiosk.Flow, Edges: []kiosk.Edge{{From: "a", To: "b", Count: 1}}})),
	)
	if c := find(t, r, "call", "missed", "a"); c.Count != 4 || c.N != 3 {
		t.Errorf("count: %+v", c)
	}
	if c := find(t, r, "call", "success", ""); c.Part != 2 || c.Whole != 3 || c.N != 3 {
		t.Errorf("share: %+v", c)
	}
	if c := find(t, r, "call", "ease", ""); c.Mean != 3 || !near(c.Spread, math.Sqrt(7)) {
		t.Errorf("number: %+v, want mean 3 and spread √7", c)
	}
	if c := find(t, r, "call", "time", ""); !near(c.Mean, 100) || !near(c.Spread, 10) {
		t.Errorf("geometric number: %+v, want 100 and factor 10", c)
	}
	if c := find(t, r, "call", "level", ""); len(c.Points) != 2 || c.Points[0].Mean != 3 || c.Points[1].Second != 5 || c.Points[1].N != 3 {
		t.Errorf("curve: %+v", c)
	}
	if c := find(t, r, "call", "path", ""); len(c.Edges) != 1 || c.Edges[0].Count != 4 || c.Edges[0].N != 3 {
		t.Errorf("flow: %+v", c)
	}
	b, _ := json.Marshal(r)
	if strings.Contains(string(b), "unheard of") {
		t.Error("a key that the station does not declare is shown")
	}
}

func near(a, b float64) bool { return math.Abs(a-b) < 1e-9 }

func TestReleaseFollowsTheVersionVisitedLast(t *testing.T) {
	in := open(t, 3, &memory{rows: map[string][]byte{}})
	old, young, gone := visits(1, 3), visits(4, 6), visits(7, 9)
	for i := range young {
		young[i].Scenario, gone[i].Scenario = "younger", "gone"
	}
	if r := update(t, in, true, old, young[:2]); r.Scenario.Hash != "s" {
		t.Errorf("two visits of a new version are shown: %+v", r.Scenario)
	}
	if r := update(t, in, true, old, young, gone); r.Scenario.Hash != "younger" || r.N != 2 {
		t.Errorf("release %d of %q, want the second, of the younger", r.N, r.Scenario.Hash)
	}
	later := append(visits(1, 3), visits(10, 12)...)
	for i := range 3 {
		later[i].Cells[0].Count = 1
	}
	if r := update(t, in, true, later, young); r.Scenario.Hash != "s" || r.N != 3 {
		t.Errorf("release %d of %q, want the third, of the one visited last", r.N, r.Scenario.Hash)
	}
	if got := slices.Sorted(slices.Values(in.Versions())); !slices.Equal(got, []string{"s", "younger"}) {
		t.Errorf("releases speak of %v", got)
	}
}

func TestWhatIsNotStoredIsNotShown(t *testing.T) {
	for _, part := range []string{"steps/", "release/"} {
		t.Run(part, func(t *testing.T) {
			store := &memory{rows: map[string][]byte{}, fail: func(key string) bool { return strings.HasPrefix(key, part) }}
			in := open(t, 3, store)
			if _, err := in.Update(t.Context(), each(visits(1, 3))); err == nil {
				t.Fatal("no error from a full disk")
			}
			if !release(t, in, "").TooFew || !release(t, open(t, 3, store), "").TooFew {
				t.Error("a release that is not on disk is shown")
			}
			store.fail = nil
			if r := update(t, open(t, 3, store), true, visits(1, 4)); find(t, r, "", kiosk.PeopleFigure, "").N != 4 {
				t.Error("after the disk has room, what it kept of the failure counts")
			}
		})
	}
}

func TestDamagedStore(t *testing.T) {
	store := &memory{rows: map[string][]byte{}}
	update(t, open(t, 3, store), true, visits(1, 3))
	for name, damage := range map[string]func(){
		"steps missing": func() { delete(store.rows, table+" "+stepsKey(1)) },
		"steps cut":     func() { store.rows[table+" "+stepsKey(1)] = []byte("{") },
		"changes cut": func() {
			store.rows[table+" "+stepsKey(1)] = []byte(`{"scenario":"s","steps":[{"id":{"figure":"people"},"changes":"AQ=="}]}`)
		},
	} {
		damage()
		if _, err := New(t.Context(), Deps{Settings: kiosk.Settings{K: 3}, Scenarios: scenarios, Store: store, Source: &room{}}); err == nil {
			t.Errorf("%s: read without an error", name)
		}
	}
}

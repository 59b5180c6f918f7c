package insight

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"immersion/kiosk"
)

// truth is what each visit said at the time of one version of a value.
type truth map[int64]int

// world is a room's closed visits, told apart from the code under test: what
// each says to each of the values, by the value's name.
type world map[int64]map[string]int

func (w world) behind(value string) truth {
	t := truth{}
	for visit, said := range w {
		if v, ok := said[value]; ok {
			t[visit] = v
		}
	}
	return t
}

func (w world) contributions() []kiosk.Contribution {
	var all []kiosk.Contribution
	for visit, said := range w {
		c := kiosk.Contribution{Visit: visit, Scenario: "s"}
		for value, v := range said {
			c.Cells = append(c.Cells, cellOf(value, v))
		}
		all = append(all, c)
	}
	return all
}

var valueNames = []string{"people", "missed a", "ease", "second 0", "second 7", "step a b", "step b a"}

func cellOf(value string, v int) kiosk.Cell {
	switch value {
	case "people":
		return kiosk.Cell{Figure: kiosk.PeopleFigure, Shape: kiosk.Count, Count: v}
	case "missed a":
		return kiosk.Cell{Station: "call", Figure: "missed", Shape: kiosk.Count, Key: "a", Count: v}
	case "ease":
		return kiosk.Cell{Station: "call", Figure: "ease", Shape: kiosk.Number, Value: float64(v)}
	case "second 0", "second 7":
		return kiosk.Cell{Station: "call", Figure: "level", Shape: kiosk.Curve, Points: []kiosk.Point{{Second: int(value[7] - '0'), Value: float64(v)}}}
	}
	return kiosk.Cell{Station: "call", Figure: "path", Shape: kiosk.Flow, Edges: []kiosk.Edge{{From: value[5:6], To: value[7:8], Count: v}}}
}

// seen is what a release shows of a value.
type seen struct {
	n, asOf int
	value   float64
}

func look(r Release) map[string]seen {
	all := map[string]seen{}
	for _, c := range r.Cells {
		switch {
		case c.Few:
		case c.Figure == kiosk.PeopleFigure:
			all["people"] = seen{c.N, c.AsOf, float64(c.Count)}
		case c.Figure == "missed" && c.Key == "a":
			all["missed a"] = seen{c.N, c.AsOf, float64(c.Count)}
		case c.Figure == "ease":
			all["ease"] = seen{c.N, c.AsOf, c.Mean * float64(c.N)}
		case c.Figure == "level":
			for _, p := range c.Points {
				all[fmt.Sprintf("second %d", p.Second)] = seen{p.N, p.AsOf, p.Mean * float64(p.N)}
			}
		case c.Figure == "path":
			for _, e := range c.Edges {
				all[fmt.Sprintf("step %s %s", e.From, e.To)] = seen{e.N, e.AsOf, float64(e.Count)}
			}
		}
	}
	return all
}

// change makes one thing happen in the world: a visit closes, is withdrawn, or
// gets a late fact.
func (w world) change(t *rapid.T, next *int64) {
	there := slices.Sorted(maps.Keys(w))
	what := rapid.SampledFrom([]string{"close", "close", "close", "withdraw", "late"}).Draw(t, "what")
	if what == "close" || len(there) == 0 {
		*next++
		said := map[string]int{"people": rapid.IntRange(1, 6).Draw(t, "people")}
		for _, value := range valueNames[1:] {
			if rapid.IntRange(0, 3).Draw(t, value) > 0 {
				said[value] = rapid.IntRange(0, 3).Draw(t, "says")
			}
		}
		w[*next] = said
		return
	}
	visit := rapid.SampledFrom(there).Draw(t, "visit")
	if what == "withdraw" {
		delete(w, visit)
		return
	}
	value := rapid.SampledFrom(valueNames).Draw(t, "value")
	if w[visit] = maps.Clone(w[visit]); rapid.Bool().Draw(t, "unsaid") && value != "people" {
		delete(w[visit], value)
	} else {
		w[visit][value] = rapid.IntRange(0, 3).Draw(t, "says now")
	}
}

// TestWatchingTellsOfNoFewerThanK walks through random histories and compares
// every version of every value with every other.
func TestWatchingTellsOfNoFewerThanK(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k := rapid.IntRange(3, 5).Draw(t, "k")
		store := &memory{rows: map[string][]byte{}}
		in, err := New(t.Context(), k, scenarios, store)
		if err != nil {
			t.Fatal(err)
		}
		w, next, versions, last := world{}, int64(0), map[string][]truth{}, map[string]seen{}
		for range rapid.IntRange(1, 60).Draw(t, "steps") {
			for range rapid.IntRange(1, 4).Draw(t, "at once") {
				w.change(t, &next)
			}
			if rapid.IntRange(0, 5).Draw(t, "restart") == 0 {
				if in, err = New(t.Context(), k, scenarios, store); err != nil {
					t.Fatal(err)
				}
			}
			made, err := in.Update(t.Context(), w.contributions())
			if err != nil {
				t.Fatal(err)
			}
			now := look(in.Release())
			for value, s := range now {
				switch {
				case made && s.asOf == in.Release().N:
					check(t, value, s, w.behind(value), versions, k)
				case s != last[value]:
					t.Fatalf("%s moved from %v to %v without a release of its own", value, last[value], s)
				}
			}
			for value, s := range last {
				if _, there := now[value]; !there && s.n > 0 { // no visit is behind it any more
					check(t, value, seen{}, w.behind(value), versions, k)
				}
			}
			last = now
		}
	})
}

func check(t *rapid.T, value string, s seen, now truth, versions map[string][]truth, k int) {
	sum := 0
	for _, v := range now {
		sum += v
	}
	if s.n != len(now) || !near(s.value, float64(sum)) {
		t.Fatalf("%s shows %v, true is a sum of %d over %d visits", value, s, sum, len(now))
	}
	for i, was := range append([]truth{{}}, versions[value]...) {
		differ := 0
		for visit, v := range now {
			if before, ok := was[visit]; !ok || before != v {
				differ++
			}
		}
		for visit := range was {
			if _, ok := now[visit]; !ok {
				differ++
			}
		}
		if differ > 0 && differ < k {
			t.Fatalf("%s: this version differs from version %d by %d visits, k is %d", value, i, differ, k)
		}
	}
	versions[value] = append(versions[value], now)
}

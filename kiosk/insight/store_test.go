package insight

import (
	"bytes"
	"encoding/json"
	"runtime"
	"strings"
	"testing"
	"time"

	"immersion/kiosk"
)

// many are visits of openings of four.
func many(n int) []kiosk.Contribution {
	var all []kiosk.Contribution
	openings := make([]string, n/4+1)
	for i := range openings {
		openings[i] = openingAt(time.Date(2020, 1, 1+i, 9, 0, 0, 0, time.Local))
	}
	for v := int64(1); v <= int64(n); v++ {
		c := visits(v, v, feeling(float64(v%9)-4), kiosk.Cell{Station: "call", Figure: "ease", Shape: kiosk.Number, Value: float64(v % 7)})
		c[0].Opening = openings[(v-1)/4]
		all = append(all, c...)
	}
	return all
}

// A release of much is more rows than one, and is read again whole or not at all.
func TestALargeReleaseIsManyRows(t *testing.T) {
	store := &memory{rows: map[string][]byte{}}
	in := open(t, 3, store)
	all := many(4800)
	want := update(t, in, true, all)
	more := []string{}
	for key := range store.rows {
		if strings.Contains(key, "steps/00000001/") {
			more = append(more, key)
		}
	}
	if len(more) == 0 {
		t.Fatal("everything is in one row")
	}
	update(t, in, false, all)
	again := open(t, 3, store)
	for what, both := range map[string][2]any{"release": {want.Cells, release(t, again, "").Cells}, "cohorts": {in.Cohorts().Scenarios[0].Cohorts, again.Cohorts().Scenarios[0].Cohorts}} {
		was, _ := json.Marshal(both[0])
		if is, _ := json.Marshal(both[1]); !bytes.Equal(was, is) {
			t.Errorf("the %s was %.400s and is read again as %.400s", what, was, is)
		}
	}
	update(t, again, false, all)
	delete(store.rows, more[0])
	if _, err := New(t.Context(), Deps{Settings: kiosk.Settings{K: 3}, Scenarios: scenarios, Store: store, Source: &room{}}); err == nil {
		t.Error("a release without a part of it is read")
	}
}

// What a first release takes grows with the visits, and not faster.
func TestAFirstReleaseIsLinear(t *testing.T) {
	taken := func(n int) uint64 {
		all, in := many(n), open(t, 3, &memory{rows: map[string][]byte{}})
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		update(t, in, true, all)
		runtime.ReadMemStats(&after)
		return (after.TotalAlloc - before.TotalAlloc) / uint64(n)
	}
	if few, lots := taken(800), taken(4800); lots > 2*few {
		t.Errorf("%d bytes a visit of 800, %d of 4800", few, lots)
	}
}

package insight

import (
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"github.com/google/uuid"

	"immersion/kiosk"
)

// openingAt is the id of an opening that began at a time.
func openingAt(at time.Time) string {
	u := uuid.Must(uuid.NewV7())
	for i := range 6 {
		u[i] = byte(at.UnixMilli() >> (8 * (5 - i)))
	}
	return u.String()
}

func feeling(v float64) kiosk.Cell {
	return kiosk.Cell{Station: "call", Figure: kiosk.FeelingFigure, Shape: kiosk.Number, Value: v}
}

// during are visits of one opening.
func during(opening, department string, all []kiosk.Contribution) []kiosk.Contribution {
	for i := range all {
		all[i].Opening, all[i].Department = opening, department
	}
	return all
}

func TestCohortsAreFixedPartitions(t *testing.T) {
	in := open(t, 3, &memory{rows: map[string][]byte{}})
	march := time.Date(2026, 3, 4, 9, 0, 0, 0, time.Local)
	first, second, third := openingAt(march), openingAt(march.AddDate(0, 0, 20)), openingAt(march.AddDate(0, 1, 0))
	r := update(t, in, true,
		during("before", "it", visits(1, 3, feeling(0))), // these become the shield
		during(first, "it", visits(4, 9, feeling(-2))),
		during(second, "it", visits(10, 13, feeling(2))),
		during(third, "hr", visits(14, 15, feeling(4))))
	if c := find(t, r, "", kiosk.PeopleFigure, ""); c.N != 15 {
		t.Fatalf("all visits: %+v", c)
	}
	for cohort, want := range map[string]struct {
		n    int
		mean float64
	}{
		"department:it": {10, -0.4}, "opening:" + first: {6, -2}, "opening:" + second: {4, 2}, "month:2026-03": {10, -0.4},
		"opening:" + third: {}, "month:2026-04": {}, "department:hr": {}, "department:none": {},
	} {
		r := release(t, in, cohort)
		if r.Cohort != cohort || r.TooFew != (want.n == 0) {
			t.Errorf("%s: cohort %q, too few %v", cohort, r.Cohort, r.TooFew)
			continue
		}
		if want.n == 0 {
			if doc, _ := json.Marshal(r.Cells); string(doc) != "[]" {
				t.Errorf("%s has too few visits and tells %s", cohort, doc)
			}
			continue
		}
		if c := find(t, r, "call", kiosk.FeelingFigure, ""); c.N != want.n || !near(c.Mean, want.mean) || c.Low == nil {
			t.Errorf("%s: %+v, want n %d and mean %v", cohort, c, want.n, want.mean)
		}
	}
	listed := map[string]Cohort{}
	for _, c := range in.Cohorts().Scenarios[0].Cohorts {
		listed[c.ID] = c
	}
	if hr := listed["department:hr"]; !hr.Few || hr.Visits != 0 {
		t.Errorf("a department with too few: %+v", hr)
	}
	if _, there := listed["opening:"+third]; there || listed["opening:"+first].At != march.UnixMilli() || listed["month:2026-03"].Visits != 10 {
		t.Errorf("listed: %+v", listed)
	}
	if _, err := in.Release(kiosk.Cohort{Scenario: "never"}); err == nil {
		t.Error("a release of a version that nobody visited")
	}
}

func TestAcross(t *testing.T) {
	in := open(t, 3, &memory{rows: map[string][]byte{}})
	update(t, in, true, during("o", "it", visits(1, 9, feeling(-2))), during("o", "hr", visits(10, 11, feeling(4))))
	a, err := in.Across(kiosk.Cohort{By: kiosk.ByDepartment}, kiosk.FeelingFigure)
	if err != nil || len(a.Rows) != 2 || len(a.All) != 1 || a.All[0].N != 11 {
		t.Fatalf("%+v %v", a, err)
	}
	for _, row := range a.Rows {
		if c := row.Cells[0]; row.Key == "it" && (c.N != 6 || c.Few) || row.Key == "hr" && (!row.Few || !c.Few || c.N != 0) {
			t.Errorf("%s: %+v", row.Key, c)
		}
	}
	for _, wrong := range []kiosk.Cohort{{}, {By: "week"}} {
		if _, err := in.Across(wrong, kiosk.FeelingFigure); err == nil {
			t.Errorf("across %+v", wrong)
		}
	}
	if _, err := in.Across(kiosk.Cohort{By: kiosk.ByMonth}, "unheard"); err == nil {
		t.Error("a figure that nobody has")
	}
}

// Nobody of those that a cohort shows is not nobody: the shield's visits may have.
func TestNoneOfACohortIsFewWhileSomeDid(t *testing.T) {
	in := open(t, 3, &memory{rows: map[string][]byte{}})
	missed := kiosk.Cell{Station: "call", Figure: "missed", Shape: kiosk.Count, Key: "a", Count: 1}
	update(t, in, true, during("o", "it", visits(1, 3, missed)), during("o", "it", visits(4, 9)))
	r := release(t, in, "department:it")
	if c := find(t, r, "call", "missed", "a"); !c.Few || c.N != 0 {
		t.Errorf("three of the department did: %+v", c)
	}
	if c := find(t, r, "call", "missed", "b"); c.Few || c.N != 0 {
		t.Errorf("nobody at all did: %+v", c)
	}
}

func TestKeysAreJoinedForGood(t *testing.T) {
	in := open(t, 3, &memory{rows: map[string][]byte{}})
	tap := func(key int, of []kiosk.Contribution) []kiosk.Contribution {
		for i := range of {
			of[i].Cells = append(of[i].Cells, kiosk.Cell{Station: "call", Figure: "taps", Shape: kiosk.Count, Key: fmt.Sprintf("%02d", key), Count: 1})
		}
		return of
	}
	runs := func(r Release) string {
		told := ""
		for _, c := range r.Cells {
			if c.Figure == "taps" {
				told += fmt.Sprintf("%s-%s:%d ", c.Key, c.Last, c.N)
			}
		}
		return told
	}
	all := [][]kiosk.Contribution{tap(0, visits(1, 2)), tap(1, visits(3, 3)), tap(3, visits(4, 6))}
	if got := runs(update(t, in, true, all...)); got != "00-:0 01-:0 02-:0 03-:3 04-:0 05-:0 " {
		t.Errorf("six visits: %s", got)
	}
	all = append(all, tap(4, visits(7, 9)), tap(5, visits(10, 12)))
	if got := runs(update(t, in, true, all...)); got != "00-01:3 02-:0 03-:3 04-:3 05-:3 " {
		t.Errorf("twelve visits, enough to join: %s", got)
	}
	all = append(all, tap(0, visits(13, 20)))
	if got := runs(update(t, in, true, all...)); got != "00-01:11 02-:0 03-:3 04-:3 05-:3 " {
		t.Errorf("once joined, for good: %s", got)
	}
}

func TestWorstMomentsHaveTheirWords(t *testing.T) {
	in := open(t, 3, &memory{rows: map[string][]byte{}})
	curve := kiosk.Cell{Station: "call", Figure: "level", Shape: kiosk.Curve, Points: []kiosk.Point{
		{Second: 0, Value: 1}, {Second: 20, Value: -3}, {Second: 25, Value: -2}, {Second: 60, Value: -1}}}
	c := find(t, update(t, in, true, visits(1, 5, curve)), "call", "level", "")
	if len(c.Worst) != 2 || c.Worst[0].Second != 20 || c.Worst[0].Caption.In("en") != "said at 20000" || c.Worst[1].Second != 60 {
		t.Errorf("worst: %+v", c.Worst)
	}
}

package insight

import (
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"immersion/kiosk"
)

// Cohorts is what can be read: the way to every link.
type Cohorts struct {
	Scenarios []Version `json:"scenarios"` // the one visited last first
}

// Version is a scenario version with the cohorts that releases speak of.
type Version struct {
	Scenario
	N       int      `json:"n"`    // its latest release
	Made    int64    `json:"made"` // ms since 1970
	Cohorts []Cohort `json:"cohorts"`
}

// Cohort names a cohort. A department with few is one that nothing is told of;
// openings and months with too few visits are not listed.
type Cohort struct {
	ID     string          `json:"id"` // "department:sales"; goes into links
	By     kiosk.Partition `json:"by"`
	Key    string          `json:"key"`
	Name   kiosk.Text      `json:"name,omitempty"` // a department's
	At     int64           `json:"at,omitempty"`   // ms: when an opening opened, when a month began
	Few    bool            `json:"few,omitempty"`
	Visits int             `json:"visits"` // behind its heads, as its release says
}

// heads is the figure that tells how many visits a cohort has.
var heads = shown{Figure: kiosk.Figure{Name: kiosk.PeopleFigure, Shape: kiosk.Count}, keys: []string{""}, parts: true}

// opened is when an opening began: its id is that of the fact, a UUIDv7.
func opened(opening string) (time.Time, bool) {
	u, err := uuid.Parse(opening)
	if err != nil || u.Version() != 7 {
		return time.Time{}, false
	}
	return time.Unix(u.Time().UnixTime()), true
}

// month is the month of an opening on the room's calendar; "" for none.
func month(opening string) string {
	at, ok := opened(opening)
	if !ok {
		return ""
	}
	return at.Format("2006-01")
}

// openings lists the openings of a month that releases speak of.
func (l ledger) openings(in string) []string {
	var all []string
	for cohort := range l.values {
		if key, ok := strings.CutPrefix(cohort, string(kiosk.ByOpening)+":"); ok && month(key) == in {
			all = append(all, cohort)
		}
	}
	slices.Sort(all)
	return all
}

// cells are those of a figure in a cohort.
func (l ledger) cells(f shown, of kiosk.Cohort) []Cell {
	if of.By != kiosk.ByMonth {
		return f.cells(l.values[of.ID()], l.values[""])
	}
	var sums []Cell
	for _, opening := range l.openings(of.Key) {
		for _, c := range f.cells(l.values[opening], l.values[""]) {
			sums = f.join(sums, c)
		}
	}
	return sums
}

// join adds one opening's cell to a month's. Curves and flows are told by
// opening only: their stretches need not be the same.
func (f shown) join(sums []Cell, c Cell) []Cell {
	if f.Shape == kiosk.Curve || f.Shape == kiosk.Flow {
		return []Cell{{Station: c.Station, Figure: c.Figure, Few: true}}
	}
	at := slices.IndexFunc(sums, func(s Cell) bool { return s.Key == c.Key && s.Last == c.Last })
	if at < 0 {
		return append(sums, c)
	}
	sum := pool([]Cell{sums[at], c}, f.Figure)
	sum.Station, sum.Figure, sum.Key, sum.Last = c.Station, c.Figure, c.Key, c.Last
	sums[at] = sum
	return sums
}

// release is the ledger's latest as one cohort reads it.
func (l ledger) release(of kiosk.Cohort, all []shown) Release {
	r := l.frame
	r.Cohort, r.Cells = of.ID(), []Cell{}
	people := l.cells(heads, of)
	if len(people) == 0 || people[0].Few || people[0].N == 0 && of.By != "" {
		r.TooFew = true
		return r
	}
	for _, f := range all {
		if f.parts || of.By == "" {
			r.Cells = append(r.Cells, l.cells(f, of)...)
		}
	}
	return r
}

// cohorts lists what the ledger speaks of.
func (l ledger) cohorts(departments []kiosk.Named) []Cohort {
	visits := func(of kiosk.Cohort) int {
		if c := l.cells(heads, of); len(c) > 0 && !c[0].Few {
			return c[0].N
		}
		return 0
	}
	list := []Cohort{}
	for _, d := range departments {
		of := kiosk.Cohort{By: kiosk.ByDepartment, Key: d.ID}
		n := visits(of)
		list = append(list, Cohort{ID: of.ID(), By: of.By, Key: d.ID, Name: d.Name, Few: n == 0, Visits: n})
	}
	months := map[string]int64{}
	for _, cohort := range slices.Sorted(maps.Keys(l.values)) {
		of, err := kiosk.ParseCohort("", cohort)
		if err != nil || of.By != kiosk.ByOpening {
			continue
		}
		at, ok := opened(of.Key)
		if n := visits(of); ok && n > 0 {
			list = append(list, Cohort{ID: cohort, By: of.By, Key: of.Key, At: at.UnixMilli(), Visits: n})
			months[month(of.Key)] = time.Date(at.Year(), at.Month(), 1, 0, 0, 0, 0, at.Location()).UnixMilli()
		}
	}
	for _, key := range slices.Sorted(maps.Keys(months)) {
		of := kiosk.Cohort{By: kiosk.ByMonth, Key: key}
		list = append(list, Cohort{ID: of.ID(), By: of.By, Key: key, At: months[key], Visits: visits(of)})
	}
	return list
}

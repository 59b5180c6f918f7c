package insight

import (
	"maps"
	"slices"
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

// monthly is how a month is written.
const monthly = "2006-01"

// month is the month of an opening on the room's calendar; "" for none.
func month(opening string) string {
	at, ok := opened(opening)
	if !ok {
		return ""
	}
	return at.Format(monthly)
}

// began is when an opening or a month began; zero for what never did.
func began(of kiosk.Cohort) time.Time {
	if of.By == kiosk.ByMonth {
		at, _ := time.ParseInLocation(monthly, of.Key, time.Local)
		return at
	}
	at, _ := opened(of.Key)
	return at
}

// cells are those of a figure in a cohort.
func (l ledger) cells(f shown, of kiosk.Cohort) []Cell {
	return f.cells(l.values[of.ID()], l.values[""])
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
	for _, cohort := range slices.Sorted(maps.Keys(l.values)) { // months and openings, each in time
		of, err := kiosk.ParseCohort("", cohort)
		if err != nil || of.By == kiosk.ByDepartment {
			continue
		}
		if n, at := visits(of), began(of); n > 0 && !at.IsZero() {
			list = append(list, Cohort{ID: cohort, By: of.By, Key: of.Key, At: at.UnixMilli(), Visits: n})
		}
	}
	return list
}

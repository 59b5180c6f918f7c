package kiosk

import (
	"maps"
	"math"
	"slices"
)

// Console is what an organiser's page shows of the room, rows by id. In a
// change, only rows that changed are there.
type Console struct {
	Phase    Phase         `json:"phase" jsonschema:"enum=closed,enum=setup,enum=open,enum=closing"`
	Opening  string        `json:"opening"` // "" when the doors are closed
	Paused   bool          `json:"paused"`
	Rotation *RotationView `json:"rotation,omitempty"` // none: everybody walks freely

	Screens map[string]ScreenRow `json:"screens"`
	Visits  map[string]VisitRow  `json:"visits"`
}

// ScreenRow is one screen on the organiser's page.
type ScreenRow struct {
	ID        string   `json:"id"`
	Name      string   `json:"name"`
	Station   string   `json:"station"`
	Visit     string   `json:"visit"`           // who is there
	Number    int      `json:"number"`          // that it shows when it is to be found
	Rehearsal bool     `json:"rehearsal"`       // a rehearsal's, gone with it
	Orders    Wanted   `json:"orders"`          // how it is wanted
	Order     *Ordered `json:"order,omitempty"` // the newest order
}

// VisitRow is one open visit on the organiser's page. It holds no words.
type VisitRow struct {
	ID         string `json:"id"`
	Badge      Badge  `json:"badge"`
	Scenario   string `json:"scenario"` // hash of the version it is on
	Place      string `json:"place"`    // "" between stations
	Screen     string `json:"screen"`
	Next       string `json:"next"`     // where the room sends them; "" while at a station
	Sent       string `json:"sent"`     // station that an organiser sent them to; "" once they entered one
	Since      int64  `json:"since"`    // ms
	Expected   int    `json:"expected"` // whole minutes that a visitor is expected to stay here; 0 between stations
	Stuck      bool   `json:"stuck"`    // longer here than others' times tell
	Opened     int64  `json:"opened"`   // ms
	Last       int64  `json:"last"`     // ms, the last sign
	Facts      int    `json:"facts"`
	Unrecorded bool   `json:"unrecorded"`
	Rehearsal  bool   `json:"rehearsal"` // counts nowhere
	Synthetic  bool   `json:"synthetic"` // walked by a rehearsal
	Phone      bool   `json:"phone"`     // a phone carries for it
}

// Console is the whole of it.
func (r *Room) Console() Console {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.rows(slices.Collect(maps.Keys(r.screens)), slices.Collect(maps.Keys(r.visits)))
}

// Visits are the rows of all open visits: some change with time alone.
func (r *Room) Visits() map[string]VisitRow {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.rows(nil, slices.Collect(maps.Keys(r.visits))).Visits
}

func (r *Room) rows(screens, visits []string) Console {
	c := Console{Phase: r.doors.phase, Opening: r.doors.opening, Paused: r.doors.paused(), Rotation: r.rotationView(), Screens: map[string]ScreenRow{}, Visits: map[string]VisitRow{}}
	for _, id := range screens {
		if s := r.screens[id]; s != nil {
			row := ScreenRow{ID: id, Name: s.Name, Station: s.Station, Number: s.Number, Rehearsal: s.Rehearsal, Orders: s.Wanted, Order: s.Order}
			if v := r.whereabouts().at[id]; v != nil {
				row.Visit = v.ID
			}
			c.Screens[id] = row
		}
	}
	where, now := r.whereabouts(), r.now()
	for _, id := range visits {
		if v := r.visits[id]; v != nil && !v.Closed() {
			row := VisitRow{ID: id, Badge: v.Badge, Scenario: v.Scenario.Hash, Place: v.Place, Screen: v.Screen, Sent: v.Sent,
				Since: v.Since, Opened: v.OpenedAt, Last: v.Last, Facts: len(v.facts), Unrecorded: v.Unrecorded,
				Rehearsal: v.Rehearsal, Synthetic: v.Synthetic, Phone: r.phoned(v)}
			switch s := v.stops[v.Place]; {
			case s == nil:
				row.Next = where.ways[id].station
			case !v.Synthetic:
				row.Expected = int(math.Ceil(r.pace.stay(s.Place)))
				row.Stuck = r.stuck(v, s, now)
			}
			c.Visits[id] = row
		}
	}
	return c
}

package stationtest

import (
	"io/fs"
	"testing/fstest"

	"immersion/kiosk"
)

// bare is the smallest kind: a door in or out, with no settings.
type bare struct {
	name string
	role kiosk.Role
}

func (b bare) Name() string     { return b.name }
func (b bare) Role() kiosk.Role { return b.role }
func (bare) New() kiosk.Station { return &bareStation{} }
func (bare) Words() fs.FS {
	return fstest.MapFS{"en.json": {Data: []byte("{}")}, "de.json": {Data: []byte("{}")}}
}
func (bare) Example() string { return "{}" }

type bareStation struct{}

func (*bareStation) Check(fs.FS) []kiosk.Fault { return nil }
func (*bareStation) Files() []string           { return nil }
func (*bareStation) View() any                 { return struct{}{} }
func (*bareStation) Figures() []kiosk.Figure   { return nil }
func (*bareStation) Judge(f kiosk.Fact) error {
	return kiosk.Errorf(kiosk.Invalid, "%s is no type of fact here", f.Type)
}
func (*bareStation) Outcome(*kiosk.Stop) kiosk.Outcome { return kiosk.Outcome{} }

// Small is a scenario of bare stations, for tests of what goes round them:
// "door" opens a visit, "one" and "two" are on the way, "way-out" closes it.
// It has one assumption, "ease".
func Small() *kiosk.Scenario {
	place := func(n int, id string, role kiosk.Role) kiosk.Place {
		return kiosk.Place{ID: id, Kind: string(role), Role: role, Number: n, Colour: "#335577",
			Title: kiosk.Same(id), Minutes: 1, Station: &bareStation{}}
	}
	return &kiosk.Scenario{
		Hash: "small", Title: kiosk.Same("Small"), Languages: []string{"en"},
		Customer:    kiosk.Customer{Name: "Ada"},
		Assumptions: []kiosk.AssumptionAsked{{ID: "ease", Ask: kiosk.Same("How easy?")}},
		Places: []kiosk.Place{place(1, "door", kiosk.Opens), place(2, "one", kiosk.AStop),
			place(3, "two", kiosk.AStop), place(4, "way-out", kiosk.Closes)},
		Files: fstest.MapFS{},
	}
}

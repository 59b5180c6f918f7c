package config

import (
	"cmp"
	"fmt"
	"regexp"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
	"golang.org/x/sync/errgroup"

	"immersion/kiosk"
)

// Station is one place of the scenario.
type Station struct {
	ID      string     `yaml:"id" jsonschema:"required,pattern=^[a-z][a-z0-9-]*$,maxLength=64"` // its address in the room, /s/<id>
	Kind    string     `yaml:"kind" jsonschema:"required"`                                      // what sort of station it is
	Title   kiosk.Text `yaml:"title" jsonschema:"required"`                                     // its name, as visitors read it
	Colour  string     `yaml:"colour" jsonschema:"pattern=^#[0-9a-fA-F]{6}$"`                   // six digits of hex in quotes; without it one of ten by position
	Minutes *float64   `yaml:"minutes" jsonschema:"exclusiveMinimum=0,maximum=240"`             // how long a visitor is expected there; 5 without it
	After   []string   `yaml:"after"`                                                           // ids of stations that come first; without it visitors come in any order
	With    yaml.Node  `yaml:"with"`                                                            // its settings: the name of a file, or the keys right here
}

// defaultMinutes are expected at a station that does not say.
const defaultMinutes = 5

// maxStations keeps a scenario within what a visitor can walk.
const maxStations = 100

var colourForm = regexp.MustCompile(`^#[0-9a-fA-F]{6}$`)

func (p part) places(nodes []yaml.Node, kinds []kiosk.Kind, languages []string) []kiosk.Place {
	if len(nodes) == 0 {
		p.missing("stations", "at least one that opens a visit and one that closes it: "+roles(kinds))
		return nil
	}
	if len(nodes) > maxStations {
		p.fault("stations", fmt.Sprintf("%d stations", len(nodes)), fmt.Sprintf("at most %d", maxStations), "")
		return nil
	}
	places := make([]kiosk.Place, len(nodes))
	settings := make([]part, len(nodes))
	var checked []int // whose settings can be read
	for i := range nodes {
		at := fmt.Sprintf("stations[%d]", i)
		var s Station
		p.decode(at, &nodes[i], &s, languages)
		if nodes[i].ShortTag() == "!!null" {
			p.missing(at, "id, kind, title")
			p.breaks(at)
		}
		places[i] = kiosk.Place{ID: s.ID, Kind: s.Kind, Number: i + 1, Title: s.Title, After: s.After,
			Colour: cmp.Or(strings.ToLower(s.Colour), Palette[i%len(Palette)]), Minutes: defaultMinutes}
		if p.isBroken(at) {
			continue // told already; the rest of it would be noise
		}
		p.text(at+".title", s.Title)
		p.colour(at+".colour", s.Colour)
		if s.Minutes != nil {
			places[i].Minutes = *s.Minutes
			if !(*s.Minutes > 0 && *s.Minutes <= 240) {
				p.fault(at+".minutes", fmt.Sprintf("%g minutes", *s.Minutes), "more than 0, at most 240", "")
			}
		}
		var legible bool
		if settings[i], legible = p.kind(at, s, &places[i], kinds, languages); legible {
			checked = append(checked, i)
		}
	}
	p.check(places, settings, checked)
	p.order(places, kinds)
	retraces(places, settings)
	return places
}

// colour tells what is no colour, or was taken for a comment.
func (p part) colour(path, colour string) {
	const allowed = `six digits of hex in quotes, like "#2f5d50"`
	_, _, found := p.place(path)
	switch {
	case colour == "" && found:
		p.fault(path, "the colour is empty: without quotes, # begins a comment", allowed, "")
	case colour != "" && !colourForm.MatchString(colour):
		p.fault(path, fmt.Sprintf("%q is not a colour", shorten(colour)), allowed, "")
	}
}

// kind finds the station's kind and reads its settings, which it returns; and
// whether the station can be asked of them.
func (p part) kind(at string, s Station, place *kiosk.Place, kinds []kiosk.Kind, languages []string) (settings part, legible bool) {
	names := make([]string, len(kinds))
	for i, k := range kinds {
		names[i] = k.Name()
	}
	i := slices.Index(names, s.Kind)
	switch {
	case s.Kind == "":
		p.missing(at+".kind", strings.Join(names, ", "))
	case i < 0:
		p.fault(at+".kind", fmt.Sprintf("there is no kind %q", shorten(s.Kind)), strings.Join(names, ", "), nearest(s.Kind, names))
	default:
		place.Role, place.Station = kinds[i].Role(), kinds[i].New()
		var ok bool
		if settings, ok = p.settings(at, s.With); ok {
			if settings.root != nil {
				settings.decode("", settings.root, place.Station, languages)
			}
			return settings, !settings.isBroken("") && !p.l.full()
		}
	}
	return settings, false
}

// check lets stations check themselves side by side: that is most of the time
// that loading takes. One that panics does so here, where whoever asked may
// recover.
func (p part) check(places []kiosk.Place, settings []part, of []int) {
	faults := make([][]kiosk.Fault, len(places))
	var all errgroup.Group
	all.SetLimit(runtime.GOMAXPROCS(0)) // each may have its files in memory
	for _, i := range of {
		all.Go(func() (err error) {
			defer func() {
				if r := recover(); r != nil {
					err = fmt.Errorf("station %q: %v\n%s", places[i].ID, r, debug.Stack())
				}
			}()
			faults[i] = places[i].Station.Check(p.l.fsys)
			if p.l.makes && !slices.ContainsFunc(faults[i], func(f kiosk.Fault) bool { return !f.Warning }) {
				faults[i] = append(faults[i], tryMakes(places[i].Station, p.l.fsys)...)
			}
			return nil
		})
	}
	if err := all.Wait(); err != nil {
		panic(err)
	}
	for _, i := range of {
		carrier, ok := places[i].Station.(kiosk.Carrier)
		places[i].Carried = ok && carrier.Carries()
		for _, f := range faults[i] {
			settings[i].station(f)
		}
		settings[i].remarks(places[i].Station)
	}
}

// retraces checks the stations that others name to show what was felt there.
func retraces(places []kiosk.Place, settings []part) {
	for i := range places {
		r, ok := places[i].Station.(kiosk.Retracer)
		if !ok {
			continue
		}
		var others []string
		for j := range places {
			if places[j].Role == kiosk.AStop && i != j {
				others = append(others, places[j].ID)
			}
		}
		for _, named := range r.Retraces() {
			if !slices.Contains(others, named.Station) {
				settings[i].fault(named.Path, fmt.Sprintf("there is no other station %q on the way", shorten(named.Station)),
					strings.Join(others, ", "), nearest(named.Station, others))
			}
		}
	}
}

// settings finds the part that holds a station's settings: right there, in a
// file, or nowhere.
func (p part) settings(at string, with yaml.Node) (part, bool) {
	_, item, _ := walk(p.root, p.key, at)
	key, value, _ := step(item, "with")
	switch n := resolved(&with); {
	case n.IsZero() || n.ShortTag() == "!!null":
		return part{l: p.l, file: p.file, key: cmp.Or(key, resolved(item))}, true
	case n.Kind != yaml.ScalarNode:
		return part{l: p.l, file: p.file, root: resolved(value), key: key}, true
	case !p.exists(at+".with", n.Value):
		return part{}, false
	default:
		root := p.l.parse(n.Value)
		return part{l: p.l, file: n.Value, root: root, key: root}, root != nil
	}
}

// roles lists the kinds that open a visit and those that close it.
func roles(kinds []kiosk.Kind) string {
	return "kind " + strings.Join(with(kinds, kiosk.Opens), " or ") + ", kind " + strings.Join(with(kinds, kiosk.Closes), " or ")
}

func with(kinds []kiosk.Kind, role kiosk.Role) []string {
	var names []string
	for _, k := range kinds {
		if k.Role() == role {
			names = append(names, k.Name())
		}
	}
	return names
}

// order checks what stations are to one another: their ids, that a visit can
// begin and end, and what comes after what.
func (p part) order(places []kiosk.Place, kinds []kiosk.Kind) {
	ids := make([]string, len(places))
	known, all := true, map[kiosk.Role]int{}
	for i, place := range places {
		ids[i] = place.ID
		all[place.Role]++
		known = known && place.Station != nil
	}
	p.ids("stations", ids)
	for _, r := range []struct {
		role kiosk.Role
		does string
	}{{kiosk.Opens, "opens"}, {kiosk.Closes, "closes"}} {
		if known && all[r.role] == 0 {
			p.fault("stations", fmt.Sprintf("no station %s a visit", r.does), "at least one of kind "+strings.Join(with(kinds, r.role), " or "), "")
		}
	}
	sound := true
	for i, place := range places {
		for j, id := range place.After {
			sound = p.after(fmt.Sprintf("stations[%d].after[%d]", i, j), place, id, places, ids) && sound
		}
	}
	if sound {
		p.circles(places, ids)
	}
}

// after checks one station that comes before another.
func (p part) after(at string, place kiosk.Place, id string, places []kiosk.Place, ids []string) bool {
	before := slices.Index(ids, id)
	switch {
	case before < 0:
		p.fault(at, fmt.Sprintf("there is no station %q", shorten(id)), strings.Join(slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return id == "" }), ", "), nearest(id, ids))
	case place.ID == id:
		p.fault(at, fmt.Sprintf("%q waits for itself", id), "other stations", "")
	case place.Role == kiosk.Opens:
		p.fault(at, fmt.Sprintf("%q opens visits: nothing comes before it", place.ID), "no after", "")
	case places[before].Role == kiosk.Closes:
		p.fault(at, fmt.Sprintf("%q closes visits: nothing comes after it", id), "stations on the way", "")
	default:
		return true
	}
	return false
}

// circles tells each circle of stations that wait for one another, once.
func (p part) circles(places []kiosk.Place, ids []string) {
	done := make([]bool, len(places))
	var trail []int
	var visit func(i int)
	visit = func(i int) {
		if from := slices.Index(trail, i); from >= 0 {
			var circle []string
			for _, k := range trail[from:] {
				circle = append(circle, ids[k])
			}
			last := trail[len(trail)-1]
			p.fault(fmt.Sprintf("stations[%d].after[%d]", last, slices.Index(places[last].After, ids[i])),
				"stations wait for one another: "+strings.Join(append(circle, ids[i]), " after "), "an order that begins somewhere", "")
			return
		}
		if done[i] {
			return
		}
		trail = append(trail, i)
		for _, id := range places[i].After {
			visit(slices.Index(ids, id))
		}
		trail, done[i] = trail[:len(trail)-1], true
	}
	for i := range places {
		visit(i)
	}
}

package insight

import (
	"maps"
	"slices"

	"immersion/kiosk"
)

// ledger is all that was published of one scenario version: the latest release
// and, never shown, the visits behind each version of each value.
type ledger struct {
	release   Release
	histories map[id]history
}

// steps is what one release moved.
type steps map[id][]change

// advance makes the next release of a scenario version from all contributions
// to it, numbered n; false when no value may move, or none has anything to tell.
func (l ledger) advance(contributions []kiosk.Contribution, s *kiosk.Scenario, k, n int, made int64) (ledger, steps, bool) {
	if len(contributions) < k && l.release.N == 0 {
		return l, nil, false
	}
	all := figures(s)
	said := gather(contributions, all)
	moved := steps{}
	values := l.release.values()
	histories := maps.Clone(l.histories)
	if histories == nil {
		histories = map[id]history{}
	}
	consider := func(at id, f kiosk.Figure) {
		step, ok := histories[at].step(members(said[at]), k)
		if !ok {
			return
		}
		moved[at], histories[at] = step, histories[at].took(step)
		c := total(said[at], f)
		c.AsOf = n
		values[at] = c
	}
	for _, f := range all {
		for _, at := range f.ids(said, histories) {
			consider(at, f.Figure)
		}
	}
	if len(moved) == 0 {
		return l, nil, false
	}
	r := describe(s, k)
	r.N, r.Made = n, made
	for _, f := range all {
		r.Cells = append(r.Cells, f.cells(values)...)
	}
	return ledger{release: r, histories: histories}, moved, true
}

// newest is the number of the last visit that the latest release speaks of.
func (l ledger) newest() int64 {
	var newest int64
	for _, h := range l.histories {
		if n := len(h.now); n > 0 {
			newest = max(newest, h.now[n-1].visit)
		}
	}
	return newest
}

// ids lists what the figure may publish: by key, or as far as visits went, the
// seconds of a curve and the steps of a flow.
func (f shown) ids(said map[id][]sample, histories map[id]history) []id {
	var all []id
	if f.Shape != kiosk.Curve && f.Shape != kiosk.Flow {
		for _, key := range f.keys {
			all = append(all, id{Station: f.station, Figure: f.Name, Key: key})
		}
		return all
	}
	for at := range said {
		if at.Station == f.station && at.Figure == f.Name {
			all = append(all, at)
		}
	}
	for at := range histories {
		if _, again := said[at]; !again && at.Station == f.station && at.Figure == f.Name {
			all = append(all, at)
		}
	}
	return all
}

// cells are the figure's, from the values published.
func (f shown) cells(values map[id]Cell) []Cell {
	if f.Shape == kiosk.Curve || f.Shape == kiosk.Flow {
		return []Cell{f.parts(values)}
	}
	var all []Cell
	for _, key := range f.keys {
		c, ok := values[id{Station: f.station, Figure: f.Name, Key: key}]
		c.Station, c.Figure, c.Key, c.Few = f.station, f.Name, key, !ok
		all = append(all, c)
	}
	return all
}

func (f shown) parts(values map[id]Cell) Cell {
	c := Cell{Station: f.station, Figure: f.Name}
	for _, at := range slices.SortedFunc(maps.Keys(values), id.compare) {
		v := values[at]
		if at.Station != f.station || at.Figure != f.Name || v.N == 0 {
			continue
		}
		c.AsOf = max(c.AsOf, v.AsOf)
		if f.Shape == kiosk.Curve {
			c.Points = append(c.Points, Point{Second: at.Second, Mean: v.Mean, N: v.N, AsOf: v.AsOf})
		} else {
			c.Edges = append(c.Edges, Edge{From: at.From, To: at.To, Count: v.Count, N: v.N, AsOf: v.AsOf})
		}
	}
	c.Few = len(c.Points) == 0 && len(c.Edges) == 0
	return c
}

// values takes a release apart again.
func (r Release) values() map[id]Cell {
	all := map[id]Cell{}
	for _, c := range r.Cells {
		at := id{Station: c.Station, Figure: c.Figure, Key: c.Key}
		for _, p := range c.Points {
			at.Second = p.Second
			all[at] = Cell{Mean: p.Mean, N: p.N, AsOf: p.AsOf}
		}
		for _, e := range c.Edges {
			at.From, at.To = e.From, e.To
			all[at] = Cell{Count: e.Count, N: e.N, AsOf: e.AsOf}
		}
		if !c.Few && c.Points == nil && c.Edges == nil {
			all[at] = c
		}
	}
	return all
}

package insight

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"immersion/kiosk"
)

// ledger is all that was published of one scenario version: the values of each
// cohort and, never shown, the visits behind each version of each value.
type ledger struct {
	frame     Release // of the latest release, without cells
	values    map[string]map[id]value
	histories map[id]history
	newest    int64 // number of the last visit that the latest release speaks of
}

// advance makes the next release of a scenario version from what all visits
// say to it, numbered n; false when no value may move, or none has anything to
// tell. What is said is used up on the way. Each step is told as it is made.
func (l ledger) advance(said *tally, words spoken, s *kiosk.Scenario, r rule, n int, made int64, step func(id, []byte, Cell)) (ledger, steps, bool) {
	if len(said.cohorts) < r.k && l.frame.N == 0 && r.holds(least) {
		return l, nil, false
	}
	said.order()
	all := figures(s)
	a := &advance{ledger: l, rule: r, n: n, tally: said, words: words, families: map[id][]id{}, parted: map[id]map[string][]string{},
		moved: steps{}, step: step}
	if a.histories = maps.Clone(l.histories); a.histories == nil {
		a.histories = map[id]history{}
	}
	a.recall(all)
	for _, f := range all {
		if f.words && !words.complete {
			continue
		}
		for _, at := range a.ids(f) {
			if a.whole(at, f) && f.parts {
				a.parts(at, f)
			}
			if !f.Joins {
				delete(said.said, at)
			}
		}
	}
	if len(a.moved) == 0 {
		return l, nil, false
	}
	before := l.frame.Forms
	l = ledger{frame: describe(s, r), histories: a.histories, values: l.values, newest: l.newest}.with(a.moved)
	l.frame.N, l.frame.Made, l.frame.Forms = n, made, l.forms(before, words.forms[s.Hash])
	return l, a.moved, true
}

// recall files what was published before.
func (a *advance) recall(all []shown) {
	near := map[id]shown{}
	for _, f := range all {
		near[id{Station: f.station, Figure: f.Name}] = f
	}
	for at := range a.ledger.histories {
		a.know(at, near[at.in("").family()])
	}
}

// with is the ledger with the values that a release moved.
func (l ledger) with(m steps) ledger {
	l.values = maps.Clone(l.values)
	if l.values == nil {
		l.values = map[string]map[id]value{}
	}
	own := map[string]bool{}
	for at, to := range m {
		l.newest = max(l.newest, to.newest)
		if at.Cohort == shield {
			continue
		}
		if !own[at.Cohort] {
			own[at.Cohort] = true
			if l.values[at.Cohort] = maps.Clone(l.values[at.Cohort]); l.values[at.Cohort] == nil {
				l.values[at.Cohort] = map[id]value{}
			}
		}
		l.values[at.Cohort][at.in("")] = to.to
	}
	return l
}

// ids lists, in order, what the figure may publish of all visits: by key, by
// run, or as far as visits went, the stretches of a curve, the steps of a flow
// and the themes of words.
func (a *advance) ids(f shown) []id {
	switch {
	case f.Joins:
		return a.runs(f)
	case !f.open():
		all := make([]id, len(f.keys))
		for i, key := range f.keys {
			all[i] = id{Station: f.station, Figure: f.Name, Key: key}
		}
		return all
	}
	here := id{Station: f.station, Figure: f.Name}
	all := slices.Clone(a.families[here])
	for at := range a.tally.said {
		if _, known := a.histories[at]; !known && at.family() == here {
			all = append(all, at)
		}
	}
	slices.SortFunc(all, id.compare)
	return all
}

// cells are the figure's in a cohort; whole are the values of all visits.
func (f shown) cells(values, whole map[id]value) []Cell {
	switch {
	case f.Shape == kiosk.Curve || f.Shape == kiosk.Flow:
		return []Cell{f.line(values)}
	case f.Joins || f.open():
		return f.found(values)
	}
	all := make([]Cell, 0, len(f.keys))
	for _, key := range f.keys {
		at := id{Station: f.station, Figure: f.Name, Key: key}
		v, ok := values[at]
		if ok && v.n == 0 && whole[at].n > 0 {
			v, ok = value{}, false // the shield's visits may have
		}
		c := v.cell(f.Figure)
		c.Station, c.Figure, c.Key, c.Few = f.station, f.Name, key, !ok
		all = append(all, c)
	}
	return all
}

// found are the cells of a figure whose keys or runs come from what visits said.
func (f shown) found(values map[id]value) []Cell {
	here := id{Station: f.station, Figure: f.Name}
	var runs []id
	for at := range values {
		if at.family() == here {
			runs = append(runs, at)
		}
	}
	slices.SortFunc(runs, id.compare)
	var all []Cell
	for _, at := range runs {
		if c := values[at].cell(f.Figure); c.N > 0 || f.Joins {
			c.Station, c.Figure, c.Key, c.Last = f.station, f.Name, at.Key, at.Last
			all = append(all, c)
		}
	}
	for _, key := range f.free(runs) {
		all = append(all, Cell{Station: f.station, Figure: f.Name, Key: key, Few: true})
	}
	slices.SortStableFunc(all, func(a, b Cell) int { return id{Key: a.Key}.compare(id{Key: b.Key}) })
	return all
}

// line is a curve's or a flow's one cell.
func (f shown) line(values map[id]value) Cell {
	c := Cell{Station: f.station, Figure: f.Name}
	here := id{Station: f.station, Figure: f.Name}
	for _, at := range slices.SortedFunc(maps.Keys(values), id.compare) {
		v := values[at].cell(f.Figure)
		if at.family() != here || v.N == 0 {
			continue
		}
		c.AsOf = max(c.AsOf, v.AsOf)
		if f.Shape == kiosk.Curve {
			c.Points = append(c.Points, Point{Second: at.Second, Mean: v.Mean, Spread: v.Spread, N: v.N, AsOf: v.AsOf})
		} else {
			c.Edges = append(c.Edges, Edge{From: at.From, To: at.To, Count: v.Count, N: v.N, AsOf: v.AsOf})
		}
	}
	c.Few = len(c.Points) == 0 && len(c.Edges) == 0
	if f.caption != nil {
		c.Worst = worst(c.Points, f.caption)
	}
	return c
}

// forms are how the published themes are written: as visits wrote them now, or
// when there were words to tell.
func (l ledger) forms(before, now map[string]string) map[string]string {
	all := map[string]string{}
	for at := range l.values[""] {
		if at.Figure != ThemesFigure {
			continue
		}
		_, theme, _ := strings.Cut(at.Key, "/")
		if form := cmp.Or(now[theme], before[theme]); form != "" {
			all[theme] = form
		}
	}
	return all
}

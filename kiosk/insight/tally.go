package insight

import (
	"cmp"
	"math"
	"slices"

	"immersion/kiosk"
)

// sample is what one visit says to one id: small, for there are many.
type sample struct {
	visit int64
	n     int32   // Share: of how many; Number and Curve: values in the sum
	sum   float64 // Count and Flow: how many; Share: this many; Number and Curve: of the values
}

func (s sample) value() float64 { return s.sum / float64(max(s.n, 1)) }

// mark is a hash, FNV-1a, of what the sample says.
func (s sample) mark(shape kiosk.Shape) uint32 {
	var said [4]uint64 // count, part, whole, value
	switch shape {
	case kiosk.Count, kiosk.Flow:
		said[0] = uint64(s.sum)
	case kiosk.Share:
		said[1], said[2] = uint64(s.sum), uint64(s.n)
	default:
		said[3] = math.Float64bits(s.value())
	}
	h := uint32(2166136261)
	for _, n := range said {
		for range 8 {
			h = (h ^ uint32(n&0xff)) * 16777619
			n >>= 8
		}
	}
	return h | 1
}

// Stretch is in what steps a curve is told, in seconds of media time. A visit
// says to a stretch the mean of what it says in its seconds.
const Stretch = 5

// tally is what visits say to a scenario version's figures, by id, each
// list by visit; and the cohorts of every visit.
type tally struct {
	known, open map[id]kiosk.Figure
	said        map[id][]sample
	cohorts     map[int64][]string     // one a partition
	places      map[[2]string][]string // those of a department and opening, once
	last        int64
	mixed       bool // visits did not come in order
}

func newTally(all []shown) *tally {
	c := &tally{known: map[id]kiosk.Figure{}, open: map[id]kiosk.Figure{}, said: map[id][]sample{},
		cohorts: map[int64][]string{}, places: map[[2]string][]string{}}
	for _, f := range all {
		if f.words {
			c.open[id{Figure: f.Name}] = f.Figure
		}
		for _, key := range f.keys {
			c.known[id{Station: f.station, Figure: f.Name, Key: key}] = f.Figure
		}
	}
	return c
}

// take adds a visit's. Cells of figures or keys that are not shown, or in
// another shape, say nothing.
func (c *tally) take(of kiosk.Contribution) {
	c.mixed = c.mixed || of.Visit < c.last
	c.last = of.Visit
	c.cohorts[of.Visit] = c.cohortsOf(of.Department, of.Opening)
	for _, cell := range of.Cells {
		c.cell(of.Visit, cell)
	}
}

// cohortsOf are those that a visit is in, one a partition.
func (c *tally) cohortsOf(department, opening string) []string {
	place := [2]string{department, opening}
	all, ok := c.places[place]
	if !ok {
		all = []string{kiosk.Cohort{By: kiosk.ByDepartment, Key: department}.ID(), kiosk.Cohort{By: kiosk.ByOpening, Key: opening}.ID()}
		if m := month(opening); m != "" {
			all = append(all, kiosk.Cohort{By: kiosk.ByMonth, Key: m}.ID())
		}
		c.places[place] = all
	}
	return all
}

func (c *tally) cell(visit int64, cell kiosk.Cell) {
	at := id{Station: cell.Station, Figure: cell.Figure, Key: cell.Key}
	f, ok := c.known[at]
	if !ok {
		f, ok = c.open[at.family()]
	}
	if !ok || f.Shape != cell.Shape {
		return
	}
	switch cell.Shape {
	case kiosk.Count:
		c.add(at, sample{visit: visit, sum: float64(cell.Count)})
	case kiosk.Share:
		c.add(at, sample{visit: visit, sum: float64(cell.Part), n: int32(cell.Whole)})
	case kiosk.Number:
		if !f.Log {
			c.add(at, sample{visit: visit, sum: cell.Value, n: 1})
		} else if cell.Value > 0 {
			c.add(at, sample{visit: visit, sum: math.Log(cell.Value), n: 1})
		}
	case kiosk.Curve:
		c.curve(at, visit, cell.Points)
	case kiosk.Flow:
		for _, e := range cell.Edges {
			at.From, at.To = e.From, e.To
			c.add(at, sample{visit: visit, sum: float64(e.Count)})
		}
	}
}

func (c *tally) curve(at id, visit int64, points []kiosk.Point) {
	for len(points) > 0 {
		at.Second = points[0].Second - points[0].Second%Stretch
		s := sample{visit: visit}
		for ; len(points) > 0 && points[0].Second-points[0].Second%Stretch == at.Second; points = points[1:] {
			s.sum, s.n = s.sum+points[0].Value, s.n+1
		}
		c.add(at, s)
	}
}

// add merges a sample with what the same visit said there before.
func (c *tally) add(at id, s sample) {
	list := c.said[at]
	if n := len(list); n > 0 && list[n-1].visit == s.visit {
		l := &list[n-1]
		l.sum, l.n = l.sum+s.sum, l.n+s.n
		return
	}
	c.said[at] = append(list, s)
}

// order puts the lists in order when visits came in another.
func (c *tally) order() {
	if !c.mixed {
		return
	}
	for _, list := range c.said {
		slices.SortFunc(list, func(a, b sample) int { return cmp.Compare(a.visit, b.visit) })
	}
}

func members(samples []sample, shape kiosk.Shape) []member {
	all := make([]member, 0, len(samples))
	for _, s := range samples {
		all = append(all, member{s.visit, s.mark(shape)})
	}
	return all
}

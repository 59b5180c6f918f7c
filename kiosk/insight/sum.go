package insight

import (
	"cmp"
	"encoding/binary"
	"hash/fnv"
	"math"
	"slices"

	"immersion/kiosk"
)

// sample is what one visit says to one id.
type sample struct {
	visit              int64
	count, part, whole int
	sum                float64 // of values
	values             int
}

func (s sample) value() float64 { return s.sum / float64(max(s.values, 1)) }

func (s sample) mark() uint32 {
	h := fnv.New32a()
	for _, n := range []uint64{uint64(s.count), uint64(s.part), uint64(s.whole), math.Float64bits(s.value())} {
		var b [8]byte
		binary.LittleEndian.PutUint64(b[:], n)
		_, _ = h.Write(b[:])
	}
	return h.Sum32() | 1
}

// Stretch is in what steps a curve is told, in seconds of media time. A visit
// says to a stretch the mean of what it says in its seconds.
const Stretch = 5

// gather sorts what visits say by id, each list by visit. Cells of figures or
// keys that are not shown, or in another shape, say nothing.
func gather(contributions []kiosk.Contribution, all []shown) map[id][]sample {
	known := map[id]kiosk.Figure{}
	open := map[id]kiosk.Figure{}
	for _, f := range all {
		if f.words {
			open[id{Figure: f.Name}] = f.Figure
		}
		for _, key := range f.keys {
			known[id{Station: f.station, Figure: f.Name, Key: key}] = f.Figure
		}
	}
	sorted := slices.SortedFunc(slices.Values(contributions), func(a, b kiosk.Contribution) int { return cmp.Compare(a.Visit, b.Visit) })
	said := map[id][]sample{}
	for _, c := range sorted {
		for _, cell := range c.Cells {
			at := id{Station: cell.Station, Figure: cell.Figure, Key: cell.Key}
			f, ok := known[at]
			if !ok {
				f, ok = open[at.family()]
			}
			if ok && f.Shape == cell.Shape {
				take(said, at, c.Visit, f, cell)
			}
		}
	}
	return said
}

func take(said map[id][]sample, at id, visit int64, f kiosk.Figure, c kiosk.Cell) {
	switch c.Shape {
	case kiosk.Count:
		add(said, at, sample{visit: visit, count: c.Count})
	case kiosk.Share:
		add(said, at, sample{visit: visit, part: c.Part, whole: c.Whole})
	case kiosk.Number:
		if !f.Log {
			add(said, at, sample{visit: visit, sum: c.Value, values: 1})
		} else if c.Value > 0 {
			add(said, at, sample{visit: visit, sum: math.Log(c.Value), values: 1})
		}
	case kiosk.Curve:
		for _, p := range c.Points {
			at.Second = p.Second - p.Second%Stretch
			add(said, at, sample{visit: visit, sum: p.Value, values: 1})
		}
	case kiosk.Flow:
		for _, e := range c.Edges {
			at.From, at.To = e.From, e.To
			add(said, at, sample{visit: visit, count: e.Count})
		}
	}
}

// add merges a sample with what the same visit said there before.
func add(said map[id][]sample, at id, s sample) {
	list := said[at]
	if n := len(list); n > 0 && list[n-1].visit == s.visit {
		l := &list[n-1]
		l.count, l.part, l.whole = l.count+s.count, l.part+s.part, l.whole+s.whole
		l.sum, l.values = l.sum+s.sum, l.values+s.values
		return
	}
	said[at] = append(list, s)
}

func members(samples []sample) []member {
	all := make([]member, 0, len(samples))
	for _, s := range samples {
		all = append(all, member{s.visit, s.mark()})
	}
	return all
}

// total sums samples to a published value, without its name.
func total(samples []sample, f kiosk.Figure) Cell {
	c := Cell{N: len(samples)}
	var sum float64
	for _, s := range samples {
		c.Count, c.Part, c.Whole = c.Count+s.count, c.Part+s.part, c.Whole+s.whole
		sum += s.value()
	}
	if c.N == 0 || f.Shape == kiosk.Count || f.Shape == kiosk.Share || f.Shape == kiosk.Flow {
		return c
	}
	c.Mean = sum / float64(c.N)
	var squares float64
	for _, s := range samples {
		squares += (s.value() - c.Mean) * (s.value() - c.Mean)
	}
	c.Spread = math.Sqrt(squares / float64(max(c.N-1, 1)))
	c.finish(f)
	return c
}

// finish makes of a mean and spread of logarithms what is shown, or adds the interval.
func (c *Cell) finish(f kiosk.Figure) {
	switch {
	case f.Log:
		c.Mean, c.Spread = math.Exp(c.Mean), math.Exp(c.Spread)
	case f.Shape == kiosk.Number && c.N > 1:
		low, high := interval(c.Mean, c.Spread, c.N)
		c.Low, c.High = &low, &high
	}
}

// pool adds up cells of disjoint visits to one, without its name: few if all
// of them are.
func pool(cells []Cell, f kiosk.Figure) Cell {
	sum := Cell{Few: true}
	var mean, squares float64 // Chan, Golub and LeVeque (1979): two samples' sums of squares to one
	for _, c := range cells {
		if c.Few {
			continue
		}
		sum.Few, sum.AsOf = false, max(sum.AsOf, c.AsOf)
		sum.Count, sum.Part, sum.Whole = sum.Count+c.Count, sum.Part+c.Part, sum.Whole+c.Whole
		if c.N == 0 {
			continue
		}
		m, s := c.Mean, c.Spread
		if f.Log {
			m, s = math.Log(m), math.Log(s)
		}
		n, both := float64(sum.N), float64(sum.N+c.N)
		squares += s*s*float64(c.N-1) + (m-mean)*(m-mean)*n*float64(c.N)/both
		mean += (m - mean) * float64(c.N) / both
		sum.N += c.N
	}
	if sum.N > 0 && (f.Shape == kiosk.Number || f.Shape == kiosk.Curve) {
		sum.Mean, sum.Spread = mean, math.Sqrt(squares/float64(max(sum.N-1, 1)))
		sum.finish(f)
	}
	return sum
}

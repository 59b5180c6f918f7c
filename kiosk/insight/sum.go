package insight

import (
	"math"

	"immersion/kiosk"
)

// value is a published value as a ledger keeps it: of the figure's shape, and
// without its name.
type value struct {
	n, asOf            int32
	count, part, whole int
	mean, spread       float64
	half               float64 // of the interval; 0 for none
}

func valueOf(c Cell) value {
	v := value{n: int32(c.N), asOf: int32(c.AsOf), count: c.Count, part: c.Part, whole: c.Whole, mean: c.Mean, spread: c.Spread}
	if c.High != nil {
		v.half = *c.High - c.Mean
	}
	return v
}

func (v value) cell(f kiosk.Figure) Cell {
	c := Cell{N: int(v.n), AsOf: int(v.asOf), Count: v.count, Part: v.part, Whole: v.whole, Mean: v.mean, Spread: v.spread}
	if f.Shape == kiosk.Number && !f.Log && c.N > 1 {
		low, high := v.mean-v.half, v.mean+v.half
		c.Low, c.High = &low, &high
	}
	return c
}

// total sums samples to a published value, without its name.
func total(samples []sample, f kiosk.Figure) Cell {
	c := Cell{N: len(samples)}
	counts := f.Shape == kiosk.Count || f.Shape == kiosk.Flow
	var sum float64
	for _, s := range samples {
		switch {
		case counts:
			c.Count += int(s.sum)
		case f.Shape == kiosk.Share:
			c.Part, c.Whole = c.Part+int(s.sum), c.Whole+int(s.n)
		default:
			sum += s.value()
		}
	}
	if c.N == 0 || counts || f.Shape == kiosk.Share {
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

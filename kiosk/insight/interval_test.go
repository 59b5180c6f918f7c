package insight

import (
	"math"
	"testing"

	"immersion/kiosk"
)

// The quantiles are those of the printed tables.
func TestQuantile(t *testing.T) {
	for freedom, want := range map[int]float64{1: 12.7062, 2: 4.3027, 4: 2.7764, 5: 2.5706, 9: 2.2622, 30: 2.0423, 120: 1.9799, 201: 1.9718, 1000: 1.9623} {
		if got := quantile(0.975, freedom); math.Abs(got-want) > 5e-5 {
			t.Errorf("t(0.975, %d) = %v, want %v", freedom, got, want)
		}
	}
}

// The pairs are those of Student's paper (1908): ten patients' additional sleep
// with one drug less that with another; the interval is 0.70 to 2.46.
func TestPairedInterval(t *testing.T) {
	var samples []sample
	for i, d := range []float64{1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4} {
		samples = append(samples, sample{visit: int64(i), sum: d, n: 1})
	}
	c := total(samples, kiosk.Figure{Shape: kiosk.Number})
	if math.Abs(*c.Low-0.7001) > 1e-3 || math.Abs(*c.High-2.4599) > 1e-3 {
		t.Errorf("interval %v to %v", *c.Low, *c.High)
	}
}

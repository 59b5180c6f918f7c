package insight

import (
	"cmp"
	"math"
	"slices"

	"immersion/kiosk"
)

// interval is the 95 % interval of a mean of n values with a standard
// deviation: mean ± t(0.975, n−1) · spread / √n. Of a difference of pairs, as
// the shift is, it is the paired interval.
func interval(mean, spread float64, n int) (low, high float64) {
	half := quantile(0.975, n-1) * spread / math.Sqrt(float64(n))
	return mean - half, mean + half
}

// quantile is where Student's t with whole degrees of freedom has p below it,
// 0.5 < p < 1, found by halving; with many degrees of freedom by the expansion of
// Abramowitz and Stegun, 26.7.5, which then has seven digits.
func quantile(p float64, freedom int) float64 {
	if freedom > 200 {
		z, v := math.Sqrt2*math.Erfinv(2*p-1), float64(freedom)
		z3, z5 := z*z*z, z*z*z*z*z
		return z + (z3+z)/(4*v) + (5*z5+16*z3+3*z)/(96*v*v)
	}
	low, high := 0.0, 1.0
	for below(high, freedom) < p {
		high *= 2
	}
	for range 60 {
		if mid := (low + high) / 2; below(mid, freedom) < p {
			low = mid
		} else {
			high = mid
		}
	}
	return (low + high) / 2
}

// below is Student's distribution function for t ≥ 0 and whole degrees of
// freedom, by the finite sums of Abramowitz and Stegun, 26.7.3 and 26.7.4.
func below(t float64, freedom int) float64 {
	theta := math.Atan(t / math.Sqrt(float64(freedom)))
	sin, cos := math.Sincos(theta)
	if freedom%2 == 1 {
		sum, term := 0.0, cos
		for i := 3; i <= freedom; i += 2 {
			sum += term
			term *= cos * cos * float64(i-1) / float64(i)
		}
		return 0.5 + (theta+sin*sum)/math.Pi
	}
	sum, term := 0.0, 1.0
	for i := 2; i <= freedom; i += 2 {
		sum += term
		term *= cos * cos * float64(i-1) / float64(i)
	}
	return 0.5 + sin*sum/2
}

// worst lists up to three stretches of a curve where people felt worst, the
// worst first, that are below neutral and not next to one another.
func worst(points []Point, caption func(ms int64) kiosk.Text) []Worst {
	sorted := slices.Clone(points)
	slices.SortStableFunc(sorted, func(a, b Point) int { return cmp.Compare(a.Mean, b.Mean) })
	var all []Worst
	for _, p := range sorted {
		near := slices.ContainsFunc(all, func(w Worst) bool { return max(w.Second-p.Second, p.Second-w.Second) <= 2*Stretch })
		if p.Mean >= 0 || len(all) == 3 {
			break
		}
		if !near {
			all = append(all, Worst{Point: p, Caption: caption(int64(p.Second) * 1000)})
		}
	}
	return all
}

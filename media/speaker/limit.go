package speaker

import "math"

// knee is where the limiter begins, −3 dB below full scale: one channel as
// loud as recordings are made passes untouched, and the sum of three bends
// instead of breaking.
const knee = 0.7

// limit keeps the sum of all channels below full scale. Up to the knee a sample
// passes as it is; beyond, it nears 1 as the hyperbolic tangent does, which
// goes on from the knee at the same slope, so that there is no corner to hear.
func limit(v float64) float64 {
	over := math.Abs(v) - knee
	if !(over > 0) {
		return v
	}
	return math.Copysign(knee+(1-knee)*math.Tanh(over/(1-knee)), v)
}

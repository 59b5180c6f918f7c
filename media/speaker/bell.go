package speaker

import (
	"math"
	"time"

	"github.com/gopxl/beep/v2"
)

// A soft bell of two tones, the lower struck while the upper still sounds.
var strikes = []struct {
	hertz float64
	after time.Duration
}{
	{659.26, 0},                      // E5
	{523.25, 550 * time.Millisecond}, // C5
}

// partials of one strike: multiples of its tone, the higher the softer and shorter.
var partials = []struct{ ratio, level, fade float64 }{
	{1, 1, 0.55},
	{2, 0.22, 0.30},
	{3.01, 0.07, 0.14},
}

const (
	bellLength = 2400 * time.Millisecond
	bellLevel  = 0.28 // of one strike at its peak; two never reach 1
	attack     = 0.006
	release    = 0.08
)

// bell makes the sound anew for each playing. It has an attack and a release of its own.
func bell(rate beep.SampleRate) beep.Streamer {
	at, end := 0, rate.N(bellLength)
	return beep.StreamerFunc(func(samples [][2]float64) (int, bool) {
		n := min(len(samples), end-at)
		for i := range n {
			v := bellAt(float64(at+i) / float64(rate))
			samples[i] = [2]float64{v, v}
		}
		at += n
		return n, n > 0
	})
}

func bellAt(t float64) float64 {
	var v float64
	for _, s := range strikes {
		since := t - s.after.Seconds()
		if since < 0 {
			continue
		}
		for _, p := range partials {
			v += bellLevel * p.level * math.Exp(-since/p.fade) * min(since/attack, 1) * math.Sin(2*math.Pi*s.hertz*p.ratio*since)
		}
	}
	return v * min((bellLength.Seconds()-t)/release, 1)
}

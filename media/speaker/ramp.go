package speaker

import "time"

// ramp is a gain that never jumps: it goes to where it is sent in a straight line.
type ramp struct{ now, to, step float64 }

func steady(gain float64) ramp { return ramp{now: gain, to: gain} }

func (r *ramp) lead(to float64, over time.Duration) {
	if to == r.to {
		return
	}
	r.to, r.step = to, (to-r.now)/float64(max(1, rate.N(over)))
}

// next is the gain of the next sample.
func (r *ramp) next() float64 {
	if r.now != r.to {
		r.now += r.step
		if (r.to-r.now)*r.step <= 0 {
			r.now = r.to
		}
	}
	return r.now
}

// silent tells that nothing passes, now and until it is sent elsewhere.
func (r *ramp) silent() bool { return r.now == 0 && r.to == 0 }

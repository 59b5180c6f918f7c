package speaker

import "github.com/gopxl/beep/v2"

// edges fades a sound in from its first sample and out to its last, however it
// was cut. It reads ahead by the length of a fade to know where the end is.
type edges struct {
	from  beep.Streamer
	in    ramp
	ahead [][2]float64 // read and not yet given
	at    int          // of ahead, given already
	ended bool
}

func newEdges(from beep.Streamer) *edges {
	e := &edges{from: from, in: steady(0)}
	e.in.lead(1, fade)
	return e
}

func (e *edges) Stream(samples [][2]float64) (int, bool) {
	hold := rate.N(fade)
	if !e.ended && len(e.ahead)-e.at < hold+len(samples) {
		e.read(hold + len(samples))
	}
	left := len(e.ahead) - e.at
	n := left
	if !e.ended {
		n -= hold
	}
	n = max(0, min(n, len(samples)))
	for i := range samples[:n] {
		gain := e.in.next()
		if rest := left - i; e.ended && rest <= hold {
			gain *= float64(rest-1) / float64(hold)
		}
		v := e.ahead[e.at+i]
		samples[i] = [2]float64{v[0] * gain, v[1] * gain}
	}
	e.at += n
	return n, n > 0
}

// read fills ahead up to want samples, or to the end.
func (e *edges) read(want int) {
	e.ahead, e.at = e.ahead[:copy(e.ahead, e.ahead[e.at:])], 0
	for len(e.ahead) < want && !e.ended {
		had := len(e.ahead)
		e.ahead = append(e.ahead, make([][2]float64, want-had)...)
		n, ok := e.from.Stream(e.ahead[had:])
		e.ahead, e.ended = e.ahead[:had+n], !ok || n == 0
	}
}

func (e *edges) Err() error { return e.from.Err() }

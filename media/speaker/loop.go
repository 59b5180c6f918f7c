package speaker

import (
	"errors"
	"math"
	"time"

	"github.com/gopxl/beep/v2"

	"immersion/kiosk"
)

const (
	overlap = 250 * time.Millisecond // of a loop's end and its begin, where they do not fit
	nearby  = 20 * time.Millisecond  // around a seam, to compare it with
	rougher = 1.5                    // than what is around it: then a seam is heard
)

// loop plays a recording over and over. Where its end goes on at its begin, the
// seam is exact to the sample; where it does not, one fades into the other with
// equal power, and the loop is as much shorter.
type loop struct {
	track   kiosk.Track
	now     *source
	next    chan pass
	ahead   [][2]float64 // read and not yet given
	at      int          // of ahead, given already
	overlap int          // samples; always ahead, but after the end
	closed  bool
	err     error
}

// pass is a recording opened once more, with what its begin sounds like.
type pass struct {
	source *source
	head   [][2]float64
	err    error
}

func newLoop(t kiosk.Track) (*loop, beep.Format, error) {
	s, err := open(t)
	if err != nil {
		return nil, beep.Format{}, err
	}
	l := &loop{track: t, now: s, next: make(chan pass, 1), overlap: s.format.SampleRate.N(overlap)}
	go l.prepare()
	return l, s.format, nil
}

// prepare opens the next pass while the present one plays: no disk and no
// decoder's tables are waited for at the seam.
func (l *loop) prepare() {
	s, err := open(l.track)
	if err != nil {
		l.next <- pass{err: err}
		return
	}
	head := make([][2]float64, 2*l.overlap)
	n := fill(s, head)
	if n == 0 {
		err = errors.Join(errors.New("there is no sound in it"), s.Err(), s.Close())
	}
	l.next <- pass{s, head[:n], err}
}

// Stream never ends, unless the recording can be read no more.
func (l *loop) Stream(samples [][2]float64) (int, bool) {
	given := 0
	for given < len(samples) && l.err == nil {
		if free := len(l.ahead) - l.at - l.overlap; free > 0 {
			n := copy(samples[given:], l.ahead[l.at:l.at+free])
			l.at += n
			given += n
			continue
		}
		l.ahead, l.at = l.ahead[:copy(l.ahead, l.ahead[l.at:])], 0
		had := len(l.ahead)
		want := l.overlap + 4096
		l.ahead = append(l.ahead, make([][2]float64, want-had)...)
		n := fill(l.now, l.ahead[had:])
		if l.ahead = l.ahead[:had+n]; n < want-had {
			l.again()
		}
	}
	return given, given > 0
}

// again goes from the end, the last of which is ahead, to the begin.
func (l *loop) again() {
	l.err = l.now.Err()
	p := <-l.next
	if l.err = errors.Join(l.err, p.err, l.now.Close()); l.err != nil {
		if p.source != nil {
			_ = p.source.Close()
		}
		return
	}
	l.now = p.source
	go l.prepare()
	l.ahead = seam(l.ahead, p.head, l.now.format.SampleRate.N(nearby))
}

// seam joins the end of a recording with its begin.
func seam(tail, head [][2]float64, near int) [][2]float64 {
	if fits(tail, head, near) {
		return append(tail, head...)
	}
	over := min(len(tail), len(head)/2)
	from := len(tail) - over
	for i := range over {
		in, out := math.Sincos(math.Pi / 2 * (float64(i) + 0.5) / float64(over))
		for side := range 2 {
			tail[from+i][side] = out*tail[from+i][side] + in*head[i][side]
		}
	}
	return append(tail, head[over:]...)
}

// fits tells whether nobody hears where the tail ends and the head begins: the
// step between them, and its change, are no larger than those of the sound on
// both sides.
func fits(tail, head [][2]float64, near int) bool {
	a, b := tail[max(0, len(tail)-near):], head[:min(len(head), near)]
	if len(a) < 4 || len(b) < 4 {
		return false
	}
	for side := range 2 {
		around, across := [2]float64{}, [2]float64{}
		for _, part := range [][][2]float64{a, b} {
			for i := 2; i < len(part); i++ {
				steps(&around, part[i-2][side], part[i-1][side], part[i][side])
			}
		}
		x, y, z, w := a[len(a)-2][side], a[len(a)-1][side], b[0][side], b[1][side]
		steps(&across, x, y, z)
		steps(&across, y, z, w)
		const inaudible = 1e-4 // −80 dB
		if across[0] > rougher*around[0]+inaudible || across[1] > rougher*around[1]+inaudible {
			return false
		}
	}
	return true
}

// steps keeps the largest step between samples, and the largest change of one.
func steps(most *[2]float64, x, y, z float64) {
	most[0] = max(most[0], math.Abs(y-x), math.Abs(z-y))
	most[1] = max(most[1], math.Abs(z-2*y+x))
}

// fill reads until samples are full or the stream ends, and tells how many there are.
func fill(s beep.Streamer, samples [][2]float64) int {
	n := 0
	for n < len(samples) {
		more, ok := s.Stream(samples[n:])
		n += more
		if !ok || more == 0 {
			break
		}
	}
	return n
}

func (l *loop) Err() error { return l.err }

// Close gives the files back.
func (l *loop) Close() error {
	if l.closed || l.err != nil {
		return nil
	}
	l.closed = true
	go func() {
		if p := <-l.next; p.source != nil {
			_ = p.source.Close()
		}
	}()
	return l.now.Close()
}

package speaker

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"testing"
	"time"

	"github.com/gopxl/beep/v2"

	"immersion/kiosk"
)

// tone is a track of a sine as 16-bit WAV.
func tone(id string, at beep.SampleRate, hertz, level float64, samples int) kiosk.Track {
	return track(id, at, samples, func(i int) float64 { return level * math.Sin(2*math.Pi*hertz*float64(i)/float64(at)) })
}

func track(id string, at beep.SampleRate, samples int, value func(i int) float64) kiosk.Track {
	doc := wav(at, samples, value)
	return kiosk.Track{ID: id, Open: func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(doc)), nil }}
}

func wav(at beep.SampleRate, samples int, value func(i int) float64) []byte {
	le := binary.LittleEndian
	b := append([]byte("RIFF"), le.AppendUint32(nil, uint32(36+2*samples))...)
	b = append(b, "WAVEfmt \x10\x00\x00\x00\x01\x00\x01\x00"...)
	b = le.AppendUint32(b, uint32(at))
	b = le.AppendUint32(b, uint32(2*at))
	b = append(b, "\x02\x00\x10\x00data"...)
	b = le.AppendUint32(b, uint32(2*samples))
	for i := range samples {
		b = le.AppendUint16(b, uint16(int16(math.Round(value(i)*32767))))
	}
	return b
}

// desk is a mixer whose samples a test pulls, with a clock that goes by them.
type desk struct {
	*mixer
	t     *testing.T
	given int
}

func newDesk(t *testing.T) *desk {
	d := &desk{t: t}
	begin := time.Unix(1_000_000, 0)
	d.mixer = newMixer(func() time.Time { return begin.Add(rate.D(d.given)) })
	d.failed = func(track string, err error) { t.Errorf("%s broke off: %v", track, err) }
	return d
}

// pull gives the left side of so much sound.
func (d *desk) pull(length time.Duration) []float64 {
	var left []float64
	for n := rate.N(length); n > 0; {
		out := d.mix(min(n, block), false)
		d.given += len(out)
		n -= len(out)
		for _, s := range out {
			left = append(left, s[0])
		}
	}
	return left
}

func (d *desk) loop(t kiosk.Track) {
	d.t.Helper()
	if _, another := d.tune(kiosk.Tuning{Ambience: &t}); !another {
		d.t.Fatal("it is no other ambience")
	}
	l, format, err := newLoop(t)
	if err != nil {
		d.t.Fatal(err)
	}
	d.begin(&voice{id: t.ID, from: atRate(l, format), close: l.Close})
}

func (d *desk) speakOf(t kiosk.Track) bool {
	d.t.Helper()
	v, err := once(t)
	if err != nil {
		d.t.Fatal(err)
	}
	return d.say(v)
}

func decibels(ratio float64) float64 { return 20 * math.Log10(max(ratio, 1e-12)) }

// sharpest is the largest change of step between samples: a click is one.
func sharpest(samples []float64) float64 {
	var most float64
	for i := 2; i < len(samples); i++ {
		most = max(most, math.Abs(samples[i]-2*samples[i-1]+samples[i-2]))
	}
	return most
}

func TestLimit(t *testing.T) {
	for _, v := range []float64{0, 0.1, -0.5, knee, -knee} {
		if got := limit(v); got != v {
			t.Errorf("%.2f passes as %.4f, want untouched", v, got)
		}
	}
	last, slope := limit(knee), 1.0
	for v := knee + 0.001; v < 4; v += 0.001 {
		got := limit(v)
		if got < last || got > 1 || limit(-v) != -got {
			t.Fatalf("%.3f becomes %.6f after %.6f", v, got, last)
		}
		if s := (got - last) / 0.001; s > slope+1e-6 || slope-s > 0.02 {
			t.Fatalf("a corner at %.3f: slope %.4f after %.4f", v, s, slope)
		} else {
			slope = s
		}
		last = got
	}
	if got := limit(math.Inf(1)); got != 1 {
		t.Errorf("no end becomes %v", got)
	}
}

// A loop that fits goes on as if there were no seam; one that does not fades
// over it.
func TestSeam(t *testing.T) {
	const hertz, level = 440.0, 0.5
	for _, test := range []struct {
		name    string
		at      beep.SampleRate
		samples int // of the loop
		fits    bool
	}{
		{"fits", 48000, 48000, true},
		{"fits at another rate", 44100, 44100, true},
		{"fits at a telephone's rate", 8000, 8000, true},
		{"is short and fits", 48000, 4800, true},
		{"does not fit", 48000, 48000 + 37, false},
		{"does not fit at another rate", 44100, 40013, false},
		{"is short and does not fit", 48000, 4837, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			d := newDesk(t)
			d.loop(tone("room", test.at, hertz, level, test.samples))
			d.pull(2 * time.Second) // past the swell
			heard := d.pull(4 * time.Second)
			if got, plain := sharpest(heard), level*math.Pow(2*math.Pi*hertz/float64(rate), 2); got > 1.1*plain+1e-3 {
				t.Errorf("it clicks: %.5f, a sine of its own has %.5f", got, plain)
			}
			rest := decibels(residual(heard, hertz) / (level / math.Sqrt2))
			t.Logf("beside the sine: %.1f dB", rest)
			if test.fits && rest > -60 {
				t.Errorf("beside the sine there are %.1f dB, want less than −60", rest)
			}
		})
	}
}

// residual is the rms of what is not the sine that fits samples best.
func residual(samples []float64, hertz float64) float64 {
	var re, im float64
	for i, v := range samples {
		sin, cos := math.Sincos(2 * math.Pi * hertz * float64(i) / float64(rate))
		re, im = re+v*cos, im+v*sin
	}
	re, im = 2*re/float64(len(samples)), 2*im/float64(len(samples))
	rest := make([]float64, len(samples))
	for i, v := range samples {
		sin, cos := math.Sincos(2 * math.Pi * hertz * float64(i) / float64(rate))
		rest[i] = v - re*cos - im*sin
	}
	return rms(rest)
}

// Silence at both ends, and noise, are joined as they are.
func TestSeamOfOtherSounds(t *testing.T) {
	noise := make([][2]float64, 4000)
	state := uint32(1)
	for i := range noise {
		state = state*1664525 + 1013904223
		v := float64(state)/(1<<32) - 0.5
		noise[i] = [2]float64{v, -v}
	}
	if joined := seam(slices.Clone(noise[:2000]), noise[2000:], 960); len(joined) != 4000 {
		t.Errorf("noise lost %d samples", 4000-len(joined))
	}
	still := make([][2]float64, 2000)
	if joined := seam(slices.Clone(still), still, 960); len(joined) != 4000 {
		t.Errorf("silence lost %d samples", 4000-len(joined))
	}
}

func TestEdges(t *testing.T) {
	d := newDesk(t)
	d.speakOf(track("cut", rate, 24000, func(int) float64 { return 0.6 })) // begins and ends amid
	heard := d.pull(time.Second)
	if got := sharpest(heard); got > 0.6/float64(rate.N(fade))*1.5 {
		t.Errorf("it clicks: %.5f", got)
	}
	loud := 0
	for _, v := range heard {
		if math.Abs(v) > 0.59 {
			loud++
		}
	}
	if want := 24000 - 2*rate.N(fade); loud < want || loud > want+40 {
		t.Errorf("%d samples are whole, want %d", loud, want)
	}
}

// Speech lowers the ambience by as much as WCAG asks for, and gives it back.
func TestDuck(t *testing.T) {
	d := newDesk(t)
	d.loop(tone("room", rate, 300, 0.2, 48000))
	d.pull(2 * time.Second)
	before := level(d.pull(500*time.Millisecond), 300)
	d.speakOf(tone("one", rate, 1000, 0.5, 72000))
	d.pull(duckDown + 10*time.Millisecond)
	during := d.pull(time.Second)
	lowered := decibels(level(during, 300) / before)
	t.Logf("ducked by %.2f dB; speech %.3f", lowered, level(during, 1000))
	if lowered > -19.5 || lowered < -20.5 || math.Abs(level(during, 1000)-0.5) > 0.01 {
		t.Errorf("ducked by %.1f dB under speech of %.3f", lowered, level(during, 1000))
	}
	d.pull(500*time.Millisecond + duckUp)
	if after := level(d.pull(500*time.Millisecond), 300); math.Abs(decibels(after/before)) > 0.1 {
		t.Errorf("comes back %.2f dB from where it was", decibels(after/before))
	}
	d.tune(kiosk.Tuning{Ambience: &kiosk.Track{ID: "room"}, Levels: map[kiosk.Channel]float64{kiosk.Speech: 0}})
	d.speakOf(tone("mute", rate, 1000, 0.5, 96000))
	d.pull(time.Second) // it was lowered for the moment that speech took to fade
	heard := d.pull(500 * time.Millisecond)
	if quiet := decibels(level(heard, 300) / before); quiet < -0.5 || level(heard, 1000) > 1e-3 {
		t.Errorf("speech that nobody hears lowers the ambience by %.1f dB, and is %.4f loud", quiet, level(heard, 1000))
	}
}

// One after another with a breath between them, and a call between
// announcements stops none of them.
func TestQueue(t *testing.T) {
	d := newDesk(t)
	for i, id := range []string{"first", "call", "last"} {
		d.speakOf(tone(id, rate, float64(500*(i+1)), 0.3, 24000))
	}
	var order []string
	var since []time.Time
	for range 300 {
		d.pull(10 * time.Millisecond)
		if s := d.spoken(); s.Track != "" && !slices.Contains(order, s.Track) {
			order, since = append(order, s.Track), append(since, s.Since)
			if len(s.Waits) != 3-len(order) {
				t.Errorf("during %s there wait %v", s.Track, s.Waits)
			}
		}
	}
	if !slices.Equal(order, []string{"first", "call", "last"}) {
		t.Fatalf("played %v", order)
	}
	for i := range 2 {
		if gap := since[i+1].Sub(since[i]); gap < 500*time.Millisecond+breath || gap > 550*time.Millisecond+breath {
			t.Errorf("%v after %v", gap, order[i])
		}
	}
	if d.wants() {
		t.Error("it wants to go on when all is said")
	}
	for i := range maxQueue {
		if !d.speakOf(tone(fmt.Sprint(i), rate, 500, 0.3, 2400)) {
			t.Fatalf("%d do not fit", i+1)
		}
	}
	if d.speakOf(tone("more", rate, 500, 0.3, 2400)) {
		t.Error("the queue has no end")
	}
	room := tone("room", rate, 300, 0.3, 48000)
	d.loop(room)
	d.pull(time.Second)
	wanted := kiosk.Tuning{Ambience: &room, Levels: map[kiosk.Channel]float64{kiosk.Ambience: 1}}
	d.tune(wanted)
	d.stop()
	if changed, _ := d.tune(wanted); changed { // as before: that brings nothing back
		t.Error("the same again is told as a change")
	}
	if s := d.spoken(); s.Track != "" || len(s.Waits) != 0 || d.wants() {
		t.Errorf("after the stop there is %+v", s)
	}
	d.tune(kiosk.Tuning{Ambience: &room, Levels: map[kiosk.Channel]float64{kiosk.Ambience: 0}})
	if d.tune(wanted); !d.wants() {
		t.Error("an organiser does not get the ambience back")
	}
}

// A pause holds everything where it is, without a click, and all goes on there.
func TestHold(t *testing.T) {
	d := newDesk(t)
	room := tone("room", rate, 300, 0.3, 48000)
	d.loop(room)
	d.pull(2 * time.Second)
	d.speakOf(tone("one", rate, 700, 0.3, 96000))
	heard := d.pull(time.Second)
	began := d.spoken().Since
	d.tune(kiosk.Tuning{Ambience: &room, Paused: true})
	heard = append(heard, d.pull(fade)...)
	if d.wants() {
		t.Fatal("it plays on while paused")
	}
	s := d.spoken()
	if !s.Held || s.At < time.Second || s.At > time.Second+2*fade {
		t.Errorf("held at %v: %+v", s.At, s)
	}
	d.given += rate.N(7 * time.Second) // nobody reads meanwhile
	d.tune(kiosk.Tuning{Ambience: &room})
	heard = append(heard, d.pull(500*time.Millisecond)...)
	if got := sharpest(heard); got > 0.01 {
		t.Errorf("it clicks: %.4f", got)
	}
	if s := d.spoken(); s.Held || s.Track != "one" || s.Since.Sub(began).Round(50*time.Millisecond) != 7*time.Second {
		t.Errorf("goes on as %+v, began %v", s, began)
	}
	d.pull(600 * time.Millisecond)
	if s := d.spoken(); s.Track != "" {
		t.Errorf("it lasts longer by the pause: %+v", s)
	}
}

// Without a card speech is over when it would have been, and the ambience stays
// where it is.
func TestDeafen(t *testing.T) {
	d := newDesk(t)
	d.loop(tone("room", rate, 300, 0.3, 48000))
	d.pull(time.Second)
	given := d.loops[0].given
	d.speakOf(tone("one", rate, 700, 0.3, 48000))
	d.deafen(500 * time.Millisecond)
	if s := d.spoken(); s.Track != "one" {
		t.Fatalf("amid it there is %+v", s)
	}
	d.deafen(600 * time.Millisecond)
	if s := d.spoken(); s.Track != "" || d.loops[0].given != given {
		t.Errorf("afterwards there is %+v; the ambience moved by %d", s, d.loops[0].given-given)
	}
}

// Three at their loudest stay below full scale.
func TestSumIsLimited(t *testing.T) {
	d := newDesk(t)
	d.loop(tone("room", rate, 300, 0.99, 48000))
	d.pull(2 * time.Second)
	for range 2 {
		v, err := once(tone("chime", rate, 300, 0.99, 48000))
		if err != nil {
			t.Fatal(err)
		}
		d.strike(v)
	}
	var peak float64
	for _, v := range d.pull(time.Second) {
		peak = max(peak, math.Abs(v))
	}
	if peak < 0.95 || peak > 1 {
		t.Errorf("the peak is %.4f", peak)
	}
}

// A recording that breaks off ends there, and is told.
func TestDamaged(t *testing.T) {
	d := newDesk(t)
	var told string
	d.failed = func(track string, err error) { told = track + ": " + err.Error() }
	v := &voice{id: "torn", from: torn{}, gain: steady(1)}
	d.say(v)
	d.pull(100 * time.Millisecond)
	if s := d.spoken(); s.Track != "" || told != "torn: it is torn" {
		t.Errorf("there is %+v; told %q", s, told)
	}
	if _, err := once(kiosk.Track{ID: "none", Open: func() (io.ReadCloser, error) {
		return io.NopCloser(bytes.NewReader([]byte("no sound at all"))), nil
	}}); err == nil {
		t.Error("what is no sound plays")
	}
}

type torn struct{}

func (torn) Stream([][2]float64) (int, bool) { return 0, false }
func (torn) Err() error                      { return errors.New("it is torn") }

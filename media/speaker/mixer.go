package speaker

import (
	"io"
	"sync"
	"time"

	"github.com/gopxl/beep/v2"

	"immersion/kiosk"
)

const (
	// fade takes a sound in and out: long enough that no click is heard, short
	// enough that no word is.
	fade = 20 * time.Millisecond
	// swell takes one ambience over into the next, and back from silence.
	swell = 1500 * time.Millisecond
	// ducked is the ambience's gain under speech, −20 dB: what WCAG 2.2 asks of a
	// background (success criterion 1.4.7), so that people who hear less well can
	// follow.
	ducked = 0.1
	// The ambience ducks quickly, for the first word, and comes back so slowly that
	// nobody notices.
	duckDown = 120 * time.Millisecond
	duckUp   = 900 * time.Millisecond
	// breath is the silence between two that wait for one another.
	breath = 600 * time.Millisecond
	// lead is what oto and the card hold: so much later is heard what is mixed now.
	lead = (supply + 2*period) * time.Second / time.Duration(rate)
)

// maxQueue is how many announcements and calls may wait.
const maxQueue = 20

// voice is one sound being played.
type voice struct {
	id    string
	from  beep.Streamer
	close func() error
	gain  ramp
	given int // samples
}

// addTo mixes the voice in; false when it is over.
func (v *voice) addTo(sum, scratch [][2]float64) bool {
	n := fill(v.from, scratch[:len(sum)])
	for i, s := range scratch[:n] {
		gain := v.gain.next()
		sum[i][0] += gain * s[0]
		sum[i][1] += gain * s[1]
	}
	v.given += n
	return n == len(sum) && !v.gain.silent()
}

func (v *voice) end() {
	if v.close != nil {
		_ = v.close()
	}
}

// mixer is the sum of all that sounds. It knows no sound card: whoever reads it
// is one.
type mixer struct {
	now     func() time.Time
	failed  func(track string, err error) // a recording broke off
	changed chan struct{}                 // speech began, ended, waits or is held

	mu                   sync.Mutex
	ambience             string // id of what is wanted
	chime                *kiosk.Track
	loops                []*voice // the last is wanted, the others fade out
	chimes               []*voice
	speech               *voice
	queue                []*voice
	rest                 int // samples of silence before the next of the queue
	began                time.Time
	change               int
	levels               map[kiosk.Channel]*ramp
	tuned                map[kiosk.Channel]float64 // levels as wanted last
	duck, all            ramp
	feeds                int // made so far; only the last is given anything
	sum, channel, single [block][2]float64
}

const block = 512 // samples mixed at once

func newMixer(now func() time.Time) *mixer {
	m := &mixer{now: now, changed: make(chan struct{}, 1), levels: map[kiosk.Channel]*ramp{}, tuned: map[kiosk.Channel]float64{}, duck: steady(1), all: steady(1)}
	for _, c := range kiosk.Channels {
		level := steady(1)
		m.levels[c], m.tuned[c] = &level, 1
	}
	return m
}

// sounds tells whether there is something to hear.
func (m *mixer) sounds() bool {
	return !m.all.silent() && (m.passing() || len(m.loops) > 0 && !m.levels[kiosk.Ambience].silent())
}

// wants tells whether a card is needed.
func (m *mixer) wants() bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.sounds()
}

// passing tells of sounds that have an end.
func (m *mixer) passing() bool {
	return len(m.chimes) > 0 || m.speech != nil || len(m.queue) > 0
}

func (m *mixer) told() {
	m.change++
	select {
	case m.changed <- struct{}{}:
	default:
	}
}

// mix gives the next n samples, a block at most. Nobody hears them with deaf:
// then only what has an end goes on, so that it ends in time.
func (m *mixer) mix(n int, deaf bool) [][2]float64 {
	out := m.sum[:n]
	clear(out)
	m.speak(n)
	m.lower()
	if !deaf && !m.levels[kiosk.Ambience].silent() {
		m.play(n, kiosk.Ambience, &m.loops, &m.duck)
	}
	plain := steady(1)
	m.play(n, kiosk.Chime, &m.chimes, &plain)
	if m.speech != nil {
		one := []*voice{m.speech}
		if m.play(n, kiosk.Speech, &one, &plain); len(one) == 0 {
			m.speech, m.rest = nil, rate.N(breath)
			m.told()
		}
	}
	for i := range out {
		gain := m.all.next()
		out[i][0], out[i][1] = limit(out[i][0]*gain), limit(out[i][1]*gain)
	}
	return out
}

// lower sends the ambience down while somebody speaks, or will after a breath.
func (m *mixer) lower() {
	if (m.speech != nil || len(m.queue) > 0) && !m.levels[kiosk.Speech].silent() {
		m.duck.lead(ducked, duckDown)
	} else {
		m.duck.lead(1, duckUp)
	}
}

// play adds n samples of a channel's voices to the sum and forgets those that are over.
func (m *mixer) play(n int, c kiosk.Channel, voices *[]*voice, duck *ramp) {
	sum := m.channel[:n]
	clear(sum)
	on := (*voices)[:0]
	for _, v := range *voices {
		if v.addTo(sum, m.single[:]) {
			on = append(on, v)
			continue
		}
		if err := v.from.Err(); err != nil {
			m.failed(v.id, err)
		}
		v.end()
	}
	clear((*voices)[len(on):])
	*voices = on
	level := m.levels[c]
	for i := range sum {
		gain := level.next() * duck.next()
		m.sum[i][0] += gain * sum[i][0]
		m.sum[i][1] += gain * sum[i][1]
	}
}

// speak begins what waits once nothing is spoken, after a breath.
func (m *mixer) speak(n int) {
	if m.speech != nil {
		return
	}
	if m.rest = max(0, m.rest-n); m.rest > 0 || len(m.queue) == 0 {
		return
	}
	m.speech, m.queue = m.queue[0], m.queue[1:]
	m.began = m.now().Add(lead)
	m.told()
}

// say puts a voice at the end of the queue; false when that is full.
func (m *mixer) say(v *voice) bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	if len(m.queue) >= maxQueue {
		return false
	}
	if !m.sounds() { // it has been silent for long enough
		m.rest = 0
	}
	m.queue = append(m.queue, v)
	m.told()
	return true
}

// chimeTrack is what to strike; nil for the bell.
func (m *mixer) chimeTrack() *kiosk.Track {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.chime
}

// maxChimes is how many are heard at once; more would be noise.
const maxChimes = 4

func (m *mixer) strike(v *voice) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.held() || len(m.chimes) >= maxChimes {
		v.end()
		return
	}
	m.chimes = append(m.chimes, v)
}

// tune brings levels and pause to what is wanted, and tells whether that is other
// than before, and whether another ambience is wanted: the present one swells
// away then, and begin brings the new one.
func (m *mixer) tune(t kiosk.Tuning) (changed, another bool) {
	want := ""
	if t.Ambience != nil {
		want = t.Ambience.ID
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	for c, level := range t.Levels {
		if m.tuned[c] != level { // or what was stopped would come back
			m.levels[c].lead(level, fade)
			m.tuned[c], changed = level, true
		}
	}
	m.chime = t.Chime
	changed = m.hold(t.Paused) || changed
	if want == m.ambience {
		return changed, false
	}
	m.ambience = want
	for _, v := range m.loops {
		v.gain.lead(0, swell)
	}
	if m.levels[kiosk.Ambience].silent() || m.all.silent() { // nobody hears it go
		m.drop(&m.loops)
	}
	return true, t.Ambience != nil
}

// begin swells a loop in.
func (m *mixer) begin(v *voice) {
	m.mu.Lock()
	defer m.mu.Unlock()
	v.gain = steady(0)
	v.gain.lead(1, swell)
	m.loops = append(m.loops, v)
}

// hold pauses everything where it is, or lets it go on; false when it is so.
func (m *mixer) hold(paused bool) bool {
	was, at := m.held(), m.at()
	if paused == was {
		return false
	}
	if paused {
		m.all.lead(0, fade)
	} else {
		m.all.lead(1, fade)
	}
	m.began = m.now().Add(lead - at)
	m.told()
	return true
}

func (m *mixer) held() bool { return m.all.to == 0 }

// at is how far speech has come, in its own time.
func (m *mixer) at() time.Duration {
	if m.speech == nil {
		return 0
	}
	return rate.D(m.speech.given)
}

// spoken tells what is played aloud.
func (m *mixer) spoken() kiosk.Spoken {
	m.mu.Lock()
	defer m.mu.Unlock()
	s := kiosk.Spoken{Held: m.held(), Change: m.change}
	if m.speech != nil {
		s.Track, s.Since = m.speech.id, m.began
		if s.Held {
			s.At = m.at()
		}
	}
	for _, v := range m.queue {
		s.Waits = append(s.Waits, v.id)
	}
	return s
}

// stop ends everything that has an end and silences the ambience, until it is
// tuned again. It does not fade: what is mixed already is the feed's.
func (m *mixer) stop() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.drop(&m.chimes)
	m.drop(&m.queue)
	if m.speech != nil {
		m.speech.end()
		m.speech = nil
	}
	*m.levels[kiosk.Ambience] = steady(0)
	m.rest, m.duck = 0, steady(1)
	m.feeds++
	m.told()
}

func (m *mixer) drop(voices *[]*voice) {
	for _, v := range *voices {
		v.end()
	}
	*voices = nil
}

// deafen lets time pass without anybody to hear it.
func (m *mixer) deafen(d time.Duration) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for n := rate.N(d); n > 0 && m.passing() && !m.all.silent(); n -= block {
		m.mix(block, true)
	}
}

// feed is the mixer as bytes for a sound card. It ends when nothing sounds, or
// everything was stopped; the next one goes on.
type feed struct {
	m  *mixer
	no int
}

// feed makes one; nil when nothing sounds.
func (m *mixer) feed() *feed {
	m.mu.Lock()
	defer m.mu.Unlock()
	if !m.sounds() {
		return nil
	}
	m.feeds++
	return &feed{m, m.feeds}
}

func (f *feed) Read(b []byte) (int, error) {
	m := f.m
	m.mu.Lock()
	defer m.mu.Unlock()
	if f.no != m.feeds {
		return 0, io.EOF
	}
	if !m.sounds() {
		m.feeds++
		return 0, io.EOF
	}
	return encode(b, m.mix(min(block, len(b)/frame), false)), nil
}

// over tells that the feed gives nothing any more.
func (f *feed) over() bool {
	f.m.mu.Lock()
	defer f.m.mu.Unlock()
	return f.no != f.m.feeds
}

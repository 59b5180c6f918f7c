//go:build linux

package speaker

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"immersion/kiosk"
)

// A test's process runs itself again as a child, because ALSA reads its
// configuration once a process.
const (
	childEnv  = "SPEAKER_TEST_CHILD"
	deviceEnv = "SPEAKER_TEST_DEVICE"
)

func TestMain(m *testing.M) {
	if what := os.Getenv(childEnv); what != "" {
		child(what)
		return
	}
	os.Exit(m.Run())
}

// child plays a script: words of what to do, some with a value behind a colon.
func child(script string) {
	s := Open(Options{Device: os.Getenv(deviceEnv), Config: os.Getenv("ALSA_CONFIG_PATH") + ".made", Log: slog.New(slog.NewTextHandler(io.Discard, nil))})
	tuning := kiosk.Tuning{Levels: map[kiosk.Channel]float64{kiosk.Ambience: 1, kiosk.Chime: 1, kiosk.Speech: 1}}
	for _, word := range strings.Fields(script) {
		do, value, _ := strings.Cut(word, ":")
		var err error
		switch do {
		case "look":
			err = s.Look()
		case "chime":
			s.Chime()
		case "say":
			err = s.Say(fileTrack(value))
		case "loop":
			t := fileTrack(value)
			tuning.Ambience = &t
			err = s.Tune(tuning)
		case "soft":
			tuning.Levels[kiosk.Channel(value)] = 0.25
			err = s.Tune(tuning)
		case "stop":
			fmt.Println("stop:", time.Now().UnixNano())
			s.Stop()
		case "wait":
			d, _ := time.ParseDuration(value)
			time.Sleep(d)
		case "mixed":
			d, _ := time.ParseDuration(value)
			for s.mixed() < rate.N(d) {
				time.Sleep(time.Millisecond)
			}
		case "more":
			d, _ := time.ParseDuration(value)
			for until := s.mixed() + rate.N(d); s.mixed() < until; {
				time.Sleep(time.Millisecond)
			}
		case "rest":
			for s.plays() {
				time.Sleep(20 * time.Millisecond)
			}
		case "gone":
			for !strings.HasPrefix(s.Status(), "no sound card: ") {
				time.Sleep(time.Millisecond)
			}
		case "said":
			for spoken, _ := s.Spoken(); spoken.Track != "" || len(spoken.Waits) > 0; spoken, _ = s.Spoken() {
				time.Sleep(time.Millisecond)
			}
		case "vanish":
			err = vanish(value)
		case "back":
			err = errors.Join(os.Remove(value), os.Rename(value+".gone", value))
		}
		if err != nil {
			fmt.Println(do+":", kiosk.CodeOf(err), err)
		}
	}
	fmt.Println("status:", s.Status())
}

func fileTrack(path string) kiosk.Track {
	return kiosk.Track{ID: filepath.Base(path), Open: func() (io.ReadCloser, error) { return os.Open(path) }}
}

// plays tells whether something sounds or waits to.
func (s *Speaker) plays() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.player != nil || s.mixer.wants()
}

// mixed is how many samples of the ambience were mixed.
func (s *Speaker) mixed() int {
	s.mixer.mu.Lock()
	defer s.mixer.mu.Unlock()
	if len(s.mixer.loops) == 0 {
		return 0
	}
	return s.mixer.loops[0].given
}

// vanish takes the device away: what ALSA writes to from now fails, and it
// cannot be opened again.
func vanish(fifo string) error {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	defer full.Close()
	if err := errors.Join(os.Rename(fifo, fifo+".gone"), os.Mkdir(fifo, 0o700)); err != nil {
		return err
	}
	fds, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		return err
	}
	for _, fd := range fds {
		if to, _ := os.Readlink("/proc/self/fd/" + fd.Name()); to == fifo+".gone" {
			n, _ := strconv.Atoi(fd.Name())
			return syscall.Dup3(int(full.Fd()), n, 0)
		}
	}
	return errors.New("ALSA has not opened the device")
}

func runChild(t *testing.T, what, config string) string {
	t.Helper()
	return runChildOn(t, "", what, config)
}

func runChildOn(t *testing.T, device, what, config string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "asound.conf")
	if err := os.WriteFile(path, []byte(config), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, os.Args[0])
	cmd.Env = append(os.Environ(), childEnv+"="+what, deviceEnv+"="+device, "ALSA_CONFIG_PATH="+path)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("child: %v\n%s", err, out)
	}
	return string(out)
}

// heard drains a FIFO as fast as a sound card would and keeps what was played.
type heard struct {
	fifo string
	done chan []float64
	stop chan struct{}
	when []time.Time // of each tick's samples, once done
	upTo []int
}

func listen(t *testing.T) *heard {
	t.Helper()
	h := &heard{fifo: filepath.Join(t.TempDir(), "pcm"), done: make(chan []float64, 1), stop: make(chan struct{})}
	if err := syscall.Mkfifo(h.fifo, 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := os.OpenFile(h.fifo, os.O_RDWR|syscall.O_NONBLOCK, 0)
	if err != nil {
		t.Fatal(err)
	}
	_, _, errno := syscall.Syscall(syscall.SYS_FCNTL, f.Fd(), setPipeSize, 4096) // about what a card holds
	if errno != 0 {
		t.Fatal(errno)
	}
	if err := syscall.SetNonblock(int(f.Fd()), true); err != nil {
		t.Fatal(err)
	}
	go h.drain(f)
	return h
}

const setPipeSize = 1031 // F_SETPIPE_SZ of fcntl(2)

func (h *heard) drain(f *os.File) {
	defer f.Close()
	const tick = 5 * time.Millisecond
	var left []float64
	last := time.Now() // that something was played
	rests := true
	buf := make([]byte, 4*rate.N(tick)) // 16 bits, two channels
	for ticks := time.NewTicker(tick); ; {
		select {
		case <-h.stop:
			h.done <- left
			return
		case <-ticks.C:
		}
		n := 0
		for n < len(buf) {
			more, err := syscall.Read(int(f.Fd()), buf[n:])
			if more <= 0 || err != nil {
				break
			}
			n += more
		}
		for i := 0; i+4 <= n; i += 4 {
			left = append(left, float64(int16(binary.LittleEndian.Uint16(buf[i:])))/32768)
		}
		if n > 0 {
			last, rests = time.Now(), false
		} else if !rests && time.Since(last) > 200*time.Millisecond { // the card rests: so long a silence cuts two sounds apart
			left, rests = append(left, make([]float64, rate.N(time.Second))...), true
		}
		h.when, h.upTo = append(h.when, time.Now()), append(h.upTo, len(left))
	}
}

// all ends the listening.
func (h *heard) all() []float64 {
	close(h.stop)
	return <-h.done
}

// at is the first sample that was not heard yet at a time.
func (h *heard) at(when time.Time) int {
	i := sort.Search(len(h.when), func(i int) bool { return h.when[i].After(when) })
	if i == 0 {
		return 0
	}
	return h.upTo[i-1]
}

func (h *heard) config() string {
	return fmt.Sprintf(`</usr/share/alsa/alsa.conf>
pcm.!default {
	type plug
	slave { pcm "room" rate %d channels 2 format S16_LE }
}
pcm.room { type file format "raw" file %q slave { pcm "null" } }
`, rate, h.fifo)
}

// sounds cuts what was heard into pieces between silences of half a second.
func sounds(samples []float64) [][]float64 {
	var all [][]float64
	start, last := -1, 0
	for i, v := range samples {
		if math.Abs(v) > 0.0005 {
			if start < 0 {
				start = i
			}
			last = i
		} else if start >= 0 && i-last > rate.N(time.Second/2) {
			all, start = append(all, samples[start:last+1]), -1
		}
	}
	if start >= 0 {
		all = append(all, samples[start:last+1])
	}
	return all
}

// level is how much of a tone is in the samples: its amplitude (Goertzel).
func level(samples []float64, hertz float64) float64 {
	var re, im float64
	for i, v := range samples {
		angle := 2 * math.Pi * hertz * float64(i) / float64(rate)
		re, im = re+v*math.Cos(angle), im+v*math.Sin(angle)
	}
	return 2 * math.Hypot(re, im) / float64(len(samples))
}

func rms(samples []float64) float64 {
	var sum float64
	for _, v := range samples {
		sum += v * v
	}
	return math.Sqrt(sum / float64(len(samples)))
}

// faultless listens, up to five times: a machine too busy to play without gaps
// spoils some of them, and a fault of ours shows in each.
func faultless(t *testing.T, listens func(fault func(format string, values ...any))) {
	t.Helper()
	t.Parallel()
	var faults []string
	for range 5 {
		faults = nil
		listens(func(format string, values ...any) { faults = append(faults, fmt.Sprintf(format, values...)) })
		if len(faults) == 0 {
			return
		}
		t.Logf("once more, because %q", faults)
	}
	t.Error(strings.Join(faults, "\n"))
}

// TestBellIsHeard measures what ALSA really put out.
func TestBellIsHeard(t *testing.T) {
	faultless(t, func(fault func(string, ...any)) { bellFaults(t, fault) })
}

func bellFaults(t *testing.T, fault func(string, ...any)) {
	h := listen(t)
	out := runChild(t, "look chime rest wait:800ms chime rest wait:800ms chime rest", h.config())
	samples := h.all()
	if !strings.Contains(out, "status: sound card ready") || strings.Contains(out, "unavailable") {
		t.Errorf("child says: %s", out)
	}
	played := sounds(samples)
	if len(played) != 3 {
		fault("heard %d sounds, want 3, in %d samples", len(played), len(samples))
		return
	}
	for i, s := range played {
		length := rate.D(len(s))
		if length < 1800*time.Millisecond || length > bellLength+50*time.Millisecond {
			fault("sound %d lasts %v, want about %v", i, length, bellLength)
			continue
		}
		first, second := s[:rate.N(400*time.Millisecond)], s[rate.N(900*time.Millisecond):rate.N(1300*time.Millisecond)]
		t.Logf("sound %d: %v, rms %.4f; E5 %.3f then %.3f, C5 %.3f then %.3f", i, length, rms(s),
			level(first, 659.26), level(second, 659.26), level(first, 523.25), level(second, 523.25))
		if r := rms(s); r < 0.03 || r > 0.2 {
			fault("sound %d has an rms of %.4f, want soft but there", i, r)
		}
		if level(first, 659.26) < 5*level(first, 523.25) || level(second, 523.25) < 1.5*level(second, 659.26) {
			fault("sound %d is not E5 and then C5", i)
		}
	}
}

// A device that is named plays though the system's default is another.
func TestNamedDeviceIsHeard(t *testing.T) {
	faultless(t, func(fault func(string, ...any)) {
		h := listen(t)
		config := strings.Replace(h.config(), "pcm.!default {", "pcm.!default { type hw card 7 }\npcm.parlour {", 1)
		out := runChildOn(t, "parlour", "chime rest", config)
		if played := sounds(h.all()); len(played) != 1 || !strings.Contains(out, "status: sound device parlour ready") {
			fault("heard %d sounds; child says: %s", len(played), out)
		}
	})
}

// A device that is named and not there is missing, whatever else there is.
func TestNamedDeviceMissing(t *testing.T) {
	t.Parallel()
	h := listen(t)
	out := runChildOn(t, "hw:CARD=Nowhere", "look chime wait:1s", h.config())
	if played := sounds(h.all()); len(played) != 0 || !strings.Contains(out, `look: unavailable unavailable: no sound device "hw:CARD=Nowhere": No such`) {
		t.Errorf("heard %d sounds; child says: %s", len(played), out)
	}
}

func TestNoSoundCard(t *testing.T) {
	t.Parallel()
	out := runChild(t, "look chime wait:1s look", "pcm.!default { type hw card 7 }\n")
	if strings.Count(out, "look: unavailable") != 2 || !strings.Contains(out, "status: no sound card: ") {
		t.Errorf("child says: %s", out)
	}
	if strings.Contains(out, "ALSA lib") || strings.Count(out, "\n") != 3 {
		t.Errorf("the terminal is written full: %s", out)
	}
}

// played writes a sine as a file for the child to play.
func played(t *testing.T, hertz, level float64, length time.Duration) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), fmt.Sprintf("%.0f.wav", hertz))
	doc := wav(rate, rate.N(length), func(i int) float64 { return level * math.Sin(2*math.Pi*hertz*float64(i)/float64(rate)) })
	if err := os.WriteFile(path, doc, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// Each cue as it came out of the card: tone, level and length, the ambience's
// seam and how deep it ducks, how soon all is still after a stop, and that
// nothing clicks.
func TestMixIsHeard(t *testing.T) {
	faultless(t, func(fault func(string, ...any)) { mixFaults(t, fault) })
}

func mixFaults(t *testing.T, fault func(string, ...any)) {
	h := listen(t)
	room := played(t, 300, 0.2, time.Second)
	one, two := played(t, 1000, 0.4, 1200*time.Millisecond), played(t, 1700, 0.3, 800*time.Millisecond)
	out := runChild(t, "loop:"+room+" mixed:4s say:"+one+" say:"+two+" mixed:8s soft:ambience mixed:8500ms say:"+one+" mixed:9200ms stop rest wait:300ms", h.config())
	raw := h.all()
	samples := raw
	for len(samples) > 0 && samples[0] == 0 {
		samples = samples[1:]
	}
	if strings.Contains(out, "unavailable") || len(samples) < rate.N(8*time.Second) {
		fault("heard %v; child says: %s", rate.D(len(samples)), out)
		return
	}

	still := samples[rate.N(1600*time.Millisecond):rate.N(3600*time.Millisecond)] // the swell is over, two seams
	if got := level(still, 300); math.Abs(got-0.2) > 0.002 {
		fault("the ambience is %.4f loud, want 0.2", got)
	}
	rest := decibels(residual(still, 300) * math.Sqrt2 / 0.2)
	t.Logf("beside the ambience's tone, seams and all: %.1f dB", rest)
	if rest > -60 {
		fault("the seam is heard: %.1f dB, want less than −60", rest)
	}

	for _, cue := range []struct {
		hertz, level float64
		length       time.Duration
	}{{1000, 0.4, 1200 * time.Millisecond}, {1700, 0.3, 800 * time.Millisecond}} {
		first, last := span(samples[:rate.N(8*time.Second)], cue.hertz)
		if last-first < rate.N(400*time.Millisecond) {
			fault("%.0f Hz lasts %v", cue.hertz, rate.D(last-first))
			continue
		}
		middle := samples[first+rate.N(200*time.Millisecond) : last-rate.N(100*time.Millisecond)]
		ducks := decibels(level(middle, 300) / 0.2)
		t.Logf("%.0f Hz: %v long, %.3f loud, the ambience ducks by %.1f dB", cue.hertz, rate.D(last-first), level(middle, cue.hertz), ducks)
		if length := rate.D(last - first); length < cue.length-2*fade || length > cue.length+fade {
			fault("%.0f Hz lasts %v, want %v", cue.hertz, length, cue.length)
		}
		if got := level(middle, cue.hertz); math.Abs(got-cue.level) > 0.01 {
			fault("%.0f Hz is %.3f loud, want %.3f", cue.hertz, got, cue.level)
		}
		if ducks > -19 || ducks < -21 {
			fault("under %.0f Hz the ambience ducks by %.1f dB, want 20", cue.hertz, ducks)
		}
	}
	if got := sharpest(samples); got > 1.2*0.3*math.Pow(2*math.Pi*1700/float64(rate), 2) {
		fault("something clicks: %.4f", got)
	}

	_, told, _ := strings.Cut(out, "stop: ")
	var asked int64
	if _, err := fmt.Sscan(told, &asked); err != nil {
		t.Fatal(err)
	}
	stop := h.at(time.Unix(0, asked))
	if before := raw[stop-rate.N(200*time.Millisecond) : stop-rate.N(100*time.Millisecond)]; level(before, 300) > 0.02 {
		fault("turned down and under speech, the ambience is %.3f loud, want %.3f", level(before, 300), 0.2*0.25*ducked)
	}
	last := stop
	for i := stop; i < len(raw); i++ {
		if math.Abs(raw[i]) > 0.0005 {
			last = i
		}
	}
	t.Logf("still %v after the stop", rate.D(last-stop))
	if still := rate.D(last - stop); still == 0 || still > 100*time.Millisecond+look { // how exact the listener is
		fault("still %v after the stop, want 100 ms", still)
	}
}

// span finds where a tone begins and ends, by 10 ms.
func span(samples []float64, hertz float64) (first, last int) {
	step := rate.N(10 * time.Millisecond)
	first = -1
	for i := 0; i+step <= len(samples); i += step {
		if level(samples[i:i+step], hertz) > 0.1 {
			if first < 0 {
				first = i
			}
			last = i + step
		}
	}
	return max(0, first), last
}

// A card that vanishes amid the ambience: it goes on once the card is back, an
// announcement of the meantime is over, and no other device plays any of it.
func TestCardComesBack(t *testing.T) {
	faultless(t, func(fault func(string, ...any)) { comingBackFaults(t, fault) })
}

func comingBackFaults(t *testing.T, fault func(string, ...any)) {
	named, other := listen(t), listen(t)
	room, one := played(t, 300, 0.2, time.Second), played(t, 1000, 0.4, 500*time.Millisecond)
	config := strings.Replace(named.config(), "pcm.!default {", "pcm.parlour {", 1) +
		fmt.Sprintf("pcm.!default { type plug slave { pcm \"hall\" rate %d channels 2 format S16_LE } }\n", rate) +
		fmt.Sprintf("pcm.hall { type file format \"raw\" file %q slave { pcm \"null\" } }\n", other.fifo)
	out := runChildOn(t, "parlour", "loop:"+room+" mixed:2500ms vanish:"+named.fifo+" gone say:"+one+" said gone back:"+named.fifo+" more:2500ms", config)
	if out != "status: sound device parlour ready\n" {
		fault("child says: %s", out)
	}
	samples := named.all()
	parts := sounds(samples)
	if len(parts) != 2 {
		fault("heard %d sounds, want one before and one after", len(parts))
		return
	}
	again := parts[1]
	if len(again) < rate.N(time.Second) || math.Abs(level(again[rate.N(time.Second/2):], 300)-0.2) > 0.01 {
		fault("it comes back for %v, %.3f loud", rate.D(len(again)), level(again, 300))
	}
	if got := level(again, 1000); got > 0.001 {
		fault("what was said meanwhile is played late, %.4f loud", got)
	}
	if heard := sounds(other.all()); len(heard) != 0 {
		fault("the other device played %d sounds", len(heard))
	}
}

func TestBell(t *testing.T) {
	all := make([][2]float64, rate.N(bellLength)+1)
	if n := fill(bell(rate), all); n != rate.N(bellLength) {
		t.Fatalf("%d samples", n)
	}
	var peak, step, last float64
	for _, s := range all {
		v := s[0]
		peak, step, last = max(peak, math.Abs(v)), max(step, math.Abs(v-last)), v
	}
	if peak < 0.2 || peak > 0.9 {
		t.Errorf("peak %.2f", peak)
	}
	if step > 0.1 || math.Abs(last) > 0.001 {
		t.Errorf("it clicks: a step of %.3f, and an end at %.4f", step, last)
	}
}

func TestEncodeKeepsWithinBounds(t *testing.T) {
	b := make([]byte, 2*frame)
	if n := encode(b, [][2]float64{{3, -3}, {0.5, math.Inf(-1)}}); n != len(b) {
		t.Fatalf("%d bytes", n)
	}
	for i, want := range []float32{1, -1, 0.5, -1} {
		if got := math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:])); got != want {
			t.Errorf("value %d is %v, want %v", i, got, want)
		}
	}
}

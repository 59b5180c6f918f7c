//go:build linux

package speaker

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/gopxl/beep/v2"

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

func child(what string) {
	s := Open(Options{Device: os.Getenv(deviceEnv), Config: os.Getenv("ALSA_CONFIG_PATH") + ".made", Log: slog.New(slog.NewTextHandler(io.Discard, nil))})
	for _, w := range strings.Fields(what) {
		if w == "chime" {
			s.Chime()
			time.Sleep(300 * time.Millisecond)
		} else if err := s.Test(); err != nil {
			fmt.Println("test:", kiosk.CodeOf(err), err)
			continue
		}
		for busy := true; busy; time.Sleep(50 * time.Millisecond) {
			s.mu.Lock()
			busy = s.playing > 0
			s.mu.Unlock()
		}
		time.Sleep(700 * time.Millisecond)
	}
	fmt.Println("status:", s.Status())
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
	cmd := exec.Command(os.Args[0])
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
	go h.drain(f)
	return h
}

func (h *heard) drain(f *os.File) {
	defer f.Close()
	const tick = 10 * time.Millisecond
	var left []float64
	buf := make([]byte, 4*rate.N(tick)) // 16 bits, two channels
	for ticks := time.NewTicker(tick); ; {
		select {
		case <-h.stop:
			h.done <- left
			return
		case <-ticks.C:
		}
		_ = f.SetReadDeadline(time.Now().Add(time.Millisecond))
		n, err := io.ReadFull(f, buf)
		if err != nil && !errors.Is(err, os.ErrDeadlineExceeded) {
			h.done <- nil
			return
		}
		for i := 0; i+4 <= n; i += 4 {
			left = append(left, float64(int16(binary.LittleEndian.Uint16(buf[i:])))/32768)
		}
	}
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

// TestBellIsHeard measures what ALSA really put out, twice by Test and once by Chime.
func TestBellIsHeard(t *testing.T) {
	t.Parallel()
	h := listen(t)
	out := runChild(t, "test test chime", h.config())
	close(h.stop)
	samples := <-h.done
	if !strings.Contains(out, "status: sound card ready") || strings.Contains(out, "test:") {
		t.Errorf("child says: %s", out)
	}
	played := sounds(samples)
	if len(played) != 3 {
		t.Fatalf("heard %d sounds, want 3, in %d samples", len(played), len(samples))
	}
	for i, s := range played {
		length := rate.D(len(s))
		first, second := s[:rate.N(400*time.Millisecond)], s[rate.N(900*time.Millisecond):rate.N(1300*time.Millisecond)]
		t.Logf("sound %d: %v, rms %.4f; E5 %.3f then %.3f, C5 %.3f then %.3f", i, length, rms(s),
			level(first, 659.26), level(second, 659.26), level(first, 523.25), level(second, 523.25))
		if length < 1800*time.Millisecond || length > bellLength+50*time.Millisecond {
			t.Errorf("sound %d lasts %v, want about %v", i, length, bellLength)
		}
		if r := rms(s); r < 0.03 || r > 0.2 {
			t.Errorf("sound %d has an rms of %.4f, want soft but there", i, r)
		}
		if level(first, 659.26) < 5*level(first, 523.25) || level(second, 523.25) < 1.5*level(second, 659.26) {
			t.Errorf("sound %d is not E5 and then C5", i)
		}
	}
}

// A device that is named plays though the system's default is another.
func TestNamedDeviceIsHeard(t *testing.T) {
	t.Parallel()
	h := listen(t)
	config := strings.Replace(h.config(), "pcm.!default {", "pcm.!default { type hw card 7 }\npcm.parlour {", 1)
	out := runChildOn(t, "parlour", "test", config)
	close(h.stop)
	if played := sounds(<-h.done); len(played) != 1 || !strings.Contains(out, "status: sound device parlour ready") {
		t.Errorf("heard %d sounds; child says: %s", len(played), out)
	}
}

// A device that is named and not there is missing, whatever else there is.
func TestNamedDeviceMissing(t *testing.T) {
	t.Parallel()
	h := listen(t)
	out := runChildOn(t, "hw:CARD=Nowhere", "test", h.config())
	close(h.stop)
	if played := sounds(<-h.done); len(played) != 0 || !strings.Contains(out, `test: unavailable unavailable: no sound device "hw:CARD=Nowhere": No such`) {
		t.Errorf("heard %d sounds; child says: %s", len(played), out)
	}
}

func TestNoSoundCard(t *testing.T) {
	t.Parallel()
	out := runChild(t, "test chime", "pcm.!default { type hw card 7 }\n")
	if !strings.Contains(out, "test: unavailable") || !strings.Contains(out, "status: no sound card: ") {
		t.Errorf("child says: %s", out)
	}
	if strings.Contains(out, "ALSA lib") || strings.Count(out, "\n") != 2 {
		t.Errorf("the terminal is written full: %s", out)
	}
}

func TestBell(t *testing.T) {
	all, err := io.ReadAll(&reader{from: bell(rate)})
	if err != nil || len(all) != frame*rate.N(bellLength) {
		t.Fatalf("%d bytes, error %v", len(all), err)
	}
	var peak, step, last float64
	for i := 0; i < len(all); i += frame {
		v := float64(math.Float32frombits(binary.LittleEndian.Uint32(all[i:])))
		peak, step, last = max(peak, math.Abs(v)), max(step, math.Abs(v-last)), v
	}
	if peak < 0.2 || peak > 0.9 {
		t.Errorf("peak %.2f", peak)
	}
	if step > 0.1 || math.Abs(last) > 0.001 {
		t.Errorf("it clicks: a step of %.3f, and an end at %.4f", step, last)
	}
}

func TestReaderKeepsWithinBounds(t *testing.T) {
	loud := beep.Take(3, beep.StreamerFunc(func(s [][2]float64) (int, bool) {
		for i := range s {
			s[i] = [2]float64{3, -3}
		}
		return len(s), true
	}))
	b, err := io.ReadAll(&reader{from: loud})
	if err != nil || len(b) != 3*frame {
		t.Fatalf("%d bytes, error %v", len(b), err)
	}
	for i := 0; i < len(b); i += frame {
		l, r := math.Float32frombits(binary.LittleEndian.Uint32(b[i:])), math.Float32frombits(binary.LittleEndian.Uint32(b[i+4:]))
		if l != 1 || r != -1 {
			t.Errorf("sample %d is %v, %v", i/frame, l, r)
		}
	}
}

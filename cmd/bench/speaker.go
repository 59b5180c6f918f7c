package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"io"
	"log/slog"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/hajimehoshi/oto/v2"

	"immersion/kiosk"
	"immersion/media/speaker"
)

const (
	cardRate = 48000
	strikes  = 15
	between  = 700 * time.Millisecond // two strikes: the card rests in between
	setPipe  = 1031                   // F_SETPIPE_SZ of fcntl(2)
)

// speakers is the time from asking for a chime until its first sample comes out
// of the sound card, which is a pipe read at its rate. Beside it: a player of
// oto's own on a card that is never at rest.
func speakers(ctx context.Context, dir string) error {
	median := map[string]float64{}
	for _, mode := range []string{"bare", "rest", "ambience"} {
		waits, err := struck(ctx, dir, mode)
		if err != nil {
			return fmt.Errorf("chime, %s: %w", mode, err)
		}
		slices.Sort(waits)
		median[mode] = waits[len(waits)/2]
	}
	for _, r := range []struct{ mode, name string }{
		{"rest", "asking for a chime to its first sample, from silence, median"},
		{"ambience", "asking for a chime to its first sample, over an ambience, median"},
	} {
		row(r.name, fmt.Sprintf("%.0f ms", median[r.mode]), fmt.Sprintf("a bare oto player %.0f ms", median["bare"]),
			fmt.Sprintf("%.2f of it", median[r.mode]/median["bare"]), "")
	}
	return nil
}

// struck runs this program once more on a pipe for a sound card and gives how
// long each strike took, in ms.
func struck(ctx context.Context, dir, mode string) ([]float64, error) {
	pipe, config := filepath.Join(dir, "pcm-"+mode), filepath.Join(dir, "asound-"+mode+".conf")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		return nil, err
	}
	if err := os.WriteFile(config, fmt.Appendf(nil, `</usr/share/alsa/alsa.conf>
pcm.!default { type plug slave { pcm "room" rate %d channels 2 format S16_LE } }
pcm.room { type file format "raw" file %q slave { pcm "null" } }
`, cardRate, pipe), 0o600); err != nil {
		return nil, err
	}
	fd, err := syscall.Open(pipe, syscall.O_RDWR|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, err
	}
	defer syscall.Close(fd)
	if _, _, errno := syscall.Syscall(syscall.SYS_FCNTL, uintptr(fd), setPipe, 4096); errno != 0 { // about what a card holds
		return nil, errno
	}
	stop, heard := make(chan struct{}), sync.WaitGroup{}
	var onsets []time.Time
	heard.Go(func() { onsets = drain(fd, stop) })
	cmd := exec.CommandContext(ctx, os.Args[0], "strike", mode)
	cmd.Env, cmd.Stderr = append(os.Environ(), "ALSA_CONFIG_PATH="+config), os.Stderr
	out, err := cmd.Output()
	close(stop)
	heard.Wait()
	if err != nil {
		return nil, err
	}
	var waits []float64
	for line := range strings.Lines(string(out)) {
		var asked int64
		if _, err := fmt.Sscan(line, &asked); err != nil {
			return nil, err
		}
		i := slices.IndexFunc(onsets, func(at time.Time) bool { return at.UnixNano() > asked })
		if i < 0 {
			return nil, fmt.Errorf("nothing was heard of %d strikes after %d sounds", strikes, len(onsets))
		}
		waits = append(waits, float64(onsets[i].UnixNano()-asked)/1e6)
	}
	return waits, nil
}

// drain reads the pipe as fast as a card would and notes when a sound begins
// after a silence.
func drain(fd int, stop chan struct{}) (onsets []time.Time) {
	buf := make([]byte, 4*cardRate)
	last, sounded := time.Now(), time.Time{}
	for tick := time.NewTicker(2 * time.Millisecond); ; {
		select {
		case <-stop:
			return onsets
		case <-tick.C:
		}
		now := time.Now()
		due := min(len(buf), int(now.Sub(last)*cardRate/time.Second)*4)
		last = now
		n, _ := syscall.Read(fd, buf[:due])
		if n <= 0 || len(bytes.Trim(buf[:n], "\x00")) == 0 {
			continue
		}
		if now.Sub(sounded) > between/2 {
			onsets = append(onsets, now)
		}
		sounded = now
	}
}

// strike is what runs on that card: it tells when it asks, once for each strike.
func strike(mode string) error {
	out := bufio.NewWriterSize(os.Stdout, 0)
	ask := func(sound func() error) error {
		for range strikes {
			time.Sleep(between)
			fmt.Fprintln(out, time.Now().UnixNano())
			if err := sound(); err != nil {
				return err
			}
		}
		time.Sleep(between)
		return out.Flush()
	}
	if mode == "bare" {
		card, ready, err := oto.NewContext(cardRate, 2, oto.FormatSignedInt16LE)
		if err != nil {
			return err
		}
		<-ready
		return ask(func() error {
			p := card.NewPlayer(bytes.NewReader(samples(2)))
			p.Play()
			time.AfterFunc(between/2, func() { _ = p.Close() })
			return card.Err()
		})
	}
	s := speaker.Open(speaker.Options{Log: slog.New(slog.DiscardHandler)})
	tuning := kiosk.Tuning{Chime: &kiosk.Track{ID: "chime", Open: wave(samples(1))}}
	if mode == "ambience" { // that is still, so that the chime shows
		tuning.Ambience = &kiosk.Track{ID: "still", Open: wave(make([]byte, 4*cardRate))}
	}
	if err := s.Tune(tuning); err != nil {
		return err
	}
	return ask(func() error {
		s.Chime()
		return s.Look()
	})
}

// samples are 100 ms of a tone, as 16 bits.
func samples(channels int) []byte {
	var b []byte
	for i := range cardRate / 10 {
		for range channels {
			b = binary.LittleEndian.AppendUint16(b, uint16(int16(8000*math.Cos(2*math.Pi*440*float64(i)/cardRate))))
		}
	}
	return b
}

// wave gives mono samples as WAV.
func wave(data []byte) func() (io.ReadCloser, error) {
	le := binary.LittleEndian
	b := append([]byte("RIFF"), le.AppendUint32(nil, uint32(36+len(data)))...)
	b = append(b, "WAVEfmt \x10\x00\x00\x00\x01\x00\x01\x00"...)
	b = le.AppendUint32(le.AppendUint32(b, cardRate), 2*cardRate)
	b = append(le.AppendUint32(append(b, "\x02\x00\x10\x00data"...), uint32(len(data))), data...)
	return func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(b)), nil }
}

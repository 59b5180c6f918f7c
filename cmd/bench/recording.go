package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"time"

	gomp3 "github.com/hajimehoshi/go-mp3"

	"immersion/kiosk/rehearse"
	"immersion/media"
)

const (
	recorded  = "config/scenarios/first-invoice/call.mp3"
	listeners = 50
)

// lasting is a recording of so many minutes: the shipped one again and again.
func lasting(minutes int) ([]byte, error) {
	once, err := os.ReadFile(recorded)
	if err != nil {
		return nil, err
	}
	s, err := media.Scan(bytes.NewReader(once))
	if err != nil {
		return nil, err
	}
	return bytes.Repeat(once, max(1, int(int64(minutes)*60_000/s.Duration))), nil
}

// recordings is how fast waveforms are made, and what listeners cost.
func recordings(ctx context.Context, dir string) error {
	hour, err := lasting(60)
	if err != nil {
		return err
	}
	began := time.Now()
	decoder, err := gomp3.NewDecoder(struct{ io.Reader }{bytes.NewReader(hour)})
	if err == nil {
		_, err = io.Copy(io.Discard, decoder)
	}
	if err != nil {
		return fmt.Errorf("decode: %w", err)
	}
	least := time.Since(began)
	began = time.Now()
	if _, err := media.Peaks(bytes.NewReader(hour), 600); err != nil {
		return fmt.Errorf("peaks: %w", err)
	}
	took := time.Since(began)
	row("waveform of a 60-minute MP3, once", fmt.Sprintf("%.1f s", took.Seconds()), fmt.Sprintf("its decoder alone %.1f s", least.Seconds()),
		fmt.Sprintf("%.2f of the decoder", took.Seconds()/least.Seconds()), "≤ 1.5")
	var opened, memory [2]string
	var kib [2]int
	for i, minutes := range []int{1, 60} {
		var open time.Duration
		if open, kib[i], err = listen(ctx, dir, minutes); err != nil {
			return fmt.Errorf("listen to %d minutes: %w", minutes, err)
		}
		opened[i], memory[i] = fmt.Sprintf("%.1f ms", ms(open)), fmt.Sprintf("%.1f MB", float64(kib[i])/1000)
	}
	row("view and first 64 KiB of a 60-minute call, waveform not made yet", opened[1], "1-minute call "+opened[0], "", "")
	row(fmt.Sprintf("memory while %d listen to a 60-minute call (resident)", listeners), memory[1], "1-minute call "+memory[0],
		fmt.Sprintf("%.2f", float64(kib[1])/float64(kib[0])), "≤ 1.10")
	return nil
}

// listen runs a room with a call of so many minutes. It gives how long the
// call takes to open at once after the start, and the KiB that the program
// takes while everybody is in the middle of the recording.
func listen(ctx context.Context, dir string, minutes int) (open time.Duration, kib int, err error) {
	folder, err := os.MkdirTemp(dir, "call-")
	if err != nil {
		return 0, 0, err
	}
	story := filepath.Join(folder, "story")
	if out, err := exec.CommandContext(ctx, program, "new", story).CombinedOutput(); err != nil {
		return 0, 0, fmt.Errorf("%w: %s", err, out)
	}
	sound, err := lasting(minutes)
	if err == nil {
		err = os.WriteFile(filepath.Join(story, "call.mp3"), sound, 0o600)
	}
	if err != nil {
		return 0, 0, err
	}
	address, err := rehearse.FreeAddress()
	if err != nil {
		return 0, 0, err
	}
	path, err := filepath.Abs(program)
	if err != nil {
		return 0, 0, err
	}
	p, err := rehearse.Start(path, address, story, "--data", filepath.Join(folder, "data"))
	if err != nil {
		return 0, 0, err
	}
	open, kib, err = listenTo(ctx, p)
	if _, e := p.Stop(); err == nil {
		err = e
	}
	return open, kib, err
}

func listenTo(ctx context.Context, p *rehearse.Process) (open time.Duration, kib int, err error) {
	client, err := p.SetUp(ctx, "a long passphrase", "another passphrase")
	if err != nil {
		return 0, 0, err
	}
	var loaded struct{ Hash string }
	if err := fetch(ctx, client, p.URL+"/api/v1/scenarios", func(r io.Reader) error { return json.NewDecoder(r).Decode(&loaded) }); err != nil {
		return 0, 0, err
	}
	at := p.URL + "/api/v1/scenarios/" + loaded.Hash
	all := func(r io.Reader) error { _, err := io.Copy(io.Discard, r); return err }
	began := time.Now()
	if err := fetch(ctx, client, at+"/stations/call", all); err != nil {
		return 0, 0, err
	}
	err = fetch(ctx, client, at+"/files/call.mp3", func(r io.Reader) error { _, err := io.CopyN(io.Discard, r, 64<<10); return err })
	open = time.Since(began)
	if err == nil {
		err = fetch(ctx, client, at+"/files/call.mp3.waveform.json", all) // waits until it is made
	}
	if err != nil {
		return 0, 0, err
	}
	time.Sleep(3 * time.Second) // come to rest
	var there, gone sync.WaitGroup
	failed := make(chan error, listeners)
	leave := make(chan struct{})
	there.Add(listeners)
	for range listeners {
		gone.Go(func() {
			arrived := sync.OnceFunc(there.Done)
			defer arrived()
			failed <- fetch(ctx, client, at+"/files/call.mp3", func(r io.Reader) error {
				if _, err := io.CopyN(io.Discard, r, 128<<10); err != nil {
					return err
				}
				arrived()
				<-leave
				return all(r)
			})
		})
	}
	there.Wait()
	kib, err = resident(p.PID)
	close(leave)
	gone.Wait()
	for range listeners {
		if e := <-failed; err == nil {
			err = e
		}
	}
	after, e := resident(p.PID)
	if err == nil {
		err = e
	}
	return open, max(kib, after), err
}

func fetch(ctx context.Context, client *http.Client, url string, read func(io.Reader) error) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return err
	}
	res, err := client.Do(req)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK {
		return fmt.Errorf("%s: %s", url, res.Status)
	}
	return read(res.Body)
}

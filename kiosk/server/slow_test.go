package server

import (
	"io/fs"
	"net/http"
	"sync"
	"testing"
	"testing/fstest"

	"immersion/kiosk"
)

// slowFS is a disk that reads nothing until it goes on.
type slowFS struct {
	fstest.MapFS
	asked chan struct{} // takes one for each read
	on    chan struct{} // closed when it goes on
}

type slowFile struct {
	fs.File
	of slowFS
}

func (s slowFS) Open(name string) (fs.File, error) {
	f, err := s.MapFS.Open(name)
	return slowFile{f, s}, err
}

func (f slowFile) Read(b []byte) (int, error) {
	select {
	case f.of.asked <- struct{}{}:
	case <-f.of.on:
	}
	<-f.of.on
	return f.File.Read(b[:min(len(b), 16<<10)])
}

func (f slowFile) Seek(offset int64, whence int) (int64, error) {
	return f.File.(interface {
		Seek(int64, int) (int64, error)
	}).Seek(offset, whence)
}

// Listeners on a slow disk get their ranges whole, and the room's facts do not
// wait for them.
func TestSlowDisk(t *testing.T) {
	r := startRoom(t)
	sound := make([]byte, 160<<10)
	for i := range sound {
		sound[i] = byte(i >> 8)
	}
	s := testScenario()
	disk := slowFS{fstest.MapFS{"call.wav": {Data: sound}}, make(chan struct{}), make(chan struct{})}
	s.Files = disk
	s.Hash = "slow"
	r.Room.Use(s)
	var listening sync.WaitGroup
	const listeners = 8
	for range listeners {
		call := r.paired("call")
		call.headers = map[string]string{"Range": "bytes=65536-163839"}
		listening.Go(func() {
			res, got := call.ask("GET", "/api/v1/scenarios/slow/files/call.wav", nil)
			if res.StatusCode != http.StatusPartialContent || got != string(sound[65536:]) {
				t.Errorf("a range on a slow disk: %d, %d bytes", res.StatusCode, len(got))
			}
		})
	}
	for range listeners {
		<-disk.asked
	}
	door := r.paired("entry")
	_, doc := door.fact(kiosk.VisitOpened, kiosk.NewID(), "entry", kiosk.Opened{Scenario: "slow", Opening: r.opening, Language: "en", Party: 1,
		Badge: kiosk.Badge{Words: "Amber Otter", Code: "BCDF"}})
	if taken := door.post(doc); len(taken.Acked) != 1 {
		t.Errorf("not taken: %+v", taken.Refused)
	}
	close(disk.on)
	listening.Wait()
}

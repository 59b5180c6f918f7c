package config_test

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"

	"immersion/config"
	"immersion/kiosk"
)

func TestMadeOnce(t *testing.T) {
	dir := t.TempDir()
	m, err := config.OpenMade(dir)
	if err != nil {
		t.Fatal(err)
	}
	var times atomic.Int32
	made := kiosk.Made{Name: "x.json", Key: "00112233445566778899aabbccddeeff", Make: func(files fs.FS, to io.Writer) error {
		times.Add(1)
		doc, err := fs.ReadFile(files, "x")
		if err == nil {
			_, err = to.Write(bytes.ToUpper(doc))
		}
		return err
	}}
	files := fstest.MapFS{"x": {Data: []byte("sound")}}
	var all sync.WaitGroup
	for range 20 {
		all.Go(func() {
			f, err := m.Open(files, made)
			if err != nil {
				t.Error(err)
				return
			}
			defer f.Close()
			if doc, err := io.ReadAll(f); string(doc) != "SOUND" || err != nil {
				t.Errorf("%q, %v", doc, err)
			}
		})
	}
	all.Wait()
	if err := m.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "ffffffffffffffffffffffffffffffff.tmp"), []byte("half"), 0o600); err != nil {
		t.Fatal(err)
	}
	if m, err = config.OpenMade(dir); err != nil { // after a restart
		t.Fatal(err)
	}
	f, err := m.Open(fstest.MapFS{}, made)
	if err != nil {
		t.Fatal(err)
	}
	f.Close()
	if n := times.Load(); n != 1 {
		t.Errorf("it was made %d times", n)
	}
	if left, _ := os.ReadDir(dir); len(left) != 1 {
		t.Errorf("in the folder lie %v", left)
	}
}

func TestMadeRefuses(t *testing.T) {
	dir := t.TempDir()
	m, err := config.OpenMade(dir)
	if err != nil {
		t.Fatal(err)
	}
	broken := errors.New("it is damaged")
	made := kiosk.Made{Name: "x", Key: "00112233445566778899aabbccddeeff", Make: func(_ fs.FS, to io.Writer) error {
		_, _ = to.Write([]byte("half"))
		return broken
	}}
	if _, err := m.Open(nil, made); !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
	made.Key = "../../room.db"
	if _, err := m.Open(nil, made); err == nil {
		t.Error("a path was taken for a key")
	}
	if left, _ := os.ReadDir(dir); len(left) > 0 {
		t.Errorf("in the folder lie %v", left)
	}
}

func TestMadeSweep(t *testing.T) {
	dir := t.TempDir()
	m, err := config.OpenMade(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"00000000000000000000000000000001", "00000000000000000000000000000002"} {
		f, err := m.Open(nil, kiosk.Made{Key: key, Make: func(fs.FS, io.Writer) error { return nil }})
		if err != nil {
			t.Fatal(err)
		}
		f.Close()
	}
	used := func(key string) bool { return key[31] == '1' }
	for _, step := range []struct {
		later time.Duration
		left  int
	}{{config.Lingers / 2, 2}, {2 * config.Lingers, 1}} {
		if err := m.Sweep(used, time.Now().Add(step.later)); err != nil {
			t.Fatal(err)
		}
		if left, _ := os.ReadDir(dir); len(left) != step.left {
			t.Errorf("after %s there are %v", step.later, left)
		}
	}
}

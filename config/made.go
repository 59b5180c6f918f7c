package config

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"time"

	"golang.org/x/sync/singleflight"

	"immersion/kiosk"
)

// Made keeps the files that stations make, each by its key. It is safe for
// concurrent use.
type Made struct {
	root   *os.Root
	making singleflight.Group
}

// OpenMade opens or makes the folder that the files lie in. What an earlier
// program had not finished is dropped.
func OpenMade(dir string) (*Made, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("open made files: %w", err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("open made files: %w", err)
	}
	m := &Made{root: root}
	return m, m.each(func(name string, _ fs.FileInfo) error {
		if strings.HasSuffix(name, unfinished) {
			return root.Remove(name)
		}
		return nil
	})
}

// unfinished ends the names of files that are being made.
const unfinished = ".tmp"

// Close gives the folder back.
func (m *Made) Close() error { return m.root.Close() }

// Open opens a made file for reading and seeking; it is made first, of files,
// where that has not been done.
func (m *Made) Open(files fs.FS, made kiosk.Made) (io.ReadSeekCloser, error) {
	if !hashForm.MatchString(made.Key) {
		return nil, fmt.Errorf("make %s: %q is no key", made.Name, made.Key)
	}
	now := time.Now()
	if err := m.root.Chtimes(made.Key, now, now); errors.Is(err, fs.ErrNotExist) {
		if _, err, _ := m.making.Do(made.Key, func() (any, error) { return nil, m.make(files, made) }); err != nil {
			return nil, fmt.Errorf("make %s: %w", made.Name, err)
		}
	}
	return m.root.Open(made.Key)
}

func (m *Made) make(files fs.FS, made kiosk.Made) (err error) {
	if _, err := m.root.Stat(made.Key); err == nil {
		return nil // somebody else was a moment faster
	}
	name := made.Key + unfinished
	f, err := m.root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = m.root.Remove(name)
		}
	}()
	to := bufio.NewWriterSize(f, 64<<10)
	err = made.Make(files, to)
	if err == nil {
		err = to.Flush()
	}
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return err
	}
	return m.root.Rename(name, made.Key)
}

// Sweep drops the files that nobody has opened for as long as Lingers and that
// used does not know; they can be made again.
func (m *Made) Sweep(used func(key string) bool, now time.Time) error {
	return m.each(func(name string, info fs.FileInfo) error {
		if !hashForm.MatchString(name) || used(name) || now.Sub(info.ModTime()) <= Lingers {
			return nil
		}
		return m.root.Remove(name)
	})
}

func (m *Made) each(do func(name string, info fs.FileInfo) error) error {
	kept, err := fs.ReadDir(m.root.FS(), ".")
	for _, entry := range kept {
		if info, gone := entry.Info(); gone == nil {
			err = errors.Join(err, do(entry.Name(), info))
		}
	}
	return err
}

// tryMakes makes to its end every file that a station makes, and tells what
// is wrong with those they are made of.
func tryMakes(s kiosk.Station, files fs.FS) []kiosk.Fault {
	maker, ok := s.(kiosk.Maker)
	if !ok {
		return nil
	}
	var faults []kiosk.Fault
	for _, made := range maker.Makes() {
		if err := made.Make(files, io.Discard); err != nil {
			faults = append(faults, kiosk.Fault{Path: made.Path, Message: err.Error(), Allowed: "a file that is whole"})
		}
	}
	return faults
}

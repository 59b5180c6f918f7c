package config

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"time"
)

// PackSuffix ends the names of packs.
const PackSuffix = ".immersion"

// packTime is when every file of a pack is from: a zip must say something.
var packTime = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// WritePack writes the scenario in a folder as a pack: one zip of its files in
// order of their names, none compressed, all of one time. The same files give
// the same bytes wherever and whenever they are packed. It returns the faults
// of files that cannot be packed, or the error of w.
func WritePack(w io.Writer, fsys fs.FS) ([]Fault, error) {
	l, left := newLoader(fsys), int64(MaxScenario)
	out := &sink{w: w}
	pack := zip.NewWriter(out)
	for _, name := range l.names() {
		header := zip.FileHeader{Name: name, Method: zip.Store, Modified: packTime}
		header.SetMode(0o644)
		entry, err := pack.CreateHeader(&header)
		var n int64
		if err == nil {
			n, err = copyUpTo(entry, fsys, name, left)
		}
		switch left -= n; {
		case out.err != nil:
			return nil, out.err
		case errors.Is(err, errTooLarge):
			l.add(Fault{File: name, Message: "with this file the scenario is too large",
				Allowed: fmt.Sprintf("%d MiB for all its files", MaxScenario>>20)})
			return l.done(), nil
		case err != nil:
			l.add(Fault{File: name, Message: reason(err)})
		}
	}
	if len(l.faults) > 0 {
		return l.done(), nil
	}
	return nil, pack.Close()
}

// sink tells an error of writing from one of reading what is written.
type sink struct {
	w   io.Writer
	err error
}

func (s *sink) Write(b []byte) (n int, err error) {
	n, err = s.w.Write(b)
	s.err = errors.Join(s.err, err)
	return n, err
}

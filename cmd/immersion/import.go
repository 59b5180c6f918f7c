package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"immersion/kiosk"
	"immersion/stations"
)

type importCommand struct {
	Kind  string   `arg:"" help:"The kind of station to make settings for."`
	Files []string `arg:"" help:"Files that are of one thing together, such as a transcript and its recording."`
	Into  string   `default:"." placeholder:"DIR" help:"The scenario's folder to write into (${default})."`
}

// run asks the kind to import the files, writes what it makes of them, and
// says what is left to do.
func (c importCommand) run(out, errs io.Writer) int {
	written, todo, err := c.imported()
	if err == nil {
		err = writeNew(c.Into, written)
	}
	if err != nil {
		fmt.Fprintf(errs, "immersion: import: %v\n", err)
		return exitUsage
	}
	for _, w := range written {
		fmt.Fprintln(out, filepath.ToSlash(filepath.Join(c.Into, w.Name)))
	}
	for _, t := range todo {
		fmt.Fprintln(out, "  "+t)
	}
	return 0
}

func (c importCommand) imported() ([]kiosk.Written, []string, error) {
	var names []string
	for _, k := range stations.Kinds() {
		importer, ok := k.(kiosk.Importer)
		if !ok {
			continue
		}
		if names = append(names, k.Name()); k.Name() == c.Kind {
			var files []kiosk.Import
			for _, path := range c.Files {
				folder, name := filepath.Split(path)
				files = append(files, kiosk.Import{Folder: os.DirFS(filepath.Clean(folder)), Name: name})
			}
			return importer.Import(files)
		}
	}
	return nil, nil, fmt.Errorf("nothing is imported for a kind %q; there is %s", c.Kind, strings.Join(names, ", "))
}

// writeNew writes files into a folder, all or none, over nothing that is there
// but its like.
func writeNew(dir string, files []kiosk.Written) (err error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	var there []string
	files = slices.Clone(files)
	files = slices.DeleteFunc(files, func(w kiosk.Written) bool {
		switch same, e := alike(root, w); {
		case same:
			return true
		case errors.Is(e, errOther):
			there = append(there, w.Name)
		case e != nil && !errors.Is(e, fs.ErrNotExist):
			err = errors.Join(err, e)
		}
		return false
	})
	if err != nil {
		return err
	}
	if len(there) > 0 {
		return fmt.Errorf("in %s there is already %s, and nothing is written over; --into names another folder", dir, strings.Join(there, ", "))
	}
	for i, w := range files {
		if err := create(root, w); err != nil {
			for _, done := range files[:i] {
				_ = root.Remove(done.Name)
			}
			return err
		}
	}
	return nil
}

var errOther = errors.New("it is there and says something else")

// alike tells whether a file is there already with just this content.
func alike(root *os.Root, w kiosk.Written) (bool, error) {
	f, err := root.Open(w.Name)
	if err != nil {
		return false, err
	}
	defer f.Close()
	same := &comparing{to: f}
	if err := w.Write(same); err != nil {
		return false, err
	}
	if n, err := f.Read(make([]byte, 1)); n > 0 || err != io.EOF {
		return false, errOther
	}
	return true, nil
}

// comparing is a writer that accepts only what a file holds.
type comparing struct{ to io.Reader }

func (c *comparing) Write(b []byte) (int, error) {
	held := make([]byte, len(b))
	if _, err := io.ReadFull(c.to, held); err != nil || !bytes.Equal(held, b) {
		return 0, errOther
	}
	return len(b), nil
}

func create(root *os.Root, w kiosk.Written) error {
	f, err := root.OpenFile(w.Name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	if err = errors.Join(w.Write(f), f.Close()); err != nil {
		_ = root.Remove(w.Name)
		return fmt.Errorf("write %s: %w", w.Name, err)
	}
	return nil
}

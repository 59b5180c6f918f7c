package main

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/fsnotify/fsnotify"

	"immersion/config"
)

// A save is many small changes: the files are read when there was none for
// quiet, but not later than patience after the first.
const (
	quiet    = 100 * time.Millisecond
	patience = 3 * time.Second
)

// beginWatch asks the system for the changes of files. Where it cannot tell
// them, as in some network folders, there are the button and the signal.
func (s *scenarios) beginWatch() {
	if s.path == "" {
		return
	}
	w, err := fsnotify.NewWatcher()
	if err != nil {
		s.log.Warn("changes of the scenario's files are not noticed; the console has a button", "error", err)
		return
	}
	s.watcher = w
	s.widenWatch()
}

// widenWatch watches every folder of the scenario, and the one around it:
// editors rename files, and a folder may go and come back.
func (s *scenarios) widenWatch() {
	folders := []string{filepath.Dir(s.path)}
	if real, err := filepath.EvalSymlinks(s.path); err == nil {
		_ = filepath.WalkDir(real, func(path string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return nil // it went meanwhile, which is a change too
			case len(folders) > config.MaxFiles:
				return fs.SkipAll
			case d.IsDir() && path != real && hidden(path):
				return fs.SkipDir
			case d.IsDir():
				folders = append(folders, path)
			}
			return nil
		})
	}
	for _, folder := range folders {
		if err := s.watcher.Add(folder); err != nil && !os.IsNotExist(err) {
			s.log.Warn("changes of the scenario's files are not all noticed; the console has a button", "folder", folder, "error", err)
			return
		}
	}
}

// watch reloads when files of the scenario change, and on SIGHUP, until ctx is
// done.
func (s *scenarios) watch(ctx context.Context) error {
	var events chan fsnotify.Event
	var failures chan error
	if s.watcher != nil {
		events, failures = s.watcher.Events, s.watcher.Errors
	}
	due := time.NewTimer(time.Hour)
	due.Stop()
	var first time.Time // of the changes not read yet
	changed := func() {
		if first.IsZero() {
			first = time.Now()
		}
		due.Reset(min(quiet, max(0, patience-time.Since(first))))
	}
	for {
		select {
		case <-ctx.Done():
			return nil
		case e := <-events:
			if s.concerns(e) {
				changed()
			}
		case err := <-failures: // more changes than the system could tell
			s.log.Warn("watch the scenario's files", "error", err)
			changed()
		case <-due.C:
			first = time.Time{}
			s.widenWatch()
			s.filesChanged()
		case <-s.asked:
			s.filesChanged()
		}
	}
}

// concerns tells whether a change may be one of the scenario.
func (s *scenarios) concerns(e fsnotify.Event) bool {
	if e.Op == fsnotify.Chmod {
		return false
	}
	if filepath.Dir(e.Name) == filepath.Dir(s.path) {
		return e.Name == s.path
	}
	return !hidden(e.Name)
}

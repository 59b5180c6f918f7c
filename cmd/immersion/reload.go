package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/fsnotify/fsnotify"

	"immersion/config"
	"immersion/kiosk"
	"immersion/kiosk/server"
	"immersion/stations"
)

// versionsFolder is where the versions of scenarios lie under Options.Data.
const versionsFolder = "scenarios"

// scenarios is where the room's scenario comes from, a folder or a pack, and
// the versions kept of it. What an organiser chose on the console, such as a
// pack that they uploaded, holds over it until they take that back, or the
// room is started with another folder.
type scenarios struct {
	path     string // absolute; "" for the scenario that comes with the program
	room     *kiosk.Room
	versions *config.Versions
	watcher  *fsnotify.Watcher // nil when nothing is to be watched
	asked    chan os.Signal    // SIGHUP
	changed  func()            // told that new visits get another version
	saved    func(hash string) // told that they do because files changed
	log      *slog.Logger

	reading   sync.Mutex // one reading at a time
	uploading sync.Mutex // one upload at a time
	mu        sync.Mutex
	loaded    server.Loaded
}

// openScenarios gives the room its scenario: what was chosen last, or what is
// at path, or where that has faults the last version of it without any. The
// room finds its older versions from then on.
func openScenarios(path, data string, room *kiosk.Room, log *slog.Logger) (_ *scenarios, err error) {
	s := &scenarios{path: path, room: room, asked: make(chan os.Signal, 1), changed: func() {}, saved: func(string) {}, log: log}
	if path != "" {
		if s.path, err = filepath.Abs(path); err != nil {
			return nil, err
		}
		if err := apart(s.path, data); err != nil {
			return nil, err
		}
	}
	if s.versions, err = config.OpenVersions(filepath.Join(data, versionsFolder), stations.Kinds()); err != nil {
		return nil, err
	}
	room.Remember(s.older)
	signal.Notify(s.asked, syscall.SIGHUP) // which would end a program that does not listen yet
	s.beginWatch()                         // before reading: what changes meanwhile is read again
	if err := s.begin(); err != nil {
		s.Close()
		return nil, fmt.Errorf("load scenario: %w", err)
	}
	return s, nil
}

// begin finds the version to start with.
func (s *scenarios) begin() error {
	if s.resume() {
		return nil
	}
	scenario, faults, err := s.read()
	if err == nil && len(faults) == 0 {
		s.use(scenario, config.Kept{From: s.path})
		s.tell(nil)
		return nil
	}
	if err != nil {
		faults = []config.Fault{{File: ".", Line: 1, Column: 1, Message: err.Error()}}
	}
	last, ok := s.lastGood()
	if !ok && err != nil {
		return err
	}
	told := faulty(placed(s.path, slices.Clone(faults)))
	if !ok {
		return told
	}
	s.log.Error("the scenario's files have faults; the room starts with the last version of them without any", "version", last.Hash, "folder", s.path)
	s.use(last, config.Kept{From: s.path})
	s.tell(faults)
	return nil
}

// lastGood is the version of the same files that was in use last.
func (s *scenarios) lastGood() (*kiosk.Scenario, bool) {
	kept, err := s.versions.Kept()
	if err != nil {
		s.log.Warn("find the last version of the scenario", "error", err)
	}
	for _, k := range kept {
		if k.From == s.path && !k.Uploaded {
			if scenario, ok := s.older(k.Hash); ok {
				return scenario, true
			}
		}
	}
	return nil, false
}

// use gives new visits a version, and notes where it is from.
func (s *scenarios) use(scenario *kiosk.Scenario, from config.Kept) {
	from.Hash, from.Title, from.At = scenario.Hash, scenario.Title, time.Now().UnixMilli()
	if err := s.versions.Note(from); err != nil {
		s.log.Warn("note the version of the scenario", "error", err)
	}
	if current := s.room.Current(); current == nil || current.Hash != scenario.Hash {
		s.room.Use(scenario)
		s.changed()
		s.log.Info("new visits get this version of the scenario", "version", scenario.Hash)
	}
}

// apart refuses data in the scenario's folder: each fact would be a new version.
func apart(folder, data string) error {
	data, err := filepath.Abs(data)
	if err != nil {
		return err
	}
	if inside, err := filepath.Rel(folder, data); err == nil && filepath.IsLocal(inside) {
		return fmt.Errorf("the data folder %s lies in the scenario's folder; --data names another", data)
	}
	return nil
}

// Close gives back what openScenarios took.
func (s *scenarios) Close() {
	signal.Stop(s.asked)
	if s.watcher != nil {
		_ = s.watcher.Close()
	}
	_ = s.versions.Close()
}

// read keeps the version that the files make now.
func (s *scenarios) read() (*kiosk.Scenario, []config.Fault, error) {
	if s.path == "" {
		files, err := fs.Sub(config.Shipped(), config.ShippedScenario)
		if err != nil {
			return nil, nil, err
		}
		return s.versions.Take(files)
	}
	files, closing, faults, err := config.Open(s.path)
	if err != nil || len(faults) > 0 {
		return nil, faults, err
	}
	defer closing()
	return s.versions.Take(files)
}

// older finds a version that visits began on before.
func (s *scenarios) older(hash string) (*kiosk.Scenario, bool) {
	found, err := s.versions.Find(hash)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		s.log.Error("find a version of the scenario", "error", err)
	}
	return found, err == nil
}

// Reload reads the files again, also where another version was chosen over
// them. New visits get what they say; with faults in them, the version that
// the room has.
func (s *scenarios) Reload() server.Loaded {
	s.reading.Lock()
	defer s.reading.Unlock()
	if s.Loaded().Chosen {
		s.choose("")
	}
	s.readAgain()
	return s.Loaded()
}

// filesChanged reads the files again, unless another version is chosen.
func (s *scenarios) filesChanged() {
	s.reading.Lock()
	defer s.reading.Unlock()
	if s.Loaded().Chosen {
		return
	}
	before := s.room.Current().Hash
	s.readAgain()
	if now := s.room.Current().Hash; now != before {
		s.saved(now)
	}
}

// readAgain is called with reading held.
func (s *scenarios) readAgain() {
	scenario, faults, err := s.read()
	if err != nil { // it is gone, or no version can be kept
		faults = []config.Fault{{File: ".", Line: 1, Column: 1, Message: err.Error()}}
	}
	if len(faults) > 0 {
		s.log.Warn("the scenario has faults; the room stays on the version it has", "faults", len(faults), "first", faults[0])
	} else {
		s.use(scenario, config.Kept{From: s.path})
	}
	s.tell(faults)
}

// tell keeps how a reading went.
func (s *scenarios) tell(faults []config.Fault) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.loaded = server.Loaded{Folder: s.path, At: time.Now().UnixMilli(), Faults: fileFaults(faults)}
}

func fileFaults(faults []config.Fault) []server.FileFault {
	list := make([]server.FileFault, len(faults))
	for i, f := range faults {
		list[i] = server.FileFault{File: f.File, Line: f.Line, Column: f.Column, Message: f.Message, Allowed: f.Allowed, Near: f.Near, Source: f.Source}
	}
	return list
}

// Loaded is how reading the files went last, and the versions there are.
func (s *scenarios) Loaded() server.Loaded {
	s.mu.Lock()
	l := s.loaded
	s.mu.Unlock()
	l.Hash = s.room.Current().Hash
	kept, err := s.versions.Kept()
	if err != nil {
		s.log.Warn("list the versions of the scenario", "error", err)
	}
	l.Versions = make([]server.Version, len(kept))
	for i, k := range kept {
		l.Versions[i] = server.Version(k)
	}
	return l
}

// sweep drops the versions that nothing refers to: no visit, no release, and
// not the room; and what was made for others than the room's.
func (s *scenarios) sweep(ctx context.Context, i insights, made *config.Made) error {
	visited, err := i.journal.Versions(ctx)
	if err != nil {
		return err
	}
	used := map[string]bool{s.room.Current().Hash: true}
	for _, hash := range append(visited, i.Versions()...) {
		used[hash] = true
	}
	keys := map[string]bool{}
	for _, m := range s.room.Current().Makes() {
		keys[m.Key] = true
	}
	now := time.Now()
	return errors.Join(s.versions.Sweep(func(hash string) bool { return used[hash] }, now),
		made.Sweep(func(key string) bool { return keys[key] }, now))
}

// keepHouse sweeps soon after the start, then every hour, until ctx is done.
func (s *scenarios) keepHouse(ctx context.Context, i insights, made *config.Made) error {
	for next := time.After(time.Minute); ; next = time.After(time.Hour) {
		select {
		case <-ctx.Done():
			return nil
		case <-next:
		}
		if err := s.sweep(ctx, i, made); err != nil && ctx.Err() == nil {
			s.log.Warn("drop versions of the scenario that nobody needs", "error", err)
		}
	}
}

func hidden(name string) bool { return strings.HasPrefix(filepath.Base(name), ".") }

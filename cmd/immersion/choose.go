package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"

	"immersion/config"
	"immersion/kiosk"
	"immersion/kiosk/server"
)

// What an organiser chooses on the console holds over the files that the room
// was started with, over restarts too.

// Upload checks a pack and gives new visits what it says. Faults are those of
// the scenario in it; what is no pack at all, or one that no room should read,
// is Invalid.
func (s *scenarios) Upload(name string, body io.Reader) ([]server.FileFault, error) {
	if !s.uploading.TryLock() {
		return nil, kiosk.Errorf(kiosk.Conflict, "another pack is being uploaded")
	}
	defer s.uploading.Unlock()
	path, err := s.versions.Upload(body)
	if err != nil {
		if errors.As(err, new(*http.MaxBytesError)) {
			return nil, kiosk.Errorf(kiosk.Invalid, "The pack is larger than any scenario may be.")
		}
		s.log.Warn("upload", "error", err)
		return nil, kiosk.Errorf(kiosk.Unavailable, "The pack did not come whole, or there is no room for it on the disk.")
	}
	defer func() { _ = os.Remove(path) }()
	files, closing, faults, err := config.Open(path)
	if err != nil {
		return nil, fmt.Errorf("upload: %w", err)
	}
	if len(faults) > 0 {
		return nil, kiosk.Errorf(kiosk.Invalid, "%s; allowed: %s", faults[0].Message, faults[0].Allowed)
	}
	defer closing()
	s.reading.Lock()
	defer s.reading.Unlock()
	scenario, faults, err := s.versions.Take(files)
	if err != nil {
		s.log.Warn("upload", "error", err)
		return nil, kiosk.Errorf(kiosk.Unavailable, "The pack cannot be kept on the disk.")
	}
	if len(faults) == 0 {
		s.use(scenario, config.Kept{From: name, Uploaded: true})
		s.choose(scenario.Hash)
	}
	return fileFaults(faults), nil
}

// Choose gives new visits a version that is kept.
func (s *scenarios) Choose(hash string) error {
	s.reading.Lock()
	defer s.reading.Unlock()
	for _, k := range s.Loaded().Versions {
		if k.Hash != hash {
			continue
		}
		scenario, ok := s.older(hash)
		if !ok {
			break
		}
		s.use(scenario, config.Kept(k))
		s.choose(hash)
		return nil
	}
	return kiosk.Errorf(kiosk.NotFound, "The room keeps no such version.")
}

// choose remembers a choice; "" takes it back. A choice that cannot be
// remembered holds until the room stops.
func (s *scenarios) choose(hash string) {
	if err := s.versions.Choose(s.path, hash); err != nil {
		s.log.Error("remember which version was chosen", "version", hash, "error", err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.loaded.Chosen = hash != ""
	if hash != "" {
		s.loaded.Folder, s.loaded.At, s.loaded.Faults = s.path, time.Now().UnixMilli(), []server.FileFault{}
	}
}

// resume goes on with what was chosen before the room stopped.
func (s *scenarios) resume() bool {
	hash, err := s.versions.Chosen(s.path)
	if err != nil {
		s.log.Warn("find which version was chosen", "error", err)
	}
	if hash == "" {
		return false
	}
	scenario, ok := s.older(hash)
	if !ok {
		s.log.Error("the version chosen on the console is not there any more; the room starts with its files", "version", hash)
		return false
	}
	s.room.Use(scenario)
	s.choose(hash)
	s.log.Info("the room goes on with the version chosen on the console", "version", hash)
	return true
}

// ChooseNamed gives new visits the newest version of what is called so: a
// folder or a pack that the room had in use, or a scenario that comes with the
// program.
func (s *scenarios) ChooseNamed(name string) (hash string, changed bool, err error) {
	s.reading.Lock()
	defer s.reading.Unlock()
	loaded := s.Loaded()
	for _, k := range loaded.Versions {
		if from := strings.TrimSuffix(filepath.Base(filepath.ToSlash(k.From)), ".immersion"); from != name {
			continue
		}
		if scenario, ok := s.older(k.Hash); ok {
			return s.chooseThis(loaded.Hash, scenario, config.Kept(k))
		}
	}
	folder := path.Join("scenarios", name)
	files, err := fs.Sub(config.Shipped(), folder)
	if err == nil {
		_, err = fs.Stat(files, "scenario.yaml")
	}
	if err != nil || path.Dir(folder) != "scenarios" {
		return "", false, kiosk.Errorf(kiosk.NotFound, "The room has no scenario called %.64q.", name)
	}
	scenario, faults, err := s.versions.Take(files)
	if err != nil {
		return "", false, fmt.Errorf("keep a scenario that comes with the program: %w", err)
	}
	if len(faults) > 0 {
		return "", false, faulty(faults)
	}
	return s.chooseThis(loaded.Hash, scenario, config.Kept{From: name})
}

// chooseThis is called with reading held.
func (s *scenarios) chooseThis(before string, scenario *kiosk.Scenario, from config.Kept) (string, bool, error) {
	if scenario.Hash == before {
		return before, false, nil
	}
	s.use(scenario, from)
	s.choose(scenario.Hash)
	return scenario.Hash, true, nil
}

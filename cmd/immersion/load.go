package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"immersion/config"
	"immersion/kiosk"
	"immersion/stations"
)

// faulty is an error that carries the faults of files, to be printed as they are.
type faulty struct {
	under  string // path that the files lie under, with its slash
	faults []config.Fault
}

func (f faulty) Error() string {
	var b strings.Builder
	printFaults(&b, f.under, f.faults)
	return fmt.Sprintf("%d faults in the files of the room:\n%s", len(f.faults), strings.TrimRight(b.String(), "\n"))
}

// loadScenario loads the folder at path, or the scenario that comes with the
// program when there is none. The folder stays open as long as the program.
func loadScenario(path string) (*kiosk.Scenario, error) {
	var files fs.FS
	var err error
	if path == "" {
		files, err = fs.Sub(config.Shipped(), config.ShippedScenario)
	} else {
		var root *os.Root // no file of it leads out of it
		if root, err = os.OpenRoot(path); err == nil {
			files = root.FS()
		}
	}
	if err != nil {
		return nil, fmt.Errorf("open scenario: %w", err)
	}
	s, faults := config.Load(files, stations.Kinds())
	if len(faults) > 0 {
		return nil, faulty{under(path), faults}
	}
	return s, nil
}

// loadRoom loads the room file at path, or the one that comes with the program.
func loadRoom(path string) (kiosk.Settings, error) {
	files, name := config.Shipped(), config.ShippedRoom
	folder := ""
	if path != "" {
		folder, name = filepath.Split(path)
		files = os.DirFS(filepath.Clean(folder))
	}
	s, faults := config.LoadRoom(files, name)
	if len(faults) > 0 {
		return s, faulty{folder, faults}
	}
	return s, nil
}

func under(path string) string {
	if path == "" {
		return ""
	}
	return filepath.ToSlash(filepath.Clean(path)) + "/"
}

package config

import (
	"fmt"
	"os"
	"path/filepath"

	"immersion/kiosk"
)

// CheckPath finds every fault in a scenario's folder, or in a room file; the
// scenario.yaml of a folder stands for the folder. Files of faults are named
// from where path is. An error means that there is nothing to check at path.
func CheckPath(path string, kinds []kiosk.Kind) ([]Fault, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, fmt.Errorf("check: %w", err)
	}
	folder, file := path, scenarioFile
	if !info.IsDir() {
		folder, file = filepath.Split(path)
		folder = filepath.Clean(folder)
	}
	root, err := os.OpenRoot(folder) // no file of it leads out of it
	if err != nil {
		return nil, fmt.Errorf("check: %w", err)
	}
	defer root.Close()
	var faults []Fault
	if file == scenarioFile {
		_, faults = Load(root.FS(), kinds)
	} else {
		_, faults = LoadRoom(root.FS(), file)
	}
	for i := range faults {
		faults[i].File = filepath.ToSlash(filepath.Join(folder, filepath.FromSlash(faults[i].File)))
	}
	return faults, nil
}

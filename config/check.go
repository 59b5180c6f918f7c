package config

import (
	"fmt"
	"os"
	"path/filepath"

	"immersion/kiosk"
)

// CheckPath finds every fault in a scenario's folder or pack, or in a room
// file, those too that show only when its stations make their files; the
// scenario.yaml of a folder stands for the folder. Files of faults are named
// from where path is. A scenario without any may still have warnings. An error
// means that there is nothing to check at path.
func CheckPath(path string, kinds []kiosk.Kind) ([]Fault, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, fmt.Errorf("check: %w", err)
	}
	folder, file := path, scenarioFile
	if !info.IsDir() && filepath.Ext(path) != PackSuffix {
		folder, file = filepath.Split(path)
		folder = filepath.Clean(folder)
	}
	files, closing, faults, err := Open(folder)
	if err != nil {
		return nil, fmt.Errorf("check: %w", err)
	}
	if len(faults) == 0 {
		defer closing()
		if file == scenarioFile {
			faults = Check(files, kinds)
		} else {
			_, faults = LoadRoom(files, file)
		}
	}
	for i := range faults {
		faults[i].File = filepath.ToSlash(filepath.Join(folder, filepath.FromSlash(faults[i].File)))
	}
	return faults, nil
}

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
// from where path is. A scenario without any may still have warnings, and
// remarks are what its stations tell their author. An error means that there
// is nothing to check at path.
func CheckPath(path string, kinds []kiosk.Kind) (faults, remarks []Fault, err error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, nil, fmt.Errorf("check: %w", err)
	}
	folder, file := path, scenarioFile
	if !info.IsDir() && filepath.Ext(path) != PackSuffix {
		folder, file = filepath.Split(path)
		folder = filepath.Clean(folder)
	}
	files, closing, faults, err := Open(folder)
	if err != nil {
		return nil, nil, fmt.Errorf("check: %w", err)
	}
	if len(faults) == 0 {
		defer closing()
		if file == scenarioFile {
			faults, remarks = Check(files, kinds)
		} else {
			_, faults = LoadRoom(files, file)
		}
	}
	for _, told := range [][]Fault{faults, remarks} {
		for i := range told {
			told[i].File = filepath.ToSlash(filepath.Join(folder, filepath.FromSlash(told[i].File)))
		}
	}
	return faults, remarks, nil
}

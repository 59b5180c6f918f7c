package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"immersion/config"
	"immersion/kiosk"
)

// faulty is an error that carries the faults of files, to be printed as they are.
type faulty []config.Fault

func (f faulty) Error() string {
	var b strings.Builder
	printFaults(&b, f)
	return fmt.Sprintf("%d faults in the files of the room:\n%s", len(f), strings.TrimRight(b.String(), "\n"))
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
		return s, faulty(placed(folder, faults))
	}
	return s, nil
}

// placed names the files of faults from where path is: a folder or a pack.
func placed(path string, faults []config.Fault) []config.Fault {
	for i := range faults {
		faults[i].File = filepath.ToSlash(filepath.Join(path, filepath.FromSlash(faults[i].File)))
	}
	return faults
}

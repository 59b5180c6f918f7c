package main

import (
	"io/fs"
	"os"

	"immersion/config"
	"immersion/kiosk"
	"immersion/stations"
)

// loadScenario loads a folder, or the scenario that comes with the program.
func loadScenario(path string) (*kiosk.Scenario, error) {
	files, err := fs.Sub(config.Shipped(), config.ShippedScenario)
	if path != "" {
		files = os.DirFS(path)
	}
	if err != nil {
		return nil, err
	}
	s, faults := config.Load(files, stations.Kinds())
	if len(faults) > 0 {
		return nil, faulty(placed(path, faults))
	}
	return s, nil
}

package main

import (
	"fmt"
	"io"
	"path/filepath"

	"immersion/config"
	"immersion/stations"
)

type newCommand struct {
	Dir string `arg:"" help:"The folder to make; it must be new or empty."`
}

// run writes a scenario to begin with, and says how to go on.
func (c newCommand) run(out, errs io.Writer) int {
	if err := config.New(c.Dir, stations.Kinds()); err != nil {
		fmt.Fprintf(errs, "immersion: %v\n", err)
		return exitUsage
	}
	dir := filepath.ToSlash(filepath.Clean(c.Dir))
	fmt.Fprintf(out, "%[1]s holds a scenario that runs as it is. Begin with %[1]s/scenario.yaml.\n"+
		"  immersion check %[1]s   says what does not fit\n"+
		"  immersion serve %[1]s   opens the room with it\n", dir)
	return 0
}

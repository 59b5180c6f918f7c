package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"immersion/config"
	"immersion/stations"
)

type packCommand struct {
	Dir string `arg:"" help:"The scenario's folder."`
	Out string `short:"o" placeholder:"FILE" help:"The pack to write. Without it, the folder's name with .immersion behind it, here."`
}

// run writes a pack of a scenario without faults, and prints its version.
func (c packCommand) run(out, errs io.Writer) int {
	version, faults, err := c.pack()
	switch {
	case err != nil:
		fmt.Fprintf(errs, "immersion: pack: %v\n", err)
		return exitUsage
	case len(faults) > 0:
		printFaults(out, placed(c.Dir, faults))
		return exitFault
	}
	fmt.Fprintln(out, version)
	return 0
}

// pack writes beside the pack and renames, so that a room that reads the pack
// never sees half of one.
func (c packCommand) pack() (version string, faults []config.Fault, err error) {
	dir, err := filepath.Abs(c.Dir)
	if err != nil {
		return "", nil, err
	}
	if c.Out == "" {
		c.Out = filepath.Base(dir) + config.PackSuffix
	}
	if filepath.Ext(c.Out) != config.PackSuffix {
		return "", nil, fmt.Errorf("the name of a pack ends in %s, %s does not", config.PackSuffix, c.Out)
	}
	to, err := filepath.Abs(c.Out)
	if err != nil {
		return "", nil, err
	}
	if inside, err := filepath.Rel(dir, to); err == nil && filepath.IsLocal(inside) {
		return "", nil, fmt.Errorf("%s lies in the folder that it packs", c.Out)
	}
	files, closing, faults, err := config.Open(dir)
	if err != nil || len(faults) > 0 {
		return "", faults, err
	}
	defer closing()
	f, err := os.CreateTemp(filepath.Dir(to), ".*"+config.PackSuffix)
	if err != nil {
		return "", nil, err
	}
	defer func() { _ = os.Remove(f.Name()) }()
	faults, err = config.WritePack(f, files)
	if err = errors.Join(err, f.Chmod(0o644), f.Sync(), f.Close()); err != nil || len(faults) > 0 {
		return "", faults, err
	}
	if version, faults, err = versionOf(f.Name()); err != nil || len(faults) > 0 {
		return "", faults, err
	}
	return version, nil, os.Rename(f.Name(), to)
}

// versionOf loads a pack for its hash.
func versionOf(pack string) (string, []config.Fault, error) {
	files, closing, faults, err := config.Open(pack)
	if err != nil || len(faults) > 0 {
		return "", faults, err
	}
	defer closing()
	s, faults := config.Load(files, stations.Kinds())
	if len(faults) > 0 {
		return "", faults, nil
	}
	return s.Hash, nil, nil
}

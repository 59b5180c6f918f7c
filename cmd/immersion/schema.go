package main

import (
	"fmt"
	"io"
	"strings"

	"immersion/config"
)

type schemaCommand struct {
	Of string `arg:"" optional:"" default:"scenario" help:"What to describe: scenario, room, or the settings of a kind by its name."`
}

// run prints a JSON Schema, by which editors complete and explain every key.
func (c schemaCommand) run(out, errs io.Writer) int {
	doc, ok := config.Schema(c.Of)
	if !ok {
		fmt.Fprintf(errs, "immersion: there is no schema %q; allowed: %s\n", c.Of, strings.Join(config.Schemas(), ", "))
		return exitUsage
	}
	if _, err := out.Write(doc); err != nil {
		fmt.Fprintf(errs, "immersion: %v\n", err)
		return exitFault
	}
	return 0
}

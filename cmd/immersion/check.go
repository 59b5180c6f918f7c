package main

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"immersion/config"
	"immersion/stations"
)

type checkCommand struct {
	Path   string `arg:"" help:"A scenario's folder or pack, its scenario.yaml, or a room file."`
	Format string `enum:"text,json" default:"text" help:"How faults are printed: text, or json for editors and pipelines."`
}

// run prints the faults of a path; exitFault if there are any.
func (c checkCommand) run(out, errs io.Writer) int {
	faults, err := config.CheckPath(c.Path, stations.Kinds())
	if err != nil {
		fmt.Fprintf(errs, "immersion: %v\n", err)
		return exitUsage
	}
	if c.Format == "json" {
		err = printJSON(out, faults)
	} else {
		printFaults(out, faults)
	}
	switch {
	case err != nil:
		fmt.Fprintf(errs, "immersion: %v\n", err)
		return exitFault
	case slices.ContainsFunc(faults, func(f config.Fault) bool { return !f.Warning }):
		return exitFault
	}
	return 0
}

func printFaults(out io.Writer, faults []config.Fault) {
	for _, f := range faults {
		fmt.Fprintln(out, f.Error())
	}
}

// fault is one in JSON: `line` and `column` count from 1, `column` in
// characters; `allowed` and `near` are "" where the message says it all.
type fault struct {
	File    string `json:"file"`
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	Message string `json:"message"`
	Allowed string `json:"allowed"`
	Near    string `json:"near"`    // what was probably meant
	Warning bool   `json:"warning"` // all runs, though not as it should
}

// printJSON prints one document, {"faults": […]}, also of a path without any.
func printJSON(out io.Writer, faults []config.Fault) error {
	doc := struct {
		Faults []fault `json:"faults"`
	}{Faults: make([]fault, len(faults))}
	for i, f := range faults {
		doc.Faults[i] = fault{f.File, f.Line, f.Column, f.Message, f.Allowed, f.Near, f.Warning}
	}
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(doc)
}

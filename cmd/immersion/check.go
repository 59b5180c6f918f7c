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
	faults, remarks, err := config.CheckPath(c.Path, stations.Kinds())
	if err != nil {
		fmt.Fprintf(errs, "immersion: %v\n", err)
		return exitUsage
	}
	if c.Format == "json" {
		err = printJSON(out, faults, remarks)
	} else {
		printFaults(out, faults)
		printRemarks(out, remarks)
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

// printRemarks prints what stations tell their author, without the lines they are on.
func printRemarks(out io.Writer, remarks []config.Fault) {
	for _, r := range remarks {
		r.Message = "note: " + r.Message
		fmt.Fprintln(out, r.Error())
	}
}

// remark is what a station tells its author, in JSON, counted as a fault is.
type remark struct {
	File    string `json:"file"`
	Line    int    `json:"line"`
	Column  int    `json:"column"`
	Message string `json:"message"`
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

// printJSON prints one document, {"faults": […]}, also of a path without any;
// with "remarks" where there are some.
func printJSON(out io.Writer, faults, remarks []config.Fault) error {
	doc := struct {
		Faults  []fault  `json:"faults"`
		Remarks []remark `json:"remarks,omitempty"`
	}{Faults: make([]fault, len(faults))}
	for _, r := range remarks {
		doc.Remarks = append(doc.Remarks, remark{r.File, r.Line, r.Column, r.Message})
	}
	for i, f := range faults {
		doc.Faults[i] = fault{f.File, f.Line, f.Column, f.Message, f.Allowed, f.Near, f.Warning}
	}
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(doc)
}

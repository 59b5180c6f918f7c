package main

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"immersion/config"
	"immersion/stations"
)

type wordsCommand struct {
	Language string `arg:"" default:"en" help:"A language that comes with the program (${default})."`
}

// run prints a dictionary to translate from, or to take what a scenario says
// otherwise from.
func (c wordsCommand) run(out, errs io.Writer) int {
	all, err := config.Words(stations.Kinds())
	if err != nil {
		fmt.Fprintf(errs, "immersion: %v\n", err)
		return exitFault
	}
	words, ok := all[c.Language]
	if !ok {
		fmt.Fprintf(errs, "immersion: no dictionary in %q comes with the program; there are: %s\n", c.Language, strings.Join(slices.Sorted(maps.Keys(all)), ", "))
		return exitUsage
	}
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(words); err != nil {
		fmt.Fprintf(errs, "immersion: %v\n", err)
		return exitFault
	}
	return 0
}

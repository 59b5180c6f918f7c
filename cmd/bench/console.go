package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"

	"immersion/kiosk/rehearse"
)

// console is the time that the organiser's page takes in a browser for one
// update, script and layout, with 60 screens and 300 visitors on it of which
// six rows change; beside it one text set in a plain table of as many rows.
func console(ctx context.Context, dir string) error {
	const name = "an update of the console, 60 screens and 300 visitors, median / p95"
	if _, err := os.Stat("/usr/bin/chromium-headless-shell"); err != nil {
		row(name, "no chromium here", "", "", "≤ 8 ms")
		return nil
	}
	var got struct{ Update, Bare []float64 }
	_, err := withRoom(ctx, dir, func(p *rehearse.Process) (load, error) {
		link, err := p.Setup()
		if err != nil {
			return load{}, err
		}
		browser := exec.CommandContext(ctx, "node", "cmd/bench/console.mjs", p.URL, strings.TrimPrefix(link, "/setup/"))
		browser.Stderr = os.Stderr
		out, err := browser.Output()
		if err != nil {
			return load{}, fmt.Errorf("drive a browser: %w", err)
		}
		return load{}, json.Unmarshal(out, &got)
	})
	if err != nil {
		return fmt.Errorf("update of the console: %w", err)
	}
	slices.Sort(got.Update)
	slices.Sort(got.Bare)
	median, worst, bare := at(got.Update, 50), at(got.Update, 95), at(got.Bare, 50)
	row(name, fmt.Sprintf("%.1f / %.1f ms", median, worst), fmt.Sprintf("one text in a plain table of as many rows %.1f ms", bare),
		fmt.Sprintf("%.1f of it", median/bare), "≤ 8 ms")
	return nil
}

// at is a percentile of sorted values.
func at(sorted []float64, percent int) float64 { return sorted[(len(sorted)-1)*percent/100] }

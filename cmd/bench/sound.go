package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"slices"

	"immersion/kiosk"
	"immersion/kiosk/rehearse"
)

// sound is the time from a tap on “Go on” at the call's station until the
// player of a headless Chromium has moved, beside that of an audio element on
// an empty page. Every browser has its own delay; the station must add none.
func sound(ctx context.Context, dir string) error {
	if _, err := os.Stat("/usr/bin/chromium-headless-shell"); err != nil {
		row("tap to sound at the call, median", "no chromium here", "", "", "≤ 50 ms more")
		return nil
	}
	var got struct{ Station, Bare []float64 }
	_, err := withRoom(ctx, dir, func(p *rehearse.Process) (load, error) {
		s, err := rehearse.Pair(ctx, p.URL, "entry")
		if err != nil {
			return load{}, err
		}
		state, err := s.Connect(ctx)
		if err != nil {
			return load{}, err
		}
		defer s.Close()
		v, opened := rehearse.Arrive(s.ID, state, "entry", kiosk.Badge{Words: "Amber Otter", Colour: "#b45309", Code: "ABCD"})
		if err := s.Send(opened, v.Fact(kiosk.StopEntered, struct{}{}), v.Fact(kiosk.StopLeft, kiosk.Leaving{Reason: "done"})); err != nil {
			return load{}, err
		}
		browser := exec.CommandContext(ctx, "node", "cmd/bench/sound.mjs", p.URL)
		browser.Stderr = os.Stderr
		out, err := browser.Output()
		if err != nil {
			return load{}, fmt.Errorf("drive a browser: %w", err)
		}
		return load{}, json.Unmarshal(out, &got)
	})
	if err != nil {
		return fmt.Errorf("tap to sound: %w", err)
	}
	slices.Sort(got.Station)
	slices.Sort(got.Bare)
	station, bare := got.Station[len(got.Station)/2], got.Bare[len(got.Bare)/2]
	row("tap to sound at the call, median", fmt.Sprintf("%.0f ms", station), fmt.Sprintf("an audio element on an empty page %.0f ms", bare),
		fmt.Sprintf("%.2f of it", station/bare), "≤ 50 ms more")
	return nil
}

package config_test

import (
	"io/fs"
	"strings"
	"testing"

	"immersion/config"
	"immersion/kiosk"
)

// wary warns of its settings, at a path and in a file.
type wary struct {
	inert `yaml:"-"`
	Loud  bool `yaml:"loud"`
}

func (w *wary) Check(fs.FS) []kiosk.Fault {
	faults := []kiosk.Fault{{Path: "loud", Message: "it is loud", Warning: true},
		{File: "scenario.yaml", Line: 1, Column: 1, Message: "it is a scenario", Warning: true}}
	if !w.Loud {
		faults = append(faults, kiosk.Fault{Path: "loud", Message: "not loud at all"})
	}
	return faults
}

// TestWarnings: a warning is told by Check, in its place, and nothing is
// refused for it; beside a fault it is told too.
func TestWarnings(t *testing.T) {
	all := append([]kiosk.Kind{kind{"wary", kiosk.AStop, func() kiosk.Station { return &wary{} }}}, kinds...)
	files := readGolden(t, sound)
	text := string(files["scenario.yaml"].Data)
	with := func(loud string) {
		files["scenario.yaml"].Data = []byte(text + "  - {id: wary, kind: wary, title: Wary, with: {loud: " + loud + "}}\n")
	}
	with("true")
	s, faults := config.Load(files, all)
	if s == nil || len(faults) > 0 {
		t.Fatalf("it does not load: %v", tell(faults))
	}
	faults, _ = config.Check(files, all)
	got := tell(faults)
	if strings.Count(got, "warning: ") != 2 || !strings.Contains(got, "warning: it is loud") || !strings.HasPrefix(got, "scenario.yaml:1:1: warning: it is a scenario\n") {
		t.Errorf("it says\n%s", got)
	}
	with("false")
	if s, faults = config.Load(files, all); s != nil || len(faults) != 1 || faults[0].Warning {
		t.Errorf("with a fault: %v", tell(faults))
	}
	if told, _ := config.Check(files, all); len(told) != 3 {
		t.Errorf("with a fault it says\n%s", tell(told))
	}
}

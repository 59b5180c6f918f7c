package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"immersion/config"
	"immersion/stations"
)

// A new scenario passes the check and is what the room plays.
func TestNew(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "mine")
	var out, errs bytes.Buffer
	if code := run(t.Context(), []string{"new", dir}, &out, &errs); code != 0 || errs.Len() > 0 {
		t.Fatalf("exits with %d: %s", code, &errs)
	}
	if !strings.Contains(out.String(), "immersion check "+filepath.ToSlash(dir)) {
		t.Errorf("it does not say how to go on:\n%s", &out)
	}
	out.Reset()
	if code := run(t.Context(), []string{"check", dir}, &out, &errs); code != 0 || strings.Count(out.String(), "\n") != strings.Count(out.String(), ": note: ") {
		t.Errorf("check exits with %d:\n%s", code, &out)
	}
	s, faults := config.Load(os.DirFS(dir), stations.Kinds())
	if len(faults) > 0 || s.Title.In("en") != "A small scenario" {
		t.Errorf("the room has %+v: %v", s, faults)
	}
}

func TestNewRefusesAFolderThatHoldsSomething(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "letter.txt"), []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	if code := run(t.Context(), []string{"new", dir}, &out, &errs); code != exitUsage || !strings.Contains(errs.String(), "not empty") {
		t.Errorf("exits with %d: %s", code, &errs)
	}
	if there, _ := os.ReadDir(dir); len(there) != 1 {
		t.Errorf("the folder now holds %v", there)
	}
}

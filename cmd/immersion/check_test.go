package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// told is what `check --format json` says of a path, and its exit code.
func told(t *testing.T, path string) (faults []map[string]any, code int) {
	t.Helper()
	var out, errs bytes.Buffer
	code = run(t.Context(), []string{"check", "--format", "json", path}, &out, &errs)
	if code == exitUsage {
		if out.Len() > 0 || errs.Len() == 0 {
			t.Errorf("with nothing to check it prints %q, and %q", &out, &errs)
		}
		return nil, code
	}
	var doc map[string][]map[string]any
	dec := json.NewDecoder(&out)
	if err := dec.Decode(&doc); err != nil || dec.More() || len(doc) != 1 || doc["faults"] == nil {
		t.Fatalf("no document of faults: %v %v", err, doc)
	}
	return doc["faults"], code
}

func TestCheckInJSON(t *testing.T) {
	room := filepath.Join(t.TempDir(), "room.yaml")
	text := "k: 2\npairing: opne\nname: \"<b>\"\ndim: [1]\n"
	if err := os.WriteFile(room, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	file := filepath.ToSlash(room)
	at := func(line, column float64, message, allowed, near string) map[string]any {
		return map[string]any{"file": file, "line": line, "column": column, "message": message, "allowed": allowed, "near": near, "warning": false}
	}
	got, code := told(t, room)
	want := []map[string]any{
		at(1, 4, "k is 2", "3 visits or more", ""),
		at(2, 10, `there is no pairing "opne"`, "code, open", "open"),
		at(4, 6, "dim is a list, not true or false", "", ""),
	}
	if code != exitFault || !reflect.DeepEqual(got, want) {
		t.Errorf("exits with %d and says\n%v, not\n%v", code, got, want)
	}
	if faults, code := told(t, "../../config/room.yaml"); code != 0 || len(faults) > 0 {
		t.Errorf("a sound room exits with %d: %v", code, faults)
	}
	if _, code := told(t, filepath.Join(t.TempDir(), "none")); code != exitUsage {
		t.Errorf("nothing to check exits with %d", code)
	}
}

// Text and JSON tell the same faults, in the same order.
func TestCheckFormatsAgree(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "scenario.yaml"), []byte("titel: x\nlanguages: [English]\nstations: 3\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if code := run(t.Context(), []string{"check", dir}, &out, &out); code != exitFault {
		t.Fatalf("exits with %d", code)
	}
	text := out.String()
	faults, code := told(t, dir)
	if code != exitFault || len(faults) < 3 || strings.Count(text, "\n") != 3*len(faults) {
		t.Fatalf("exits with %d, %d faults; in text\n%s", code, len(faults), text)
	}
	for _, f := range faults {
		_, after, ok := strings.Cut(text, f["message"].(string))
		if text = after; !ok {
			t.Errorf("in text there is no %v, or not in its place", f)
		}
	}
}

func TestCheckRefusesOtherFormats(t *testing.T) {
	var out, errs bytes.Buffer
	if code := run(t.Context(), []string{"check", "--format", "xml", "."}, &out, &errs); code != exitUsage || !strings.Contains(errs.String(), "json") {
		t.Errorf("exits with %d: %s", code, &errs)
	}
}

// What cannot be printed is not taken for sound.
func TestCheckOnAClosedPipe(t *testing.T) {
	closed := brokenPipe{}
	var errs bytes.Buffer
	if code := run(t.Context(), []string{"check", "--format", "json", "../../config/room.yaml"}, closed, &errs); code != exitFault {
		t.Errorf("exits with %d: %s", code, &errs)
	}
}

type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, errors.New("closed pipe") }

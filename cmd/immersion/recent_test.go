package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"strings"
	"syscall"
	"testing"

	"immersion/kiosk"
)

func TestRecentWarningsHoldNoWords(t *testing.T) {
	r := newRecent(slog.NewTextHandler(io.Discard, nil))
	log := slog.New(r)
	log.Info("not kept")
	said := "I felt small"
	log.With("who", said).Warn("refused", "error", kiosk.Errorf(kiosk.Invalid, "not %q", said), "n", 3, "words", said)
	log.Error("request", "id", "01ab23", "method", "GET", "path", "/t/:token", "error", fmt.Errorf("open %s: %w", said, &fs.PathError{Op: "open", Path: said, Err: syscall.ENOSPC}))
	log.Error("odd", "error", errors.New(said), "any", []string{said})
	got := r.all()
	want := []string{
		"WARN refused error=invalid n=3 words=(not kept)",
		"ERROR request id=01ab23 method=GET path=/t/:token error=no space left on device",
		"ERROR odd error=*errors.errorString any=(not kept)",
	}
	if len(got) != len(want) {
		t.Fatalf("%d lines: %q", len(got), got)
	}
	for i := range want {
		if _, line, _ := strings.Cut(got[i], " "); line != want[i] {
			t.Errorf("line %d is %q, not %q", i, line, want[i])
		}
	}
	for range 2 * recentLines {
		log.Warn("again")
	}
	if got := r.all(); len(got) != recentLines || !strings.HasSuffix(got[0], "WARN again") {
		t.Errorf("%d lines are kept, the first %q", len(got), got[0])
	}
}

package main

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// The program's file is let go of, and the program goes on with it.
func TestLetGo(t *testing.T) {
	mapped := func() (kib int) {
		t.Helper()
		status, err := os.ReadFile("/proc/self/status")
		if err != nil {
			t.Fatal(err)
		}
		_, after, _ := strings.Cut(string(status), "RssFile:")
		if _, err := fmt.Sscanf(after, "%d kB", &kib); err != nil {
			t.Fatal(err)
		}
		return kib
	}
	before := mapped()
	if err := letGo(); err != nil {
		t.Fatal(err)
	}
	if after := mapped(); after >= before {
		t.Errorf("%d KiB of files are mapped, as before (%d)", after, before)
	}
}

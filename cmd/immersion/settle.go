package main

import (
	"bufio"
	"fmt"
	"os"
	"runtime/debug"
	"strings"
	"syscall"
	"time"
)

// settle gives back what was taken once: by starting, or by a version of the
// scenario that was taken in.
func (p *Program) settle() {
	time.AfterFunc(time.Second, func() {
		debug.FreeOSMemory()
		if err := letGo(); err != nil {
			p.log.Debug("let go of the program's file", "error", err)
		}
	})
}

// letGo unmaps the program's own file, nearly all of which starting has
// touched; what is needed again comes from the kernel's cache. Parts that were
// written to stay.
func letGo() error {
	program, err := os.Executable()
	if err != nil {
		return err
	}
	maps, err := os.Open("/proc/self/smaps") // proc_pid_smaps(5)
	if err != nil {
		return err
	}
	defer maps.Close()
	var from, to uintptr // of the part that the lines tell of; to is 0 for what stays
	lines := bufio.NewScanner(maps)
	for lines.Scan() {
		line := lines.Text()
		if strings.HasSuffix(line, " "+program) {
			var mode string
			if _, err := fmt.Sscanf(line, "%x-%x %s", &from, &to, &mode); err != nil || strings.Contains(mode, "w") {
				to = 0
			}
		}
		written, found := strings.CutPrefix(line, "Anonymous:")
		if !found || to == 0 {
			continue
		}
		if strings.TrimSpace(written) == "0 kB" {
			if _, _, no := syscall.Syscall(syscall.SYS_MADVISE, from, to-from, syscall.MADV_DONTNEED); no != 0 {
				return fmt.Errorf("madvise: %w", no)
			}
		}
		to = 0
	}
	return lines.Err()
}

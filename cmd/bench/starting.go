package main

import (
	"bufio"
	"context"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"

	"immersion/kiosk/rehearse"
)

// starting is the time from the start of the process to /readyz on a data
// folder that a day was spent with, and the memory it then rests at when the
// machine was booted before.
func starting(ctx context.Context, dir string) error {
	data, err := os.MkdirTemp(dir, "used-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(data)
	if _, err := withProcess(data, func(p *rehearse.Process) (load, error) { return day(ctx, p) }); err != nil {
		return fmt.Errorf("use a data folder: %w", err)
	}
	var took, least []time.Duration
	var memory, file int // KiB
	for i := range 7 {
		rest := time.Duration(0)
		if i == 6 {
			rest = 10 * time.Second // until the words of the day are read again
			if err := uncache(program); err != nil {
				return err
			}
		}
		d, kib, mapped, err := startOnce(data, rest)
		if err != nil {
			return err
		}
		took, memory, file = append(took, d), kib, mapped
		began := time.Now()
		if err := exec.CommandContext(ctx, program, "version").Run(); err != nil {
			return err
		}
		least = append(least, time.Since(began))
	}
	slices.Sort(took)
	slices.Sort(least)
	row("start to /readyz, existing data folder, median", fmt.Sprintf("%.0f ms", ms(took[3])), fmt.Sprintf("`immersion version` %.0f ms", ms(least[3])), "", "≤ 60 ms")
	row("memory at rest (resident)", fmt.Sprintf("%.1f MB", float64(memory)/1000), fmt.Sprintf("of it %.1f MB the program's file and libraries", float64(file)/1000), "", "≤ 30 MB")
	return nil
}

// uncache drops a file from the system's cache, as a boot does: of a file that was
// just written the kernel maps two megabytes for every page that is read.
func uncache(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	if err := f.Sync(); err != nil {
		return err
	}
	const dontNeed = 4 // POSIX_FADV_DONTNEED, posix_fadvise(2)
	if _, _, no := syscall.Syscall6(syscall.SYS_FADVISE64, f.Fd(), 0, 0, dontNeed, 0, 0); no != 0 {
		return fmt.Errorf("drop %s from the cache: %w", path, no)
	}
	return nil
}

// day fills a data folder with visits and closes the doors on them.
func day(ctx context.Context, p *rehearse.Process) (load, error) {
	got, err := saturate(ctx, p, 16, 0)
	if err != nil {
		return got, err
	}
	organiser, err := p.SetUp(ctx, "a long passphrase", "another passphrase")
	if err != nil {
		return got, err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPut, p.URL+"/api/v1/opening", strings.NewReader(`{"phase":"closed"}`))
	if err != nil {
		return got, err
	}
	res, err := organiser.Do(req)
	if err != nil {
		return got, err
	}
	defer res.Body.Close()
	if res.StatusCode >= 300 {
		return got, fmt.Errorf("close the doors: %s", res.Status)
	}
	return got, nil
}

func startOnce(data string, rest time.Duration) (took time.Duration, kib, mapped int, err error) {
	address, err := rehearse.FreeAddress()
	if err != nil {
		return 0, 0, 0, err
	}
	cmd := exec.Command(program, "serve", "--data", data, "--listen", address)
	began := time.Now()
	if err := cmd.Start(); err != nil {
		return 0, 0, 0, err
	}
	defer func() { _ = cmd.Process.Signal(os.Interrupt); _ = cmd.Wait() }()
	for time.Since(began) < 10*time.Second {
		res, err := http.Get("http://" + address + "/readyz")
		if err == nil {
			res.Body.Close()
			if res.StatusCode == http.StatusOK {
				took = time.Since(began)
				time.Sleep(rest)
				if kib, err = resident(cmd.Process.Pid); err == nil {
					mapped, err = held(cmd.Process.Pid, "RssFile:")
				}
				return took, kib, mapped, err
			}
		}
		time.Sleep(500 * time.Microsecond)
	}
	return 0, 0, 0, fmt.Errorf("not ready after ten seconds")
}

// resident is how much memory a process has now, in KiB.
func resident(pid int) (int, error) { return held(pid, "VmRSS:") }

// held is one line of what the kernel says of a process's memory, in KiB.
func held(pid int, line string) (int, error) {
	f, err := os.Open(filepath.Join("/proc", fmt.Sprint(pid), "status"))
	if err != nil {
		return 0, err
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		if rest, ok := strings.CutPrefix(lines.Text(), line); ok {
			var kib int
			_, err := fmt.Sscanf(rest, "%d kB", &kib)
			return kib, err
		}
	}
	return 0, fmt.Errorf("no %s of process %d", line, pid)
}

// Command bench measures the room's speed in ratios within one run: the real
// program beside a bare writer and a bare server on the same file settings.
// It prints the table of the README.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"immersion/kiosk/rehearse"
)

const (
	program = "bin/immersion"
	short   = 5 * time.Second // of each load
)

func main() {
	if len(os.Args) == 4 && os.Args[1] == "bare-server" {
		exit(serveBare(os.Args[2], os.Args[3]))
		return
	}
	if len(os.Args) == 3 && os.Args[1] == "strike" {
		exit(strike(os.Args[2]))
		return
	}
	facts := flag.String("facts", "1", "millions of facts on disk behind a manager's page, one size after the other: 1,5,10")
	only := flag.Bool("insights", false, "measure the manager's page only")
	flag.Parse()
	dir, err := os.MkdirTemp("", "immersion-bench-")
	if err == nil {
		defer os.RemoveAll(dir)
		err = run(context.Background(), dir, *facts, *only)
	}
	exit(err)
}

func exit(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, dir, facts string, only bool) error {
	fmt.Println("| measured | Immersion | beside it, in the same run | ratio | asked for |")
	fmt.Println("|---|---|---|---|---|")
	parts := []func(context.Context, string) error{throughput, latency, starting, pages, recordings, sound, speakers, console, insights(facts)}
	if only {
		parts = parts[len(parts)-1:]
	}
	for _, part := range parts {
		if err := part(ctx, dir); err != nil {
			return err
		}
	}
	return nil
}

// throughput is acknowledged facts a second, each screen waiting for its own
// acknowledgement before it sends the next.
func throughput(ctx context.Context, dir string) error {
	for _, c := range []struct {
		name              string
		screens, watchers int
		rounds            int // the middle one counts: a disk may hold one up
		asked             float64
	}{
		{"64 screens", 64, 0, 3, 0.22},
		{"64 screens, 50 live watchers", 64, 50, 1, 0.13},
		{"1000 screens", 1000, 0, 3, 0.12},
	} {
		var writers []float64
		var leasts, gots []load
		for range c.rounds {
			writer, err := bare(dir, c.screens)
			if err != nil {
				return fmt.Errorf("bare writer: %w", err)
			}
			least, err := withBareServer(ctx, dir, c.screens)
			if err != nil {
				return fmt.Errorf("bare server: %w", err)
			}
			got, err := withRoom(ctx, dir, func(p *rehearse.Process) (load, error) { return saturate(ctx, p, c.screens, c.watchers) })
			if err != nil {
				return fmt.Errorf("%s: %w", c.name, err)
			}
			writers, leasts, gots = append(writers, writer), append(leasts, least), append(gots, got)
		}
		slices.Sort(writers)
		writer, least, got := writers[c.rounds/2], middle(leasts), middle(gots)
		row("acknowledged facts/s, "+c.name, fmt.Sprintf("%.0f", got.perSecond),
			fmt.Sprintf("bare writer %.0f, bare server %.0f", writer, least.perSecond),
			fmt.Sprintf("%.2f of the bare writer", got.perSecond/writer), fmt.Sprintf("≥ %.2f", c.asked))
		row("send to acknowledgement, "+c.name+", p50 / p99", got.times(), "bare server "+least.times(), "", asked(c.name == "64 screens", "p99 ≤ 10 ms"))
	}
	return nil
}

func asked(really bool, what string) string {
	if really {
		return what
	}
	return ""
}

func row(cells ...string) {
	fmt.Print("|")
	for _, c := range cells {
		fmt.Print(" ", c, " |")
	}
	fmt.Println()
}

// withRoom runs the real program on a fresh data folder.
func withRoom(ctx context.Context, dir string, do func(*rehearse.Process) (load, error)) (load, error) {
	data, err := os.MkdirTemp(dir, "room-")
	if err != nil {
		return load{}, err
	}
	defer os.RemoveAll(data)
	return withProcess(data, do)
}

func withProcess(data string, do func(*rehearse.Process) (load, error)) (load, error) {
	address, err := rehearse.FreeAddress()
	if err != nil {
		return load{}, err
	}
	path, err := filepath.Abs(program)
	if err != nil {
		return load{}, err
	}
	p, err := rehearse.Start(path, address, "--data", data)
	if err != nil {
		return load{}, err
	}
	got, err := do(p)
	if _, e := p.Stop(); err == nil {
		err = e
	}
	return got, err
}

package main

import (
	"context"
	"io"
	"time"

	"immersion/kiosk"
	"immersion/kiosk/insight"
	"immersion/kiosk/journal"
	"immersion/kiosk/server"
)

// The parts do not know one another; here one is made to fit the other.

// insights is what managers may read as the server sees it, and keeps it up
// with the journal.
type insights struct {
	*insight.Insight
	journal *journal.Journal
	moved   chan struct{}
}

// Export writes a file.
func (i insights) Export(ctx context.Context, out io.Writer, of kiosk.Cohort, as server.Export) error {
	return i.Insight.Export(ctx, out, of, insight.Export(as))
}

// tell says that contributions moved.
func (i insights) tell() {
	select {
	case i.moved <- struct{}{}:
	default:
	}
}

// follow makes releases of what the journal has, at first and whenever told,
// with a tenth of one core and one a second at most. It says once when it has
// caught up.
func (i insights) follow(ctx context.Context, caughtUp func(), failed func(error)) error {
	for {
		began := time.Now()
		if err := i.update(ctx); err != nil && ctx.Err() == nil {
			failed(err)
		}
		if caughtUp != nil && i.Complete() {
			caughtUp()
			caughtUp = nil
		}
		select {
		case <-ctx.Done():
			return nil
		case <-time.After(max(time.Second, 9*time.Since(began))):
		}
		select {
		case <-ctx.Done():
			return nil
		case <-i.moved:
		}
	}
}

func (i insights) update(ctx context.Context) error {
	all, err := i.journal.Contributions(ctx)
	if err != nil {
		return err
	}
	_, err = i.Insight.Update(ctx, all)
	if err == nil && !i.Complete() {
		i.tell()
	}
	return err
}

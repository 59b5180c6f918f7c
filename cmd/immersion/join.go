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

// View is an answer of the server's API by its name.
func (i insights) View(_ context.Context, name string, of kiosk.Cohort, figure string) (any, error) {
	switch name {
	case "release":
		return i.Insight.Release(of)
	case "cohorts":
		return i.Insight.Cohorts(), nil
	}
	return nil, kiosk.Errorf(kiosk.NotFound, "there is no view %q", name)
}

// Moderation is what lies before the organiser.
func (i insights) Moderation(context.Context) (any, error) {
	return nil, kiosk.Errorf(kiosk.NotFound, "there are no words yet")
}

// Next draws the words that come next.
func (i insights) Next(context.Context) (kiosk.WordsBatch, error) {
	return kiosk.WordsBatch{}, kiosk.Errorf(kiosk.Conflict, "there are too few words yet")
}

// Export writes a file.
func (i insights) Export(context.Context, io.Writer, kiosk.Cohort, server.Export) error {
	return kiosk.Errorf(kiosk.NotFound, "there is no export yet")
}

// tell says that contributions moved.
func (i insights) tell() {
	select {
	case i.moved <- struct{}{}:
	default:
	}
}

// follow makes releases of what the journal has, at first and whenever told,
// with a tenth of one core and one a second at most.
func (i insights) follow(ctx context.Context, failed func(error)) error {
	for {
		began := time.Now()
		if err := i.update(ctx); err != nil && ctx.Err() == nil {
			failed(err)
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
	return err
}

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

// ruleOf is the k and words_k that a room's figures keep to.
func ruleOf(room *kiosk.Room) func() (k, wordsK int) {
	return func() (k, wordsK int) {
		k, wordsK, _ = room.Rule(time.Now())
		return k, wordsK
	}
}

// tell says that contributions moved.
func (i insights) tell() {
	select {
	case i.moved <- struct{}{}:
	default:
	}
}

// follow makes releases of what the journal has, at first and whenever told,
// with a tenth of one core and one a second at most. While words wait to be
// read, as after a start, they are read between. It says once when it has
// caught up.
func (i insights) follow(ctx context.Context, caughtUp func(), failed func(error)) error {
	turn := func(do func(context.Context) error) bool {
		began := time.Now()
		err := do(ctx)
		if err != nil && ctx.Err() == nil {
			failed(err)
		}
		select {
		case <-ctx.Done():
			return false
		case <-time.After(max(time.Second, 9*time.Since(began))):
			return err == nil
		}
	}
	for ctx.Err() == nil {
		reading := turn(i.update) && !i.Complete()
		for going := reading; going && !i.Complete() && len(i.moved) == 0; {
			going = turn(i.ReadMore)
		}
		if reading && i.Complete() {
			continue // with the themes of what was read
		}
		if i.Complete() {
			caughtUp()
			caughtUp = func() {}
		}
		select {
		case <-ctx.Done():
		case <-i.moved:
		}
	}
	return nil
}

func (i insights) update(ctx context.Context) error {
	_, err := i.Update(ctx, i.journal.Contributions(ctx))
	return err
}

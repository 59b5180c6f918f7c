package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"syscall"
	"time"

	"immersion/kiosk"
	"immersion/kiosk/journal"
)

// retainEvery is how often a running room looks for what has been kept long enough.
const retainEvery = time.Hour

// retain erases what the room no longer keeps, now and every hour. At first it
// tells what the room file promises, if that is new: visits keep to what held
// when they began.
func (p *Program) retain(ctx context.Context) error {
	if promises, untold := p.room.FilePromises(); untold {
		if err := p.journal.Record(ctx, kiosk.PrivacySet, "room-file", "", "", promises); err != nil && ctx.Err() == nil {
			p.log.Error("tell the room file's promises", "error", err)
		}
	}
	for {
		n, err := p.journal.Retain(ctx, p.room.Kept)
		switch {
		case err != nil && ctx.Err() == nil:
			p.log.Error("retention", "error", err)
		case n > 0:
			p.log.Info("kept long enough, erased", "visits", n)
		}
		select {
		case <-ctx.Done():
			return nil
		case <-time.After(retainEvery):
		}
	}
}

type retainCommand struct {
	Room string `type:"existingfile" placeholder:"FILE" help:"The room file, which says how long things are kept."`
	Data string `default:"./data" placeholder:"DIR" help:"Where the room keeps what happens in it (${default})."`
}

// run erases without a running room; a running one does so by itself.
func (c retainCommand) run(ctx context.Context, out, errs io.Writer) int {
	n, err := c.retain(ctx)
	if err != nil {
		fmt.Fprintf(errs, "immersion: %v\n", err)
		return exitFault
	}
	fmt.Fprintf(out, "%d visits erased, or their words.\n", n)
	return 0
}

func (c retainCommand) retain(ctx context.Context) (n int, err error) {
	settings, err := loadRoom(c.Room)
	if err != nil {
		return 0, err
	}
	path := filepath.Join(c.Data, journalFile)
	if _, err := os.Stat(path); err != nil {
		return 0, fmt.Errorf("no room kept anything there: %w", err)
	}
	unlock, err := lockData(c.Data)
	if err != nil {
		return 0, err
	}
	defer unlock()
	room := kiosk.NewRoom(settings)
	j, err := journal.Open(ctx, path, room, journal.Options{})
	if err != nil {
		return 0, err
	}
	running, stop := context.WithCancel(ctx)
	ended := make(chan error, 1)
	go func() { ended <- j.Run(running) }()
	n, err = j.Retain(ctx, room.Kept)
	stop()
	return n, errors.Join(err, <-ended, j.Close())
}

type backupCommand struct {
	Data string `default:"./data" placeholder:"DIR" help:"Where the room keeps what happens in it (${default})."`
}

// run copies the room's file, while the room runs or not.
func (c backupCommand) run(ctx context.Context, out, errs io.Writer) int {
	to, err := journal.Backup(ctx, filepath.Join(c.Data, journalFile), time.Now())
	if err != nil {
		fmt.Fprintf(errs, "immersion: %v\n", err)
		return exitFault
	}
	fmt.Fprintln(out, to)
	return 0
}

// lockData makes sure that one program at a time writes in a data folder. The
// lock ends with the program, however that ends.
func lockData(data string) (unlock func(), err error) {
	if err := os.MkdirAll(data, 0o700); err != nil {
		return nil, err
	}
	f, err := os.OpenFile(filepath.Join(data, "lock"), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		_ = f.Close()
		return nil, fmt.Errorf("another immersion runs on %s: stop it first, or choose another --data", data)
	}
	return func() { _ = f.Close() }, nil
}

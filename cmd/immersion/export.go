package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"strings"

	"immersion/config"
	"immersion/kiosk"
	"immersion/kiosk/insight"
	"immersion/kiosk/journal"
	"immersion/kiosk/server"
	"immersion/kiosk/ui"
	"immersion/stations"
)

// dataOptions name a room by its files.
type dataOptions struct {
	Room string `type:"existingfile" placeholder:"FILE" help:"The room file."`
	Data string `default:"./data" placeholder:"DIR" help:"Where the room keeps what happens in it (${default})."`
}

// closed is a room that nobody is in: its settings and scenario versions.
func (o dataOptions) closed() (*kiosk.Room, *config.Versions, error) {
	settings, err := loadRoom(o.Room)
	if err != nil {
		return nil, nil, err
	}
	if _, err := os.Stat(filepath.Join(o.Data, journalFile)); err != nil {
		return nil, nil, fmt.Errorf("%s holds no room: %w", o.Data, err)
	}
	versions, err := config.OpenVersions(filepath.Join(o.Data, versionsFolder), stations.Kinds())
	if err != nil {
		return nil, nil, err
	}
	room := kiosk.NewRoom(settings)
	room.Remember(func(hash string) (*kiosk.Scenario, bool) {
		s, err := versions.Find(hash)
		return s, err == nil
	})
	return room, versions, nil
}

type exportCommand struct {
	Format string `arg:"" enum:"csv,words.csv,dictionary.csv,xlsx,jsonl,xapi.jsonl,html" help:"csv, words.csv, dictionary.csv (what the columns mean), xlsx, jsonl, xapi.jsonl or html."`
	dataOptions
	Out      string `short:"o" placeholder:"FILE" help:"The file to write. Without it, the output."`
	Scenario string `placeholder:"HASH" help:"The scenario version; without it the one visited last."`
	Cohort   string `placeholder:"ID" help:"Only these visits: department:ID, opening:ID or month:YYYY-MM. Without it every cohort; html holds one, all visits."`
	Language string `default:"en" help:"Language of the words in it (${default})."`
	XAPI     string `name:"xapi" default:"1.0.3" help:"Version of xAPI, 1.0.3 or 2.0 (${default})."`
	Home     string `default:"http://immersion.local" placeholder:"URL" help:"Address of the room, for the ids in xAPI (${default})."`
}

// run writes a file; the room may run meanwhile.
func (c exportCommand) run(ctx context.Context, out, errs io.Writer) int {
	err := c.write(ctx, out)
	if err != nil {
		fmt.Fprintf(errs, "immersion: export: %v\n", err)
		return exitFault
	}
	return 0
}

func (c exportCommand) write(ctx context.Context, out io.Writer) error {
	of, err := kiosk.ParseCohort(c.Scenario, c.Cohort)
	if err != nil {
		return err
	}
	words, err := server.WordsOf(ui.Words, stations.Kinds(), c.Language)
	if err != nil {
		return err
	}
	in, done, err := c.insight(ctx)
	if err != nil {
		return err
	}
	defer done()
	as := insight.Export{Format: c.Format, Version: c.XAPI, Home: strings.TrimSuffix(c.Home, "/"), Language: c.Language,
		Read: func(t kiosk.Text) string { return t.In(c.Language) },
		Say: func(key string) string {
			if w, ok := words[key]; ok {
				return w
			}
			return key
		}}
	if c.Out == "" {
		return in.Export(ctx, out, of, as)
	}
	return replaced(c.Out, func(f io.Writer) error { return in.Export(ctx, f, of, as) })
}

// insight opens what releases there are, to read them only.
func (c exportCommand) insight(ctx context.Context) (*insight.Insight, func(), error) {
	room, versions, err := c.closed()
	if err != nil {
		return nil, nil, err
	}
	j, err := journal.Reading(ctx, filepath.Join(c.Data, journalFile), room, journal.Options{})
	if err != nil {
		_ = versions.Close()
		return nil, nil, err
	}
	err = j.Own(ctx, 0, func(_ int64, f kiosk.Fact) {
		if f.Type == kiosk.PrivacySet {
			room.Lock()
			room.Apply(f)
			room.Unlock()
		}
	})
	done := func() {
		_ = j.Close()
		_ = versions.Close()
	}
	if err != nil {
		done()
		return nil, nil, err
	}
	in, err := insight.New(ctx, insight.Deps{Settings: room.Settings(), Rule: ruleOf(room), Scenarios: room.Scenario, Store: j.Keep(), Source: j})
	if err == nil && (c.Format == "words.csv" || c.Format == "xlsx") {
		err = in.ReadWords(ctx, j.Contributions(ctx))
	}
	if err != nil {
		done()
		return nil, nil, err
	}
	return in, done, nil
}

// replaced writes a file whole or not at all.
func replaced(path string, write func(io.Writer) error) (err error) {
	f, err := os.CreateTemp(filepath.Dir(path), ".export-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = os.Remove(f.Name())
		}
	}()
	if err := errors.Join(write(f), f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}

type rebuildCommand struct{ dataOptions }

// run makes the contributions anew and says what was found.
func (c rebuildCommand) run(ctx context.Context, out, errs io.Writer) int {
	r, err := c.rebuild(ctx, slog.New(slog.NewTextHandler(errs, nil)))
	if err != nil {
		fmt.Fprintf(errs, "immersion: rebuild: %v\n", err)
		return exitFault
	}
	fmt.Fprintf(out, "%d closed visits are as their facts have them, %d of them were put right; %d have no facts any more and stay as they are.\n", r.Visits, r.Changed, r.Kept)
	return 0
}

func (c rebuildCommand) rebuild(ctx context.Context, log *slog.Logger) (journal.Rebuilt, error) {
	room, versions, err := c.closed()
	if err != nil {
		return journal.Rebuilt{}, err
	}
	defer versions.Close()
	unlock, err := lockData(c.Data)
	if err != nil {
		return journal.Rebuilt{}, err
	}
	defer unlock()
	j, err := journal.Open(ctx, filepath.Join(c.Data, journalFile), room, journal.Options{Log: log})
	if err != nil {
		return journal.Rebuilt{}, err
	}
	r, err := j.Rebuild(ctx)
	return r, errors.Join(err, j.Close())
}

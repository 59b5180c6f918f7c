package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"runtime/debug"
	"time"

	"golang.org/x/sync/errgroup"

	"immersion/config"
	"immersion/kiosk"
	"immersion/kiosk/insight"
	"immersion/kiosk/journal"
	"immersion/kiosk/server"
	"immersion/kiosk/ui"
	"immersion/media/speaker"
	"immersion/stations"
)

// Options are what a room is started with.
type Options struct {
	Scenario string `arg:"" optional:"" type:"path" help:"The scenario's folder or pack. Without it the room shows the one that comes with the program."`
	Room     string `type:"existingfile" placeholder:"FILE" help:"The room file."`
	Data     string `default:"./data" placeholder:"DIR" help:"Where the room keeps what happens in it (${default})."`
	Listen   string `placeholder:"ADDR" help:"Address to listen on. Without it what the room file says, or else :8080."`
}

// headWait is how long a connection may take to say what it wants.
const headWait = 10 * time.Second

// soundWait is how long the greeting waits for the sound card.
const soundWait = 300 * time.Millisecond

// recallWait is how long after the start the room looks at those who left.
const recallWait = 2 * time.Second

// journalFile is the room's one file under Options.Data.
const journalFile = "room.db"

// madeFolder is where the files that stations make lie under Options.Data.
const madeFolder = "made"

// Program is a room with all its parts, joined and listening.
type Program struct {
	room      *kiosk.Room
	scenarios *scenarios
	made      *config.Made
	journal   *journal.Journal
	insights  insights
	server    *server.Server
	speaker   server.Speaker
	listener  net.Listener
	tls       *secure // nil for plain http
	public    string  // URL for other machines
	log       *slog.Logger
	recent    recent
	data      string // Options.Data
	started   time.Time
	unlock    func() // of the data folder
}

// Open loads the files, begins to listen, opens the journal and the sound.
// Connections wait until Run.
func Open(ctx context.Context, o Options, sound func(device, data string, log *slog.Logger) server.Speaker, log *slog.Logger) (_ *Program, err error) {
	settings, err := loadRoom(o.Room)
	if err != nil {
		return nil, err
	}
	kept := newRecent(log.Handler())
	log = slog.New(kept)
	p := &Program{room: kiosk.NewRoom(settings), log: log, recent: kept, data: o.Data, started: time.Now()}
	if p.unlock, err = lockData(o.Data); err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			p.unlock()
		}
	}()
	if p.scenarios, err = openScenarios(o.Scenario, o.Data, p.room, log); err != nil {
		return nil, err
	}
	p.warnOfScreens()
	if p.made, err = config.OpenMade(filepath.Join(o.Data, madeFolder)); err != nil {
		p.scenarios.Close()
		return nil, err
	}
	if p.tls, err = openTLS(settings, o.Room, o.Data); err == nil {
		p.listener, err = net.Listen("tcp", cmp.Or(o.Listen, settings.Listen))
	}
	if err != nil {
		p.scenarios.Close()
		_ = p.made.Close()
		return nil, err
	}
	p.public = publicURL(settings.PublicURL, p.listener.Addr(), p.scheme())
	p.speaker = sound(settings.Sound.Device, o.Data, log)
	if err := p.join(ctx, o.Data); err != nil {
		p.Close()
		return nil, err
	}
	return p, nil
}

// scheme is http or https.
func (p *Program) scheme() string {
	if p.tls != nil {
		return "https"
	}
	return "http"
}

// warnOfScreens tells of screens that the room file expects at stations that
// the scenario does not have.
func (p *Program) warnOfScreens() {
	current := p.room.Current()
	for id := range p.room.Settings().Stations {
		if _, ok := current.Place(id); !ok {
			p.log.Warn("the room file expects screens at a station that the scenario does not have", "station", id)
		}
	}
}

// join makes the parts and puts them together.
func (p *Program) join(ctx context.Context, data string) (err error) {
	changed := make(chan struct{}, 1)
	notify := func() {
		select {
		case changed <- struct{}{}:
		default:
		}
	}
	p.journal, err = journal.Open(ctx, filepath.Join(data, journalFile), p.room, journal.Options{Log: p.log, OnCommit: notify})
	if err != nil {
		return err
	}
	p.scenarios.changed = func() {
		notify()
		go p.warm()
	}
	p.scenarios.saved = func(hash string) {
		if err := p.journal.Record(ctx, kiosk.ScenarioUsed, kiosk.ByFile, "", "", kiosk.ScenarioUse{Scenario: hash, How: "saved"}); err != nil && ctx.Err() == nil {
			p.log.Warn("log a version that was saved", "error", err)
		}
	}
	p.insights = insights{journal: p.journal, moved: make(chan struct{}, 1)}
	p.insights.Insight, err = insight.New(ctx, insight.Deps{
		Settings: p.room.Settings(), Rule: ruleOf(p.room), Scenarios: p.room.Scenario, Store: p.journal.Keep(), Source: p.journal,
	})
	if err != nil {
		return err
	}
	pages, err := fs.Sub(ui.Dist, "dist")
	if err != nil {
		return err
	}
	p.server, err = server.New(server.Deps{
		Room: p.room, Journal: p.journal, Keep: p.journal.Keep(), Insights: p.insights, Speaker: p.speaker, Library: p.scenarios, Made: p.made, Rehearser: p,
		Kinds: stations.Kinds(), Words: ui.Words, Pages: pages,
		Disk: func() (int64, error) { return freeDisk(data) }, Changed: changed, Moved: p.insights.tell, Public: p.public, CA: p.ca(), Support: p.support, Log: p.log,
	})
	return err
}

func (p *Program) ca() []byte {
	if p.tls == nil {
		return nil
	}
	return p.tls.ca
}

// Close gives back what Open took, when Run was not called.
func (p *Program) Close() {
	_ = p.listener.Close()
	p.scenarios.Close()
	_ = p.made.Close()
	if p.journal != nil {
		_ = p.journal.Close()
	}
	p.unlock()
}

// Run serves the room until ctx is done, then ends in order: no new requests,
// sockets closed, what is queued written, the file closed.
func (p *Program) Run(ctx context.Context) error {
	writing, stopWriting := context.WithCancel(context.WithoutCancel(ctx))
	written := make(chan error, 1)
	go func() { written <- p.journal.Run(writing) }()

	drop, err := p.keepRehearsalKey()
	if err != nil {
		p.log.Warn("rehearsals by the data folder", "error", err)
	}
	defer drop()
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error { return p.server.Run(ctx) })
	group.Go(func() error {
		return p.insights.follow(ctx, p.settle, func(err error) { p.log.Error("make a release", "error", err) })
	})
	group.Go(func() error { return p.scenarios.watch(ctx) })
	group.Go(func() error { return p.retain(ctx) })
	group.Go(func() error { return p.recall(ctx) })
	group.Go(func() error { return p.scenarios.keepHouse(ctx, p.insights, p.made) })
	group.Go(func() error { return p.serve(ctx) })
	err = group.Wait()
	stopWriting()
	err = errors.Join(err, <-written, p.journal.Close())
	p.scenarios.Close()
	_ = p.made.Close()
	p.unlock()
	return err
}

// recall teaches the room the pace of those who left before it was started, once
// it has begun to answer.
func (p *Program) recall(ctx context.Context) error {
	select {
	case <-ctx.Done():
		return nil
	case <-time.After(recallWait):
	}
	if err := p.journal.Recall(ctx); err != nil && ctx.Err() == nil {
		p.log.Warn("learn how long visitors stay", "error", err)
	}
	p.settle()
	return nil
}

// serve answers requests. The first opening of a new room opens by itself,
// unless the room file plans its hours.
func (p *Program) serve(ctx context.Context) error {
	if open, ever := p.room.Opening(); open == "" && !ever && len(p.room.Settings().Plan.Hours) == 0 {
		err := p.journal.Record(ctx, kiosk.OpeningOpened, "start", "", "", struct{}{})
		if err != nil && ctx.Err() == nil {
			return fmt.Errorf("open the doors: %w", err)
		}
		p.speaker.Chime()
	}
	go p.warm()
	h := p.httpServer(p.server.Handler())
	listening := func() error { return h.Serve(p.listener) }
	servers := []*http.Server{h}
	if p.tls != nil {
		both := newSplit(p.listener)
		h.TLSConfig = p.tls.config
		plain := p.httpServer(toHTTPS(h.Handler, server.CAPath))
		servers = append(servers, plain)
		listening = func() error {
			var group errgroup.Group
			group.Go(func() error { return h.ServeTLS(half{both, both.secure}, "", "") })
			group.Go(func() error { return plain.Serve(half{both, both.plain}) })
			return group.Wait()
		}
	}
	ended := make(chan error, 1)
	go func() { ended <- listening() }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
	defer cancel()
	for _, h := range servers {
		if h.Shutdown(last) != nil {
			_ = h.Close() // somebody is still reading; they have had their time
		}
	}
	return nil
}

func (p *Program) httpServer(h http.Handler) *http.Server {
	return &http.Server{
		Handler:           h,
		ReadHeaderTimeout: headWait,
		IdleTimeout:       2 * time.Minute,
		ErrorLog:          slog.NewLogLogger(p.log.Handler(), slog.LevelDebug),
	}
}

// loudspeaker is the room's sound card; a device that the room file names needs
// a file under data.
func loudspeaker(device, data string, log *slog.Logger) server.Speaker {
	return speaker.Open(speaker.Options{Device: device, Config: filepath.Join(data, "alsa.conf"), Log: log})
}

// warm makes what stations make only once, such as a call's waveform, before
// the first visitor asks.
func (p *Program) warm() {
	current := p.room.Current()
	for _, place := range current.Places {
		place.Station.View()
	}
	for _, made := range current.Makes() {
		f, err := p.made.Open(current.Files, made)
		switch {
		case errors.Is(err, os.ErrClosed): // the room is closing
			return
		case err != nil:
			p.log.Warn("make a file of the scenario", "error", err)
		default:
			_ = f.Close()
		}
	}
	p.settle()
}

// serve is the command: it runs a room and returns the exit code.
func serve(ctx context.Context, o Options, out, errs io.Writer) int {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(200) // half the collections under load, for two megabytes at rest
	}
	err := openAndRun(ctx, o, out, slog.New(slog.NewTextHandler(errs, nil)))
	if err != nil && !(ctx.Err() != nil && errors.Is(err, ctx.Err())) { // stopped while starting is no fault
		fmt.Fprintf(errs, "immersion: %v\n", err)
		return exitFault
	}
	return 0
}

func openAndRun(ctx context.Context, o Options, out io.Writer, log *slog.Logger) error {
	p, err := Open(ctx, o, loudspeaker, log)
	if err != nil {
		return err
	}
	setup, err := p.server.SetupPath(ctx)
	if err != nil {
		p.Close()
		return err
	}
	greeted := make(chan struct{})
	go func() {
		defer close(greeted)
		select { // the sound card takes a moment to say whether it is there
		case <-time.After(soundWait):
			greet(out, p, setup)
		case <-ctx.Done():
		}
	}()
	err = p.Run(ctx)
	<-greeted
	return err
}

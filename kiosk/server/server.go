// Package server is the room's HTTP side: pages, API, sockets, and who may do
// what. Nothing else in the program knows Echo or WebSockets.
package server

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/alexedwards/scs/v2"
	"github.com/labstack/echo/v4"
	"golang.org/x/sync/errgroup"

	"immersion/kiosk"
)

// Journal writes facts. Submit queues and calls done once, from another
// goroutine, after the facts are on disk; Record writes one of the room's own
// and waits.
type Journal interface {
	Submit(docs [][]byte, from kiosk.Source, done func([]kiosk.Verdict))
	Record(ctx context.Context, typ, by, screen, visit string, body any) error
	Ready() error
	// Visit folds a visit from what is on disk; NotFound if there is none, or it is erased.
	Visit(ctx context.Context, id string) (*kiosk.Visit, error)
	// Erase takes a visit out of the room; Erasing tells whether it may still stand in the file.
	Erase(ctx context.Context, visit, by string, words bool) error
	Erasing() bool
	// Log gives what was done in the room, the newest first, before a place in the order of writing.
	Log(ctx context.Context, before int64, each func(seq int64, f kiosk.Fact) bool) error
	// Rehearsed lists the visits of rehearsals that are not erased yet.
	Rehearsed(ctx context.Context) ([]string, error)
}

// Keep holds what is no fact: credentials, sessions, devices.
type Keep interface {
	Get(ctx context.Context, table, key string) ([]byte, bool, error)
	Put(ctx context.Context, table, key string, value []byte, expires time.Time) error
	Delete(ctx context.Context, table, key string) error
	All(ctx context.Context, table string) (map[string][]byte, error)
}

// Speaker is the room's loudspeakers. Nothing of it waits for what it plays.
type Speaker interface {
	Status() string                          // in one sentence, what it plays on or why not
	Ready() bool                             // something can be heard
	Look() error                             // looks for a sound card again; Unavailable without one
	Tune(kiosk.Tuning) error                 // how it is to sound from now
	Chime()                                  // at once
	Say(kiosk.Track) error                   // after what is said; Conflict when too much waits
	Stop()                                   // everything, at once
	Spoken() (kiosk.Spoken, <-chan struct{}) // what is said; rings when that has changed
}

// Made keeps what stations make of a scenario's files.
type Made interface {
	Open(files fs.FS, made kiosk.Made) (io.ReadSeekCloser, error)
}

// Deps is what a server is made of. Every field is needed but Now, which is
// time.Now when nil.
type Deps struct {
	Room      *kiosk.Room
	Journal   Journal
	Keep      Keep
	Insights  Insights
	Speaker   Speaker
	Library   Library
	Made      Made
	Rehearser Rehearser
	Kinds     []kiosk.Kind
	Words     fs.FS                          // the pages' dictionaries: <language>.json, in any folder
	Pages     fs.FS                          // the built pages; without any the server says how to build them
	Changed   <-chan struct{}                // a commit changed the room
	Moved     func()                         // told that contributions moved; must not wait
	Disk      func() (free int64, err error) // bytes on the disk of the data folder
	Public    string                         // URL under which other machines reach the server, no slash at its end
	CA        []byte                         // the room's own certificate authority, PEM; nil without one
	Support   func(context.Context) (Support, error)
	Log       *slog.Logger
	Now       func() time.Time
}

// Server serves one room.
type Server struct {
	Deps
	echo       *echo.Echo
	origins    *http.CrossOriginProtection
	hub        *hub
	sessions   *scs.SessionManager
	hashes     chan struct{} // bounds the passphrases being hashed at once
	devices    devices
	pairings   pairings
	codes      codeGuard
	webhook    *webhook
	aloud      aloud
	rehearsals rehearsals
	salting    sync.Mutex
	visitors   rates                        // by IP: sign-in, setup and pairing
	words      map[string]map[string]string // by language and key
	setup      atomic.Pointer[[32]byte]     // hash of the one-time organiser token; nil: none
}

// New makes a server. It reads the devices that are paired and the
// dictionaries; the error says which failed.
func New(d Deps) (*Server, error) {
	if d.Now == nil {
		d.Now = time.Now
	}
	d.Room.Clock(d.Now)
	d.Public = strings.TrimSuffix(d.Public, "/")
	s := &Server{
		Deps:     d,
		hub:      newHub(d.Room, d.Moved, d.Now),
		origins:  http.NewCrossOriginProtection(),
		hashes:   make(chan struct{}, 2),
		pairings: pairings{now: d.Now, byDevice: map[string]*pairing{}},
		codes:    codeGuard{now: d.Now, keep: d.Keep, screens: map[string]*attempts{}},
		visitors: rates{now: d.Now, byKey: map[string]*rateEntry{}},
	}
	if d.Public != "" {
		if err := s.origins.AddTrustedOrigin(d.Public); err != nil {
			return nil, fmt.Errorf("public URL %q: %w", d.Public, err)
		}
	}
	s.rehearsals.ctx, s.rehearsals.stop = context.WithCancel(context.Background())
	s.rehearsals.keys = rehearsalKeys{now: d.Now, byHash: map[[32]byte]rehearsalKey{}}
	s.webhook = newWebhook(d.Room.Settings().Webhook, d.Log, d.Now)
	s.hub.webhook = s.webhook
	s.sessions = s.newSessions()
	var err error
	if s.words, err = dictionaries(d.Words, d.Kinds); err != nil {
		return nil, fmt.Errorf("read dictionaries: %w", err)
	}
	if err := s.devices.load(context.Background(), d.Keep); err != nil {
		return nil, fmt.Errorf("read paired devices: %w", err)
	}
	s.Room.Phones(s.devices.lent)
	if err := s.codes.load(context.Background()); err != nil {
		return nil, fmt.Errorf("read blocked screens: %w", err)
	}
	s.echo = s.routes()
	return s, nil
}

// Handler answers every request of the room.
func (s *Server) Handler() http.Handler { return s.echo }

// Run publishes what changes to screens and consoles, and keeps house. It
// returns when ctx is done, with every socket closed.
func (s *Server) Run(ctx context.Context) error {
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error { return s.hub.publish(ctx, s.Changed) })
	group.Go(func() error { return s.hub.show(ctx) })
	group.Go(func() error { return s.keepHouse(ctx) })
	group.Go(func() error { return s.webhook.run(ctx) })
	group.Go(func() error { return s.turn(ctx) })
	group.Go(func() error { return s.keepPlan(ctx) })
	group.Go(func() error { return s.sound(ctx) })
	group.Go(func() error { return s.keepRehearsals(ctx) })
	if err := group.Wait(); !errors.Is(err, context.Canceled) {
		return err
	}
	return nil
}

// keepHouse closes the visits without a sign, and forgets what has expired.
func (s *Server) keepHouse(ctx context.Context) error {
	tick := time.NewTicker(time.Minute)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-tick.C:
			s.closeStale(ctx)
			s.pairings.sweep()
			s.visitors.sweep()
		}
	}
}

func (s *Server) closeStale(ctx context.Context) {
	for _, id := range s.Room.Stale(s.Now()) {
		err := s.Journal.Record(ctx, kiosk.VisitClosed, "timeout", "", id, kiosk.Closing{Reason: "timeout"})
		if err != nil {
			s.Log.Warn("close a visit without a sign", "visit", id, "error", err)
		}
	}
}

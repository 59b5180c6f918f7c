// Package journal keeps the room's facts in one SQLite file. One writer takes
// what is queued, asks the room about each fact in order, commits once, and
// only then acknowledges.
package journal

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"immersion/kiosk"

	_ "github.com/mattn/go-sqlite3" // the driver "sqlite3"
)

// Options are what a journal needs of its surroundings.
type Options struct {
	Now      func() time.Time // the clock; time.Now if nil
	Log      *slog.Logger     // slog.Default if nil
	OnCommit func()           // called after each commit
}

// Journal is the open file with its one writer.
type Journal struct {
	room   *kiosk.Room
	now    func() time.Time
	log    *slog.Logger
	notify func()

	path    string
	write   *sql.DB // one connection, the writer's
	read    *sql.DB
	sweep   *sql.DB // empties the write-ahead log after erasures
	w       *writer
	queue   chan submission
	written chan written

	erased   chan struct{}               // one waits: something was erased
	erasures atomic.Int64                // so far; the start counts as one
	swept    atomic.Int64                // of them, those that the write-ahead log holds no more
	stopping sync.RWMutex                // held for writing only to stop
	stopped  bool                        // no more submissions
	fault    atomic.Pointer[kiosk.Error] // why the last commit failed; nil after one that did not
}

// Open opens or makes the file, brings its tables up to date, and folds what
// is on disk into the room. Scenarios are in use by then.
func Open(ctx context.Context, path string, room *kiosk.Room, o Options) (*Journal, error) {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Log == nil {
		o.Log = slog.Default()
	}
	if o.OnCommit == nil {
		o.OnCommit = func() {}
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, fmt.Errorf("open journal: %w", err)
	}
	j := &Journal{path: path, room: room, now: o.Now, log: o.Log, notify: o.OnCommit, erased: make(chan struct{}, 1),
		queue: make(chan submission, 1024), written: make(chan written, 4)}
	if err := j.open(ctx, path); err != nil {
		return nil, fmt.Errorf("open journal %s: %w", path, err)
	}
	return j, nil
}

func (j *Journal) open(ctx context.Context, path string) (err error) {
	if j.write, err = openDB(path, "&_txlock=immediate&_synchronous=FULL"); err != nil {
		return err
	}
	j.write.SetMaxOpenConns(1)
	defer func() {
		if err != nil {
			_ = j.Close()
		}
	}()
	if err := migrate(ctx, j.write, path); err != nil {
		return err
	}
	if j.read, err = openDB(path, "&_query_only=1&_cache_size=-"+readCache); err != nil {
		return err
	}
	j.read.SetMaxOpenConns(4)
	if j.sweep, err = openDB(path, "&_cache_size=-"+readCache); err != nil {
		return err
	}
	j.sweep.SetMaxOpenConns(1)
	if j.w, err = newWriter(ctx, j.write); err != nil {
		return err
	}
	j.room.Lock()
	defer j.room.Unlock()
	return j.fold(ctx)
}

// readCache is how many KiB a connection keeps that only reads: the system has
// the pages as well, and there are five of them.
const readCache = "512"

// openDB sets what must hold on every connection in the DSN: a PRAGMA by Exec
// would reach one of the pool.
func openDB(path, more string) (*sql.DB, error) {
	return sql.Open("sqlite3", "file:"+(&url.URL{Path: path}).EscapedPath()+"?_journal_mode=WAL&_busy_timeout=5000&_secure_delete=1"+more)
}

// column is the only column of what a query finds.
func column[T any](ctx context.Context, db *sql.DB, query string, args ...any) ([]T, error) {
	rows, err := db.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []T
	for rows.Next() {
		var one T
		if err := rows.Scan(&one); err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, rows.Err()
}

// Close closes the file. Run has returned by then.
func (j *Journal) Close() error {
	var err error
	for _, db := range []*sql.DB{j.read, j.sweep} {
		if db != nil {
			err = errors.Join(err, db.Close())
		}
	}
	if j.w != nil {
		j.w.close()
	}
	if j.write != nil {
		err = errors.Join(err, j.write.Close())
	}
	return err
}

// Ready tells why the last commit failed; nil when facts can be written.
func (j *Journal) Ready() error {
	if err := j.fault.Load(); err != nil {
		return err
	}
	return nil
}

package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"regexp"
	"slices"
	"strings"
	"sync"
	"syscall"
	"time"

	"immersion/kiosk"
)

// recentLines is how many warnings are kept for a support bundle.
const recentLines = 200

// recent keeps what was warned of last beside what it passes on. A line of it
// holds no word that anybody wrote: of an error the kind, of what is told with
// it numbers, ids and the names in plainKeys.
type recent struct {
	slog.Handler
	*ring
}

type ring struct {
	mu    sync.Mutex
	lines []string
}

func newRecent(next slog.Handler) recent { return recent{next, &ring{}} }

// Handle keeps warnings and errors, and passes everything on.
func (r recent) Handle(ctx context.Context, record slog.Record) error {
	if record.Level >= slog.LevelWarn {
		r.add(plainLine(record))
	}
	return r.Handler.Handle(ctx, record)
}

// WithAttrs keeps the ring; what all records of a logger tell is not in it.
func (r recent) WithAttrs(attrs []slog.Attr) slog.Handler {
	return recent{r.Handler.WithAttrs(attrs), r.ring}
}

// WithGroup keeps the ring.
func (r recent) WithGroup(name string) slog.Handler { return recent{r.Handler.WithGroup(name), r.ring} }

func (r *ring) add(line string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if len(r.lines) == recentLines {
		r.lines = slices.Delete(r.lines, 0, 1)
	}
	r.lines = append(r.lines, line)
}

// all are the lines kept, the oldest first.
func (r *ring) all() []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.Clone(r.lines)
}

// plainKeys tell texts that the program names things by; the path is a
// route's, not what was asked for.
var plainKeys = map[string]bool{"method": true, "path": true, "station": true, "type": true, "screen": true}

// identifier is an id or a hash.
var identifier = regexp.MustCompile(`^[0-9a-f-]{1,64}$`)

func plainLine(record slog.Record) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s %s", record.Time.Format(time.RFC3339), record.Level, record.Message)
	record.Attrs(func(a slog.Attr) bool {
		fmt.Fprintf(&b, " %s=%s", a.Key, plainValue(a.Key, a.Value.Resolve()))
		return true
	})
	return b.String()
}

func plainValue(key string, v slog.Value) string {
	switch v.Kind() {
	case slog.KindBool, slog.KindInt64, slog.KindUint64, slog.KindFloat64, slog.KindDuration, slog.KindTime:
		return v.String()
	case slog.KindString:
		if plainKeys[key] || identifier.MatchString(v.String()) {
			return v.String()
		}
	case slog.KindAny:
		if err, ok := v.Any().(error); ok {
			return plainError(err)
		}
	}
	return "(not kept)"
}

// plainError is what kind of error it is, without what it says: the room's
// code, the system's own sentence, or the types it is made of.
func plainError(err error) string {
	var refused *kiosk.Error
	var system syscall.Errno
	switch {
	case errors.As(err, &refused):
		return string(refused.Code)
	case errors.As(err, &system):
		return system.Error()
	}
	var types []string
	for ; err != nil; err = errors.Unwrap(err) {
		types = append(types, fmt.Sprintf("%T", err))
	}
	return strings.Join(types, " ")
}

package insight

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"immersion/kiosk"
)

// Store keeps documents by table and key. A zero expires is never.
type Store interface {
	Get(ctx context.Context, table, key string) ([]byte, bool, error)
	Put(ctx context.Context, table, key string, value []byte, expires time.Time) error
}

// A release is rows, frozen: what it moved, written first, and its frame.
// What it shows are the newest values up to it. What was moved without a frame
// was never shown, and the next release overwrites it.
const table = "releases"

func releaseKey(n int) string { return fmt.Sprintf("release/%08d", n) }
func stepsKey(n int) string   { return fmt.Sprintf("steps/%08d", n) }

func moreKey(n, row int) string { return fmt.Sprintf("%s/%06d", stepsKey(n), row) }

// storedSteps is some of a release's steps on disk. The first row tells how
// many more there are: one row of all would be as large as the room's history.
type storedSteps struct {
	Scenario string       `json:"scenario"`
	Steps    []storedStep `json:"steps"`
	More     int          `json:"more,omitempty"`
}

type storedStep struct {
	ID      id     `json:"id"`
	Changes []byte `json:"changes"` // packed: a start reads all there ever were
	Cell    Cell   `json:"cell"`    // the value since
}

// fullRow is how many bytes of steps go into one row.
const fullRow = 1 << 20

// spool writes a release's steps as they are made.
type spool struct {
	ctx  context.Context
	in   *Insight
	n    int
	size int // of the steps that wait
	storedSteps
	err error
}

func (s *spool) step(at id, packed []byte, to Cell) {
	s.Steps = append(s.Steps, storedStep{ID: at, Changes: packed, Cell: to})
	if s.size += len(packed) + 200; s.size < fullRow || s.err != nil {
		return
	}
	s.More++
	s.err = s.in.put(s.ctx, moreKey(s.n, s.More), storedSteps{Scenario: s.Scenario, Steps: s.Steps})
	s.Steps, s.size = nil, 0
}

// close writes the rest, and then the release's frame.
func (s *spool) close(r Release) error {
	if s.err != nil {
		return s.err
	}
	if err := s.in.put(s.ctx, stepsKey(s.n), s.storedSteps); err != nil {
		return err
	}
	return s.in.put(s.ctx, releaseKey(s.n), r)
}

func (in *Insight) put(ctx context.Context, key string, value any) error {
	b, err := json.Marshal(value)
	if err != nil {
		return err
	}
	return in.store.Put(ctx, table, key, b, time.Time{})
}

// load replays the steps of all releases, and reads the last of each scenario version.
func (in *Insight) load(ctx context.Context) error {
	last := map[string]int{}
	for n := 1; ; n++ {
		if _, ok, err := in.store.Get(ctx, table, releaseKey(n)); err != nil || !ok {
			if err != nil {
				return err
			}
			break
		}
		hash, err := in.replay(ctx, n)
		if err != nil {
			return err
		}
		in.n, last[hash] = n, n
	}
	for hash, n := range last {
		l := in.ledgers[hash]
		if err := in.get(ctx, releaseKey(n), &l.frame); err != nil {
			return err
		}
		in.ledgers[hash] = l
	}
	return nil
}

func (in *Insight) get(ctx context.Context, key string, into any) error {
	b, ok, err := in.store.Get(ctx, table, key)
	if err != nil {
		return err
	}
	if !ok {
		return fmt.Errorf("%s is missing: %w", key, kiosk.Errorf(kiosk.Internal, "a release lost its part"))
	}
	if err := json.Unmarshal(b, into); err != nil {
		return fmt.Errorf("%s: %w", key, err)
	}
	return nil
}

// replay takes in what one release moved, and gives its scenario version.
func (in *Insight) replay(ctx context.Context, n int) (string, error) {
	var first storedSteps
	if err := in.get(ctx, stepsKey(n), &first); err != nil {
		return "", err
	}
	doc := first
	for row := 0; ; {
		l := in.ledgers[first.Scenario]
		if l.histories == nil {
			l.histories = map[id]history{}
		}
		if err := l.replay(doc); err != nil {
			return "", fmt.Errorf("%s: %w", stepsKey(n), err)
		}
		in.ledgers[first.Scenario] = l.with(doc.moved())
		if row++; row > first.More {
			return first.Scenario, nil
		}
		doc = storedSteps{}
		if err := in.get(ctx, moreKey(n, row), &doc); err != nil {
			return "", err
		}
	}
}

func (l ledger) replay(doc storedSteps) error {
	for _, s := range doc.Steps {
		step, ok := unpack(s.Changes)
		if !ok {
			return kiosk.Errorf(kiosk.Internal, "the step of %v is damaged", s.ID)
		}
		l.histories[s.ID] = l.histories[s.ID].took(step, s.Changes)
	}
	return nil
}

func (doc storedSteps) moved() steps {
	m := make(steps, len(doc.Steps))
	for _, s := range doc.Steps {
		step, _ := unpack(s.Changes)
		m[s.ID] = moved{to: valueOf(s.Cell), newest: newest(step)}
	}
	return m
}

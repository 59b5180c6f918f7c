package insight

import (
	"context"
	"encoding/binary"
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

// A release is two rows, frozen: what it moved, written first, and its frame.
// What it shows are the newest values up to it. What was moved without a frame
// was never shown, and the next release overwrites it.
const table = "releases"

func releaseKey(n int) string { return fmt.Sprintf("release/%08d", n) }
func stepsKey(n int) string   { return fmt.Sprintf("steps/%08d", n) }

// storedSteps is a release's steps on disk.
type storedSteps struct {
	Scenario string       `json:"scenario"`
	Steps    []storedStep `json:"steps"`
}

type storedStep struct {
	ID      id     `json:"id"`
	Changes []byte `json:"changes"` // packed: a start reads all there ever were
	Cell    Cell   `json:"cell"`    // the value since
}

// pack writes for each change three varints: how much its visit's number is
// above the one before, and the marks.
func pack(step []change) []byte {
	b, last := []byte{}, int64(0)
	for _, c := range step {
		b = binary.AppendUvarint(b, uint64(c.visit-last))
		b = binary.AppendUvarint(b, uint64(c.was))
		b = binary.AppendUvarint(b, uint64(c.now))
		last = c.visit
	}
	return b
}

// unpack is the inverse of pack; false for bytes that pack never wrote.
func unpack(b []byte) ([]change, bool) {
	step, last := make([]change, 0, len(b)/7), int64(0)
	for len(b) > 0 {
		var part [3]uint64
		for i := range part {
			v, n := binary.Uvarint(b)
			if n <= 0 {
				return nil, false
			}
			part[i], b = v, b[n:]
		}
		last += int64(part[0])
		step = append(step, change{last, uint32(part[1]), uint32(part[2])})
	}
	return step, true
}

func (in *Insight) save(ctx context.Context, r Release, m steps) error {
	doc := storedSteps{Scenario: r.Scenario.Hash}
	for at, to := range m {
		doc.Steps = append(doc.Steps, storedStep{ID: at, Changes: pack(to.step), Cell: to.cell})
	}
	if err := in.put(ctx, stepsKey(r.N), doc); err != nil {
		return err
	}
	return in.put(ctx, releaseKey(r.N), r)
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
		var doc storedSteps
		if err := in.get(ctx, stepsKey(n), &doc); err != nil {
			return err
		}
		l := in.ledgers[doc.Scenario]
		if l.histories == nil {
			l.histories = map[id]history{}
		}
		m := make(steps, len(doc.Steps))
		for _, s := range doc.Steps {
			step, ok := unpack(s.Changes)
			if !ok {
				return fmt.Errorf("%s is damaged", stepsKey(n))
			}
			m[s.ID] = moved{step, s.Cell}
			l.histories[s.ID] = l.histories[s.ID].took(step)
		}
		l = l.with(m)
		in.n, in.ledgers[doc.Scenario], last[doc.Scenario] = n, l, n
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

package journal

import (
	"context"

	"immersion/kiosk"
)

// logChunk is how many rows are read at once: no reader stays in the file for
// longer, or the write-ahead log could not be emptied.
const logChunk = 500

// Log gives what was done in the room, the newest first: its own facts, and
// those of visits that somebody else than their visitor made. It begins before
// a place in the order of writing, 0 for the end, and goes on until each says
// false.
func (j *Journal) Log(ctx context.Context, before int64, each func(seq int64, f kiosk.Fact) bool) error {
	type row struct {
		seq int64
		doc []byte
	}
	chunk := func() (rows []row, err error) {
		found, err := j.read.QueryContext(ctx, `SELECT seq, doc FROM facts WHERE seq IN (
			SELECT seq FROM (
				SELECT * FROM (SELECT seq FROM facts WHERE visit = 0 AND (?1 = 0 OR seq < ?1) ORDER BY seq DESC LIMIT ?2)
				UNION ALL
				SELECT * FROM (SELECT seq FROM acts WHERE ?1 = 0 OR seq < ?1 ORDER BY seq DESC LIMIT ?2)
			) ORDER BY seq DESC LIMIT ?2) ORDER BY seq DESC`, before, logChunk)
		if err != nil {
			return nil, err
		}
		defer found.Close()
		for found.Next() {
			var r row
			if err := found.Scan(&r.seq, &r.doc); err != nil {
				return nil, err
			}
			rows = append(rows, r)
		}
		return rows, found.Err()
	}
	for {
		rows, err := chunk()
		if err != nil || len(rows) == 0 {
			return err
		}
		for _, r := range rows {
			before = r.seq
			if len(r.doc) == 0 { // erased
				continue
			}
			f, err := kiosk.ParseFact(r.doc)
			if err != nil {
				return err
			}
			if f.By != "" && !each(r.seq, f) {
				return nil
			}
		}
	}
}

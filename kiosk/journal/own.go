package journal

import (
	"context"

	"immersion/kiosk"
)

// Own gives the room's own facts that were written after a place in the order
// of writing, 0 for all, each with its place.
func (j *Journal) Own(ctx context.Context, after int64, each func(seq int64, f kiosk.Fact)) error {
	rows, err := j.read.QueryContext(ctx, "SELECT seq, doc FROM facts WHERE visit = 0 AND seq > ? ORDER BY seq", after)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var seq int64
		var doc []byte
		if err := rows.Scan(&seq, &doc); err != nil {
			return err
		}
		f, err := kiosk.ParseFact(doc)
		if err != nil {
			return err
		}
		each(seq, f)
	}
	return rows.Err()
}

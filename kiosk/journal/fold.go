package journal

import (
	"context"
	"database/sql"
	"fmt"

	"immersion/kiosk"

	"github.com/google/uuid"
)

// fold makes the room from what is on disk: its own facts, and the open visits.
func (j *Journal) fold(ctx context.Context) error {
	j.room.Reset()
	if err := eachFact(ctx, j.w.conn, 0, func(f kiosk.Fact) { j.room.Apply(f) }); err != nil {
		return err
	}
	rows, err := j.w.conn.QueryContext(ctx, "SELECT no, id FROM visits WHERE closed = 0")
	if err != nil {
		return err
	}
	defer rows.Close()
	open := map[int64]string{}
	for rows.Next() {
		var no int64
		var id uuid.UUID
		if err := rows.Scan(&no, &id); err != nil {
			return err
		}
		open[no] = id.String()
	}
	if err := rows.Err(); err != nil {
		return err
	}
	for no, id := range open {
		if err := j.restore(ctx, j.w.conn, id, no); err != nil {
			return err
		}
	}
	return nil
}

// refold puts the room back to what is on disk after a transaction failed.
func (j *Journal) refold() error {
	ctx := context.Background()
	if j.w.room {
		return j.fold(ctx)
	}
	for id := range j.w.touched {
		v, ok := j.room.Visit(id)
		if !ok {
			continue
		}
		j.room.Forget(id)
		var closed int64
		u := uuid.MustParse(id)
		err := j.w.conn.QueryRowContext(ctx, "SELECT closed FROM visits WHERE id = ?", u[:]).Scan(&closed)
		if err == sql.ErrNoRows || err == nil && closed > 0 {
			continue
		}
		if err == nil {
			err = j.restore(ctx, j.w.conn, id, v.No)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// restore folds one visit from disk into the room.
func (j *Journal) restore(ctx context.Context, conn *sql.Conn, id string, no int64) error {
	var v *kiosk.Visit
	var early []kiosk.Fact // dated before the opening was written
	err := eachFact(ctx, conn, no, func(f kiosk.Fact) {
		switch {
		case v == nil && f.Type == kiosk.VisitOpened:
			v = j.room.Begin(f, no)
			v.Add(f)
		case v == nil:
			early = append(early, f)
		default:
			v.Add(f)
		}
	})
	if err != nil {
		return fmt.Errorf("fold visit %d: %w", no, err)
	}
	if v == nil {
		return fmt.Errorf("fold visit %d: no fact opens it", no)
	}
	for _, f := range early {
		v.Add(f)
	}
	j.room.Restore(v)
	return nil
}

func eachFact(ctx context.Context, conn *sql.Conn, visit int64, each func(kiosk.Fact)) error {
	rows, err := conn.QueryContext(ctx, "SELECT doc FROM facts WHERE visit = ? ORDER BY seq", visit)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var doc []byte
		if err := rows.Scan(&doc); err != nil {
			return err
		}
		f, err := kiosk.ParseFact(doc)
		if err != nil {
			return err
		}
		each(f)
	}
	return rows.Err()
}

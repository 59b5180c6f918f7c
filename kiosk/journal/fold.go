package journal

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"immersion/kiosk"

	"github.com/google/uuid"
)

// fold makes the room from what is on disk: its own facts, and the open visits.
func (j *Journal) fold(ctx context.Context) error {
	j.room.Reset()
	if err := eachFact(ctx, j.w.conn, 0, func(f kiosk.Fact, _ int64) { j.room.Apply(f) }); err != nil {
		return err
	}
	rows, err := j.w.conn.QueryContext(ctx, "SELECT no, id FROM visits WHERE closed = 0 AND merged = 0")
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

// Fold makes a visit anew from its facts on disk, by the journal's number for it.
func (j *Journal) Fold(ctx context.Context, no int64) (*kiosk.Visit, error) {
	conn, err := j.read.Conn(ctx)
	if err != nil {
		return nil, err
	}
	defer conn.Close()
	var id uuid.UUID
	if err := conn.QueryRowContext(ctx, "SELECT id FROM visits WHERE no = ?", no).Scan(&id); err != nil {
		return nil, fmt.Errorf("find visit %d: %w", no, err)
	}
	return foldVisit(ctx, conn, id.String(), no, j.room.Scenario)
}

// Visit folds a visit from what is on disk, or the one that it is part of;
// NotFound if there is none, or it is erased.
func (j *Journal) Visit(ctx context.Context, id string) (*kiosk.Visit, error) {
	none := kiosk.Errorf(kiosk.NotFound, "there is no visit %.40q", id)
	u, err := uuid.Parse(id)
	if err != nil {
		return nil, none
	}
	var no int64
	var erased int
	err = j.read.QueryRowContext(ctx, "SELECT CASE merged WHEN 0 THEN no ELSE merged END, erased FROM visits WHERE id = ?", u[:]).Scan(&no, &erased)
	if errors.Is(err, sql.ErrNoRows) || erased == allErased {
		return nil, none
	}
	if err != nil {
		return nil, err
	}
	return j.Fold(ctx, no)
}

// restore folds one visit from disk into the room.
func (j *Journal) restore(ctx context.Context, conn *sql.Conn, id string, no int64) error {
	v, err := foldVisit(ctx, conn, id, no, j.room.Known)
	if err == nil {
		j.room.Restore(v)
	}
	return err
}

func foldVisit(ctx context.Context, conn *sql.Conn, id string, no int64, scenario func(string) (*kiosk.Scenario, bool)) (*kiosk.Visit, error) {
	var v *kiosk.Visit
	var early []kiosk.Fact // written before the opening
	merged := map[string]int64{}
	others := map[string][]kiosk.Fact{}
	err := eachFact(ctx, conn, no, func(f kiosk.Fact, of int64) {
		switch {
		case f.Visit != id:
			merged[f.Visit], others[f.Visit] = of, append(others[f.Visit], f)
		case v != nil:
			v.Add(f)
		case f.Type == kiosk.VisitOpened:
			v = kiosk.Begin(f, no, scenario)
			v.Add(f)
		default:
			early = append(early, f)
		}
	})
	if err != nil {
		return nil, fmt.Errorf("fold visit %d: %w", no, err)
	}
	if v == nil {
		return nil, fmt.Errorf("fold visit %d: no fact opens it", no)
	}
	for _, f := range early {
		v.Add(f)
	}
	for other, facts := range others {
		v.Adopt(other, merged[other], facts)
	}
	return v, nil
}

// eachFact reads the facts of a visit and of those merged into it, of each in the order
// of writing, each with the number of its own visit; 0: the room's own.
func eachFact(ctx context.Context, conn *sql.Conn, visit int64, each func(f kiosk.Fact, of int64)) error {
	rows, err := conn.QueryContext(ctx, "SELECT visit, doc FROM facts WHERE visit IN "+family+" ORDER BY visit, seq", visit)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var of int64
		var doc []byte
		if err := rows.Scan(&of, &doc); err != nil {
			return err
		}
		if len(doc) == 0 { // erased
			continue
		}
		f, err := kiosk.ParseFact(doc)
		if err != nil {
			return err
		}
		each(f, of)
	}
	return rows.Err()
}

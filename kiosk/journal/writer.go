package journal

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"immersion/kiosk"

	"github.com/google/uuid"
	"github.com/mattn/go-sqlite3"
)

// checkpointPages is after how many pages of WAL the writer copies them home:
// 64 MiB, so that a checkpoint, which one commit waits for, is rare beside
// commits.
const checkpointPages = 16000

// writer is the one connection that writes, with its statements.
type writer struct {
	conn                                                                    *sql.Conn
	begin, commit, rollback                                                 *sql.Stmt
	fact, unfact, doc, visit, unvisit, visitNo, closed, contribute, retract *sql.Stmt
	act, keep, drop                                                         *sql.Stmt
	all                                                                     []*sql.Stmt     // to be closed
	touched                                                                 map[string]bool // visits of the open transaction
	room                                                                    bool            // it holds facts of the room's own, or erasures
	erased                                                                  bool            // it holds erasures
}

func newWriter(ctx context.Context, db *sql.DB) (*writer, error) {
	conn, err := db.Conn(ctx)
	if err != nil {
		return nil, err
	}
	w := &writer{conn: conn, touched: map[string]bool{}}
	if _, err := conn.ExecContext(ctx, fmt.Sprintf("PRAGMA wal_autocheckpoint=%d", checkpointPages)); err != nil {
		return nil, err
	}
	var synchronous, mode string
	if err := conn.QueryRowContext(ctx, "PRAGMA synchronous").Scan(&synchronous); err != nil {
		return nil, err
	}
	if err := conn.QueryRowContext(ctx, "PRAGMA journal_mode").Scan(&mode); err != nil {
		return nil, err
	}
	if synchronous != "2" || !strings.EqualFold(mode, "wal") {
		return nil, fmt.Errorf("synchronous is %s and journal_mode %s, not 2 (FULL) and wal: acknowledged would not mean on disk", synchronous, mode)
	}
	for _, s := range []struct {
		stmt **sql.Stmt
		text string
	}{
		{&w.begin, "BEGIN IMMEDIATE"}, {&w.commit, "COMMIT"}, {&w.rollback, "ROLLBACK"},
		{&w.fact, "INSERT INTO facts (id, visit, received, doc) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO NOTHING"},
		{&w.unfact, "DELETE FROM facts WHERE id = ?"},
		{&w.doc, "SELECT doc FROM facts WHERE id = ?"},
		{&w.visit, "INSERT INTO visits (id) VALUES (?)"},
		{&w.unvisit, "DELETE FROM visits WHERE no = ?"},
		{&w.visitNo, "SELECT no, erased, merged FROM visits WHERE id = ?"},
		{&w.closed, "UPDATE visits SET closed = ? WHERE no = ?"},
		{&w.contribute, "INSERT OR REPLACE INTO contributions (visit, scenario, opening, department, cells) VALUES (?, ?, ?, ?, ?)"},
		{&w.retract, "DELETE FROM contributions WHERE visit = ?"},
		{&w.act, "INSERT INTO acts (seq) VALUES (?)"},
		{&w.keep, "INSERT OR REPLACE INTO kept (bin, name, value, expires) VALUES (?, ?, ?, ?)"},
		{&w.drop, "DELETE FROM kept WHERE bin = ? AND name = ?"},
	} {
		if *s.stmt, err = conn.PrepareContext(ctx, s.text); err != nil {
			return nil, fmt.Errorf("prepare %q: %w", s.text, err)
		}
		w.all = append(w.all, *s.stmt)
	}
	return w, nil
}

// close ends the statements too: database/sql leaves those of a single
// connection alone, and with one open SQLite would not fold the WAL in.
func (w *writer) close() {
	for _, s := range w.all {
		_ = s.Close()
	}
	_ = w.conn.Close()
}

// commit judges and writes a batch in one transaction and sends it on.
func (j *Journal) commit(batch []submission) {
	j.room.Lock()
	verdicts, err := j.transact(batch)
	if err != nil {
		j.log.Error("facts not written", "error", err)
		verdicts = verdicts[:0]
		for _, s := range batch {
			verdicts = append(verdicts, s.all(asError(err)))
		}
		if e := j.refold(); e != nil {
			j.log.Error("room not folded from disk", "error", e)
			err = e
		}
	} else {
		for id := range j.w.touched {
			if v, ok := j.room.Visit(id); ok && v.Closed() {
				j.room.Forget(id)
			}
		}
	}
	clear(j.w.touched)
	erased := j.w.erased && err == nil
	j.w.room, j.w.erased = false, false
	j.room.Unlock()
	if erased {
		j.sweeping()
	}

	if err != nil {
		j.fault.Store(asError(err))
	} else {
		j.fault.Store(nil)
	}
	j.written <- written{batch, verdicts}
}

func (j *Journal) transact(batch []submission) (_ [][]kiosk.Verdict, err error) {
	if _, err := j.w.begin.Exec(); err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			_, _ = j.w.rollback.Exec() // SQLite may have rolled back by itself
		}
	}()
	verdicts := make([][]kiosk.Verdict, 0, len(batch))
	for _, s := range batch {
		if s.work != nil {
			if err := s.work(j.w); err != nil {
				return nil, err
			}
			verdicts = append(verdicts, make([]kiosk.Verdict, 1))
			continue
		}
		v := make([]kiosk.Verdict, len(s.facts))
		for i, f := range s.facts {
			v[i].ID = f.ID
			if v[i].Err = f.err; f.err != nil {
				continue
			}
			if err := j.take(f.Fact, s.docs[i], s.from); err != nil {
				var refused *kiosk.Error
				if !errors.As(err, &refused) {
					return nil, err
				}
				v[i].Err = refused
			}
		}
		verdicts = append(verdicts, v)
	}
	if err := j.contribute(); err != nil {
		return nil, err
	}
	_, err = j.w.commit.Exec()
	return verdicts, err
}

// take writes one fact if the room takes it. A *kiosk.Error is a refusal, any
// other error ends the transaction.
func (j *Journal) take(f kiosk.Fact, doc []byte, from kiosk.Source) error {
	no, fresh, err := j.visitNo(f)
	if errors.Is(err, errErased) {
		return nil
	}
	if err != nil {
		return err
	}
	err = j.insert(f, no, doc, from)
	if err != nil && fresh {
		if _, err := j.w.unvisit.Exec(no); err != nil {
			return err
		}
	}
	return err
}

func (j *Journal) insert(f kiosk.Fact, no int64, doc []byte, from kiosk.Source) error {
	id := uuid.MustParse(f.ID)
	r, err := j.w.fact.Exec(id[:], no, milli(j.now()), doc)
	if err != nil {
		return err
	}
	if n, err := r.RowsAffected(); err != nil {
		return err
	} else if n == 0 {
		return j.again(f, doc)
	}
	if err := j.room.Judge(f, from, j.now()); err != nil {
		if _, err := j.w.unfact.Exec(id[:]); err != nil {
			return err
		}
		return asError(err)
	}
	if f.Type == kiosk.VisitErased {
		if err := j.w.erase(f, j.room); err != nil {
			return err
		}
		j.w.erased = true
	}
	if f.By != "" && no > 0 {
		seq, err := r.LastInsertId()
		if err != nil {
			return err
		}
		if _, err := j.w.act.Exec(seq); err != nil {
			return err
		}
	}
	if err := j.w.regroup(f, j.room); err != nil {
		return err
	}
	for _, g := range j.room.Follow(f) {
		if err := j.take(g, g.Doc(), from); err != nil {
			return err
		}
	}
	if f.Type == kiosk.VisitOpened {
		j.room.Begin(f, no)
		if err := j.w.begun(f); err != nil {
			return err
		}
	}
	j.room.Apply(f)
	switch f.Type {
	case kiosk.VisitErased, kiosk.VisitMerged, kiosk.VisitUndone: // what it took out of memory, or brought back, is on disk only
		j.w.room = true
	}
	if v, ok := j.room.Visit(f.Visit); ok {
		j.w.touched[v.ID] = true
	} else {
		j.w.room = true
	}
	return nil
}

// again is a fact whose id is on disk: the same bytes change nothing.
func (j *Journal) again(f kiosk.Fact, doc []byte) error {
	var old []byte
	id := uuid.MustParse(f.ID)
	if err := j.w.doc.QueryRow(id[:]).Scan(&old); err != nil {
		return err
	}
	if len(old) > 0 && !bytes.Equal(old, doc) {
		return kiosk.Errorf(kiosk.Conflict, "another fact has this id")
	}
	return nil
}

// visitNo finds the number of the fact's visit and brings a closed visit back
// into memory; a visit that opens gets a fresh number. -1 for a visit that is
// not there: the room will refuse the fact.
func (j *Journal) visitNo(f kiosk.Fact) (no int64, fresh bool, err error) {
	if f.Visit == "" {
		return 0, false, nil
	}
	if v, ok := j.room.Visit(f.Visit); ok {
		return v.Number(f.Visit), false, nil
	}
	id := uuid.MustParse(f.Visit)
	var erased int
	var merged int64
	err = j.w.visitNo.QueryRow(id[:]).Scan(&no, &erased, &merged)
	switch {
	case err == nil && (erased == allErased || erased == wordsErased && f.Type != kiosk.VisitErased):
		return 0, false, errErased
	case err == nil && merged > 0:
		whole, err := j.whole(merged)
		if err == nil {
			j.w.touched[whole] = true
			err = j.restore(context.Background(), j.w.conn, whole, merged)
		}
		return no, false, err
	case err == nil:
		j.w.touched[f.Visit] = true
		return no, false, j.restore(context.Background(), j.w.conn, f.Visit, no)
	case !errors.Is(err, sql.ErrNoRows):
		return 0, false, err
	case f.Type != kiosk.VisitOpened:
		return -1, false, nil
	}
	r, err := j.w.visit.Exec(id[:])
	if err != nil {
		return 0, false, err
	}
	no, err = r.LastInsertId()
	return no, true, err
}

// contribute stores what the closed visits of the transaction add to the figures.
func (j *Journal) contribute() error {
	for id := range j.w.touched {
		v, ok := j.room.Visit(id)
		if !ok || !v.Closed() {
			continue
		}
		if _, err := j.w.closed.Exec(v.ClosedAt, v.No); err != nil {
			return err
		}
		c, counts := v.Contribution()
		if !counts {
			if _, err := j.w.retract.Exec(v.No); err != nil {
				return err
			}
			continue
		}
		doc, err := json.Marshal(c.Cells)
		if err != nil {
			return err
		}
		if _, err := j.w.contribute.Exec(c.Visit, c.Scenario, c.Opening, c.Department, doc); err != nil {
			return err
		}
	}
	return nil
}

// asError gives every fault of the file the code Unavailable: nothing is
// refused for it, and the sender keeps its facts.
func asError(err error) *kiosk.Error {
	var e *kiosk.Error
	if errors.As(err, &e) {
		return e
	}
	var s sqlite3.Error
	if errors.As(err, &s) && s.Code == sqlite3.ErrFull {
		return kiosk.Errorf(kiosk.Unavailable, "the disk is full")
	}
	return kiosk.Errorf(kiosk.Unavailable, "the journal cannot be written just now")
}

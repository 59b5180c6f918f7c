package journal

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"immersion/kiosk"

	"github.com/google/uuid"
)

// How much of a visit is erased, as the table has it.
const (
	wordsErased = 1
	allErased   = 2
)

// errErased is a fact of a visit that takes no more: it is acknowledged and dropped.
var errErased = errors.New("the visit is erased")

// erase empties what a visit left, and those merged into it, in the transaction
// that tells it.
func (w *writer) erase(f kiosk.Fact, room *kiosk.Room) error {
	v, _ := room.Visit(f.Visit)
	no := v.No
	var e kiosk.Erasure
	if err := f.Decode(&e); err != nil {
		return err
	}
	level := allErased
	if e.Words {
		level = wordsErased
		if err := w.eraseWords(no); err != nil {
			return err
		}
	} else {
		own := uuid.MustParse(f.ID)
		if err := w.exec("UPDATE facts SET doc = x'' WHERE visit IN "+family+" AND id <> ?2", no, own[:]); err != nil {
			return err
		}
		if err := w.exec("DELETE FROM contributions WHERE visit = ?", no); err != nil {
			return err
		}
		if err := w.unrehearse(f); err != nil {
			return err
		}
	}
	return w.exec("UPDATE visits SET erased = ?2, closed = CASE closed WHEN 0 THEN ?3 ELSE closed END WHERE no IN "+family, no, level, f.At)
}

func (w *writer) eraseWords(no int64) error {
	type row struct {
		seq int64
		doc []byte
	}
	rows, err := w.conn.QueryContext(context.Background(), "SELECT seq, doc FROM facts WHERE visit IN "+family, no)
	if err != nil {
		return err
	}
	defer rows.Close()
	var changed []row
	for rows.Next() {
		var r row
		if err := rows.Scan(&r.seq, &r.doc); err != nil {
			return err
		}
		doc, err := kiosk.WithoutWords(r.doc)
		if err != nil {
			return err
		}
		if len(doc) != len(r.doc) {
			changed = append(changed, row{r.seq, doc})
		}
	}
	if err := errors.Join(rows.Err(), rows.Close()); err != nil {
		return err
	}
	for _, r := range changed {
		if err := w.exec("UPDATE facts SET doc = ? WHERE seq = ?", r.doc, r.seq); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) exec(text string, args ...any) error {
	_, err := w.conn.ExecContext(context.Background(), text, args...)
	return err
}

// Erasing tells whether what was erased may still stand in the write-ahead log.
func (j *Journal) Erasing() bool { return j.swept.Load() != j.erasures.Load() }

// checkpoint empties the write-ahead log after erasures, again and again until
// no reader holds it back. It uses a connection of its own; writes go on.
func (j *Journal) checkpoint(ctx context.Context) error {
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-j.erased:
		}
		until := j.erasures.Load()
		for {
			busy, err := j.emptyLog(ctx)
			if err == nil && !busy {
				break
			}
			if err != nil && ctx.Err() == nil {
				j.log.Error("erased words stay in the log for now", "error", err)
			}
			select {
			case <-ctx.Done():
				return nil
			case <-time.After(time.Second):
			}
		}
		j.swept.Store(until)
	}
}

// emptyLog copies what is in the write-ahead log home beside the writer, however
// slow the disk is, and only then holds the writer up: for the moment in which
// the log is cut off.
func (j *Journal) emptyLog(ctx context.Context) (busy bool, err error) {
	for _, how := range []string{"PASSIVE", "TRUNCATE"} {
		var log, moved int
		if err := j.sweep.QueryRowContext(ctx, "PRAGMA wal_checkpoint("+how+")").Scan(&busy, &log, &moved); err != nil {
			return false, err
		}
	}
	return busy, nil
}

// sweeping asks checkpoint for a turn.
func (j *Journal) sweeping() {
	j.erasures.Add(1)
	select {
	case j.erased <- struct{}{}:
	default:
	}
}

// Erase takes a visit out of the room, by its visitor or by the end of its
// retention; the words alone, or all of it. NotFound if there is none, or it
// is erased already.
func (j *Journal) Erase(ctx context.Context, visit, by string, words bool) error {
	id, err := uuid.Parse(visit)
	if err != nil {
		return kiosk.Errorf(kiosk.NotFound, "there is no visit %.40q", visit)
	}
	var erased int
	err = j.read.QueryRowContext(ctx, "SELECT erased FROM visits WHERE id = ?", id[:]).Scan(&erased)
	if errors.Is(err, sql.ErrNoRows) || err == nil && erased == allErased {
		return kiosk.Errorf(kiosk.NotFound, "there is no visit %s", visit)
	}
	if err != nil {
		return err
	}
	return j.Record(ctx, kiosk.VisitErased, by, "", visit, kiosk.Erasure{Words: words})
}

// Retain erases what has been kept for long enough, and deletes copies of the
// file that have; kept tells how long is kept what a visit left that began at a
// time, and of now how long copies are. It gives the number of visits it touched.
func (j *Journal) Retain(ctx context.Context, kept func(begun time.Time) kiosk.Retention) (int, error) {
	visits, err := j.due(ctx, kept)
	if err != nil {
		return 0, fmt.Errorf("find what is due: %w", err)
	}
	for n, v := range visits {
		if err := j.Erase(ctx, v.id, kiosk.ByRetention, v.words); err != nil {
			return n, fmt.Errorf("erase visit %s: %w", v.id, err)
		}
	}
	days := kept(j.now()).Backups
	if days == 0 {
		return len(visits), nil
	}
	return len(visits), j.dropCopies(j.now().AddDate(0, 0, -days))
}

// due is a visit that has been kept for long enough, or its words.
type due struct {
	id    string
	words bool
}

// due lists what has been kept for long enough. What a visit may be kept for
// goes with the time it began.
func (j *Journal) due(ctx context.Context, kept func(begun time.Time) kiosk.Retention) ([]due, error) {
	rows, err := j.read.QueryContext(ctx, "SELECT id, closed, erased FROM visits WHERE closed > 0 AND erased < ? AND merged = 0", allErased)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []due
	for rows.Next() {
		var id uuid.UUID
		var closed int64
		var erased int
		if err := rows.Scan(&id, &closed, &erased); err != nil {
			return nil, err
		}
		r := kept(kiosk.Begun(id.String()))
		over := func(days int) bool { return days > 0 && closed < milli(j.now().AddDate(0, 0, -days)) }
		if over(r.Visits) {
			all = append(all, due{id.String(), false})
		} else if over(r.Words) && erased < wordsErased {
			all = append(all, due{id.String(), true})
		}
	}
	return all, rows.Err()
}

// Backups is the folder beside the file that holds its copies.
const Backups = "backups"

// Backup copies the file into the folder Backups while the room runs, and
// gives the copy's path.
func Backup(ctx context.Context, path string, now time.Time) (string, error) {
	dir := filepath.Join(filepath.Dir(path), Backups)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", fmt.Errorf("back up: %w", err)
	}
	if _, err := os.Stat(path); err != nil {
		return "", fmt.Errorf("back up: %w", err)
	}
	db, err := openDB(path, "")
	if err != nil {
		return "", err
	}
	defer db.Close()
	to := filepath.Join(dir, "room-"+now.UTC().Format("20060102T150405Z")+".db")
	if _, err := db.ExecContext(ctx, "VACUUM INTO ?", to); err != nil {
		return "", fmt.Errorf("back up into %s: %w", to, err)
	}
	return to, os.Chmod(to, 0o600)
}

// dropCopies deletes copies made before a time: backups, and those that a
// migration left.
func (j *Journal) dropCopies(limit time.Time) error {
	backups, _ := filepath.Glob(filepath.Join(filepath.Dir(j.path), Backups, "room-*.db"))
	copies, err := filepath.Glob(j.path + ".before-*")
	for _, name := range append(copies, backups...) {
		info, e := os.Stat(name)
		if e == nil && info.ModTime().Before(limit) {
			e = os.Remove(name)
		}
		err = errors.Join(err, e)
	}
	return err
}

package journal

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"iter"
	"time"

	"immersion/kiosk"
)

// Keep is what lives beside the facts and is none: named values in bins, such
// as credentials, sign-ins, devices and releases.
type Keep struct{ j *Journal }

// Keep gives the journal's bins.
func (j *Journal) Keep() *Keep { return &Keep{j} }

// Get finds a value that has not expired.
func (k *Keep) Get(ctx context.Context, bin, name string) ([]byte, bool, error) {
	var value []byte
	err := k.j.read.QueryRowContext(ctx, "SELECT value FROM kept WHERE bin = ? AND name = ? AND (expires = 0 OR expires > ?)",
		bin, name, milli(k.j.now())).Scan(&value)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, false, nil
	}
	return value, err == nil, err
}

// Put keeps a value; the zero time keeps it for good.
func (k *Keep) Put(ctx context.Context, bin, name string, value []byte, expires time.Time) error {
	var ms int64
	if !expires.IsZero() {
		ms = milli(expires)
	}
	return k.j.do(ctx, func(w *writer) error {
		_, err := w.keep.Exec(bin, name, value, ms)
		return err
	})
}

// Delete drops a value; one that is not there is no error.
func (k *Keep) Delete(ctx context.Context, bin, name string) error {
	return k.j.do(ctx, func(w *writer) error {
		_, err := w.drop.Exec(bin, name)
		return err
	})
}

// All gives a bin's values by name.
func (k *Keep) All(ctx context.Context, bin string) (map[string][]byte, error) {
	rows, err := k.j.read.QueryContext(ctx, "SELECT name, value FROM kept WHERE bin = ? AND (expires = 0 OR expires > ?)", bin, milli(k.j.now()))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	all := map[string][]byte{}
	for rows.Next() {
		var name string
		var value []byte
		if err := rows.Scan(&name, &value); err != nil {
			return nil, err
		}
		all[name] = value
	}
	return all, rows.Err()
}

// Contributions gives what the closed visits add to the figures, by visit, one
// after the other from the file.
func (j *Journal) Contributions(ctx context.Context) iter.Seq2[kiosk.Contribution, error] {
	return func(yield func(kiosk.Contribution, error) bool) {
		err := j.contributions(ctx, func(c kiosk.Contribution) bool { return yield(c, nil) })
		if err != nil {
			yield(kiosk.Contribution{}, err)
		}
	}
}

func (j *Journal) contributions(ctx context.Context, each func(kiosk.Contribution) bool) error {
	rows, err := j.read.QueryContext(ctx, "SELECT visit, scenario, opening, department, cells FROM contributions ORDER BY visit")
	if err != nil {
		return err
	}
	defer rows.Close()
	var cells sql.RawBytes
	for rows.Next() {
		var c kiosk.Contribution
		if err := rows.Scan(&c.Visit, &c.Scenario, &c.Opening, &c.Department, &cells); err != nil {
			return err
		}
		if err := json.Unmarshal(cells, &c.Cells); err != nil {
			return err
		}
		if !each(c) {
			return nil
		}
	}
	return rows.Err()
}

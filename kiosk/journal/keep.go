package journal

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
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

// Contributions lists what the closed visits add to the figures, by visit.
func (j *Journal) Contributions(ctx context.Context) ([]kiosk.Contribution, error) {
	rows, err := j.read.QueryContext(ctx, "SELECT visit, scenario, opening, department, cells FROM contributions ORDER BY visit")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []kiosk.Contribution
	for rows.Next() {
		var c kiosk.Contribution
		var cells []byte
		if err := rows.Scan(&c.Visit, &c.Scenario, &c.Opening, &c.Department, &cells); err != nil {
			return nil, err
		}
		if err := json.Unmarshal(cells, &c.Cells); err != nil {
			return nil, err
		}
		all = append(all, c)
	}
	return all, rows.Err()
}

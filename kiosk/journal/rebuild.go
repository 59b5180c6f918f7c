package journal

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
)

// Rebuilt tells what a rebuilding found.
type Rebuilt struct {
	Visits  int // closed visits whose facts are all there
	Changed int // of them, those whose contribution was another, and is put right
	Kept    int // closed visits without their facts: their contributions stay as they are
}

// Rebuild makes the contributions of all closed visits anew from their facts,
// in one transaction. It is called instead of Run.
func (j *Journal) Rebuild(ctx context.Context) (_ Rebuilt, err error) {
	var r Rebuilt
	numbers, err := j.closed(ctx)
	if err != nil {
		return r, fmt.Errorf("list closed visits: %w", err)
	}
	if _, err := j.w.begin.Exec(); err != nil {
		return r, err
	}
	defer func() {
		if err != nil {
			_, _ = j.w.rollback.Exec()
		}
	}()
	for _, no := range numbers {
		if err := ctx.Err(); err != nil {
			return r, err
		}
		v, err := j.Fold(ctx, no)
		if err != nil {
			r.Kept++ // its facts are gone
			continue
		}
		r.Visits++
		changed, err := j.recontribute(ctx, no, func() ([]any, bool, error) {
			c, counts := v.Contribution()
			cells, err := json.Marshal(c.Cells)
			return []any{c.Visit, c.Scenario, c.Opening, c.Department, cells}, counts, err
		})
		if err != nil {
			return r, fmt.Errorf("visit %d: %w", no, err)
		}
		if changed {
			r.Changed++
		}
	}
	_, err = j.w.commit.Exec()
	return r, err
}

func (j *Journal) closed(ctx context.Context) ([]int64, error) {
	return column[int64](ctx, j.read, "SELECT no FROM visits WHERE closed > 0 AND erased = 0 ORDER BY no")
}

// recontribute puts a visit's contribution right; false when it was.
func (j *Journal) recontribute(ctx context.Context, no int64, made func() ([]any, bool, error)) (bool, error) {
	row, counts, err := made()
	if err != nil {
		return false, err
	}
	var was [3]string
	var cells []byte
	err = j.w.conn.QueryRowContext(ctx, "SELECT scenario, opening, department, cells FROM contributions WHERE visit = ?", no).
		Scan(&was[0], &was[1], &was[2], &cells)
	there := err == nil
	switch {
	case err != nil && !errors.Is(err, sql.ErrNoRows):
		return false, err
	case !counts && !there:
		return false, nil
	case !counts:
		_, err = j.w.retract.Exec(no)
		return true, err
	case there && was == [3]string{row[1].(string), row[2].(string), row[3].(string)} && bytes.Equal(cells, row[4].([]byte)):
		return false, nil
	}
	_, err = j.w.contribute.Exec(row...)
	return true, err
}

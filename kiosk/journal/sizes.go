package journal

import (
	"context"
	"os"
	"path/filepath"
)

// Sizes is how much the journal holds, and nothing of what.
type Sizes struct {
	Version       int64            `json:"version"` // of the tables
	Newest        int64            `json:"newest"`  // place of the newest fact in the order of writing
	Visits        int64            `json:"visits"`
	Open          int64            `json:"open"`
	Erased        int64            `json:"erased"`
	Contributions int64            `json:"contributions"`
	Kept          map[string]int64 `json:"kept"`  // values by bin: credentials, sign-ins, devices …
	Files         map[string]int64 `json:"files"` // bytes by name, copies too
	Erasing       bool             `json:"erasing"`
	Ready         string           `json:"ready"` // "" or why nothing can be written
}

// Sizes counts what the journal holds. It walks no table of facts.
func (j *Journal) Sizes(ctx context.Context) (Sizes, error) {
	s := Sizes{Kept: map[string]int64{}, Files: map[string]int64{}, Erasing: j.Erasing()}
	if err := j.Ready(); err != nil {
		s.Ready = err.Error()
	}
	err := j.read.QueryRowContext(ctx, `SELECT
		(SELECT max(version_id) FROM goose_db_version), (SELECT coalesce(max(seq), 0) FROM facts),
		(SELECT count(*) FROM visits), (SELECT count(*) FROM visits WHERE closed = 0), (SELECT count(*) FROM visits WHERE erased > 0),
		(SELECT count(*) FROM contributions)`).Scan(&s.Version, &s.Newest, &s.Visits, &s.Open, &s.Erased, &s.Contributions)
	if err != nil {
		return s, err
	}
	rows, err := j.read.QueryContext(ctx, "SELECT bin, count(*) FROM kept GROUP BY bin")
	if err != nil {
		return s, err
	}
	defer rows.Close()
	for rows.Next() {
		var bin string
		var n int64
		if err := rows.Scan(&bin, &n); err != nil {
			return s, err
		}
		s.Kept[bin] = n
	}
	names, _ := filepath.Glob(j.path + "*")
	backups, _ := filepath.Glob(filepath.Join(filepath.Dir(j.path), Backups, "*"))
	for _, name := range append(names, backups...) {
		if info, err := os.Stat(name); err == nil {
			s.Files[filepath.Base(name)] = info.Size()
		}
	}
	return s, rows.Err()
}

package journal

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"
	"os"

	"github.com/pressly/goose/v3"
)

//go:embed migrations/*.sql
var migrations embed.FS

// migrate brings the tables up to date. A file that a newer program made is
// refused; one that an older program made is copied beside itself first.
func migrate(ctx context.Context, db *sql.DB, path string) error {
	dir, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return err
	}
	p, err := goose.NewProvider(goose.DialectSQLite3, db, dir)
	if err != nil {
		return fmt.Errorf("read migrations: %w", err)
	}
	at, to, err := p.GetVersions(ctx)
	if err != nil {
		return fmt.Errorf("read version: %w", err)
	}
	switch {
	case at > to:
		return fmt.Errorf("the file is of version %d, this program knows up to %d: use the program that made it, or a newer one", at, to)
	case at == to:
		return nil
	case at > 0:
		copied := fmt.Sprintf("%s.before-%d", path, to)
		if err := os.Remove(copied); err != nil && !os.IsNotExist(err) {
			return fmt.Errorf("keep a copy: %w", err)
		}
		if _, err := db.ExecContext(ctx, "VACUUM INTO ?", copied); err != nil {
			return fmt.Errorf("keep a copy: %w", err)
		}
	}
	if _, err := p.Up(ctx); err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	return nil
}

package journal

import (
	"context"
	"fmt"
	"os"
	"time"

	"immersion/kiosk"
)

// Reading opens a file to read from it only, also beside a running room. It
// migrates nothing. Writing to it is Unavailable.
func Reading(ctx context.Context, path string, room *kiosk.Room, o Options) (*Journal, error) {
	if _, err := os.Stat(path); err != nil {
		return nil, fmt.Errorf("open journal: %w", err)
	}
	j := &Journal{room: room, now: o.Now, log: o.Log, stopped: true}
	if j.now == nil {
		j.now = time.Now
	}
	var err error
	if j.read, err = openDB(path, "&_query_only=1"); err != nil {
		return nil, fmt.Errorf("open journal %s: %w", path, err)
	}
	if err := j.read.PingContext(ctx); err != nil {
		_ = j.read.Close()
		return nil, fmt.Errorf("open journal %s: %w", path, err)
	}
	return j, nil
}

package main

import (
	"crypto/rand"
	"os"
	"path/filepath"
	"time"

	"github.com/google/uuid"
	_ "github.com/mattn/go-sqlite3" // the driver "sqlite3"
)

// bare measures the least there is: producers who each wait for their row, and
// one writer who commits what is queued, on the journal's file settings. It
// gives rows a second.
func bare(dir string, producers int) (float64, error) {
	own, err := os.MkdirTemp(dir, "writer-")
	if err != nil {
		return 0, err
	}
	db, err := openBare(filepath.Join(own, "bare.db"))
	if err != nil {
		return 0, err
	}
	defer db.Close()
	doc := make([]byte, 330) // as long as a reaction's bytes
	_, _ = rand.Read(doc)
	queue := make(chan bareFact, 4096)
	go writeBare(db, queue)
	defer close(queue)
	done := make([]chan error, producers)
	for i := range done {
		done[i] = make(chan error, 1)
	}
	got, err := together(producers, func(i int) (time.Duration, error) {
		queue <- bareFact{uuid.Must(uuid.NewV7()), doc, done[i]}
		return 0, <-done[i]
	})
	return got.perSecond, err
}

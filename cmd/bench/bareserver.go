package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"immersion/kiosk"
	"immersion/kiosk/rehearse"

	"github.com/google/uuid"
	"github.com/gorilla/websocket"
)

// serveBare is the least server that can acknowledge: it reads a fact from a
// socket, commits with whatever is queued, and says its id. No room, no
// rules, no state.
func serveBare(address, dir string) error {
	db, err := openBare(filepath.Join(dir, "bare-server.db"))
	if err != nil {
		return err
	}
	queue := make(chan bareFact, 4096)
	go writeBare(db, queue)
	upgrader := websocket.Upgrader{}
	return http.ListenAndServe(address, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ws, err := upgrader.Upgrade(w, r, nil)
		if err != nil {
			return
		}
		defer ws.Close()
		done := make(chan error, 1)
		for {
			_, doc, err := ws.ReadMessage()
			if err != nil {
				return
			}
			var f kiosk.Fact
			if json.Unmarshal(doc, &f) != nil {
				return
			}
			queue <- bareFact{uuid.MustParse(f.ID), doc, done}
			if <-done != nil || ws.WriteJSON(map[string]any{"type": "ack", "ids": []string{f.ID}}) != nil {
				return
			}
		}
	}))
}

// withBareServer loads the bare server as the room is loaded.
func withBareServer(ctx context.Context, dir string, screens int) (load, error) {
	v := &rehearse.Visitor{Visit: kiosk.NewID(), Station: "call"}
	return withBare(ctx, dir, screens, func(sockets []*websocket.Conn) (load, error) {
		return together(screens, func(i int) (time.Duration, error) {
			at := int64(i)
			doc := v.Fact(kiosk.Reacted, kiosk.Reaction{Valence: 1, Moment: &kiosk.Moment{MS: &at}})
			sent := time.Now()
			if err := sockets[i].WriteMessage(websocket.TextMessage, doc); err != nil {
				return 0, err
			}
			_, _, err := sockets[i].ReadMessage()
			return time.Since(sent), err
		})
	})
}

// withBare runs the bare server in a process of its own, with sockets to it.
func withBare(ctx context.Context, dir string, screens int, do func([]*websocket.Conn) (load, error)) (load, error) {
	address, err := rehearse.FreeAddress()
	if err != nil {
		return load{}, err
	}
	own, err := os.MkdirTemp(dir, "bare-")
	if err != nil {
		return load{}, err
	}
	self, err := os.Executable()
	if err != nil {
		return load{}, err
	}
	cmd := exec.CommandContext(ctx, self, "bare-server", address, own)
	cmd.Stderr = os.Stderr
	if err := cmd.Start(); err != nil {
		return load{}, err
	}
	defer func() { _ = cmd.Process.Kill(); _ = cmd.Wait() }()
	for range 100 {
		if c, err := net.Dial("tcp", address); err == nil {
			c.Close()
			break
		}
		time.Sleep(20 * time.Millisecond)
	}
	sockets := make([]*websocket.Conn, screens)
	for i := range sockets {
		ws, _, err := websocket.DefaultDialer.DialContext(ctx, "ws://"+address, nil)
		if err != nil {
			return load{}, err
		}
		defer ws.Close()
		sockets[i] = ws
	}
	return do(sockets)
}

// bareFact is one row on its way to the disk.
type bareFact struct {
	id   uuid.UUID
	doc  []byte
	done chan error
}

func openBare(path string) (*sql.DB, error) {
	db, err := sql.Open("sqlite3", "file:"+path+"?_journal_mode=WAL&_synchronous=FULL&_txlock=immediate")
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	for _, q := range []string{
		"PRAGMA wal_autocheckpoint=16000",
		"CREATE TABLE facts (seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, visit INTEGER NOT NULL, received INTEGER NOT NULL, doc BLOB NOT NULL) STRICT",
	} {
		if _, err := db.Exec(q); err != nil {
			return nil, err
		}
	}
	return db, nil
}

// writeBare commits what is queued until the queue is closed.
func writeBare(db *sql.DB, queue <-chan bareFact) {
	for first := range queue {
		batch := []bareFact{first}
		for len(batch) < 1000 {
			select {
			case more, ok := <-queue:
				if ok {
					batch = append(batch, more)
					continue
				}
			default:
			}
			break
		}
		err := insertBare(db, batch)
		for _, f := range batch {
			f.done <- err
		}
	}
}

func insertBare(db *sql.DB, batch []bareFact) error {
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	defer tx.Rollback()
	stmt, err := tx.Prepare("INSERT INTO facts (id, visit, received, doc) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO NOTHING")
	if err != nil {
		return err
	}
	for _, f := range batch {
		if _, err := stmt.Exec(f.id[:], 1, time.Now().UnixMilli(), f.doc); err != nil {
			return err
		}
	}
	return tx.Commit()
}

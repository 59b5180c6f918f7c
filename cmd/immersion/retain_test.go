package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"immersion/kiosk"
)

// record writes a fact of a visit through the running room's journal, as its screen would.
func (p *Program) record(t *testing.T, visit, screen, station, typ string, at time.Time, body any) {
	t.Helper()
	b, err := json.Marshal(body)
	if err != nil {
		t.Fatal(err)
	}
	f := kiosk.Fact{ID: kiosk.NewID(), Visit: visit, Station: station, Screen: screen, Type: typ, At: at.UnixMilli(), Body: b}
	v, err := p.journal.Write(t.Context(), kiosk.Source(screen), f.Doc())
	if err != nil || v[0].Err != nil {
		t.Fatalf("%s: %v %v", typ, err, v)
	}
}

// A visit of two years ago goes by the command, a year being kept; and never
// while a room runs on the folder.
func TestRetainCommand(t *testing.T) {
	data := t.TempDir()
	p, url, stop := runRoom(t, data)
	b := newBrowser(t, url)
	screen := b.pair("entry")
	opening, _ := p.room.Opening()
	visit, long := kiosk.NewID(), time.Now().AddDate(-2, 0, 0)
	p.record(t, visit, screen, "entry", kiosk.VisitOpened, long, kiosk.Opened{Scenario: p.room.Current().Hash, Opening: opening,
		Badge: kiosk.Badge{Words: "Old Visitor", Code: "QQQQ"}, Party: 1})
	p.record(t, visit, screen, "exit", kiosk.SentenceTold, long.Add(time.Minute), kiosk.Sentence{Text: "Hyacinth remembers"})
	p.record(t, visit, screen, "exit", kiosk.VisitFinished, long.Add(2*time.Minute), struct{}{})

	var out, errs bytes.Buffer
	if code := run(context.Background(), []string{"retain", "--data", data}, &out, &errs); code != exitFault || !strings.Contains(errs.String(), "another immersion runs") {
		t.Errorf("beside a running room: %d, %s", code, &errs)
	}
	stop()
	file := filepath.Join(data, journalFile)
	if doc, err := os.ReadFile(file); err != nil || !bytes.Contains(doc, []byte("Hyacinth")) {
		t.Fatalf("the words are not on disk to begin with: %v", err)
	}
	out.Reset()
	if code := run(context.Background(), []string{"retain", "--data", data}, &out, &errs); code != 0 || !strings.HasPrefix(out.String(), "1 visits") {
		t.Errorf("retain: %d, %s%s", code, &out, &errs)
	}
	if doc, err := os.ReadFile(file); err != nil || bytes.Contains(doc, []byte("Hyacinth")) || bytes.Contains(doc, []byte("Old Visitor")) {
		t.Errorf("the words are still on disk: %v", err)
	}
}

func TestBackupWhileTheRoomRuns(t *testing.T) {
	data := t.TempDir()
	runRoom(t, data)
	var out, errs bytes.Buffer
	if code := run(context.Background(), []string{"backup", "--data", data}, &out, &errs); code != 0 {
		t.Fatalf("backup: %d, %s", code, &errs)
	}
	copied := strings.TrimSpace(out.String())
	if info, err := os.Stat(copied); err != nil || info.Size() == 0 {
		t.Errorf("the copy %q: %v", copied, err)
	}
}

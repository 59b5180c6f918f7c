package journal

import (
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"immersion/kiosk"
	"immersion/kiosk/stationtest"
)

type none struct{}

// lab is a journal on a real file, with its room.
type lab struct {
	t    *testing.T
	path string
	room *kiosk.Room
	*Journal
	stop func()
	days atomic.Int64 // that the clock is ahead
}

func open(t *testing.T, path string) *lab {
	t.Helper()
	l := &lab{t: t, path: path, room: kiosk.NewRoom(kiosk.DefaultSettings())}
	l.room.Use(stationtest.Small())
	j, err := Open(context.Background(), path, l.room, Options{Now: func() time.Time { return time.Now().AddDate(0, 0, int(l.days.Load())) }})
	if err != nil {
		t.Fatal(err)
	}
	l.Journal = j
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error)
	go func() { done <- j.Run(ctx) }()
	stopped := false
	l.stop = func() {
		if stopped {
			return
		}
		stopped = true
		cancel()
		if err := <-done; err != nil {
			t.Error(err)
		}
		if err := j.Close(); err != nil {
			t.Error(err)
		}
	}
	t.Cleanup(l.stop)
	return l
}

func fresh(t *testing.T) *lab {
	l := open(t, filepath.Join(t.TempDir(), "room.db"))
	if err := l.Record(context.Background(), kiosk.OpeningOpened, "organiser", "", "", none{}); err != nil {
		t.Fatal(err)
	}
	return l
}

func (l *lab) write(facts ...kiosk.Fact) []kiosk.Verdict {
	l.t.Helper()
	docs := make([][]byte, len(facts))
	for i, f := range facts {
		docs[i] = f.Doc()
	}
	v, err := l.Write(context.Background(), kiosk.Source(facts[0].Screen), docs...)
	if err != nil {
		l.t.Fatal(err)
	}
	return v
}

func (l *lab) taken(facts ...kiosk.Fact) {
	l.t.Helper()
	for i, v := range l.write(facts...) {
		if v.Err != nil {
			l.t.Fatalf("%s: %v", facts[i].Type, v.Err)
		}
	}
}

func fact(visit, station, typ string, ago time.Duration, body any) kiosk.Fact {
	b, err := json.Marshal(body)
	if err != nil {
		panic(err)
	}
	return kiosk.Fact{ID: kiosk.NewID(), Visit: visit, Station: station, Screen: "s", Type: typ, At: time.Now().Add(-ago).UnixMilli(), Body: b}
}

var codes = 0

// visitor gives the fact that opens a new visit.
func (l *lab) visitor() kiosk.Fact {
	opening, _ := l.room.Opening()
	codes++
	return fact(kiosk.NewID(), "door", kiosk.VisitOpened, time.Minute, kiosk.Opened{Scenario: "small", Opening: opening, Party: 1,
		Badge: kiosk.Badge{Words: "W", Code: fmt.Sprintf("C%03d", codes)}})
}

func TestAckedIsThereAfterRestart(t *testing.T) {
	l := fresh(t)
	v := l.visitor()
	l.taken(v, fact(v.Visit, "one", kiosk.StopEntered, 0, none{}), fact(v.Visit, "one", kiosk.Reacted, 0, kiosk.Reaction{Valence: -2, Words: "oh"}))
	before, consoleBefore := visit(l.room, v.Visit), l.room.Console()
	l.stop()
	if _, err := os.Stat(l.path + "-wal"); !os.IsNotExist(err) {
		t.Errorf("a clean end leaves a WAL: %v", err)
	}
	l = open(t, l.path)
	if got := visit(l.room, v.Visit); !reflect.DeepEqual(got, before) {
		t.Errorf("after the restart\n%+v\nbefore\n%+v", got, before)
	}
	if got := l.room.Console(); !reflect.DeepEqual(got, consoleBefore) {
		t.Errorf("the room is\n%+v\nnot\n%+v", got, consoleBefore)
	}
}

func visit(r *kiosk.Room, id string) *kiosk.Visit {
	r.Lock()
	defer r.Unlock()
	v, _ := r.Visit(id)
	return v
}

func TestSameFactAgain(t *testing.T) {
	l := fresh(t)
	v := l.visitor()
	f := fact(v.Visit, "one", kiosk.Reacted, 0, kiosk.Reaction{Valence: 1})
	l.taken(v, f, f)
	l.taken(v, f)
	if n := len(visit(l.room, v.Visit).Stop("one").Reactions); n != 1 {
		t.Errorf("%d reactions", n)
	}
	f.At++
	if got := l.write(f)[0]; got.Err == nil || got.Err.Code != kiosk.Conflict {
		t.Errorf("other bytes under the same id: %v", got.Err)
	}
}

func TestOneRefusalKeepsTheRest(t *testing.T) {
	l := fresh(t)
	v, w := l.visitor(), l.visitor()
	bad := fact(v.Visit, "nowhere", kiosk.StopEntered, 0, none{})
	got := l.write(v, bad, fact(kiosk.NewID(), "one", kiosk.StopEntered, 0, none{}), w)
	for i, want := range []kiosk.Code{"", kiosk.NotFound, kiosk.NotFound, ""} {
		if (got[i].Err == nil) != (want == "") || got[i].Err != nil && got[i].Err.Code != want {
			t.Errorf("fact %d: %v, not %q", i, got[i].Err, want)
		}
	}
	bad.Station = "one"
	l.taken(bad) // its id is free: nothing of the refused one stayed
	clash := l.visitor()
	clash.Body = w.Body
	if got := l.write(clash)[0]; got.Err == nil || got.Err.Code != kiosk.Conflict {
		t.Errorf("two visitors with one badge: %v", got.Err)
	}
	l.stop()
	open(t, l.path) // a refused opening leaves no visit to trip over
}

func TestLateFactChangesTheContribution(t *testing.T) {
	l := fresh(t)
	v := l.visitor()
	l.taken(v, fact(v.Visit, "way-out", kiosk.VisitFinished, 30*time.Second, none{}))
	before := contributions(t, l)
	if visit(l.room, v.Visit) != nil {
		t.Error("a closed visit stays in memory")
	}
	l.taken(fact(v.Visit, "one", kiosk.Reacted, 40*time.Second, kiosk.Reaction{Valence: -4}))
	after := contributions(t, l)
	if len(before) != 1 || len(after) != 1 || len(after[0].Cells) != len(before[0].Cells)+3 {
		t.Errorf("before %+v\nafter %+v", before, after)
	}
	got := l.write(fact(v.Visit, "one", kiosk.Reacted, 0, kiosk.Reaction{}))[0]
	if got.Err == nil || got.Err.Code != kiosk.Closed {
		t.Errorf("after the closing: %v", got.Err)
	}
}

func contributions(t *testing.T, l *lab) []kiosk.Contribution {
	t.Helper()
	c, err := listed(context.Background(), l)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestDoorsCloseOnVisits(t *testing.T) {
	l := fresh(t)
	v, w := l.visitor(), l.visitor()
	l.taken(v, w)
	if err := l.Record(context.Background(), kiosk.OpeningClosed, "organiser", "", "", none{}); err != nil {
		t.Fatal(err)
	}
	if c := l.room.Console(); len(c.Visits) != 0 || c.Opening != "" {
		t.Errorf("still there: %+v", c)
	}
	if c := contributions(t, l); len(c) != 2 {
		t.Errorf("contributions: %+v", c)
	}
	if err := l.Record(context.Background(), kiosk.OpeningClosed, "organiser", "", "", none{}); kiosk.CodeOf(err) != kiosk.Conflict {
		t.Errorf("closing closed doors: %v", err)
	}
}

// A full disk is no refusal, and loses and doubles nothing.
func TestFullDisk(t *testing.T) {
	l := fresh(t)
	v := l.visitor()
	l.taken(v)
	limit := func(pages int) {
		err := l.do(context.Background(), func(w *writer) error {
			_, err := w.conn.ExecContext(context.Background(), fmt.Sprintf("PRAGMA max_page_count=%d", pages))
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	limit(1) // SQLite keeps it at what the file has
	words := strings.Repeat("x", 1900)
	var kept []kiosk.Fact
	for range 50 {
		f := fact(v.Visit, "one", kiosk.Reacted, 0, kiosk.Reaction{Words: words})
		if got := l.write(f)[0]; got.Err != nil {
			if got.Err.Code != kiosk.Unavailable {
				t.Fatalf("refused: %v", got.Err)
			}
			kept = append(kept, f)
		}
	}
	if len(kept) == 0 {
		t.Fatal("the disk did not fill")
	}
	if kiosk.CodeOf(l.Ready()) != kiosk.Unavailable {
		t.Errorf("ready: %v", l.Ready())
	}
	limit(1 << 30)
	l.taken(kept...)
	if err := l.Ready(); err != nil {
		t.Errorf("not ready again: %v", err)
	}
	if n := len(visit(l.room, v.Visit).Stop("one").Reactions); n != 50 {
		t.Errorf("%d reactions", n)
	}
}

func TestKeep(t *testing.T) {
	l := fresh(t)
	k, ctx := l.Keep(), context.Background()
	for name, expires := range map[string]time.Time{"a": {}, "b": time.Now().Add(time.Hour), "c": time.Now().Add(-time.Hour)} {
		if err := k.Put(ctx, "bin", name, []byte(name), expires); err != nil {
			t.Fatal(err)
		}
	}
	all, err := k.All(ctx, "bin")
	if err != nil || len(all) != 2 || string(all["a"]) != "a" {
		t.Errorf("all: %q %v", all, err)
	}
	if err := k.Delete(ctx, "bin", "a"); err != nil {
		t.Fatal(err)
	}
	if _, ok, err := k.Get(ctx, "bin", "a"); ok || err != nil {
		t.Errorf("still there: %v", err)
	}
}

func TestNewerFileIsRefused(t *testing.T) {
	l := fresh(t)
	if err := l.do(context.Background(), func(w *writer) error {
		_, err := w.conn.ExecContext(context.Background(), "INSERT INTO goose_db_version (version_id, is_applied) VALUES (99, 1)")
		return err
	}); err != nil {
		t.Fatal(err)
	}
	l.stop()
	if _, err := Open(context.Background(), l.path, l.room, Options{}); err == nil || !strings.Contains(err.Error(), "version 99") {
		t.Errorf("opened: %v", err)
	}
}

// contributing is a journal, also one that only reads.
type contributing interface {
	Contributions(context.Context) iter.Seq2[kiosk.Contribution, error]
}

func listed(ctx context.Context, j contributing) ([]kiosk.Contribution, error) {
	var all []kiosk.Contribution
	for c, err := range j.Contributions(ctx) {
		if err != nil {
			return nil, err
		}
		all = append(all, c)
	}
	return all, nil
}

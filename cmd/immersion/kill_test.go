package main

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"immersion/kiosk"
	"immersion/kiosk/journal"
	"immersion/kiosk/rehearse"

	"github.com/google/uuid"
)

// teller is a screen that keeps its facts until they are acknowledged.
type teller struct {
	*rehearse.Screen
	outbox  [][]byte
	acked   map[string][]byte
	refused []rehearse.Frame
	visitor *rehearse.Visitor
	told    int // facts of the present visit
	badges  int
	broke   error // why the last link ended
}

// tell makes the next thing that happens at this screen.
func (w *teller) tell(st kiosk.ScreenState, n int) [][]byte {
	switch {
	case w.visitor == nil:
		w.badges++
		badge := kiosk.Badge{Words: "Amber Otter", Colour: "#b45309", Code: fmt.Sprintf("T%d-%d", n, w.badges)}
		v, opened := rehearse.Arrive(w.ID, st, "entry", badge)
		w.visitor, w.told = v, 0
		v.Station = "call"
		return [][]byte{opened, v.Fact(kiosk.StopEntered, struct{}{})}
	case w.told >= 30:
		v := w.visitor
		v.Station, w.visitor = "exit", nil
		return [][]byte{v.Fact(kiosk.StopEntered, struct{}{}), v.Fact(kiosk.VisitFinished, struct{}{})}
	}
	w.told++
	ms := int64(w.told) * 1000
	return [][]byte{w.visitor.Fact(kiosk.Reacted, kiosk.Reaction{Valence: rand.IntN(9) - 4, Moment: &kiosk.Moment{MS: &ms}})}
}

// run goes on telling, over one link after another as a screen does, until ctx
// is done, or telling is over and everything acknowledged.
func (w *teller) run(ctx context.Context, n int, telling *atomic.Bool, acked *atomic.Int64) {
	for ctx.Err() == nil && (telling.Load() || len(w.outbox) > 0) {
		if w.broke = w.link(ctx, n, telling, acked); w.broke != nil {
			time.Sleep(10 * time.Millisecond) // before it tries again
		}
	}
}

// link connects, sends what is left over, and goes on until the link breaks.
func (w *teller) link(ctx context.Context, n int, telling *atomic.Bool, acked *atomic.Int64) error {
	st, err := w.Connect(ctx)
	defer w.Close()
	if err != nil {
		return err // killed before we came
	}
	defer context.AfterFunc(ctx, w.Close)()
	if len(w.outbox) > 0 {
		if err := w.Send(w.outbox...); err != nil {
			return err
		}
	}
	for telling.Load() || len(w.outbox) > 0 {
		if telling.Load() && len(w.outbox) < 5 {
			docs := w.tell(st, n)
			w.outbox = append(w.outbox, docs...)
			if err := w.Send(docs...); err != nil {
				return err
			}
		}
		f, err := w.Read()
		if err != nil {
			return err
		}
		acked.Add(int64(w.take(f)))
	}
	return nil
}

// take notes what became of facts, and gives the number of those acknowledged.
func (w *teller) take(f rehearse.Frame) (acked int) {
	gone := map[string]bool{}
	for _, id := range f.IDs {
		gone[id] = true
	}
	if f.Type == "refuse" {
		w.refused = append(w.refused, f)
		gone[f.ID] = true
	}
	var left [][]byte
	for _, doc := range w.outbox {
		fact, _ := kiosk.ParseFact(doc)
		if !gone[fact.ID] {
			left = append(left, doc)
		} else if f.Type == "ack" {
			w.acked[fact.ID] = doc
			acked++
		}
	}
	w.outbox = left
	return acked
}

// built is the real program, built once for all tests that run it as a process.
var built = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "immersion-test-")
	if err != nil {
		return "", err
	}
	path := filepath.Join(dir, "immersion")
	if out, err := exec.Command("go", "build", "-o", path, ".").CombinedOutput(); err != nil {
		return "", fmt.Errorf("%w: %s", err, out)
	}
	return path, nil
})

func TestMain(m *testing.M) {
	code := m.Run()
	if path, err := built(); err == nil {
		_ = os.RemoveAll(filepath.Dir(path))
	}
	os.Exit(code)
}

// start runs the program until the test ends.
func start(t *testing.T, address, data string) *rehearse.Process {
	t.Helper()
	path, err := built()
	if err != nil {
		t.Fatal(err)
	}
	p, err := rehearse.Start(path, address, "--data", data)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(p.Kill)
	return p
}

// The program is killed twenty times while forty screens tell it facts: every
// acknowledged fact is there exactly once, none is refused, and the room is
// what its facts fold to, also after an organiser's orders and one kill more.
func TestNothingIsLostWhenKilled(t *testing.T) {
	const screens, rounds = 40, 20
	address, err := rehearse.FreeAddress()
	if err != nil {
		t.Fatal(err)
	}
	data := t.TempDir()
	c := start(t, address, data)
	all := make([]*teller, screens)
	for i := range all {
		s, err := rehearse.Pair(t.Context(), c.URL, "call")
		if err != nil {
			t.Fatal(err)
		}
		all[i] = &teller{Screen: s, acked: map[string][]byte{}}
	}
	var telling atomic.Bool
	var told atomic.Int64
	var wg sync.WaitGroup
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	telling.Store(true)
	for i, w := range all {
		wg.Go(func() { w.run(ctx, i, &telling, &told) })
	}
	for round := range rounds {
		enough := told.Load()
		if round%4 > 0 { // else soon after the start
			enough += int64(2*screens + rand.IntN(10*screens))
		}
		waitFor(t, "facts to be acknowledged", func() bool { return told.Load() >= enough })
		time.Sleep(time.Duration(rand.IntN(20)) * time.Millisecond) // in no step with the acknowledgements
		telling.Store(round < rounds-1)
		c.Kill()
		c = start(t, address, data)
	}
	inVain := time.AfterFunc(time.Minute, cancel)
	wg.Wait()
	inVain.Stop()
	organiser, err := c.SetUp(t.Context(), "a long passphrase", "another passphrase")
	if err != nil {
		t.Fatal(err)
	}
	ordered(t, organiser, c.URL)
	before := consoleOf(t, organiser, c.URL)
	c.Kill()
	c = start(t, address, data)
	console := consoleOf(t, organiser, c.URL)
	sameVisits(t, console, before)
	if out, err := c.Stop(); err != nil {
		t.Errorf("%v: %s", err, out)
	}

	acked := 0
	for _, w := range all {
		acked += len(w.acked)
		if len(w.outbox) > 0 || len(w.refused) > 0 {
			t.Errorf("screen %s: %d facts unacknowledged, refused %+v, the last link ended with %v", w.ID, len(w.outbox), w.refused, w.broke)
		}
	}
	t.Logf("%d facts acknowledged over %d kills", acked, rounds)
	if acked < screens*rounds {
		t.Errorf("too few to mean anything: %d", acked)
	}
	path := filepath.Join(data, journalFile)
	sameFacts(t, path, all, acked)
	sameRoom(t, path, console)
}

// ordered does something to every visit, and undoes each third of it.
func ordered(t *testing.T, organiser *http.Client, url string) {
	t.Helper()
	post := func(visit, path string, body any) (fact string) {
		doc, _ := json.Marshal(body)
		res, err := organiser.Post(url+"/api/v1/visits/"+visit+path, "application/json", bytes.NewReader(doc))
		if err != nil {
			t.Fatal(err)
		}
		defer res.Body.Close()
		var done struct{ Fact string }
		if err := json.NewDecoder(res.Body).Decode(&done); res.StatusCode != http.StatusOK && res.StatusCode != http.StatusNoContent {
			t.Fatalf("%v to %s: %s %v", body, visit, res.Status, err)
		}
		return done.Fact
	}
	visits := slices.Sorted(maps.Keys(consoleOf(t, organiser, url).Visits))
	for i, visit := range visits[:len(visits)-1] {
		order := []map[string]string{{"do": "release"}, {"do": "close"}, {"do": "merge", "into": visits[len(visits)-1]}, {"do": "advance"}}[i%4]
		if fact := post(visit, "/order", order); i%3 == 0 {
			post(visit, "/undo", map[string]string{"fact": fact})
		}
	}
}

// sameVisits compares rows, but for what goes by the time, by who has left, and
// by which screens are on.
func sameVisits(t *testing.T, got, want kiosk.Console) {
	t.Helper()
	for _, c := range []kiosk.Console{got, want} {
		for id, row := range c.Visits {
			row.Next, row.Expected, row.Stuck = "", 0, false
			c.Visits[id] = row
		}
	}
	if !reflect.DeepEqual(got.Visits, want.Visits) {
		t.Errorf("folded from scratch\n%+v\nthe room was\n%+v", got.Visits, want.Visits)
	}
}

// consoleOf reads the organiser's page.
func consoleOf(t *testing.T, organiser *http.Client, url string) kiosk.Console {
	t.Helper()
	res, err := organiser.Get(url + "/api/v1/room")
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	var console kiosk.Console
	if err := json.NewDecoder(res.Body).Decode(&console); err != nil {
		t.Fatal(err)
	}
	return console
}

// sameFacts compares what is on disk with what was acknowledged.
func sameFacts(t *testing.T, path string, all []*teller, acked int) {
	t.Helper()
	db, err := sql.Open("sqlite3", "file:"+path+"?mode=ro")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, w := range all {
		for id, doc := range w.acked {
			u := uuid.MustParse(id)
			var n int
			var got []byte
			if err := db.QueryRow("SELECT count(*), max(doc) FROM facts WHERE id = ?", u[:]).Scan(&n, &got); err != nil || n != 1 || !bytes.Equal(got, doc) {
				t.Fatalf("fact %s is there %d times: %s %v", id, n, got, err)
			}
		}
	}
	var visits int
	if err := db.QueryRow("SELECT count(*) FROM facts WHERE visit > 0 AND json_extract(CAST(doc AS TEXT), '$.by') IS NULL").Scan(&visits); err != nil || visits != acked {
		t.Errorf("%d facts of visits on disk, %d acknowledged: %v", visits, acked, err)
	}
}

// sameRoom compares the running room with a fold from scratch, and the stored
// contributions with those made anew from facts.
func sameRoom(t *testing.T, path string, console kiosk.Console) {
	t.Helper()
	room := kiosk.NewRoom(kiosk.DefaultSettings())
	scenario, err := loadScenario("")
	if err != nil {
		t.Fatal(err)
	}
	room.Use(scenario)
	j, err := journal.Open(t.Context(), path, room, journal.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer j.Close()
	sameVisits(t, room.Console(), console)
	stored := 0
	for c, err := range j.Contributions(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		stored++
		v, err := j.Fold(t.Context(), c.Visit)
		if err != nil {
			t.Fatal(err)
		}
		again, _ := v.Contribution()
		got, _ := json.Marshal(again)
		want, _ := json.Marshal(c)
		if !bytes.Equal(got, want) {
			t.Fatalf("visit %d contributes %s, stored is %s", c.Visit, got, want)
		}
	}
	if stored == 0 {
		t.Error("nothing is contributed")
	}
}

package journal

import (
	"context"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"immersion/kiosk"
)

// Contributions made anew are those that were stored when the visits closed,
// for every visit whose facts are there.
func TestRebuild(t *testing.T) {
	ctx := context.Background()
	l := fresh(t)
	var visits []string
	for i := range 6 {
		v := l.visitor()
		visits = append(visits, v.Visit)
		l.taken(v, fact(v.Visit, "one", kiosk.StopEntered, 50*time.Second, none{}),
			fact(v.Visit, "one", kiosk.Reacted, 40*time.Second, kiosk.Reaction{Valence: i - 2}),
			fact(v.Visit, "way-out", kiosk.NotePut, 30*time.Second, kiosk.NoteEdit{Note: kiosk.NewID(), Section: kiosk.Hear, Text: "a note"}))
		if i != 5 { // the sixth stays open
			l.taken(fact(v.Visit, "way-out", kiosk.VisitFinished, 20*time.Second, none{}))
		}
	}
	want, err := listed(ctx, l)
	if err != nil || len(want) != 5 {
		t.Fatalf("%d contributions, %v", len(want), err)
	}
	err = l.do(ctx, func(w *writer) error { // as a fault might leave them; the fifth visit has no facts any more
		for _, text := range []string{
			"UPDATE contributions SET cells = x'5b5d' WHERE visit = 1", "DELETE FROM contributions WHERE visit = 2",
			"UPDATE contributions SET department = 'x' WHERE visit = 3", "DELETE FROM facts WHERE visit = 5",
		} {
			if _, err := w.conn.ExecContext(ctx, text); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	l.stop()
	j, err := Open(ctx, l.path, l.room, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer j.Close()
	for _, r := range []Rebuilt{{Visits: 4, Changed: 3, Kept: 1}, {Visits: 4, Changed: 0, Kept: 1}} {
		got, err := j.Rebuild(ctx)
		if err != nil || got != r {
			t.Errorf("rebuilt %+v, want %+v (%v)", got, r, err)
		}
	}
	if got, err := listed(ctx, j); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("contributions are\n%v, were\n%v (%v)", got, want, err)
	}
}

func TestReadingBesideARunningRoom(t *testing.T) {
	ctx := context.Background()
	l := fresh(t)
	j, err := Reading(ctx, l.path, l.room, Options{})
	if err != nil {
		t.Fatal(err)
	}
	v := l.visitor()
	l.taken(v, fact(v.Visit, "way-out", kiosk.VisitFinished, 20*time.Second, none{}))
	if all, err := listed(ctx, j); err != nil || len(all) != 1 {
		t.Errorf("contributions %v, %v", all, err)
	}
	seen := 0
	if err := j.Own(ctx, 0, func(_ int64, f kiosk.Fact) { seen++ }); err != nil || seen != 1 {
		t.Errorf("%d facts of the room's own, %v", seen, err)
	}
	if err := j.Keep().Put(ctx, "bin", "name", nil, time.Time{}); err == nil {
		t.Error("a reader writes")
	}
	if err := j.Close(); err != nil {
		t.Error(err)
	}
	if _, err := Reading(ctx, filepath.Join(t.TempDir(), "room.db"), l.room, Options{}); err == nil {
		t.Error("a file that is not there is opened")
	}
}

package journal

import (
	"context"
	"slices"
	"testing"
	"time"

	"immersion/kiosk"
)

// stayed is somebody who is gone, after some minutes at a station.
func (l *lab) stayed(station string, minutes time.Duration) {
	l.t.Helper()
	v := l.visitor()
	l.taken(v, fact(v.Visit, station, kiosk.StopEntered, minutes*time.Minute+time.Second, none{}),
		fact(v.Visit, station, kiosk.StopLeft, time.Second, kiosk.Leaving{Reason: "done"}),
		fact(v.Visit, "way-out", kiosk.VisitFinished, 0, none{}))
}

// Who is stuck is learnt from those who left before the room was started too.
func TestRecalledStaysTellWhoIsStuck(t *testing.T) {
	l := fresh(t)
	for range 12 {
		l.stayed("one", 9)
	}
	v := l.visitor()
	l.taken(v, fact(v.Visit, "one", kiosk.StopEntered, 6*time.Minute, none{}), fact(v.Visit, "one", kiosk.Reacted, 0, kiosk.Reaction{}))
	stuck := func() bool { return l.room.Console().Visits[v.Visit].Stuck }
	if stuck() {
		t.Error("stuck before others have left, though they stayed longer")
	}
	l = l.restarted()
	if !stuck() {
		t.Fatal("after the restart the room knows others' times at once, so this test shows nothing")
	}
	for range 2 { // twice is as once
		if err := l.Recall(context.Background()); err != nil {
			t.Fatal(err)
		}
		if stuck() {
			t.Error("stuck, though those who are gone stayed longer")
		}
	}
}

// Those of the version in use tell, the last of them only, however many there were.
func TestRecallIsBounded(t *testing.T) {
	l := fresh(t)
	l.stayed("one", 1)
	ctx := context.Background()
	err := l.do(ctx, func(w *writer) error {
		return w.exec(`WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ?1 - 1)
			INSERT INTO contributions (visit, scenario, opening, department, cells) SELECT 1000 + i, iif(i % 2, 'another', 'small'), '', '', CAST('[]' AS BLOB) FROM n`, recallAmong)
	})
	if err != nil {
		t.Fatal(err)
	}
	got, err := l.recent(ctx, "small")
	if err != nil || len(got) != kiosk.PaceVisits || got[0] != 1000+recallAmong-2 || !slices.IsSortedFunc(got, func(a, b int64) int { return int(b - a) }) {
		t.Errorf("%d, the first %v, %v", len(got), got[:min(3, len(got))], err)
	}
	err = l.do(ctx, func(w *writer) error {
		return w.exec("WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ?2) INSERT INTO facts (id, visit, received, doc) SELECT randomblob(16), ?1, 0, x'' FROM n",
			got[0], recallFacts)
	})
	if err != nil {
		t.Fatal(err)
	}
	if after, err := l.recent(ctx, "small"); err != nil || after[0] != got[1] {
		t.Errorf("with a visit of more facts than anybody tells the first are %v, %v", after[:min(3, len(after))], err)
	}
	if got, err := l.recent(ctx, "a third"); len(got) > 0 || err != nil {
		t.Errorf("of a version that nobody walked: %v, %v", got, err)
	}
	if err := l.Recall(ctx); err != nil { // whose facts are not there tells nothing, and stops nobody
		t.Error(err)
	}
}

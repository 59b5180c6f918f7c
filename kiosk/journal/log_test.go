package journal

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"immersion/kiosk"
)

// acts are the types that the log lists, the newest first, n at most.
func acts(t *testing.T, l *lab, before int64, n int) (types []string, last int64) {
	t.Helper()
	err := l.Log(context.Background(), before, func(seq int64, f kiosk.Fact) bool {
		types, last = append(types, f.Type), seq
		return len(types) < n
	})
	if err != nil {
		t.Fatal(err)
	}
	return types, last
}

func TestLogListsWhatWasDone(t *testing.T) {
	l := fresh(t)
	ctx := context.Background()
	v := l.visitor()
	word := fact(v.Visit, "one", kiosk.Reacted, 0, kiosk.Reaction{Words: `"by":"nobody"`})
	l.taken(v, fact(v.Visit, "one", kiosk.StopEntered, 0, none{}), word)
	if err := l.Record(ctx, kiosk.VisitClosed, "organiser·3f2a", "", v.Visit, kiosk.Closing{Reason: "organiser"}); err != nil {
		t.Fatal(err)
	}
	if err := l.Record(ctx, kiosk.OpeningClosed, "organiser·3f2a", "", "", none{}); err != nil {
		t.Fatal(err)
	}
	want := []string{kiosk.OpeningClosed, kiosk.VisitClosed, kiosk.OpeningOpened}
	if got, _ := acts(t, l, 0, 10); !slices.Equal(got, want) {
		t.Errorf("the log has %v, not %v", got, want)
	}
	one, seq := acts(t, l, 0, 1)
	rest, _ := acts(t, l, seq, 10)
	if !slices.Equal(append(one, rest...), want) {
		t.Errorf("in pages: %v, then %v", one, rest)
	}
	if err := l.Erase(ctx, v.Visit, kiosk.ByVisitor, false); err != nil {
		t.Fatal(err)
	}
	want = []string{kiosk.VisitErased, kiosk.OpeningClosed, kiosk.OpeningOpened}
	if got, _ := acts(t, l, 0, 10); !slices.Equal(got, want) {
		t.Errorf("after the erasure the log has %v, not %v", got, want)
	}
}

// What was done to visits before there was a table of it is found again.
func TestLogOfAnOlderFile(t *testing.T) {
	l := fresh(t)
	v := l.visitor()
	l.taken(v, fact(v.Visit, "one", kiosk.Reacted, 0, kiosk.Reaction{Words: `"by":"nobody"`}))
	if err := l.Record(context.Background(), kiosk.VisitClosed, "organiser", "", v.Visit, kiosk.Closing{Reason: "organiser"}); err != nil {
		t.Fatal(err)
	}
	if err := l.do(context.Background(), func(w *writer) error {
		return w.exec("DROP TABLE acts; DELETE FROM goose_db_version WHERE version_id >= 4")
	}); err != nil {
		t.Fatal(err)
	}
	l.stop()
	l = open(t, l.path)
	if got, _ := acts(t, l, 0, 10); !slices.Equal(got, []string{kiosk.VisitClosed, kiosk.OpeningOpened}) {
		t.Errorf("the log has %v", got)
	}
}

// A long log is read in chunks, so that no reader holds the file for long.
func TestLogIsReadInChunks(t *testing.T) {
	l := fresh(t)
	docs := make([][]byte, 2*logChunk)
	for i := range docs {
		f, err := kiosk.NewFact(l.now(), kiosk.InsightsRead, fmt.Sprint("manager·", i), kiosk.Reading{What: "release"})
		if err != nil {
			t.Fatal(err)
		}
		docs[i] = f.Doc()
	}
	if _, err := l.Write(context.Background(), kiosk.RoomItself, docs...); err != nil {
		t.Fatal(err)
	}
	n := 0
	err := l.Log(context.Background(), 0, func(_ int64, f kiosk.Fact) bool {
		if n == logChunk+1 { // in the middle of a chunk: the log may be emptied
			var busy, log, moved int
			if err := l.sweep.QueryRow("PRAGMA wal_checkpoint(TRUNCATE)").Scan(&busy, &log, &moved); err != nil || busy != 0 {
				t.Errorf("who reads the log holds it back: busy %d, %v", busy, err)
			}
		}
		if want := len(docs) - 1 - n; n < len(docs) && f.By != fmt.Sprint("manager·", want) {
			t.Fatalf("line %d is by %s, not %d", n, f.By, want)
		}
		n++
		return true
	})
	if err != nil || n != len(docs)+1 {
		t.Errorf("%d lines, %v", n, err)
	}
}

package journal

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"immersion/kiosk"
)

// secret stands for what a visitor wrote. It is long, so that SQLite puts some
// of it on pages of their own.
var secret = strings.Repeat("Heliotrope", 700)[:6000]

// wrote makes a closed visit that holds words in every fact that may.
func (l *lab) wrote() (opened, reaction kiosk.Fact) {
	l.t.Helper()
	opened = l.visitor()
	reaction = fact(opened.Visit, "one", kiosk.Reacted, 9*time.Second, kiosk.Reaction{Valence: -3, Words: secret[:1500]})
	l.taken(opened, fact(opened.Visit, "one", kiosk.StopEntered, 10*time.Second, none{}), reaction,
		fact(opened.Visit, "one", kiosk.ReactionWorded, 8*time.Second, kiosk.Wording{Reaction: reaction.ID, Words: secret[:1500]}),
		fact(opened.Visit, "one", kiosk.StopLeft, 7*time.Second, kiosk.Leaving{Reason: "done"}),
		fact(opened.Visit, "way-out", kiosk.StopEntered, 6*time.Second, none{}),
		fact(opened.Visit, "way-out", kiosk.NotePut, 5*time.Second, kiosk.NoteEdit{Note: "n", Section: kiosk.Say, Text: secret[:1500]}),
		fact(opened.Visit, "way-out", kiosk.SentenceTold, 4*time.Second, kiosk.Sentence{Text: secret[:1500]}),
		fact(opened.Visit, "way-out", kiosk.PledgeMade, 3*time.Second, kiosk.Pledge{Text: secret[:1500]}),
		fact(opened.Visit, "way-out", kiosk.VisitFinished, 2*time.Second, none{}))
	return opened, reaction
}

// found lists the files beside the journal that hold the secret, or a piece of it.
func (l *lab) found() (names []string) {
	l.t.Helper()
	err := filepath.WalkDir(filepath.Dir(l.path), func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		doc, err := os.ReadFile(name)
		if bytes.Contains(doc, []byte("Heliotrope")) {
			names = append(names, filepath.Base(name))
		}
		return err
	})
	if err != nil {
		l.t.Fatal(err)
	}
	return names
}

func (l *lab) swept() {
	l.t.Helper()
	for end := time.Now().Add(time.Minute); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		if !l.Erasing() {
			return
		}
	}
	l.t.Fatal("the write-ahead log is not emptied")
}

func TestWithdrawnIsGone(t *testing.T) {
	ctx := context.Background()
	l := fresh(t)
	opened, reaction := l.wrote()
	other, _ := l.wrote()
	if err := l.Erase(ctx, other.Visit, kiosk.ByVisitor, false); err != nil {
		t.Fatal(err)
	}
	l.swept()
	if len(l.found()) == 0 {
		t.Fatal("the secret of the first visit is nowhere, so this test shows nothing")
	}
	if err := l.Erase(ctx, opened.Visit, kiosk.ByVisitor, false); err != nil {
		t.Fatal(err)
	}
	l.swept()
	if names := l.found(); len(names) > 0 {
		t.Errorf("the words stand in %v", names)
	}
	if c, err := listed(ctx, l); err != nil || len(c) != 0 {
		t.Errorf("contributions %v, %v", c, err)
	}
	var e *kiosk.Error
	if err := l.Erase(ctx, opened.Visit, kiosk.ByVisitor, false); !errors.As(err, &e) || e.Code != kiosk.NotFound {
		t.Errorf("erased again: %v", err)
	}
	// what a screen still holds is acknowledged and dropped
	l.taken(reaction, fact(opened.Visit, "one", kiosk.Reacted, 3*time.Second, kiosk.Reaction{Words: secret[:1500]}))
	l.stop()
	if names := l.found(); len(names) > 0 {
		t.Errorf("after late facts the words stand in %v", names)
	}
	l = open(t, l.path)
	if n := len(l.room.Console().Visits); n != 0 {
		t.Errorf("%d visits are back after a restart", n)
	}
}

func TestWithdrawnWhileInTheRoom(t *testing.T) {
	l := fresh(t)
	v := l.visitor()
	l.taken(v, fact(v.Visit, "one", kiosk.StopEntered, 0, none{}))
	if err := l.Erase(context.Background(), v.Visit, kiosk.ByVisitor, false); err != nil {
		t.Fatal(err)
	}
	if visit(l.room, v.Visit) != nil {
		t.Error("the visitor is still there")
	}
	l.taken(fact(v.Visit, "one", kiosk.StopLeft, 0, kiosk.Leaving{Reason: "done"}))
}

func TestRetention(t *testing.T) {
	ctx := context.Background()
	l := fresh(t)
	l.wrote()
	before, err := listed(ctx, l)
	if err != nil || len(before) != 1 {
		t.Fatal(before, err)
	}
	copied, err := Backup(ctx, l.path, time.Now())
	if err != nil {
		t.Fatal(err)
	}
	keep := kiosk.Retention{Words: 10, Visits: 20, Backups: 5}
	for _, step := range []struct {
		days, contributions, touched int
		words, copies                bool
	}{
		{days: 4, contributions: 1, words: true, copies: true},
		{days: 6, contributions: 1, words: true},
		{days: 11, contributions: 1, touched: 1},
		{days: 12, contributions: 1},
		{days: 21, contributions: 0, touched: 1},
	} {
		l.days.Store(int64(step.days))
		n, err := l.Retain(ctx, func(time.Time) kiosk.Retention { return keep })
		if err != nil || n != step.touched {
			t.Fatalf("day %d: %d visits touched, %v", step.days, n, err)
		}
		l.swept()
		if words := len(l.found()) > 0; words != step.words {
			t.Errorf("day %d: words in %v", step.days, l.found())
		}
		if _, err := os.Stat(copied); (err == nil) != step.copies {
			t.Errorf("day %d: the copy: %v", step.days, err)
		}
		if c, err := listed(ctx, l); err != nil || len(c) != step.contributions {
			t.Errorf("day %d: %d contributions, %v", step.days, len(c), err)
		}
	}
}

func TestWordsOfAnOpenVisitStay(t *testing.T) {
	l := fresh(t)
	v := l.visitor()
	l.taken(v)
	var e *kiosk.Error
	if err := l.Erase(context.Background(), v.Visit, kiosk.ByRetention, true); !errors.As(err, &e) || e.Code != kiosk.Conflict {
		t.Errorf("%v", err)
	}
}

package kiosk

import (
	"testing"
	"time"
)

func promised(t *testing.T, r *Room, at time.Time, p Promised) {
	t.Helper()
	f, err := NewFact(at, PrivacySet, "organiser", p)
	if err != nil {
		t.Fatal(err)
	}
	if f, err = ParseFact(f.Doc()); err != nil {
		t.Fatal(err)
	}
	r.Lock()
	defer r.Unlock()
	if err := r.Judge(f, RoomItself, at); err != nil {
		t.Fatal(err)
	}
	r.Apply(f)
}

func TestPromises(t *testing.T) {
	r := NewRoom(DefaultSettings()) // k 5, words_k 10, visits kept for 365 days
	day := func(n int) time.Time { return time.Date(2026, 1, 1, 12, 0, 0, 0, time.UTC).AddDate(0, 0, n) }
	file, untold := r.FilePromises()
	if !untold || !file.File || file.K != 5 {
		t.Fatalf("at first the file's %+v are told: %v", file, untold)
	}
	promised(t, r, day(0), file)
	if _, untold := r.FilePromises(); untold {
		t.Error("they are told again")
	}
	ours := Promised{Promises: Promises{K: 8, WordsK: 12, Retention: Retention{Words: 30, Visits: 60, Takeaway: 30, Backups: 30}}}
	promised(t, r, day(10), ours)
	if s := r.Settings(); s.K != 8 || s.WordsK != 12 || s.Retention.Visits != 60 {
		t.Errorf("raised: %+v", s)
	}
	if _, _, set := r.Promises(); set == nil || set.By != "organiser" || set.At != day(10).UnixMilli() {
		t.Errorf("set by %+v", set)
	}
	promised(t, r, day(20), file)
	if s := r.Settings(); s.K != 5 || s.Retention.Visits != 365 {
		t.Errorf("given back: %+v", s)
	}
	for _, c := range []struct{ now, k, wordsK, until int }{{21, 8, 12, 81}, {80, 8, 12, 81}, {81, 5, 10, 0}} {
		k, wordsK, until := r.Rule(day(c.now))
		if k != c.k || wordsK != c.wordsK || until.IsZero() != (c.until == 0) || c.until > 0 && !until.Equal(day(c.until)) {
			t.Errorf("on day %d: k %d, words_k %d until %v", c.now, k, wordsK, until)
		}
	}
	for begun, want := range map[int]int{-5: 365, 5: 365, 15: 60, 25: 365} {
		if got := r.Kept(day(begun)).Visits; got != want {
			t.Errorf("a visit of day %d is kept %d days, agreed were %d", begun, got, want)
		}
	}
	ours.Retention.Visits = 7
	promised(t, r, day(30), ours)
	if got := r.Kept(day(5)).Visits; got != 7 {
		t.Errorf("shorter now, and yet kept %d days", got)
	}
	r.Lock()
	r.Reset()
	r.Unlock()
	if r.Settings().K != 5 {
		t.Error("folded anew, promises stand that no fact tells")
	}
}

func TestPromisesHaveFloors(t *testing.T) {
	fine := Promises{K: 3, WordsK: 10}
	for name, change := range map[string]func(*Promises){
		"k below its floor":        func(p *Promises) { p.K = 2 },
		"words_k below its floor":  func(p *Promises) { p.WordsK = 9 },
		"words_k below k":          func(p *Promises) { p.K = 11 },
		"days before today":        func(p *Promises) { p.Retention.Words = -1 },
		"more days than there are": func(p *Promises) { p.Retention.Backups = maxDays + 1 },
	} {
		p := fine
		change(&p)
		f, _ := NewFact(time.Now(), PrivacySet, "organiser", Promised{Promises: p})
		if _, err := ParseFact(f.Doc()); CodeOf(err) != Invalid {
			t.Errorf("%s: %v", name, err)
		}
	}
	if f, _ := NewFact(time.Now(), PrivacySet, "organiser", Promised{Promises: fine}); f.ID != "" {
		if _, err := ParseFact(f.Doc()); err != nil {
			t.Error(err)
		}
	}
}

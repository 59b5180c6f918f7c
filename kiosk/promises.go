package kiosk

import (
	"time"

	"github.com/google/uuid"
)

// PrivacySet is a fact of the room's own: its promises are others from now on.
const PrivacySet = "privacy.set" // Promised

// Promises are what the room promises its visitors in numbers.
type Promises struct {
	K         int       `json:"k"`      // visits that stand behind every published figure
	WordsK    int       `json:"wordsK"` // visits that stand behind published words
	Retention Retention `json:"retention"`
}

// Promised are promises that began to hold: an organiser's, which go before the
// room file's until an organiser gives them back to it, or those of the file as
// a start found them.
type Promised struct {
	Promises
	File bool `json:"file,omitempty"`
}

// Standing are promises with the time they began to hold, and who set them.
type Standing struct {
	Promised
	At int64  `json:"at"` // ms
	By string `json:"by"`
}

// maxDays is how long anything may be kept, other than for good.
const maxDays = 36500

func (p Promised) valid() bool {
	days := func(n int) bool { return n >= 0 && n <= maxDays }
	r := p.Retention
	return p.K >= MinK && p.WordsK >= MinWordsK && p.WordsK >= p.K && p.WordsK <= 1000 &&
		days(r.Words) && days(r.Visits) && days(r.Takeaway) && days(r.Backups)
}

// promises are those of the room file.
func (s Settings) promises() Promises { return Promises{s.K, s.WordsK, s.Retention} }

// Settings are what the room file says, with the promises that hold.
func (r *Room) Settings() Settings {
	s := r.settings
	if all := r.standing(); len(all) > 0 && !all[len(all)-1].File {
		now := all[len(all)-1]
		s.K, s.WordsK, s.Retention = now.K, now.WordsK, now.Retention
	}
	return s
}

// standing lists the promises there were, in the order of their time. The list
// is replaced and never changed, so that it can be read without the lock.
func (r *Room) standing() []Standing {
	if all := r.promised.Load(); all != nil {
		return *all
	}
	return nil
}

func (r *Room) promise(f Fact) {
	all := append([]Standing{}, r.standing()...)
	all = append(all, Standing{Promised: body[Promised](f), At: f.At, By: f.By})
	r.promised.Store(&all)
}

// Promises are those that hold now, those of the room file, and how an
// organiser set them; nil when the file's hold.
func (r *Room) Promises() (now, file Promises, set *Standing) {
	now, file = r.Settings().promises(), r.settings.promises()
	if all := r.standing(); len(all) > 0 && !all[len(all)-1].File {
		set = &all[len(all)-1]
	}
	return now, file, set
}

// FilePromises are those of the room file, and whether they have yet to be
// told: at the first start with a file, and with one that says otherwise.
func (r *Room) FilePromises() (Promised, bool) {
	p, all := Promised{r.settings.promises(), true}, r.standing()
	return p, len(all) == 0 || all[len(all)-1].File && all[len(all)-1].Promised != p
}

// Kept is how long is kept what a visit leaves that began at a time: as its
// visitor was told then, or as it is now if that is shorter.
func (r *Room) Kept(begun time.Time) Retention {
	now := r.Settings().Retention
	all := r.standing()
	if len(all) == 0 {
		return now
	}
	then := all[0]
	for _, s := range all[1:] {
		if s.At > begun.UnixMilli() {
			break
		}
		then = s
	}
	return then.Retention.stricter(now)
}

// stricter is the shorter of both in everything; 0 is for good.
func (r Retention) stricter(s Retention) Retention {
	least := func(a, b int) int {
		if a == 0 || b != 0 && b < a {
			return b
		}
		return a
	}
	return Retention{least(r.Words, s.Words), least(r.Visits, s.Visits), least(r.Takeaway, s.Takeaway), least(r.Backups, s.Backups)}
}

// Rule gives the k and words_k that figures and words keep to: the promises of
// now, or stricter ones that visits agreed to who may still be in the figures.
// until is when all that are stricter end; zero if nothing is stricter, or if
// it never ends.
func (r *Room) Rule(now time.Time) (k, wordsK int, until time.Time) {
	set, all := r.Settings(), r.standing()
	k, wordsK = set.K, set.WordsK
	ever := false
	for i := range max(len(all)-1, 0) {
		p := all[i]
		if p.K <= set.K && p.WordsK <= set.WordsK {
			continue
		}
		days := p.Retention.stricter(set.Retention).Visits
		gone := time.UnixMilli(all[i+1].At).AddDate(0, 0, days+1) // a visit lasts less than the day more
		if days > 0 && !now.Before(gone) {
			continue
		}
		k, wordsK = max(k, p.K), max(wordsK, p.WordsK)
		if ever = ever || days == 0; gone.After(until) {
			until = gone
		}
	}
	if ever {
		until = time.Time{}
	}
	return k, wordsK, until
}

// Begun is when a visit began, as its id tells.
func Begun(visit string) time.Time {
	id, err := uuid.Parse(visit)
	if err != nil {
		return time.Time{}
	}
	return time.Unix(id.Time().UnixTime())
}

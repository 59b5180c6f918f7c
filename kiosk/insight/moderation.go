package insight

import (
	"context"
	mathrand "math/rand/v2"
	"slices"

	"immersion/kiosk"
)

// Moderation is what lies before the organiser. It names no badge, department,
// station or time, and its order tells nothing.
type Moderation struct {
	Waiting int     `json:"waiting"` // words that nobody looked at
	Enough  bool    `json:"enough"`  // they are of words_k visits, so the next batch can be had
	K       int     `json:"k"`       // words_k
	Batches []Batch `json:"batches"` // the newest first
}

// Batch is words that lay before the organiser together.
type Batch struct {
	ID     string `json:"id"`
	Passed bool   `json:"passed"`
	Words  []Word `json:"words"` // those of visits that were withdrawn are gone
	ids    []string
}

// Word is one piece of a visitor's words as others read it.
type Word struct {
	ID        string        `json:"id"`
	Kind      string        `json:"kind"` // "note", "sentence", "pledge"
	Section   kiosk.Section `json:"section,omitempty"`
	Language  string        `json:"language"`
	Text      string        `json:"text"`
	Masked    bool          `json:"masked,omitempty"`    // blacked out: nobody but the organiser reads it
	Sensitive bool          `json:"sensitive,omitempty"` // counted in themes, never shown in words
}

func (d *desk) word(w *word) Word {
	return Word{ID: w.id, Kind: w.Kind, Section: w.Section, Language: w.language, Text: w.Text, Masked: d.masked[w.id], Sensitive: d.flagged[w.id]}
}

// unseen lists the words that nobody looked at, and of how many visits they are.
func (d *desk) unseen() ([]*word, int) {
	var all []*word
	visits := map[int64]bool{}
	for _, w := range d.words {
		if !d.shown[w.id] {
			all = append(all, w)
			visits[w.visit] = true
		}
	}
	return all, len(visits)
}

func (d *desk) moderation(ctx context.Context) (Moderation, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := d.catchUp(ctx); err != nil {
		return Moderation{}, err
	}
	waiting, visits := d.unseen()
	m := Moderation{Waiting: len(waiting), Enough: visits >= d.k() && len(waiting) >= kiosk.MinBatch, K: d.k(), Batches: []Batch{}}
	for _, b := range slices.Backward(d.batches) {
		b.Words = []Word{}
		for _, id := range b.ids {
			if w, ok := d.words[id]; ok {
				b.Words = append(b.Words, d.word(w))
			}
		}
		m.Batches = append(m.Batches, b)
	}
	return m, nil
}

// maxBatch is how many words are looked at together.
const maxBatch = 60

// next draws the words that nobody looked at, at least one of each of words_k
// visits, shuffled; Conflict while there are too few.
func (d *desk) next(ctx context.Context) (kiosk.WordsBatch, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := d.catchUp(ctx); err != nil {
		return kiosk.WordsBatch{}, err
	}
	all, visits := d.unseen()
	if visits < d.k() || len(all) < kiosk.MinBatch {
		return kiosk.WordsBatch{}, kiosk.Errorf(kiosk.Conflict, "Too few words wait: a batch has those of %d visits or more.", d.k())
	}
	mathrand.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	all = oneOfEachFirst(all)
	all = all[:min(len(all), max(maxBatch, d.k()))]
	mathrand.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	b := kiosk.WordsBatch{}
	for _, w := range all {
		b.Words = append(b.Words, w.id)
	}
	return b, nil
}

// oneOfEachFirst puts one of each visit's words before all others.
func oneOfEachFirst(all []*word) []*word {
	there := map[int64]bool{}
	var first, rest []*word
	for _, w := range all {
		if there[w.visit] {
			rest = append(rest, w)
		} else {
			first = append(first, w)
		}
		there[w.visit] = true
	}
	return append(first, rest...)
}

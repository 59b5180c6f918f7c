package insight

import (
	"context"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"hash/fnv"
	"maps"
	mathrand "math/rand/v2"
	"slices"
	"sync"
	"time"

	"immersion/kiosk"
)

// Source is where words, and what was done with them, come from.
type Source interface {
	// Own gives the room's own facts after a place in the order of writing.
	Own(ctx context.Context, after int64, each func(seq int64, f kiosk.Fact)) error
	// Fold gives a visit by its number.
	Fold(ctx context.Context, no int64) (*kiosk.Visit, error)
}

// word is one piece of a visitor's words.
type word struct {
	kiosk.Told
	id                          string // HMAC: tells neither visit nor time
	visit                       int64
	language, scenario, opening string
	tokens                      []token
}

// desk is where an organiser looks at words: all that finished visits said,
// read from their facts, and what the room's own facts say was done with it.
// Nothing of it is written anywhere.
type desk struct {
	source Source
	store  Store
	k      int

	mu      sync.Mutex // guards the rest
	key     []byte
	seq     int64 // of the last own fact taken in
	visits  map[int64]read
	words   map[string]*word
	batches []Batch
	shown   map[string]bool // by id of words
	passed  map[string]bool
	masked  map[string]bool
	flagged map[string]bool
	names   map[string]string // by theme
	merges  map[string]string
	kin     map[string]map[string]bool
	doors   doors

	complete bool // every visit is read
}

// read is what was read of a visit.
type read struct {
	mark  uint64 // of its contribution
	words []string
	at    time.Time
}

// wordsAge is after what time a visit is read again: late facts may bring
// words, and words go when the room file says.
const wordsAge = time.Hour

// keyBin and keyName are where the key of the ids is kept.
const keyBin, keyName = "insight", "key"

func newDesk(source Source, store Store, k int) *desk {
	return &desk{source: source, store: store, k: k, visits: map[int64]read{}, words: map[string]*word{}, shown: map[string]bool{},
		passed: map[string]bool{}, masked: map[string]bool{}, flagged: map[string]bool{}, names: map[string]string{}, merges: map[string]string{}, kin: map[string]map[string]bool{}}
}

// unlock finds the key of the ids, or makes it.
func (d *desk) unlock(ctx context.Context) error {
	key, ok, err := d.store.Get(ctx, keyBin, keyName)
	if err != nil || ok {
		d.key = key
		return err
	}
	key = make([]byte, 32)
	_, _ = rand.Read(key) // it never fails
	if err := d.store.Put(ctx, keyBin, keyName, key, time.Time{}); err != nil {
		return err
	}
	d.key = key
	return nil
}

// id names words so that nobody can tell from it whose they are or when they
// were said; words that are changed get another.
func (d *desk) id(visit string, t kiosk.Told) string {
	h := hmac.New(sha256.New, d.key)
	for _, part := range []string{visit, t.Kind, t.ID, t.Text} {
		_, _ = h.Write([]byte(part))
		_, _ = h.Write([]byte{0})
	}
	return hex.EncodeToString(h.Sum(nil)[:12])
}

// refresh takes in new facts of the room's own, and the words of visits that
// closed or changed, some at a time; those of visits that no longer contribute
// are dropped.
func (d *desk) refresh(ctx context.Context, contributions []kiosk.Contribution) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.key == nil {
		if err := d.unlock(ctx); err != nil {
			return err
		}
	}
	if err := d.catchUp(ctx); err != nil {
		return err
	}
	there := make(map[int64]bool, len(contributions))
	now, turns := time.Now(), readAtOnce
	d.complete = true
	for i, c := range contributions {
		there[c.Visit] = true
		mark := markOfAll(c)
		r, known := d.visits[c.Visit]
		fresh := i >= len(contributions)-latest
		if known && r.mark == mark && !fresh && (len(r.words) == 0 || now.Sub(r.at) < wordsAge) {
			continue
		}
		if turns--; turns < 0 {
			d.complete = false
			continue
		}
		v, err := d.source.Fold(ctx, c.Visit)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		d.drop(c.Visit)
		if d.visits[c.Visit] = (read{mark: mark, at: now}); err == nil { // else its facts are gone by age
			d.take(c, v)
		}
	}
	for visit := range d.visits {
		if !there[visit] {
			d.drop(visit)
		}
	}
	return nil
}

// readAtOnce is how many visits are read before others have their turn: after a
// start all are, and figures must not wait for that.
const readAtOnce = 500

// latest is how many of the newest visits are read anew each time: those that
// late facts come to.
const latest = 20

func markOfAll(c kiosk.Contribution) uint64 {
	h := fnv.New64a()
	for _, cell := range c.Cells {
		_, _ = h.Write([]byte(cell.Station + cell.Figure + cell.Key))
		_, _ = h.Write([]byte{byte(cell.Count), byte(cell.Part), byte(int(cell.Value)), byte(len(cell.Points)), byte(len(cell.Edges))})
	}
	return h.Sum64()
}

func (d *desk) take(c kiosk.Contribution, v *kiosk.Visit) {
	r := d.visits[c.Visit]
	for _, t := range v.Told() {
		w := &word{Told: t, id: d.id(v.ID, t), visit: c.Visit, language: v.Language, scenario: c.Scenario, opening: c.Opening}
		w.tokens = tokens(t.Text, v.Language)
		d.words[w.id] = w
		r.words = append(r.words, w.id)
	}
	d.visits[c.Visit] = r
}

func (d *desk) drop(visit int64) {
	for _, id := range d.visits[visit].words {
		delete(d.words, id)
	}
	delete(d.visits, visit)
}

// catchUp takes in the room's own facts written since.
func (d *desk) catchUp(ctx context.Context) error {
	return d.source.Own(ctx, d.seq, func(seq int64, f kiosk.Fact) {
		d.seq = seq
		d.fold(f)
	})
}

func (d *desk) fold(f kiosk.Fact) {
	switch f.Type {
	case kiosk.WordsShown:
		b := decoded[kiosk.WordsBatch](f)
		d.batches = append(d.batches, Batch{ID: f.ID, ids: b.Words})
		for _, id := range b.Words {
			d.shown[id] = true
		}
	case kiosk.WordsPassed:
		for i := range d.batches {
			if b := &d.batches[i]; b.ID == decoded[kiosk.WordsPass](f).Batch {
				b.Passed = true
				for _, id := range b.ids {
					d.passed[id] = true
				}
			}
		}
	case kiosk.WordsJudged:
		b := decoded[kiosk.WordsJudgement](f)
		switch b.Did {
		case "mask", "restore":
			d.masked[b.Words] = b.Did == "mask"
		default:
			d.flagged[b.Words] = b.Did == "flag"
		}
	case kiosk.ThemeNamed:
		b := decoded[kiosk.ThemeName](f)
		d.names[b.Theme] = b.Name
	case kiosk.ThemeMerged:
		b := decoded[kiosk.ThemeMerge](f)
		d.merges[b.Theme] = b.Into
		d.relate(b.Theme, b.Into)
	default:
		d.doors.fold(f)
	}
}

// relate keeps that themes, and all that each was counted with, were ever one.
func (d *desk) relate(theme, into string) {
	if into == "" {
		return
	}
	all := map[string]bool{theme: true, into: true}
	for _, one := range []string{theme, into} {
		for other := range d.kin[one] {
			all[other] = true
		}
	}
	for one := range all {
		d.kin[one] = all
	}
}

func decoded[B any](f kiosk.Fact) B {
	var b B
	_ = f.Decode(&b) // it was judged when it was taken
	return b
}

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
	m := Moderation{Waiting: len(waiting), Enough: visits >= d.k && len(waiting) >= kiosk.MinBatch, K: d.k, Batches: []Batch{}}
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
	if visits < d.k || len(all) < kiosk.MinBatch {
		return kiosk.WordsBatch{}, kiosk.Errorf(kiosk.Conflict, "Too few words wait: a batch has those of %d visits or more.", d.k)
	}
	mathrand.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	all = oneOfEachFirst(all)
	all = all[:min(len(all), max(maxBatch, d.k))]
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

// Words is what managers read of a scenario version's words.
type Words struct {
	K      int    `json:"k"`
	TooFew bool   `json:"tooFew"` // words of fewer than K visits were let pass
	Words  []Word `json:"words"`  // in the order of their ids, which is none
}

// read lists the words of a scenario version that managers may read.
func (d *desk) read(scenario string) Words {
	d.mu.Lock()
	defer d.mu.Unlock()
	all, visits := Words{K: d.k, Words: []Word{}}, map[int64]bool{}
	for _, id := range slices.Sorted(maps.Keys(d.words)) {
		if w := d.words[id]; w.scenario == scenario && d.passed[id] && !d.masked[id] && !d.flagged[id] {
			all.Words = append(all.Words, d.word(w))
			visits[w.visit] = true
		}
	}
	if len(visits) < d.k {
		all.TooFew, all.Words = true, []Word{}
	}
	return all
}

// ReadWords takes in the words of contributing visits without making releases.
func (in *Insight) ReadWords(ctx context.Context, contributions []kiosk.Contribution) error {
	for {
		if err := in.desk.refresh(ctx, contributions); err != nil || in.Complete() {
			return err
		}
	}
}

// Complete tells whether the words of all visits are read; until then an Update
// leaves themes as they are.
func (in *Insight) Complete() bool {
	in.desk.mu.Lock()
	defer in.desk.mu.Unlock()
	return in.desk.complete
}

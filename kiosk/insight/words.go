package insight

import (
	"context"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"maps"
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
	k      func() int // words_k that holds now

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

	roll     *roll // the visits of the last refresh
	complete bool  // every visit is read
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

func newDesk(source Source, store Store, k func() int) *desk {
	return &desk{source: source, store: store, k: k, roll: &roll{}, visits: map[int64]read{}, words: map[string]*word{}, shown: map[string]bool{},
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
	all, visits := Words{K: d.k(), Words: []Word{}}, map[int64]bool{}
	for _, id := range slices.Sorted(maps.Keys(d.words)) {
		if w := d.words[id]; w.scenario == scenario && d.passed[id] && !d.masked[id] && !d.flagged[id] {
			all.Words = append(all.Words, d.word(w))
			visits[w.visit] = true
		}
	}
	if len(visits) < all.K {
		all.TooFew, all.Words = true, []Word{}
	}
	return all
}

// ReadWords takes in the words of contributing visits without making releases.
func (in *Insight) ReadWords(ctx context.Context, contributions Contributions) error {
	list := &roll{}
	for c, err := range contributions {
		if err != nil {
			return err
		}
		list.take(c)
	}
	err := in.desk.refresh(ctx, list)
	for err == nil && !in.Complete() {
		err = in.ReadMore(ctx)
	}
	return err
}

// ReadMore goes on with the words of the visits that the last Update found,
// some at a time; figures need not be reckoned for it.
func (in *Insight) ReadMore(ctx context.Context) error {
	in.updating.Lock()
	defer in.updating.Unlock()
	return in.desk.refresh(ctx, in.desk.roll)
}

// Complete tells whether the words of all visits are read; until then an Update
// leaves themes as they are.
func (in *Insight) Complete() bool {
	in.desk.mu.Lock()
	defer in.desk.mu.Unlock()
	return in.desk.complete
}

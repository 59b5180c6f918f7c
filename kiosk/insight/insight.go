package insight

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"sync"
	"time"

	"immersion/kiosk"
)

// Insight keeps the latest releases. It is safe for concurrent use.
type Insight struct {
	k         int
	scenarios func(hash string) (*kiosk.Scenario, bool)
	store     Store
	now       func() time.Time

	updating sync.Mutex // one Update at a time; held while storing

	mu      sync.Mutex // guards the rest
	n       int        // number of the last release
	ledgers map[string]ledger
}

// New reads the releases made before. k is the room's setting, raised to
// [kiosk.MinK] if below; scenarios finds a scenario version by its hash.
func New(ctx context.Context, k int, scenarios func(hash string) (*kiosk.Scenario, bool), store Store) (*Insight, error) {
	in := &Insight{k: max(k, kiosk.MinK), scenarios: scenarios, store: store, now: time.Now, ledgers: map[string]ledger{}}
	if err := in.load(ctx); err != nil {
		return nil, fmt.Errorf("read releases: %w", err)
	}
	return in, nil
}

// Update takes all contributions there are and makes a release of each
// scenario version that has something to tell. It says whether it made one.
// With an error the releases are as before, and a later Update tries again.
func (in *Insight) Update(ctx context.Context, contributions []kiosk.Contribution) (bool, error) {
	in.updating.Lock()
	defer in.updating.Unlock()
	by := map[string][]kiosk.Contribution{}
	for _, c := range contributions {
		by[c.Scenario] = append(by[c.Scenario], c)
	}
	for hash := range in.ledgers { // a version whose last visit was withdrawn
		by[hash] = append(by[hash], nil...)
	}
	made := false
	for hash, of := range by {
		s, ok := in.scenarios(hash)
		if !ok {
			continue
		}
		l, moved, ok := in.ledgers[hash].advance(of, s, in.k, in.n+1, in.now().UnixMilli())
		if !ok {
			continue
		}
		if err := in.save(ctx, l.release, moved); err != nil {
			return made, fmt.Errorf("store release %d: %w", l.release.N, err)
		}
		in.mu.Lock()
		in.n, in.ledgers[hash] = l.release.N, l
		in.mu.Unlock()
		made = true
	}
	return made, nil
}

// Release is the latest release of the scenario version that was visited last,
// as far as releases tell; the caller must not change it.
func (in *Insight) Release() Release {
	in.mu.Lock()
	defer in.mu.Unlock()
	latest, newest := Release{K: in.k, TooFew: true, Figures: []kiosk.Figure{}, Stations: []Station{},
		Assumptions: []kiosk.AssumptionAsked{}, Cells: []Cell{}}, int64(-1)
	for _, l := range in.ledgers {
		if n := l.newest(); n > newest {
			latest, newest = l.release, n
		}
	}
	return latest
}

// Versions lists the hashes of the scenario versions that releases speak of.
func (in *Insight) Versions() []string {
	in.mu.Lock()
	defer in.mu.Unlock()
	return slices.Collect(maps.Keys(in.ledgers))
}

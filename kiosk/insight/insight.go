package insight

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"maps"
	"slices"
	"sync"
	"time"

	"immersion/kiosk"
)

// Insight keeps the latest releases. It is safe for concurrent use.
type Insight struct {
	promised    func() (k, wordsK int)
	departments []kiosk.Named
	scenarios   func(hash string) (*kiosk.Scenario, bool)
	store       Store
	desk        *desk
	now         func() time.Time

	updating sync.Mutex // one Update at a time; held while storing

	mu      sync.Mutex // guards the rest
	n       int        // number of the last release
	ledgers map[string]ledger
	visited map[string]string // the scenario version of each opening
}

// Deps is what releases are made from.
type Deps struct {
	Settings  kiosk.Settings                            // k and words_k are raised to their floors if below
	Rule      func() (k, wordsK int)                    // those that hold now; nil: the settings'
	Scenarios func(hash string) (*kiosk.Scenario, bool) // finds a scenario version
	Store     Store
	Source    Source
}

// New reads the releases made before.
func New(ctx context.Context, d Deps) (*Insight, error) {
	if d.Rule == nil {
		d.Rule = func() (k, wordsK int) { return d.Settings.K, d.Settings.WordsK }
	}
	in := &Insight{promised: d.Rule, departments: d.Settings.Departments, scenarios: d.Scenarios,
		store: d.Store, now: time.Now, ledgers: map[string]ledger{}, visited: map[string]string{}}
	in.desk = newDesk(d.Source, d.Store, func() int { return in.rule().wordsK })
	if err := in.load(ctx); err != nil {
		return nil, fmt.Errorf("read releases: %w", err)
	}
	return in, nil
}

// rule is the one that holds now.
func (in *Insight) rule() rule { return newRule(in.promised()) }

// Contributions gives those of all visits, by visit. What is given need not
// stay in memory.
type Contributions = iter.Seq2[kiosk.Contribution, error]

// Update takes all contributions there are and makes a release of each
// scenario version that has something to tell. It says whether it made one.
// With an error the releases are as before, and a later Update tries again.
func (in *Insight) Update(ctx context.Context, contributions Contributions) (bool, error) {
	in.updating.Lock()
	defer in.updating.Unlock()
	said, words, err := in.gather(ctx, contributions)
	if err != nil {
		return false, err
	}
	made := false
	for hash, tally := range said {
		s, ok := in.scenarios(hash)
		if !ok {
			continue
		}
		rows := &spool{ctx: ctx, in: in, n: in.n + 1, storedSteps: storedSteps{Scenario: hash}}
		l, _, ok := in.ledgers[hash].advance(tally, words, s, in.rule(), rows.n, in.now().UnixMilli(), rows.step)
		if !ok {
			continue
		}
		if err := rows.close(l.frame); err != nil {
			return made, fmt.Errorf("store release %d: %w", l.frame.N, err)
		}
		in.mu.Lock()
		in.n, in.ledgers[hash] = l.frame.N, l
		in.mu.Unlock()
		made = true
	}
	return made, nil
}

// gather sorts what all visits say by scenario version, and reads their words.
func (in *Insight) gather(ctx context.Context, contributions Contributions) (map[string]*tally, spoken, error) {
	said, visited, list := map[string]*tally{}, map[string]string{}, &roll{}
	sort := func(hash string) *tally {
		c, there := said[hash]
		if !there {
			if s, ok := in.scenarios(hash); ok {
				c = newTally(figures(s))
			}
			said[hash] = c
		}
		return c
	}
	for c, err := range contributions {
		if err != nil {
			return nil, spoken{}, fmt.Errorf("read contributions: %w", err)
		}
		list.take(c)
		visited[c.Opening] = c.Scenario
		if to := sort(c.Scenario); to != nil {
			to.take(c)
		}
	}
	for hash := range in.ledgers { // a version whose last visit was withdrawn
		sort(hash)
	}
	if err := in.desk.refresh(ctx, list); err != nil {
		return nil, spoken{}, fmt.Errorf("read words: %w", err)
	}
	words := in.desk.themed()
	for _, c := range said {
		if c != nil {
			words.speak(c)
		}
	}
	in.mu.Lock()
	in.visited = visited
	in.mu.Unlock()
	return said, words, nil
}

// Release is the latest release as a cohort reads it, NotFound for a scenario
// version that no release speaks of; the caller must not change it.
func (in *Insight) Release(of kiosk.Cohort) (Release, error) {
	l, all, err := in.read(of.Scenario)
	if err != nil {
		return Release{}, err
	}
	if l.frame.N == 0 {
		r := in.rule()
		return Release{K: r.k, WordsK: r.wordsK, TooFew: true, Cohort: of.ID(), Figures: []kiosk.Figure{}, Stations: []Station{},
			Assumptions: []kiosk.AssumptionAsked{}, Cells: []Cell{}}, nil
	}
	return l.release(of, all), nil
}

// read finds a scenario version's ledger and figures; without a hash those of
// the version visited last, as far as releases tell, empty if there is none.
func (in *Insight) read(hash string) (ledger, []shown, error) {
	in.mu.Lock()
	defer in.mu.Unlock()
	l, ok := in.ledgers[hash]
	if hash != "" && !ok {
		return l, nil, kiosk.Errorf(kiosk.NotFound, "no release speaks of a scenario version %.64q", hash)
	}
	if hash == "" {
		for _, h := range in.latest() {
			hash, l = h, in.ledgers[h]
			break
		}
	}
	if hash == "" {
		return l, nil, nil
	}
	s, ok := in.scenarios(hash)
	if !ok {
		return l, nil, kiosk.Errorf(kiosk.NotFound, "the scenario version %.64q is no longer kept", hash)
	}
	return l, figures(s), nil
}

// latest lists the scenario versions that releases speak of, the one visited
// last first; with the lock held.
func (in *Insight) latest() []string {
	newest := map[string]int64{}
	for hash, l := range in.ledgers {
		newest[hash] = l.newest
	}
	return slices.SortedFunc(maps.Keys(newest), func(a, b string) int {
		return cmp.Or(cmp.Compare(newest[b], newest[a]), cmp.Compare(a, b))
	})
}

// Cohorts lists what can be read.
func (in *Insight) Cohorts() Cohorts {
	in.mu.Lock()
	defer in.mu.Unlock()
	all := Cohorts{Scenarios: []Version{}}
	for _, hash := range in.latest() {
		if l := in.ledgers[hash]; l.frame.Scenario != nil {
			all.Scenarios = append(all.Scenarios, Version{Scenario: *l.frame.Scenario, N: l.frame.N, Made: l.frame.Made,
				Cohorts: l.cohorts(in.departments)})
		}
	}
	return all
}

// Versions lists the hashes of the scenario versions that releases speak of.
func (in *Insight) Versions() []string {
	in.mu.Lock()
	defer in.mu.Unlock()
	return slices.Collect(maps.Keys(in.ledgers))
}

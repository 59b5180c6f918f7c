package insight

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"immersion/kiosk"
)

// Themes is what the words of a scenario version are about: what an organiser
// let pass, masked words left out.
type Themes struct {
	K         int         `json:"k"`         // visits behind every theme
	TooLittle bool        `json:"tooLittle"` // too little text for any theme: nothing is guessed
	N         int         `json:"n"`         // the release
	Themes    []Theme     `json:"themes"`    // by section in the map's order, then the most frequent first
	Merged    []MergedOne `json:"merged"`    // what an organiser counts with another
}

// Theme is one theme in one section of the map.
type Theme struct {
	ID      string `json:"id"`      // "en:wait", "en:call back": a stem, or two side by side
	Section string `json:"section"` // of the map, or "sentence" or "pledge"
	Name    string `json:"name"`    // an organiser's, or else as most people wrote it
	Named   bool   `json:"named,omitempty"`
	N       int    `json:"n"` // visits
	AsOf    int    `json:"asOf"`
}

// MergedOne is a theme that is counted with another.
type MergedOne struct {
	Theme string `json:"theme"`
	Into  string `json:"into"`
}

// spoken is what a visit adds to the themes, and the visits without any words:
// they never wrote, or their words are gone by age.
type spoken struct {
	cells  map[int64][]kiosk.Cell
	silent map[int64]bool
	forms  map[string]map[string]string // by scenario version and theme
	kin    map[string]map[string]bool   // themes that were ever counted with one another

	complete bool // every visit's words are read; else themes stay as they are
}

// themed finds the themes of all words that were let pass.
func (d *desk) themed() spoken {
	d.mu.Lock()
	defer d.mu.Unlock()
	s := spoken{cells: map[int64][]kiosk.Cell{}, silent: map[int64]bool{}, forms: map[string]map[string]string{}, kin: map[string]map[string]bool{}, complete: d.complete}
	for theme, others := range d.kin {
		s.kin[theme] = maps.Clone(others)
	}
	by := map[string][]*word{}
	for _, id := range slices.Sorted(maps.Keys(d.words)) {
		if w := d.words[id]; d.passed[id] && !d.masked[id] {
			by[w.scenario] = append(by[w.scenario], w)
		}
	}
	for visit, r := range d.visits {
		s.silent[visit] = len(r.words) == 0
	}
	for scenario, words := range by {
		texts := make([][]token, len(words))
		written := map[string]map[string]map[int64]bool{}
		for i, w := range words {
			texts[i] = w.tokens
		}
		known := collocations(texts)
		said := map[int64]map[string]bool{}
		for _, w := range words {
			if said[w.visit] == nil {
				said[w.visit] = map[string]bool{}
			}
			for _, theme := range themesOf(w.tokens, known) {
				said[w.visit][w.section()+"/"+d.merged(theme)] = true
			}
			w.write(written, known)
		}
		for visit, keys := range said {
			for _, key := range slices.Sorted(maps.Keys(keys)) {
				s.cells[visit] = append(s.cells[visit], kiosk.Cell{Figure: ThemesFigure, Shape: kiosk.Count, Key: key, Count: 1})
			}
		}
		s.forms[scenario] = forms(written, d.k())
	}
	return s
}

// section is where a word's themes are counted.
func (w *word) section() string {
	if w.Kind == "note" {
		return string(w.Section)
	}
	return w.Kind
}

// write adds how a word's themes are written.
func (w *word) write(written map[string]map[string]map[int64]bool, known map[pair]bool) {
	add := func(theme, form string) {
		if written[theme] == nil {
			written[theme] = map[string]map[int64]bool{}
		}
		if written[theme][form] == nil {
			written[theme][form] = map[int64]bool{}
		}
		written[theme][form][w.visit] = true
	}
	for i, t := range w.tokens {
		if t.stem == "" {
			continue
		}
		add(t.stem, t.word)
		if i > 0 && known[pair{w.tokens[i-1].stem, t.stem}] {
			add(pair{w.tokens[i-1].stem, t.stem}.theme(), w.tokens[i-1].word+" "+t.word)
		}
	}
}

// merged follows a theme to what it is counted with.
func (d *desk) merged(theme string) string {
	for range 10 { // in a circle somebody has to stop
		into := d.merges[theme]
		if into == "" {
			break
		}
		theme = into
	}
	return theme
}

// speak adds the themes to what visits say.
func (s spoken) speak(to *tally) {
	for _, visit := range slices.Sorted(maps.Keys(s.cells)) {
		if _, here := to.cohorts[visit]; !here {
			continue
		}
		for _, cell := range s.cells[visit] {
			to.cell(visit, cell)
		}
	}
}

// Themes are those of a scenario version, "" for the one visited last.
func (in *Insight) Themes(ctx context.Context, scenario string) (Themes, error) {
	l, _, err := in.read(scenario)
	if err != nil {
		return Themes{}, err
	}
	d := in.desk
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := d.catchUp(ctx); err != nil {
		return Themes{}, err
	}
	all := Themes{K: in.rule().wordsK, N: l.frame.N, Themes: []Theme{}, Merged: []MergedOne{}}
	for at, c := range l.values[""] {
		if at.Figure != ThemesFigure || c.n == 0 {
			continue
		}
		section, theme, _ := strings.Cut(at.Key, "/")
		if d.merges[theme] != "" {
			continue // counted with another from now on
		}
		_, stem, _ := strings.Cut(theme, ":")
		all.Themes = append(all.Themes, Theme{ID: theme, Section: section, N: int(c.n), AsOf: int(c.asOf), Named: d.names[theme] != "",
			Name: cmp.Or(d.names[theme], l.frame.Forms[theme], stem)})
	}
	slices.SortFunc(all.Themes, func(a, b Theme) int {
		return cmp.Or(cmp.Compare(sectionOrder(a.Section), sectionOrder(b.Section)), cmp.Compare(b.N, a.N), cmp.Compare(a.ID, b.ID))
	})
	for _, theme := range slices.Sorted(maps.Keys(d.merges)) {
		if into := d.merges[theme]; into != "" {
			all.Merged = append(all.Merged, MergedOne{theme, into})
		}
	}
	all.TooLittle = len(all.Themes) == 0
	return all, nil
}

func sectionOrder(section string) int {
	if i := slices.Index(kiosk.Sections, kiosk.Section(section)); i >= 0 {
		return i
	}
	return len(kiosk.Sections) + len(section)
}

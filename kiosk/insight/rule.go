package insight

import (
	"cmp"
	"slices"
	"strings"

	"immersion/kiosk"
)

// id names the smallest thing that is published: a figure's value by key or
// run of keys, or one stretch of a curve, or one step of a flow; of all visits
// or of a cohort.
type id struct {
	Cohort  string `json:"cohort,omitempty"` // as kiosk.Cohort.ID says it
	Station string `json:"station,omitempty"`
	Figure  string `json:"figure"`
	Key     string `json:"key,omitempty"`
	Last    string `json:"last,omitempty"` // last key of a run
	Second  int    `json:"second,omitempty"`
	From    string `json:"from,omitempty"`
	To      string `json:"to,omitempty"`
}

// shield is the cohort that is never shown: visits that stand in the value of
// all visits and in no cohort's cell of it.
const shield = "shield"

func (i id) compare(j id) int {
	return cmp.Or(cmp.Compare(i.Cohort, j.Cohort), cmp.Compare(i.Station, j.Station), cmp.Compare(i.Figure, j.Figure),
		cmp.Compare(i.Key, j.Key), cmp.Compare(i.Second, j.Second), cmp.Compare(i.From, j.From), cmp.Compare(i.To, j.To))
}

// in is the same value of a cohort.
func (i id) in(cohort string) id {
	i.Cohort = cohort
	return i
}

// family is what an id's neighbours have in common with it.
func (i id) family() id { return id{Cohort: i.Cohort, Station: i.Station, Figure: i.Figure} }

func partition(cohort string) string {
	by, _, _ := strings.Cut(cohort, ":")
	return by
}

// The parts of the rule, as doc.go says them.
const (
	least      = "least"
	step       = "step"
	past       = "past"
	withdrawn  = "withdrawn" // of step and past: a withdrawal is a change
	late       = "late"      // of step and past: a late fact is a change
	neighbours = "neighbours"
	across     = "across"
	shielded   = "shield"
	wordy      = "words"  // of all: themes need words_k visits, not k
	merged     = "merged" // of neighbours: themes that were counted together
)

// rule is the privacy rule of a room.
type rule struct {
	k, wordsK int
	off       string // a part that does not hold; the attack suite's, to show that it would be seen
}

func newRule(k, wordsK int) rule {
	k = max(k, kiosk.MinK)
	return rule{k: k, wordsK: max(wordsK, kiosk.MinWordsK, k)}
}

// of is how many visits a figure needs.
func (r rule) of(f shown) int {
	if f.words && r.holds(wordy) {
		return r.wordsK
	}
	return r.k
}

func (r rule) holds(part string) bool { return r.off != part }

// advance is a ledger on its way to the next release.
type advance struct {
	ledger
	rule     rule
	n        int
	tally    *tally
	words    spoken
	families map[id][]id                // ids of all visits, and neighbours, that were published, by family
	parted   map[id]map[string][]string // cohorts that a value was published of, by its id without one and partition
	moved    steps
	step     func(at id, packed []byte, to Cell) // is told each step as it is made; nobody if nil
}

// steps is what one release moved.
type steps map[id]moved

type moved struct {
	to     value
	newest int64 // visit that came in
}

// may gives the step to a set; false when a part of the rule forbids it, or
// when there is nothing to tell.
func (a *advance) may(at id, f shown, next []member) ([]change, bool) {
	h, k, r := a.histories[at], a.rule.of(f), a.rule
	if len(next) == 0 && h.now.n > 0 {
		return nil, false // its visits are gone, by their wish or by age; what was published stays
	}
	if n := len(next); r.holds(least) && n > 0 && n < k {
		return nil, false
	}
	move := h.now.diff(next)
	counts := !slices.ContainsFunc(move, func(c change) bool {
		return c.now == 0 && !r.holds(withdrawn) || c.was != 0 && c.now != 0 && !r.holds(late)
	})
	if known := len(h.versions) > 0; known && (len(move) == 0 || counts && r.holds(step) && len(move) < k) {
		return nil, false
	}
	if counts && r.holds(past) && !h.olderApart(next, k) {
		return nil, false
	}
	if f.near && (f.words && r.holds(merged) || !f.words && r.holds(neighbours)) {
		for _, other := range a.families[at.family()] {
			if other != at && (!f.words || a.akin(at, other)) && !a.histories[other].apart(next, k) {
				return nil, false
			}
		}
	}
	if at.Cohort != "" && r.holds(across) {
		own := partition(at.Cohort)
		for by, cohorts := range a.parted[at.in("")] {
			if by == own {
				continue
			}
			for _, cohort := range cohorts {
				if !a.histories[at.in(cohort)].apart(next, k) {
					return nil, false
				}
			}
		}
	}
	return move, true
}

// publish moves a value.
func (a *advance) publish(at id, f shown, move []change, cell Cell) {
	h, known := a.histories[at]
	if !known {
		a.know(at, f)
	}
	cell.AsOf = a.n
	packed := pack(move)
	a.histories[at], a.moved[at] = h.took(move, packed), moved{to: valueOf(cell), newest: newest(move)}
	if a.step != nil {
		a.step(at, packed, cell)
	}
}

// know files an id that is published.
func (a *advance) know(at id, f shown) {
	if at.Cohort == shield {
		return
	}
	if at.Cohort == "" || f.near {
		a.families[at.family()] = append(a.families[at.family()], at)
	}
	if at.Cohort == "" {
		return
	}
	whole, by := at.in(""), partition(at.Cohort)
	if a.parted[whole] == nil {
		a.parted[whole] = map[string][]string{}
	}
	a.parted[whole][by] = append(a.parted[whole][by], at.Cohort)
}

// shownOf lists the cohorts that a value was published of.
func (a *advance) shownOf(at id) []string {
	var all []string
	for _, cohorts := range a.parted[at] {
		all = append(all, cohorts...)
	}
	slices.Sort(all)
	return all
}

// whole moves a value of all visits, if it may; false when its cohorts must
// wait too, because it is not published, or lacks visits for its shield.
func (a *advance) whole(at id, f shown) bool {
	samples := a.tally.said[at]
	if f.words {
		samples = a.remembered(at, samples)
	}
	next := members(samples, f.Shape)
	h, known := a.histories[at]
	if len(next) == 0 && !known && !f.zero() {
		return false
	}
	move, ok := a.may(at, f, next)
	if !ok {
		return len(h.versions) > 0
	}
	if f.parts && a.rule.holds(shielded) {
		lacking, enough := a.shieldLacks(at, next, a.rule.of(f))
		if !enough {
			return false
		}
		if len(lacking) > 0 {
			a.publish(at.in(shield), f, lacking, Cell{})
		}
	}
	a.publish(at, f, move, total(samples, f.Figure))
	return true
}

// shieldLacks lists the visits to be taken into a value's shield, so that k of
// its next set are in it: the oldest that no cohort's cell ever had. False when
// there are too few of them.
func (a *advance) shieldLacks(at id, next []member, k int) ([]change, bool) {
	now := a.histories[at.in(shield)].now.members()
	free := make([]int64, 0, k)
	for _, m := range next {
		if markOf(now, m.visit) != 0 {
			k--
		} else {
			free = append(free, m.visit)
		}
	}
	if k <= 0 || len(next) == 0 {
		return nil, true
	}
	for _, cohort := range a.shownOf(at) {
		shown := a.histories[at.in(cohort)].ever()
		free = slices.DeleteFunc(free, func(v int64) bool { return shown[v] })
	}
	if len(free) < k {
		return nil, false
	}
	lacking := make([]change, k)
	for i, v := range free[:k] {
		lacking[i] = change{visit: v, now: 1}
	}
	return lacking, true
}

// parts moves the cells of a value's cohorts that may move.
func (a *advance) parts(at id, f shown) {
	hidden := a.histories[at.in(shield)].now.members()
	by := map[string][]sample{}
	for _, s := range a.tally.said[at] {
		if markOf(hidden, s.visit) != 0 {
			continue
		}
		for _, cohort := range a.tally.cohorts[s.visit] {
			by[cohort] = append(by[cohort], s)
		}
	}
	for _, cohort := range a.shownOf(at) {
		by[cohort] = append(by[cohort], nil...) // one whose last visit was withdrawn
	}
	for _, cohort := range a.known(by, f) {
		here := at.in(cohort)
		if _, known := a.histories[here]; !known && len(by[cohort]) == 0 && len(a.tally.said[at]) > 0 {
			continue // nobody of these, but the shield's may be
		}
		if move, ok := a.may(here, f, members(by[cohort], f.Shape)); ok {
			a.publish(here, f, move, total(by[cohort], f.Figure))
		}
	}
}

// known lists, in order, the cohorts that may be spoken of: those whose heads
// are published, and of the heads themselves all.
func (a *advance) known(by map[string][]sample, f shown) []string {
	people := id{Figure: kiosk.PeopleFigure}
	if f.Figure.Name == people.Figure && f.station == "" {
		var all []string
		for cohort := range by {
			all = append(all, cohort)
		}
		slices.Sort(all)
		return all
	}
	return a.shownOf(people)
}

// remembered adds to a theme the visits that were behind it and have no words
// any more: words go by age, what they were about stays.
func (a *advance) remembered(at id, samples []sample) []sample {
	for _, m := range a.histories[at].now.members() {
		if _, contributes := a.tally.cohorts[m.visit]; contributes && a.words.silent[m.visit] {
			samples = append(samples, sample{visit: m.visit, sum: 1})
		}
	}
	slices.SortFunc(samples, func(x, y sample) int { return cmp.Compare(x.visit, y.visit) })
	return samples
}

// akin tells whether one of two themes was ever counted with the other, in the
// same section: then their sets speak of the same words.
func (a *advance) akin(one, other id) bool {
	section, theme, _ := strings.Cut(one.Key, "/")
	in, with, _ := strings.Cut(other.Key, "/")
	return section == in && a.words.kin[theme][with]
}

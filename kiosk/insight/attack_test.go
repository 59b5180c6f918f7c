package insight

import (
	"cmp"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"immersion/kiosk"
)

// The attack suite. It lets random histories of a room run through releases,
// carries the visits behind every number that was ever published, with what
// each of them said, and then does what somebody could do who kept every
// release: look at a cell, subtract two versions of it, subtract any choice of
// a partition's cells from a total, compare neighbours, compare partitions,
// compare themes that were counted together. Whatever leaves 1 to k−1 visits
// (of themes words_k−1) with a coefficient that is not zero is a finding. Attackers know what visits say only through vectors: an entry for
// each visit, 0 where it is not behind the number, else what it says.

const roomOf = 200 // visits a history has

// vector is what each visit, from 1, says to one published number.
type vector [roomOf + 1]uint8

// differ counts the visits that two numbers do not share.
func (v *vector) differ(w *vector) int {
	n := 0
	for i := range v {
		if v[i] != w[i] {
			n++
		}
	}
	return n
}

var nothing vector

// fact is what one visit says to the room's figures, told apart from the code
// under test.
type fact struct {
	department, opening string
	said                map[id]uint8 // 1 and up
}

// story is a room's history: what happens, release after release.
type story struct {
	k, later int // what an organiser promises, and from a day on
	changes  int // that day
	visits   []fact
	days     [][]happening
}

// promised is a part of the rule that the room keeps (kiosk.Room.Rule), not
// this package: visits keep to what they were promised.
const promised = "promised"

// of is the k of a day. As long as visits are in the figures that were promised
// more, that holds; here they stay.
func (s story) of(day int, r rule) int {
	switch {
	case day < s.changes:
		return s.k
	case r.holds(promised):
		return max(s.k, s.later)
	}
	return s.later
}

type happening struct {
	visit     int // from 1
	withdrawn bool
	silenced  bool         // its words are gone by age
	says      map[id]uint8 // nil: nothing changed
	merge     [2]string    // a theme that is counted with another from now on
}

var (
	stretches = []id{at("level", "", 0), at("level", "", 5), at("level", "", 10), at("level", "", 15)}
	plain     = []id{{Figure: kiosk.PeopleFigure}, at("missed", "a", 0), at("ease", "", 0), {Station: "call", Figure: "path", From: "a", To: "b"}}
)

// themes are those that visits write about, in one section of the map.
var themes = []string{"en:wait", "en:call", "en:bill"}

func themed(theme string) id { return id{Figure: ThemesFigure, Key: "hear/" + theme} }

func at(figure, key string, second int) id {
	return id{Station: "call", Figure: figure, Key: key, Second: second}
}

// says draws what a visit tells. Feelings mostly hold from one stretch to the
// next, and a line of the call is tapped at rarely.
func says(t *rapid.T) map[id]uint8 {
	dice := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "says"), 1))
	few := func() uint8 { return uint8(1 + dice.IntN(3)) }
	said := map[id]uint8{plain[0]: few()}
	for _, v := range plain[1:] {
		if dice.IntN(3) > 0 {
			said[v] = few()
		}
	}
	level := few()
	for _, s := range stretches {
		if dice.IntN(8) == 0 {
			level = few()
		}
		said[s] = level
	}
	for i := range 6 {
		if dice.IntN(10) == 0 {
			said[at("taps", fmt.Sprintf("%02d", i), 0)] = 1
		}
	}
	for i, theme := range themes { // the first is common, the last rare
		if dice.IntN([]int{2, 4, 24}[i]) == 0 {
			said[themed(theme)] = 1
		}
	}
	return said
}

// stories draws histories: departments of 5 to 30 %, openings one after the
// other, withdrawals and late facts among the visits that close.
var stories = rapid.Custom(func(t *rapid.T) story {
	s := story{k: rapid.IntRange(3, 5).Draw(t, "k"), later: rapid.IntRange(3, 5).Draw(t, "later"), changes: rapid.IntRange(5, 60).Draw(t, "changes")}
	var crowd []string // each department as often as its percents
	for i := 0; len(crowd) < 100; i++ {
		for range min(rapid.IntRange(5, 30).Draw(t, "percent"), 100-len(crowd)) {
			crowd = append(crowd, fmt.Sprintf("d%d", i))
		}
	}
	opening, left, name := 0, 0, ""
	for len(s.visits) < roomOf {
		var day []happening
		for range rapid.IntRange(1, 8).Draw(t, "at once") {
			what := rapid.IntRange(0, 23).Draw(t, "what")
			switch {
			case what < 15 || len(s.visits) == 0:
				if left == 0 {
					opening, left = opening+1, rapid.IntRange(4, 50).Draw(t, "visits of the opening")
					name = openingAt(day1.AddDate(0, 0, 12*opening))
				}
				left--
				f := fact{department: rapid.SampledFrom(crowd).Draw(t, "department"), opening: name, said: says(t)}
				if rapid.IntRange(0, 3).Draw(t, "kept together") > 0 && opening%3 == 0 {
					f.department = crowd[0] // an opening for one department
				}
				s.visits = append(s.visits, f)
				day = append(day, happening{visit: len(s.visits), says: f.said})
			case what < 18:
				day = append(day, happening{visit: rapid.IntRange(1, len(s.visits)).Draw(t, "who"), withdrawn: true})
			case what == 18:
				day = append(day, happening{visit: rapid.IntRange(1, len(s.visits)).Draw(t, "who"), silenced: true})
			case what == 19 && rapid.IntRange(0, 5).Draw(t, "merges") == 0:
				day = append(day, happening{merge: [2]string{themes[rapid.IntRange(0, 1).Draw(t, "theme")], themes[2]}})
			default:
				day = append(day, happening{visit: rapid.IntRange(1, len(s.visits)).Draw(t, "who"), says: says(t)})
			}
			if len(s.visits) == roomOf {
				break
			}
		}
		s.days = append(s.days, day)
	}
	return s
})

// contribution is what a visit says as the room would have it.
func (f fact) contribution(visit int64, said map[id]uint8) kiosk.Contribution {
	c := kiosk.Contribution{Visit: visit, Scenario: "s", Department: f.department, Opening: f.opening}
	for v, n := range said {
		if v.Figure == ThemesFigure {
			continue // the desk's
		}
		cell := kiosk.Cell{Station: v.Station, Figure: v.Figure, Key: v.Key, Shape: kiosk.Count, Count: int(n)}
		switch v.Figure {
		case "ease":
			cell.Shape, cell.Count, cell.Value = kiosk.Number, 0, float64(n)
		case "level":
			cell.Shape, cell.Count, cell.Points = kiosk.Curve, 0, []kiosk.Point{{Second: v.Second, Value: float64(n)}}
		case "path":
			cell.Shape, cell.Count, cell.Edges = kiosk.Flow, 0, []kiosk.Edge{{From: v.From, To: v.To, Count: int(n)}}
		}
		c.Cells = append(c.Cells, cell)
	}
	return c
}

// day1 is when the first history's first opening may begin.
var day1 = time.Date(2026, 1, 1, 9, 0, 0, 0, time.Local)

// in is a visit's cohort of a partition.
func (f fact) in(by string) string {
	switch kiosk.Partition(by) {
	case kiosk.ByDepartment:
		return "department:" + f.department
	case kiosk.ByMonth:
		return "month:" + month(f.opening)
	}
	return "opening:" + f.opening
}

// world is what is true now.
type world struct {
	says   map[int64]map[id]uint8
	silent map[int64]bool
	merges map[string]string
	kin    map[string]map[string]bool
}

func (w *world) happen(h happening, first bool) {
	visit := int64(h.visit)
	_, there := w.says[visit]
	switch {
	case h.merge[0] != "":
		w.merges[h.merge[0]] = h.merge[1]
		d := desk{kin: w.kin}
		d.relate(h.merge[0], h.merge[1])
	case h.withdrawn:
		delete(w.says, visit)
	case h.silenced && there:
		w.silent[visit] = true
	case !h.silenced && (there || first):
		w.says[visit] = h.says
	}
}

// spoken is what the desk of words would make of it.
func (w *world) spoken() spoken {
	s := spoken{cells: map[int64][]kiosk.Cell{}, silent: w.silent, kin: w.kin, complete: true}
	for visit, says := range w.says {
		counted := map[id]bool{}
		for _, theme := range themes {
			if says[themed(theme)] > 0 && !w.silent[visit] {
				counted[themed(cmp.Or(w.merges[theme], theme))] = true
			}
		}
		for v := range counted {
			s.cells[visit] = append(s.cells[visit], kiosk.Cell{Figure: ThemesFigure, Shape: kiosk.Count, Key: v.Key, Count: 1})
		}
	}
	return s
}

// attacker keeps every version of every number.
type attacker struct {
	story
	versions map[id][]*vector
	asked    map[*vector]int // k when it was published, as visits were promised
	now      int             // k now
	near     map[id][]id     // numbers to compare with one another, by what they have in common
	kin      map[string]map[string]bool
	found    string
}

// play runs a story through a room's releases under a rule and gives what the
// attacker found: "" for nothing. Numbers that are not the sum of what the
// visits behind them say are a finding too.
func play(s story, r rule) string {
	a := &attacker{story: s, versions: map[id][]*vector{}, asked: map[*vector]int{}, near: map[id][]id{}}
	scenario, _ := scenarios("s")
	var l ledger
	w := &world{says: map[int64]map[id]uint8{}, silent: map[int64]bool{}, merges: map[string]string{}, kin: map[string]map[string]bool{}}
	a.kin = w.kin
	for n, day := range s.days {
		r.k, a.now = s.of(n, r), s.of(n, rule{})
		for _, h := range day {
			w.happen(h, h.visit > 0 && maps.Equal(h.says, s.visits[h.visit-1].said))
		}
		said, words := newTally(figures(scenario)), w.spoken()
		for _, visit := range slices.Sorted(maps.Keys(w.says)) {
			said.take(s.visits[visit-1].contribution(visit, w.says[visit]))
		}
		words.speak(said)
		next, moved, ok := l.advance(said, words, scenario, r, n+1, 1, nil)
		if !ok {
			continue
		}
		l = next
		for _, v := range slices.SortedFunc(maps.Keys(moved), id.compare) {
			if v.Cohort != shield {
				a.see(l, v, w)
			}
		}
		if a.found != "" {
			return a.found
		}
	}
	a.subtract()
	return a.found
}

func (a *attacker) report(format string, args ...any) {
	if a.found == "" {
		a.found = fmt.Sprintf(format, args...)
	}
}

// few tells a finding.
func (a *attacker) few(v id, n int) bool {
	k := a.now
	if v.Figure == ThemesFigure {
		k = kiosk.MinWordsK
	}
	return n > 0 && n < k
}

// common is what numbers that are compared have in common: the value that
// cohorts have, and the neighbours of a cohort.
func common(v id) []id {
	all := []id{{Cohort: "any", Station: v.Station, Figure: v.Figure, Key: v.Key, Last: v.Last, Second: v.Second, From: v.From, To: v.To}}
	if v.Figure == "level" || v.Figure == "taps" || v.Figure == ThemesFigure {
		all = append(all, v.family())
	}
	return all
}

// see takes a new version of a number and compares it with all it knows.
func (a *attacker) see(l ledger, v id, w *world) {
	seen := a.vectorOf(l, v, w)
	if n := seen.differ(&nothing); a.few(v, n) {
		a.report("%v speaks of %d visits", v, n)
	}
	against := func(other id) {
		for i, version := range a.versions[other] {
			if n := seen.differ(version); a.few(v, n) {
				a.report("%v differs from version %d of %v by %d visits", v, i+1, other, n)
			}
		}
	}
	against(v)
	for i, shared := range common(v) {
		for _, other := range a.near[shared] {
			partitions := other.Cohort != "" && v.Cohort != "" && partition(other.Cohort) != partition(v.Cohort)
			if other != v && (i > 0 && a.akin(v, other) || i == 0 && partitions) {
				against(other)
			}
		}
		if a.versions[v] == nil {
			a.near[shared] = append(a.near[shared], v)
		}
	}
	a.versions[v], a.asked[seen] = append(a.versions[v], seen), a.now
}

// akin tells whether neighbours may be compared: of themes, those that an
// organiser counted together.
func (a *attacker) akin(v, other id) bool {
	theme, with := strings.TrimPrefix(v.Key, "hear/"), strings.TrimPrefix(other.Key, "hear/")
	return v.Figure != ThemesFigure || a.kin[theme][with]
}

// vectorOf is what the visits behind a number say, by the world's own account;
// the number must be its sum.
func (a *attacker) vectorOf(l ledger, v id, w *world) *vector {
	seen, sum, n := &vector{}, 0, 0
	keys := []id{v.in("")}
	if v.Last != "" {
		keys = nil
		for i := range 6 {
			if key := fmt.Sprintf("%02d", i); key >= v.Key && key <= v.Last {
				keys = append(keys, at(v.Figure, key, 0))
			}
		}
	}
	for _, m := range l.histories[v].now.members() {
		f := a.visits[m.visit-1]
		if v.Cohort != "" && v.Cohort != f.in(partition(v.Cohort)) {
			a.report("%v speaks of visit %d, which is in %+v", v, m.visit, f)
		}
		said := uint8(0)
		for _, key := range keys {
			said += w.says[m.visit][key]
		}
		if v.Figure == ThemesFigure {
			said = a.wrote(v, m.visit, w)
		}
		if said == 0 {
			a.report("%v speaks of visit %d, which says nothing to it", v, m.visit)
		}
		seen[m.visit], sum, n = said, sum+int(said), n+1
	}
	if v.Cohort == "" && v.Last == "" && v.Figure != ThemesFigure {
		for visit, said := range w.says {
			if said[v] > 0 && seen[visit] == 0 {
				a.report("%v does not speak of visit %d", v, visit)
			}
		}
	}
	c := l.values[v.Cohort][v.in("")]
	shown := float64(c.count)
	if c.mean != 0 {
		shown = c.mean * float64(c.n)
	}
	if int(c.n) != n || !near(shown, float64(sum)) {
		a.report("%v shows n %d and a sum of %v; true are %d and %d", v, c.n, shown, n, sum)
	}
	return seen
}

// wrote is 1 if a visit wrote of a theme or of one that is counted with it, or
// if it once may have: words that are gone by age were counted.
func (a *attacker) wrote(v id, visit int64, w *world) uint8 {
	if w.silent[visit] {
		return 1
	}
	for _, theme := range themes {
		if v == themed(cmp.Or(w.merges[theme], theme)) && w.says[visit][themed(theme)] > 0 {
			return 1
		}
	}
	return 0
}

// subtract takes from each version of each total every choice of versions of
// the cells of a partition, and of none of a cell. The visits of different
// cells are different ones, so the visits left add up cell by cell: it follows
// which sums below k can be reached.
func (a *attacker) subtract() {
	cells := map[id]map[string][]string{} // by total and partition
	for v := range a.versions {
		if v.Cohort == "" {
			continue
		}
		if cells[v.in("")] == nil {
			cells[v.in("")] = map[string][]string{}
		}
		by := partition(v.Cohort)
		cells[v.in("")][by] = append(cells[v.in("")][by], v.Cohort)
	}
	for v, partitions := range cells {
		for by, cohorts := range partitions {
			for i, whole := range a.versions[v] {
				if n := a.reach(v, by, cohorts, whole); n > 0 {
					a.report("version %d of %v, less cells by %s, leaves %d visits", i+1, v, by, n)
				}
			}
		}
	}
}

// reach gives the least number of visits from 1 to k−1 that can be left, k being what was promised when the total was published, or 0.
func (a *attacker) reach(v id, by string, cohorts []string, whole *vector) int {
	k := a.asked[whole]
	var of [roomOf + 1]int // the cell that each visit belongs to, from 1; 0 for one that is not shown
	for visit, f := range a.visits {
		of[visit+1] = slices.Index(cohorts, f.in(by)) + 1
	}
	alone := 0
	for visit := range whole {
		if whole[visit] != 0 && of[visit] == 0 {
			alone++
		}
	}
	if alone >= k {
		return 0
	}
	sums := 1 << alone // bit n: n visits can be left
	for i, cohort := range cohorts {
		choices := 0
		for _, version := range append(a.versions[v.in(cohort)], &nothing) {
			n := 0
			for visit := range whole {
				if of[visit] == i+1 && whole[visit] != version[visit] {
					n++
				}
			}
			if n < k {
				choices |= 1 << n
			}
		}
		next := 0
		for n := range k {
			if choices&(1<<n) != 0 {
				next |= sums << n
			}
		}
		sums = next & (1<<k - 1)
	}
	for n := 1; n < k; n++ {
		if sums&(1<<n) != 0 {
			return n
		}
	}
	return 0
}

// TestAttack lets the attacker at random histories.
func TestAttack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := stories.Draw(t, "story")
		if found := play(s, newRule(s.k, 0)); found != "" {
			t.Fatal(found)
		}
	})
}

// TestAttackFindsEachRuleThatIsOff switches off one part of the rule at a time:
// the attacker must find something, or the suite would prove nothing.
func TestAttackFindsEachRuleThatIsOff(t *testing.T) {
	for _, part := range []string{least, step, past, withdrawn, late, neighbours, across, shielded, wordy, merged, promised} {
		t.Run(part, func(t *testing.T) {
			for seed := range 60 {
				s := stories.Example(seed)
				r := newRule(s.k, 0)
				r.off = part
				if found := play(s, r); found != "" {
					t.Logf("history %d: %s", seed, found)
					return
				}
			}
			t.Errorf("without %s, 60 histories told the attacker nothing", part)
		})
	}
}

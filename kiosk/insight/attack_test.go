package insight

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"immersion/kiosk"
)

// The attack suite. It lets random histories of a room run through releases,
// carries the visits behind every number that was ever published, with what
// each of them said, and then does what somebody could do who kept every
// release: look at a cell, subtract two versions of it, subtract any choice of
// a partition's cells from a total, compare neighbours, compare partitions.
// Whatever leaves 1 to k−1 visits with a coefficient that is not zero is a
// finding. Attackers know what visits say only through vectors: an entry for
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
	k      int
	visits []fact
	days   [][]happening
}

type happening struct {
	visit     int // from 1
	withdrawn bool
	says      map[id]uint8 // nil: nothing changed
}

var (
	stretches = []id{at("level", "", 0), at("level", "", 5), at("level", "", 10), at("level", "", 15)}
	plain     = []id{{Figure: kiosk.PeopleFigure}, at("missed", "a", 0), at("ease", "", 0), {Station: "call", Figure: "path", From: "a", To: "b"}}
)

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
	return said
}

// stories draws histories: departments of 5 to 30 %, openings one after the
// other, withdrawals and late facts among the visits that close.
var stories = rapid.Custom(func(t *rapid.T) story {
	s := story{k: rapid.IntRange(3, 5).Draw(t, "k")}
	var crowd []string // each department as often as its percents
	for i := 0; len(crowd) < 100; i++ {
		for range min(rapid.IntRange(5, 30).Draw(t, "percent"), 100-len(crowd)) {
			crowd = append(crowd, fmt.Sprintf("d%d", i))
		}
	}
	opening, left := 0, 0
	for len(s.visits) < roomOf {
		var day []happening
		for range rapid.IntRange(1, 8).Draw(t, "at once") {
			what := rapid.IntRange(0, 9).Draw(t, "what")
			switch {
			case what < 8 || len(s.visits) == 0:
				if left == 0 {
					opening, left = opening+1, rapid.IntRange(4, 50).Draw(t, "visits of the opening")
				}
				left--
				f := fact{department: rapid.SampledFrom(crowd).Draw(t, "department"), opening: fmt.Sprintf("o%d", opening), said: says(t)}
				if rapid.IntRange(0, 3).Draw(t, "kept together") > 0 && opening%3 == 0 {
					f.department = crowd[0] // an opening for one department
				}
				s.visits = append(s.visits, f)
				day = append(day, happening{visit: len(s.visits), says: f.said})
			case what == 8:
				day = append(day, happening{visit: rapid.IntRange(1, len(s.visits)).Draw(t, "who"), withdrawn: true})
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

// attacker keeps every version of every number.
type attacker struct {
	story
	versions map[id][]*vector
	found    string
}

// play runs a story through a room's releases under a rule and gives what the
// attacker found: "" for nothing. Numbers that are not the sum of what the
// visits behind them say are a finding too.
func play(s story, r rule) string {
	a := &attacker{story: s, versions: map[id][]*vector{}}
	scenario, _ := scenarios("s")
	var l ledger
	now := map[int64]map[id]uint8{}
	for n, day := range s.days {
		for _, h := range day {
			if h.withdrawn {
				delete(now, int64(h.visit))
			} else if _, there := now[int64(h.visit)]; there || h.visit <= roomOf && maps.Equal(h.says, s.visits[h.visit-1].said) {
				now[int64(h.visit)] = h.says
			}
		}
		var contributions []kiosk.Contribution
		for _, visit := range slices.Sorted(maps.Keys(now)) {
			contributions = append(contributions, s.visits[visit-1].contribution(visit, now[visit]))
		}
		said := newTally(figures(scenario))
		for _, c := range contributions {
			said.take(c)
		}
		next, moved, ok := l.advance(said, spoken{}, scenario, r, n+1, 1, nil)
		if !ok {
			continue
		}
		l = next
		for _, v := range slices.SortedFunc(maps.Keys(moved), id.compare) {
			if v.Cohort != shield {
				a.see(l, v, now)
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
func (a *attacker) few(n int) bool { return n > 0 && n < a.k }

// see takes a new version of a number and compares it with all it knows.
func (a *attacker) see(l ledger, v id, now map[int64]map[id]uint8) {
	seen := a.vectorOf(l, v, now)
	if n := seen.differ(&nothing); a.few(n) {
		a.report("%v speaks of %d visits", v, n)
	}
	for other, versions := range a.versions {
		neighbours := other.family() == v.family() && (v.Figure == "level" || v.Figure == "taps")
		partitions := other.in("") == v.in("") && other.Cohort != "" && v.Cohort != "" && partition(other.Cohort) != partition(v.Cohort)
		if other != v && !neighbours && !partitions {
			continue
		}
		for i, version := range versions {
			if n := seen.differ(version); a.few(n) {
				a.report("%v differs from version %d of %v by %d visits", v, i+1, other, n)
			}
		}
	}
	a.versions[v] = append(a.versions[v], seen)
}

// vectorOf is what the visits behind a number say, by the world's own account;
// the number must be its sum.
func (a *attacker) vectorOf(l ledger, v id, now map[int64]map[id]uint8) *vector {
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
		if v.Cohort != "" && v.Cohort != "department:"+f.department && v.Cohort != "opening:"+f.opening {
			a.report("%v speaks of visit %d, which is in %s and %s", v, m.visit, f.department, f.opening)
		}
		said := uint8(0)
		for _, key := range keys {
			said += now[m.visit][key]
		}
		if said == 0 {
			a.report("%v speaks of visit %d, which says nothing to it", v, m.visit)
		}
		seen[m.visit], sum, n = said, sum+int(said), n+1
	}
	if v.Cohort == "" {
		for visit, said := range now {
			if v.Last == "" && said[v] > 0 && seen[visit] == 0 {
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

// reach gives the least number of visits from 1 to k−1 that can be left, or 0.
func (a *attacker) reach(v id, by string, cohorts []string, whole *vector) int {
	var of [roomOf + 1]int // the cell that each visit belongs to, from 1; 0 for one that is not shown
	for visit, f := range a.visits {
		mine := "department:" + f.department
		if by == string(kiosk.ByOpening) {
			mine = "opening:" + f.opening
		}
		of[visit+1] = slices.Index(cohorts, mine) + 1
	}
	alone := 0
	for visit := range whole {
		if whole[visit] != 0 && of[visit] == 0 {
			alone++
		}
	}
	if alone >= a.k {
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
			if n < a.k {
				choices |= 1 << n
			}
		}
		next := 0
		for n := range a.k {
			if choices&(1<<n) != 0 {
				next |= sums << n
			}
		}
		sums = next & (1<<a.k - 1)
	}
	for n := 1; n < a.k; n++ {
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
	for _, part := range []string{least, step, past, withdrawn, late, neighbours, across, shielded} {
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

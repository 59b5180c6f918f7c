package insight

import (
	"maps"
	"slices"

	"immersion/kiosk"
)

// joinFrom is from how many times k visits behind a figure that neighbouring
// keys are joined: before, a run would be wide, and it is fixed for good.
const joinFrom = 4

// runs lists the runs of a figure whose keys follow one another: those that
// are published, then what the keys left may make up. A key with k visits is a
// run of its own. What a new run's visits say is put to said.
func (a *advance) runs(f shown) []id {
	here := id{Station: f.station, Figure: f.Name}
	taken := map[string]bool{}
	var all []id
	for _, run := range a.families[here] {
		all = append(all, run)
		for _, key := range f.between(run) {
			taken[key] = true
		}
	}
	behind := map[int64]bool{}
	for _, key := range f.keys {
		for _, s := range a.tally.said[id{Station: f.station, Figure: f.Name, Key: key}] {
			behind[s.visit] = true
		}
	}
	join := len(behind) >= joinFrom*a.rule.of(f)
	first, in := "", map[int64]bool{}
	for _, key := range f.keys {
		one := id{Station: f.station, Figure: f.Name, Key: key}
		if taken[key] || !join && len(a.tally.said[one]) < a.rule.of(f) {
			first, in = "", map[int64]bool{}
			continue
		}
		if first == "" {
			first = key
		}
		for _, s := range a.tally.said[one] {
			in[s.visit] = true
		}
		if len(in) < a.rule.of(f) {
			continue
		}
		run := id{Station: f.station, Figure: f.Name, Key: first}
		if first != key {
			run.Last = key
		}
		all = append(all, run)
		first, in = "", map[int64]bool{}
	}
	for _, run := range all {
		if run.Last != "" {
			a.tally.said[run] = a.joined(f, run)
		}
	}
	slices.SortFunc(all, id.compare)
	return all
}

// between lists the keys of a run.
func (f shown) between(run id) []string {
	last := run.Last
	if last == "" {
		last = run.Key
	}
	return slices.DeleteFunc(slices.Clone(f.keys), func(key string) bool { return key < run.Key || key > last })
}

// joined is what visits say to all keys of a run.
func (a *advance) joined(f shown, run id) []sample {
	by := map[int64]sample{}
	for _, key := range f.between(run) {
		for _, s := range a.tally.said[id{Station: f.station, Figure: f.Name, Key: key}] {
			sum := by[s.visit]
			sum.visit, sum.sum = s.visit, sum.sum+s.sum
			by[s.visit] = sum
		}
	}
	all := make([]sample, 0, len(by))
	for _, visit := range slices.Sorted(maps.Keys(by)) {
		all = append(all, by[visit])
	}
	return all
}

// free lists the keys that are in no run.
func (f shown) free(runs []id) []string {
	taken := map[string]bool{}
	for _, run := range runs {
		for _, key := range f.between(run) {
			taken[key] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(f.keys), func(key string) bool { return taken[key] })
}

// zero tells whether "nobody" is told of a value before anybody said anything
// to it.
func (f shown) zero() bool {
	return !f.Joins && !f.words && f.Shape != kiosk.Curve && f.Shape != kiosk.Flow
}

package kiosk

import (
	"cmp"
	"slices"
	"time"
)

// Plan is what the room does by itself, by the clock of its machine.
type Plan struct {
	Hours []Hours   `yaml:"hours"` // when the doors are open; none: they are opened and closed by hand
	Reset TimeOfDay `yaml:"reset"` // each day: ends an opening left over, lights every screen, takes messages away; none: never
}

// Hours are a time that the doors are open, on each of its days.
type Hours struct {
	Days      []Day     `yaml:"days"`       // none: every day
	Open      TimeOfDay `yaml:"open"`       // the doors open
	LastEntry TimeOfDay `yaml:"last_entry"` // nobody comes in any more; none: until the doors close
	Close     TimeOfDay `yaml:"close"`      // the doors close; before open: on the day after
	Scenario  string    `yaml:"scenario"`   // of these hours: the name of its folder or pack; none: the one in use
}

// TimeOfDay is a time as "09:00"; "" is none.
type TimeOfDay string

// Minutes since midnight; false for what is no time.
func (t TimeOfDay) Minutes() (int, bool) {
	at, err := time.Parse("15:04", string(t))
	return at.Hour()*60 + at.Minute(), err == nil && len(t) == len("15:04")
}

// Day is a day of the week, by its first three letters.
type Day string

// Days are all there are, from Monday.
var Days = []Day{"mon", "tue", "wed", "thu", "fri", "sat", "sun"}

// Weekday counts from 0 for Monday; -1 for what is no day.
func (d Day) Weekday() int { return slices.Index(Days, d) }

// What a plan does.
const (
	PlanLastEntry = "last_entry"
	PlanClose     = "close"
	PlanReset     = "reset"
	PlanOpen      = "open"
)

// inTurn is the order of what is planned for the same time.
var inTurn = []string{PlanLastEntry, PlanClose, PlanReset, PlanOpen}

// PlanStep is one thing planned.
type PlanStep struct {
	At       time.Time
	Do       string // "open", "last_entry", "close" or "reset"
	Scenario string // open: of the hours, "" for the one in use
}

// lookBack is how many days back a step may lie that is done late.
const lookBack = 8

// Due is what to do now: the steps after since that nothing later has made
// needless, in their order. Of the doors' steps that is the last, so hours
// that began are kept late, and hours that are over are not.
func (p Plan) Due(since, now time.Time) []PlanStep {
	var doors, reset *PlanStep
	for i := -lookBack; i <= 0; i++ {
		for _, m := range p.on(now, i) {
			switch {
			case !m.At.After(since) || m.At.After(now):
			case m.Do == PlanReset:
				reset = &m
			case doors == nil || !m.before(*doors):
				doors = &m
			}
		}
	}
	var due []PlanStep
	for _, m := range []*PlanStep{reset, doors} {
		if m != nil {
			due = append(due, *m)
		}
	}
	slices.SortFunc(due, PlanStep.compare)
	return due
}

// Next is what is planned next; false when nothing is.
func (p Plan) Next(now time.Time) (next PlanStep, ok bool) {
	for i := -1; i <= 8; i++ {
		for _, m := range p.on(now, i) {
			if m.At.After(now) && (!ok || m.before(next)) {
				next, ok = m, true
			}
		}
	}
	return next, ok
}

func (m PlanStep) compare(o PlanStep) int {
	return cmp.Or(m.At.Compare(o.At), cmp.Compare(slices.Index(inTurn, m.Do), slices.Index(inTurn, o.Do)))
}

func (m PlanStep) before(o PlanStep) bool { return m.compare(o) < 0 }

// on gives what is planned on a day, so many after that of now, where now is.
// A time that the clock skips comes an hour later; hours that would end before
// they begin then do not take place.
func (p Plan) on(now time.Time, days int) []PlanStep {
	day := time.Date(now.Year(), now.Month(), now.Day()+days, 12, 0, 0, 0, now.Location())
	at := func(minutes int) time.Time {
		return time.Date(day.Year(), day.Month(), day.Day(), 0, minutes, 0, 0, now.Location())
	}
	var all []PlanStep
	if m, ok := p.Reset.Minutes(); ok {
		all = append(all, PlanStep{At: at(m), Do: PlanReset})
	}
	for _, h := range p.Hours {
		weekday := (int(day.Weekday()) + 6) % 7
		if len(h.Days) > 0 && !slices.ContainsFunc(h.Days, func(d Day) bool { return d.Weekday() == weekday }) {
			continue
		}
		open, last, end := h.Span()
		if !at(end).After(at(open)) {
			continue
		}
		all = append(all, PlanStep{At: at(open), Do: PlanOpen, Scenario: h.Scenario}, PlanStep{At: at(end), Do: PlanClose})
		if last < end {
			all = append(all, PlanStep{At: at(last), Do: PlanLastEntry})
		}
	}
	slices.SortFunc(all, PlanStep.compare)
	return all
}

// Span is when hours begin, when nobody comes in any more, and when they end,
// in minutes from midnight of their day; the end may lie on the day after.
func (h Hours) Span() (open, last, end int) {
	open, _ = h.Open.Minutes()
	end, _ = h.Close.Minutes()
	if end <= open {
		end += 24 * 60
	}
	last, ok := h.LastEntry.Minutes()
	if !ok {
		return open, end, end
	}
	if last < open {
		last += 24 * 60
	}
	return open, last, end
}

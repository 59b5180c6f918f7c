package config

import (
	"fmt"

	"immersion/kiosk"
)

// plan is hours that lie apart from one another.
func (p part) plan(plan kiosk.Plan) {
	p.time("plan.reset", plan.Reset)
	week := make([]int, 7*24*60) // minutes; the hours that are there already, from 1
	for i, h := range plan.Hours {
		at := fmt.Sprintf("plan.hours[%d]", i)
		if !p.hours(at, h) {
			continue
		}
		if other := lay(week, h, i+1); other > 0 {
			p.fault(at, fmt.Sprintf("these hours meet those of hours[%d]", other-1), "each in a time of its own", "")
		}
	}
}

// hours tells whether they make sense by themselves.
func (p part) hours(at string, h kiosk.Hours) bool {
	good := !p.isBroken(at)
	for _, t := range []struct {
		key  string
		time kiosk.TimeOfDay
	}{{"open", h.Open}, {"close", h.Close}} {
		if t.time == "" && good {
			p.missing(at+"."+t.key, "a time like 09:00")
			good = false
		}
	}
	good = p.time(at+".open", h.Open) && p.time(at+".last_entry", h.LastEntry) && p.time(at+".close", h.Close) && good
	for i, d := range h.Days {
		if where := fmt.Sprintf("%s.days[%d]", at, i); d.Weekday() < 0 && !p.isBroken(where) {
			names := make([]string, len(kiosk.Days))
			for i, d := range kiosk.Days {
				names[i] = string(d)
			}
			p.fault(where, fmt.Sprintf("there is no day %q", shorten(string(d))), "mon, tue, wed, thu, fri, sat, sun", nearest(string(d), names))
			good = false
		}
	}
	if open, last, end := h.Span(); good && (last < open || last > end) {
		p.fault(at+".last_entry", "the last entry is not within the hours", fmt.Sprintf("from %s to %s", h.Open, h.Close), "")
		good = false
	}
	return good
}

// time tells whether it is one, or none.
func (p part) time(path string, t kiosk.TimeOfDay) bool {
	if _, ok := t.Minutes(); ok || t == "" || p.isBroken(path) {
		return true
	}
	p.fault(path, fmt.Sprintf("%q is no time of day", shorten(string(t))), "00:00 to 23:59", "")
	return false
}

// lay marks the minutes of hours in a week; it gives the number of hours that
// has one of them already, 0 when none has.
func lay(week []int, h kiosk.Hours, number int) (other int) {
	days := h.Days
	if len(days) == 0 {
		days = kiosk.Days
	}
	open, _, end := h.Span()
	for _, d := range days {
		for m := open; m < end; m++ {
			at := (d.Weekday()*24*60 + m) % len(week)
			if week[at] > 0 && week[at] != number {
				return week[at]
			}
			week[at] = number
		}
	}
	return 0
}

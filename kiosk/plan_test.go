package kiosk

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// berlin turns its clocks on 2026-03-29 at 02:00 to 03:00 and on 2026-10-25 at
// 03:00 to 02:00. at reads "Mon 2026-11-23 09:00" without the day.
func berlin(t *testing.T) (at func(string) time.Time) {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	return func(s string) time.Time {
		day, err := time.ParseInLocation("2006-01-02 15:04", s, zone)
		if err != nil {
			t.Fatal(err)
		}
		return day
	}
}

func told(steps []PlanStep) string {
	var list []string
	for _, s := range steps {
		list = append(list, strings.TrimSpace(fmt.Sprintf("%s %s %s", s.At.Format("01-02 15:04"), s.Do, s.Scenario)))
	}
	return strings.Join(list, ", ")
}

func TestPlanDue(t *testing.T) {
	at := berlin(t)
	week := Plan{Reset: "04:00", Hours: []Hours{
		{Days: []Day{"mon", "tue"}, Open: "09:00", LastEntry: "16:30", Close: "17:00", Scenario: "first-invoice"},
		{Days: []Day{"wed"}, Open: "10:00", Close: "12:00"},
	}}
	night := Plan{Hours: []Hours{{Days: []Day{"sat"}, Open: "18:00", LastEntry: "00:30", Close: "01:00"}}}
	halves := Plan{Hours: []Hours{{Open: "09:00", Close: "12:00", Scenario: "a"}, {Open: "12:00", Close: "15:00", Scenario: "b"}}}
	early := Plan{Reset: "02:30", Hours: []Hours{{Open: "02:15", Close: "02:45"}}}
	skipped := Plan{Hours: []Hours{{Days: []Day{"sun"}, Open: "02:15", Close: "03:00"}}}
	for _, c := range []struct {
		name       string
		plan       Plan
		since, now string
		want       string
	}{
		{"nothing is planned", Plan{}, "2026-11-20 09:00", "2026-11-23 09:00", ""},
		{"before the hours", week, "2026-11-23 04:00", "2026-11-23 08:59", ""},
		{"to the minute", week, "2026-11-23 04:00", "2026-11-23 09:00", "11-23 09:00 open first-invoice"},
		{"done already", week, "2026-11-23 09:00", "2026-11-23 11:00", ""},
		{"missed, within the hours", week, "2026-11-22 12:00", "2026-11-23 11:00", "11-23 04:00 reset, 11-23 09:00 open first-invoice"},
		{"missed, the last entries since", week, "2026-11-23 04:00", "2026-11-23 16:40", "11-23 16:30 last_entry"},
		{"missed, the hours are over", week, "2026-11-23 04:00", "2026-11-23 18:00", "11-23 17:00 close"},
		{"missed for days", week, "2026-11-16 08:00", "2026-11-22 12:00", "11-18 12:00 close, 11-22 04:00 reset"},
		{"missed for years", week, "2020-01-01 00:00", "2026-11-24 08:00", "11-23 17:00 close, 11-24 04:00 reset"},
		{"a day without hours", week, "2026-11-26 04:00", "2026-11-26 12:00", ""},
		{"a hand within the hours holds", week, "2026-11-23 10:15", "2026-11-23 16:29", ""},
		{"and then the plan goes on", week, "2026-11-23 10:15", "2026-11-23 16:30", "11-23 16:30 last_entry"},
		{"a hand after the hours holds", week, "2026-11-23 17:30", "2026-11-23 23:00", ""},
		{"over midnight", night, "2026-11-21 17:00", "2026-11-21 23:00", "11-21 18:00 open"},
		{"over midnight, the last entries", night, "2026-11-21 18:00", "2026-11-22 00:30", "11-22 00:30 last_entry"},
		{"over midnight, the end", night, "2026-11-22 00:30", "2026-11-22 08:00", "11-22 01:00 close"},
		{"one after the other", halves, "2026-11-23 09:00", "2026-11-23 12:00", "11-23 12:00 open b"},
		{"the clock stands still", week, "2026-11-23 12:00", "2026-11-23 11:00", ""},

		{"clocks go forward in between", week, "2026-03-28 12:00", "2026-03-30 09:00", "03-30 04:00 reset, 03-30 09:00 open first-invoice"},
		{"in the hour that the clock skips", early, "2026-03-28 12:00", "2026-03-29 12:00", "03-29 03:30 reset, 03-29 03:45 close"},
		{"hours that the clock skips", skipped, "2026-03-28 12:00", "2026-03-29 03:10", ""},
		{"clocks go back in between", week, "2026-10-25 01:00", "2026-10-25 04:00", "10-25 04:00 reset"},
		{"a time that comes twice", early, "2026-10-25 01:00", "2026-10-25 01:59", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := told(c.plan.Due(at(c.since), at(c.now))); got != c.want {
				t.Errorf("%s, not %s", got, c.want)
			}
		})
	}
}

// Walked through in steps, each day has each of its steps once, also the day
// with 23 hours and the one with 25.
func TestPlanOnceADay(t *testing.T) {
	at := berlin(t)
	plan := Plan{Reset: "02:30", Hours: []Hours{{Open: "09:00", Close: "17:00"}}}
	for _, begin := range []string{"2026-03-28 12:00", "2026-10-24 12:00"} {
		since, n := at(begin), map[string]int{}
		for now := since; now.Before(at(begin).AddDate(0, 0, 3)); now = now.Add(7 * time.Minute) {
			next, ok := plan.Next(since)
			for _, s := range plan.Due(since, now) {
				if !ok || s != next {
					t.Errorf("%s was due, %s was said", told([]PlanStep{s}), told([]PlanStep{next}))
				}
				n[s.Do+s.At.Format(" 02")]++
				since = s.At
			}
		}
		if len(n) != 9 {
			t.Errorf("from %s on: %v", begin, n)
		}
		for step, times := range n {
			if times != 1 {
				t.Errorf("%s came %d times", step, times)
			}
		}
	}
}

func TestPlanNext(t *testing.T) {
	at := berlin(t)
	plan := Plan{Hours: []Hours{{Days: []Day{"mon"}, Open: "09:00", Close: "17:00", Scenario: "a"}}}
	for now, want := range map[string]string{
		"2026-11-23 08:59": "11-23 09:00 open a", "2026-11-23 09:00": "11-23 17:00 close", "2026-11-23 17:00": "11-30 09:00 open a",
	} {
		if next, ok := plan.Next(at(now)); !ok || told([]PlanStep{next}) != want {
			t.Errorf("at %s next is %s, not %s", now, told([]PlanStep{next}), want)
		}
	}
	if next, ok := (Plan{}).Next(at("2026-11-23 08:59")); ok {
		t.Errorf("without a plan next is %+v", next)
	}
}

// A hand on the doors holds until the next step; the plan's own does not count
// as one, and no step is come to twice.
func TestPlanFollowsTheFacts(t *testing.T) {
	at := berlin(t)
	s := DefaultSettings()
	s.Plan = Plan{Hours: []Hours{{Open: "09:00", Close: "17:00"}}}
	r := NewRoom(s)
	r.Use(&Scenario{Hash: "h"})
	tell := func(when, typ, by string, body any) error {
		f, err := NewFact(at(when), typ, by, body)
		if err != nil {
			t.Fatal(err)
		}
		r.Lock()
		defer r.Unlock()
		if err := r.Judge(f, RoomItself, at(when)); err != nil {
			return err
		}
		r.Apply(f)
		return nil
	}
	due := func(when, want string) {
		t.Helper()
		if got := told(r.PlanDue(at(when))); got != want {
			t.Errorf("at %s due is %q, not %q", when, got, want)
		}
	}
	due("2026-11-23 20:00", "") // a new room has nothing to end
	opened := PlanPoint{Step: at("2026-11-23 09:00").UnixMilli(), Do: PlanOpen}
	due("2026-11-23 09:00", "11-23 09:00 open")
	if err := tell("2026-11-23 09:00", OpeningOpened, ByPlan, struct{}{}); err != nil {
		t.Fatal(err)
	}
	due("2026-11-23 09:00", "11-23 09:00 open") // the program stopped before it was written down
	if err := tell("2026-11-23 09:00", PlanReached, ByPlan, opened); err != nil {
		t.Fatal(err)
	}
	due("2026-11-23 10:00", "")
	if err := tell("2026-11-23 09:01", PlanReached, ByPlan, opened); CodeOf(err) != Conflict {
		t.Errorf("come to twice: %v", err)
	}
	if err := tell("2026-11-23 11:00", OpeningClosed, "organiser·3f2a", struct{}{}); err != nil {
		t.Fatal(err)
	}
	due("2026-11-23 16:59", "")
	due("2026-11-23 17:00", "11-23 17:00 close")
	if err := tell("2026-11-23 17:10", OpeningOpened, "organiser·3f2a", struct{}{}); err != nil {
		t.Fatal(err)
	}
	due("2026-11-23 23:00", "")
	due("2026-11-24 09:00", "11-24 09:00 open")
}

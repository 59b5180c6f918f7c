package portal

import (
	"fmt"
	"strconv"

	"immersion/kiosk"
)

// mostErrors is how many different errors go on the map.
const mostErrors = 3

// Outcome tells what the visitor did and saw in the customer's place.
func (s *Station) Outcome(stop *kiosk.Stop) kiosk.Outcome {
	a := s.attempt(stop)
	o := kiosk.Outcome{Notes: stop.Notes(func(m kiosk.Moment) kiosk.Evidence {
		if p := s.pages[m.Ref]; p != nil {
			return kiosk.Evidence{Label: p.Title}
		}
		return kiosk.Evidence{}
	})}
	if !a.begun {
		return o
	}
	n := notes{s: s, stop: stop}
	n.ending(a)
	n.retyping(a)
	n.anger(a)
	n.errors(a)
	n.sights(a)
	return kiosk.Outcome{Notes: append(n.all, o.Notes...), Figures: s.cells(a)}
}

// notes gathers what goes on the map.
type notes struct {
	s    *Station
	stop *kiosk.Stop
	all  []kiosk.Note
}

func (n *notes) add(section kiosk.Section, id, key, page, quote string, args map[string]string) {
	if args == nil {
		args = map[string]string{}
	}
	e := &kiosk.Evidence{Station: n.stop.Place.ID, Quote: quote}
	if p := n.s.pages[page]; p != nil {
		e.Moment, e.Label = &kiosk.Moment{Ref: page}, p.Title
		args["page"] = n.read(p.Title)
	}
	n.all = append(n.all, kiosk.Note{
		ID: n.stop.Place.ID + ":" + id, Section: section, Key: "portal.note." + key, Args: args, Evidence: e,
	})
}

func (n *notes) read(t kiosk.Text) string { return t.In(n.stop.Language) }

// ending says how it came out. A visitor is never told of an R or a score.
func (n *notes) ending(a *attempt) {
	args := map[string]string{
		"time": clock(a.active), "errors": strconv.Itoa(len(a.errors)), "detours": strconv.Itoa(n.s.detours(a)),
	}
	key := ""
	switch {
	case a.succeeded && a.ended == gaveUp:
		key = "unaware"
	case a.succeeded:
		args["time"] = clock(a.took)
		if key = "did"; n.s.detours(a) == 0 && len(a.errors) == 0 {
			key = "straight"
		}
	case a.ended == gaveUp:
		if key = "gave-up"; len(a.errors) == 0 {
			key = "gave-up.smooth"
		}
	case a.ended == finished && a.inexact:
		key = "inexact"
	case a.ended == finished:
		key = "thought"
	case n.stop.Left > 0:
		key = "left"
	default:
		return
	}
	n.add(kiosk.Do, "ending", key, a.last, "", args)
}

// retyping notes the field that had to be filled in most often, from three times.
func (n *notes) retyping(a *attempt) {
	var most change
	for c, times := range a.typed {
		if times > a.typed[most] || times == a.typed[most] && c.Form+c.Field < most.Form+most.Field {
			most = c
		}
	}
	form := n.s.formOn(most.Page, most.Form)
	if form == nil || a.typed[most] < 3 {
		return
	}
	for _, f := range form.Fields {
		if f.ID == most.Field {
			n.add(kiosk.Do, "retyped", "retyped", most.Page, "",
				map[string]string{"field": n.read(f.Label), "times": strconv.Itoa(a.typed[most])})
		}
	}
}

// anger notes the first page that was clicked in anger.
func (n *notes) anger(a *attempt) {
	for _, page := range a.views {
		if a.raged[page] > 0 {
			n.add(kiosk.Do, "raged", "raged", page, "", nil)
			return
		}
	}
}

// errors quotes what the portal said, the first few different things.
func (n *notes) errors(a *attempt) {
	times := map[string]int{}
	for _, e := range a.errors {
		times[n.read(e.text)]++
	}
	told := 0
	for _, e := range a.errors {
		quote := n.read(e.text)
		if times[quote] == 0 || told == mostErrors {
			continue
		}
		key := "error"
		if times[quote] > 1 {
			key = "errors"
		}
		n.add(kiosk.See, fmt.Sprintf("error-%d", told), key, e.page, quote,
			map[string]string{"quote": quote, "times": strconv.Itoa(times[quote])})
		times[quote], told = 0, told+1
	}
}

// sights are what the scenario wants put on the map of whoever came to a page.
func (n *notes) sights(a *attempt) {
	known := map[string]bool{}
	for _, id := range a.views {
		if p := n.s.pages[id]; p != nil && !p.See.Empty() && !known[id] {
			known[id] = true
			n.add(kiosk.See, "page-"+id, "saw", id, "", nil)
			last := &n.all[len(n.all)-1]
			last.Key, last.Args, last.Text = "", nil, n.read(p.See)
		}
	}
}

// clock writes ms as "4:10".
func clock(ms int64) string { return fmt.Sprintf("%d:%02d", ms/60_000, ms/1000%60) }

package invoice

import (
	"fmt"
	"strconv"
	"strings"

	"immersion/kiosk"
)

// evidence is a line or a sum as the map quotes it, its numbers as the
// visitor's language writes them.
func (s *Station) evidence(ref, language string) kiosk.Evidence {
	t := spoken(language)
	if strings.HasPrefix(ref, sumSign) {
		return kiosk.Evidence{Label: s.label(ref), Quote: fmt.Sprintf("%s · %s", s.label(ref).In(language), t.money(s.stands(ref), s.read.Currency, s.places))}
	}
	l := s.line(ref)
	return kiosk.Evidence{Label: lineLabel(l.ID), Quote: fmt.Sprintf("%s · %s × %s = %s",
		l.Item, t.number(l.Quantity), t.fixed(l.Price, max(s.places, -l.Price.Exponent())), t.money(l.Net, s.read.Currency, s.places))}
}

// note makes one; ref is "" where it is about the whole invoice.
func (s *Station) note(stop *kiosk.Stop, id string, section kiosk.Section, key string, args map[string]string, ref string) kiosk.Note {
	e := kiosk.Evidence{}
	if ref != "" {
		e = s.evidence(ref, stop.Language)
		e.Moment = &kiosk.Moment{Ref: ref}
	}
	e.Station = stop.Place.ID
	return kiosk.Note{ID: stop.Place.ID + ":" + id, Section: section, Key: "invoice.note." + key, Args: args, Evidence: &e}
}

// did says how far they came, what they let pass and what they would pay.
func (s *Station) did(c checked, stop *kiosk.Stop) []kiosk.Note {
	var notes []kiosk.Note
	do := func(id, key string, args map[string]string, ref string) {
		notes = append(notes, s.note(stop, id, kiosk.Do, key, args, ref))
	}
	if !c.done {
		if stop.Reason == "skipped" {
			do("left", "left", nil, "")
		}
		return notes
	}
	if len(s.wrongs) > 0 {
		do("found", "found", map[string]string{"found": strconv.Itoa(c.found(s)), "of": strconv.Itoa(len(s.wrongs))}, "")
	}
	for _, w := range s.wrongs {
		switch {
		case c.wrong(w.ref):
		case strings.HasPrefix(w.ref, sumSign):
			do("missed:"+w.ref, "missed.sum", map[string]string{"what": w.name.In(stop.Language)}, w.ref)
		default:
			do("missed:"+w.ref, "missed", map[string]string{"line": w.ref, "what": w.name.In(stop.Language)}, w.ref)
		}
	}
	if c.owed != nil {
		do("amount", s.amountKey(c), map[string]string{"amount": spoken(stop.Language).money(*c.owed, s.read.Currency, s.places)}, "")
	}
	return notes
}

func (s *Station) amountKey(c checked) string {
	key := "amount"
	if s.read.Form == Credit {
		key = "back"
	}
	switch {
	case c.owed.Sub(s.owed).Abs().LessThanOrEqual(s.tolerance()):
		return key + ".right"
	case c.owed.Equal(s.read.Totals.Due):
		return key + ".all"
	}
	return key
}

// saw says what looked wrong to them, in the invoice's order.
func (s *Station) saw(c checked, stop *kiosk.Stop) []kiosk.Note {
	var notes []kiosk.Note
	for _, ref := range s.refs() {
		if !c.wrong(ref) {
			continue
		}
		key, item := "wrong", s.label(ref).In(stop.Language)
		if why := c.marks[ref].Why; why != "" {
			key += "." + string(why)
		}
		if l := s.line(ref); l != nil {
			item = l.Item
		}
		notes = append(notes, s.note(stop, "wrong:"+ref, kiosk.See, key, map[string]string{"item": item, "line": ref}, ref))
	}
	return notes
}

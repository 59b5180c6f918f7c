package story

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"immersion/kiosk"
	"immersion/media"
)

// evidence finds the page of a moment, and what was being said there.
func (s *Station) evidence(stop *kiosk.Stop, m kiosk.Moment) kiosk.Evidence {
	e := kiosk.Evidence{Station: stop.Place.ID, Moment: &m}
	l := s.at(m.Ref)
	if l == nil {
		return e
	}
	e.Label, e.Quote = l.title(), l.said(m.MS, stop.Language)
	if m.MS != nil && l.length > 0 {
		at := min(*m.MS, l.length)
		for lang := range e.Label {
			e.Label[lang] += fmt.Sprintf(", %d:%02d", at/60000, at/1000%60)
		}
		e.Clip = &kiosk.Clip{Media: cmp.Or(l.Sound, l.Video), From: at, To: l.length}
		if cue := l.cue(at); cue != nil {
			e.Clip.From, e.Clip.To = cue.From, cue.To
		}
	}
	return e
}

// cue is the last caption that had begun; nil before the first.
func (l *leaf) cue(ms int64) *media.Cue {
	for i := len(l.cues) - 1; i >= 0; i-- {
		if l.cues[i].From <= ms {
			return &l.cues[i]
		}
	}
	return nil
}

var sentence = regexp.MustCompile(`^.{12,}?[.!?…][”“"»]?(\s|$)`)

// said is the caption at a time, else the page's first sentence, else what its
// picture shows.
func (l *leaf) said(ms *int64, lang string) string {
	if ms != nil {
		if cue := l.cue(*ms); cue != nil {
			return cue.Text
		}
	}
	words := cmp.Or(l.Text.In(lang), l.Alt.In(lang))
	if words == "" && len(l.cues) > 0 {
		words = l.cues[0].Text
	}
	if first := sentence.FindString(words); first != "" {
		return strings.TrimSpace(first)
	}
	return words
}

// heardNotes carry to the map the two pages that moved the visitor most. A
// feeling counts from ±2.
func (s *Station) heardNotes(stop *kiosk.Stop) []kiosk.Note {
	felt := slices.DeleteFunc(slices.Clone(stop.Reactions), func(f kiosk.Felt) bool {
		return f.Moment == nil || s.at(f.Moment.Ref) == nil || strength(f) < 2
	})
	slices.SortStableFunc(felt, func(a, b kiosk.Felt) int { return cmp.Compare(strength(b), strength(a)) })
	var notes []kiosk.Note
	seen := map[string]bool{}
	for _, f := range felt {
		l := s.at(f.Moment.Ref)
		if seen[l.key] || len(notes) == 2 {
			continue
		}
		seen[l.key] = true
		e := s.evidence(stop, *f.Moment)
		notes = append(notes, kiosk.Note{ID: stop.Place.ID + ":page:" + l.key, Section: kiosk.Hear, Key: "story.note.heard", Evidence: &e,
			Args: map[string]string{"who": l.story.Teller.Name.In(stop.Language), "words": e.Quote}})
	}
	return notes
}

func strength(f kiosk.Felt) int { return max(f.Valence, -f.Valence) }

// readNotes say how far the visitor went in each story, once they have left or
// come to its end, and how they told it again.
func (s *Station) readNotes(stop *kiosk.Stop, r reading) []kiosk.Note {
	var notes []kiosk.Note
	for _, id := range r.chosen {
		t := s.story(id)
		if t == nil {
			continue
		}
		furthest := 0
		for n := range t.Pages {
			if r.pages[keyOf(id, n+1)] {
				furthest = n + 1
			}
		}
		e := &kiosk.Evidence{Station: stop.Place.ID, Label: t.Title}
		args := map[string]string{"title": t.Title.In(stop.Language), "page": fmt.Sprint(furthest), "of": fmt.Sprint(len(t.Pages))}
		switch {
		case furthest == len(t.Pages):
			notes = append(notes, kiosk.Note{ID: stop.Place.ID + ":read:" + id, Section: kiosk.Do, Key: "story.note.finished", Args: args, Evidence: e})
		case furthest > 0 && stop.Left > 0:
			notes = append(notes, kiosk.Note{ID: stop.Place.ID + ":read:" + id, Section: kiosk.Do, Key: "story.note.left", Args: args, Evidence: e})
		}
		if text := r.retold[id]; text != "" {
			notes = append(notes, kiosk.Note{ID: stop.Place.ID + ":retold:" + id, Section: kiosk.Say, Text: text, Inferred: true, Evidence: e})
		}
	}
	return notes
}

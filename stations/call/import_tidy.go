package call

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
)

const (
	maxTurns = 20_000
	maxMS    = 24 * 3600_000 // no call lasts longer than a day
	shortest = 300           // ms that a caption stands at least
)

// tidy brings the turns into the order they were spoken, within the recording,
// and the pieces to silence into one another.
func (c *imported) tidy() error {
	c.turns = slices.DeleteFunc(c.turns, func(t said) bool { return oneLine(t.text) == "" })
	switch {
	case len(c.turns) == 0 && c.sound == nil:
		return errors.New("there is neither a recording nor a transcript in these files")
	case len(c.turns) > maxTurns:
		return fmt.Errorf("the transcript has %d turns, more than %d", len(c.turns), maxTurns)
	}
	end := int64(maxMS)
	if c.sound != nil {
		end = c.sound.sound.Duration
	}
	slices.SortStableFunc(c.turns, func(a, b said) int { return cmp.Compare(a.from, b.from) })
	for i := range c.turns {
		t := &c.turns[i]
		if t.from < 0 || t.from >= end {
			return fmt.Errorf("a turn begins at %d ms, and the recording lasts %d: they are not of one call", t.from, end)
		}
		t.to = min(max(t.to, t.from+shortest), end)
		t.text, t.speaker = oneLine(t.text), oneLine(strings.Map(inName, t.speaker))
	}
	c.customer = oneLine(strings.Map(inName, c.customer))
	if !slices.ContainsFunc(c.turns, func(t said) bool { return t.speaker == c.customer }) {
		c.customer = ""
	}
	c.redacted = joined(c.redacted, end)
	return nil
}

// joined are pieces in their order, those that overlap made one.
func joined(pieces []Piece, end int64) []Piece {
	slices.SortFunc(pieces, func(a, b Piece) int { return cmp.Compare(a.From, b.From) })
	var all []Piece
	for _, p := range pieces {
		p.From, p.To = max(p.From, 0), min(p.To, end)
		switch last := len(all) - 1; {
		case p.From >= p.To:
		case last >= 0 && p.From <= all[last].To:
			all[last].To = max(all[last].To, p.To)
		default:
			all = append(all, p)
		}
	}
	return all
}

// oneLine is a text without breaks and what nobody can see.
func oneLine(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	return strings.Join(strings.Fields(s), " ")
}

// inName leaves out what would end the name of a speaker in a caption.
func inName(r rune) rune {
	if strings.ContainsRune("<>&", r) {
		return -1
	}
	return r
}

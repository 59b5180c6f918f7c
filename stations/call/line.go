package call

import (
	"cmp"
	"fmt"
	"slices"

	"immersion/kiosk"
	"immersion/media"
)

// line is one thing to hear: a caption, or a segment without one.
type line struct {
	key      string // sorts as the call runs
	from, to int64
	speaker  string
	words    kiosk.Text
	waits    bool // a segment
}

// linesOf sets captions and segments in the order they begin; the segments' are
// told apart too, in their own order.
func linesOf(cues []media.Cue, segments []Segment) (all []line, segmentLines []*line) {
	var lines []line
	for _, g := range segments {
		lines = append(lines, line{from: g.From, to: g.To, words: g.Label, waits: true})
	}
	for _, c := range cues {
		lines = append(lines, line{from: c.From, to: c.To, speaker: c.Speaker, words: kiosk.Same(c.Text)})
	}
	slices.SortStableFunc(lines, func(a, b line) int { return cmp.Compare(a.from, b.from) })
	for i := range lines {
		lines[i].key = fmt.Sprintf("%04d", i+1)
		if lines[i].waits {
			segmentLines = append(segmentLines, &lines[i])
		}
	}
	return lines, segmentLines
}

// at is the line that a moment speaks of: the last that had begun.
func (s *Station) at(ms int64) *line {
	i, found := slices.BinarySearchFunc(s.lines, ms, func(l line, ms int64) int { return cmp.Compare(l.from, ms) })
	for found && i+1 < len(s.lines) && s.lines[i+1].from == ms {
		i++
	}
	if !found && i > 0 {
		i--
	}
	if i >= len(s.lines) {
		return nil
	}
	return &s.lines[i]
}

// title names a line in charts: "0:44 Colin: I can see no reading."
func (l *line) title() kiosk.Text {
	who := clock(l.from) + " "
	if l.speaker != "" {
		who += l.speaker + ": "
	}
	t := kiosk.Text{}
	for lang, words := range l.words {
		t[lang] = who + words
	}
	return t
}

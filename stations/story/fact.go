package story

import (
	"strings"

	"immersion/kiosk"
)

// Types of the kind's own facts.
const (
	chosenFact = "story.chosen" // Chosen; the visitor takes a story
	turnedFact = "story.turned" // Turned; a page lies open
	playedFact = "story.played" // Played; how far a page's sound or video went, or was read
	retoldFact = "story.retold" // Retold; the newest of a story counts
)

// Chosen names the story.
type Chosen struct {
	Story string `json:"story"`
}

// Turned names the page that lies open now.
type Turned struct {
	Story string `json:"story"`
	Page  int    `json:"page"` // from 1
}

// Played says how far a page was listened to; who reads its transcript to the
// end was there too.
type Played struct {
	Story string `json:"story"`
	Page  int    `json:"page"` // from 1
	To    int64  `json:"to"`   // ms of media time, the furthest
}

// Retold is the story in one sentence, as its teller would say it. It is shown
// to nobody but on the visitor's own map.
type Retold struct {
	Story string `json:"story"`
	Text  string `json:"text"` // at most maxRetold bytes
}

const (
	maxRetold = 1000
	slack     = 1000 // ms a browser may find a file longer than its own structure says
)

// Judge refuses stories, pages and times that are not there.
func (s *Station) Judge(f kiosk.Fact) error {
	switch f.Type {
	case chosenFact:
		var b Chosen
		return s.judge(f, &b, func() bool { return s.story(b.Story) != nil })
	case turnedFact:
		var b Turned
		return s.judge(f, &b, func() bool { return s.at(keyOf(b.Story, b.Page)) != nil })
	case playedFact:
		var b Played
		return s.judge(f, &b, func() bool {
			l := s.at(keyOf(b.Story, b.Page))
			return l != nil && l.length > 0 && b.To > 0 && b.To <= l.length+slack
		})
	case retoldFact:
		var b Retold
		return s.judge(f, &b, func() bool {
			return s.story(b.Story) != nil && len(b.Text) <= maxRetold && strings.TrimSpace(b.Text) != ""
		})
	}
	return kiosk.Errorf(kiosk.Invalid, "a story knows no fact %.40q", f.Type)
}

// judge decodes into the body and then asks for its sense. It never repeats
// what is in it: there may be words.
func (s *Station) judge(f kiosk.Fact, body any, sound func() bool) error {
	if err := f.Decode(body); err != nil {
		return err
	}
	if !sound() {
		return kiosk.Errorf(kiosk.Invalid, "%s names what is not told at this station", f.Type)
	}
	return nil
}

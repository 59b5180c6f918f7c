package call

import (
	"slices"

	"immersion/kiosk"
)

// Types of the kind's own facts. All times are ms of media time, as the
// browser's player tells it, so a sleeping page or a stalled line changes none.
const (
	heardFact   = "call.heard"   // Heard; a piece of the recording was played
	readFact    = "call.read"    // Heard; a piece of the transcript was shown instead
	movedFact   = "call.moved"   // Moved; the visitor jumped: back to hear it again, ahead, over a wait
	pausedFact  = "call.paused"  // Paused; the visitor, or the room, stopped the sound
	volumeFact  = "call.volume"  // Volume; it was made louder or softer
	tracedFact  = "call.traced"  // Traced; the slider was held along a piece
	pressedFact = "call.pressed" // Pressed; a key of the menu
)

// Heard is a piece of the recording that was played, or read, without a jump.
// A wait whose music goes round is heard as often as it does.
type Heard struct {
	From int64 `json:"from"` // ms
	To   int64 `json:"to"`   // ms, after From
}

// Moved is a jump of the visitor's.
type Moved struct {
	From int64 `json:"from"` // ms
	To   int64 `json:"to"`   // ms
}

// Paused is where the sound was stopped.
type Paused struct {
	At int64 `json:"at"` // ms
}

// Volume is how loud it is from there on.
type Volume struct {
	At    int64 `json:"at"`    // ms
	Level int   `json:"level"` // 0 to 100
}

// Traced is how pleasant the visitor held it to be for the customer, sampled
// ten times a second over a piece that was played, and kept as changes.
type Traced struct {
	From   int64      `json:"from"`   // ms
	To     int64      `json:"to"`     // ms, after From
	Points [][2]int64 `json:"points"` // ms and level −100…100, as time runs; the first at From
}

// Pressed is a key on a page of the menu; "" calls again after a dead end.
type Pressed struct {
	Page string `json:"page"`
	Key  string `json:"key"`
}

// slack is how much longer than its own structure says a browser may find a
// recording, in ms: MP3 encoders pad.
const slack = 1000

// mostPoints of a trace come in one fact; a page sends them every ten seconds.
const mostPoints = 600

// Judge refuses what this recording and its menu do not have.
func (s *Station) Judge(f kiosk.Fact) error {
	switch f.Type {
	case heardFact, readFact:
		return judged(s, f, "is a piece", func(h Heard) bool { return s.has(h.From) && s.has(h.To) && h.From < h.To })
	case movedFact:
		return judged(s, f, "is a jump", func(m Moved) bool { return s.has(m.From) && s.has(m.To) && m.From != m.To })
	case pausedFact:
		return judged(s, f, "is a place", func(p Paused) bool { return s.has(p.At) })
	case volumeFact:
		return judged(s, f, "is a place, with a level from 0 to 100,", func(v Volume) bool {
			return s.has(v.At) && v.Level >= 0 && v.Level <= 100
		})
	case tracedFact:
		return judged(s, f, "is a piece, with levels in its order,", s.traceable)
	case pressedFact:
		return judged(s, f, "is a key of the menu", func(p Pressed) bool {
			page := s.menuPage(p.Page)
			return page != nil && (aKey.MatchString(p.Key) || page.Dead && p.Key == again)
		})
	}
	return kiosk.Errorf(kiosk.Invalid, "a call knows no fact %.40q", f.Type)
}

func judged[B any](s *Station, f kiosk.Fact, what string, ok func(B) bool) error {
	var b B
	if err := f.Decode(&b); err != nil {
		return err
	}
	if !ok(b) {
		return kiosk.Errorf(kiosk.Invalid, "%s %s of the %d ms of the recording, not %.80s", f.Type, what, s.sound.Duration, f.Body)
	}
	return nil
}

func (s *Station) has(ms int64) bool { return ms >= 0 && ms <= s.sound.Duration+slack }

func (s *Station) traceable(t Traced) bool {
	if !s.Trace || !s.has(t.From) || !s.has(t.To) || t.From >= t.To || len(t.Points) == 0 || len(t.Points) > mostPoints || t.Points[0][0] != t.From {
		return false
	}
	before := t.From
	return !slices.ContainsFunc(t.Points, func(p [2]int64) bool {
		wrong := p[0] < before || p[0] > t.To || p[1] < -100 || p[1] > 100
		before = p[0]
		return wrong
	})
}

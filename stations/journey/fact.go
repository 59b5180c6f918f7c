package journey

import (
	"slices"

	"immersion/kiosk"
)

// Types of the kind's own facts.
const (
	pinned = "journey.pinned" // pin; a pin was put, or taken back
	handed = "journey.handed" // hand; what the team hands on at a step, as chosen
	said   = "journey.said"   // telling; the same in the visitor's own words
	done   = "journey.done"   // {}; the visitor has looked at the whole way
)

// Pins a visitor has.
const (
	touch = "touch" // my team touches this
	hurt  = "hurt"  // here it hurts
	shine = "shine" // here we shine
)

// mostText is what a visitor may say of a step, in bytes.
const mostText = 1000

// pin is newest-wins for each step and pin.
type pin struct {
	Step string `json:"step"`
	Pin  string `json:"pin"` // touch, hurt or shine
	On   bool   `json:"on"`
}

// hand is newest-wins for each step.
type hand struct {
	Step  string   `json:"step"`
	Hands []string `json:"hands"` // ids, each once; none: taken back
}

// telling is newest-wins for each step. Its words are the visitor's, and go on
// their own map only.
type telling struct {
	Step string `json:"step"`
	Text string `json:"text"`
}

// Judge refuses what this way does not have.
func (s *Station) Judge(f kiosk.Fact) error {
	switch f.Type {
	case pinned:
		return judged(f, func(b pin) bool {
			return s.has(b.Step) && slices.Contains([]string{touch, hurt, shine}, b.Pin)
		}, "names a step and a pin: touch, hurt or shine")
	case handed:
		return judged(f, func(b hand) bool { return s.has(b.Step) && s.offers(b.Hands) },
			"names a step, and what is handed on there, each once")
	case said:
		return judged(f, func(b telling) bool { return s.has(b.Step) && len(b.Text) <= mostText },
			"names a step, and has at most 1000 bytes of text")
	case done:
		return judged(f, func(struct{}) bool { return true }, "")
	}
	return kiosk.Errorf(kiosk.Invalid, "a journey knows no %s", f.Type)
}

func judged[B any](f kiosk.Fact, ok func(B) bool, want string) error {
	var b B
	if err := f.Decode(&b); err != nil {
		return err
	}
	if !ok(b) {
		return kiosk.Errorf(kiosk.Invalid, "%s %s", f.Type, want)
	}
	return nil
}

func (s *Station) has(step string) bool {
	_, ok := s.index[step]
	return ok
}

func (s *Station) offers(hands []string) bool {
	for i, id := range hands {
		if slices.Contains(hands[:i], id) || !slices.ContainsFunc(s.Hands, func(h Hand) bool { return h.ID == id }) {
			return false
		}
	}
	return true
}

package call

import "immersion/kiosk"

// Types of the kind's own facts.
const (
	heardFact = "call.heard" // Heard; a piece of the recording was played
	readFact  = "call.read"  // Read; the transcript was read to its end instead
)

// Heard is a piece of the recording that was played without a jump.
type Heard struct {
	From int64 `json:"from"` // ms of media time
	To   int64 `json:"to"`   // ms of media time, after From
}

// Read says nothing more.
type Read struct{}

// slack is how much longer than its own structure says a browser may find a
// recording, in ms: MP3 encoders pad.
const slack = 1000

// Judge refuses pieces that the recording does not have.
func (s *Station) Judge(f kiosk.Fact) error {
	switch f.Type {
	case heardFact:
		var h Heard
		if err := f.Decode(&h); err != nil {
			return err
		}
		if h.From < 0 || h.To <= h.From || h.To > s.sound.Duration+slack {
			return kiosk.Errorf(kiosk.Invalid, "%s is a piece of the %d ms of the recording, not %d to %d",
				f.Type, s.sound.Duration, h.From, h.To)
		}
		return nil
	case readFact:
		var r Read
		return f.Decode(&r)
	}
	return kiosk.Errorf(kiosk.Invalid, "a call knows no fact %.40q", f.Type)
}

package observe

import (
	"slices"
	"strings"

	"immersion/kiosk"
)

// Types of the kind's own facts.
const (
	noted   = "observe.noted"   // note
	taken   = "observe.taken"   // retraction; a note taken back
	counted = "observe.counted" // count
	timed   = "observe.timed"   // timing
)

// How something was perceived: what was inferred was neither seen nor heard.
const (
	seen     = "seen"
	heard    = "heard"
	inferred = "inferred"
)

var senses = []string{seen, heard, inferred}

const (
	maxText = 2000                // bytes
	maxTime = 12 * 60 * 60 * 1000 // ms
)

// note is what somebody wrote down on the way.
type note struct {
	Stage      string `json:"stage"`
	Touchpoint string `json:"touchpoint"`
	Sense      string `json:"sense"`
	Text       string `json:"text"`
}

type retraction struct {
	Note string `json:"note"` // id of its fact
}

// count is one more, or one less after a slip. Two phones may count at once.
type count struct {
	Counter string `json:"counter"`
	By      int    `json:"by"` // 1 or -1
}

type timing struct {
	Timer string `json:"timer"`
	MS    int64  `json:"ms"`
}

// Judge refuses what this walk does not have.
func (s *Station) Judge(f kiosk.Fact) error {
	switch f.Type {
	case noted:
		return judged(f, func(b note) bool {
			at, ok := s.at[b.Touchpoint]
			return ok && at.stage.ID == b.Stage && slices.Contains(senses, b.Sense) &&
				strings.TrimSpace(b.Text) != "" && len(b.Text) <= maxText
		}, "names a stage and a touchpoint on it, is seen, heard or inferred, and says something in at most 2000 bytes")
	case taken:
		return judged(f, func(b retraction) bool { return b.Note != "" }, "names a note")
	case counted:
		return judged(f, func(b count) bool {
			return s.counters[b.Counter] != nil && (b.By == 1 || b.By == -1)
		}, "names a counter, and goes by 1 or -1")
	case timed:
		return judged(f, func(b timing) bool {
			return s.timers[b.Timer] != nil && b.MS > 0 && b.MS <= maxTime
		}, "names a timer and a time of at most 12 hours")
	}
	return kiosk.Errorf(kiosk.Invalid, "a walk knows no %s", f.Type)
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

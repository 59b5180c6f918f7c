package kiosk

import (
	"slices"
	"strings"
	"unicode/utf8"
)

const (
	identifies = 10 * 1000 // ms that a screen shows its number for
	maxMessage = 200       // characters
)

// What a screen can be ordered to do.
const (
	Reload   = "reload"   // load the page anew, and go on
	Identify = "identify" // show the big number for 10 s
	Blank    = "blank"    // On: dark, and a touch does nothing
	Loudness = "volume"   // Volume: of everything that plays
	Mute     = "mute"     // On: nothing is heard
	Message  = "message"  // Text: over what the screen shows; none takes it away
)

// Order is what an organiser wants of a screen, or of all that the room has.
// It is part of what the screen is to show from then on.
type Order struct {
	Do     string `json:"do" jsonschema:"enum=reload,enum=identify,enum=blank,enum=volume,enum=mute,enum=message"`
	On     bool   `json:"on,omitempty"`     // blank, mute
	Volume *int   `json:"volume,omitempty"` // volume: 0 to 100
	Text   string `json:"text,omitempty"`   // message: at most 200 characters
}

// Wanted is how an organiser wants a screen, as the orders so far made it.
type Wanted struct {
	Blank   bool   `json:"blank"`
	Volume  int    `json:"volume"` // 0 to 100
	Mute    bool   `json:"mute"`
	Message string `json:"message"`
}

// Ordered is the newest order a screen got.
type Ordered struct {
	Do    string `json:"do"`
	At    int64  `json:"at"` // ms
	State string `json:"state" jsonschema:"enum=sent,enum=done,enum=late"`

	id string // of the fact
}

// What became of an order, as far as the server knows.
const (
	OrderSent = "sent" // the screen has not told yet that it shows it
	OrderDone = "done" // it has
	OrderLate = "late" // it has not, for 10 s
)

func (o Order) valid() bool {
	switch o.Do {
	case Reload, Identify, Blank, Mute:
		return true
	case Loudness:
		return o.Volume != nil && *o.Volume >= 0 && *o.Volume <= 100
	case Message:
		return utf8.RuneCountInString(o.Text) <= maxMessage
	}
	return false
}

// order folds an order in, for one screen or for all there are.
func (r *Room) order(f Fact) {
	for id, s := range r.screens {
		if f.Screen == id || f.Screen == "" && !s.Rehearsal {
			s.order(f)
			r.changes.screen(id)
		}
	}
}

func (s *Screen) order(f Fact) {
	o := body[Order](f)
	switch o.Do {
	case Reload:
		s.reload = f.ID
	case Identify:
		s.identify = f.At + identifies
	case Blank:
		s.Wanted.Blank = o.On
	case Loudness:
		s.Wanted.Volume = *o.Volume
	case Mute:
		s.Wanted.Mute = o.On
	case Message:
		s.Wanted.Message = strings.TrimSpace(o.Text)
	}
	s.Order = &Ordered{Do: o.Do, At: f.At, State: OrderSent, id: f.ID}
}

// ID tells one order from another.
func (o *Ordered) ID() string {
	if o == nil {
		return ""
	}
	return o.id
}

// FreeNumber is the one that the next screen gets.
func (r *Room) FreeNumber() int {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.freeNumber()
}

// freeNumber is the smallest that no screen of the room has.
func (r *Room) freeNumber() int {
	taken := make([]int, 0, len(r.screens))
	for _, s := range r.screens {
		taken = append(taken, s.Number)
	}
	slices.Sort(taken)
	free := 1
	for _, n := range taken {
		if n == free {
			free++
		}
	}
	return free
}

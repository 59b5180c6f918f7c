package kiosk

import (
	"io"
	"time"
)

// Channel is one of the things that the room's loudspeakers are mixed of.
type Channel string

const (
	Ambience Channel = "ambience" // a loop under everything, by phase
	Chime    Channel = "chime"    // the doors open, the round goes on
	Speech   Channel = "speech"   // announcements and calls, one after another
)

// Channels are all of them.
var Channels = [...]Channel{Ambience, Chime, Speech}

// Track is something that the room's loudspeakers can play.
type Track struct {
	ID   string // names it; the same id is the same sound
	Open func() (io.ReadCloser, error)
	From time.Duration // where it begins
}

// Tuning is how the room's loudspeakers are to sound, whole each time.
type Tuning struct {
	Ambience *Track              // nil: none
	Levels   map[Channel]float64 // 0 silent … 1 as recorded
	Paused   bool                // everything is held where it is
}

// Spoken is what is played aloud, and what waits for it.
type Spoken struct {
	Track  string        // id; "" when nothing is
	Since  time.Time     // when its first sound left the loudspeakers, or would have; what was held is not counted
	Held   bool          // it is paused
	At     time.Duration // how far it has come while held
	Waits  []string      // ids, in their order
	Change int           // grows with every change of this
}

package kiosk

import (
	"io"
	"maps"
	"slices"
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
	Chime    *Track              // nil: the bell
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

// Level is how loud an organiser wants a channel.
type Level struct {
	Volume int  `json:"volume"` // 0…100, as recorded
	Muted  bool `json:"muted"`
}

// Gain is the level as a factor. Volumes go by the ear: half of it is −12 dB.
func (l Level) Gain() float64 {
	if l.Muted {
		return 0
	}
	v := float64(l.Volume) / 100
	return v * v
}

// SoundSet sets a channel's level.
type SoundSet struct {
	Channel Channel `json:"channel"`
	Level
}

// SoundPlayed names what was played to the whole room: one of the scenario's
// announcements, or a station's recording.
type SoundPlayed struct {
	Scenario     string `json:"scenario"` // hash
	Announcement string `json:"announcement,omitempty"`
	Station      string `json:"station,omitempty"`
}

// levels are those of a room where nobody has set any.
func newLevels() map[Channel]Level {
	levels := map[Channel]Level{}
	for _, c := range Channels {
		levels[c] = Level{Volume: 100}
	}
	return levels
}

// RoomSound is what the room's sound follows from.
type RoomSound struct {
	Levels   map[Channel]Level
	Phase    Phase
	Paused   bool
	Scenario *Scenario // that new visits get; nil before any
}

// Sound tells what the room's sound follows from.
func (r *Room) Sound() RoomSound {
	r.mu.Lock()
	defer r.mu.Unlock()
	return RoomSound{Levels: maps.Clone(r.levels), Phase: r.doors.phase, Paused: r.doors.paused(), Scenario: r.current}
}

// applySound folds a fact of the room's sound in. To stop everything leaves
// the ambience muted, for an organiser to bring back.
func (r *Room) applySound(f Fact) {
	switch f.Type {
	case SoundWasSet:
		b := body[SoundSet](f)
		r.levels[b.Channel] = b.Level
	case SoundStopped:
		l := r.levels[Ambience]
		l.Muted = true
		r.levels[Ambience] = l
	}
}

// judgeSound takes what the scenario has, and while the room does not stand still.
func (r *Room) judgeSound(f Fact) error {
	if f.Type != SoundWasPlayed {
		return nil
	}
	b := body[SoundPlayed](f)
	s, ok := r.Known(b.Scenario)
	switch {
	case !ok:
		return Errorf(NotFound, "there is no version %q of a scenario here", b.Scenario)
	case r.doors.paused():
		return Errorf(Conflict, "the room is paused, and its sound with it")
	}
	if b.Announcement != "" {
		_, ok = s.Sound.Announcement(b.Announcement)
	} else {
		_, ok = s.Recital(b.Station)
	}
	if !ok {
		return Errorf(NotFound, "the scenario has nothing of this name to play aloud")
	}
	return nil
}

// ScenarioSound is what the room's loudspeakers play of a scenario.
type ScenarioSound struct {
	Ambience      map[Phase]string // file, by phase
	Chime         string           // file; "" for the bell
	Announcements []Announcement
}

// Announcement is something recorded that is said to everybody in the room.
type Announcement struct {
	ID       string
	Title    Text // what it says, in short: screens show it where there are no captions
	File     string
	Length   int64 // ms
	Captions []Caption
}

// Announcement finds one by its id.
func (s ScenarioSound) Announcement(id string) (Announcement, bool) {
	i := slices.IndexFunc(s.Announcements, func(a Announcement) bool { return a.ID == id })
	if i < 0 {
		return Announcement{}, false
	}
	return s.Announcements[i], true
}

// Recital is a recording that the whole room can hear.
type Recital struct {
	File     string // of the scenario, or made of its files
	From     int64  // ms at which it begins for listeners
	To       int64  // ms at which it ends
	Captions []Caption
}

// Caption is words that are heard.
type Caption struct {
	Speaker string `json:"speaker,omitempty"`
	From    int64  `json:"from"` // ms
	To      int64  `json:"to"`   // ms
	Text    string `json:"text"`
}

// Recital finds what a station can play to the whole room.
func (s *Scenario) Recital(station string) (Recital, bool) {
	p, ok := s.Place(station)
	if !ok {
		return Recital{}, false
	}
	r, ok := p.Station.(Reciter)
	if !ok {
		return Recital{}, false
	}
	return r.Recital()
}

// AloudView is what the whole room hears now, for screens to show its words in
// time: where it is, in ms, is the server's clock less Since.
type AloudView struct {
	ID       string `json:"id"` // of this playing of it
	Title    Text   `json:"title"`
	Station  string `json:"station,omitempty"`  // whose recording it is; none: an announcement
	Captions string `json:"captions,omitempty"` // where to fetch them, below /api/v1/; none: the title says it
	Since    int64  `json:"since"`              // ms on the server's clock
	Length   int64  `json:"length"`             // ms at which it ends
	Held     bool   `json:"held,omitempty"`     // the room is paused
	At       int64  `json:"at,omitempty"`       // ms, where it is held
}

// Aloud tells the room what is played to it; nil when nothing is any more.
func (r *Room) Aloud(a *AloudView) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.aloud = a
	r.changes.screens = true
}

package server

import (
	"cmp"
	"net/http"

	"github.com/labstack/echo/v4"

	"immersion/kiosk"
)

// SoundView is the room's sound as organisers see it.
type SoundView struct {
	Status   string                        `json:"status"` // in one sentence, what it plays on or why not
	Ready    bool                          `json:"ready"`  // something can be heard
	Channels map[kiosk.Channel]kiosk.Level `json:"channels"`
	Ambience bool                          `json:"ambience"` // the scenario has one for this phase
	Playing  *Playing                      `json:"playing,omitempty"`
	Waiting  []Playing                     `json:"waiting"` // for what is played, in their order
}

// Playing is an announcement or a recording that is played aloud, or waits to be.
type Playing struct {
	ID      string     `json:"id"` // of this playing of it
	Title   kiosk.Text `json:"title"`
	Station string     `json:"station,omitempty"` // whose recording it is; none: an announcement
	Since   int64      `json:"since,omitempty"`   // ms on the server's clock; how far it is: the clock less this
	Length  int64      `json:"length"`            // ms
	Held    bool       `json:"held,omitempty"`    // the room is paused
	At      int64      `json:"at,omitempty"`      // ms, where it is held
}

// SoundDesk is all that organisers can play, and what plays.
type SoundDesk struct {
	SoundView
	Announcements []SoundItem `json:"announcements"`
	Recitals      []SoundItem `json:"recitals"` // recordings of stations; id is the station's
}

// SoundItem is something to play to the whole room.
type SoundItem struct {
	ID       string     `json:"id"`
	Title    kiosk.Text `json:"title"`
	Length   int64      `json:"length"`   // ms
	Captions bool       `json:"captions"` // screens show its words, and not its title alone
}

// SoundOrder is the body of POST /sound.
type SoundOrder struct {
	Do      string        `json:"do" jsonschema:"enum=chime,enum=announce,enum=recite,enum=set,enum=stop"`
	ID      string        `json:"id,omitempty"`                                                        // announce: the announcement; recite: the station
	Channel kiosk.Channel `json:"channel,omitempty" jsonschema:"enum=ambience,enum=chime,enum=speech"` // set
	Volume  int           `json:"volume,omitempty"`                                                    // set: 0 to 100
	Muted   bool          `json:"muted,omitempty"`                                                     // set
}

// Captions are the words of what is played aloud, from its begin.
type Captions struct {
	Captions []kiosk.Caption `json:"captions"`
}

func (s *Server) getSound(c echo.Context) error {
	d := SoundDesk{SoundView: s.soundView(), Announcements: []SoundItem{}, Recitals: []SoundItem{}}
	if current := s.Room.Current(); current != nil {
		for _, a := range current.Sound.Announcements {
			d.Announcements = append(d.Announcements, SoundItem{a.ID, a.Title, a.Length, len(a.Captions) > 0})
		}
		for _, p := range current.Places {
			if r, ok := current.Recital(p.ID); ok {
				d.Recitals = append(d.Recitals, SoundItem{p.ID, p.Title, r.To - r.From, len(r.Captions) > 0})
			}
		}
	}
	c.Response().Header().Set("Cache-Control", "no-store")
	return c.JSON(http.StatusOK, d)
}

// orderSound is the organiser's hand on the loudspeakers.
func (s *Server) orderSound(c echo.Context) error {
	var b SoundOrder
	if err := read(c, &b); err != nil {
		return err
	}
	switch b.Do {
	case "chime":
		if err := s.Speaker.Look(); err != nil {
			return err
		}
		s.Speaker.Chime()
		return c.NoContent(http.StatusNoContent)
	case "announce":
		return s.play(c, kiosk.SoundPlayed{Announcement: b.ID})
	case "recite":
		return s.play(c, kiosk.SoundPlayed{Station: b.ID})
	case "set":
		return s.record(c, kiosk.SoundWasSet, "", "", kiosk.SoundSet{Channel: b.Channel, Level: kiosk.Level{Volume: b.Volume, Muted: b.Muted}})
	case "stop": // before it is written: it must work on a full disk, too
		s.Speaker.Stop()
		return s.record(c, kiosk.SoundStopped, "", "", struct{}{})
	}
	return kiosk.Errorf(kiosk.Invalid, "There is no %.20q: chime, announce, recite, set or stop.", b.Do)
}

// play plays something to the whole room once what plays there is over.
func (s *Server) play(c echo.Context, what kiosk.SoundPlayed) error {
	current := s.Room.Current()
	if current == nil {
		return kiosk.Errorf(kiosk.Unavailable, "No scenario is loaded.")
	}
	what.Scenario = current.Hash
	p, ok := s.performance(current, what)
	if !ok {
		return kiosk.Errorf(kiosk.NotFound, "The scenario has nothing %.64q to play aloud.", cmp.Or(what.Announcement, what.Station))
	}
	if err := s.Speaker.Look(); err != nil {
		return err
	}
	if err := s.Journal.Record(c.Request().Context(), kiosk.SoundWasPlayed, by(c), "", "", what); err != nil {
		return err
	}
	if err := s.aloud.say(p, s.Speaker.Say); err != nil {
		return err
	}
	return c.NoContent(http.StatusNoContent)
}

func (s *Server) getRecital(c echo.Context) error {
	sc, err := s.scenario(c)
	if err != nil {
		return err
	}
	r, ok := sc.Recital(c.Param("station"))
	if !ok {
		return kiosk.Errorf(kiosk.NotFound, "The station %.64q has nothing to play aloud.", c.Param("station"))
	}
	return captions(c, r.Captions)
}

func (s *Server) getAnnouncement(c echo.Context) error {
	sc, err := s.scenario(c)
	if err != nil {
		return err
	}
	a, ok := sc.Sound.Announcement(c.Param("id"))
	if !ok {
		return kiosk.Errorf(kiosk.NotFound, "The scenario has no announcement %.64q.", c.Param("id"))
	}
	return captions(c, a.Captions)
}

func captions(c echo.Context, all []kiosk.Caption) error {
	c.Response().Header().Set("Cache-Control", immutable)
	return c.JSON(http.StatusOK, Captions{append([]kiosk.Caption{}, all...)})
}

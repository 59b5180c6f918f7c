package server

import (
	"context"
	"io"
	"reflect"
	"sync"
	"time"

	"immersion/kiosk"
)

// performance is one playing of something to the whole room.
type performance struct {
	id       string
	title    kiosk.Text
	station  string
	captions string // below /api/v1/
	from, to int64  // ms of the recording
	track    kiosk.Track
}

// performance makes one of what an organiser wants played; false when the
// scenario has no such thing.
func (s *Server) performance(sc *kiosk.Scenario, what kiosk.SoundPlayed) (performance, bool) {
	p := performance{id: kiosk.NewID(), station: what.Station}
	var file string
	var words []kiosk.Caption
	if what.Announcement != "" {
		a, ok := sc.Sound.Announcement(what.Announcement)
		if !ok {
			return p, false
		}
		file, words, p.title, p.to = a.File, a.Captions, a.Title, a.Length
		p.captions = "scenarios/" + sc.Hash + "/announcements/" + a.ID + "/captions"
	} else {
		r, ok := sc.Recital(what.Station)
		if !ok {
			return p, false
		}
		place, _ := sc.Place(what.Station)
		file, words, p.title, p.from, p.to = r.File, r.Captions, place.Title, r.From, r.To
		p.captions = "scenarios/" + sc.Hash + "/stations/" + place.ID + "/captions"
	}
	if len(words) == 0 {
		p.captions = ""
	}
	p.track = s.track(sc, file)
	p.track.ID, p.track.From = p.id, time.Duration(p.from)*time.Millisecond
	return p, true
}

// track is a file of a scenario, or what a station made to stand in for it:
// what was silenced in a recording is silent in the room, too.
func (s *Server) track(sc *kiosk.Scenario, file string) kiosk.Track {
	return kiosk.Track{ID: sc.Hash + "/" + file, Open: func() (io.ReadCloser, error) {
		if made, ok := sc.Made(file); ok {
			return s.Made.Open(sc.Files, made)
		}
		return sc.Files.Open(file)
	}}
}

// aloud knows what the ids of the speaker's tracks stand for, and what of it
// screens were shown last.
type aloud struct {
	mu     sync.Mutex
	known  map[string]performance
	change int // of what is spoken, as shown
}

// say has a performance played, and knows it from its first sound.
func (a *aloud) say(p performance, say func(kiosk.Track) error) error {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.known == nil {
		a.known = map[string]performance{}
	}
	if err := say(p.track); err != nil {
		return err
	}
	a.known[p.id] = p
	return nil
}

func (a *aloud) of(id string) (performance, bool) {
	a.mu.Lock()
	defer a.mu.Unlock()
	p, ok := a.known[id]
	return p, ok
}

// sound keeps the loudspeakers as the room wants them, and tells screens and
// consoles what is played, until ctx is done.
func (s *Server) sound(ctx context.Context) error {
	tick := time.NewTicker(time.Second) // a card that comes or goes
	defer tick.Stop()
	for {
		s.tune()
		spoken, changed := s.Speaker.Spoken()
		s.tellAloud(spoken)
		s.hub.tellSound(s.soundView())
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-s.hub.tuned:
		case <-changed:
		case <-tick.C:
		}
	}
}

// tune gives the loudspeakers the phase's ambience, the scenario's chime, the
// organisers' volumes and the room's pause.
func (s *Server) tune() {
	room := s.Room.Sound()
	t := kiosk.Tuning{Levels: map[kiosk.Channel]float64{}, Paused: room.Paused}
	for c, level := range room.Levels {
		t.Levels[c] = level.Gain()
	}
	if sc := room.Scenario; sc != nil {
		if file := sc.Sound.Ambience[room.Phase]; file != "" {
			track := s.track(sc, file)
			t.Ambience = &track
		}
		if sc.Sound.Chime != "" {
			track := s.track(sc, sc.Sound.Chime)
			t.Chime = &track
		}
	}
	if err := s.Speaker.Tune(t); err != nil {
		s.Log.Warn("room sound", "error", err)
	}
}

// tellAloud tells screens what is played aloud, when that has changed.
func (s *Server) tellAloud(spoken kiosk.Spoken) {
	if spoken.Change == s.aloud.change {
		return
	}
	s.aloud.change = spoken.Change
	var view *kiosk.AloudView
	if p, ok := s.aloud.of(spoken.Track); ok {
		view = &kiosk.AloudView{ID: p.id, Title: p.title, Station: p.station, Captions: p.captions,
			Since: spoken.Since.UnixMilli() - p.from, Length: p.to, Held: spoken.Held}
		if spoken.Held {
			view.At = p.from + spoken.At.Milliseconds()
		}
	}
	s.Room.Aloud(view)
	ring(s.hub.poke)
	s.aloud.keep(spoken)
}

// keep forgets what is neither played nor waits.
func (a *aloud) keep(spoken kiosk.Spoken) {
	a.mu.Lock()
	defer a.mu.Unlock()
	wanted := map[string]performance{}
	for _, id := range append(spoken.Waits, spoken.Track) {
		if p, ok := a.known[id]; ok {
			wanted[id] = p
		}
	}
	a.known = wanted
}

// soundView is the sound as organisers see it now.
func (s *Server) soundView() SoundView {
	room := s.Room.Sound()
	spoken, _ := s.Speaker.Spoken()
	v := SoundView{Status: s.Speaker.Status(), Ready: s.Speaker.Ready(), Channels: room.Levels, Waiting: []Playing{}}
	if room.Scenario != nil {
		v.Ambience = room.Scenario.Sound.Ambience[room.Phase] != ""
	}
	if p, ok := s.aloud.of(spoken.Track); ok {
		playing := p.view()
		playing.Since, playing.Held = spoken.Since.UnixMilli(), spoken.Held
		if spoken.Held {
			playing.At = spoken.At.Milliseconds()
		}
		v.Playing = &playing
	}
	for _, id := range spoken.Waits {
		if p, ok := s.aloud.of(id); ok {
			v.Waiting = append(v.Waiting, p.view())
		}
	}
	return v
}

func (p performance) view() Playing {
	return Playing{ID: p.id, Title: p.title, Station: p.station, Length: p.to - p.from}
}

// tellSound tells consoles of the sound, when it has changed.
func (h *hub) tellSound(v SoundView) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.sound != nil && reflect.DeepEqual(*h.sound, v) {
		return
	}
	h.sound, h.sounded = &v, true
	ring(h.poke)
}

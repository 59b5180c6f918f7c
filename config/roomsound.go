package config

import (
	"cmp"
	"fmt"
	"path"
	"strings"
	"time"

	"immersion/kiosk"
	"immersion/media"
)

// Sound is what the room's own loudspeakers play.
type Sound struct {
	Ambience      Ambience       `yaml:"ambience"`      // a quiet loop under everything
	Chime         string         `yaml:"chime"`         // a file, struck when the doors open and when the round goes on; without it a bell
	Announcements []Announcement `yaml:"announcements"` // recorded, played from the console to everybody
}

// Ambience is a loop for each phase of an opening. Files are WAV, FLAC or Ogg
// Vorbis.
type Ambience struct {
	File    string `yaml:"file"`    // for every phase that names no other
	Setup   string `yaml:"setup"`   // while the room is set up
	Open    string `yaml:"open"`    // while visitors come in
	Closing string `yaml:"closing"` // while those inside finish
}

// Announcement is something recorded that is said to everybody in the room.
type Announcement struct {
	ID       string     `yaml:"id" jsonschema:"required,pattern=^[a-z][a-z0-9-]*$,maxLength=64"` // the log goes by it
	Title    kiosk.Text `yaml:"title" jsonschema:"required"`                                     // what it says, in a line: screens show it where there are no captions
	File     string     `yaml:"file" jsonschema:"required"`                                      // WAV, MP3, FLAC or Ogg Vorbis
	Captions string     `yaml:"captions"`                                                        // a file: WebVTT or SRT
	Consent  kiosk.Text `yaml:"consent" jsonschema:"required"`                                   // who agreed that their voice is played here, or that nobody's is
}

// Limits of what loudspeakers play, each so that nobody waits for its end.
const (
	maxAnnouncements = 50
	maxAnnouncement  = 5 * time.Minute
	maxChime         = 10 * time.Second
	minAmbience      = time.Second
)

// roomSound checks what the loudspeakers are to play.
func (p part) roomSound(s Sound) kiosk.ScenarioSound {
	out := kiosk.ScenarioSound{Ambience: map[kiosk.Phase]string{}, Chime: s.Chime}
	a := s.Ambience
	for _, loop := range []struct{ key, file string }{{"file", a.File}, {"setup", a.Setup}, {"open", a.Open}, {"closing", a.Closing}} {
		p.loop("sound.ambience."+loop.key, loop.file)
	}
	for phase, file := range map[kiosk.Phase]string{kiosk.Setup: a.Setup, kiosk.DoorsOpen: a.Open, kiosk.LastRound: a.Closing} {
		if file = cmp.Or(file, a.File); file != "" {
			out.Ambience[phase] = file
		}
	}
	if s.Chime != "" {
		if heard, ok := p.heard("sound.chime", s.Chime); ok {
			p.lasts("sound.chime", s.Chime, heard, maxChime)
		}
	}
	if n := len(s.Announcements); n > maxAnnouncements {
		p.fault("sound.announcements", fmt.Sprintf("%d announcements", n), fmt.Sprintf("at most %d", maxAnnouncements), "")
		return out
	}
	ids := make([]string, len(s.Announcements))
	for i, a := range s.Announcements {
		ids[i] = a.ID
		out.Announcements = append(out.Announcements, p.announcement(fmt.Sprintf("sound.announcements[%d]", i), a))
	}
	p.ids("sound.announcements", ids)
	return out
}

func (p part) announcement(at string, a Announcement) kiosk.Announcement {
	out := kiosk.Announcement{ID: a.ID, Title: a.Title, File: a.File}
	if p.isBroken(at) {
		return out
	}
	p.text(at+".title", a.Title)
	if a.Consent.Empty() {
		p.fault(at+".consent", "nobody has stated consent, so the announcement may not be played", "a text, or one for each language", "")
	}
	if a.File == "" {
		p.missing(at+".file", "a file of the scenario")
		return out
	}
	heard, ok := p.heard(at+".file", a.File)
	if !ok {
		return out
	}
	p.lasts(at+".file", a.File, heard, maxAnnouncement)
	out.Length = heard.Duration
	if a.Captions == "" || !p.exists(at+".captions", a.Captions) {
		return out
	}
	f, err := p.l.fsys.Open(a.Captions)
	if err != nil {
		p.fault(at+".captions", a.Captions+": "+reason(err), "a WebVTT or SRT file of the scenario", "")
		return out
	}
	defer f.Close()
	cues, faults := media.Captions(a.Captions, f, heard.Duration)
	for _, f := range faults {
		p.station(f)
	}
	for _, c := range cues {
		out.Captions = append(out.Captions, kiosk.Caption(c))
	}
	return out
}

// loop checks an ambience.
func (p part) loop(at, file string) {
	if file == "" {
		return
	}
	heard, ok := p.heard(at, file)
	switch {
	case !ok:
	case heard.Duration < minAmbience.Milliseconds():
		p.fault(at, fmt.Sprintf("%s lasts %d ms", file, heard.Duration), "at least a second", "")
	case heard.Format == media.MP3:
		p.station(kiosk.Fault{Path: at, Warning: true, Allowed: ofNoGap(file),
			Message: file + " is MP3, which begins and ends with a moment of silence: it is heard each time the loop begins again"})
	}
}

func (p part) lasts(at, file string, heard media.Sound, most time.Duration) {
	if heard.Duration > most.Milliseconds() {
		p.fault(at, fmt.Sprintf("%s lasts %d seconds", file, heard.Duration/1000), fmt.Sprintf("at most %.0f", most.Seconds()), "")
	}
}

// heard reads a file that the loudspeakers are to play.
func (p part) heard(at, file string) (media.Sound, bool) {
	if !p.exists(at, file) {
		return media.Sound{}, false
	}
	f, err := p.l.fsys.Open(file)
	if err != nil {
		p.fault(at, file+": "+reason(err), "a file of the scenario", "")
		return media.Sound{}, false
	}
	defer f.Close()
	s, err := media.Scan(f)
	if err != nil {
		p.fault(at, fmt.Sprintf("%s cannot be played: %v", file, err), ofNoGap(file), "")
		return s, false
	}
	if !s.Decodes() {
		p.fault(at, file+" is played by browsers only, not by the room's loudspeakers", ofNoGap(file), "")
		return s, false
	}
	return s, !p.l.makes || p.whole(at, file)
}

// whole decodes a file to its end: what is damaged amid shows only then.
func (p part) whole(at, file string) bool {
	f, err := p.l.fsys.Open(file)
	if err == nil {
		defer f.Close()
		_, err = media.Peaks(f, 1)
	}
	if err != nil {
		p.fault(at, fmt.Sprintf("%s cannot be played to its end: %v", file, err), "the whole file", "")
	}
	return err == nil
}

// ofNoGap says how to make a file that loudspeakers play, and that loops.
func ofNoGap(file string) string {
	return fmt.Sprintf("WAV (PCM, float or G.711), FLAC or Ogg Vorbis; this makes one: ffmpeg -i %s %s.flac", file, strings.TrimSuffix(file, path.Ext(file)))
}

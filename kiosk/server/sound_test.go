package server

import (
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"immersion/kiosk"
)

// tuned is how the loudspeakers are to sound now.
func (s *testSpeaker) tuned() kiosk.Tuning {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.tuning
}

func (s *testSpeaker) plug(card bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.card = card
}

// The ambience goes with the phase, the volumes with what organisers set, and
// the room's pause holds all of it.
func TestSoundFollowsTheRoom(t *testing.T) {
	r := startRoom(t)
	o := r.organiser()
	ambience := func() string {
		if a := r.speaker.tuned().Ambience; a != nil {
			return a.ID
		}
		return ""
	}
	r.eventually("the ambience", func() bool { return ambience() == "h1/hum.wav" })
	for _, step := range []struct {
		name   string
		method string
		path   string
		body   any
		want   func(kiosk.Tuning) bool
	}{
		{"half of the volume", "POST", "sound", SoundOrder{Do: "set", Channel: kiosk.Ambience, Volume: 50}, func(k kiosk.Tuning) bool { return k.Levels[kiosk.Ambience] == 0.25 && k.Levels[kiosk.Speech] == 1 }},
		{"mute", "POST", "sound", SoundOrder{Do: "set", Channel: kiosk.Speech, Volume: 80, Muted: true}, func(k kiosk.Tuning) bool { return k.Levels[kiosk.Speech] == 0 && k.Levels[kiosk.Ambience] == 0.25 }},
		{"pause", "PUT", "pause", PauseOrder{true}, func(k kiosk.Tuning) bool { return k.Paused && k.Ambience != nil }},
		{"and on", "PUT", "pause", PauseOrder{false}, func(k kiosk.Tuning) bool { return !k.Paused }},
		{"stop", "POST", "sound", SoundOrder{Do: "stop"}, func(k kiosk.Tuning) bool { return k.Levels[kiosk.Ambience] == 0 && k.Ambience != nil }},
		{"closing", "PUT", "opening", PhaseOrder{kiosk.LastRound}, func(k kiosk.Tuning) bool { return k.Ambience == nil }},
	} {
		o.must(step.method, "/api/v1/"+step.path, step.body, nil)
		r.eventually(step.name, func() bool { return step.want(r.speaker.tuned()) })
	}
	var desk SoundDesk
	o.must("GET", "/api/v1/sound", nil, &desk)
	if l := desk.Channels[kiosk.Ambience]; !l.Muted || l.Volume != 50 {
		t.Errorf("after the stop the ambience is at %+v", l)
	}
}

// A call for all: every screen is told what and since when, an announcement
// waits for it, and afterwards screens show what they did before.
func TestPlayedAloud(t *testing.T) {
	r := startRoom(t)
	r.speaker.plug(true)
	o := r.organiser()
	console := r.console()
	entry, call := r.paired("entry"), r.paired("call")
	var screens []*testSocket
	for _, s := range []*caller{entry, call} {
		socket, first := s.open()
		if first.Aloud != nil {
			t.Fatalf("at first there is %+v", first.Aloud)
		}
		screens = append(screens, socket)
	}
	shown := func(what string, ok func(*kiosk.AloudView) bool) (last *kiosk.AloudView) {
		t.Helper()
		for _, s := range screens {
			for {
				var st StateFrame
				s.next("state", &st)
				if last = st.Aloud; ok(last) {
					break
				}
			}
		}
		t.Log(what)
		return last
	}

	before := time.Now().UnixMilli()
	o.must("POST", "/api/v1/sound", SoundOrder{Do: "recite", ID: "call"}, nil)
	a := shown("the call", func(a *kiosk.AloudView) bool { return a != nil && a.Station == "call" })
	if a.Captions != "scenarios/h1/stations/call/captions" || a.Length != 9000 || a.Since < before-1000 || a.Since > time.Now().UnixMilli()-1000 {
		t.Errorf("screens are told %+v", a)
	}
	file, err := r.speaker.said[0].Open()
	if err != nil {
		t.Fatal(err)
	}
	if b, err := io.ReadAll(file); err != nil || string(b) != "it is silenced" || r.speaker.said[0].From != time.Second {
		t.Errorf("the loudspeakers get %q from %v, %v", b, r.speaker.said[0].From, err)
	}

	o.must("POST", "/api/v1/sound", SoundOrder{Do: "announce", ID: "exit"}, nil)
	console.until("the queue", func() bool {
		s := console.Sound
		return s != nil && s.Playing != nil && s.Playing.Station == "call" && len(s.Waiting) == 1 && s.Waiting[0].Title.In("en") == "Please go to the exit"
	})
	o.must("PUT", "/api/v1/pause", PauseOrder{true}, nil)
	shown("held", func(a *kiosk.AloudView) bool { return a != nil && a.Held && a.At >= 1000 })
	if res, body := o.ask("POST", "/api/v1/sound", SoundOrder{Do: "announce", ID: "exit"}); res.StatusCode != 409 {
		t.Errorf("an announcement in a paused room: %d %s", res.StatusCode, body)
	}
	o.must("PUT", "/api/v1/pause", PauseOrder{false}, nil)
	shown("goes on", func(a *kiosk.AloudView) bool { return a != nil && !a.Held })

	r.speaker.ends()
	a = shown("the announcement", func(a *kiosk.AloudView) bool { return a != nil && a.Station == "" })
	if a.Captions != "" || a.Title.In("en") != "Please go to the exit" || a.Length != 2000 {
		t.Errorf("then screens are told %+v", a)
	}
	o.must("POST", "/api/v1/sound", SoundOrder{Do: "stop"}, nil)
	shown("nothing", func(a *kiosk.AloudView) bool { return a == nil })
	console.until("silence", func() bool { return console.Sound.Playing == nil && len(console.Sound.Waiting) == 0 })

	r.speaker.plug(false)
	console.until("no card", func() bool { return !console.Sound.Ready && console.Sound.Status == "no sound card" })
	if res, body := o.ask("POST", "/api/v1/sound", SoundOrder{Do: "recite", ID: "call"}); res.StatusCode != 503 || !strings.Contains(body, "no sound card") || len(r.speaker.said) != 2 {
		t.Errorf("without a card: %d %s", res.StatusCode, body)
	}
}

// A stop works though nothing can be written.
func TestStopOnAFullDisk(t *testing.T) {
	r := startRoom(t)
	r.speaker.plug(true)
	o := r.organiser()
	o.must("POST", "/api/v1/sound", SoundOrder{Do: "announce", ID: "exit"}, nil)
	r.broken.Store(true)
	if res, _ := o.ask("POST", "/api/v1/sound", SoundOrder{Do: "stop"}); res.StatusCode != 503 {
		t.Errorf("the log says nothing of a full disk: %d", res.StatusCode)
	}
	if s, _ := r.speaker.Spoken(); s.Track != "" || !slices.Equal(s.Waits, nil) {
		t.Errorf("it goes on: %+v", s)
	}
}

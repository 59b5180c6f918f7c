package kiosk

import (
	"testing"
	"time"
)

// What organisers set holds over a restart, which folds the same facts again;
// to stop everything leaves the ambience muted.
func TestSoundFolds(t *testing.T) {
	facts := []struct {
		typ  string
		body any
	}{
		{SoundWasSet, SoundSet{Channel: Ambience, Level: Level{Volume: 40}}},
		{SoundWasSet, SoundSet{Channel: Speech, Level: Level{Volume: 90, Muted: true}}},
		{SoundWasSet, SoundSet{Channel: Speech, Level: Level{Volume: 70}}},
		{SoundStopped, struct{}{}},
	}
	r := NewRoom(DefaultSettings())
	fold := func() {
		for _, f := range facts {
			g, err := NewFact(time.Now(), f.typ, "organiser", f.body)
			if err == nil {
				err = r.Judge(g, RoomItself, time.Now())
			}
			if err != nil {
				t.Fatal(err)
			}
			r.Apply(g)
		}
	}
	for range 2 {
		fold()
		levels := r.Sound().Levels
		if levels[Ambience] != (Level{40, true}) || levels[Speech] != (Level{70, false}) || levels[Chime] != (Level{100, false}) {
			t.Errorf("levels are %v", levels)
		}
		r.Reset()
	}
	if l := r.Sound().Levels[Speech]; l.Volume != 100 {
		t.Errorf("a room without facts has %v", l)
	}
}

func TestGain(t *testing.T) {
	for _, c := range []struct {
		level Level
		want  float64
	}{{Level{100, false}, 1}, {Level{50, false}, 0.25}, {Level{0, false}, 0}, {Level{100, true}, 0}} {
		if got := c.level.Gain(); got != c.want {
			t.Errorf("%+v is a gain of %v, want %v", c.level, got, c.want)
		}
	}
}

func TestSoundIsRefused(t *testing.T) {
	r := NewRoom(DefaultSettings())
	r.Use(&Scenario{Hash: "h", Sound: ScenarioSound{Announcements: []Announcement{{ID: "exit"}}}})
	for _, c := range []struct {
		name string
		body SoundPlayed
		want Code
	}{
		{"one that there is", SoundPlayed{Scenario: "h", Announcement: "exit"}, ""},
		{"no such announcement", SoundPlayed{Scenario: "h", Announcement: "enter"}, NotFound},
		{"no such station", SoundPlayed{Scenario: "h", Station: "call"}, NotFound},
		{"no such scenario", SoundPlayed{Scenario: "g", Announcement: "exit"}, NotFound},
		{"both", SoundPlayed{Scenario: "h", Announcement: "exit", Station: "call"}, Invalid},
		{"nothing", SoundPlayed{Scenario: "h"}, Invalid},
	} {
		t.Run(c.name, func(t *testing.T) {
			f, err := NewFact(time.Now(), SoundWasPlayed, "organiser", c.body)
			if err != nil {
				t.Fatal(err)
			}
			if err := r.Judge(f, RoomItself, time.Now()); err == nil && c.want != "" || err != nil && CodeOf(err) != c.want {
				t.Errorf("judged %v, want %q", err, c.want)
			}
		})
	}
}

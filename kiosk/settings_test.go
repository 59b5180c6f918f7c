package kiosk

import (
	"slices"
	"testing"
)

// Which languages a screen offers, and in which it greets.
func TestSpeaks(t *testing.T) {
	arabic := map[string]map[string]string{"ar": {"shell.begin": "x"}}
	for _, c := range []struct {
		name           string
		room, scenario []string
		words          map[string]map[string]string
		worded         []string
		want           []string
	}{
		{"the room's first", []string{"en", "de"}, []string{"de", "en"}, nil, []string{"de", "en"}, []string{"en", "de"}},
		{"the scenario has another", []string{"en", "de"}, []string{"de"}, nil, []string{"de", "en"}, []string{"de", "en"}},
		{"the room limits", []string{"en"}, []string{"en", "de"}, nil, []string{"de", "en"}, []string{"en"}},
		{"the scenario alone speaks it", []string{"en"}, []string{"de"}, nil, []string{"de", "en"}, []string{"de", "en"}},
		{"the scenario brings words", []string{"en", "de"}, []string{"en", "ar"}, arabic, []string{"ar", "de", "en"}, []string{"en", "de", "ar"}},
		{"it speaks only those", []string{"en", "de"}, []string{"ar"}, arabic, []string{"ar", "de", "en"}, []string{"ar", "en", "de"}},
		{"nobody has words", []string{"en", "fr"}, []string{"fr"}, nil, []string{"de", "en"}, []string{"en"}},
		{"nothing is known of words", []string{"en", "fr"}, []string{"fr"}, nil, nil, []string{"fr", "en"}},
		{"the room speaks nothing that has words", []string{"fr"}, []string{"fr"}, nil, []string{"de", "en"}, []string{"en"}},
	} {
		s := Settings{Languages: c.room}
		got := s.view(&Scenario{Languages: c.scenario, Words: c.words, Worded: c.worded}).Languages
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
		if !slices.Equal(s.Languages, c.room) {
			t.Errorf("%s: the settings are changed: %v", c.name, s.Languages)
		}
	}
}

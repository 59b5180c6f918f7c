package call

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"immersion/kiosk"
)

func traces(s *Station) { s.Trace = true }

// dials puts a menu before the call: the wrong branch "other" leads back, the
// wrong branch "moving" is dead, and the call is behind "billing".
func dials(s *Station) {
	keys := func(pairs ...string) (all []MenuKey) {
		for i := 0; i < len(pairs); i += 2 {
			all = append(all, MenuKey{pairs[i], pairs[i+1]})
		}
		return all
	}
	s.Menu = &Menu{Starts: 1000, Pages: []MenuPage{
		{ID: "welcome", Says: kiosk.Same("Welcome."), Keys: keys("1", "moving", "2", "billing", "3", "other")},
		{ID: "moving", Says: kiosk.Same("Goodbye."), Dead: true},
		{ID: "billing", Says: kiosk.Same("Billing."), Keys: keys("1", "call", "*", "welcome")},
		{ID: "other", Says: kiosk.Same("Other."), Keys: keys("#", "welcome")},
	}}
}

func TestMenuCheck(t *testing.T) {
	tests := []struct {
		name   string
		change func(*Menu)
		want   string // paths of the faults
		says   string
	}{
		{"right", func(*Menu) {}, "", ""},
		{"says nothing", func(m *Menu) { m.Pages = nil }, "menu.pages", "says nothing"},
		{"a page without words", func(m *Menu) { m.Pages[1].Says = nil }, "menu.pages[1].says", "cannot hear"},
		{"an id with spaces", func(m *Menu) { m.Pages[1].ID = "no id" }, "menu.pages[1].id menu.pages[0].keys[0].to", ""},
		{"a page called call", func(m *Menu) { m.Pages[3].ID = "call" }, "menu.pages[0].keys[2].to menu.pages[3].id", ""},
		{"an id twice", func(m *Menu) { m.Pages[3].ID = "billing" }, "menu.pages[0].keys[2].to menu.pages[3].id", ""},
		{"a key of no telephone", func(m *Menu) { m.Pages[0].Keys[0].Key = "A" }, "menu.pages[0].keys[0].key", `"A"`},
		{"a key twice", func(m *Menu) { m.Pages[0].Keys[1].Key = "1" }, "menu.pages[0].keys[1].key", "somewhere else"},
		{"a key to nowhere", func(m *Menu) { m.Pages[0].Keys[0].To = "mars" }, "menu.pages[0].keys[0].to", "mars"},
		{"a dead page with keys", func(m *Menu) { m.Pages[2].Dead = true }, "menu.pages[2].keys", "goes dead"},
		{"neither keys nor dead", func(m *Menu) { m.Pages[1].Dead = false }, "menu.pages[1].keys", "goes dead"},
		{"a page nobody reaches", func(m *Menu) { m.Pages[0].Keys = m.Pages[0].Keys[:2] }, "menu.pages[3]", "leads to"},
		{"nothing leads to the call", func(m *Menu) { m.Pages[2].Keys[0].To = "welcome" }, "menu.pages[0] menu.pages[2] menu.pages[3]", "to the call"},
		{"a trap", func(m *Menu) { m.Pages[3].Keys[0].To = "other" }, "menu.pages[3]", "to the call"},
		{"starts after the end", func(m *Menu) { m.Starts = 7000 }, "menu.starts", "left"},
		{"words that are gone", func(m *Menu) { m.Pages[0].Sound = "x.mp3" }, "menu.pages[0].sound", "x.mp3"},
		{"words that are no sound", func(m *Menu) { m.Pages[0].Sound = "call.vtt" }, "menu.pages[0].sound", "cannot be played"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := settings()
			dials(s)
			test.change(s.Menu)
			var got []string
			for _, f := range s.Check(files(t)) {
				got = append(got, f.Path)
				if !strings.Contains(f.Message, test.says) {
					t.Errorf("says %q, not %q", f.Message, test.says)
				}
			}
			if !sameWords(got, strings.Fields(test.want)) {
				t.Errorf("faults at %q, want %q", got, test.want)
			}
		})
	}
}

func sameWords(a, b []string) bool {
	count := map[string]int{}
	for _, w := range a {
		count[w]++
	}
	for _, w := range b {
		count[w]--
	}
	for _, n := range count {
		if n != 0 {
			return false
		}
	}
	return true
}

func TestMenuOutcome(t *testing.T) {
	s := ready(t, dials)
	tests := []struct {
		name, pressed string // page/key
		wrong, ways   string
		note          string
	}{
		{"nothing", "", "", "", ""},
		{"straight", "welcome/2 billing/1", "0", "welcome→billing×1 billing→call×1", ""},
		{"a key that means nothing", "welcome/9 welcome/2 billing/1", "1", "welcome→welcome×1 welcome→billing×1 billing→call×1", "call.note.menu.once"},
		{"a dead end, and called again", "welcome/1 moving/ welcome/2 billing/1", "1",
			"welcome→moving×1 moving→welcome×1 welcome→billing×1 billing→call×1", "call.note.menu.once"},
		{"a branch that leads back", "welcome/3 other/# welcome/2 billing/1", "1",
			"welcome→other×1 other→welcome×1 welcome→billing×1 billing→call×1", "call.note.menu.once"},
		{"lost", "welcome/2 billing/* welcome/2 billing/* welcome/1", "3",
			"welcome→billing×2 billing→welcome×2 welcome→moving×1", "call.note.menu"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			visit := stop(9, nil)
			for _, p := range strings.Fields(test.pressed) {
				page, key, _ := strings.Cut(p, "/")
				visit.Facts = append(visit.Facts, kiosk.Fact{Type: pressedFact, Body: fmt.Appendf(nil, `{"page":%q,"key":%q}`, page, key)})
			}
			o := s.Outcome(visit)
			if got := figure(o, wrong); got != test.wrong {
				t.Errorf("wrong: got %q, want %q", got, test.wrong)
			}
			if got := figure(o, ways); got != test.ways {
				t.Errorf("ways: got %q, want %q", got, test.ways)
			}
			var note string
			for _, n := range o.Notes {
				note += n.Key
			}
			if note != test.note {
				t.Errorf("note %q, want %q", note, test.note)
			}
		})
	}
}

// A menu that ends in the recording takes its part of it away, from what is
// heard, what is read and what is counted.
func TestMenuTakesTheBegin(t *testing.T) {
	s := ready(t, dials, func(s *Station) { s.Menu.Starts = 1600 })
	v := s.View().(view)
	if v.Begins != 1600 || len(v.Cues) != 2 || len(s.lines) != 3 {
		t.Errorf("begins at %d with %d captions, %d lines", v.Begins, len(v.Cues), len(s.lines))
	}
	o := s.Outcome(stop(9, []Heard{{1600, 6084}}))
	if figure(o, heard) != "100" || figure(o, finished) != "1/1" {
		t.Errorf("all of it is %s %%, finished %s", figure(o, heard), figure(o, finished))
	}
	if got := s.begins(); got != 1600 {
		t.Errorf("begins at %d", got)
	}
}

func TestFilesAreThoseNamed(t *testing.T) {
	f := files(t)
	f["felt.csv"] = &fstest.MapFile{Data: []byte("at,feeling\n0:01,-1\n")}
	s := settings()
	dials(s)
	s.Menu.Pages[0].Sound, s.Menu.Pages[2].Sound = "call.mp3", "call.mp3"
	s.Reference = &Reference{File: "felt.csv", By: kiosk.Same("Ruth")}
	if faults := s.Check(f); len(faults) > 0 {
		t.Fatal(faults)
	}
	if got := strings.Join(s.Files(), " "); got != "call.mp3 felt.csv" {
		t.Errorf("got %q", got)
	}
}

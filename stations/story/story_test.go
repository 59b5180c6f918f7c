package story

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"immersion/kiosk"
	"immersion/kiosk/stationtest"
)

// files are the example's.
func files(t testing.TB) fstest.MapFS {
	t.Helper()
	all := fstest.MapFS{}
	folder := Kind{}.ExampleFiles()
	names, err := fs.Glob(folder, "*")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		b, err := fs.ReadFile(folder, name)
		if err != nil {
			t.Fatal(err)
		}
		all[name] = &fstest.MapFile{Data: b}
	}
	return all
}

func settings() *Station {
	return &Station{
		Stages: []Stage{{"cold", kiosk.Same("Cold")}},
		Stories: []Story{
			{ID: "saturday", Title: kiosk.Text{"en": "Saturday", "de": "Samstag"}, Teller: Teller{kiosk.Same("Ada"), kiosk.Same("A customer")},
				Stage: "cold", Tone: "good", Consent: kiosk.Same("Made up."), Pages: []Page{
					{Text: kiosk.Text{"en": "It was the coldest night. We sat.", "de": "Es war die kälteste Nacht. Wir saßen."}},
					{Picture: "street.svg", Alt: kiosk.Same("A street.")},
					{Sound: "voice.mp3", Captions: "voice.vtt"},
					{Video: "window.webm", Captions: "window.vtt", Alt: kiosk.Same("A window.")},
				}},
			{ID: "letters", Title: kiosk.Same("Letters"), Teller: Teller{kiosk.Same("Joris"), kiosk.Same("A neighbour")},
				Tone: "bad", Consent: kiosk.Same("Made up."), Pages: []Page{{Text: kiosk.Same("They wrote.")}, {Text: kiosk.Same("And wrote.")}}},
		},
		Words: []kiosk.Text{kiosk.Same("Enough")},
	}
}

// ready is the station after a Check without faults.
func ready(t testing.TB) *Station {
	t.Helper()
	s := settings()
	if faults := s.Check(files(t)); len(faults) > 0 {
		t.Fatal(faults)
	}
	return s
}

func TestKind(t *testing.T) {
	change := func(from, to string) string {
		if !strings.Contains(example, from) {
			t.Fatalf("the example has no %q", from)
		}
		return strings.Replace(example, from, to, 1)
	}
	stationtest.Run(t, Kind{}, stationtest.Case{Files: files(t), Secrets: []string{"tone", `"good"`, `"bad"`, "Made up"}, Bad: []stationtest.Bad{
		{Name: "nobody listens", With: change("\ntold: one", "\ntold: all"), Line: 3, Says: `"all" says nothing`},
		{Name: "a stage nobody named", With: change("stage: cold", "stage: warm"), Line: 17, Says: `no stage "warm"`},
		{Name: "a tone there is not", With: change("tone: good", "tone: nice"), Line: 18, Says: `"nice" is no tone`},
		{Name: "consent", With: change("    consent: Made up for this room.\n    pages:\n      - text: It", "    pages:\n      - text: It"), Says: "may not be told"},
		{Name: "a video that is missing", With: change("video: window.webm", "video: door.webm"), Line: 29, Says: `no file "door.webm"`},
	}})
}

// Each fault alone, at its path.
func TestCheck(t *testing.T) {
	page := func(n int, change func(*Page)) func(*Station) {
		return func(s *Station) { change(&s.Stories[0].Pages[n]) }
	}
	first := func(change func(*Story)) func(*Station) {
		return func(s *Station) { change(&s.Stories[0]) }
	}
	long := kiosk.Same(strings.Repeat("a", 421))
	tests := []struct {
		name   string
		change func(*Station)
		files  map[string]string
		want   string // path of the only fault, or its file; "" for none
		says   string
	}{
		{name: "right", change: func(*Station) {}},
		{name: "for a group", change: func(s *Station) { s.Told = "group" }},
		{name: "for nobody", change: func(s *Station) { s.Told = "none" }, want: "told"},
		{name: "no story", change: func(s *Station) { s.Stories = nil }, want: "stories"},
		{name: "more than fit", change: func(s *Station) {
			for _, id := range []string{"a", "b", "c", "d", "e"} {
				more := s.Stories[1]
				more.ID = id
				s.Stories = append(s.Stories, more)
			}
		}, want: "stories", says: "7 stories"},
		{name: "an id twice", change: func(s *Station) { s.Stories[1].ID = "saturday" }, want: "stories[1].id", says: "already"},
		{name: "an id with a colon", change: first(func(t *Story) { t.ID = "sat:1" }), want: "stories[0].id"},
		{name: "a stage twice", change: func(s *Station) { s.Stages = append(s.Stages, s.Stages[0]) }, want: "stages[1].id"},
		{name: "a stage without a name", change: func(s *Station) { s.Stages[0].Name = nil }, want: "stages[0].name"},
		{name: "a stage, and none are listed", change: func(s *Station) { s.Stages = nil }, want: "stories[0].stage"},
		{name: "no title", change: first(func(t *Story) { t.Title = nil }), want: "stories[0].title"},
		{name: "no teller", change: first(func(t *Story) { t.Teller.Name = nil }), want: "stories[0].teller.name"},
		{name: "a teller nobody knows", change: first(func(t *Story) { t.Teller.About = nil }), want: "stories[0].teller.about"},
		{name: "no consent", change: first(func(t *Story) { t.Consent = kiosk.Same("") }), want: "stories[0].consent"},
		{name: "no tone", change: first(func(t *Story) { t.Tone = "" }), want: "stories[0].tone"},
		{name: "no page", change: first(func(t *Story) { t.Pages = nil }), want: "stories[0].pages"},
		{name: "an empty page", change: page(0, func(p *Page) { p.Text = nil }), want: "stories[0].pages[0].text"},
		{name: "a page too long", change: page(0, func(p *Page) { p.Text = long }), want: "stories[0].pages[0].text", says: "421 characters"},
		{name: "too long beside a picture", change: page(1, func(p *Page) { p.Text = kiosk.Same(strings.Repeat("a", 201)) }), want: "stories[0].pages[1].text"},
		{name: "two on a page", change: page(1, func(p *Page) { p.Video = "window.webm" }), want: "stories[0].pages[1]", says: "picture and video"},
		{name: "a picture without words", change: page(1, func(p *Page) { p.Alt = nil }), want: "stories[0].pages[1].alt"},
		{name: "a picture that is not there", change: page(1, func(p *Page) { p.Picture = "gone.svg" }), want: "stories[0].pages[1].picture"},
		{name: "a picture no browser shows", change: page(1, func(p *Page) { p.Picture = "street.tiff" }), want: "stories[0].pages[1].picture", says: "browsers"},
		{name: "a sound that is a text", change: page(2, func(p *Page) { p.Sound = "voice.vtt" }), want: "stories[0].pages[2].sound", says: "cannot be played"},
		{name: "a video that is a sound", change: page(3, func(p *Page) { p.Video = "voice.mp3" }), want: "stories[0].pages[3].video", says: "not WebM"},
		{name: "a video cut short", files: map[string]string{"window.webm": ""}, want: "stories[0].pages[3].video"},
		{name: "a video without words", change: page(3, func(p *Page) { p.Alt = nil }), want: "stories[0].pages[3].alt"},
		{name: "no captions", change: page(2, func(p *Page) { p.Captions = "" }), want: "stories[0].pages[2].captions", says: "cannot hear"},
		{name: "captions that are not there", change: page(2, func(p *Page) { p.Captions = "gone.vtt" }), want: "stories[0].pages[2].captions"},
		{name: "captions past the end", files: map[string]string{"voice.vtt": "WEBVTT\n\n00:01.000 --> 00:09.000\nLong.\n"}, want: "voice.vtt", says: "after the recording"},
		{name: "too many words", change: func(s *Station) { s.Words = make([]kiosk.Text, 9) }, want: "words"},
		{name: "an empty word", change: func(s *Station) { s.Words[0] = nil }, want: "words[0]"},
	}
	for _, c := range tests {
		t.Run(c.name, func(t *testing.T) {
			s, all := settings(), files(t)
			if c.change != nil {
				c.change(s)
			}
			for name, text := range c.files {
				if text == "" {
					text = string(all[name].Data[:len(all[name].Data)/2])
				}
				all[name] = &fstest.MapFile{Data: []byte(text)}
			}
			for _, f := range s.Check(all) {
				if c.name == "too many words" && strings.HasPrefix(f.Path, "words[") {
					continue
				}
				if got := f.Path + f.File; got != c.want || !strings.Contains(f.Message, c.says) {
					t.Errorf("at %q: %s", got, f.Message)
				}
				c.want = ""
			}
			if c.want != "" {
				t.Errorf("nothing is said at %q", c.want)
			}
		})
	}
}

// One kind of tone is warned of, and runs.
func TestBalance(t *testing.T) {
	for _, c := range []struct {
		tones [2]string
		warns bool
	}{
		{[2]string{"good", "good"}, true}, {[2]string{"bad", "bad"}, true}, {[2]string{"good", "bad"}, false},
		{[2]string{"mixed", "mixed"}, false}, {[2]string{"mixed", "bad"}, false},
	} {
		s := settings()
		s.Stories[0].Tone, s.Stories[1].Tone = c.tones[0], c.tones[1]
		faults := s.Check(files(t))
		if c.warns != (len(faults) == 1 && faults[0].Warning && faults[0].Path == "stories") || !c.warns && len(faults) > 0 {
			t.Errorf("%v: %+v", c.tones, faults)
		}
	}
}

func TestJudge(t *testing.T) {
	s := ready(t)
	for _, c := range []struct {
		typ, body string
		good      bool
	}{
		{chosenFact, `{"story":"saturday"}`, true},
		{chosenFact, `{"story":"sunday"}`, false},
		{chosenFact, `{"story":"saturday","page":1}`, false},
		{turnedFact, `{"story":"saturday","page":4}`, true},
		{turnedFact, `{"story":"saturday","page":5}`, false},
		{turnedFact, `{"story":"saturday","page":0}`, false},
		{turnedFact, `{"story":"saturday"}`, false},
		{playedFact, `{"story":"saturday","page":3,"to":4000}`, true},
		{playedFact, `{"story":"saturday","page":3,"to":9000}`, false},
		{playedFact, `{"story":"saturday","page":3,"to":0}`, false},
		{playedFact, `{"story":"saturday","page":1,"to":10}`, false},
		{retoldFact, `{"story":"saturday","text":"I waited."}`, true},
		{retoldFact, `{"story":"saturday","text":" "}`, false},
		{retoldFact, `{"story":"nobody","text":"I waited."}`, false},
		{retoldFact, `{"story":"saturday","text":"` + strings.Repeat("a", maxRetold+1) + `"}`, false},
		{"story.burnt", `{}`, false},
	} {
		err := s.Judge(kiosk.Fact{Type: c.typ, Body: []byte(c.body)})
		if c.good != (err == nil) || !c.good && kiosk.CodeOf(err) != kiosk.Invalid {
			t.Errorf("%s %.60s: %v", c.typ, c.body, err)
		}
		if err != nil && strings.Contains(err.Error(), "waited") {
			t.Errorf("the refusal repeats the visitor's words: %v", err)
		}
	}
}

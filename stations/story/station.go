package story

import (
	"fmt"
	"slices"

	"immersion/kiosk"
	"immersion/media"
)

// Station is a shelf of stories.
type Station struct {
	Told    string       `yaml:"told"`    // "one": each visitor for themselves; "group": large letters for many round one screen. one, if left out
	Stages  []Stage      `yaml:"stages"`  // of the customer's journey, in their order, to choose stories by; optional
	Stories []Story      `yaml:"stories"` // to choose from
	Words   []kiosk.Text `yaml:"words"`   // short words offered after a tap; optional

	leaves []leaf // every page of every story, in their order
}

// Stage is a part of the customer's journey.
type Stage struct {
	ID   string     `yaml:"id" json:"id"`     // what stories name it by
	Name kiosk.Text `yaml:"name" json:"name"` // a word or two: "Before the appointment"
}

// Story is what one person tells.
type Story struct {
	ID      string     `yaml:"id"`      // unique at the station; stays when the title changes
	Title   kiosk.Text `yaml:"title"`   // a line that makes curious
	Teller  Teller     `yaml:"teller"`  // who tells
	Stage   string     `yaml:"stage"`   // id of the stage it is about; optional
	Tone    string     `yaml:"tone"`    // "good", "bad" or "mixed": how the teller fared. No visitor sees it
	Consent kiosk.Text `yaml:"consent"` // who agreed that it is told here, or that it is made up
	Pages   []Page     `yaml:"pages"`   // in the order they are turned
}

// Teller is who tells a story.
type Teller struct {
	Name  kiosk.Text `yaml:"name" json:"name"`   // as questions call them: "How does Mira feel here?"
	About kiosk.Text `yaml:"about" json:"about"` // who they are to the customer
}

// Page holds words, and at most one of picture, sound and video.
type Page struct {
	Text     kiosk.Text `yaml:"text"`     // what the teller says; optional beside a picture, a sound or a video
	Picture  string     `yaml:"picture"`  // file
	Sound    string     `yaml:"sound"`    // file: WAV, MP3, Ogg, FLAC or M4A
	Video    string     `yaml:"video"`    // file: WebM or MP4
	Alt      kiosk.Text `yaml:"alt"`      // what is to be seen in the picture or the video, in words
	Captions string     `yaml:"captions"` // file: WebVTT or SRT, of the sound or the video

	length int64 // ms of sound or video
	cues   []media.Cue
}

// leaf is a page and its place.
type leaf struct {
	*Page
	story *Story
	no    int    // from 1
	key   string // "mira:2", the moment's ref and the figures' key
}

// Files are the pictures, sounds and videos; the captions travel in the View.
func (s *Station) Files() []string {
	var all []string
	for _, l := range s.leaves {
		for _, name := range []string{l.Picture, l.Sound, l.Video} {
			if name != "" && !slices.Contains(all, name) {
				all = append(all, name)
			}
		}
	}
	return all
}

type view struct {
	Told    string       `json:"told"`
	Stages  []Stage      `json:"stages"`
	Stories []storyView  `json:"stories"`
	Words   []kiosk.Text `json:"words"`
}

type storyView struct {
	ID     string     `json:"id"`
	Title  kiosk.Text `json:"title"`
	Teller Teller     `json:"teller"`
	Stage  string     `json:"stage,omitempty"`
	Pages  []pageView `json:"pages"`
}

type pageView struct {
	Text    kiosk.Text  `json:"text,omitempty"`
	Picture string      `json:"picture,omitempty"`
	Sound   string      `json:"sound,omitempty"`
	Video   string      `json:"video,omitempty"`
	Alt     kiosk.Text  `json:"alt,omitempty"`
	Length  int64       `json:"length,omitempty"` // ms
	Cues    []media.Cue `json:"cues,omitempty"`
}

// View is every story but for its sound and pictures; how it was meant, its
// tone, stays here.
func (s *Station) View() any {
	v := view{Told: s.Told, Stages: append([]Stage{}, s.Stages...), Words: append([]kiosk.Text{}, s.Words...), Stories: []storyView{}}
	if v.Told == "" {
		v.Told = "one"
	}
	for _, t := range s.Stories {
		pages := make([]pageView, len(t.Pages))
		for i, p := range t.Pages {
			pages[i] = pageView{p.Text, p.Picture, p.Sound, p.Video, p.Alt, p.length, p.cues}
		}
		v.Stories = append(v.Stories, storyView{t.ID, t.Title, t.Teller, t.Stage, pages})
	}
	return v
}

// story finds one by its id; nil if there is none.
func (s *Station) story(id string) *Story {
	i := slices.IndexFunc(s.Stories, func(t Story) bool { return t.ID == id })
	if i < 0 {
		return nil
	}
	return &s.Stories[i]
}

// at finds the page that a moment speaks of; nil if there is none.
func (s *Station) at(key string) *leaf {
	i := slices.IndexFunc(s.leaves, func(l leaf) bool { return l.key == key })
	if i < 0 {
		return nil
	}
	return &s.leaves[i]
}

func keyOf(story string, page int) string { return fmt.Sprintf("%s:%d", story, page) }

// bind lists the pages, once the settings stand.
func (s *Station) bind() {
	s.leaves = nil
	for i := range s.Stories {
		t := &s.Stories[i]
		for n := range t.Pages {
			s.leaves = append(s.leaves, leaf{Page: &t.Pages[n], story: t, no: n + 1, key: keyOf(t.ID, n+1)})
		}
	}
}

// title names a page in charts and on the map: "The slip of paper, 2/4".
func (l *leaf) title() kiosk.Text {
	t := kiosk.Text{}
	for lang, title := range l.story.Title {
		t[lang] = fmt.Sprintf("%s, %d/%d", title, l.no, len(l.story.Pages))
	}
	return t
}

var _ kiosk.Station = (*Station)(nil)

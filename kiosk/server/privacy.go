package server

import (
	"crypto/sha256"
	"encoding/base64"
	"html/template"
	"net/http"
	"strconv"
	"strings"

	"github.com/labstack/echo/v4"

	"immersion/kiosk"
)

// Privacy is what the room promises, and where that is decided: in the room
// file, unless an organiser set it on the page.
type Privacy struct {
	Room  string          `json:"room"`
	Lines []PrivacyLine   `json:"lines"` // in the order of the note
	Now   kiosk.Promises  `json:"now"`
	File  kiosk.Promises  `json:"file"`          // what the room file says
	Set   *kiosk.Standing `json:"set,omitempty"` // since when others hold; absent while the file's do
	Holds Holds           `json:"holds"`
	May   bool            `json:"may"` // the reader may set them
}

// Holds is what figures and words keep to: the promises of now, or stricter
// ones that visits agreed to which are still in the figures.
type Holds struct {
	K      int   `json:"k"`
	WordsK int   `json:"wordsK"`
	Until  int64 `json:"until,omitempty"` // ms: when the stricter ones end; 0 for never, or if there are none
}

// PrivacyLine is one promise.
type PrivacyLine struct {
	Setting  string `json:"setting,omitempty"` // key of the room file that decides it, here or there; "" for what cannot be set
	Value    string `json:"value,omitempty"`
	Sentence string `json:"sentence"` // in the language asked for
}

// privacy makes the note of the room's settings.
func (s *Server) privacy(language string) Privacy {
	set, words := s.Room.Settings(), s.wordsIn(language)
	p := Privacy{Room: set.Name}
	p.Now, p.File, p.Set = s.Room.Promises()
	k, wordsK, until := s.Room.Rule(s.Now())
	if p.Holds = (Holds{K: k, WordsK: wordsK}); !until.IsZero() {
		p.Holds.Until = until.UnixMilli()
	}
	line := func(key, setting, value string) {
		sentence := strings.ReplaceAll(words["privacy."+key], "{value}", value)
		p.Lines = append(p.Lines, PrivacyLine{Setting: setting, Value: value, Sentence: sentence})
	}
	line("recorded", "", "")
	line("unrecorded", "", "")
	line("badge", "", "")
	names := make([]string, len(set.Departments))
	for i, d := range set.Departments {
		names[i] = d.Name.In(language)
	}
	if len(names) > 0 {
		line("departments", "departments", strings.Join(names, ", "))
	} else {
		line("departments.none", "departments", "")
	}
	line("k", "k", strconv.Itoa(set.K))
	line("words", "words_k", strconv.Itoa(set.WordsK))
	line("organiser", "", "")
	line("debrief", "", "")
	line("reads", "", "")
	line("leaves", "", strconv.Itoa(set.K))
	kept := func(key, setting string, days int) {
		if days == 0 {
			key += ".good"
		}
		line(key, setting, strconv.Itoa(days))
	}
	kept("kept.words", "retention.words", set.Retention.Words)
	kept("kept.visits", "retention.visits", set.Retention.Visits)
	kept("kept.takeaway", "retention.takeaway", set.Retention.Takeaway)
	kept("kept.backups", "retention.backups", set.Retention.Backups)
	return p
}

func (s *Server) getPrivacy(c echo.Context) error {
	c.Response().Header().Set("Cache-Control", "no-store")
	p := s.privacy(c.QueryParam("language"))
	as, err := s.signedInAs(c.Request())
	p.May = as == organiser
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, p)
}

// setPrivacy puts an organiser's promises before those of the room file.
func (s *Server) setPrivacy(c echo.Context) error {
	var p kiosk.Promises
	if err := read(c, &p); err != nil {
		return err
	}
	return s.told(c, kiosk.PrivacySet, kiosk.Promised{Promises: p})
}

// resetPrivacy gives the promises back to the room file.
func (s *Server) resetPrivacy(c echo.Context) error {
	_, file, set := s.Room.Promises()
	if set == nil {
		return kiosk.Errorf(kiosk.Conflict, "The room file's promises hold already.")
	}
	return s.told(c, kiosk.PrivacySet, kiosk.Promised{Promises: file, File: true})
}

const noteStyle = `
@page { margin: 2cm }
body { font: 14pt/1.5 Georgia, serif; max-width: 34em; margin: 2em auto; padding: 0 1em; color: #1c1a17; background: #fff }
h1 { font-size: 1.8em; line-height: 1.2 }
li { margin: .5em 0 }
@media print { body { font-size: 12pt; line-height: 1.4; max-width: none; margin: 0; padding: 0 } }
`

// notePolicy allows the note its own style, and no other.
var notePolicy = func() string {
	sum := sha256.Sum256([]byte(noteStyle))
	return strings.Replace(policy, "style-src 'self'", "style-src 'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"'", 1)
}()

var privacyNote = template.Must(template.New("note").Parse(`<!doctype html>
<html lang="{{.Language}}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{{.Title}}</title>
<style>` + noteStyle + `</style>
<h1>{{.Title}}</h1>
<p>{{.Room}}</p>
<ul>{{range .Lines}}<li>{{.Sentence}}</li>{{end}}</ul>
</html>
`))

// getPrivacyNote is the note to print and hang at the door.
func (s *Server) getPrivacyNote(c echo.Context) error {
	language := c.QueryParam("language")
	if _, ok := s.words[language]; !ok {
		language = "en"
	}
	c.Response().Header().Set("Cache-Control", "no-store")
	c.Response().Header().Set("Content-Type", "text/html; charset=utf-8")
	c.Response().Header().Set("Content-Security-Policy", notePolicy)
	return privacyNote.Execute(c.Response(), struct {
		Privacy
		Language, Title string
	}{s.privacy(language), language, s.wordsIn(language)["privacy.title"]})
}

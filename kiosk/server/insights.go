package server

// The API of what managers read. Every address is under /api/v1. Reading is
// for managers and organisers, moderation for organisers; screens and visitors
// get nothing. All of it is JSON of the types named here, which stand in
// kiosk/insight, and comes from releases only. Reads are logged as facts.
//
//	GET /insights?scenario=HASH&cohort=ID      Release: one cohort of one scenario version. Without scenario the version
//	                                           visited last; without cohort all its visits. Both stand in deep links.
//	GET /insights/cohorts                      Cohorts: scenario versions, and the departments, openings and months of each
//	GET /insights/across?partition=P&figure=F  Across: one figure, a row for each cohort of the partition (department,
//	                                           opening, month): departments × stages heat (figure=feeling), openings over time
//	GET /insights/themes?scenario=HASH         Themes: by section of the map, or tooLittle
//	GET /insights/words?scenario=HASH          Words: what an organiser let pass, in no order that tells anything
//	GET /insights/wall                         Wall: map and journey of the version visited last, without words
//	                                           also for a display that came by its link
//	GET, POST, DELETE /wall                    the link that opens the wall on a display: whether there is one, make it, end it (organiser)
//	GET /insights/debrief?cohort=opening:ID    Debrief: of that opening, or without cohort of the one that closed last
//	DELETE /insights/debrief/OPENING           its sentences are shown no more (organiser)
//	GET /insights/export/FORMAT                a file: csv, words.csv, dictionary.csv, xlsx, jsonl, xapi.jsonl (1.0.3; version=2.0), html
//	                                           ?scenario=&cohort=&language=; without cohort every cohort, html only the one
//	GET /moderation                            Moderation: the batches that lay before an organiser, how many wait, themes
//	POST /moderation/batch                     {}: the next ≥ 10 words of ≥ words_k visits, shuffled; 409 while there are fewer
//	POST /moderation/words   WordsJudgement    {"words":ID,"did":"mask"|"restore"|"flag"|"unflag"}
//	POST /moderation/passed  WordsPass         {"batch":ID}: what is not masked may be read by managers from now on
//	POST /moderation/names   ThemeName         {"theme":ID,"name":"…"}
//	POST /moderation/merges  ThemeMerge        {"theme":ID,"into":ID}; into "" parts them again
//	GET /privacy?language=en                   Privacy: the room's settings that bear on it, each with a plain sentence
//	PUT /privacy              Promises         {"k":5,"wordsK":10,"retention":{…}}: they hold from now, whatever the room file says
//	DELETE /privacy                            the room file's hold again
//	GET /privacy/note?language=en              the same as a page to hang at the door (HTML)
//
// A value with few is "too few visits", never to be read as none; n 0 without
// few is "none". A release says tooFew when there is nothing of its cohort yet.

import (
	"cmp"
	"context"
	"encoding/hex"
	"encoding/json"
	"io"
	"net/http"

	"github.com/labstack/echo/v4"

	"immersion/kiosk"
)

// Insights gives what managers may read, as it marshals to JSON, and the words
// that an organiser sees before them. Errors carry a code of kiosk.
type Insights interface {
	// View is one of the answers above by its path; figure and partition go with "across".
	View(ctx context.Context, name string, of kiosk.Cohort, figure string) (any, error)
	// Shares are the released shares of one station, which visitors may see too.
	Shares(scenario, station string) []kiosk.Released
	// Moderation is what lies before the organiser; Next draws what comes next.
	Moderation(ctx context.Context) (any, error)
	Next(ctx context.Context) (kiosk.WordsBatch, error)
	// Export writes a file; Media tells its type beforehand.
	Export(ctx context.Context, out io.Writer, of kiosk.Cohort, as Export) error
}

// Export is what file to write.
type Export struct {
	Format   string // "csv", "words.csv", "dictionary.csv", "xlsx", "jsonl", "xapi.jsonl", "html"
	Version  string // of xAPI: "1.0.3", "2.0"
	Home     string // address of the room, for ids in xAPI
	Language string // what Read and Say speak
	Read     func(kiosk.Text) string
	Say      func(key string) string // the pages' words in the reader's language
}

// exportTypes are the media types of the files that can be had.
var exportTypes = map[string]string{
	"csv": "text/csv; charset=utf-8", "words.csv": "text/csv; charset=utf-8", "dictionary.csv": "text/csv; charset=utf-8",
	"xlsx":  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	"jsonl": "application/jsonl", "xapi.jsonl": "application/jsonl", "html": "text/html; charset=utf-8",
}

// exportNames are what browsers call the files.
var exportNames = map[string]string{
	"csv": "insights.csv", "words.csv": "insights-words.csv", "dictionary.csv": "insights-dictionary.csv", "xlsx": "insights.xlsx",
	"jsonl": "insights.jsonl", "xapi.jsonl": "insights-xapi.jsonl", "html": "insights.html",
}

func cohortOf(c echo.Context) (kiosk.Cohort, error) {
	return kiosk.ParseCohort(c.QueryParam("scenario"), c.QueryParam("cohort"))
}

// view answers with what insight gives by a name.
func (s *Server) view(name string) echo.HandlerFunc {
	return func(c echo.Context) error {
		of, err := cohortOf(c)
		if err != nil {
			return err
		}
		if name == "across" {
			of.By = kiosk.Partition(c.QueryParam("partition"))
		}
		answer, err := s.Insights.View(c.Request().Context(), name, of, c.QueryParam("figure"))
		if err != nil {
			return err
		}
		return s.answerReading(c, name, of, answer)
	}
}

// answerReading sends what is read and logs it; a page that asks whether there
// is anything new, and has it already, reads nothing.
func (s *Server) answerReading(c echo.Context, name string, of kiosk.Cohort, answer any) error {
	body, err := json.Marshal(answer)
	if err != nil {
		return err
	}
	sum := hashed(string(body))
	etag := `"` + hex.EncodeToString(sum[:8]) + `"`
	h := c.Response().Header()
	h.Set("Cache-Control", "no-store")
	h.Set("ETag", etag)
	if c.Request().Header.Get("If-None-Match") == etag {
		return c.NoContent(http.StatusNotModified)
	}
	s.logReading(c, name, of)
	return c.JSONBlob(http.StatusOK, body)
}

// logReading writes down who read what. The answer does not wait for it.
func (s *Server) logReading(c echo.Context, what string, of kiosk.Cohort) {
	f, err := kiosk.NewFact(s.Now(), kiosk.InsightsRead, cmp.Or(by(c), "display"), kiosk.Reading{What: what, Scenario: of.Scenario, Cohort: of.ID()})
	if err != nil {
		s.Log.Error("log a reading", "error", err)
		return
	}
	s.Journal.Submit([][]byte{f.Doc()}, kiosk.RoomItself, func(v []kiosk.Verdict) {
		if v[0].Err != nil {
			s.Log.Error("log a reading", "error", v[0].Err)
		}
	})
}

func (s *Server) endDebrief(c echo.Context) error {
	return s.told(c, kiosk.DebriefEnded, kiosk.DebriefEnd{Opening: c.Param("opening")})
}

func (s *Server) getModeration(c echo.Context) error {
	m, err := s.Insights.Moderation(c.Request().Context())
	if err != nil {
		return err
	}
	c.Response().Header().Set("Cache-Control", "no-store")
	return c.JSON(http.StatusOK, m)
}

// showBatch puts the next words before the organiser.
func (s *Server) showBatch(c echo.Context) error {
	b, err := s.Insights.Next(c.Request().Context())
	if err != nil {
		return err
	}
	if err := s.Journal.Record(c.Request().Context(), kiosk.WordsShown, by(c), "", "", b); err != nil {
		return err
	}
	return s.getModeration(c)
}

func (s *Server) judgeWords(c echo.Context) error {
	var b kiosk.WordsJudgement
	return s.recordRead(c, kiosk.WordsJudged, &b)
}

func (s *Server) passWords(c echo.Context) error {
	var b kiosk.WordsPass
	return s.recordRead(c, kiosk.WordsPassed, &b)
}

func (s *Server) nameTheme(c echo.Context) error {
	var b kiosk.ThemeName
	return s.recordRead(c, kiosk.ThemeNamed, &b)
}

func (s *Server) mergeTheme(c echo.Context) error {
	var b kiosk.ThemeMerge
	return s.recordRead(c, kiosk.ThemeMerged, &b)
}

// recordRead makes a fact of the request's body.
func (s *Server) recordRead(c echo.Context, typ string, b any) error {
	if err := read(c, b); err != nil {
		return err
	}
	return s.told(c, typ, b)
}

// told records a fact and says that what managers may read moved.
func (s *Server) told(c echo.Context, typ string, b any) error {
	err := s.record(c, typ, "", "", b)
	if err == nil {
		s.Moved()
	}
	return err
}

// export sends a file as it is made.
func (s *Server) export(c echo.Context) error {
	format := c.Param("format")
	media, ok := exportTypes[format]
	if !ok {
		return kiosk.Errorf(kiosk.NotFound, "There is no export %.20q; there are csv, words.csv, dictionary.csv, xlsx, jsonl, xapi.jsonl and html.", format)
	}
	of, err := cohortOf(c)
	if err != nil {
		return err
	}
	language := c.QueryParam("language")
	if _, known := s.words[language]; !known {
		language = "en"
	}
	words := s.wordsIn(language)
	s.logReading(c, format, of)
	h := c.Response().Header()
	h.Set("Cache-Control", "no-store")
	h.Set("Content-Type", media)
	h.Set("Content-Disposition", `attachment; filename="`+exportNames[format]+`"`)
	return s.Insights.Export(c.Request().Context(), c.Response(), of, Export{
		Format: format, Version: c.QueryParam("version"), Home: s.address(c.Request()), Language: language,
		Read: func(t kiosk.Text) string { return t.In(language) },
		Say: func(key string) string {
			if w, ok := words[key]; ok {
				return w
			}
			return key
		},
	})
}

// wordsIn is a dictionary as a map; English for a language that is not there.
func (s *Server) wordsIn(language string) map[string]string {
	d, _ := s.dictionary(language, nil)
	return d.Words
}

package server

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/labstack/echo/v4"

	"immersion/kiosk"
)

// logPage is how many lines of the log a page gets at once.
const logPage = 100

// Log answers GET /log: what was done in the room, the newest first.
type Log struct {
	Lines []LogLine `json:"lines"`
	Next  int64     `json:"next,omitempty"` // ?before= of the lines that follow; none: there are no more
}

// LogLine is one act, and what it comes to in the language asked for.
type LogLine struct {
	kiosk.Act
	Says string `json:"says"`
}

// eachAct gives the acts that the log lists, from the newest before a place
// (0 for all) until each says false. Who read what is in it only with reads.
func (s *Server) eachAct(ctx context.Context, before int64, reads bool, each func(kiosk.Act) bool) error {
	return s.Journal.Log(ctx, before, func(seq int64, f kiosk.Fact) bool {
		ofRehearsal := f.Visit != "" && f.By == kiosk.ByRehearsal // that one was held stands in the log, once
		if f.Type == kiosk.InsightsRead && !reads || f.Type == kiosk.StopHeld || withDoors(f) || ofRehearsal {
			return true
		}
		return each(s.Room.Act(seq, f))
	})
}

// withDoors tells whether a visit ended because the doors closed: that they
// did stands in the log, once.
func withDoors(f kiosk.Fact) bool {
	var b kiosk.Closing
	return f.Type == kiosk.VisitClosed && json.Unmarshal(f.Body, &b) == nil && b.Reason == "opening"
}

// getLog gives a page of the log: ?before=SEQ&reads=true&language=de.
func (s *Server) getLog(c echo.Context) error {
	var before int64
	if q := c.QueryParam("before"); q != "" {
		var err error
		if before, err = strconv.ParseInt(q, 10, 64); err != nil || before < 1 {
			return kiosk.Errorf(kiosk.Invalid, "before is the number of a line.")
		}
	}
	say := s.sayer(c.QueryParam("language"))
	log := Log{Lines: []LogLine{}}
	err := s.eachAct(c.Request().Context(), before, c.QueryParam("reads") == "true", func(a kiosk.Act) bool {
		if len(log.Lines) == logPage {
			log.Next = log.Lines[logPage-1].Seq
			return false
		}
		log.Lines = append(log.Lines, LogLine{a, say.sentence(a)})
		return true
	})
	if err != nil {
		return err
	}
	c.Response().Header().Set("Cache-Control", "no-store")
	return c.JSON(http.StatusOK, log)
}

// getLogCSV sends the whole log, who read what too, as it is read.
func (s *Server) getLogCSV(c echo.Context) error {
	h := c.Response().Header()
	h.Set("Cache-Control", "no-store")
	h.Set("Content-Type", exportTypes["csv"])
	h.Set("Content-Disposition", `attachment; filename="log.csv"`)
	return s.writeLog(c.Request().Context(), c.Response(), s.sayer(c.QueryParam("language")), func(a kiosk.Act) kiosk.Act { return a })
}

var logColumns = []string{"seq", "at", "by", "type", "says", "station", "screen", "visit", "values"}

// writeLog writes acts as a CSV, each as told gives it.
func (s *Server) writeLog(ctx context.Context, to io.Writer, say sayer, told func(kiosk.Act) kiosk.Act) error {
	if _, err := to.Write([]byte("\ufeff")); err != nil { // tells spreadsheets that it is UTF-8
		return err
	}
	w := csv.NewWriter(to)
	w.UseCRLF = true
	_ = w.Write(logColumns)
	err := s.eachAct(ctx, 0, true, func(a kiosk.Act) bool {
		a = told(a)
		values, _ := json.Marshal(a.Values)
		cells := []string{strconv.FormatInt(a.Seq, 10), time.UnixMilli(a.At).Format(time.RFC3339), a.By, a.Type, say.sentence(a), a.Station, a.Screen, "", string(values)}
		if a.Visit {
			cells[7] = say.visit(a)
		}
		for i := range cells {
			cells[i] = kiosk.NoFormula(cells[i])
		}
		return w.Write(cells) == nil
	})
	w.Flush()
	if err == nil {
		err = w.Error()
	}
	return err
}

// sayer puts acts into sentences of one language.
type sayer struct {
	language string
	words    map[string]string
	places   *kiosk.Scenario
}

func (s *Server) sayer(language string) sayer {
	if _, known := s.words[language]; !known {
		language = "en"
	}
	return sayer{language, s.wordsIn(language), s.Room.Current()}
}

// sentence says an act, by the words for its type and, where there are such,
// for what its body tells; its type's name where there are none.
func (y sayer) sentence(a kiosk.Act) string {
	key := "log." + a.Type
	said, ok := y.words[key]
	for _, variant := range variants(a) {
		if more, has := y.words[key+"."+variant]; has {
			said, ok = more, true
			break
		}
	}
	if !ok {
		return a.Type
	}
	fill := []string{"{visit}", y.visit(a), "{screen}", y.screen(a), "{station}", y.station(a)}
	for name, v := range a.Values {
		fill = append(fill, "{"+name+"}", y.value(name, v))
	}
	return strings.NewReplacer(fill...).Replace(said)
}

// variants are what the words for a type may be told apart by, the most telling
// first.
func variants(a kiosk.Act) (list []string) {
	for _, key := range []string{"do", "how", "reason", "ended"} {
		v, ok := a.Values[key].(string)
		if on, _ := a.Values["on"].(bool); ok && !on {
			list = append(list, v+".off")
		}
		list = append(list, v)
	}
	if a.Values["station"] == nil {
		list = append(list, "none", "announcement")
	}
	return list
}

func (y sayer) screen(a kiosk.Act) string {
	if a.Screen == "" {
		return y.words["log.screens"]
	}
	return strings.ReplaceAll(y.words["log.screen"], "{screen}", a.Screen)
}

func (y sayer) visit(a kiosk.Act) string {
	if a.Badge == "" {
		return y.words["log.visit"]
	}
	colour, animal, _ := strings.Cut(strings.ToLower(a.Badge), " ")
	if both, ok := y.words["badge.words"]; ok && y.words["badge."+colour] != "" && y.words["badge."+animal] != "" {
		return strings.NewReplacer("{colour}", y.words["badge."+colour], "{animal}", y.words["badge."+animal]).Replace(both)
	}
	return a.Badge
}

func (y sayer) station(a kiosk.Act) string {
	id, _ := a.Values["station"].(string)
	if id == "" {
		id = a.Station
	}
	if y.places != nil {
		if p, ok := y.places.Place(id); ok {
			return p.Title.In(y.language)
		}
	}
	return id
}

// value writes a value: what is told in ms as minutes, a hash by its beginning.
func (y sayer) value(name string, v any) string {
	switch v := v.(type) {
	case float64:
		if name == "ms" {
			return fmt.Sprintf("%+g", v/60_000)
		}
		return fmt.Sprintf("%g", v)
	case string:
		if name == "scenario" {
			return v[:min(8, len(v))]
		}
	}
	return fmt.Sprint(v)
}

package server

import (
	"encoding/csv"
	"fmt"
	"strings"
	"testing"

	"immersion/kiosk"
)

func TestLogSaysWhatWasDone(t *testing.T) {
	r := startRoom(t)
	for key, said := range map[string]string{"log.visit": "ein Besuch", "log.opening.opened": "Auf", "log.screen": "Schirm {screen}", "log.screen.assigned": "{screen} bei {station}",
		"log.visit.closed": "Ende: {visit}", "log.scenario.used.chosen": "gewählt: {scenario}", "badge.words": "{colour}-{animal}", "badge.amber": "Bernstein", "badge.otter": "Otter"} {
		r.words["de"][key] = said
	}
	o, helper := r.organiser(), r.helper()
	screen := r.paired("entry")
	visit := kiosk.NewID()
	_, doc := screen.opened(visit, "AAAA")
	screen.post(doc)
	o.must("POST", "/api/v1/screens/"+screen.screen+"/assign", kiosk.Assignment{Station: "call"}, nil)
	o.must("POST", "/api/v1/scenarios/h1/choose", nil, nil)
	r.manager().must("GET", "/api/v1/insights", nil, nil)
	says := func(query string) (lines []string) {
		var log Log
		helper.must("GET", "/api/v1/log?language=de"+query, nil, &log)
		for _, l := range log.Lines {
			lines = append(lines, l.By[:min(len(l.By), 9)]+": "+l.Says)
		}
		return lines
	}
	want := "organiser: gewählt: h1\norganiser: " + "Schirm 1 bei call\nscreen: screen.paired\nstart: Auf"
	if got := strings.Join(says(""), "\n"); got != want {
		t.Errorf("the log says\n%s\nnot\n%s", got, want)
	}
	if got := says("&reads=true"); len(got) != 5 || !strings.HasPrefix(got[0], "manager") {
		t.Errorf("with what was read: %q", got)
	}
	closed := func() string {
		var log Log
		o.must("GET", "/api/v1/log?language=de", nil, &log)
		return log.Lines[0].Says
	}
	if err := r.Journal.Record(t.Context(), kiosk.VisitClosed, "timeout", "", visit, kiosk.Closing{Reason: "timeout"}); err != nil {
		t.Fatal(err)
	}
	if got := closed(); got != "Ende: ein Besuch" {
		t.Errorf("a closed visit is %q", got)
	}
}

func TestLogInPages(t *testing.T) {
	r := startRoom(t)
	o := r.organiser()
	docs := make([][]byte, logPage+20)
	for i := range docs {
		f, _ := kiosk.NewFact(r.Now(), kiosk.ThemeNamed, fmt.Sprint("=1+", i), kiosk.ThemeName{Theme: "en:wait", Name: "=2"})
		docs[i] = f.Doc()
	}
	done := make(chan []kiosk.Verdict, 1)
	r.Journal.Submit(docs, kiosk.RoomItself, func(v []kiosk.Verdict) { done <- v })
	<-done
	var first, log Log
	o.must("GET", "/api/v1/log", nil, &first)
	o.must("GET", fmt.Sprint("/api/v1/log?before=", first.Next), nil, &log)
	if len(first.Lines) != logPage || len(log.Lines) != 21 || log.Lines[20].Type != kiosk.OpeningOpened || log.Next != 0 {
		t.Errorf("%d lines, then %d, %+v", len(first.Lines), len(log.Lines), log.Lines[len(log.Lines)-1])
	}
	res, answer := o.ask("GET", "/api/v1/log.csv", nil)
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(answer, "\ufeff"))).ReadAll()
	if err != nil || res.StatusCode != 200 || len(rows) != logPage+22 || strings.Join(rows[0], " ") != strings.Join(logColumns, " ") {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	if by := rows[1][2]; by != "'=1+119" {
		t.Errorf("a spreadsheet would take this for a formula: %q", by)
	}
	for _, query := range []string{"before=x", "before=-1"} {
		if res, _ := o.ask("GET", "/api/v1/log?"+query, nil); res.StatusCode != 400 {
			t.Errorf("%s is %d", query, res.StatusCode)
		}
	}
}

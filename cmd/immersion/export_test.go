package main

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"immersion/kiosk"
	"immersion/kiosk/insight"
	"immersion/kiosk/server"
)

// walk lets visitors go through the room in one go, and gives a sentence that
// the first of them wrote.
func walk(t *testing.T, p *Program, screen string, visitors int) string {
	t.Helper()
	opening, _ := p.room.Opening()
	for i := range visitors {
		visit, at := kiosk.NewID(), time.Now().Add(-time.Minute)
		var docs [][]byte
		add := func(station, typ string, body any) {
			at = at.Add(time.Second)
			f, err := kiosk.NewFact(at, typ, "", body)
			if err != nil {
				t.Fatal(err)
			}
			f.Visit, f.Station, f.Screen = visit, station, screen
			docs = append(docs, f.Doc())
		}
		add("entry", kiosk.VisitOpened, kiosk.Opened{Scenario: p.room.Current().Hash, Opening: opening, Language: "en", Party: 1,
			Department: "it", Badge: kiosk.Badge{Words: "Amber Otter", Code: fmt.Sprintf("A%03d", i)}})
		add("call", kiosk.StopEntered, struct{}{})
		add("call", kiosk.Reacted, kiosk.Reaction{Valence: -2, Arousal: 1})
		add("exit", kiosk.StopEntered, struct{}{})
		add("exit", kiosk.SentenceTold, kiosk.Sentence{Text: fmt.Sprintf("I waited for letter %d.", i), Debrief: i == 1})
		add("exit", kiosk.VisitFinished, struct{}{})
		v, err := p.journal.Write(t.Context(), kiosk.Source(screen), docs...)
		if err != nil {
			t.Fatal(err)
		}
		for _, one := range v {
			if one.Err != nil {
				t.Fatal(one.Err)
			}
		}
	}
	return "I waited for letter 0."
}

// awaited waits for what a release or a moderation brings.
func awaited(t *testing.T, what string, there func() bool) {
	t.Helper()
	for range 600 {
		if there() {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Fatalf("%s does not come", what)
}

// TestFromVisitToManager goes the whole way: visits, a release, words past the
// organiser, an export beside the running room, a rebuilding after it.
func TestFromVisitToManager(t *testing.T) {
	data := t.TempDir()
	p, url, stop := runRoom(t, data)
	setup, err := p.server.SetupPath(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	organiser := newBrowser(t, url)
	organiser.post("/api/v1/setup", server.Setup{Token: strings.TrimPrefix(setup, "/setup/"), Organiser: "a long phrase", Manager: "a longer phrase"}, &server.Session{})
	manager := newBrowser(t, url)
	manager.post("/api/v1/session", server.SignIn{Role: "manager", Passphrase: "a longer phrase"}, &server.Session{})
	sentence := walk(t, p, newBrowser(t, url).pair("entry"), 12)

	var r insight.Release
	awaited(t, "a release of 12 visits", func() bool {
		manager.get("/api/v1/insights?cohort=department:it", &r)
		return !r.TooFew
	})
	if r.Cohort != "department:it" || r.K != 5 || len(r.Cells) == 0 {
		t.Errorf("release: %+v", r)
	}
	var m insight.Moderation
	awaited(t, "a batch of words", func() bool {
		organiser.get("/api/v1/moderation", &m)
		return m.Enough && m.Waiting == 12
	})
	organiser.post("/api/v1/moderation/batch", struct{}{}, &m)
	if len(m.Batches) != 1 || len(m.Batches[0].Words) != 12 {
		t.Fatalf("the organiser's batch: %+v", m)
	}
	var w insight.Words
	if manager.get("/api/v1/insights/words", &w); !w.TooFew {
		t.Errorf("managers read before the organiser: %+v", w)
	}
	post := func(path string, body any) {
		t.Helper()
		if err := p.journal.Record(t.Context(), path, "organiser", "", "", body); err != nil {
			t.Fatal(err)
		}
		p.insights.tell()
	}
	post(kiosk.WordsPassed, kiosk.WordsPass{Batch: m.Batches[0].ID})
	awaited(t, "what was let pass", func() bool {
		organiser.get("/api/v1/moderation", &m) // takes the fact in
		manager.get("/api/v1/insights/words", &w)
		return len(w.Words) == 12
	})

	for _, format := range []string{"csv", "words.csv", "xlsx", "jsonl", "xapi.jsonl", "html", "dictionary.csv"} {
		res, err := manager.Get(url + "/api/v1/insights/export/" + format)
		if err != nil || res.StatusCode != http.StatusOK || res.Header.Get("Content-Disposition") == "" {
			t.Errorf("%s over HTTP: %v %v", format, res, err)
		} else {
			res.Body.Close()
		}
		var out, errs bytes.Buffer
		to := filepath.Join(t.TempDir(), "file")
		if code := run(context.Background(), []string{"export", format, "--data", data, "-o", to}, &out, &errs); code != 0 {
			t.Errorf("export %s: %d %s", format, code, errs.String())
			continue
		}
		doc, _ := os.ReadFile(to)
		switch {
		case len(doc) == 0:
			t.Errorf("export %s writes nothing", format)
		case format == "words.csv" && !bytes.Contains(doc, []byte(sentence)):
			t.Errorf("the words are not in %s", doc)
		case format != "words.csv" && bytes.Contains(doc, []byte(sentence)):
			t.Errorf("%s holds a visitor's words", format)
		case format == "csv" && !bytes.Contains(doc, []byte("How")) && !bytes.Contains(doc, []byte("Feeling")):
			t.Errorf("the figures have no words: %.400s", doc)
		}
	}
	var reads int
	if err := p.journal.Own(t.Context(), 0, func(_ int64, f kiosk.Fact) {
		if f.Type == kiosk.InsightsRead && strings.HasPrefix(f.By, "manager·") {
			reads++
		}
	}); err != nil || reads < 9 {
		t.Errorf("%d readings of managers are logged (%v)", reads, err)
	}

	stop()
	var out, errs bytes.Buffer
	if code := run(context.Background(), []string{"rebuild", "--data", data}, &out, &errs); code != 0 || !strings.HasPrefix(out.String(), "12 closed visits are as their facts have them, 0 of them") {
		t.Errorf("rebuild: %d %s %s", code, out.String(), errs.String())
	}
	if code := run(context.Background(), []string{"export", "csv", "--data", t.TempDir()}, &out, &errs); code != exitFault || !strings.Contains(errs.String(), "holds no room") {
		t.Errorf("export of no room: %d %s", code, errs.String())
	}
}

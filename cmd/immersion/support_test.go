package main

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"immersion/kiosk"
	"immersion/kiosk/server"
)

// Known words are planted wherever somebody can write some; the bundle has none.
func TestSupportBundleHoldsNoWords(t *testing.T) {
	p, url, _ := runRoom(t, t.TempDir())
	setup, _ := p.server.SetupPath(t.Context())
	organiser := newBrowser(t, url)
	organiser.post("/api/v1/setup", server.Setup{Token: strings.TrimPrefix(setup, "/setup/"), Organiser: "planted phrase", Manager: "planted phrase too"}, &server.Session{})
	screen := newBrowser(t, url)
	id := screen.pair("entry")
	opening, _ := p.room.Opening()
	visit := kiosk.NewID()
	send := func(typ string, body any) server.Taken {
		f, err := kiosk.NewFact(time.Now(), typ, "", body)
		if err != nil {
			t.Fatal(err)
		}
		f.Visit, f.Station, f.Screen = visit, "entry", id
		var taken server.Taken
		screen.post("/api/v1/facts", map[string]any{"batch": []json.RawMessage{f.Doc()}}, &taken)
		return taken
	}
	for typ, body := range map[string]any{kiosk.VisitOpened: kiosk.Opened{Scenario: p.room.Current().Hash, Opening: opening, Language: "en", Party: 1,
		Badge: kiosk.Badge{Words: "Planted Otter", Code: "PLNT"}}} {
		if taken := send(typ, body); len(taken.Acked) != 1 {
			t.Fatalf("%s: %+v", typ, taken)
		}
	}
	for typ, body := range map[string]any{
		kiosk.StopEntered:  struct{}{},
		kiosk.Reacted:      kiosk.Reaction{Words: "planted in a reaction"},
		kiosk.NotePut:      kiosk.NoteEdit{Note: kiosk.NewID(), Section: kiosk.Sections[0], Text: "planted in a note"},
		kiosk.SentenceTold: kiosk.Sentence{Text: "planted in the sentence"},
		kiosk.PledgeMade:   kiosk.Pledge{Text: "planted in the pledge", When: "planted"},
		kiosk.StopProgress: map[string]string{"at": "planted in progress"},
	} {
		if taken := send(typ, body); len(taken.Acked) != 1 {
			t.Errorf("%s: %+v", typ, taken)
		}
	}
	for _, refused := range []string{"planted.type", kiosk.Assumed, kiosk.ScreenPaired} {
		if taken := send(refused, map[string]string{"planted": "planted in what is refused"}); len(taken.Refused) != 1 {
			t.Errorf("%s: %+v", refused, taken)
		}
	}
	order, _ := json.Marshal(kiosk.Order{Do: kiosk.Message, Text: "planted in a message"})
	for path, body := range map[string]string{"/api/v1/screens/" + id + "/order": string(order),
		"/api/v1/moderation/names": `{"theme":"en:planted","name":"planted name"}`, "/api/v1/session": `{"role":"planted","passphrase":"planted"}`,
		"/api/v1/checkin": `{"planted":"planted`} {
		res, err := organiser.Post(url+path, "application/json", strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		_ = res.Body.Close()
	}
	p.log.Error("a fault that quotes", "error", io.ErrUnexpectedEOF, "what", "planted")

	res, err := organiser.Get(url + "/api/v1/support")
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	doc, _ := io.ReadAll(res.Body)
	bundle, err := zip.NewReader(bytes.NewReader(doc), int64(len(doc)))
	if res.StatusCode != http.StatusOK || err != nil {
		t.Fatalf("%d, %v", res.StatusCode, err)
	}
	parts := map[string]string{}
	for _, f := range bundle.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, _ := io.ReadAll(r)
		parts[f.Name] = string(text)
		for _, word := range []string{"planted", "otter", "plnt", visit} {
			if strings.Contains(strings.ToLower(string(text)), word) {
				t.Errorf("%s holds %q:\n%s", f.Name, word, text)
			}
		}
	}
	for name, want := range map[string]string{
		"about.json": `"started"`, "room.json": `"words_k": 10`, "scenario.json": p.room.Current().Hash, "screens.json": id,
		"ready.json": `"journal": "writable"`, "checklist.json": `"id": "clock"`, "journal.json": `"open": 1`, "warnings.txt": "a fault that quotes", "log.csv": "opening.opened",
	} {
		if !strings.Contains(parts[name], want) {
			t.Errorf("%s does not tell %q:\n%s", name, want, parts[name])
		}
	}
}

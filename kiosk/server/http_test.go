package server

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"
	"testing/fstest"

	"immersion/kiosk"
)

func TestHTTP(t *testing.T) {
	r := startRoom(t)
	callers := map[string]*caller{"nobody": r.nobody(), "screen": r.paired("call"), "organiser": r.organiser(), "helper": r.helper(), "manager": r.manager()}
	for _, c := range []struct {
		name, who, ask string
		body           any
		status         int
		has, hasNot    []string
	}{
		{name: "front page", who: "nobody", ask: "GET /", status: 200, has: []string{"screen"}},
		{name: "a station's address", who: "nobody", ask: "GET /s/call", status: 200, has: []string{"screen"}},
		{name: "asset", who: "nobody", ask: "GET /assets/a.js", status: 200, has: []string{"export"}},
		{name: "no such asset", who: "nobody", ask: "GET /assets/b.js", status: 404, has: []string{`"code":"not_found"`}},
		{name: "asset outside", who: "nobody", ask: "GET /assets/..%2fscreen.html", status: 404},
		{name: "no such page", who: "nobody", ask: "GET /nowhere", status: 404, has: []string{`"code":"not_found"`, `"id":"`}},
		{name: "wrong method", who: "nobody", ask: "DELETE /healthz", status: 405, has: []string{`"code":"invalid"`}},
		{name: "console sends to sign-in", who: "nobody", ask: "GET /console", status: 303},
		{name: "console for screens", who: "screen", ask: "GET /console", status: 303},
		{name: "console for managers", who: "manager", ask: "GET /console", status: 303},
		{name: "console", who: "organiser", ask: "GET /console", status: 200, has: []string{"console"}},
		{name: "insights", who: "manager", ask: "GET /insights", status: 200, has: []string{"insights"}},
		{name: "health", who: "nobody", ask: "GET /healthz", status: 200},
		{name: "ready without sound", who: "nobody", ask: "GET /readyz", status: 200, has: []string{`"ready":true`, "no sound card", hash}},

		{name: "scenario", who: "screen", ask: "GET /api/v1/scenarios/h1", status: 200, has: []string{`"id":"call"`, "Ruth"}, hasNot: []string{answerText}},
		{name: "scenario for nobody", who: "nobody", ask: "GET /api/v1/scenarios/h1", status: 401, hasNot: []string{"Ruth"}},
		{name: "no such scenario", who: "screen", ask: "GET /api/v1/scenarios/h2", status: 404},
		{name: "view", who: "screen", ask: "GET /api/v1/scenarios/h1/stations/call", status: 200, has: []string{"what is wrong here"}, hasNot: []string{answerText, "files"}},
		{name: "no such station", who: "screen", ask: "GET /api/v1/scenarios/h1/stations/x", status: 404},
		{name: "view for managers", who: "manager", ask: "GET /api/v1/scenarios/h1/stations/call", status: 403},
		{name: "file", who: "screen", ask: "GET /api/v1/scenarios/h1/files/call.wav", status: 200, has: []string{"0123456789"}},
		{name: "made file", who: "screen", ask: "GET /api/v1/scenarios/h1/files/call.wav.waveform.json", status: 200, has: []string{"peaks"}},
		{name: "made file for nobody", who: "nobody", ask: "GET /api/v1/scenarios/h1/files/call.wav.waveform.json", status: 401},
		{name: "made file for managers", who: "manager", ask: "GET /api/v1/scenarios/h1/files/secret.mp3", status: 403},
		{name: "made file in the place of another", who: "organiser", ask: "GET /api/v1/scenarios/h1/files/secret.mp3", status: 200, has: []string{"it is silenced"}, hasNot: []string{answerText}},
		{name: "picture", who: "organiser", ask: "GET /api/v1/scenarios/h1/files/ruth.webp", status: 200, has: []string{"picture"}},
		{name: "the scenario's own file", who: "screen", ask: "GET /api/v1/scenarios/h1/files/scenario.yaml", status: 404, hasNot: []string{answerText}},
		{name: "way around", who: "screen", ask: "GET /api/v1/scenarios/h1/files/x%2f..%2fscenario.yaml", status: 404, hasNot: []string{answerText}},
		{name: "file for nobody", who: "nobody", ask: "GET /api/v1/scenarios/h1/files/call.wav", status: 401},
		{name: "file for managers", who: "manager", ask: "GET /api/v1/scenarios/h1/files/call.wav", status: 403},

		{name: "how the files were read", who: "organiser", ask: "GET /api/v1/scenarios", status: 200, has: []string{`"folder":"stories/small"`, `"faults":[]`}},
		{name: "files read again", who: "organiser", ask: "POST /api/v1/scenarios/reload", status: 200, has: []string{`"hash":"h1"`, `"file":"scenario.yaml","line":3,"column":1,"message":"no such key"`}},
		{name: "files for screens", who: "screen", ask: "GET /api/v1/scenarios", status: 403},
		{name: "files for managers", who: "manager", ask: "GET /api/v1/scenarios", status: 403},
		{name: "files read again by nobody", who: "nobody", ask: "POST /api/v1/scenarios/reload", status: 401},

		{name: "words", who: "nobody", ask: "GET /api/v1/words/en", status: 200, has: []string{`"call.play":"Play call"`, `"shell.begin":"Begin"`}},
		{name: "words fall back", who: "nobody", ask: "GET /api/v1/words/de", status: 200, has: []string{`"call.play":"Spielen call"`, `"call.only":"English only"`, `"shell.begin":"Los"`, `"english":["call.only","entry.only","exit.only"]`}},
		{name: "words of a scenario", who: "nobody", ask: "GET /api/v1/words/ar?scenario=h1", status: 200, has: []string{`"shell.begin":"ابدأ"`, `"call.play":"Play call"`}, hasNot: []string{`"shell.begin","`}},
		{name: "words that a scenario says otherwise", who: "nobody", ask: "GET /api/v1/words/de?scenario=h1", status: 200, has: []string{`"shell.begin":"Hinein"`}},
		{name: "words of no scenario", who: "nobody", ask: "GET /api/v1/words/ar", status: 404},
		{name: "words of no such scenario", who: "nobody", ask: "GET /api/v1/words/ar?scenario=h2", status: 404},

		{name: "upload for screens", who: "screen", ask: "POST /api/v1/scenarios?name=x.immersion", status: 403},
		{name: "upload for nobody", who: "nobody", ask: "POST /api/v1/scenarios?name=x.immersion", status: 401},
		{name: "upload of no pack", who: "organiser", ask: "POST /api/v1/scenarios?name=x.immersion", body: "x", status: 400, has: []string{`"code":"invalid"`}},
		{name: "upload without a name", who: "organiser", ask: "POST /api/v1/scenarios", body: "x", status: 400},
		{name: "choose", who: "organiser", ask: "POST /api/v1/scenarios/h1/choose", status: 200, has: []string{`"versions":`}},
		{name: "choose what is not there", who: "organiser", ask: "POST /api/v1/scenarios/h2/choose", status: 404},
		{name: "choose for managers", who: "manager", ask: "POST /api/v1/scenarios/h1/choose", status: 403},
		{name: "no such words", who: "nobody", ask: "GET /api/v1/words/xx", status: 404},

		{name: "room", who: "organiser", ask: "GET /api/v1/room", status: 200, has: []string{`"full":true`, `"station":"call"`}},
		{name: "room for screens", who: "screen", ask: "GET /api/v1/room", status: 403, has: []string{`"code":"forbidden"`}},
		{name: "room for managers", who: "manager", ask: "GET /api/v1/room", status: 403},
		{name: "room for nobody", who: "nobody", ask: "GET /api/v1/room", status: 401, has: []string{`"code":"unauthorised"`}},
		{name: "rehearsal", who: "organiser", ask: "GET /api/v1/rehearsal", status: 200, has: []string{`"running":false`}},
		{name: "rehearsal for managers", who: "manager", ask: "GET /api/v1/rehearsal", status: 403},
		{name: "rehearsal by a screen", who: "screen", ask: "POST /api/v1/rehearsal", status: 403},
		{name: "rehearsal stopped by nobody", who: "nobody", ask: "DELETE /api/v1/rehearsal", status: 401},
		{name: "a rehearsal's token for managers", who: "manager", ask: "POST /api/v1/rehearsal/token", status: 403},
		{name: "a rehearsal without a key", who: "organiser", ask: "GET /api/v1/rehearsal/walk", status: 401},
		{name: "a link into the insights", who: "nobody", ask: "GET /insights?view=shift&cohort=department:it", status: 303},
		{name: "the wall for managers", who: "manager", ask: "GET /wall", status: 200, has: []string{"wall"}},
		{name: "the desk of words for managers", who: "manager", ask: "GET /words", status: 303},
		{name: "the desk of words", who: "organiser", ask: "GET /words", status: 200, has: []string{"desk"}},
		{name: "waveform for managers", who: "manager", ask: "GET /api/v1/scenarios/h1/stations/entry/waveform", status: 404, has: []string{"plays no recording"}},
		{name: "waveform for screens", who: "screen", ask: "GET /api/v1/scenarios/h1/stations/call/waveform", status: 403},
		{name: "insights for screens", who: "screen", ask: "GET /api/v1/insights", status: 403},
		{name: "insights for managers", who: "manager", ask: "GET /api/v1/insights", status: 200, has: []string{"tooFew"}},
		{name: "insights for organisers", who: "organiser", ask: "GET /api/v1/insights", status: 200},
		{name: "a cohort", who: "manager", ask: "GET /api/v1/insights?scenario=h1&cohort=department:it", status: 200, has: []string{`"scenario":"h1"`, `"cohort":"department:it"`, `"view":"release"`}},
		{name: "a free range of time", who: "manager", ask: "GET /api/v1/insights?cohort=from:2026-11-01", status: 400, has: []string{"department:ID"}},
		{name: "heat", who: "manager", ask: "GET /api/v1/insights/across?partition=department&figure=feeling", status: 200, has: []string{`"view":"across"`, `"figure":"feeling"`, `"cohort":"department:"`}},
		{name: "wall for screens", who: "screen", ask: "GET /api/v1/insights/wall", status: 403},
		{name: "wall for nobody", who: "nobody", ask: "GET /api/v1/insights/wall", status: 401},
		{name: "words for screens", who: "screen", ask: "GET /api/v1/insights/words", status: 403},
		{name: "debrief for screens", who: "screen", ask: "GET /api/v1/insights/debrief", status: 403},
		{name: "debrief ended by managers", who: "manager", ask: "DELETE /api/v1/insights/debrief/o1", status: 403},
		{name: "debrief ended", who: "organiser", ask: "DELETE /api/v1/insights/debrief/o1", status: 204},
		{name: "export", who: "manager", ask: "GET /api/v1/insights/export/csv?cohort=month:2026-11&language=de", status: 200, has: []string{"csv http://", "month:2026-11 Los"}},
		{name: "export for screens", who: "screen", ask: "GET /api/v1/insights/export/csv", status: 403},
		{name: "export for nobody", who: "nobody", ask: "GET /api/v1/insights/export/xlsx", status: 401},
		{name: "no such export", who: "manager", ask: "GET /api/v1/insights/export/pdf", status: 404, has: []string{"xapi.jsonl"}},
		{name: "moderation for managers", who: "manager", ask: "GET /api/v1/moderation", status: 403},
		{name: "moderation for screens", who: "screen", ask: "POST /api/v1/moderation/batch", body: "{}", status: 403},
		{name: "moderation", who: "organiser", ask: "GET /api/v1/moderation", status: 200, has: []string{`"waiting":3`}},
		{name: "a batch", who: "organiser", ask: "POST /api/v1/moderation/batch", body: "{}", status: 200, has: []string{`"waiting":3`}},
		{name: "masked", who: "organiser", ask: "POST /api/v1/moderation/words", body: kiosk.WordsJudgement{Words: "a", Did: "mask"}, status: 204},
		{name: "done otherwise", who: "organiser", ask: "POST /api/v1/moderation/words", body: kiosk.WordsJudgement{Words: "a", Did: "delete"}, status: 400, has: []string{"restore"}},
		{name: "passed by managers", who: "manager", ask: "POST /api/v1/moderation/passed", body: kiosk.WordsPass{Batch: "b"}, status: 403},
		{name: "a theme named", who: "organiser", ask: "POST /api/v1/moderation/names", body: kiosk.ThemeName{Theme: "en:wait", Name: "Waiting"}, status: 204},
		{name: "a theme merged into itself", who: "organiser", ask: "POST /api/v1/moderation/merges", body: kiosk.ThemeMerge{Theme: "en:wait", Into: "en:wait"}, status: 400},
		{name: "privacy", who: "manager", ask: "GET /api/v1/privacy", status: 200, has: []string{`"setting":"words_k","value":"10"`, `"setting":"k","value":"5"`}},
		{name: "privacy set by managers", who: "manager", ask: "PUT /api/v1/privacy", body: kiosk.Promises{K: 5, WordsK: 10}, status: 403},
		{name: "privacy given back by managers", who: "manager", ask: "DELETE /api/v1/privacy", status: 403},
		{name: "privacy that was not set, given back", who: "organiser", ask: "DELETE /api/v1/privacy", status: 409},
		{name: "privacy below the floor", who: "organiser", ask: "PUT /api/v1/privacy", body: kiosk.Promises{K: 2, WordsK: 10}, status: 400, has: []string{"3 or more"}},
		{name: "privacy raised", who: "organiser", ask: "PUT /api/v1/privacy", body: kiosk.Promises{K: 7, WordsK: 12, Retention: kiosk.Retention{Visits: 30}}, status: 204},
		{name: "privacy as it was set", who: "manager", ask: "GET /api/v1/privacy", status: 200, has: []string{`"setting":"k","value":"7"`, `"file":{"k":5`, `"by":"organiser·`, `"may":false`, `"holds":{"k":7,"wordsK":12}`}},
		{name: "privacy given back", who: "organiser", ask: "DELETE /api/v1/privacy", status: 204},
		{name: "privacy for screens", who: "screen", ask: "GET /api/v1/privacy", status: 403},
		{name: "close the doors as a screen", who: "screen", ask: "PUT /api/v1/opening", body: PhaseOrder{kiosk.DoorsClosed}, status: 403},
		{name: "pause as a manager", who: "manager", ask: "PUT /api/v1/pause", body: PauseOrder{true}, status: 403},
		{name: "resume what runs", who: "organiser", ask: "PUT /api/v1/pause", body: PauseOrder{false}, status: 409},
		{name: "the checklist for screens", who: "screen", ask: "GET /api/v1/checklist", status: 403},
		{name: "an order of a screen", who: "screen", ask: "POST /api/v1/screens/all/order", body: kiosk.Order{Do: kiosk.Reload}, status: 403},
		{name: "an order for no screen", who: "organiser", ask: "POST /api/v1/screens/none/order", body: kiosk.Order{Do: kiosk.Reload}, status: 404},
		{name: "an order of nothing", who: "organiser", ask: "POST /api/v1/screens/all/order", body: kiosk.Order{Do: "dance"}, status: 400, has: []string{"identify"}},
		{name: "screens for screens", who: "screen", ask: "GET /api/v1/screens", status: 403},
		{name: "approve as a manager", who: "manager", ask: "POST /api/v1/screens/approve", body: Approval{}, status: 403},
		{name: "facts for nobody", who: "nobody", ask: "POST /api/v1/facts", body: Facts{}, status: 401},
		{name: "facts for organisers", who: "organiser", ask: "POST /api/v1/facts", body: Facts{}, status: 403},
		{name: "check in for nobody", who: "nobody", ask: "POST /api/v1/checkin", body: CheckIn{Code: "AAAA"}, status: 401},
		{name: "socket for nobody", who: "nobody", ask: "GET /api/v1/socket", status: 401},
		{name: "socket without upgrade", who: "screen", ask: "GET /api/v1/socket", status: 400},
		{name: "watch for screens", who: "screen", ask: "GET /api/v1/watch", status: 403},

		{name: "sound", who: "organiser", ask: "GET /api/v1/sound", status: 200, has: []string{`"ready":false`, `"id":"exit"`, `"id":"call"`, `"length":8000`}},
		{name: "sound for managers", who: "manager", ask: "GET /api/v1/sound", status: 403},
		{name: "chime without a card", who: "organiser", ask: "POST /api/v1/sound", body: SoundOrder{Do: "chime"}, status: 503, has: []string{"no sound card", `"code":"unavailable"`}},
		{name: "announce without a card", who: "organiser", ask: "POST /api/v1/sound", body: SoundOrder{Do: "announce", ID: "exit"}, status: 503},
		{name: "announce nothing", who: "organiser", ask: "POST /api/v1/sound", body: SoundOrder{Do: "announce"}, status: 404},
		{name: "recite at a station without a recording", who: "organiser", ask: "POST /api/v1/sound", body: SoundOrder{Do: "recite", ID: "exit"}, status: 404},
		{name: "too loud", who: "organiser", ask: "POST /api/v1/sound", body: SoundOrder{Do: "set", Channel: kiosk.Speech, Volume: 101}, status: 400},
		{name: "no such channel", who: "organiser", ask: "POST /api/v1/sound", body: SoundOrder{Do: "set", Channel: "radio"}, status: 400},
		{name: "no such order", who: "organiser", ask: "POST /api/v1/sound", body: SoundOrder{Do: "sing"}, status: 400, has: []string{"announce, recite"}},
		{name: "sound order of a screen", who: "screen", ask: "POST /api/v1/sound", body: SoundOrder{Do: "stop"}, status: 403},
		{name: "words of a recording", who: "screen", ask: "GET /api/v1/scenarios/h1/stations/call/captions", status: 200, has: []string{`{"captions":[{"speaker":"Ruth","from":1200,"to":2000,"text":"Hello."}]}`}},
		{name: "words of no recording", who: "screen", ask: "GET /api/v1/scenarios/h1/stations/exit/captions", status: 404},
		{name: "words of an announcement", who: "screen", ask: "GET /api/v1/scenarios/h1/announcements/exit/captions", status: 200, has: []string{`{"captions":[]}`}},
		{name: "words for managers", who: "manager", ask: "GET /api/v1/scenarios/h1/stations/call/captions", status: 403},
		{name: "the announcement's file", who: "screen", ask: "GET /api/v1/scenarios/h1/files/exit.wav", status: 404},
		{name: "qr", who: "organiser", ask: "GET /api/v1/qr?path=/s/call", status: 200, has: []string{"PNG"}},
		{name: "qr elsewhere", who: "organiser", ask: "GET /api/v1/qr?path=//evil.example", status: 400},
		{name: "open twice", who: "organiser", ask: "PUT /api/v1/opening", body: PhaseOrder{kiosk.DoorsOpen}, status: 409, has: []string{`"code":"conflict"`}},
		{name: "close no visit", who: "organiser", ask: "POST /api/v1/visits/01890000-0000-7000-8000-000000000000/order", body: `{"do":"close"}`, status: 404},
		{name: "order of no kind", who: "organiser", ask: "POST /api/v1/visits/01890000-0000-7000-8000-000000000000/order", body: `{"do":"hurry"}`, status: 400, has: []string{"merge"}},
		{name: "order to a visit with no id", who: "organiser", ask: "POST /api/v1/visits/all/order", body: `{"do":"close"}`, status: 400},
		{name: "order to a visit by a screen", who: "screen", ask: "POST /api/v1/visits/01890000-0000-7000-8000-000000000000/order", body: `{"do":"close"}`, status: 403},
		{name: "undo by a manager", who: "manager", ask: "POST /api/v1/visits/01890000-0000-7000-8000-000000000000/undo", body: VisitUndo{kiosk.NewID()}, status: 403},
		{name: "assign no screen", who: "organiser", ask: "POST /api/v1/screens/none/assign", body: map[string]string{"station": "call"}, status: 404},
		{name: "unknown key", who: "organiser", ask: "POST /api/v1/screens/approve", body: `{"user_cod":"X"}`, status: 400, has: []string{"user_cod"}},
		{name: "two documents", who: "organiser", ask: "POST /api/v1/screens/approve", body: `{} {}`, status: 400},
		{name: "no document", who: "organiser", ask: "POST /api/v1/screens/approve", body: ``, status: 400},
		{name: "no such code", who: "organiser", ask: "POST /api/v1/screens/approve", body: Approval{UserCode: "XXX-XXX"}, status: 404},
		{name: "no such role", who: "nobody", ask: "POST /api/v1/session", body: SignIn{"screen", "x"}, status: 400},
		{name: "wrong passphrase", who: "nobody", ask: "POST /api/v1/session", body: SignIn{"organiser", "wrong"}, status: 401},
		{name: "the other's passphrase", who: "nobody", ask: "POST /api/v1/session", body: SignIn{"organiser", testPassphrase + " too"}, status: 401},
		{name: "station unknown", who: "nobody", ask: "POST /api/v1/screens", body: PairingRequest{"nowhere"}, status: 404},
		{name: "device unknown", who: "nobody", ask: "POST /api/v1/screens/token", body: TokenRequest{"x"}, status: 400, has: []string{`{"error":"expired_token"}`}},
	} {
		t.Run(c.name, func(t *testing.T) {
			method, path, _ := strings.Cut(c.ask, " ")
			res, answer := callers[c.who].ask(method, path, c.body)
			if res.StatusCode != c.status {
				t.Errorf("%s is %d, not %d: %s", c.ask, res.StatusCode, c.status, answer)
			}
			for _, s := range c.has {
				if !strings.Contains(answer, s) {
					t.Errorf("no %s in %s", s, answer)
				}
			}
			for _, s := range append(c.hasNot, "goroutine") {
				if strings.Contains(answer, s) {
					t.Errorf("%s in %s", s, answer)
				}
			}
			if res.StatusCode >= 400 && strings.HasPrefix(path, "/api/") && !strings.Contains(answer, `"error"`) {
				checkProblem(t, res, answer)
			}
		})
	}
}

func checkProblem(t *testing.T, res *http.Response, answer string) {
	t.Helper()
	var p Problem
	if err := json.Unmarshal([]byte(answer), &p); err != nil {
		t.Fatalf("%v in %s", err, answer)
	}
	if got := res.Header.Get("Content-Type"); got != "application/problem+json" {
		t.Errorf("Content-Type is %q", got)
	}
	if p.Status != res.StatusCode || p.Code == "" || p.ID == "" || p.Detail == "" || p.Title == "" || p.Type == "" {
		t.Errorf("not a whole problem: %+v", p)
	}
}

func TestHeaders(t *testing.T) {
	r := startRoom(t)
	screen := r.paired("call")
	for path, want := range map[string]map[string]string{
		"/":                                     {"Cache-Control": "no-cache", "Content-Security-Policy": "frame-ancestors 'none'", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"},
		"/assets/a.js":                          {"Cache-Control": "immutable", "Content-Type": "text/javascript"},
		"/api/v1/scenarios/h1/stations/call":    {"Cache-Control": "immutable"},
		"/api/v1/scenarios/h1/files/call.wav":   {"Cache-Control": "no-store", "Accept-Ranges": "bytes", "Content-Type": "audio/wav"},
		"/api/v1/scenarios/h1/files/secret.mp3": {"Cache-Control": "no-store", "Accept-Ranges": "bytes", "Content-Type": "audio/wav"},
		"/api/v1/words/en":                      {"ETag": `"`},
	} {
		res, _ := screen.ask("GET", path, nil)
		for name, part := range want {
			if got := res.Header.Get(name); !strings.Contains(got, part) {
				t.Errorf("%s: %s is %q, without %q", path, name, got, part)
			}
		}
	}
	screen.headers = map[string]string{"Range": "bytes=2-4"}
	if res, part := screen.ask("GET", "/api/v1/scenarios/h1/files/call.wav", nil); res.StatusCode != 206 || part != "234" {
		t.Errorf("a range is %d %q", res.StatusCode, part)
	}
}

func TestForeignOrigin(t *testing.T) {
	r := startRoom(t)
	o := r.organiser()
	o.headers = map[string]string{"Origin": "http://evil.example"}
	if res, answer := o.ask("PUT", "/api/v1/opening", PhaseOrder{kiosk.DoorsClosed}); res.StatusCode != 403 {
		t.Errorf("another site's page closed the doors: %d %s", res.StatusCode, answer)
	}
	if _, res, err := o.dial("/api/v1/watch"); err == nil || res.StatusCode != 403 {
		t.Errorf("another site's page watches: %v %v", res, err)
	}
	screen := r.paired("call")
	screen.headers = o.headers
	if _, res, err := screen.dial("/api/v1/socket"); err == nil || res.StatusCode != 403 {
		t.Errorf("another site's page is a screen: %v %v", res, err)
	}
	screen.headers = map[string]string{"Origin": r.url}
	if _, _, err := screen.dial("/api/v1/socket"); err != nil {
		t.Errorf("the server's own page is refused: %v", err)
	}
}

func TestBodyLimit(t *testing.T) {
	r := startRoom(t)
	screen := r.paired("call")
	screen.headers = map[string]string{"Expect": "100-continue"} // so that the answer comes before the body
	res, answer := screen.ask("POST", "/api/v1/facts", `{"batch":["`+strings.Repeat("x", 2<<20)+`"]}`)
	if res.StatusCode != 413 {
		t.Errorf("2 MiB are %d", res.StatusCode)
	}
	checkProblem(t, res, answer)
}

func TestPagesNotBuilt(t *testing.T) {
	r := startRoom(t, func(_ *kiosk.Settings, d *Deps) { d.Pages = fstest.MapFS{} })
	if res, answer := r.nobody().ask("GET", "/", nil); res.StatusCode != 503 || !strings.Contains(answer, "make build") {
		t.Errorf("%d %s", res.StatusCode, answer)
	}
}

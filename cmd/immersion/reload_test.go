package main

import (
	"context"
	"encoding/json"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"immersion/config"
	"immersion/kiosk"
	"immersion/kiosk/rehearse"
	"immersion/kiosk/server"
)

// folderRoom is the real program on a real folder.
type folderRoom struct {
	*rehearse.Process
	t       *testing.T
	address string
	data    string
	folder  string
	client  *http.Client // the organiser's
	shown   map[*rehearse.Screen]kiosk.ScreenState
}

// runFolder runs the program on a copy of the scenario that comes with it.
func runFolder(t *testing.T) *folderRoom {
	t.Helper()
	shipped, err := fs.Sub(config.Shipped(), config.ShippedScenario)
	if err != nil {
		t.Fatal(err)
	}
	r := &folderRoom{t: t, data: t.TempDir(), folder: filepath.Join(t.TempDir(), "story"), shown: map[*rehearse.Screen]kiosk.ScreenState{}}
	if err := os.CopyFS(r.folder, shipped); err != nil {
		t.Fatal(err)
	}
	if r.address, err = rehearse.FreeAddress(); err != nil {
		t.Fatal(err)
	}
	r.start(r.folder)
	if r.client, err = r.SetUp(t.Context(), "a long passphrase", "another passphrase"); err != nil {
		t.Fatal(err)
	}
	return r
}

func (r *folderRoom) start(scenario ...string) {
	r.t.Helper()
	path, err := built()
	if err != nil {
		r.t.Fatal(err)
	}
	if r.Process, err = rehearse.Start(path, r.address, append([]string{"--data", r.data}, scenario...)...); err != nil {
		r.t.Fatal(err)
	}
	r.t.Cleanup(r.Kill)
}

func (r *folderRoom) restart(scenario ...string) {
	r.t.Helper()
	if out, err := r.Stop(); err != nil {
		r.t.Fatalf("%v: %s", err, out)
	}
	r.start(scenario...)
}

// ask gives the answer's body.
func (r *folderRoom) ask(method, path string) string {
	r.t.Helper()
	req, _ := http.NewRequestWithContext(r.t.Context(), method, r.URL+path, nil)
	res, err := r.client.Do(req)
	if err != nil {
		r.t.Fatal(err)
	}
	defer res.Body.Close()
	b, _ := io.ReadAll(res.Body)
	if res.StatusCode != http.StatusOK {
		r.t.Fatalf("%s %s: %d %s", method, path, res.StatusCode, b)
	}
	return string(b)
}

func (r *folderRoom) loaded(method, path string) server.Loaded {
	r.t.Helper()
	var l server.Loaded
	if err := json.Unmarshal([]byte(r.ask(method, path)), &l); err != nil {
		r.t.Fatal(err)
	}
	return l
}

// until waits for the files to be read as told.
func (r *folderRoom) until(what string, is func(server.Loaded) bool) server.Loaded {
	r.t.Helper()
	for end := time.Now().Add(time.Minute); ; time.Sleep(20 * time.Millisecond) {
		l := r.loaded("GET", "/api/v1/scenarios")
		if is(l) {
			return l
		}
		if time.Now().After(end) {
			r.t.Fatalf("%s: not in a minute: %+v", what, l)
		}
	}
}

func (r *folderRoom) version() string { return r.loaded("GET", "/api/v1/scenarios").Hash }

// write writes a file of the folder anew, by renaming, as many editors do.
func (r *folderRoom) write(name, text string) {
	r.t.Helper()
	path := filepath.Join(r.folder, name)
	if err := os.WriteFile(path+".new", []byte(text), 0o644); err != nil {
		r.t.Fatal(err)
	}
	if err := os.Rename(path+".new", path); err != nil {
		r.t.Fatal(err)
	}
}

func (r *folderRoom) read(name string) string {
	r.t.Helper()
	b, err := os.ReadFile(filepath.Join(r.folder, name))
	if err != nil {
		r.t.Fatal(err)
	}
	return string(b)
}

// connected is a screen of the room with its state.
func (r *folderRoom) connected(s *rehearse.Screen) kiosk.ScreenState {
	r.t.Helper()
	st, err := s.Connect(r.t.Context())
	if err != nil {
		r.t.Fatal(err)
	}
	r.t.Cleanup(s.Close)
	r.shown[s] = st
	return st
}

func (r *folderRoom) screen(station string) *rehearse.Screen {
	r.t.Helper()
	s, err := rehearse.Pair(r.t.Context(), r.URL, station)
	if err != nil {
		r.t.Fatal(err)
	}
	return s
}

// tell sends facts and waits until they are on disk. What they change may be
// shown before.
func (r *folderRoom) tell(s *rehearse.Screen, docs ...[]byte) {
	r.t.Helper()
	if err := s.Send(docs...); err != nil {
		r.t.Fatal(err)
	}
	for acked := 0; acked < len(docs); {
		f, err := s.Read()
		if err != nil || f.Type == "refuse" {
			r.t.Fatalf("not taken: %v %+v", err, f)
		}
		switch f.Type {
		case "ack":
			acked += len(f.IDs)
		case "state":
			r.shown[s] = f.ScreenState
		}
	}
}

// state waits until the screen shows a state.
func (r *folderRoom) state(s *rehearse.Screen, is func(kiosk.ScreenState) bool) {
	r.t.Helper()
	ctx, cancel := context.WithTimeout(r.t.Context(), time.Minute)
	defer cancel()
	defer context.AfterFunc(ctx, s.Close)()
	for !is(r.shown[s]) {
		f, err := s.Read()
		if err != nil {
			r.t.Fatalf("the screen is not told: %v", err)
		}
		if f.Type == "state" {
			r.shown[s] = f.ScreenState
		}
	}
}

// logged waits for the log to tell that a version came by saving files, once.
func (r *folderRoom) logged(version string) {
	r.t.Helper()
	for end := time.Now().Add(10 * time.Second); ; time.Sleep(20 * time.Millisecond) {
		var log server.Log
		if err := json.Unmarshal([]byte(r.ask("GET", "/api/v1/log?language=en")), &log); err != nil {
			r.t.Fatal(err)
		}
		var saved []server.LogLine
		for _, l := range log.Lines {
			if l.Type == kiosk.ScenarioUsed && l.By == kiosk.ByFile {
				saved = append(saved, l)
			}
		}
		if len(saved) > 0 {
			if want := "Files were saved: new visits get version " + version[:8]; len(saved) > 1 || saved[0].Says != want || saved[0].Values["scenario"] != version {
				r.t.Errorf("the log: %+v", saved)
			}
			return
		}
		if time.Now().After(end) {
			r.t.Fatalf("the log does not tell it: %+v", log.Lines)
		}
	}
}

// A visit stays on the version it began with: after a save, after a restart on
// another folder, and with that folder gone. New visits get the new version.
func TestVisitsStayOnTheirVersion(t *testing.T) {
	r := runFolder(t)
	entry, call := r.screen("entry"), r.screen("call")
	visitor, opened := rehearse.Arrive(entry.ID, r.connected(entry), "entry", kiosk.Badge{Words: "Amber Otter", Colour: "#b45309", Code: "AAAA"})
	r.tell(entry, opened)
	old := r.version()
	picture := r.ask("GET", "/api/v1/scenarios/"+old+"/files/ruth.svg")

	r.write("ruth.svg", strings.Replace(r.read("ruth.svg"), "<svg", "<!-- other --><svg", 1))
	now := r.until("a saved picture", func(l server.Loaded) bool { return l.Hash != old && len(l.Faults) == 0 }).Hash
	r.state(entry, func(st kiosk.ScreenState) bool { return st.Scenario == now })
	r.logged(now)
	if st := r.connected(call); len(st.Expected) != 1 || st.Expected[0].Visit != visitor.Visit || st.Scenario != now {
		t.Errorf("a screen of the new version does not expect the visitor: %+v", st)
	}

	r.restart() // with the scenario that comes with the program
	if err := os.RemoveAll(r.folder); err != nil {
		t.Fatal(err)
	}
	for hash, same := range map[string]bool{old: true, now: false} {
		got := r.ask("GET", "/api/v1/scenarios/"+hash+"/files/ruth.svg")
		if (got == picture) != same {
			t.Errorf("the picture of %s is %.60s", hash, got)
		}
	}
	if st := r.connected(call); len(st.Expected) != 1 {
		t.Errorf("the visit is not there after the start: %+v", st)
	}
	onCall := *visitor
	onCall.Station = "call"
	moved := func(typ string, body any) []byte {
		var f kiosk.Fact
		_ = json.Unmarshal(onCall.Fact(typ, body), &f)
		f.Screen = call.ID
		return f.Doc()
	}
	r.tell(call, moved(kiosk.StopEntered, struct{}{}), moved(kiosk.Reacted, kiosk.Reaction{Valence: -2}))
	r.state(call, func(st kiosk.ScreenState) bool { return st.Visit != nil && st.Visit.Scenario == old })
}

func TestFaultyFilesLeaveTheRoomAsItIs(t *testing.T) {
	r := runFolder(t)
	good := r.version()
	text := r.read("scenario.yaml")
	faulty := func(l server.Loaded) bool { return l.Hash == good && len(l.Faults) > 0 }
	sound := func(l server.Loaded) bool { return l.Hash == good && len(l.Faults) == 0 }

	r.write("scenario.yaml", "titel: x\n"+text)
	if f := r.until("a faulty file", faulty).Faults[0]; f.File != "scenario.yaml" || f.Line != 1 || f.Column != 1 || f.Near != "title" || f.Source != "titel: x" {
		t.Errorf("told as %+v", f)
	}
	r.write("scenario.yaml", text)
	r.until("the file mended", sound)

	if err := os.Rename(filepath.Join(r.folder, "call.vtt"), filepath.Join(r.folder, ".call.vtt")); err != nil {
		t.Fatal(err)
	}
	if f := r.until("a file that vanished", faulty).Faults[0]; f.File != "call.yaml" || !strings.Contains(f.Message, "call.vtt") {
		t.Errorf("told as %+v", f)
	}
	if err := os.Rename(filepath.Join(r.folder, ".call.vtt"), filepath.Join(r.folder, "call.vtt")); err != nil {
		t.Fatal(err)
	}
	r.until("the file back", sound)

	if err := os.Rename(r.folder, r.folder+".away"); err != nil {
		t.Fatal(err)
	}
	if f := r.until("a folder that vanished", faulty).Faults[0]; f.File != "." || !strings.Contains(f.Message, "no such file") {
		t.Errorf("told as %+v", f)
	}
	if err := os.Rename(r.folder+".away", r.folder); err != nil {
		t.Fatal(err)
	}
	r.until("the folder back", sound)

	if err := os.Mkdir(filepath.Join(r.folder, "more"), 0o755); err != nil {
		t.Fatal(err)
	}
	time.Sleep(2 * quiet) // the new folder is watched by then, or read with the file in it
	r.write("more/notes.txt", "a new folder is watched too\n")
	r.logged(r.until("a file in a new folder", func(l server.Loaded) bool { return l.Hash != good && len(l.Faults) == 0 }).Hash)
}

// The button and the signal read the files even when nothing changed.
func TestReloadWhenAsked(t *testing.T) {
	r := runFolder(t)
	before := r.loaded("GET", "/api/v1/scenarios")
	if before.Folder != r.folder || len(before.Faults) > 0 {
		t.Errorf("%+v", before)
	}
	time.Sleep(2 * time.Millisecond)
	pressed := r.loaded("POST", "/api/v1/scenarios/reload")
	if pressed.Hash != before.Hash || pressed.At <= before.At {
		t.Errorf("the button: %+v after %+v", pressed, before)
	}
	time.Sleep(2 * time.Millisecond)
	if err := syscall.Kill(r.PID, syscall.SIGHUP); err != nil {
		t.Fatal(err)
	}
	r.until("the signal", func(l server.Loaded) bool { return l.Hash == before.Hash && l.At > pressed.At })
}

func TestServePack(t *testing.T) {
	r := runFolder(t)
	pack := filepath.Join(t.TempDir(), "story.immersion")
	makePack := func() string {
		t.Helper()
		var out strings.Builder
		if code := run(t.Context(), []string{"pack", r.folder, "-o", pack}, &out, &out); code != 0 {
			t.Fatalf("pack exits with %d: %s", code, &out)
		}
		return strings.TrimSpace(out.String())
	}
	first := makePack()
	if r.version() != first {
		t.Errorf("the pack is version %s, its folder %s", first, r.version())
	}
	r.restart(pack)
	if l := r.loaded("GET", "/api/v1/scenarios"); l.Hash != first || l.Folder != pack {
		t.Errorf("%+v", l)
	}
	r.write("notes.txt", "another version\n")
	second := makePack()
	r.until("another pack", func(l server.Loaded) bool { return l.Hash == second && len(l.Faults) == 0 })
	if err := os.WriteFile(pack, []byte("no pack\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	l := r.until("what is no pack", func(l server.Loaded) bool { return len(l.Faults) == 1 })
	if l.Hash != second || !strings.Contains(l.Faults[0].Message, "cannot be read as a pack") {
		t.Errorf("%+v", l)
	}
}

// Versions that no visit is on are dropped; those of open visits and of closed
// ones stay.
func TestSweepKeepsWhatVisitsNeed(t *testing.T) {
	data := t.TempDir()
	p, url, _ := runRoom(t, data)
	folder := filepath.Join(data, versionsFolder)
	file := func(hash string) string { return filepath.Join(folder, hash+config.PackSuffix) }
	current := p.room.Current().Hash
	long := time.Now().Add(-2 * config.Lingers)
	take := func(note string) string {
		t.Helper()
		dir := t.TempDir()
		shipped, _ := fs.Sub(config.Shipped(), config.ShippedScenario)
		if err := os.CopyFS(dir, shipped); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "notes.txt"), []byte(note), 0o644); err != nil {
			t.Fatal(err)
		}
		s, faults, err := p.scenarios.versions.Take(os.DirFS(dir))
		if err != nil || len(faults) > 0 {
			t.Fatal(err, faults)
		}
		return s.Hash
	}
	visited, unused := take("visited"), take("unused")
	for _, hash := range []string{current, visited, unused} {
		if err := os.Chtimes(file(hash), long, long); err != nil {
			t.Fatal(err)
		}
	}
	screen := newBrowser(t, url)
	id := screen.pair("entry")
	opening, _ := p.room.Opening()
	f, _ := kiosk.NewFact(time.Now(), kiosk.VisitOpened, "", kiosk.Opened{Scenario: visited, Opening: opening,
		Language: "en", Party: 1, Badge: kiosk.Badge{Words: "Amber Otter", Code: "AAAA"}})
	f.Visit, f.Station, f.Screen = kiosk.NewID(), "entry", id
	var taken server.Taken
	screen.post("/api/v1/facts", map[string]any{"batch": []json.RawMessage{f.Doc()}}, &taken)
	if len(taken.Acked) != 1 {
		t.Fatalf("a visit on a version from before is not taken: %+v", taken)
	}
	if err := p.scenarios.sweep(t.Context(), p.insights, p.made); err != nil {
		t.Fatal(err)
	}
	for hash, want := range map[string]bool{current: true, visited: true, unused: false} {
		if _, err := os.Stat(file(hash)); (err == nil) != want {
			t.Errorf("version %s: %v", hash, err)
		}
	}
}

func TestDataApartFromTheScenario(t *testing.T) {
	for _, c := range []struct {
		folder, data string
		apart        bool
	}{
		{"/rooms/story", "/rooms/data", true},
		{"/rooms/story", "/rooms/story-data", true},
		{"/rooms/data/story", "/rooms/data", true},
		{"/rooms/story", "/rooms/story/data", false},
		{"/rooms/story", "/rooms/story", false},
	} {
		if err := apart(c.folder, c.data); (err == nil) != c.apart {
			t.Errorf("%s with data in %s: %v", c.folder, c.data, err)
		}
	}
}

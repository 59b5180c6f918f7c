package main

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"immersion/kiosk"
	"immersion/kiosk/server"
)

// upload sends a pack as the console does.
func (r *folderRoom) upload(name string, pack []byte) (status int, up server.Uploaded, problem server.Problem) {
	r.t.Helper()
	req, _ := http.NewRequestWithContext(r.t.Context(), "POST", r.URL+"/api/v1/scenarios?name="+name, bytes.NewReader(pack))
	res, err := r.client.Do(req)
	if err != nil {
		r.t.Fatal(err)
	}
	defer res.Body.Close()
	b, _ := io.ReadAll(res.Body)
	_ = json.Unmarshal(b, &up)
	_ = json.Unmarshal(b, &problem)
	return res.StatusCode, up, problem
}

// pack gives what `immersion pack` makes of a folder, and its version.
func packOf(t *testing.T, folder string) (doc []byte, version string) {
	t.Helper()
	var out strings.Builder
	to := filepath.Join(t.TempDir(), "story.immersion")
	if code := run(t.Context(), []string{"pack", folder, "-o", to}, &out, &out); code != 0 {
		t.Fatalf("pack exits with %d: %s", code, &out)
	}
	doc, err := os.ReadFile(to)
	if err != nil {
		t.Fatal(err)
	}
	return doc, strings.TrimSpace(out.String())
}

func zipped(t *testing.T, method uint16, files map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, text := range files {
		f, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: method})
		if err == nil {
			_, err = f.Write([]byte(text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// What an organiser uploads holds: over saved files, over restarts, until they
// go back or the room is started with something else.
func TestUploadHolds(t *testing.T) {
	r := runFolder(t)
	first := r.version()
	other := filepath.Join(t.TempDir(), "other")
	if err := os.CopyFS(other, os.DirFS(r.folder)); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(other, "notes.txt"), []byte("another version"), 0o644); err != nil {
		t.Fatal(err)
	}
	pack, version := packOf(t, other)
	if status, up, _ := r.upload("other.immersion", pack); status != 200 || len(up.Faults) > 0 {
		t.Fatalf("%d %+v", status, up)
	}
	l := r.loaded("GET", "/api/v1/scenarios")
	if l.Hash != version || !l.Chosen || len(l.Versions) != 2 || l.Versions[0].From != "other.immersion" || !l.Versions[0].Uploaded || l.Versions[1].Hash != first {
		t.Fatalf("after the upload: %+v", l)
	}
	r.write("notes.txt", "saved meanwhile")
	r.restart(r.folder)
	if l := r.loaded("GET", "/api/v1/scenarios"); l.Hash != version || !l.Chosen {
		t.Errorf("after a restart: %+v", l)
	}
	r.restart() // with the scenario that comes with the program, on which nothing was uploaded
	if l := r.loaded("GET", "/api/v1/scenarios"); l.Chosen || l.Folder != "" {
		t.Errorf("started with another: %+v", l)
	}
	r.restart(r.folder)
	if l := r.loaded("POST", "/api/v1/scenarios/reload"); l.Chosen || l.Hash == version || l.Hash == first {
		t.Errorf("back to the files: %+v", l)
	}
	if l := r.loaded("POST", "/api/v1/scenarios/"+version+"/choose"); l.Hash != version || !l.Chosen {
		t.Errorf("chosen again: %+v", l)
	}
}

// `serve` without arguments goes on with what was uploaded.
func TestUploadOverTheShipped(t *testing.T) {
	r := runFolder(t)
	pack, version := packOf(t, r.folder)
	r.restart()
	if err := os.WriteFile(filepath.Join(r.folder, "notes.txt"), []byte("x"), 0o644); err != nil {
		t.Fatal(err)
	}
	pack, version = packOf(t, r.folder)
	if status, _, problem := r.upload("story.immersion", pack); status != 200 {
		t.Fatalf("%d %+v", status, problem)
	}
	r.restart()
	if l := r.loaded("GET", "/api/v1/scenarios"); l.Hash != version || !l.Chosen || l.Folder != "" {
		t.Errorf("%+v", l)
	}
}

// What is no pack, or a hostile one, is refused with a code; a scenario with
// faults tells them. Neither changes anything.
func TestUploadRefused(t *testing.T) {
	r := runFolder(t)
	before := r.loaded("GET", "/api/v1/scenarios")
	for _, c := range []struct {
		name, says string
		pack       []byte
	}{
		{"no zip", "cannot be read as a pack", []byte("hello")},
		{"a path that climbs", "is not the name of a file here", zipped(t, zip.Store, map[string]string{"../../etc/passwd": "x"})},
		{"compressed", "is compressed", zipped(t, zip.Deflate, map[string]string{"scenario.yaml": strings.Repeat("x", 1000)})},
	} {
		status, _, problem := r.upload("x.immersion", c.pack)
		if status != 400 || problem.Code != kiosk.Invalid || !strings.Contains(problem.Detail, c.says) {
			t.Errorf("%s: %d %+v", c.name, status, problem)
		}
	}
	status, up, _ := r.upload("x.immersion", zipped(t, zip.Store, map[string]string{"scenario.yaml": "title: x\nlanguages: [en]\nstatoins: []\n"}))
	if status != 200 || len(up.Faults) < 2 || up.Faults[len(up.Faults)-1].Near != "stations" || up.Faults[len(up.Faults)-1].Line != 3 {
		t.Errorf("a faulty scenario: %d %+v", status, up)
	}
	after := r.loaded("GET", "/api/v1/scenarios")
	if after.Hash != before.Hash || after.Chosen || len(after.Versions) != 1 {
		t.Errorf("it changed the room: %+v", after)
	}
	left, err := filepath.Glob(filepath.Join(r.data, versionsFolder, "*.tmp"))
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// With faults at the start the room runs on the last version without any, and
// says so; it does not start when there never was one.
func TestFaultyAtTheStart(t *testing.T) {
	r := runFolder(t)
	good := r.version()
	text := r.read("scenario.yaml")
	if _, err := r.Stop(); err != nil {
		t.Fatal(err)
	}
	r.write("scenario.yaml", "titel: x\n"+text)
	r.start(r.folder)
	if l := r.loaded("GET", "/api/v1/scenarios"); l.Hash != good || len(l.Faults) != 1 || l.Faults[0].Near != "title" {
		t.Errorf("%+v", l)
	}
	r.write("scenario.yaml", text)
	r.until("mended", func(l server.Loaded) bool { return l.Hash == good && len(l.Faults) == 0 })
	if err := os.RemoveAll(r.folder); err != nil {
		t.Fatal(err)
	}
	r.restart(r.folder)
	if l := r.loaded("GET", "/api/v1/scenarios"); l.Hash != good || len(l.Faults) != 1 {
		t.Errorf("with the folder gone: %+v", l)
	}
	out, err := r.Stop()
	if err != nil || !strings.Contains(out, "ATTENTION") || !strings.Contains(out, "no such file") {
		t.Errorf("the terminal says, with %v: %s", err, out)
	}
	var errs bytes.Buffer
	if code := run(t.Context(), []string{"serve", filepath.Join(t.TempDir(), "nowhere"), "--data", t.TempDir(), "--listen", "127.0.0.1:0"}, io.Discard, &errs); code != 1 {
		t.Errorf("without any version it exits with %d: %s", code, &errs)
	}
}

// The scenario that hours are planned with is found by its name, wherever it is from.
func TestScenarioByName(t *testing.T) {
	p, _, _ := runRoom(t, t.TempDir())
	first := p.room.Current().Hash
	for _, c := range []struct {
		name    string
		changed bool
	}{{"der-termin", true}, {"der-termin", false}, {"first-invoice", true}} {
		hash, changed, err := p.scenarios.ChooseNamed(c.name)
		if err != nil || changed != c.changed || hash != p.room.Current().Hash || (hash == first) != (c.name == "first-invoice") {
			t.Errorf("%s: %s, changed %v, %v", c.name, hash, changed, err)
		}
	}
	for _, name := range []string{"nowhere", "../room.yaml", "..", ""} {
		if hash, _, err := p.scenarios.ChooseNamed(name); kiosk.CodeOf(err) != kiosk.NotFound || p.room.Current().Hash != first {
			t.Errorf("%q: %s %v", name, hash, err)
		}
	}
}

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io/fs"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"immersion/kiosk"
	"immersion/kiosk/journal"
	"immersion/kiosk/rehearse"
	"immersion/kiosk/server"
)

// rehearsal starts `immersion rehearse`; its output is read when it has ended.
func rehearsal(t *testing.T, args ...string) (c *exec.Cmd, out, errs *bytes.Buffer) {
	t.Helper()
	path, err := built()
	if err != nil {
		t.Fatal(err)
	}
	c, out, errs = exec.Command(path, append([]string{"rehearse"}, args...)...), &bytes.Buffer{}, &bytes.Buffer{}
	c.Stdout, c.Stderr = out, errs
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Process.Kill() })
	return c, out, errs
}

// rehearsing is how the rehearsal of a room stands.
func rehearsing(t *testing.T, organiser *http.Client, url string) (r server.Rehearsal) {
	t.Helper()
	(&browser{t, *organiser, url}).get("/api/v1/rehearsal", &r)
	return r
}

func waitFor(t *testing.T, what string, ok func() bool) {
	t.Helper()
	for end := time.Now().Add(time.Minute); !ok(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("waited in vain for %s", what)
		}
	}
}

// visitor walks the room at its own screens, checks that it is sent as in an
// empty room, and leaves a sentence behind.
func visitor(t *testing.T, url string, walking func() bool) {
	t.Helper()
	screens := map[string]*rehearse.Screen{}
	states := map[string]kiosk.ScreenState{}
	for _, station := range []string{"entry", "call", "exit"} {
		s, err := rehearse.Pair(t.Context(), url, station)
		if err != nil {
			t.Fatal(err)
		}
		screens[station] = s
	}
	waitFor(t, "the rehearsal's visitors", walking)
	for station, s := range screens {
		st, err := s.Connect(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		states[station] = st
	}
	entry := states["entry"]
	if entry.Offer == nil || !kiosk.ValidCode(entry.Offer.Code) || len(states["call"].Expected) > 0 {
		t.Fatalf("beside a rehearsal the entry shows %+v, the call expects %+v", entry.Offer, states["call"].Expected)
	}
	v, opened := rehearse.Arrive(screens["entry"].ID, entry, "entry", *entry.Offer)
	leaves := func(at string, next string) {
		t.Helper()
		for {
			f, err := screens[at].Read()
			if err != nil || f.Type == "refuse" {
				t.Fatalf("at %s: %+v %v", at, f, err)
			}
			if l := f.Leaving; f.Type == "state" && l != nil && l.Visit == v.Visit {
				if l.Next != next || l.Wait != 0 {
					t.Errorf("from %s sent to %q in %d minutes, in an empty room at once to %q", at, l.Next, l.Wait, next)
				}
				return
			}
		}
	}
	tell := func(station string, docs ...[]byte) {
		t.Helper()
		for at, s := range screens { // or the room would take them for lost in a while
			if err := s.Presence(states[at].Version); err != nil {
				t.Fatal(err)
			}
		}
		if err := screens[station].Send(docs...); err != nil {
			t.Fatal(err)
		}
	}
	tell("entry", opened, v.Fact(kiosk.StopEntered, struct{}{}), v.Fact(kiosk.StopLeft, kiosk.Leaving{Reason: "done"}))
	leaves("entry", "call")
	call := v.At("call", screens["call"].ID)
	tell("call", call.Fact(kiosk.StopEntered, struct{}{}), call.Fact(kiosk.Reacted, kiosk.Reaction{Valence: -2}), call.Fact(kiosk.StopLeft, kiosk.Leaving{Reason: "done"}))
	leaves("call", "exit")
	if !walking() {
		t.Error("the rehearsal was over before the visitor was: nothing was tried")
	}
	exit := v.At("exit", screens["exit"].ID)
	tell("exit", exit.Fact(kiosk.StopEntered, struct{}{}), exit.Fact(kiosk.SentenceTold, kiosk.Sentence{Text: "I was there."}), exit.Fact(kiosk.VisitFinished, struct{}{}))
	for {
		f, err := screens["exit"].Read()
		if err != nil {
			t.Fatal(err)
		}
		if f.Type == "ack" {
			return
		}
	}
}

// A rehearsal walks the running room while a visitor does, who notices nothing;
// in the end the room holds the visitor, and of the rehearsal what it found.
func TestRehearse(t *testing.T) {
	address, err := rehearse.FreeAddress()
	if err != nil {
		t.Fatal(err)
	}
	data := t.TempDir()
	p := start(t, address, data)
	organiser, err := p.SetUp(t.Context(), "a long passphrase", "another passphrase")
	if err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(filepath.Join(data, rehearsalFile)); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the key: %v %v", info, err)
	}

	c, out, errs := rehearsal(t, "--data", data, "--visitors", "12", "--speed", "1000", "--format", "json")
	visitor(t, p.URL, func() bool {
		now := rehearsing(t, organiser, p.URL)
		return now.Running && now.Begun > 2
	})
	if err := c.Wait(); err != nil {
		t.Fatalf("rehearse: %v %s", err, errs)
	}
	var r kiosk.RehearsalReport
	if err := json.Unmarshal(out.Bytes(), &r); err != nil {
		t.Fatalf("%v in %s", err, out)
	}
	if r.Finished != 12 || r.PerHour <= 0 || r.Bottleneck == "" || r.OneMore < r.PerHour || len(r.Stations) != 5 || r.Minutes < r.Visit || r.Visit < 5 {
		t.Errorf("report: %+v", r)
	}
	for _, s := range r.Stations {
		if s.Visits != 12 || s.Screens != 1 || s.Stay <= 0 || s.Use <= 0 || s.Use > 1 || s.WaitP90 < 0 {
			t.Errorf("at %s: %+v", s.Station, s)
		}
	}
	if now := rehearsing(t, organiser, p.URL); now.Running || now.Ended != "finished" || now.Report == nil || now.Report.PerHour != r.PerHour {
		t.Errorf("the console shows %+v", now)
	}

	// killed, and then the room too
	atTheExit := func() bool {
		now := rehearsing(t, organiser, p.URL)
		return now.Running && now.Finished > 0
	}
	c, _, _ = rehearsal(t, "--data", data, "--visitors", "30", "--speed", "1000")
	waitFor(t, "somebody at the exit", atTheExit)
	_ = c.Process.Kill()
	waitFor(t, "its end", func() bool { return !rehearsing(t, organiser, p.URL).Running })
	clean(t, p.URL, organiser)
	c, _, errs = rehearsal(t, "--data", data, "--visitors", "30", "--speed", "1000")
	waitFor(t, "somebody at the exit", atTheExit)
	p.Kill()
	if err := c.Wait(); err == nil || !strings.Contains(errs.String(), "the room ended the rehearsal") {
		t.Errorf("without its room: %v %s", err, errs)
	}
	p = start(t, address, data)
	waitFor(t, "what is left to be erased", func() bool { return len(heldIn(t, data)) == 3 })
	clean(t, p.URL, organiser)
	if _, err := p.Stop(); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(filepath.Join(data, rehearsalFile)); err == nil {
		t.Error("the key outlives the program")
	}
	for i, want := range []kiosk.HeldRehearsal{{Ended: "finished", Finished: 12}, {Ended: "lost"}, {Ended: "lost"}} {
		if got := heldIn(t, data)[i]; got.Ended != want.Ended || got.Finished < want.Finished {
			t.Errorf("the log has %+v", got)
		}
	}
	nothingIsLeft(t, data)
}

// clean looks for a rehearsal on the organiser's page.
func clean(t *testing.T, url string, organiser *http.Client) {
	t.Helper()
	var room server.RoomFrame
	(&browser{t, *organiser, url}).get("/api/v1/room", &room)
	if len(room.Screens) != 3 || len(room.Visits) != 0 {
		t.Errorf("left: %d screens, %+v", len(room.Screens), room.Visits)
	}
}

// opened is the room of a data folder, folded by the test beside the program.
func opened(t *testing.T, data string) *journal.Journal {
	t.Helper()
	scenario, err := loadScenario("")
	if err != nil {
		t.Fatal(err)
	}
	room := kiosk.NewRoom(kiosk.DefaultSettings())
	room.Use(scenario)
	j, err := journal.Open(t.Context(), filepath.Join(data, journalFile), room, journal.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return j
}

func heldIn(t *testing.T, data string) (all []kiosk.HeldRehearsal) {
	t.Helper()
	j := opened(t, data)
	defer j.Close()
	if err := j.Own(t.Context(), 0, func(_ int64, f kiosk.Fact) {
		var b kiosk.HeldRehearsal
		if f.Type == kiosk.RehearsalHeld && f.Decode(&b) == nil {
			all = append(all, b)
		}
	}); err != nil {
		t.Fatal(err)
	}
	return all
}

// nothingIsLeft reads every file: the visitor's figures and words are there, and
// nothing that a rehearsal's visitors said.
func nothingIsLeft(t *testing.T, data string) {
	t.Helper()
	j := opened(t, data)
	contributions := 0
	for _, err := range j.Contributions(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		contributions++
	}
	if contributions != 1 {
		t.Errorf("%d visits count, not the visitor's alone", contributions)
	}
	if left, err := j.Rehearsed(t.Context()); len(left) != 0 || err != nil {
		t.Errorf("not erased: %v %v", left, err)
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	said := 0
	err := filepath.WalkDir(data, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		b, err := os.ReadFile(name)
		said += bytes.Count(b, []byte("I was there."))
		for _, words := range []string{"rehearsal's note", "rehearsal's sentence", "rehearsal's pledge", `"rehearsal":true`} {
			if bytes.Contains(b, []byte(words)) {
				t.Errorf("%s holds %q", name, words)
			}
		}
		return err
	})
	if err != nil || said == 0 {
		t.Errorf("the visitor's sentence is there %d times: %v", said, err)
	}
}

func TestRehearsalSaysWhetherThereAreRounds(t *testing.T) {
	for _, freely := range []bool{false, true} {
		var out bytes.Buffer
		if err := printRehearsal(&out, kiosk.RehearsalReport{Visitors: 1, Freely: freely}); err != nil || strings.Contains(out.String(), "moves in rounds") != freely {
			t.Errorf("%v: %s %v", freely, out.String(), err)
		}
	}
}

func TestRehearseNeedsARoom(t *testing.T) {
	var out, errs bytes.Buffer
	for _, c := range []struct {
		name string
		args []string
		says string
	}{
		{"no room there", []string{"--data", t.TempDir()}, "no room runs on"},
		{"a token without an address", []string{"--token", "x"}, "--url"},
		{"nobody listens", []string{"--token", "x", "--url", "http://127.0.0.1:1"}, "reach the room"},
	} {
		errs.Reset()
		if code := run(context.Background(), append([]string{"rehearse"}, c.args...), &out, &errs); code != exitFault || !strings.Contains(errs.String(), c.says) {
			t.Errorf("%s: exits with %d: %s", c.name, code, errs.String())
		}
	}
}

// Over the room's own certificates: by the data folder, by a token and the
// authority, and by the console.
func TestRehearseOverTLS(t *testing.T) {
	dir := t.TempDir()
	p := runSecure(t, dir, "{own_ca: true}")
	url := "https://" + p.listener.Addr().String()
	key, err := p.server.RehearsalKey()
	if err != nil {
		t.Fatal(err)
	}
	one := []string{"rehearse", "--visitors", "1", "--speed", "1000"}
	ca := filepath.Join(p.data, "tls", "ca.crt")
	waitFor(t, "the key", func() bool {
		_, err := readRehearsalKey(p.data)
		return err == nil
	})
	for _, c := range []struct {
		name string
		args []string
		says string
	}{
		{"by the data folder", []string{"--data", p.data}, ""},
		{"by a token", []string{"--token", key, "--url", url, "--ca", ca}, ""},
		{"without the authority", []string{"--token", key, "--url", url}, "certificate"},
	} {
		var out, errs bytes.Buffer
		code := run(t.Context(), append(one, c.args...), &out, &errs)
		if c.says == "" && (code != 0 || !strings.Contains(out.String(), "1 of 1 visitors finished")) || !strings.Contains(errs.String(), c.says) {
			t.Errorf("%s: exits with %d: %s%s", c.name, code, out.String(), errs.String())
		}
	}
	if err := p.Rehearse(t.Context(), key, kiosk.RehearsalOrder{Visitors: 1, Speed: 1000}); err != nil {
		t.Errorf("by the console: %v", err)
	}
}

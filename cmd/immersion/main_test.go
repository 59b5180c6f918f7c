package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/cookiejar"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"immersion/kiosk"
	"immersion/kiosk/server"
)

// silence is a machine without a sound card.
type silence struct{}

func (silence) Status() string                          { return "no sound card" }
func (silence) Ready() bool                             { return false }
func (silence) Look() error                             { return kiosk.Errorf(kiosk.Unavailable, "no sound card") }
func (silence) Tune(kiosk.Tuning) error                 { return nil }
func (silence) Chime()                                  {}
func (silence) Say(kiosk.Track) error                   { return nil }
func (silence) Stop()                                   {}
func (silence) Spoken() (kiosk.Spoken, <-chan struct{}) { return kiosk.Spoken{}, nil }

func noSpeaker(string, string, *slog.Logger) server.Speaker { return silence{} }

// runRoom runs the shipped room on a free port until the test or stop ends it.
func runRoom(t *testing.T, data string) (p *Program, url string, stop func()) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	log := slog.New(slog.NewTextHandler(io.Discard, nil))
	p, err := Open(ctx, Options{Data: data, Listen: "127.0.0.1:0"}, noSpeaker, log)
	if err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- p.Run(ctx) }()
	stop = sync.OnceFunc(func() {
		cancel()
		if err := <-ended; err != nil {
			t.Errorf("Run: %v", err)
		}
	})
	t.Cleanup(stop)
	return p, "http://" + p.listener.Addr().String(), stop
}

// browser asks as a browser does, with its cookies.
type browser struct {
	t *testing.T
	http.Client
	url string
}

func newBrowser(t *testing.T, url string) *browser {
	jar, _ := cookiejar.New(nil)
	return &browser{t, http.Client{Jar: jar, Timeout: time.Minute}, url}
}

func (b *browser) post(path string, body, into any) {
	b.t.Helper()
	doc, _ := json.Marshal(body)
	res, err := b.Post(b.url+path, "application/json", bytes.NewReader(doc))
	b.done(path, res, err, into)
}

func (b *browser) get(path string, into any) {
	b.t.Helper()
	res, err := b.Get(b.url + path)
	b.done(path, res, err, into)
}

func (b *browser) done(path string, res *http.Response, err error, into any) {
	b.t.Helper()
	if err != nil {
		b.t.Fatal(err)
	}
	defer res.Body.Close()
	answer, _ := io.ReadAll(res.Body)
	if res.StatusCode != http.StatusOK {
		b.t.Fatalf("%s: %d %s", path, res.StatusCode, answer)
	}
	if err := json.Unmarshal(answer, into); err != nil {
		b.t.Fatalf("%s: %v in %s", path, err, answer)
	}
}

// pair makes the browser a screen at a station.
func (b *browser) pair(station string) (screen string) {
	b.t.Helper()
	var offer server.PairingOffer
	b.post("/api/v1/screens", server.PairingRequest{Station: station}, &offer)
	var paired server.Paired
	b.post("/api/v1/screens/token", server.TokenRequest{DeviceCode: offer.DeviceCode}, &paired)
	return paired.Screen
}

func TestRoomIsThereAfterARestart(t *testing.T) {
	data := t.TempDir()
	p, url, stop := runRoom(t, data)
	setup, err := p.server.SetupPath(t.Context())
	if err != nil || setup == "" {
		t.Fatalf("a new room gives no setup link: %q %v", setup, err)
	}
	organiser := newBrowser(t, url)
	organiser.post("/api/v1/setup", server.Setup{Token: strings.TrimPrefix(setup, "/setup/"), Organiser: "a long phrase", Manager: "a longer phrase"}, &server.Session{})
	screen := newBrowser(t, url)
	id := screen.pair("entry")
	opening, _ := p.room.Opening()
	if opening == "" {
		t.Fatal("the first opening has not opened itself")
	}
	visit := kiosk.NewID()
	f, _ := kiosk.NewFact(time.Now(), kiosk.VisitOpened, "", kiosk.Opened{Scenario: p.room.Current().Hash, Opening: opening,
		Language: "en", Party: 1, Badge: kiosk.Badge{Words: "Amber Otter", Code: "AAAA"}})
	f.Visit, f.Station, f.Screen = visit, "entry", id
	var taken server.Taken
	screen.post("/api/v1/facts", map[string]any{"batch": []json.RawMessage{f.Doc()}}, &taken)
	if len(taken.Acked) != 1 {
		t.Fatalf("not acknowledged: %+v", taken)
	}
	stop()

	p, url, _ = runRoom(t, data)
	organiser.url, screen.url = url, url
	if setup, err := p.server.SetupPath(t.Context()); setup != "" || err != nil {
		t.Errorf("a room with passphrases gives a setup link: %q %v", setup, err)
	}
	var me server.Session
	screen.get("/api/v1/session?station=entry", &me) // and waits until the room serves
	if me.Screen != id {
		t.Errorf("the screen is %+v, not %s", me, id)
	}
	var room server.RoomFrame
	organiser.get("/api/v1/room", &room)
	if room.Opening != opening || room.Visits[visit].Badge.Code != "AAAA" || len(room.Screens) != 1 {
		t.Errorf("after the start the room is %+v", room)
	}
}

// The doors that were closed stay closed.
func TestOnlyTheFirstOpeningOpensItself(t *testing.T) {
	data := t.TempDir()
	p, url, stop := runRoom(t, data)
	newBrowser(t, url).get("/readyz", &server.Readiness{})
	if err := p.journal.Record(t.Context(), kiosk.OpeningClosed, "organiser", "", "", struct{}{}); err != nil {
		t.Fatal(err)
	}
	stop()
	p, url, _ = runRoom(t, data)
	newBrowser(t, url).get("/readyz", &server.Readiness{})
	if opening, _ := p.room.Opening(); opening != "" {
		t.Error("the doors opened by themselves")
	}
}

func TestReadyWithoutSound(t *testing.T) {
	_, url, _ := runRoom(t, t.TempDir())
	var r server.Readiness
	newBrowser(t, url).get("/readyz", &r)
	if !r.Ready || r.Sound != "no sound card" || r.Scenario == "" {
		t.Errorf("%+v", r)
	}
}

func TestGreeting(t *testing.T) {
	p, url, _ := runRoom(t, t.TempDir())
	var out bytes.Buffer
	greet(&out, p, "/setup/token")
	for _, want := range []string{url + "/setup/token", "/s/entry", "/console", "no sound card", "▀"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in:\n%s", want, &out)
		}
	}
}

func TestCommands(t *testing.T) {
	broken := filepath.Join(t.TempDir(), "scenario.yaml")
	if err := os.WriteFile(broken, []byte("titel: x\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	room := filepath.Join(t.TempDir(), "room.yaml")
	if err := os.WriteFile(room, []byte("k: 2\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		args []string
		code int
		says string // a pattern in what is printed
	}{
		{"shipped scenario", []string{"check", "../../config/scenarios/first-invoice"}, 0, `^\S*portal\.yaml:\d+:1: note: R is 7: [^\n]*\n$`},
		{"shipped room", []string{"check", "../../config/room.yaml"}, 0, `^$`},
		{"broken scenario", []string{"check", broken}, 1, `scenario\.yaml:1:1: `},
		{"nothing to check", []string{"check", filepath.Join(t.TempDir(), "none")}, 2, `no such file`},
		{"check what", []string{"check"}, 2, `--help`},
		{"unknown flag", []string{"serve", "--lisen", ":0"}, 2, `lisen`},
		{"help", []string{"--help"}, 0, `check <path>`},
		{"version", []string{"version"}, 0, `^immersion `},
		{"broken room", []string{"serve", "--room", room, "--data", t.TempDir(), "--listen", "127.0.0.1:0"}, 1, `room\.yaml:1:`},
		{"broken scenario served", []string{"serve", filepath.Dir(broken), "--data", t.TempDir(), "--listen", "127.0.0.1:0"}, 1, `scenario\.yaml:1:1: `},
		{"no such address", []string{"serve", "--data", t.TempDir(), "--listen", "nowhere.invalid:1"}, 1, `listen`},
	} {
		t.Run(c.name, func(t *testing.T) {
			var out bytes.Buffer
			if code := run(t.Context(), c.args, &out, &out); code != c.code {
				t.Errorf("exits with %d, not %d", code, c.code)
			}
			if !regexp.MustCompile(c.says).MatchString(out.String()) {
				t.Errorf("no %s in:\n%s", c.says, &out)
			}
		})
	}
}

func TestServeStopsWhenAsked(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var errs bytes.Buffer
	greeted := writerFunc(func(b []byte) {
		if bytes.Contains(b, []byte("/setup/")) {
			cancel()
		}
	})
	if code := run(ctx, []string{"serve", "--data", t.TempDir(), "--listen", "127.0.0.1:0"}, greeted, &errs); code != 0 {
		t.Errorf("exits with %d: %s", code, &errs)
	}
}

func TestAddresses(t *testing.T) {
	for _, c := range []struct{ name, setting, listen, public, local string }{
		{"set", "https://room.example/", "127.0.0.1:80", "https://room.example", "http://127.0.0.1:80"},
		{"loopback", "", "127.0.0.1:8080", "http://127.0.0.1:8080", "http://127.0.0.1:8080"},
		{"one address", "", "192.168.1.7:8080", "http://192.168.1.7:8080", "http://192.168.1.7:8080"},
		{"version 6", "", "[::1]:8080", "http://[::1]:8080", "http://[::1]:8080"},
	} {
		t.Run(c.name, func(t *testing.T) {
			at := address(c.listen)
			if got := publicURL(c.setting, at, "http"); got != c.public {
				t.Errorf("public URL %s, not %s", got, c.public)
			}
			if got := localURL(at, "http"); got != c.local {
				t.Errorf("local URL %s, not %s", got, c.local)
			}
		})
	}
	if got := localURL(address("[::]:8080"), "https"); got != "https://localhost:8080" {
		t.Errorf("on every address: %s", got)
	}
}

type writerFunc func([]byte)

func (w writerFunc) Write(b []byte) (int, error) {
	w(b)
	return len(b), nil
}

type address string

func (address) Network() string  { return "tcp" }
func (a address) String() string { return string(a) }

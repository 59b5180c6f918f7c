package server

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"

	"github.com/gorilla/websocket"

	"immersion/kiosk"
	"immersion/kiosk/journal"
)

// testRoom is a running room: real sockets, a real journal.
type testRoom struct {
	*Server
	t       testing.TB
	url     string
	broken  atomic.Bool
	clock   atomic.Int64 // ms added to the server's time
	chimes  chan struct{}
	speaker *testSpeaker
	keep    *journal.Keep
	opening string
}

type option func(*kiosk.Settings, *Deps)

// slowest is how long what is waited for may take on a busy machine.
const slowest = time.Minute

func startRoom(t testing.TB, options ...option) *testRoom {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	settings := kiosk.DefaultSettings()
	deps := Deps{
		Insights: testInsights{}, Kinds: testKinds(), Log: slog.New(slog.NewTextHandler(io.Discard, nil)),
		Words: fstest.MapFS{"en.json": {Data: []byte(`{"shell.begin": "Begin"}`)}, "de.json": {Data: []byte(`{"shell.begin": "Los"}`)}},
		Pages: fstest.MapFS{
			"screen.html": {Data: []byte("<p>screen</p>")}, "console.html": {Data: []byte("<p>console</p>")},
			"insights.html": {Data: []byte("<p>insights</p>")}, "sign-in.html": {Data: []byte("<p>sign in</p>")},
			"words-desk.html": {Data: []byte("<p>desk</p>")}, "wall.html": {Data: []byte("<p>wall</p>")},
			"assets/a.js": {Data: []byte("export {}")},
		},
		Moved: func() {},
	}
	for _, o := range options {
		o(&settings, &deps)
	}
	r := &testRoom{t: t, chimes: make(chan struct{}, 8)}
	r.speaker = &testSpeaker{chimes: r.chimes, changed: make(chan struct{}, 1)}
	room := kiosk.NewRoom(settings)
	room.Use(testScenario())
	changed := make(chan struct{}, 1)
	j, err := journal.Open(ctx, filepath.Join(t.TempDir(), "room.db"), room, journal.Options{Log: deps.Log, OnCommit: func() {
		select {
		case changed <- struct{}{}:
		default:
		}
	}})
	if err != nil {
		t.Fatal(err)
	}
	r.keep = j.Keep()
	deps.Room, deps.Journal, deps.Keep, deps.Changed = room, testJournal{j, r.broken.Load}, r.keep, changed
	deps.Speaker, deps.Library, deps.Made = r.speaker, &testLibrary{}, testMade{}
	deps.Support = func(context.Context) (Support, error) { return Support{}, nil }
	if deps.Disk == nil {
		deps.Disk = func() (int64, error) { return 1 << 40, nil }
	}
	deps.Now = func() time.Time { return time.Now().Add(time.Duration(r.clock.Load()) * time.Millisecond) }
	if r.Server, err = New(deps); err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 2)
	writing, stopWriting := context.WithCancel(context.Background())
	go func() { done <- j.Run(writing) }()
	go func() { done <- r.Run(ctx) }()
	web := httptest.NewServer(r.Handler())
	r.url = web.URL
	t.Cleanup(func() {
		cancel()
		if err := <-done; err != nil {
			t.Errorf("Run: %v", err)
		}
		web.Close()
		stopWriting()
		<-done
		j.Close()
	})
	if err := j.Record(ctx, kiosk.OpeningOpened, "start", "", "", struct{}{}); err != nil {
		t.Fatal(err)
	}
	r.opening, _ = room.Opening()
	return r
}

// caller is somebody who asks: a browser with its cookies.
type caller struct {
	room    *testRoom
	cookies map[string]string
	headers map[string]string
	screen  string // id, for a screen
}

func (r *testRoom) nobody() *caller { return &caller{room: r, cookies: map[string]string{}} }

// ask sends a request and gives the answer with its body.
func (c *caller) ask(method, path string, body any) (*http.Response, string) {
	c.room.t.Helper()
	var doc []byte
	switch b := body.(type) {
	case nil:
	case string:
		doc = []byte(b)
	default:
		doc, _ = json.Marshal(b)
	}
	req, err := http.NewRequest(method, c.room.url+path, bytes.NewReader(doc))
	if err != nil {
		c.room.t.Fatal(err)
	}
	for name, value := range c.cookies {
		req.AddCookie(&http.Cookie{Name: name, Value: value})
	}
	for name, value := range c.headers {
		req.Header.Set(name, value)
		if name == "Host" {
			req.Host = value
		}
	}
	res, err := (&http.Transport{DisableKeepAlives: true, ExpectContinueTimeout: slowest}).RoundTrip(req)
	if err != nil {
		c.room.t.Fatal(err)
	}
	defer res.Body.Close()
	answer, err := io.ReadAll(res.Body)
	if err != nil {
		c.room.t.Fatal(err)
	}
	for _, cookie := range res.Cookies() {
		c.cookies[cookie.Name] = cookie.Value
	}
	return res, string(answer)
}

// must asks and decodes an answer with status 200 or 204.
func (c *caller) must(method, path string, body, into any) {
	c.room.t.Helper()
	res, answer := c.ask(method, path, body)
	if res.StatusCode != 200 && res.StatusCode != 204 {
		c.room.t.Fatalf("%s %s: %d %s", method, path, res.StatusCode, answer)
	}
	if into != nil {
		if err := json.Unmarshal([]byte(answer), into); err != nil {
			c.room.t.Fatalf("%s %s: %v in %s", method, path, err, answer)
		}
	}
}

const testPassphrase = "a long enough phrase"

// organiser sets the passphrases by the one-time link, which signs in.
func (r *testRoom) organiser() *caller {
	r.t.Helper()
	c := r.nobody()
	path, err := r.SetupPath(r.t.Context())
	if err != nil {
		r.t.Fatal(err)
	}
	if path == "" {
		c.must("POST", "/api/v1/session", SignIn{"organiser", testPassphrase}, nil)
		return c
	}
	token := strings.TrimPrefix(path, "/setup/")
	c.must("POST", "/api/v1/setup", Setup{token, testPassphrase, testPassphrase + " too", testPassphrase + " for helping"}, nil)
	return c
}

func (r *testRoom) manager() *caller {
	r.t.Helper()
	r.organiser()
	c := r.nobody()
	c.must("POST", "/api/v1/session", SignIn{"manager", testPassphrase + " too"}, nil)
	return c
}

func (r *testRoom) helper() *caller {
	r.t.Helper()
	r.organiser()
	c := r.nobody()
	c.must("POST", "/api/v1/session", SignIn{"helper", testPassphrase + " for helping"}, nil)
	return c
}

// paired is a screen at a station, by itself since it is on loopback.
func (r *testRoom) paired(station string) *caller {
	r.t.Helper()
	c := r.nobody()
	var offer PairingOffer
	c.must("POST", "/api/v1/screens", PairingRequest{station}, &offer)
	var p Paired
	c.must("POST", "/api/v1/screens/token", TokenRequest{offer.DeviceCode}, &p)
	c.screen = p.Screen
	return c
}

// testSocket is a screen's or a console's end of a socket.
type testSocket struct {
	*websocket.Conn
	t    testing.TB
	held [][]byte // frames that were passed over
}

func (c *caller) dial(path string) (*testSocket, *http.Response, error) {
	header := http.Header{}
	for name, value := range c.cookies {
		header.Add("Cookie", name+"="+value)
	}
	for name, value := range c.headers {
		header.Set(name, value)
	}
	ws, res, err := (&websocket.Dialer{Subprotocols: []string{subprotocol}}).Dial("ws"+strings.TrimPrefix(c.room.url, "http")+path, header)
	if err != nil {
		return nil, res, err
	}
	c.room.t.Cleanup(func() { ws.Close() })
	return &testSocket{Conn: ws, t: c.room.t}, res, nil
}

// open dials a screen's socket and says hello; it gives the first state too.
func (c *caller) open() (*testSocket, StateFrame) {
	c.room.t.Helper()
	s, _, err := c.dial("/api/v1/socket")
	if err != nil {
		c.room.t.Fatal(err)
	}
	s.send(FromScreen{Type: "hello", Protocol: 1, Screen: c.screen})
	var state StateFrame
	s.next("state", &state)
	return s, state
}

func (s *testSocket) send(frame any) {
	s.t.Helper()
	doc, ok := frame.(string)
	if !ok {
		b, err := json.Marshal(frame)
		if err != nil {
			s.t.Fatal(err)
		}
		doc = string(b)
	}
	if err := s.WriteMessage(websocket.TextMessage, []byte(doc)); err != nil {
		s.t.Fatal(err)
	}
}

// next gives the next frame of a type: acks and states have no order between
// them, so others are held.
func (s *testSocket) next(typ string, into any) {
	s.t.Helper()
	is := func(doc []byte) bool { return bytes.HasPrefix(doc, []byte(`{"type":"`+typ+`"`)) }
	i := slices.IndexFunc(s.held, is)
	for i < 0 {
		_ = s.SetReadDeadline(time.Now().Add(slowest))
		_, doc, err := s.ReadMessage()
		if err != nil {
			s.t.Fatalf("waiting for %s: %v", typ, err)
		}
		s.held = append(s.held, doc)
		if is(doc) {
			i = len(s.held) - 1
		}
	}
	doc := s.held[i]
	s.held = slices.Delete(s.held, i, i+1)
	if err := json.Unmarshal(doc, into); err != nil {
		s.t.Fatalf("%v in %s", err, doc)
	}
}

// closedWith reads up to the end and gives its close code.
func (s *testSocket) closedWith() int {
	s.t.Helper()
	_ = s.SetReadDeadline(time.Now().Add(slowest))
	for {
		if _, _, err := s.ReadMessage(); err != nil {
			if e, ok := err.(*websocket.CloseError); ok {
				return e.Code
			}
			s.t.Fatalf("waiting for the end: %v", err)
		}
	}
}

// fact makes the bytes of a screen's fact.
func (c *caller) fact(typ, visit, station string, body any) (id string, doc json.RawMessage) {
	f, err := kiosk.NewFact(time.Now(), typ, "", body)
	if err != nil {
		c.room.t.Fatal(err)
	}
	f.Visit, f.Station, f.Screen = visit, station, c.screen
	return f.ID, f.Doc()
}

// opened makes the fact that opens a visit with a badge's code.
func (c *caller) opened(visit, code string) (id string, doc json.RawMessage) {
	return c.fact(kiosk.VisitOpened, visit, "entry", kiosk.Opened{Scenario: hash, Opening: c.room.opening, Language: "en", Party: 1,
		Badge: kiosk.Badge{Words: "Amber Otter", Colour: "#b45309", Code: code}})
}

// post sends facts over HTTP.
func (c *caller) post(docs ...json.RawMessage) Taken {
	c.room.t.Helper()
	var taken Taken
	c.must("POST", "/api/v1/facts", batchOf(docs...), &taken)
	return taken
}

func batchOf(docs ...json.RawMessage) Facts {
	var f Facts
	for _, d := range docs {
		f.Batch = append(f.Batch, d)
	}
	return f
}

func factsFrame(docs ...json.RawMessage) FromScreen {
	return FromScreen{Type: "facts", Batch: batchOf(docs...).Batch}
}

// eventually waits for what other goroutines do.
func (r *testRoom) eventually(what string, ok func() bool) {
	r.t.Helper()
	for end := time.Now().Add(slowest); time.Now().Before(end); time.Sleep(2 * time.Millisecond) {
		if ok() {
			return
		}
	}
	r.t.Fatal("waited in vain for " + what)
}

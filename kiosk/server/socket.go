package server

import (
	"bytes"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"github.com/gorilla/websocket"
	"github.com/labstack/echo/v4"

	"immersion/kiosk"
)

const (
	writeWait  = 10 * time.Second
	pongWait   = 40 * time.Second
	pingPeriod = 15 * time.Second
	inFlight   = 64       // frames of facts of one screen on their way to the disk
	keepBuffer = 64 << 10 // bytes of a reader's buffer that outlive a frame
)

// upgrader lets pages of this server in; programs without an Origin show
// their cookie like everybody.
func (s *Server) upgrader() websocket.Upgrader {
	return websocket.Upgrader{
		ReadBufferSize: 4096, WriteBufferSize: 4096, WriteBufferPool: &writeBuffers,
		Subprotocols: []string{subprotocol},
		CheckOrigin:  func(r *http.Request) bool { return s.ownOrigin(r) },
	}
}

var writeBuffers sync.Pool

// ownOrigin tells whether an upgrade comes from a page of this server.
func (s *Server) ownOrigin(r *http.Request) bool {
	origin := r.Header.Get("Origin")
	if origin == "" {
		return true
	}
	u, err := url.Parse(origin)
	if err != nil || u.Host == "" {
		return false
	}
	return strings.EqualFold(u.Host, r.Host) || s.Public != "" && strings.EqualFold(origin, s.Public)
}

// upgrade makes a socket of a request.
func (s *Server) upgrade(c echo.Context) (*websocket.Conn, error) {
	if !s.ownOrigin(c.Request()) {
		return nil, kiosk.Errorf(kiosk.Forbidden, "Another site's page may not ask this.")
	}
	if !websocket.IsWebSocketUpgrade(c.Request()) {
		return nil, kiosk.Errorf(kiosk.Invalid, "This address is for WebSockets.")
	}
	u := s.upgrader()
	ws, err := u.Upgrade(c.Response(), c.Request(), nil)
	c.Response().Committed = true // Echo does not see that the connection is no response any more
	return ws, err
}

// link is one screen's socket.
type link struct {
	ws     *websocket.Conn
	screen string
	out    *outbox
	over   chan struct{} // closed by drop

	once   sync.Once
	reason []byte // the close frame, set by drop
}

// drop ends the link with a code; the first call counts.
func (l *link) drop(code int, message string) {
	l.once.Do(func() {
		l.reason = websocket.FormatCloseMessage(code, message[:min(len(message), 120)])
		close(l.over)
	})
}

// socket is a screen's connection: this goroutine reads, another writes.
func (s *Server) socket(c echo.Context) error {
	id := c.Get(screenKey).(string)
	ws, err := s.upgrade(c)
	if err != nil {
		return err
	}
	l := &link{ws: ws, screen: id, out: newOutbox(), over: make(chan struct{})}
	written := make(chan struct{})
	go func() {
		defer close(written)
		l.write()
	}()
	s.read(l)
	s.hub.leave(l)
	l.drop(websocket.CloseNormalClosure, "")
	<-written
	return nil
}

// write sends what waits until the link is over, and closes the socket.
func (l *link) write() {
	defer l.ws.Close()
	ping := time.NewTicker(pingPeriod)
	defer ping.Stop()
	var frames [][]byte
	for {
		select {
		case <-l.over:
			_ = l.ws.WriteControl(websocket.CloseMessage, l.reason, time.Now().Add(time.Second))
			return
		case <-ping.C:
			if l.ws.WriteControl(websocket.PingMessage, nil, time.Now().Add(writeWait)) != nil {
				return
			}
		case <-l.out.wake:
			frames = l.out.take(frames)
			_ = l.ws.SetWriteDeadline(time.Now().Add(writeWait))
			for _, frame := range frames {
				if l.ws.WriteMessage(websocket.TextMessage, frame) != nil {
					return
				}
			}
		}
	}
}

// read takes frames until the link breaks or is dropped.
func (s *Server) read(l *link) {
	l.ws.SetReadLimit(maxFrame)
	var last time.Time
	alive := func() {
		if now := time.Now(); now.Sub(last) > time.Second { // a deadline costs as much as a small frame
			last = now
			_ = l.ws.SetReadDeadline(now.Add(pongWait))
		}
	}
	alive()
	l.ws.SetPongHandler(func(string) error { alive(); return nil })
	room := make(chan struct{}, inFlight)
	var whole bytes.Buffer
	for {
		_, r, err := l.ws.NextReader()
		if err != nil {
			return
		}
		whole.Reset()
		if _, err := whole.ReadFrom(r); err != nil {
			return // over the limit: gorilla has said so with 1009
		}
		doc := bytes.Clone(whole.Bytes()) // the journal's from now on
		if whole.Cap() > keepBuffer {
			whole = bytes.Buffer{}
		}
		alive()
		f, err := readFrame(doc)
		if err != nil {
			if !l.out.nonsense(kiosk.Errorf(kiosk.Invalid, "not a frame: %v", err)) {
				return
			}
			continue
		}
		if !s.frame(l, &f, room) {
			return
		}
	}
}

// frame acts on one frame; false ends the link.
func (s *Server) frame(l *link, f *FromScreen, room chan struct{}) bool {
	switch f.Type {
	case "hello":
		return s.hello(l, f)
	case "facts":
		return s.facts(l, f.Batch, room)
	case "presence":
		s.hub.present(l, f)
		l.out.tell(clock(f.Sent, s.Now().UnixMilli()))
		return true
	}
	return l.out.nonsense(kiosk.Errorf(kiosk.Invalid, "no type of frame: %.40q", f.Type))
}

func (s *Server) hello(l *link, f *FromScreen) bool {
	switch {
	case f.Protocol != 1:
		l.drop(closings[kiosk.Invalid], "this room speaks protocol 1")
	case f.Screen != "" && f.Screen != l.screen:
		l.drop(closings[kiosk.Forbidden], "the cookie is another screen's")
	case !s.hub.join(l):
		l.drop(closings[kiosk.NotFound], "the room has no such screen")
	default:
		return true
	}
	return false
}

// facts hands a batch to the journal; it waits while too many are on their way.
func (s *Server) facts(l *link, docs batch, room chan struct{}) bool {
	if len(docs) > maxBatch {
		l.drop(closings[kiosk.Invalid], "a frame has at most 100 facts")
		return false
	}
	if len(docs) == 0 {
		return true
	}
	select {
	case room <- struct{}{}:
	case <-l.over:
		return false
	}
	s.Journal.Submit(docs, kiosk.Source(l.screen), func(v []kiosk.Verdict) {
		<-room
		ok, unavailable := l.out.verdicts(v)
		switch {
		case !ok:
			l.drop(websocket.ClosePolicyViolation, "reads too slowly")
		case unavailable:
			l.drop(closings[kiosk.Unavailable], "the room cannot write now; keep the facts")
		}
	})
	return true
}

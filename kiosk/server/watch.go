package server

import (
	"encoding/json"
	"maps"
	"net/http"
	"sync"
	"time"

	"github.com/gorilla/websocket"
	"github.com/labstack/echo/v4"

	"immersion/kiosk"
)

const (
	watchQueue = 64        // frames a console may leave unread; then it is dropped
	fanOut     = 32 * 1024 // bytes to all consoles a millisecond of rest
)

// RoomFrame is the organiser's room: whole at first, then the rows that
// changed, whole each, newest wins.
type RoomFrame struct {
	Type string `json:"type" jsonschema:"enum=room"`
	Full bool   `json:"full,omitempty"`
	At   int64  `json:"at"` // ms on the server's clock
	Doors
	Sound   *SoundView           `json:"sound,omitempty"` // whole, when it has changed
	Screens map[string]ScreenRow `json:"screens,omitempty"`
	Visits  map[string]VisitRow  `json:"visits,omitempty"`
	Gone    []string             `json:"gone,omitempty"` // ids of screens and visits
}

// watcher is one console's socket.
type watcher struct {
	ws    *websocket.Conn
	queue chan *websocket.PreparedMessage
	once  sync.Once
}

// drop ends the watch; its queue is closed under the hub's lock.
func (w *watcher) drop() { w.once.Do(func() { close(w.queue) }) }

// whole is the room as it stands.
func (h *hub) whole() RoomFrame {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.frame(kiosk.Changes{Rows: h.room.Console()}, true)
}

// frame joins rows of the room with presences.
func (h *hub) frame(c kiosk.Changes, full bool) RoomFrame {
	f := RoomFrame{Type: "room", Full: full, At: h.now().UnixMilli(), Doors: doorsOf(c.Rows),
		Screens: make(map[string]ScreenRow, len(c.Rows.Screens)), Visits: make(map[string]VisitRow, len(c.Rows.Visits)), Gone: c.Gone}
	for id, row := range c.Rows.Visits {
		f.Visits[id] = h.visitRow(row)
	}
	for id, row := range c.Rows.Screens {
		f.Screens[id] = h.row(row)
	}
	if full || h.sounded {
		f.Sound = h.sound
	}
	return f
}

// publishRows sends changed rows to the watchers, encoded once, and tells how
// many bytes that came to.
func (h *hub) publishRows(c kiosk.Changes) int {
	doors := doorsOf(c.Rows)
	moved := !doors.equal(h.doors) || h.sounded
	if h.doors.Paused && !doors.Paused {
		h.resumed = h.now().UnixMilli()
	}
	h.doors = doors
	for id, row := range c.Rows.Screens {
		if h.rows[id] == row {
			delete(c.Rows.Screens, id)
		}
	}
	maps.Copy(h.rows, c.Rows.Screens)
	for id, row := range c.Rows.Visits {
		now := h.visitRow(row)
		if h.visits[id] == now {
			delete(c.Rows.Visits, id)
		}
		h.visits[id] = now
	}
	for _, id := range c.Gone {
		delete(h.rows, id)
		delete(h.visits, id)
	}
	for id := range h.changed {
		if row, ok := h.rows[id]; ok {
			c.Rows.Screens[id] = row
		}
	}
	clear(h.changed)
	for _, row := range c.Rows.Screens {
		h.settle(row)
	}
	defer func() { h.sounded = false }()
	if len(h.watchers) == 0 {
		return 0
	}
	f := h.frame(c, false)
	if len(f.Screens)+len(f.Visits)+len(f.Gone) == 0 && !moved {
		return 0
	}
	doc, message := prepared(f)
	for w := range h.watchers {
		select {
		case w.queue <- message:
		default:
			delete(h.watchers, w)
			w.drop()
		}
	}
	return len(doc) * len(h.watchers)
}

func prepared(f RoomFrame) ([]byte, *websocket.PreparedMessage) {
	doc, err := json.Marshal(f)
	if err != nil {
		panic(err) // plain data
	}
	m, err := websocket.NewPreparedMessage(websocket.TextMessage, doc)
	if err != nil {
		panic(err) // a text message can be prepared
	}
	return doc, m
}

// follow begins a watch with the whole room; false when the server stops.
func (h *hub) follow(w *watcher) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.over {
		return false
	}
	now := kiosk.Changes{Rows: h.room.Console()}
	_, message := prepared(h.frame(now, true))
	h.publishRows(now) // to the others: what is told next is told against it
	w.queue <- message
	h.watchers[w] = true
	return true
}

func (h *hub) unfollow(w *watcher) {
	h.mu.Lock()
	defer h.mu.Unlock()
	delete(h.watchers, w)
	w.drop()
}

// dropWatchers makes every console ask anew.
func (h *hub) dropWatchers() {
	h.mu.Lock()
	defer h.mu.Unlock()
	for w := range h.watchers {
		delete(h.watchers, w)
		w.drop()
	}
}

func (s *Server) getRoom(c echo.Context) error {
	c.Response().Header().Set("Cache-Control", "no-store")
	return c.JSON(http.StatusOK, s.hub.whole())
}

// watch is a console's connection: it only listens.
func (s *Server) watch(c echo.Context) error {
	ws, err := s.upgrade(c)
	if err != nil {
		return err
	}
	w := &watcher{ws: ws, queue: make(chan *websocket.PreparedMessage, watchQueue)}
	if !s.hub.follow(w) {
		return ws.Close()
	}
	written := make(chan struct{})
	go func() {
		defer close(written)
		w.write()
	}()
	ws.SetReadLimit(1024)
	_ = ws.SetReadDeadline(time.Now().Add(pongWait))
	ws.SetPongHandler(func(string) error { return ws.SetReadDeadline(time.Now().Add(pongWait)) })
	for err == nil {
		_, _, err = ws.ReadMessage()
	}
	s.hub.unfollow(w)
	<-written
	return nil
}

func (w *watcher) write() {
	defer w.ws.Close()
	ping := time.NewTicker(pingPeriod)
	defer ping.Stop()
	for {
		select {
		case <-ping.C:
			if w.ws.WriteControl(websocket.PingMessage, nil, time.Now().Add(writeWait)) != nil {
				return
			}
		case message, ok := <-w.queue:
			if !ok {
				end := websocket.FormatCloseMessage(closings[kiosk.Unavailable], "ask again for the whole room")
				_ = w.ws.WriteControl(websocket.CloseMessage, end, time.Now().Add(time.Second))
				return
			}
			_ = w.ws.SetWriteDeadline(time.Now().Add(writeWait))
			if w.ws.WritePreparedMessage(message) != nil {
				return
			}
		}
	}
}

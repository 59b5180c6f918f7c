// Package rehearse is a screen without a browser: it pairs, connects and
// speaks the protocol as a page does. Rehearsals are walked at such screens;
// load and fault tests drive rooms by it.
package rehearse

import (
	"bytes"
	"context"
	"crypto/tls"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/cookiejar"
	"time"

	"immersion/kiosk"

	"github.com/gorilla/websocket"
)

// Screen is one paired screen of the room at a URL.
type Screen struct {
	ID      string
	Station string
	url     string
	client  *http.Client
	tls     *tls.Config // nil: as this machine trusts
	ws      *websocket.Conn
}

// Frame is what a room sends: Type says which fields it has.
type Frame struct {
	Type    string     `json:"type"` // "state", "ack", "refuse" or "clock"
	IDs     []string   `json:"ids"`
	ID      string     `json:"id"`
	Code    kiosk.Code `json:"code"`
	Message string     `json:"message"`
	kiosk.ScreenState
}

// Pair makes a new screen at a station. The room takes it unasked, as it does
// on its own machine.
func Pair(ctx context.Context, url, station string) (*Screen, error) {
	jar, err := cookiejar.New(nil)
	if err != nil {
		return nil, err
	}
	s := &Screen{Station: station, url: url, client: &http.Client{Jar: jar}}
	var offer struct {
		DeviceCode string `json:"device_code"`
	}
	if err := s.post(ctx, "/api/v1/screens", map[string]string{"station": station}, &offer); err != nil {
		return nil, fmt.Errorf("pair: %w", err)
	}
	var paired struct {
		Screen string `json:"screen"`
	}
	if err := s.post(ctx, "/api/v1/screens/token", map[string]string{"device_code": offer.DeviceCode}, &paired); err != nil {
		return nil, fmt.Errorf("pair: %w", err)
	}
	s.ID = paired.Screen
	return s, nil
}

func (s *Screen) post(ctx context.Context, path string, body, into any) error {
	doc, err := json.Marshal(body)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, s.url+path, bytes.NewReader(doc))
	if err != nil {
		return err
	}
	req.Header.Set("Content-Type", "application/json")
	res, err := s.client.Do(req)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK {
		return fmt.Errorf("%s: %s", path, res.Status)
	}
	return json.NewDecoder(res.Body).Decode(into)
}

// Connect opens the socket and waits for the first state.
func (s *Screen) Connect(ctx context.Context) (kiosk.ScreenState, error) {
	dialer := websocket.Dialer{Jar: s.client.Jar, TLSClientConfig: s.tls, Subprotocols: []string{"immersion.v1"}}
	ws, res, err := dialer.DialContext(ctx, socketURL(s.url)+"/api/v1/socket?station="+s.Station, nil)
	if err != nil {
		if res != nil {
			err = fmt.Errorf("%s: %w", res.Status, err)
		}
		return kiosk.ScreenState{}, err
	}
	s.ws = ws
	if err := ws.WriteJSON(map[string]any{"type": "hello", "screen": s.ID, "protocol": 1, "state": 0}); err != nil {
		return kiosk.ScreenState{}, err
	}
	for {
		f, err := s.Read()
		if err != nil || f.Type == "state" {
			return f.ScreenState, err
		}
	}
}

// Send sends facts as they are, in one frame.
func (s *Screen) Send(docs ...[]byte) error {
	frame := append([]byte(`{"type":"facts","batch":[`), bytes.Join(docs, []byte{','})...)
	return s.ws.WriteMessage(websocket.TextMessage, append(frame, ']', '}'))
}

// Read waits for the room's next frame.
func (s *Screen) Read() (Frame, error) {
	var f Frame
	doc, err := s.ReadBytes()
	if err != nil {
		return f, err
	}
	return f, json.Unmarshal(doc, &f)
}

// ReadBytes waits for the room's next frame and leaves it as it came.
func (s *Screen) ReadBytes() ([]byte, error) {
	if s.ws == nil {
		return nil, errors.New("not connected")
	}
	_, doc, err := s.ws.ReadMessage()
	return doc, err
}

// Presence sends the heartbeat of a screen that shows a state.
func (s *Screen) Presence(state int64) error {
	return s.ws.WriteJSON(map[string]any{"type": "presence", "sent": time.Now().UnixMilli(), "state": state})
}

// Close ends the connection.
func (s *Screen) Close() {
	if s.ws != nil {
		_ = s.ws.Close()
	}
}

package rehearse

import (
	"bytes"
	"cmp"
	"context"
	"crypto/tls"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"immersion/kiosk"

	"github.com/gorilla/websocket"
	"golang.org/x/sync/errgroup"
)

// Room is a room to rehearse in.
type Room struct {
	URL string      // http or https, no slash at its end
	Key string      // that opens a rehearsal there
	TLS *tls.Config // whom to trust; nil: whom this machine does
}

// order is what the room says to a rehearsal: Type says which fields it has.
type order struct {
	Type     string `json:"type"` // "begin", "refuse", "stop" or "ended"
	Scenario string `json:"scenario"`
	At       int64  `json:"at"`
	Screens  []seat `json:"screens"`
	Rounds   bool   `json:"rounds"`
	Code     kiosk.Code
	Message  string `json:"message"`
}

// seat is a paired screen that waits for its program.
type seat struct {
	Screen  string `json:"screen"`
	Station string `json:"station"`
	Token   string `json:"token"`
}

// patience is how long the room may take to answer, and to clear away.
const patience = 30 * time.Second

// errNobodyMoves ends a rehearsal in which the room sends nobody anywhere.
var errNobodyMoves = errors.New("nobody is sent anywhere any more: is there a way from every station to the exit?")

// errRoomGone ends a rehearsal whose room ended it.
var errRoomGone = errors.New("the room ended the rehearsal: it was stopped or started anew")

// Hold holds a rehearsal: visitors who play themselves walk the room over its
// own protocol, at screens that are paired for them and sent nobody else. find
// gives the version of the scenario that the room shows; told is called now
// and then with who has begun and come to the end. When ctx is done the report
// is of those who came to the end by then. Nothing of the rehearsal is left in
// the room when Hold returns without an error.
func Hold(ctx context.Context, room Room, find func(hash string) (*kiosk.Scenario, error), asked kiosk.RehearsalOrder, told func(begun, finished int)) (kiosk.RehearsalReport, error) {
	var none kiosk.RehearsalReport
	ws, err := room.open(ctx)
	if err != nil {
		return none, err
	}
	defer ws.Close()
	begin, err := give(ws, asked)
	if err != nil {
		return none, err
	}
	inside, end := context.WithCancel(ctx)
	defer end()
	cleared := make(chan error, 1)
	go func() { cleared <- listen(ws, end) }()
	report, err := walkThrough(inside, room, begin, find, asked, told)
	_ = ws.SetWriteDeadline(time.Now().Add(patience))
	_ = ws.WriteJSON(report) // an empty one ends it too; if this fails, so does listening
	select {
	case gone := <-cleared:
		return report, cmp.Or(gone, err)
	case <-time.After(patience):
		return report, cmp.Or(err, errors.New("the room takes long to clear the rehearsal away; it goes on with that by itself"))
	}
}

// walkThrough plays the rehearsal to its end, or until ctx is done.
func walkThrough(ctx context.Context, room Room, begin order, find func(hash string) (*kiosk.Scenario, error), asked kiosk.RehearsalOrder, told func(begun, finished int)) (kiosk.RehearsalReport, error) {
	scenario, err := find(begin.Scenario)
	if err != nil {
		return kiosk.RehearsalReport{}, err
	}
	w := newWalk(scenario, asked, begin)
	if err := w.run(ctx, room, begin.Screens, told); err != nil && ctx.Err() == nil {
		return kiosk.RehearsalReport{}, err
	}
	return w.report(), nil
}

// open connects to the room as a rehearsal.
func (room Room) open(ctx context.Context) (*websocket.Conn, error) {
	dialer := room.dialer()
	ws, res, err := dialer.DialContext(ctx, socketURL(room.URL)+"/api/v1/rehearsal/walk", http.Header{"Authorization": {"Bearer " + room.Key}})
	if err == nil {
		return ws, nil
	}
	if res != nil { // an answer, and no socket
		doc, _ := io.ReadAll(res.Body)
		var p struct{ Detail string }
		if json.NewDecoder(bytes.NewReader(doc)).Decode(&p) == nil && p.Detail != "" {
			return nil, errors.New(p.Detail)
		}
		err = fmt.Errorf("%s: is this a room of this version?", res.Status)
	}
	return nil, fmt.Errorf("reach the room at %s: %w", room.URL, err)
}

func (room Room) dialer() websocket.Dialer {
	return websocket.Dialer{TLSClientConfig: room.TLS, HandshakeTimeout: patience}
}

func socketURL(url string) string { return "ws" + strings.TrimPrefix(url, "http") }

// give sends the order and gives the room's answer.
func give(ws *websocket.Conn, asked kiosk.RehearsalOrder) (order, error) {
	var answer order
	if err := ws.WriteJSON(asked); err != nil {
		return answer, err
	}
	_ = ws.SetReadDeadline(time.Now().Add(patience))
	if err := ws.ReadJSON(&answer); err != nil {
		return answer, err
	}
	if answer.Type != "begin" {
		return answer, kiosk.Errorf(answer.Code, "%s", answer.Message)
	}
	return answer, ws.SetReadDeadline(time.Time{})
}

// listen hears the room out, and ends the walk when the room does: nil when it
// has cleared everything away.
func listen(ws *websocket.Conn, end func()) error {
	defer end()
	for {
		var o order
		if err := ws.ReadJSON(&o); err != nil {
			return errRoomGone
		}
		switch o.Type {
		case "stop":
			end()
		case "ended":
			return nil
		}
	}
}

// run plays every screen until everybody is through, or ctx is done.
func (w *walk) run(ctx context.Context, room Room, seats []seat, told func(begun, finished int)) error {
	ctx, end := context.WithCancel(ctx)
	defer end()
	group, ctx := errgroup.WithContext(ctx)
	for _, s := range seats {
		group.Go(func() error {
			err := w.play(ctx, room, s)
			if err != nil && ctx.Err() == nil {
				return fmt.Errorf("screen at %s: %w", s.Station, err)
			}
			return nil
		})
	}
	group.Go(func() error {
		tick := time.NewTicker(time.Second / 4)
		defer tick.Stop()
		for {
			told(w.count())
			select {
			case <-ctx.Done():
				return nil
			case <-w.through:
				told(w.count())
				end()
				return nil
			case <-tick.C:
				if w.stuck(time.Now()) {
					return errNobodyMoves
				}
			}
		}
	})
	return group.Wait()
}

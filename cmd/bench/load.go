package main

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"immersion/kiosk"
	"immersion/kiosk/rehearse"

	"github.com/gorilla/websocket"
)

// load is what one run came to.
type load struct {
	perSecond float64
	took      []time.Duration // of each, sorted
}

func (l load) at(share float64) time.Duration {
	if len(l.took) == 0 {
		return 0
	}
	return l.took[min(len(l.took)-1, int(share*float64(len(l.took))))]
}

func (l load) times() string {
	return fmt.Sprintf("%.1f / %.1f ms", ms(l.at(0.5)), ms(l.at(0.99)))
}

// middle is the run whose slowest are neither the fastest nor the slowest.
func middle(runs []load) load {
	slices.SortFunc(runs, func(a, b load) int { return cmp.Compare(a.at(0.99), b.at(0.99)) })
	return runs[len(runs)/2]
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// stay is after how many reactions a visitor of the load leaves, so that visits
// open and close under load too, each at its own time.
func (s *sender) stay() int { return 200 + (s.n*37+s.badges*61)%200 }

// warmUp is the time in which a program just started draws its recordings'
// waveforms, once: no part of the speed that a room goes on at.
const warmUp = 2 * time.Second

// saturate lets every screen send as fast as it is acknowledged.
func saturate(ctx context.Context, p *rehearse.Process, screens, watchers int) (load, error) {
	stopWatching, err := watch(ctx, p, watchers, func([]byte) {})
	if err != nil {
		return load{}, err
	}
	defer stopWatching()
	senders := make([]*sender, screens)
	for i := range senders {
		if senders[i], err = newSender(ctx, p.URL, i); err != nil {
			return load{}, err
		}
		defer senders[i].Close()
	}
	time.Sleep(warmUp)
	return together(screens, func(i int) (time.Duration, error) { return senders[i].next() })
}

// together calls next in n loops for a while and adds up.
func together(n int, next func(i int) (time.Duration, error)) (load, error) {
	var wg sync.WaitGroup
	var failed atomic.Value
	took := make([][]time.Duration, n)
	end := time.Now().Add(short)
	for i := range n {
		wg.Go(func() {
			for time.Now().Before(end) {
				d, err := next(i)
				if err != nil {
					failed.Store(err)
					return
				}
				took[i] = append(took[i], d)
			}
		})
	}
	wg.Wait()
	if err, ok := failed.Load().(error); ok {
		return load{}, err
	}
	all := slices.Concat(took...)
	slices.Sort(all)
	return load{perSecond: float64(len(all)) / short.Seconds(), took: all}, nil
}

// sender is a screen with one visitor after the other.
type sender struct {
	*rehearse.Screen
	n, badges, told int
	state           kiosk.ScreenState
	visitor         *rehearse.Visitor
}

func newSender(ctx context.Context, url string, n int) (*sender, error) {
	s, err := rehearse.Pair(ctx, url, "call")
	if err != nil {
		return nil, err
	}
	st, err := s.Connect(ctx)
	return &sender{Screen: s, n: n, state: st}, err
}

// next sends one fact, or the few that change visitors, and waits for the
// acknowledgement; it gives the time of that.
func (s *sender) next() (time.Duration, error) {
	docs := s.docs()
	sent := time.Now()
	if err := s.Send(docs...); err != nil {
		return 0, err
	}
	for left := len(docs); left > 0; {
		frame, err := s.ReadBytes()
		switch {
		case err != nil:
			return 0, err
		case bytes.HasPrefix(frame, []byte(`{"type":"refuse"`)):
			return 0, fmt.Errorf("%s", frame)
		case bytes.HasPrefix(frame, []byte(`{"type":"ack"`)):
			left -= bytes.Count(frame, []byte(`","`)) // one after the type, and one between ids
		}
	}
	return time.Since(sent), nil
}

func (s *sender) docs() [][]byte {
	if s.visitor != nil && s.told < s.stay() {
		s.told++
		ms := int64(s.told) * 100
		return [][]byte{s.visitor.Fact(kiosk.Reacted, kiosk.Reaction{Valence: s.told%9 - 4, Moment: &kiosk.Moment{MS: &ms}})}
	}
	var docs [][]byte
	if v := s.visitor; v != nil {
		v.Station = "exit"
		docs = append(docs, v.Fact(kiosk.StopEntered, struct{}{}), v.Fact(kiosk.VisitFinished, struct{}{}))
	}
	s.badges++
	v, opened := rehearse.Arrive(s.ID, s.state, "entry", kiosk.Badge{Words: "Amber Otter", Colour: "#b45309", Code: fmt.Sprintf("B%d-%d", s.n, s.badges)})
	v.Station = "call"
	s.visitor, s.told = v, 0
	return append(docs, opened, v.Fact(kiosk.StopEntered, struct{}{}))
}

// watch opens live watchers, each reading all it gets; the returned function ends them.
func watch(ctx context.Context, p *rehearse.Process, n int, got func([]byte)) (stop func(), err error) {
	if n == 0 {
		return func() {}, nil
	}
	client, err := p.SetUp(ctx, "a long passphrase", "another passphrase")
	if err != nil {
		return nil, err
	}
	dialer := websocket.Dialer{Jar: client.Jar, Subprotocols: []string{"immersion.v1"}, HandshakeTimeout: 5 * time.Second}
	var sockets []*websocket.Conn
	stop = func() {
		for _, ws := range sockets {
			_ = ws.Close()
		}
	}
	for range n {
		ws, _, err := dialer.DialContext(ctx, strings.Replace(p.URL, "http", "ws", 1)+"/api/v1/watch", http.Header{})
		if err != nil {
			stop()
			return nil, fmt.Errorf("watch: %w", err)
		}
		sockets = append(sockets, ws)
		go func() {
			for {
				_, doc, err := ws.ReadMessage()
				if err != nil {
					return
				}
				got(doc)
			}
		}()
	}
	return stop, nil
}

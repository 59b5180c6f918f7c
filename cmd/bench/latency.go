package main

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"sync"
	"time"

	"immersion/kiosk"
	"immersion/kiosk/rehearse"

	"github.com/gorilla/websocket"
)

const pace = 300 // facts a second, over paceScreens screens

const paceScreens = 30

// latency is the time from a screen's send until an organiser's page has the
// changed row, at a room's busiest.
func latency(ctx context.Context, dir string) error {
	var gots, leasts []load
	for range 3 { // the middle one counts: a disk may hold one up
		got, err := withRoom(ctx, dir, func(p *rehearse.Process) (load, error) { return sendToConsole(ctx, p) })
		if err != nil {
			return fmt.Errorf("send to console: %w", err)
		}
		least, err := withBare(ctx, dir, paceScreens, sendToBare)
		if err != nil {
			return fmt.Errorf("bare server: %w", err)
		}
		gots, leasts = append(gots, got), append(leasts, least)
	}
	row(fmt.Sprintf("send to console at %d facts/s, p50 / p99", pace), middle(gots).times(), "bare server, send to acknowledgement "+middle(leasts).times(), "", "p99 ≤ 5 ms")
	return nil
}

// sendToBare is the least that any server takes: its acknowledgements at the
// same pace, which does not wait for them either.
func sendToBare(sockets []*websocket.Conn) (got load, err error) {
	v := &rehearse.Visitor{Visit: kiosk.NewID(), Station: "call"}
	var reading sync.WaitGroup
	var mu sync.Mutex
	sent := make([]chan time.Time, len(sockets))
	for i, ws := range sockets {
		sent[i] = make(chan time.Time, pace)
		reading.Go(func() {
			for at := range sent[i] {
				if _, _, err := ws.ReadMessage(); err != nil {
					return // as sending will tell
				}
				mu.Lock()
				got.took = append(got.took, time.Since(at))
				mu.Unlock()
			}
		})
	}
	err = paced(func(i int) error {
		i %= len(sockets)
		sent[i] <- time.Now()
		return sockets[i].WriteMessage(websocket.TextMessage, v.Fact(kiosk.Reacted, kiosk.Reaction{}))
	})
	for _, c := range sent {
		close(c)
	}
	reading.Wait()
	slices.Sort(got.took)
	return got, err
}

// paced calls send at the pace for a while.
func paced(send func(i int) error) error {
	tick := time.NewTicker(time.Second / pace)
	defer tick.Stop()
	for i := range int(short.Seconds() * pace) {
		<-tick.C
		if err := send(i); err != nil {
			return err
		}
	}
	return nil
}

// sightings pairs facts sent with the console rows that count them.
type sightings struct {
	mu   sync.Mutex
	sent map[string][]time.Time // by visit: when its facts were sent
	seen map[string]int         // by visit: how many the console has
	took []time.Duration
}

func (s *sightings) send(visit string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.sent[visit] = append(s.sent[visit], time.Now())
}

func (s *sightings) see(doc []byte) {
	now := time.Now()
	var f struct {
		Visits map[string]struct {
			Facts int `json:"facts"`
		} `json:"visits"`
	}
	if json.Unmarshal(doc, &f) != nil {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for visit, row := range f.Visits {
		for s.seen[visit] < min(row.Facts, len(s.sent[visit])) {
			s.took = append(s.took, now.Sub(s.sent[visit][s.seen[visit]]))
			s.seen[visit]++
		}
	}
}

func sendToConsole(ctx context.Context, p *rehearse.Process) (load, error) {
	s := &sightings{sent: map[string][]time.Time{}, seen: map[string]int{}}
	stop, err := watch(ctx, p, 1, s.see)
	if err != nil {
		return load{}, err
	}
	defer stop()
	senders := make([]*sender, paceScreens)
	for i := range senders {
		if senders[i], err = newSender(ctx, p.URL, i); err != nil {
			return load{}, err
		}
		defer senders[i].Close()
		docs := senders[i].docs() // the visit opens; the pace begins after it
		for range docs {
			s.send(senders[i].visitor.Visit)
		}
		if err := senders[i].Send(docs...); err != nil {
			return load{}, err
		}
		go func() { // acknowledgements are not what is measured
			for {
				if _, err := senders[i].Read(); err != nil {
					return
				}
			}
		}()
	}
	time.Sleep(warmUp)
	s.mu.Lock()
	s.took = nil
	s.mu.Unlock()
	err = paced(func(i int) error {
		w := senders[i%paceScreens]
		docs := w.docs()
		s.send(w.visitor.Visit)
		return w.Send(docs...)
	})
	time.Sleep(300 * time.Millisecond)
	s.mu.Lock()
	defer s.mu.Unlock()
	if want := int(short.Seconds() * pace); err == nil && len(s.took) < want*9/10 {
		err = fmt.Errorf("the console saw %d of %d facts", len(s.took), want)
	}
	slices.Sort(s.took)
	return load{took: s.took}, err
}

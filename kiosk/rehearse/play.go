package rehearse

import (
	"context"
	"fmt"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"time"

	"immersion/kiosk"
)

const (
	beat   = 4 * time.Second // between heartbeats
	parted = 3_000           // ms from the last thing done at a stop to leaving it
)

// booth is one screen of a rehearsal, with whoever is at it.
type booth struct {
	*Screen
	walk    *walk
	place   *kiosk.Place
	state   kiosk.ScreenState
	frames  chan Frame
	broken  chan error
	waiting map[string]bool // facts that are not acknowledged yet
	beats   *time.Ticker
	offered string    // code of the badge given away last, at an entry
	left    time.Time // when the last one went, until the room shows it
}

// act is one thing a visitor does at a stop.
type act struct {
	typ  string
	body any
	ms   int64
}

// sit makes a screen of a seat.
func (room Room) sit(s seat) (*Screen, error) {
	jar, err := cookiejar.New(nil)
	if err != nil {
		return nil, err
	}
	at, err := url.Parse(room.URL)
	if err != nil {
		return nil, err
	}
	jar.SetCookies(at, []*http.Cookie{{Name: "screen", Value: s.Token, Path: "/"}})
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.TLSClientConfig = room.TLS
	client := &http.Client{Jar: jar, Transport: transport, Timeout: patience}
	return &Screen{ID: s.Screen, Station: s.Station, url: room.URL, client: client, tls: room.TLS}, nil
}

// play is one screen from its connection until ctx is done.
func (w *walk) play(ctx context.Context, room Room, s seat) error {
	screen, err := room.sit(s)
	if err != nil {
		return err
	}
	place, ok := w.scenario.Place(s.Station)
	if !ok {
		return kiosk.Errorf(kiosk.NotFound, "the scenario has no station %q", s.Station)
	}
	b := &booth{Screen: screen, walk: w, place: place, frames: make(chan Frame), broken: make(chan error, 1),
		waiting: map[string]bool{}, beats: time.NewTicker(beat)}
	defer b.beats.Stop()
	if b.state, err = b.Connect(ctx); err != nil {
		return err
	}
	defer b.Close()
	defer screen.client.CloseIdleConnections()
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	go b.hear(ctx)
	for {
		v, first, err := b.receive(ctx)
		if err == nil {
			err = b.stop(ctx, v, first)
		}
		if err != nil {
			return err
		}
	}
}

// hear reads what the room sends, until the socket is closed.
func (b *booth) hear(ctx context.Context) {
	for {
		f, err := b.Read()
		if err != nil {
			b.broken <- err
			return
		}
		select {
		case b.frames <- f:
		case <-ctx.Done():
			return
		}
	}
}

// receive waits for the next visitor, who is checked in then. At an entry they
// come with the fact that opens their visit.
func (b *booth) receive(ctx context.Context) (*walker, []byte, error) {
	var v *walker
	come := func() bool {
		if b.state.Visit == nil {
			v = b.next()
		}
		return v != nil
	}
	if err := b.wait(ctx, nil, come); err != nil {
		return nil, nil, err
	}
	v.Station, v.screen = b.Station, b.ID
	if b.place.Role == kiosk.Opens {
		language := "en"
		if all := b.walk.scenario.Languages; len(all) > 0 {
			language = all[0]
		}
		return v, v.Fact(kiosk.VisitOpened, kiosk.Opened{Scenario: b.walk.scenario.Hash, Badge: *b.state.Offer, Language: language, Party: 1, Rehearsal: true}), nil
	}
	var view kiosk.VisitView
	if err := b.post(ctx, "/api/v1/checkin", map[string]string{"code": v.code}, &view); err != nil {
		return nil, nil, err
	}
	if view.ID != v.Visit {
		return nil, nil, fmt.Errorf("the badge %s is %s's, not %s's", v.code, view.ID, v.Visit)
	}
	return v, nil, nil
}

// next is who begins at this screen now; nil while there is nobody.
func (b *booth) next() *walker {
	if b.place.Role == kiosk.Opens {
		if b.state.Offer == nil || b.state.Offer.Code == b.offered {
			return nil
		}
		b.offered = b.state.Offer.Code
		return b.walk.arrive(b.offered)
	}
	for _, e := range b.state.Expected {
		if !e.Sent {
			continue
		}
		if v := b.walk.claim(e.Visit, b.Station); v != nil {
			return v
		}
	}
	return nil
}

// stop plays a visitor's time here, from coming to going.
func (b *booth) stop(ctx context.Context, v *walker, first []byte) error {
	from := time.Now()
	facts := [][]byte{v.Fact(kiosk.StopEntered, struct{}{})}
	if first != nil {
		facts = [][]byte{first, facts[0]}
	}
	if err := b.tell(facts...); err != nil {
		return err
	}
	for _, a := range b.acts(v) {
		timer := time.NewTimer(time.Until(from.Add(b.walk.clock(a.ms))))
		err := b.wait(ctx, timer.C, nil)
		timer.Stop()
		if err == nil && a.typ != "" {
			err = b.tell(v.Fact(a.typ, a.body))
		}
		if err != nil {
			return err
		}
	}
	to, home := time.Now(), b.place.Role == kiosk.Closes
	last := v.Fact(kiosk.StopLeft, kiosk.Leaving{Reason: "done"})
	if home {
		last = v.Fact(kiosk.VisitFinished, struct{}{})
	}
	if err := b.tell(last); err != nil {
		return err
	}
	b.left = to
	acked := func() bool { return len(b.waiting) == 0 }
	if err := b.wait(ctx, nil, acked); err != nil {
		return err
	}
	b.walk.release(v, from, to, home)
	return nil
}

// acts are what a visitor does here; the last is to go.
func (b *booth) acts(v *walker) []act {
	var all []act
	end := int64(b.place.Minutes * 60_000)
	if sim, ok := b.place.Station.(kiosk.Simulator); ok {
		sim.Simulate(b.walk.scenario, v.seed, func(typ string, body any, ms int64) {
			all = append(all, act{typ, body, ms})
			end = ms + parted
		})
	}
	return append(all, act{ms: end})
}

// tell sends facts, which wait for their acknowledgement then.
func (b *booth) tell(docs ...[]byte) error {
	for _, doc := range docs {
		f, err := kiosk.ParseFact(doc)
		if err != nil {
			return err
		}
		b.waiting[f.ID] = true
	}
	return b.Send(docs...)
}

// wait takes what the room sends until a timer rings or something holds; nil
// for neither.
func (b *booth) wait(ctx context.Context, timer <-chan time.Time, holds func() bool) error {
	for {
		goes := b.walk.somebodyGoes()
		if holds != nil && holds() {
			return nil
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case err := <-b.broken:
			return err
		case <-timer:
			return nil
		case <-goes:
		case <-b.beats.C:
			if err := b.Presence(b.state.Version); err != nil {
				return err
			}
		case f := <-b.frames:
			if err := b.take(f); err != nil {
				return err
			}
		}
	}
}

func (b *booth) take(f Frame) error {
	switch f.Type {
	case "state":
		b.state = f.ScreenState
		if f.Visit == nil && !b.left.IsZero() {
			b.walk.lagged(time.Since(b.left))
			b.left = time.Time{}
		}
	case "ack":
		for _, id := range f.IDs {
			delete(b.waiting, id)
		}
	case "refuse":
		return kiosk.Errorf(f.Code, "the room refused a fact: %s", f.Message)
	}
	return nil
}

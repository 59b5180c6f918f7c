package speaker

import (
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"github.com/gopxl/beep/v2"
	"github.com/hajimehoshi/oto/v2"

	"immersion/kiosk"
)

const (
	rate    = beep.SampleRate(48000)
	patient = 10 * time.Second       // for a card to open
	tail    = 150 * time.Millisecond // what the card still holds when a player is done
	look    = 20 * time.Millisecond  // between two looks at players and card
	period  = 1024                   // samples that oto gives the card at once; the card holds two
	// supply is what a player of oto's holds, in samples, 85 ms: so late may a busy
	// machine come before a gap is heard. Half of it left gaps on two cores at a
	// load of ten.
	supply = 4 * period
	// After a failure the card is looked for again, soon at first.
	soonest = 500 * time.Millisecond
	latest  = 30 * time.Second
)

// Options say which sound card.
type Options struct {
	Device string // as ALSA names it, like hw:CARD=Speakers; "" for the system's default
	Config string // file that a named device needs, written anew; its folder exists
	Log    *slog.Logger
}

// Speaker plays on the machine's sound card. A program makes one: oto allows
// one context at a time. It is safe for concurrent use.
type Speaker struct {
	log    *slog.Logger
	device string
	unable error // why no device can be named
	mixer  *mixer
	woken  chan struct{} // there may be something to play
	said   string        // the status as logged last; run's

	opening sync.Mutex // one attempt at a time
	tried   bool       // guarded by opening: oto was asked before

	mu      sync.Mutex // guards the rest
	context *oto.Context
	ready   <-chan struct{} // closed when the context has opened, or failed
	trouble error
	player  oto.Player // that the mixer feeds; nil: none
}

// Open begins to open the sound card and returns at once; Status tells how it went.
func Open(o Options) *Speaker {
	hush()
	s := &Speaker{log: o.Log, device: o.Device, mixer: newMixer(time.Now), woken: make(chan struct{}, 1),
		trouble: errors.New("the sound card is being opened")}
	s.mixer.failed = func(track string, err error) { s.log.Warn("a sound broke off", "track", track, "error", err) }
	if s.device != "" {
		s.unable = name(s.device, o.Config)
	}
	go s.run()
	return s
}

// Status says in one sentence what sound plays on, or why there is none.
func (s *Speaker) Status() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.trouble == nil && s.context.Err() != nil {
		return "no sound card: " + plain(s.context.Err())
	}
	if s.trouble != nil {
		return s.trouble.Error()
	}
	if s.device != "" {
		return fmt.Sprintf("sound device %s ready", s.device)
	}
	return "sound card ready"
}

// Ready tells whether there is a sound card.
func (s *Speaker) Ready() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.trouble == nil && s.context.Err() == nil
}

// Look looks for the sound card, if there is none yet. Without one the error
// is unavailable, and its sentence is the status.
func (s *Speaker) Look() error {
	if _, err := s.card(); err != nil {
		return kiosk.Errorf(kiosk.Unavailable, "%s", s.Status())
	}
	return nil
}

// Tune brings the loudspeakers to how they are wanted. The error tells of an
// ambience that cannot be played; the rest is done.
func (s *Speaker) Tune(t kiosk.Tuning) error {
	changed, another := s.mixer.tune(t)
	if changed {
		defer s.wake() // and not otherwise: a card that is gone is not looked for each time
	}
	if !another {
		return nil
	}
	l, format, err := newLoop(*t.Ambience)
	if err != nil {
		return fmt.Errorf("play %s: %w", t.Ambience.ID, err)
	}
	s.mixer.begin(&voice{id: t.Ambience.ID, from: atRate(l, format), close: l.Close})
	return nil
}

// Chime strikes at once, unless everything is paused: what Tune says, or the
// bell. It does not wait for the sound card.
func (s *Speaker) Chime() {
	v := &voice{id: "bell", from: bell(rate), gain: steady(1)}
	if t := s.mixer.chimeTrack(); t != nil {
		own, err := once(*t)
		if err != nil {
			s.log.Warn("chime", "error", err)
		} else {
			v = own
		}
	}
	s.mixer.strike(v)
	s.wake()
}

// Say plays a track once everything said before it is over. A Conflict when
// too much waits already.
func (s *Speaker) Say(t kiosk.Track) error {
	v, err := once(t)
	if err != nil {
		return err
	}
	if !s.mixer.say(v) {
		v.end()
		return kiosk.Errorf(kiosk.Conflict, "%d announcements wait already", maxQueue)
	}
	s.wake()
	return nil
}

// Stop ends everything at once, what waits too, and silences the ambience until
// the next Tune.
func (s *Speaker) Stop() {
	s.mu.Lock()
	if s.player != nil {
		s.player.SetVolume(0) // oto takes it down within a period, what is mixed already too
	}
	s.mu.Unlock()
	s.mixer.stop()
	s.wake()
}

// Spoken tells what is played aloud and what waits; the channel rings once it
// has changed.
func (s *Speaker) Spoken() (kiosk.Spoken, <-chan struct{}) {
	return s.mixer.spoken(), s.mixer.changed
}

func (s *Speaker) wake() {
	select {
	case s.woken <- struct{}{}:
	default:
	}
}

// run keeps the card playing while there is something to play, and comes back
// to it when it was gone.
func (s *Speaker) run() {
	_, _ = s.card() // for Status to tell of
	s.tell()
	for back := soonest; ; <-s.woken {
		for s.mixer.wants() {
			began := time.Now()
			context, err := s.card()
			s.tell()
			if err == nil {
				err = s.perform(context)
			}
			if time.Since(began) > latest { // not one that opens and fails at once
				back = soonest
			}
			if err != nil {
				s.tell()
				s.without(back)
				back = min(2*back, latest)
			}
		}
	}
}

// tell logs the status where it is another than before.
func (s *Speaker) tell() {
	status := s.Status()
	if status == s.said {
		return
	}
	if s.said != "" || !s.Ready() {
		s.log.Warn("room sound", "status", status)
	}
	s.said = status
}

// without lets time pass without a card: what is played then is over when it
// would have been, and goes on amid when the card is back. It ends early when
// something new is to be played.
func (s *Speaker) without(d time.Duration) {
	tick := time.NewTicker(look)
	defer tick.Stop()
	over := time.After(d)
	for last := time.Now(); ; {
		select {
		case <-over:
			return
		case <-s.woken:
			return
		case now := <-tick.C:
			s.mixer.deafen(now.Sub(last))
			last = now
		}
	}
}

// perform plays on a card until there is silence, and lets it rest then. The
// error tells that the card is gone.
func (s *Speaker) perform(context *oto.Context) error {
	if err := context.Resume(); err != nil {
		return err
	}
	var playing []oto.Player // the last is fed, the others end
	defer func() {
		s.feed(nil)
		for _, p := range playing {
			_ = p.Close()
		}
	}()
	tick := time.NewTicker(look)
	defer tick.Stop()
	var from *feed
	for quiet := time.Now(); ; {
		if from == nil || from.over() {
			if from = s.mixer.feed(); from != nil {
				p := context.NewPlayer(from)
				p.(oto.BufferSizeSetter).SetBufferSize(supply * frame)
				s.feed(p)
				p.Play()
				playing = append(playing, p)
			}
		}
		playing = ended(playing)
		if len(playing) > 0 {
			quiet = time.Now()
		} else if time.Since(quiet) > tail {
			return context.Suspend()
		}
		select {
		case <-s.woken:
		case <-tick.C:
		}
		if err := context.Err(); err != nil { // players say that they play for ever then
			return err
		}
	}
}

// ended closes the players that are done.
func ended(playing []oto.Player) []oto.Player {
	on := playing[:0]
	for _, p := range playing {
		if p.IsPlaying() {
			on = append(on, p)
		} else {
			_ = p.Close()
		}
	}
	return on
}

func (s *Speaker) feed(p oto.Player) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.player = p
}

package speaker

import (
	"errors"
	"fmt"
	"log/slog"
	"strings"
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

	opening sync.Mutex // one attempt at a time

	mu      sync.Mutex // guards the rest
	context *oto.Context
	ready   <-chan struct{} // closed when the context has opened, or failed
	trouble error
	playing int
}

// Open begins to open the sound card and returns at once; Status tells how it went.
func Open(o Options) *Speaker {
	hush()
	s := &Speaker{log: o.Log, device: o.Device, trouble: errors.New("the sound card is being opened")}
	if s.device != "" {
		s.unable = name(s.device, o.Config)
	}
	go func() {
		if _, err := s.card(); err != nil {
			s.log.Warn("room sound", "status", s.Status())
		}
	}()
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

// Ready tells whether something can be heard.
func (s *Speaker) Ready() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.trouble == nil && s.context.Err() == nil
}

// Test plays the bell once. Without a sound card the error is unavailable, and
// its sentence is the status.
func (s *Speaker) Test() error {
	if err := s.play(bell(rate)); err != nil {
		return kiosk.Errorf(kiosk.Unavailable, "%s", s.Status())
	}
	return nil
}

// Chime plays the bell, if there is a sound card, and does not wait for it.
func (s *Speaker) Chime() {
	go func() {
		if err := s.play(bell(rate)); err != nil {
			s.log.Warn("chime", "status", s.Status())
		}
	}()
}

// play begins to play and does not wait for the end.
func (s *Speaker) play(sound beep.Streamer) error {
	context, err := s.card()
	if err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := context.Resume(); err != nil {
		return err
	}
	s.playing++
	p := context.NewPlayer(&reader{from: sound})
	p.Play()
	go s.finish(context, p)
	return nil
}

// finish waits for a player's end and lets a silent card rest. A player whose
// card went away says that it plays for ever, so the context is asked too.
func (s *Speaker) finish(context *oto.Context, p oto.Player) {
	for p.IsPlaying() && context.Err() == nil {
		time.Sleep(20 * time.Millisecond)
	}
	time.Sleep(tail)
	s.mu.Lock()
	defer s.mu.Unlock()
	err := errors.Join(p.Close(), context.Err())
	if s.playing--; s.playing == 0 && err == nil {
		err = context.Suspend()
	}
	if err != nil {
		s.log.Warn("room sound", "error", err)
	}
}

// card gives the context in use. It makes one where there is none, or where
// the last one failed: then nothing of that lives on.
func (s *Speaker) card() (*oto.Context, error) {
	s.opening.Lock()
	defer s.opening.Unlock()
	if s.context == nil || opened(s.ready) && s.context.Err() != nil {
		if err := s.found(); err != nil {
			return nil, s.opens(nil, nil, err)
		}
		context, ready, err := oto.NewContext(int(rate), 2, oto.FormatFloat32LE)
		if err != nil {
			return nil, s.opens(nil, nil, err)
		}
		_ = s.opens(context, ready, errors.New("the sound card is being opened"))
	} else if opened(s.ready) {
		return s.context, nil
	}
	select {
	case <-s.ready:
	case <-time.After(patient): // it may yet; a second context beside it may not
		return nil, s.opens(s.context, s.ready, errors.New("no sound card: it does not answer"))
	}
	// That there is no card shows only now.
	err := s.context.Err()
	if err == nil {
		err = s.context.Suspend()
	}
	if err != nil {
		err = errors.New("no sound card: " + plain(err))
	}
	return s.context, s.opens(s.context, s.ready, err)
}

// found tells why the device that is named cannot be had; nil without a name.
func (s *Speaker) found() error {
	if s.device == "" || s.unable != nil {
		return s.unable
	}
	return there(s.device)
}

// opens notes how far the opening is. Only card, which holds opening, writes these.
func (s *Speaker) opens(context *oto.Context, ready <-chan struct{}, trouble error) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.context, s.ready, s.trouble = context, ready, trouble
	return trouble
}

func opened(ready <-chan struct{}) bool {
	select {
	case <-ready:
		return true
	default:
		return false
	}
}

// plain leaves out of a driver's error what it tried one by one.
func plain(err error) string {
	what := strings.TrimPrefix(err.Error(), "oto: ALSA error at ")
	if call, tried, ok := strings.Cut(what, ": \""); ok {
		_, why, _ := strings.Cut(tried, ": ")
		why, _, _ = strings.Cut(why, ", \"")
		return call + ": " + why
	}
	return what
}

package speaker

import (
	"errors"
	"strings"
	"time"

	"github.com/hajimehoshi/oto/v2"
)

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

// found tells why the device that is named cannot be had; without a name, that
// there was no device at all and still is none: each try of oto's leaves some
// memory behind, so it is not called in vain.
func (s *Speaker) found() error {
	switch {
	case s.unable != nil:
		return s.unable
	case s.device != "":
		return there(s.device)
	case s.tried && !anything():
		return errors.New("no sound card: there is none")
	}
	s.tried = true
	return nil
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

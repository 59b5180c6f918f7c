package call

import "immersion/kiosk"

// Recital is the call from where it begins for visitors, if the room's
// loudspeakers can play it and its last day is not past.
func (s *Station) Recital() (kiosk.Recital, bool) {
	var c check
	if s.checkExpiry(&c); len(c.faults) > 0 || !s.sound.Decodes() {
		return kiosk.Recital{}, false
	}
	r := kiosk.Recital{File: s.Recording, From: s.begins(), To: s.sound.Duration}
	for _, cue := range s.cues {
		r.Captions = append(r.Captions, kiosk.Caption(cue))
	}
	return r, true
}

var _ kiosk.Reciter = (*Station)(nil)

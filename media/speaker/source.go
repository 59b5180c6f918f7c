package speaker

import (
	"fmt"
	"io"

	"github.com/gopxl/beep/v2"

	"immersion/kiosk"
	"immersion/media"
)

// quality of resampling: eight samples around each, in beep's measure. Enough
// for a telephone's 8 kHz to sound as it did.
const quality = 4

// source is a recording being decoded.
type source struct {
	beep.Streamer
	format beep.Format
	file   io.Closer
	broken error
}

// open begins to decode a track.
func open(t kiosk.Track) (s *source, err error) {
	file, err := t.Open()
	if err != nil {
		return nil, err
	}
	defer func() {
		if r := recover(); r != nil { // decoders were not written for damaged files
			s, err = nil, fmt.Errorf("damaged: %v", r)
		}
		if err != nil {
			_ = file.Close()
		}
	}()
	s = &source{file: file}
	s.Streamer, s.format, err = media.Decode(file)
	return s, err
}

// Stream gives what the decoder gives; a damaged recording ends there.
func (s *source) Stream(samples [][2]float64) (n int, ok bool) {
	if s.broken != nil {
		return 0, false
	}
	defer func() {
		if r := recover(); r != nil {
			n, ok, s.broken = 0, false, fmt.Errorf("damaged: %v", r)
		}
	}()
	return s.Streamer.Stream(samples)
}

func (s *source) Err() error {
	if s.broken != nil {
		return s.broken
	}
	return s.Streamer.Err()
}

func (s *source) Close() error { return s.file.Close() }

// once is a track that is played to its end, at the room's rate.
func once(t kiosk.Track) (*voice, error) {
	s, err := open(t)
	if err != nil {
		return nil, fmt.Errorf("play %s: %w", t.ID, err)
	}
	skip := make([][2]float64, 512)
	for left := s.format.SampleRate.N(t.From); left > 0; {
		n, ok := s.Stream(skip[:min(left, len(skip))])
		if left -= n; !ok {
			break
		}
	}
	return &voice{id: t.ID, from: newEdges(atRate(s, s.format)), close: s.Close, gain: steady(1)}, nil
}

func atRate(s beep.Streamer, format beep.Format) beep.Streamer {
	if format.SampleRate == rate {
		return s
	}
	return beep.Resample(quality, format.SampleRate, rate, s)
}

// Package media reads the sound and the captions of a scenario: how long a
// recording is, what its waveform looks like, and who says what when.
//
// It reads WAV (PCM, float, G.711 µ-law and A-law), MP3 and Ogg Vorbis, by
// content and never by name, and captions in WebVTT and SRT.
package media

import (
	"bufio"
	"errors"
	"fmt"
	"io"
)

// Format is how a recording is written down.
type Format string

const (
	WAV    Format = "wav"
	MP3    Format = "mp3"
	Vorbis Format = "vorbis" // in Ogg
)

// Sound is what a recording's own structure tells about it.
type Sound struct {
	Format   Format
	Duration int64 // ms
	Rate     int   // samples a second
	Channels int
}

// ErrFormat is wrapped by errors about files that are no recording of the
// kinds read here.
var ErrFormat = errors.New("not WAV (PCM, float or G.711), MP3 or Ogg Vorbis")

// Scan walks a recording's structure from its first byte to its last without
// decoding any sound, so it is quick for long ones too. A file that was cut
// short is an error where the format can tell.
func Scan(r io.Reader) (Sound, error) {
	b := bufio.NewReaderSize(r, 64<<10)
	format, err := detect(b)
	if err != nil {
		return Sound{}, err
	}
	var s Sound
	switch format {
	case WAV:
		s, err = scanWAV(b)
	case MP3:
		s, err = scanMP3(b)
	case Vorbis:
		s, err = scanOgg(b)
	}
	if err != nil {
		return Sound{}, fmt.Errorf("read %s: %w", format, err)
	}
	if s.Duration == 0 {
		return Sound{}, fmt.Errorf("read %s: there is no sound in it", format)
	}
	return s, nil
}

// detect looks at a file's first bytes.
func detect(b *bufio.Reader) (Format, error) {
	head, _ := b.Peek(12)
	switch {
	case len(head) == 12 && string(head[:4]) == "RIFF" && string(head[8:]) == "WAVE":
		return WAV, nil
	case len(head) >= 4 && string(head[:4]) == "OggS":
		return Vorbis, nil
	case len(head) >= 3 && string(head[:3]) == "ID3":
		return MP3, nil
	case len(head) >= 4:
		if _, ok := parseFrame(head); ok {
			return MP3, nil
		}
	}
	return "", ErrFormat
}

func milliseconds(samples, rate int64) int64 { return (samples*1000 + rate/2) / rate }

// Package media reads the sound and the captions of a scenario: how long a
// recording is, what its waveform looks like, and who says what when.
//
// Sound is told by content and never by name. It decodes WAV (PCM, float,
// G.711 µ-law and A-law), MP3, Ogg Vorbis and FLAC. Of what only browsers play
// (MP3 below 16 kHz, Opus, AAC) it reads how long it is. Captions are WebVTT
// and SRT. Whatever it reads it reads as a stream: memory does not grow with a
// file's length.
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
	Opus   Format = "opus"   // in Ogg
	FLAC   Format = "flac"
	AAC    Format = "aac" // in MP4: M4A
)

// Sound is what a recording's own structure tells about it.
type Sound struct {
	Format   Format
	Duration int64 // ms
	Rate     int   // samples a second
	Channels int   // of AAC what its container says: 2, mostly
	Samples  int64 // of each channel; 0 for what we do not decode
	Anew     bool  // browsers play it, or its end, only written anew: see WriteWAV
}

// Decodes tells whether Decode can read the recording; browsers play all that
// Scan accepts, but for what is Anew.
func (s Sound) Decodes() bool { return s.Samples > 0 }

// ErrFormat is wrapped by errors about files that are no recording of the
// kinds read here.
var ErrFormat = errors.New("not WAV (PCM, float or G.711), MP3, Ogg (Vorbis or Opus), FLAC or M4A (AAC)")

// codecError names what a file of a known sort holds that no browser plays.
type codecError string

func (c codecError) Error() string { return "it holds " + string(c) + ", which browsers do not play" }

func (codecError) Is(err error) bool { return err == ErrFormat }

// Scan walks a recording's structure from its first byte to its last without
// decoding any sound, so it is quick for long ones too. A file that was cut
// short is an error where the format can tell.
func Scan(r io.Reader) (_ Sound, err error) {
	defer recovered(&err)
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
	case FLAC:
		s, err = scanFLAC(b)
	case AAC:
		s, err = scanMP4(b)
	}
	if err != nil {
		return Sound{}, fmt.Errorf("read %s: %w", format, err)
	}
	if s.Duration <= 0 {
		return Sound{}, fmt.Errorf("read %s: there is no sound in it", format)
	}
	return s, nil
}

// detect looks at a file's first bytes. Every Ogg is Vorbis to it, every MP4 AAC.
func detect(b *bufio.Reader) (Format, error) {
	head, _ := b.Peek(12)
	switch {
	case len(head) == 12 && string(head[:4]) == "RIFF" && string(head[8:]) == "WAVE":
		return WAV, nil
	case len(head) == 12 && string(head[4:8]) == "ftyp":
		return AAC, nil
	case len(head) >= 4 && string(head[:4]) == "OggS":
		return Vorbis, nil
	case len(head) >= 4 && string(head[:4]) == "fLaC":
		return FLAC, nil
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

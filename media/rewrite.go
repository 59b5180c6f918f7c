package media

import (
	"encoding/binary"
	"io"

	"github.com/gopxl/beep/v2"
)

// Span is a piece of a recording, in ms of media time.
type Span struct {
	From int64
	To   int64
}

// guard is how far silence reaches beyond a span of an MP3, in ms. Players cut
// the encoder's delay off, decoders here do not, and a span may be timed by
// either: what was said must be gone in both.
const guard = 150

// Widened are the spans that are really silenced in a recording of a format.
func Widened(f Format, spans []Span) []Span {
	if f != MP3 {
		return spans
	}
	wide := make([]Span, len(spans))
	for i, s := range spans {
		wide[i] = Span{max(0, s.From-guard), s.To + guard}
	}
	return wide
}

// silencer is a stream with spans silenced.
type silencer struct {
	beep.Streamer
	spans []Span
	rate  int64
	at    int64 // samples
}

func (s *silencer) Stream(samples [][2]float64) (int, bool) {
	n, ok := s.Streamer.Stream(samples)
	for _, span := range s.spans {
		from, to := span.From*s.rate/1000-s.at, (span.To*s.rate+999)/1000-s.at
		if from, to = max(from, 0), min(to, int64(n)); from < to {
			clear(samples[from:to])
		}
	}
	s.at += int64(n)
	return n, ok
}

const wavHead = 44 // bytes

// WAVSize is the bytes that WriteWAV writes.
func WAVSize(s Sound) int64 { return wavHead + s.Samples*int64(2*min(s.Channels, 2)) }

// WriteWAV writes a recording, which Scan found to be s, as WAV of 16 bits at
// its own rate with spans silenced, up to two channels. It is as long as s says
// to the sample, whatever the decoder gives.
func WriteWAV(w io.Writer, r io.Reader, s Sound, silent []Span) error {
	channels := min(s.Channels, 2)
	if _, err := w.Write(headOf(s, channels)); err != nil {
		return err
	}
	left := s.Samples
	buf := make([]byte, 0, 8<<10)
	write := func(samples [][2]float64) error {
		buf = buf[:0]
		for _, v := range samples[:min(int64(len(samples)), left)] {
			for _, side := range v[:channels] {
				buf = binary.LittleEndian.AppendUint16(buf, uint16(int16(max(-1, min(side, 1))*(1<<15-1))))
			}
			left--
		}
		_, err := w.Write(buf)
		return err
	}
	if err := decodeAll(r, silent, write); err != nil {
		return err
	}
	for still := make([][2]float64, 2048); left > 0; {
		if err := write(still); err != nil {
			return err
		}
	}
	return nil
}

func headOf(s Sound, channels int) []byte {
	le := binary.LittleEndian
	size := uint32(WAVSize(s) - wavHead)
	b := append([]byte("RIFF"), le.AppendUint32(nil, size+wavHead-8)...)
	b = append(b, "WAVEfmt "...)
	b = le.AppendUint32(b, 16)
	b = le.AppendUint16(b, tagPCM)
	b = le.AppendUint16(b, uint16(channels))
	b = le.AppendUint32(b, uint32(s.Rate))
	b = le.AppendUint32(b, uint32(s.Rate*channels*2))
	b = le.AppendUint16(b, uint16(channels*2))
	b = le.AppendUint16(b, 16)
	return le.AppendUint32(append(b, "data"...), size)
}

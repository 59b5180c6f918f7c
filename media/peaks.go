package media

import (
	"bufio"
	"fmt"
	"io"

	"github.com/gopxl/beep/v2"
	"github.com/gopxl/beep/v2/mp3"
	"github.com/gopxl/beep/v2/vorbis"
)

// Decode gives a recording's samples as a stream; it reads no further ahead
// than it must. What only browsers play (Sound.Decodes tells) is an error here.
func Decode(r io.Reader) (beep.Streamer, beep.Format, error) {
	b := bufio.NewReaderSize(r, 64<<10)
	format, err := detect(b)
	if err != nil {
		return nil, beep.Format{}, err
	}
	// The decoders measure what can be seeked before they begin: hide that.
	once := io.NopCloser(struct{ io.Reader }{b})
	switch format {
	case WAV:
		return decodeWAV(b)
	case MP3:
		return mp3.Decode(once)
	case FLAC:
		return decodeFLAC(b)
	case Vorbis:
		return vorbis.Decode(once)
	}
	return nil, beep.Format{}, fmt.Errorf("%s is not decoded here: %w", format, ErrFormat)
}

// Peaks decodes a recording to its end and gives its waveform: the loudest
// sample of each of count equal parts, 255 for the loudest of all. Silent
// spans are as if nothing was there. Memory does not grow with the recording.
func Peaks(r io.Reader, count int, silent ...Span) (peaks []byte, err error) {
	e := envelope{width: 64, parts: make([]float64, 0, 8*count)}
	err = decodeAll(r, silent, func(samples [][2]float64) error {
		for _, v := range samples {
			e.add(max(v[0], -v[0], v[1], -v[1]))
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return e.peaks(count), nil
}

// decodeAll calls each with the samples of a recording, piece by piece.
func decodeAll(r io.Reader, silent []Span, each func([][2]float64) error) (err error) {
	defer recovered(&err)
	s, format, err := Decode(r)
	if err != nil {
		return fmt.Errorf("decode: %w", err)
	}
	if len(silent) > 0 {
		s = &silencer{Streamer: s, spans: silent, rate: int64(format.SampleRate)}
	}
	if _, err = drain(s, each); err != nil {
		return fmt.Errorf("decode: %w", err)
	}
	return nil
}

// recovered makes an error of a panic: the decoders were not written for
// damaged files.
func recovered(err *error) {
	if broken := recover(); broken != nil {
		*err = fmt.Errorf("decode: damaged: %v", broken)
	}
}

// drain reads a stream to its end and counts its samples.
func drain(s beep.Streamer, each func([][2]float64) error) (total int64, err error) {
	samples := make([][2]float64, 2048)
	for {
		n, ok := s.Stream(samples)
		total += int64(n)
		if err := each(samples[:n]); err != nil {
			return total, err
		}
		if !ok {
			return total, s.Err()
		}
	}
}

// envelope keeps the loudest of every width samples; when there are too many
// parts it joins them two by two.
type envelope struct {
	parts []float64
	width int
	n     int // samples in the last part
}

func (e *envelope) add(v float64) {
	if len(e.parts) == 0 || e.n == e.width {
		if len(e.parts) == cap(e.parts) {
			for i := range len(e.parts) / 2 {
				e.parts[i] = max(e.parts[2*i], e.parts[2*i+1])
			}
			e.parts = e.parts[:len(e.parts)/2]
			e.width *= 2
		}
		e.parts, e.n = append(e.parts, 0), 0
	}
	last := &e.parts[len(e.parts)-1]
	*last = max(*last, v)
	e.n++
}

func (e *envelope) peaks(count int) []byte {
	out := make([]byte, count)
	if len(e.parts) == 0 {
		return out
	}
	var loudest float64
	for _, v := range e.parts {
		loudest = max(loudest, v)
	}
	for i := range out {
		from := i * len(e.parts) / count
		to := max(from+1, (i+1)*len(e.parts)/count)
		var v float64
		for _, p := range e.parts[from:to] {
			v = max(v, p)
		}
		if loudest > 0 {
			out[i] = byte(v/loudest*255 + 0.5)
		}
	}
	return out
}

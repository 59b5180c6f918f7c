package media

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"

	"github.com/gopxl/beep/v2"
)

// Format tags of a WAV file.
const (
	tagPCM        = 1
	tagFloat      = 3
	tagALaw       = 6
	tagMuLaw      = 7
	tagExtensible = 0xfffe
)

// codecs are what telephone systems put into WAV that browsers do not play
// (registered in RFC 2361).
var codecs = map[uint16]string{
	0x02: "Microsoft ADPCM", 0x11: "IMA ADPCM", 0x14: "G.723 ADPCM", 0x22: "TrueSpeech", 0x31: "GSM 06.10",
	0x40: "G.721 ADPCM", 0x42: "G.723.1", 0x45: "G.726 ADPCM", 0x50: "MPEG audio", 0x55: "MP3", 0x64: "G.726 ADPCM",
	0x65: "G.722 ADPCM", 0x83: "G.729", 0x160: "Windows Media Audio", 0x161: "Windows Media Audio",
}

// wav is what stands before the samples of a WAV file.
type wav struct {
	tag      uint16
	channels int
	rate     int
	width    int   // bytes a sample
	size     int64 // bytes of samples; −1: up to the end of the file
}

// openWAV reads up to the first sample.
func openWAV(r io.Reader) (wav, error) {
	var w wav
	if _, err := io.CopyN(io.Discard, r, 12); err != nil {
		return w, err
	}
	for {
		var head [8]byte
		if _, err := io.ReadFull(r, head[:]); err != nil {
			return w, errors.New("it has no samples")
		}
		size := int64(binary.LittleEndian.Uint32(head[4:]))
		switch string(head[:4]) {
		case "fmt ":
			if err := w.format(r, size); err != nil {
				return w, err
			}
		case "data":
			if w.tag == 0 {
				return w, errors.New("its samples come before their format")
			}
			if w.size = size; size == 0 || size == math.MaxUint32 { // written to a pipe
				w.size = -1
			}
			return w, nil
		default:
			if _, err := io.CopyN(io.Discard, r, size+size%2); err != nil {
				return w, errors.New("it is cut short before its samples")
			}
		}
	}
}

func (w *wav) format(r io.Reader, size int64) error {
	if size < 16 || size > 1024 {
		return fmt.Errorf("its format has %d bytes", size)
	}
	b := make([]byte, size+size%2)
	if _, err := io.ReadFull(r, b); err != nil {
		return errors.New("it is cut short in its format")
	}
	le := binary.LittleEndian
	w.tag, w.channels, w.rate = le.Uint16(b), int(le.Uint16(b[2:])), int(le.Uint32(b[4:]))
	bits := int(le.Uint16(b[14:]))
	if w.tag == tagExtensible && size >= 26 {
		w.tag = le.Uint16(b[24:])
	}
	w.width = bits / 8
	switch known := codecs[w.tag]; {
	case known != "":
		return codecError(known)
	case w.channels < 1 || w.channels > 8 || w.rate < 1000 || w.rate > 384000 || bits%8 != 0 || w.value() == nil:
		return fmt.Errorf("it has format %d with %d bits, %d channels at %d Hz: %w", w.tag, bits, w.channels, w.rate, ErrFormat)
	}
	return nil
}

// value gives the reading of one sample; nil for a format we cannot read.
func (w *wav) value() func(b []byte) float64 {
	le := binary.LittleEndian
	switch [2]int{int(w.tag), w.width} {
	case [2]int{tagPCM, 1}:
		return func(b []byte) float64 { return float64(int(b[0])-128) / 128 }
	case [2]int{tagPCM, 2}:
		return func(b []byte) float64 { return float64(int16(le.Uint16(b))) / (1 << 15) }
	case [2]int{tagPCM, 3}:
		return func(b []byte) float64 {
			return float64(int32(uint32(b[0])<<8|uint32(b[1])<<16|uint32(b[2])<<24)) / (1 << 31)
		}
	case [2]int{tagPCM, 4}:
		return func(b []byte) float64 { return float64(int32(le.Uint32(b))) / (1 << 31) }
	case [2]int{tagFloat, 4}:
		return func(b []byte) float64 { return finite(float64(math.Float32frombits(le.Uint32(b)))) }
	case [2]int{tagFloat, 8}:
		return func(b []byte) float64 { return finite(math.Float64frombits(le.Uint64(b))) }
	case [2]int{tagALaw, 1}:
		return func(b []byte) float64 { return aLaw(b[0]) }
	case [2]int{tagMuLaw, 1}:
		return func(b []byte) float64 { return muLaw(b[0]) }
	}
	return nil
}

func finite(v float64) float64 {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return 0
	}
	return v
}

func scanWAV(b *bufio.Reader) (Sound, error) {
	w, err := openWAV(b)
	if err != nil {
		return Sound{}, err
	}
	size, err := io.Copy(io.Discard, b)
	if err != nil {
		return Sound{}, err
	}
	if w.size >= 0 {
		if size < w.size {
			return Sound{}, fmt.Errorf("it is cut short: %d bytes of samples are missing", w.size-size)
		}
		size = w.size
	}
	samples := size / int64(w.width*w.channels)
	return Sound{Format: WAV, Duration: milliseconds(samples, int64(w.rate)), Rate: w.rate, Channels: w.channels, Samples: samples,
		Anew: w.width == 8 || w.size < 0}, nil
}

// wavStream decodes; of more than two channels it takes the first two.
type wavStream struct {
	wav
	r    io.Reader
	read func([]byte) float64
	buf  []byte
	err  error
}

func decodeWAV(r io.Reader) (beep.Streamer, beep.Format, error) {
	w, err := openWAV(r)
	if err != nil {
		return nil, beep.Format{}, err
	}
	if w.size >= 0 {
		r = io.LimitReader(r, w.size)
	}
	format := beep.Format{SampleRate: beep.SampleRate(w.rate), NumChannels: min(w.channels, 2), Precision: 2}
	return &wavStream{wav: w, r: r, read: w.value()}, format, nil
}

func (s *wavStream) Stream(samples [][2]float64) (int, bool) {
	frame := s.width * s.channels
	if need := frame * len(samples); cap(s.buf) < need {
		s.buf = make([]byte, need)
	}
	n, err := io.ReadFull(s.r, s.buf[:frame*len(samples)])
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		s.err = err
	}
	n /= frame
	for i := range n {
		b := s.buf[i*frame:]
		samples[i][0] = s.read(b)
		samples[i][1] = samples[i][0]
		if s.channels > 1 {
			samples[i][1] = s.read(b[s.width:])
		}
	}
	return n, n > 0
}

func (s *wavStream) Err() error { return s.err }

package media

import (
	"bufio"
	"encoding/binary"
	"errors"
	"io"
)

// page is one page of an Ogg file (RFC 3533, 6).
type page struct {
	granule int64 // samples up to its end; −1: no packet ends on it
	serial  uint32
	last    bool
	size    int
}

var errPages = errors.New("it is cut short or damaged between two pages")

// readPage reads a page's head; io.EOF at the end of the file.
func readPage(b *bufio.Reader) (page, error) {
	var head [27]byte
	if _, err := io.ReadFull(b, head[:]); err == io.EOF {
		return page{}, io.EOF
	} else if err != nil || string(head[:4]) != "OggS" {
		return page{}, errPages
	}
	le := binary.LittleEndian
	p := page{granule: int64(le.Uint64(head[6:])), serial: le.Uint32(head[14:]), last: head[5]&4 != 0}
	var lacing [255]byte
	if _, err := io.ReadFull(b, lacing[:head[26]]); err != nil {
		return p, errPages
	}
	for _, n := range lacing[:head[26]] {
		p.size += int(n)
	}
	return p, nil
}

// scanOgg walks the pages of an Ogg file with one Vorbis or Opus stream.
func scanOgg(b *bufio.Reader) (Sound, error) {
	first, err := readPage(b)
	if err != nil {
		return Sound{}, errPages
	}
	id, _ := b.Peek(min(first.size, 19))
	s, skip, err := oggStream(id)
	if err != nil {
		return s, err
	}
	var end int64
	last := false
	for p := first; ; {
		if _, err := b.Discard(p.size); err != nil {
			return s, errors.New("it is cut short in a page")
		}
		if p.granule > end && p.granule < 1<<40 {
			end = p.granule
		}
		last = p.last
		if p, err = readPage(b); err == io.EOF {
			break
		} else if err != nil {
			return s, err
		}
		if p.serial != first.serial {
			return s, codecError("more than one stream")
		}
	}
	if !last {
		return s, errors.New("it is cut short: its last page is missing")
	}
	rate := int64(s.Rate)
	if s.Format == Opus {
		rate = 48000 // its clock, whatever was recorded (RFC 7845, 4)
	} else {
		s.Samples = end
	}
	s.Duration = milliseconds(max(0, end-skip), rate)
	return s, nil
}

// oggStream reads the first packet; skip is samples at the start that are not played.
func oggStream(id []byte) (s Sound, skip int64, err error) {
	le := binary.LittleEndian
	switch {
	case len(id) >= 16 && string(id[:7]) == "\x01vorbis":
		s = Sound{Format: Vorbis, Channels: int(id[11]), Rate: int(le.Uint32(id[12:]))}
	case len(id) >= 19 && string(id[:8]) == "OpusHead":
		s = Sound{Format: Opus, Channels: int(id[9]), Rate: 48000}
		skip = int64(le.Uint16(id[10:]))
	case len(id) >= 5 && string(id[:5]) == "\x7fFLAC":
		return s, 0, codecError("FLAC in Ogg")
	case len(id) >= 8 && string(id[:8]) == "Speex   ":
		return s, 0, codecError("Speex")
	default:
		return s, 0, codecError("neither Vorbis nor Opus")
	}
	if s.Channels == 0 || s.Rate < 1000 || s.Rate > 384000 {
		return s, 0, ErrFormat
	}
	return s, skip, nil
}

package media

import (
	"bufio"
	"encoding/binary"
	"errors"
	"io"
)

// scanOgg walks the pages of an Ogg file with one Vorbis stream.
func scanOgg(b *bufio.Reader) (Sound, error) {
	s := Sound{Format: Vorbis}
	var end int64
	var last bool
	for page := 0; ; page++ {
		var head [27]byte
		if _, err := io.ReadFull(b, head[:]); err == io.EOF {
			break
		} else if err != nil || string(head[:4]) != "OggS" {
			return s, errors.New("it is cut short or damaged between two pages")
		}
		lacing := make([]byte, head[26])
		if _, err := io.ReadFull(b, lacing); err != nil {
			return s, errors.New("it is cut short in a page")
		}
		size := 0
		for _, n := range lacing {
			size += int(n)
		}
		if page == 0 {
			id, err := b.Peek(min(size, 16))
			if err != nil || len(id) < 16 || string(id[:7]) != "\x01vorbis" {
				return s, ErrFormat
			}
			s.Channels, s.Rate = int(id[11]), int(binary.LittleEndian.Uint32(id[12:]))
			if s.Channels == 0 || s.Rate < 1000 || s.Rate > 384000 {
				return s, ErrFormat
			}
		}
		if _, err := b.Discard(size); err != nil {
			return s, errors.New("it is cut short in a page")
		}
		if at := int64(binary.LittleEndian.Uint64(head[6:])); at > end && at < 1<<40 {
			end = at
		}
		last = head[5]&4 != 0
	}
	if !last {
		return s, errors.New("it is cut short: its last page is missing")
	}
	s.Duration = milliseconds(end, int64(s.Rate))
	return s, nil
}

package media

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"github.com/gopxl/beep/v2"
	"github.com/gopxl/beep/v2/flac"
)

// scanFLAC reads the block that every FLAC file begins with (RFC 9639, 8.2).
// Where it does not say how many samples follow, all are decoded to count them.
func scanFLAC(b *bufio.Reader) (Sound, error) {
	head, err := b.Peek(4 + 4 + 34)
	if err != nil || head[4]&0x7f != 0 {
		return Sound{}, errors.New("it is cut short in its head")
	}
	packed := binary.BigEndian.Uint64(head[18:])
	s := Sound{Format: FLAC, Rate: int(packed >> 44), Channels: int(packed>>41&7) + 1, Samples: int64(packed & (1<<36 - 1))}
	if s.Rate < 1000 || s.Rate > 384000 {
		return s, fmt.Errorf("it has %d Hz: %w", s.Rate, ErrFormat)
	}
	if s.Samples == 0 {
		s.Anew = true
		decoded, _, err := flac.Decode(struct{ io.Reader }{b})
		if err != nil {
			return s, err
		}
		if s.Samples, err = drain(decoded, func([][2]float64) error { return nil }); err != nil {
			return s, err
		}
	}
	s.Duration = milliseconds(s.Samples, int64(s.Rate))
	return s, nil
}

// decodeFLAC also tells a file that holds less than it says: one cut between
// two frames looks whole to the decoder.
func decodeFLAC(b *bufio.Reader) (beep.Streamer, beep.Format, error) {
	s, format, err := flac.Decode(struct{ io.Reader }{b})
	if err != nil {
		return nil, beep.Format{}, err
	}
	return &counted{Streamer: s, missing: max(0, s.Len())}, format, nil
}

// counted is a stream that says when it ends too early.
type counted struct {
	beep.Streamer
	missing int
	ended   bool
}

func (c *counted) Stream(samples [][2]float64) (int, bool) {
	n, ok := c.Streamer.Stream(samples)
	c.missing -= n
	c.ended = c.ended || !ok
	return n, ok
}

func (c *counted) Err() error {
	if err := c.Streamer.Err(); err != nil || !c.ended || c.missing <= 0 {
		return err
	}
	return fmt.Errorf("it is cut short: %d samples are missing", c.missing)
}

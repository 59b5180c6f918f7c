package media

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// film is what the boxes of an MP4 file say (ISO/IEC 14496-12, clause 8).
type film struct {
	clock, length int64  // mvhd: ticks a second, and ticks
	fragments     int64  // mehd: ticks, where the film is in pieces
	handler       string // hdlr of the track being read
	codec         string // stsd of the first track of sound
	rate          int
	channels      int
	pictures      []string // stsd of the tracks of video
}

// scanMP4 walks the boxes of an MP4 file with AAC in it.
func scanMP4(b *bufio.Reader) (Sound, error) {
	var f film
	if err := f.boxes(b, -1, 0); err != nil {
		return Sound{}, err
	}
	length := f.length
	if length == 0 {
		length = f.fragments
	}
	switch {
	case f.codec == "" || f.clock <= 0:
		return Sound{}, codecError("no sound")
	case f.codec != "mp4a":
		return Sound{}, codecError(fmt.Sprintf("%q", f.codec))
	case length <= 0:
		return Sound{}, fmt.Errorf("it does not say how long it is: %w", ErrFormat)
	case length > 1<<40:
		return Sound{}, errors.New("it says that it lasts for ever")
	}
	return Sound{Format: AAC, Duration: milliseconds(length, f.clock), Rate: f.rate, Channels: f.channels}, nil
}

var errBoxes = errors.New("it is cut short or damaged in its boxes")

// boxes reads left bytes of boxes, or those up to the end of the file when left is −1.
func (f *film) boxes(b *bufio.Reader, left int64, depth int) error {
	for left != 0 {
		var head [16]byte
		if _, err := io.ReadFull(b, head[:8]); err == io.EOF && left < 0 {
			return nil
		} else if err != nil {
			return errBoxes
		}
		size, used := int64(binary.BigEndian.Uint32(head[:])), int64(8)
		if size == 1 {
			if _, err := io.ReadFull(b, head[8:]); err != nil {
				return errBoxes
			}
			size, used = int64(binary.BigEndian.Uint64(head[8:])), 16
		}
		if size == 0 && left < 0 { // up to the end of the file
			_, err := io.Copy(io.Discard, b)
			return err
		}
		if size < used || left >= 0 && size > left {
			return errBoxes
		}
		if err := f.box(b, string(head[4:8]), size-used, depth); err != nil {
			return err
		}
		if left > 0 {
			left -= size
		}
	}
	return nil
}

func (f *film) box(b *bufio.Reader, name string, size int64, depth int) error {
	const leaf = 64 << 10
	switch name {
	case "moov", "trak", "mdia", "minf", "stbl", "mvex":
		if depth > 8 {
			return errBoxes
		}
		return f.boxes(b, size, depth+1)
	case "mvhd", "mehd", "hdlr", "stsd":
		if size > leaf {
			return errBoxes
		}
		body := make([]byte, size)
		if _, err := io.ReadFull(b, body); err != nil {
			return errBoxes
		}
		return f.read(name, body)
	}
	if n, err := io.CopyN(io.Discard, b, size); err != nil {
		return fmt.Errorf("it is cut short: %d bytes are missing", size-n)
	}
	return nil
}

func (f *film) read(name string, body []byte) error {
	be := binary.BigEndian
	switch {
	case name == "mvhd" && len(body) >= 32 && body[0] == 1:
		f.clock, f.length = int64(be.Uint32(body[20:])), int64(be.Uint64(body[24:]))
	case name == "mvhd" && len(body) >= 20 && body[0] == 0:
		f.clock, f.length = int64(be.Uint32(body[12:])), int64(be.Uint32(body[16:]))
	case name == "mehd" && len(body) >= 12 && body[0] == 1:
		f.fragments = int64(be.Uint64(body[4:]))
	case name == "mehd" && len(body) >= 8 && body[0] == 0:
		f.fragments = int64(be.Uint32(body[4:]))
	case name == "hdlr" && len(body) >= 12:
		f.handler = string(body[8:12])
	case name == "stsd" && f.handler == "vide" && len(body) >= 16:
		f.pictures = append(f.pictures, string(body[12:16]))
	case name == "stsd" && f.handler != "soun" || f.codec != "":
	case name == "stsd" && len(body) >= 44:
		f.codec, f.channels, f.rate = string(body[12:16]), int(be.Uint16(body[32:])), int(be.Uint16(body[40:]))
	default:
		return errBoxes
	}
	return nil
}

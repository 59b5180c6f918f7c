package media

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
)

// Formats of video.
const (
	WebM Format = "webm"
	MP4  Format = "mp4"
)

// Video is what a video's own structure tells about it.
type Video struct {
	Format   Format
	Duration int64 // ms
}

// ErrVideo is wrapped by errors about files that are no video that every
// browser of a room plays.
var ErrVideo = errors.New("not WebM (VP8, VP9 or AV1) or MP4 (H.264, VP9 or AV1)")

// ScanVideo walks a video's structure from its first byte to its last without
// decoding a picture. A file that was cut short is an error where the format
// can tell.
func ScanVideo(r io.Reader) (_ Video, err error) {
	defer recovered(&err)
	b := bufio.NewReaderSize(r, 64<<10)
	head, _ := b.Peek(12)
	v := Video{}
	var ticks float64 // of a thousandth of a second
	var codecs []string
	switch {
	case len(head) >= 4 && binary.BigEndian.Uint32(head) == idEBML:
		m := matroska{scale: 1_000_000}
		v.Format, err = WebM, m.elements(b, math.MaxInt64, 0)
		ticks, codecs = m.length*float64(m.scale)/1e6, m.codecs
		if err == nil && m.docType != "webm" {
			err = fmt.Errorf("it is %.20q: %w", m.docType, ErrVideo)
		}
	case len(head) == 12 && string(head[4:8]) == "ftyp":
		var f film
		v.Format, err = MP4, f.boxes(b, -1, 0)
		if f.clock > 0 {
			ticks = 1000 * float64(max(f.length, f.fragments)) / float64(f.clock)
		}
		codecs = f.pictures
	default:
		return Video{}, ErrVideo
	}
	if err != nil {
		return Video{}, fmt.Errorf("read %s: %w", v.Format, err)
	}
	played := []string{"V_VP8", "V_VP9", "V_AV1", "avc1", "avc3", "vp09", "av01"}
	switch {
	case len(codecs) == 0:
		return Video{}, fmt.Errorf("it holds no pictures: %w", ErrVideo)
	case !slices.Contains(played, codecs[0]):
		return Video{}, fmt.Errorf("it holds %.20q: %w", codecs[0], ErrVideo)
	case !(ticks >= 1 && ticks < 1e10):
		return Video{}, fmt.Errorf("it does not say how long it is: %w", ErrVideo)
	}
	v.Duration = int64(math.Round(ticks))
	return v, nil
}

// Elements of WebM that are read (RFC 9559, 5), and those that hold others.
const (
	idEBML, idDocType                = 0x1A45DFA3, 0x4282
	idSegment, idInfo                = 0x18538067, 0x1549A966
	idScale, idLength                = 0x2AD7B1, 0x4489
	idTracks, idTrack, idCodec       = 0x1654AE6B, 0xAE, 0x86
	unknownSize                      = 1<<56 - 1
	maxElement                 int64 = 4 << 10 // of one that is read
)

// matroska is what the elements of a WebM file say.
type matroska struct {
	docType string
	scale   int64   // ns a tick
	length  float64 // ticks
	codecs  []string
}

var errElements = errors.New("it is cut short or damaged in its elements")

// elements reads left bytes of elements, or those up to the end of the file.
func (m *matroska) elements(b *bufio.Reader, left int64, depth int) error {
	for left > 0 {
		id, used, err := vint(b, true)
		if err == io.EOF && left > math.MaxInt64/2 { // up to the end of the file
			return nil
		} else if err != nil {
			return errElements
		}
		size, more, err := vint(b, false)
		if err != nil {
			return errElements
		}
		if more == 8 && size == unknownSize || more < 8 && size == 1<<(7*more)-1 {
			if id != idSegment {
				return fmt.Errorf("it was written as it was filmed, without its lengths: %w", ErrVideo)
			}
			size = math.MaxInt64
		}
		left -= int64(used + more)
		if size > left && left < math.MaxInt64/2 {
			return errElements
		}
		if err := m.element(b, id, size, depth); err != nil {
			return err
		}
		left -= size
	}
	return nil
}

func (m *matroska) element(b *bufio.Reader, id, size int64, depth int) error {
	switch id {
	case idEBML, idSegment, idInfo, idTracks, idTrack:
		if depth > 4 {
			return errElements
		}
		return m.elements(b, size, depth+1)
	case idDocType, idScale, idLength, idCodec:
		if size > maxElement {
			return errElements
		}
		body := make([]byte, size)
		if _, err := io.ReadFull(b, body); err != nil {
			return errElements
		}
		m.read(id, body)
		return nil
	}
	if n, err := io.CopyN(io.Discard, b, size); err != nil {
		return fmt.Errorf("it is cut short: %d bytes are missing", size-n)
	}
	return nil
}

func (m *matroska) read(id int64, body []byte) {
	text := strings.TrimRight(string(body), "\x00")
	switch {
	case id == idDocType:
		m.docType = text
	case id == idCodec && strings.HasPrefix(text, "V_"):
		m.codecs = append(m.codecs, text)
	case id == idLength && len(body) == 4:
		m.length = float64(math.Float32frombits(binary.BigEndian.Uint32(body)))
	case id == idLength && len(body) == 8:
		m.length = math.Float64frombits(binary.BigEndian.Uint64(body))
	case id == idScale && len(body) < 8:
		m.scale = 0
		for _, c := range body {
			m.scale = m.scale<<8 | int64(c)
		}
	}
}

// vint reads a number of variable width, with the bit that tells its width if
// it is an id; used is its bytes.
func vint(b *bufio.Reader, id bool) (n int64, used int, err error) {
	first, err := b.ReadByte()
	if err != nil {
		return 0, 0, err
	}
	used = 1
	for mask := byte(0x80); used <= 8 && first&mask == 0; mask >>= 1 {
		used++
	}
	if used > 8 || id && used > 4 {
		return 0, 0, errElements
	}
	n = int64(first)
	if !id {
		n &= 1<<(8-used) - 1
	}
	for range used - 1 {
		c, err := b.ReadByte()
		if err != nil {
			return 0, 0, io.ErrUnexpectedEOF
		}
		n = n<<8 | int64(c)
	}
	return n, used, nil
}

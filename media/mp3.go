package media

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
)

// frame is what the four bytes before every piece of an MP3 file say.
type frame struct {
	rate     int
	channels int
	samples  int
	size     int // bytes, the four included
	side     int // bytes of side information after the four
}

var bitrates = [2][16]int{ // kbit/s of layer III, by MPEG 2 and 1
	{0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160},
	{0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320},
}

// parseFrame reads a frame's header; false if these bytes are none of layer III.
func parseFrame(b []byte) (frame, bool) {
	h := binary.BigEndian.Uint32(b)
	version, layer, rates := h>>19&3, h>>17&3, h>>10&3
	if h>>21 != 0x7ff || version == 1 || layer != 1 || rates == 3 {
		return frame{}, false
	}
	f := frame{rate: []int{44100, 48000, 32000}[rates], channels: 2, samples: 1152, side: 32}
	mono := h>>6&3 == 3
	one := 1
	if version != 3 { // MPEG 2 halves it all, MPEG 2.5 the rate once more
		one, f.samples, f.side = 0, 576, 17
		if f.rate /= 2; version == 0 {
			f.rate /= 2
		}
	}
	if mono {
		f.channels, f.side = 1, (f.side+2)/2
	}
	kbits := bitrates[one][h>>12&15]
	if kbits == 0 {
		return frame{}, false
	}
	f.size = f.samples/8*kbits*1000/f.rate + int(h>>9&1)
	return f, true
}

func scanMP3(b *bufio.Reader) (Sound, error) {
	if err := skipID3(b); err != nil {
		return Sound{}, err
	}
	var first frame
	var frames, stated int64
	for lost := 0; ; {
		head, err := b.Peek(4)
		if err != nil {
			break
		}
		f, ok := parseFrame(head)
		if !ok || first.rate > 0 && f.rate != first.rate {
			if lost++; lost > 64<<10 {
				return Sound{}, errors.New("64 KiB of it are no sound")
			}
			_, _ = b.Discard(1)
			continue
		}
		if first.rate == 0 {
			first = f
			if n, ok := statedFrames(b, f); ok {
				stated, frames = n, -1 // the frame that tells holds no sound
			}
		}
		if n, err := b.Discard(f.size); err != nil && n < f.size {
			break // the last frame is cut; players leave it out
		}
		frames++
	}
	if frames <= 0 {
		return Sound{}, ErrFormat
	}
	if frames+1 < stated {
		return Sound{}, fmt.Errorf("it is cut short: %d of %d frames are missing", stated-frames, stated)
	}
	s := Sound{Format: MP3, Rate: first.rate, Channels: first.channels}
	samples := frames * int64(first.samples)
	if s.Duration = milliseconds(samples, int64(s.Rate)); s.Rate >= 16000 { // the decoder knows no MPEG-2.5
		s.Samples = samples
	}
	return s, nil
}

// skipID3 passes over the tags that many programs write before the sound.
func skipID3(b *bufio.Reader) error {
	head, err := b.Peek(10)
	if err != nil || string(head[:3]) != "ID3" {
		return nil
	}
	size := int(head[6]&127)<<21 | int(head[7]&127)<<14 | int(head[8]&127)<<7 | int(head[9]&127)
	if _, err := b.Discard(10 + size); err != nil {
		return fmt.Errorf("it ends in its tags: %w", io.ErrUnexpectedEOF)
	}
	return nil
}

// statedFrames reads how many frames follow, where the encoder wrote it.
func statedFrames(b *bufio.Reader, f frame) (int64, bool) {
	at := 4 + f.side
	head, err := b.Peek(at + 12)
	if err != nil || string(head[at:at+4]) != "Xing" && string(head[at:at+4]) != "Info" {
		return 0, false
	}
	if head[at+7]&1 == 0 {
		return 0, true
	}
	return int64(binary.BigEndian.Uint32(head[at+8:])), true
}

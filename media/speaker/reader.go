package speaker

import (
	"encoding/binary"
	"io"
	"math"

	"github.com/gopxl/beep/v2"
)

const frame = 8 // bytes: two channels of float32

// reader turns a streamer into the bytes that oto takes.
type reader struct {
	from   beep.Streamer
	buffer [512][2]float64
}

func (r *reader) Read(b []byte) (int, error) {
	n, ok := r.from.Stream(r.buffer[:min(len(b)/frame, len(r.buffer))])
	for i, s := range r.buffer[:n] {
		for ch, v := range s {
			bits := math.Float32bits(float32(max(-1, min(v, 1))))
			binary.LittleEndian.PutUint32(b[i*frame+ch*frame/2:], bits)
		}
	}
	if !ok {
		return n * frame, io.EOF
	}
	return n * frame, nil
}

package speaker

import (
	"encoding/binary"
	"math"
)

const frame = 8 // bytes: two channels of float32

// encode writes samples as the bytes that oto takes, and gives their number.
func encode(b []byte, samples [][2]float64) int {
	for i, s := range samples {
		for ch, v := range s {
			bits := math.Float32bits(float32(max(-1, min(v, 1))))
			binary.LittleEndian.PutUint32(b[i*frame+ch*frame/2:], bits)
		}
	}
	return len(samples) * frame
}

package media

// muLaw expands one byte of G.711 µ-law, as telephones in America and Japan
// send it, to −1…1.
func muLaw(b byte) float64 {
	b = ^b
	v := (int(b&0x0f)<<3+0x84)<<(b>>4&7) - 0x84
	if b&0x80 != 0 {
		v = -v
	}
	return float64(v) / (1 << 15)
}

// aLaw expands one byte of G.711 A-law, as telephones elsewhere send it, to −1…1.
func aLaw(b byte) float64 {
	b ^= 0x55
	v := int(b&0x0f)<<4 + 8
	if segment := b >> 4 & 7; segment > 0 {
		v = (v + 0x100) << (segment - 1)
	}
	if b&0x80 == 0 {
		v = -v
	}
	return float64(v) / (1 << 15)
}

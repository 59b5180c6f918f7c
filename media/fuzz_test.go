package media

import (
	"bytes"
	"runtime"
	"testing"
)

// FuzzSound tries every parser and decoder of sound: none may panic, take a
// file for one without end, or more memory than its few tables need.
func FuzzSound(f *testing.F) {
	for _, file := range []string{"pcm8.wav", "alaw.wav", "double.wav", "ima.wav", "mpeg25.mp3", "mono16k.mp3", "mono.ogg", "mono.opus",
		"mono.flac", "stereo24.flac", "unsaid.flac", "mono.m4a", "late.m4a", "alac.m4a", "flac.ogg"} {
		f.Add(sample(f, file))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		if len(b) > 64<<10 {
			return
		}
		if used := allocated(func() {
			s, err := Scan(bytes.NewReader(b))
			if err == nil && (s.Duration <= 0 || s.Samples < 0 || s.Decodes() && s.Rate <= 0) {
				t.Errorf("scanned to %+v", s)
			}
		}); used > 16<<20 {
			t.Errorf("scanning %d bytes took %d bytes of memory", len(b), used)
		}
		if used := allocated(func() {
			if peaks, err := Peaks(bytes.NewReader(b), 10, Span{10, 20}); err == nil && len(peaks) != 10 {
				t.Errorf("%d peaks", len(peaks))
			}
		}); used > 256<<20 { // all that was ever allocated: blocks one after the other
			t.Errorf("decoding %d bytes took %d bytes of memory", len(b), used)
		}
	})
}

func allocated(do func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	do()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

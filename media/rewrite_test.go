package media

import (
	"bytes"
	"io"
	"runtime"
	"testing"
)

func TestWriteWAV(t *testing.T) {
	for _, file := range []string{"pcm8.wav", "pcm16.wav", "pcm24.wav", "float.wav", "double.wav", "mulaw.wav", "alaw.wav",
		"mono16k.mp3", "stereo44k.mp3", "mono.ogg", "mono.flac", "stereo24.flac", "unsaid.flac"} {
		t.Run(file, func(t *testing.T) {
			s, err := Scan(bytes.NewReader(sample(t, file)))
			if err != nil {
				t.Fatal(err)
			}
			var made bytes.Buffer
			if err := WriteWAV(&made, bytes.NewReader(sample(t, file)), s, []Span{{200, 300}, {250, 330}}); err != nil {
				t.Fatal(err)
			}
			again, err := Scan(bytes.NewReader(made.Bytes()))
			if err != nil || again.Samples != s.Samples || again.Duration != s.Duration || again.Rate != s.Rate || int64(made.Len()) != WAVSize(s) {
				t.Errorf("of %+v came %+v of %d bytes, %v", s, again, made.Len(), err)
			}
			inside, outside := loudest(t, made.Bytes(), 200, 330), loudest(t, made.Bytes(), 335, 500)
			if inside != 0 || outside < 0.3 || loudest(t, made.Bytes(), 100, 199) < 0.05 {
				t.Errorf("%.3f is left inside, %.3f outside", inside, outside)
			}
		})
	}
}

// loudest is the loudest sample of a piece of a recording.
func loudest(t *testing.T, file []byte, from, to int) float64 {
	t.Helper()
	s, format, err := Decode(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	at, top := 0, 0.0
	_, err = drain(s, func(samples [][2]float64) error {
		for _, v := range samples {
			if ms := at * 1000 / int(format.SampleRate); ms >= from && ms < to {
				top = max(top, v[0], -v[0], v[1], -v[1])
			}
			at++
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return top
}

// What is silenced in an MP3 must be gone however a player times it.
func TestWidened(t *testing.T) {
	if w := Widened(MP3, []Span{{100, 400}}); w[0] != (Span{0, 550}) {
		t.Errorf("got %v", w)
	}
	if w := Widened(WAV, []Span{{100, 400}}); w[0] != (Span{100, 400}) {
		t.Errorf("got %v", w)
	}
}

// An hour takes no more memory than a minute.
func TestMemoryStaysSmall(t *testing.T) {
	head := headOf(Sound{Format: WAV, Rate: 8000, Channels: 1, Samples: 8000 * 3600}, 1)
	hour := func() io.Reader { return io.MultiReader(bytes.NewReader(head), io.LimitReader(zeros{}, 2*8000*3600)) }
	var most, before, now runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	watch := writerFunc(func(b []byte) (int, error) {
		if runtime.ReadMemStats(&now); now.HeapAlloc > most.HeapAlloc {
			most = now
		}
		return len(b), nil
	})
	s, err := Scan(hour())
	if err != nil || s.Duration != 3600_000 {
		t.Fatal(s, err)
	}
	if _, err := Peaks(io.TeeReader(hour(), watch), 600); err != nil {
		t.Fatal(err)
	}
	if err := WriteWAV(watch, hour(), s, []Span{{1000, 2000}}); err != nil {
		t.Fatal(err)
	}
	if grown := int64(most.HeapAlloc) - int64(before.HeapAlloc); grown > 8<<20 {
		t.Errorf("the heap grew by %d bytes", grown)
	}
}

type zeros struct{}

func (zeros) Read(b []byte) (int, error) { clear(b); return len(b), nil }

type writerFunc func([]byte) (int, error)

func (w writerFunc) Write(b []byte) (int, error) { return w(b) }

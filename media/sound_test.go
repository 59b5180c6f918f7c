package media

import (
	"bytes"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func sample(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestScan(t *testing.T) {
	tests := []struct {
		file     string
		format   Format
		rate     int
		channels int
		slack    int64 // ms that the encoder may add to the half second
	}{
		{"pcm8.wav", WAV, 8000, 1, 0},
		{"pcm16.wav", WAV, 8000, 2, 0},
		{"pcm24.wav", WAV, 8000, 1, 0}, // WAVE_FORMAT_EXTENSIBLE
		{"pcm32.wav", WAV, 8000, 1, 0},
		{"float.wav", WAV, 8000, 1, 0},
		{"mulaw.wav", WAV, 8000, 1, 0},
		{"alaw.wav", WAV, 8000, 1, 0},
		{"mono16k.mp3", MP3, 16000, 1, 150},
		{"stereo44k.mp3", MP3, 44100, 2, 80},
		{"mpeg25.mp3", MP3, 8000, 1, 300},
		{"mono.ogg", Vorbis, 16000, 1, 1},
		{"double.wav", WAV, 8000, 1, 0},
		{"mono.flac", FLAC, 16000, 1, 0},
		{"stereo24.flac", FLAC, 8000, 2, 0},
		{"unsaid.flac", FLAC, 16000, 1, 0},
		{"mono.opus", Opus, 48000, 1, 1},
		{"mono.m4a", AAC, 16000, 2, 80},
		{"late.m4a", AAC, 16000, 2, 80},
	}
	for _, test := range tests {
		t.Run(test.file, func(t *testing.T) {
			s, err := Scan(bytes.NewReader(sample(t, test.file)))
			if err != nil {
				t.Fatal(err)
			}
			if s.Format != test.format || s.Rate != test.rate || s.Channels != test.channels {
				t.Errorf("got %+v", s)
			}
			if s.Duration < 500 || s.Duration > 500+test.slack {
				t.Errorf("lasts %d ms, want 500 to %d", s.Duration, 500+test.slack)
			}
		})
	}
}

func TestScanRefuses(t *testing.T) {
	cut := func(name string, keep int) []byte { b := sample(t, name); return b[:len(b)*keep/100] }
	tests := []struct {
		name string
		file []byte
		want string
	}{
		{"nothing", nil, ErrFormat.Error()},
		{"text", []byte("this is no sound at all"), ErrFormat.Error()},
		{"gsm", sample(t, "gsm.wav"), "it holds GSM 06.10, which browsers do not play"},
		{"IMA ADPCM", sample(t, "ima.wav"), "it holds IMA ADPCM"},
		{"Microsoft ADPCM", sample(t, "ms.wav"), "it holds Microsoft ADPCM"},
		{"ALAC", sample(t, "alac.m4a"), `it holds "alac"`},
		{"FLAC in Ogg", sample(t, "flac.ogg"), "it holds FLAC in Ogg"},
		{"opus cut", cut("mono.opus", 60), "it is cut short"},
		{"m4a cut", cut("mono.m4a", 60), "it is cut short"},
		{"m4a cut before its boxes", cut("late.m4a", 60), "it is cut short"},
		{"flac cut in its head", cut("mono.flac", 0), ErrFormat.Error()},
		{"wav without samples", sample(t, "pcm8.wav")[:36], "it has no samples"},
		{"wav of no length", append(sample(t, "pcm8.wav")[:40], 0, 0, 0, 0), "there is no sound in it"},
		{"wav cut", cut("pcm16.wav", 50), "it is cut short: 8022 bytes"},
		{"mp3 cut", cut("stereo44k.mp3", 40), "it is cut short"},
		{"ogg cut", cut("mono.ogg", 60), "it is cut short"},
		{"ogg with another stream", bytes.Replace(sample(t, "mono.ogg"), []byte("\x01vorbis"), []byte("theora."), 1), "neither Vorbis nor Opus"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := Scan(bytes.NewReader(test.file))
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want %q", err, test.want)
			}
		})
	}
}

// Every test sound rises evenly from silence, so its waveform is a wedge.
func TestPeaks(t *testing.T) {
	for _, file := range []string{"pcm8.wav", "pcm16.wav", "pcm24.wav", "pcm32.wav", "float.wav", "mulaw.wav",
		"alaw.wav", "mono16k.mp3", "stereo44k.mp3", "mono.ogg"} {
		t.Run(file, func(t *testing.T) {
			peaks, err := Peaks(bytes.NewReader(sample(t, file)), 10)
			if err != nil {
				t.Fatal(err)
			}
			loudest := 0
			for i, p := range peaks {
				if p == 255 {
					loudest = i
				}
			}
			if len(peaks) != 10 || peaks[0] > 60 || loudest < 6 {
				t.Errorf("not a wedge: %v", peaks)
			}
			for i := 1; i <= loudest; i++ {
				if peaks[i] < peaks[i-1] {
					t.Errorf("falls at %d: %v", i, peaks)
				}
			}
		})
	}
}

func TestPeaksRefuses(t *testing.T) {
	flac := sample(t, "mono.flac")
	tests := []struct {
		name string
		file []byte
		want string
	}{
		{"MPEG-2.5: if it were decoded, the guide could stop warning of it", sample(t, "mpeg25.mp3"), "decode"},
		{"Opus", sample(t, "mono.opus"), "decode"},
		{"AAC", sample(t, "mono.m4a"), "aac is not decoded here"},
		{"no sound", []byte("no sound"), ErrFormat.Error()},
		{"FLAC cut in a frame", flac[:len(flac)*2/3], "decode"},
		{"FLAC cut between frames", flac[:frameAt(t, flac, 1)], "it is cut short: 3904 samples are missing"},
		{"FLAC damaged", damaged(flac), "decode"},
		{"Vorbis damaged", damaged(sample(t, "mono.ogg")), "decode"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if _, err := Peaks(bytes.NewReader(test.file), 10); err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want %q", err, test.want)
			}
		})
	}
}

// damaged is a file with the second half of it turned.
func damaged(file []byte) []byte {
	file = bytes.Clone(file)
	for i := len(file) / 2; i < len(file); i++ {
		file[i] ^= 0x5a
	}
	return file
}

// frameAt is where a frame of a FLAC file of equal blocks begins.
func frameAt(t *testing.T, flac []byte, number byte) int {
	t.Helper()
	for i := 42; i+5 < len(flac); i++ {
		if flac[i] == 0xff && flac[i+1] == 0xf8 && flac[i+4] == number {
			return i
		}
	}
	t.Fatal("no such frame")
	return 0
}

// The envelope joins its parts when they become many, and must lose no peak.
func TestEnvelopeJoins(t *testing.T) {
	e := envelope{width: 2, parts: make([]float64, 0, 8)}
	for i := range 1000 {
		v := 0.1
		if i == 700 {
			v = 1
		}
		e.add(v)
	}
	for i, p := range e.peaks(4) {
		if want := map[bool]byte{true: 255, false: 26}[i == 2]; p != want {
			t.Errorf("part %d is %d, want %d", i, p, want)
		}
	}
}

// Values from the tables of ITU-T G.711, scaled to 16 bits.
func TestG711(t *testing.T) {
	tests := []struct {
		name string
		got  float64
		want float64
	}{
		{"µ-law loudest", muLaw(0x80), 32124},
		{"µ-law lowest", muLaw(0x00), -32124},
		{"µ-law silence", muLaw(0xff), 0},
		{"A-law loudest", aLaw(0xaa), 32256},
		{"A-law lowest", aLaw(0x2a), -32256},
		{"A-law quietest", aLaw(0xd5), 8},
	}
	for _, test := range tests {
		if got := math.Round(test.got * (1 << 15)); got != test.want {
			t.Errorf("%s: got %v, want %v", test.name, got, test.want)
		}
	}
}

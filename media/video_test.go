package media

import (
	"bytes"
	"errors"
	"os"
	"testing"
)

func video(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestScanVideo(t *testing.T) {
	for name, want := range map[string]Video{
		"vp8.webm": {WebM, 1000}, "vp9-silent.webm": {WebM, 1000}, "h264.mp4": {MP4, 1000},
	} {
		got, err := ScanVideo(bytes.NewReader(video(t, name)))
		if d := got.Duration - want.Duration; err != nil || got.Format != want.Format || d < -40 || d > 40 {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
}

func TestScanVideoRefuses(t *testing.T) {
	webm := video(t, "vp8.webm")
	for _, c := range []struct {
		name string
		file []byte
		form bool // it is of another form, and not damaged
	}{
		{"nothing", nil, true},
		{"a text", []byte("a film, in words alone"), true},
		{"a sound", video(t, "mono.m4a"), true},
		{"other pictures than browsers play", bytes.Replace(webm, []byte("V_VP8"), []byte("V_AVS"), 1), true},
		{"Matroska", bytes.Replace(webm, []byte("webm"), []byte("mkva"), 1), true},
		{"as it was filmed, without a length", video(t, "live.webm"), true},
		{"half of it", webm[:len(webm)/2], false},
		{"half of an MP4", video(t, "h264.mp4")[:800], false},
	} {
		if got, err := ScanVideo(bytes.NewReader(c.file)); err == nil || errors.Is(err, ErrVideo) != c.form {
			t.Errorf("%s: %+v, %v", c.name, got, err)
		}
	}
}

// No file may panic, take for ever, or last for ever.
func FuzzVideo(f *testing.F) {
	for _, name := range []string{"vp8.webm", "live.webm", "h264.mp4"} {
		f.Add(video(f, name))
	}
	f.Fuzz(func(t *testing.T, doc []byte) {
		if v, err := ScanVideo(bytes.NewReader(doc)); err == nil && (v.Duration <= 0 || v.Duration > 1e10) {
			t.Errorf("it lasts %d ms", v.Duration)
		}
	})
}

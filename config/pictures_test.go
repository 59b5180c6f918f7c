package config_test

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"immersion/config"
)

// drawn is one small picture in each format, by how its name ends.
func drawn(t testing.TB) map[string]string {
	t.Helper()
	of := image.NewPaletted(image.Rect(0, 0, 40, 50), color.Palette{color.White, color.Black})
	for i := range of.Pix {
		of.Pix[i] = uint8(i * i % 7 % 2)
	}
	var asGIF, asJPEG, asPNG bytes.Buffer
	for _, err := range []error{gif.Encode(&asGIF, of, nil), jpeg.Encode(&asJPEG, of, nil), png.Encode(&asPNG, of)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	return map[string]string{
		".gif": asGIF.String(), ".jpeg": asJPEG.String(), ".jpg": asJPEG.String(), ".png": asPNG.String(),
		".svg":  `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9"/></svg>`,
		".webp": "RIFF\x14\x00\x00\x00WEBPVP8L\x08\x00\x00\x00\x2f\x00\x00\x00\x00\x00\x00\x00",
		".avif": "\x00\x00\x00\x14ftypavif\x00\x00\x00\x00mif1" + "\x00\x00\x00\x0cmdat1234" + "\x00\x00\x00\x00free",
	}
}

// withPicture is what is said of a scenario with such a picture of its customer.
func withPicture(t testing.TB, name, data string) string {
	t.Helper()
	files := readGolden(t, sound)
	files["scenario.yaml"].Data = bytes.Replace(files["scenario.yaml"].Data, []byte("name: Ada,"), []byte("name: Ada, alt: Ada., picture: "+name+","), 1)
	files[name] = &fstest.MapFile{Data: []byte(data)}
	_, faults := config.Load(files, kinds)
	return tell(faults)
}

func TestPicturesAreReadToTheirEnd(t *testing.T) {
	all := drawn(t)
	for _, end := range slices.Sorted(maps.Keys(all)) {
		whole := all[end]
		if said := withPicture(t, "face"+end, whole); said != "" {
			t.Errorf("%s: %s", end, said)
		}
		if said := withPicture(t, "FACE"+strings.ToUpper(end), whole); said != "" {
			t.Errorf("%s in capitals: %s", end, said)
		}
		for _, kept := range []int{0, 1, len(whole) / 3, len(whole) - 5} {
			said := withPicture(t, "face"+end, whole[:kept])
			if strings.Count(said, "cannot be shown") != 1 || !strings.HasPrefix(said, "face"+end+":1:1: ") {
				t.Errorf("%s, its first %d of %d bytes: %q", end, kept, len(whole), said)
			}
		}
	}
}

func TestPicturesAreWhatTheirNamesSay(t *testing.T) {
	all := drawn(t)
	large := []byte(all[".png"])
	copy(large[16:], "\x00\x00\x40\x00\x00\x00\x40\x00") // 16384 × 16384
	binary.BigEndian.PutUint32(large[29:], crc32.ChecksumIEEE(large[12:29]))
	for _, c := range []struct{ name, file, data, says string }{
		{"a PNG that says JPEG", "face.jpg", all[".png"], "it is png, not jpeg"},
		{"a text", "face.png", "a face", "it is no png"},
		{"a text", "face.webp", "a face, in words alone", "it is no webp"},
		{"a text", "face.avif", "a face, in words alone", "it is no avif"},
		{"another XML", "face.svg", `<html xmlns="http://www.w3.org/1999/xhtml"/>`, "its root is <html>"},
		{"SVG without its namespace", "face.svg", `<svg/>`, "its root is <svg>, not <svg xmlns="},
		{"SVG with a slip on its third line", "face.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\">\n<g>\n</svg>\n", "face.svg:3:1: the picture cannot be shown: element <g> closed by </svg>; allowed: SVG that is well-formed XML"},
		{"more than a screen can hold", "face.png", string(large), "268 million pixels, more than 32"},
		{"a large file", "face.svg", strings.Repeat(" ", config.MaxPicture+1), "face.svg:1:1: the picture is too large; allowed: at most 32 MiB"},
	} {
		if said := withPicture(t, c.file, c.data); !strings.Contains(said, c.says) || strings.Count(said, c.file+":") != 1 {
			t.Errorf("%s: %q, want %q", c.name, said, c.says)
		}
	}
}

func FuzzPictures(f *testing.F) {
	ends := []string{".avif", ".gif", ".jpg", ".png", ".svg", ".webp"}
	for end, data := range drawn(f) {
		f.Add(end, []byte(data))
	}
	f.Fuzz(func(t *testing.T, end string, data []byte) {
		if slices.Contains(ends, end) {
			_ = withPicture(t, "face"+end, string(data))
		}
	})
}

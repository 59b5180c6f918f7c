package config

import (
	"bytes"
	"encoding/binary"
	"encoding/xml"
	"errors"
	"fmt"
	"image"
	_ "image/gif"
	_ "image/jpeg"
	_ "image/png"
	"io"
	"path"
	"slices"
	"strings"

	"immersion/kiosk"
)

// Limits on one picture.
const (
	MaxPicture = 32 << 20   // bytes
	maxPixels  = 32_000_000 // of PNG, JPEG and GIF; a screen shows 2 to 8 million
)

// pictures are the image formats that every browser shows, with what reads one
// to its end.
var pictures = map[string]func([]byte) error{
	".avif": readAVIF, ".webp": readWebP, ".svg": readSVG,
	".gif": readPixels("gif"), ".jpeg": readPixels("jpeg"), ".jpg": readPixels("jpeg"), ".png": readPixels("png"),
}

// pictureEnds lists how names of pictures end, sorted.
var pictureEnds = []string{".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"}

func pictureEnd(name string) string { return strings.ToLower(path.Ext(name)) }

// pictures reads every picture of the scenario to its end, once: what a
// browser would show as a broken frame is a fault here.
func (l *loader) pictures(customer string, places []kiosk.Place) {
	names := []string{customer}
	for _, p := range places {
		if p.Station != nil {
			names = append(names, p.Station.Files()...)
		}
	}
	slices.Sort(names)
	for _, name := range slices.Compact(names) {
		read, ok := pictures[pictureEnd(name)]
		if !ok {
			continue
		}
		data, err := readUpTo(l.fsys, name, MaxPicture)
		switch {
		case errors.Is(err, errTooLarge):
			l.add(Fault{File: name, Message: "the picture is too large", Allowed: fmt.Sprintf("at most %d MiB", MaxPicture>>20)})
		case err != nil: // told where it is named
		default:
			l.picture(name, read(data))
		}
	}
}

func (l *loader) picture(name string, err error) {
	var syntax *xml.SyntaxError
	switch {
	case errors.As(err, &syntax):
		l.add(Fault{File: name, Line: syntax.Line, Message: "the picture cannot be shown: " + syntax.Msg, Allowed: "SVG that is well-formed XML"})
	case err != nil:
		l.add(Fault{File: name, Message: "the picture cannot be shown: " + err.Error(), Allowed: "a file that is what its name says, whole"})
	}
}

func readPixels(format string) func([]byte) error {
	return func(data []byte) error {
		shape, is, err := image.DecodeConfig(bytes.NewReader(data))
		switch {
		case err != nil:
			return fmt.Errorf("it is no %s", format)
		case is != format:
			return fmt.Errorf("it is %s, not %s", is, format)
		case shape.Width*shape.Height > maxPixels:
			return fmt.Errorf("it has %d million pixels, more than %d", shape.Width*shape.Height/1_000_000, maxPixels/1_000_000)
		}
		_, _, err = image.Decode(bytes.NewReader(data))
		if errors.Is(err, io.ErrUnexpectedEOF) {
			return errors.New("it is cut short")
		}
		return err
	}
}

func readSVG(data []byte) error {
	d := xml.NewDecoder(bytes.NewReader(data))
	for root := true; ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) && !root {
			return nil
		}
		if errors.Is(err, io.EOF) {
			return errors.New("it is empty")
		}
		if err != nil {
			return err
		}
		if e, ok := token.(xml.StartElement); ok && root {
			if e.Name.Local != "svg" || e.Name.Space != "http://www.w3.org/2000/svg" {
				return fmt.Errorf(`its root is <%s>, not <svg xmlns="http://www.w3.org/2000/svg">`, shorten(e.Name.Local))
			}
			root = false
		}
	}
}

func readWebP(data []byte) error {
	switch {
	case len(data) < 16 || string(data[:4]) != "RIFF" || string(data[8:15]) != "WEBPVP8":
		return errors.New("it is no webp")
	case int64(len(data)) < 8+int64(binary.LittleEndian.Uint32(data[4:])):
		return errors.New("it is cut short")
	}
	return nil
}

// readAVIF walks the boxes that the file is made of; pixels it leaves alone.
func readAVIF(data []byte) error {
	if len(data) < 16 || string(data[4:8]) != "ftyp" || !bytes.Contains(data[8:min(len(data), 64)], []byte("avif")) {
		return errors.New("it is no avif")
	}
	for at := uint64(0); at < uint64(len(data)); {
		if at+8 > uint64(len(data)) {
			return errors.New("it is cut short")
		}
		size := uint64(binary.BigEndian.Uint32(data[at:]))
		switch {
		case size == 0: // to the end
			return nil
		case size == 1 && at+16 <= uint64(len(data)):
			size = binary.BigEndian.Uint64(data[at+8:])
		}
		if size < 8 || size > uint64(len(data))-at {
			return errors.New("it is cut short")
		}
		at += size
	}
	return nil
}

package call

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
	"unicode"

	"immersion/kiosk"
	"immersion/media"
)

// maxImport bounds a file of JSON or captions; a vCon may carry its recording.
const maxImport = 256 << 20 // bytes

// said is one turn of a transcript.
type said struct {
	speaker   string
	from, to  int64  // ms
	text      string //
	sentiment string // "positive", "negative", "neutral" or "mixed", as a machine judged; "" where none did
}

// recording is the sound of an imported call.
type recording struct {
	source string // for people
	sound  media.Sound
	open   func() (io.ReadCloser, error)
}

// imported is what the files of a call come to, whatever they were.
type imported struct {
	turns    []said
	redacted []Piece
	customer string // the speaker who is the customer; "" where nothing says
	about    string
	when     string
	sound    *recording
	todo     []string
}

// Import makes a call of one recording and one transcript: a vCon may hold
// both, captions and Contact Lens output hold the transcript, and the
// recording lies beside them as a file of its own.
func (Kind) Import(files []kiosk.Import) ([]kiosk.Written, []string, error) {
	var call imported
	for _, file := range files {
		more, err := read(file)
		if err == nil {
			err = call.join(more)
		}
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", file.Name, err)
		}
	}
	if err := call.tidy(); err != nil {
		return nil, nil, err
	}
	written, todo := call.write(stem(files[0].Name), sources(files))
	return written, todo, nil
}

// join adds what another file says of the same call.
func (c *imported) join(more imported) error {
	switch {
	case len(c.turns) > 0 && len(more.turns) > 0:
		return errors.New("there is a transcript already: import one call at a time")
	case c.sound != nil && more.sound != nil:
		return errors.New("there is a recording already: import one call at a time")
	}
	if len(more.turns) > 0 {
		c.turns, c.redacted, c.customer = more.turns, more.redacted, more.customer
	}
	if more.sound != nil {
		c.sound = more.sound
	}
	c.about, c.when = c.about+more.about, c.when+more.when
	c.todo = append(c.todo, more.todo...)
	return nil
}

// read tells by its content what a file is.
func read(file kiosk.Import) (imported, error) {
	open := func() (io.ReadCloser, error) { return file.Folder.Open(file.Name) }
	f, err := open()
	if err != nil {
		return imported{}, err
	}
	defer f.Close()
	b := bufio.NewReader(f)
	head, err := b.Peek(512)
	if err != nil && err != io.EOF {
		return imported{}, err
	}
	text := strings.TrimLeftFunc(strings.TrimPrefix(string(head), "\ufeff"), unicode.IsSpace)
	switch {
	case strings.HasPrefix(text, "{"):
		doc, err := io.ReadAll(io.LimitReader(b, maxImport+1))
		if err == nil && len(doc) > maxImport {
			err = fmt.Errorf("it is larger than %d MiB", maxImport>>20)
		}
		if err != nil {
			return imported{}, err
		}
		return readJSON(bytes.TrimPrefix(doc, []byte("\ufeff")), file)
	case strings.HasPrefix(text, "eyJ") && strings.Contains(text, "."):
		return imported{}, errSealed
	case strings.HasPrefix(text, "WEBVTT"), strings.Contains(text, "-->"):
		return readCaptions(file.Name, b)
	}
	sound, err := media.Scan(b)
	if errors.Is(err, media.ErrFormat) {
		return imported{}, fmt.Errorf("it is no vCon, Contact Lens output, WebVTT, SRT or recording that plays: %w; %s", err, mend(file.Name, err))
	}
	return imported{sound: &recording{file.Name, sound, open}}, err
}

// readCaptions reads WebVTT or SRT.
func readCaptions(name string, r io.Reader) (imported, error) {
	cues, faults := media.Captions(name, r, 1<<40)
	if len(faults) > 0 {
		return imported{}, fmt.Errorf("line %d: %s", faults[0].Line, faults[0].Message)
	}
	var call imported
	for _, cue := range cues {
		call.turns = append(call.turns, said{speaker: cue.Speaker, from: cue.From, to: cue.To, text: cue.Text})
	}
	return call, nil
}

// stem is the name that what is written goes by: of a file's, without its ends.
func stem(name string) string {
	name = path.Base(name)
	for _, end := range []string{path.Ext(name), ".vcon"} {
		name = strings.TrimSuffix(name, end)
	}
	name = strings.Trim(strings.Map(func(r rune) rune {
		if r < 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			return unicode.ToLower(r)
		}
		return '-'
	}, name), "-")
	if name == "" {
		return "call"
	}
	return name[:min(len(name), 60)]
}

func sources(files []kiosk.Import) string {
	var names []string
	for _, f := range files {
		names = append(names, path.Base(f.Name))
	}
	return strings.Join(names, ", ")
}

var _ kiosk.Importer = Kind{}

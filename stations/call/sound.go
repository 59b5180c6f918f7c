package call

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"regexp"
	"strings"

	"immersion/kiosk"
	"immersion/media"
)

// Piece is a piece of the recording.
type Piece struct {
	From int64 `yaml:"from"` // ms
	To   int64 `yaml:"to"`   // ms
}

// silent are the spans that are really silenced.
func (s *Station) silent() []media.Span {
	spans := make([]media.Span, len(s.Redacted))
	for i, p := range s.Redacted {
		spans[i] = media.Span(p)
	}
	return media.Widened(s.sound.Format, spans)
}

// checkRecording reads the recording once, for how it is made and for the hash
// that what is made of it is kept by. Decoding it waits for Makes.
func (s *Station) checkRecording(c *check, files fs.FS) bool {
	if s.Recording == "" {
		c.add("recording", "the call has no recording", "a file of the scenario")
		return false
	}
	f, err := files.Open(s.Recording)
	if err != nil {
		c.add("recording", readFault(s.Recording, err), "a file of the scenario")
		return false
	}
	defer f.Close()
	sum := sha256.New()
	if s.sound, err = media.Scan(io.TeeReader(f, sum)); err != nil {
		c.add("recording", fmt.Sprintf("%s cannot be played: %v", s.Recording, err), mend(s.Recording, err))
		return false
	}
	rest, err := io.Copy(sum, f)
	info, gone := f.Stat()
	if err = errors.Join(err, gone); err != nil || rest < 0 {
		c.add("recording", readFault(s.Recording, err), "a file of the scenario")
		return false
	}
	s.hash, s.bytes = sum.Sum(nil), info.Size()
	if s.anew() {
		s.bytes = media.WAVSize(s.sound)
	}
	s.checkRedacted(c)
	return true
}

// plain is what a shell takes as it is.
var plain = regexp.MustCompile(`^[\w./][\w./-]*$`)

// mend is the line that makes a recording of a file that is none, or none that plays.
func mend(name string, err error) string {
	if !errors.Is(err, media.ErrFormat) {
		return "the whole file"
	}
	quoted := func(s string) string {
		if plain.MatchString(s) {
			return s
		}
		return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
	}
	to := strings.TrimSuffix(name, path.Ext(name)) + ".mp3"
	if to == name {
		to = strings.TrimSuffix(name, ".mp3") + "-16k.mp3"
	}
	return fmt.Sprintf("WAV (PCM, float or G.711), MP3, Ogg (Vorbis or Opus), FLAC or M4A (AAC); this makes one: ffmpeg -i %s -ac 1 -ar 16000 -b:a 32k %s",
		quoted(name), quoted(to))
}

func (s *Station) checkRedacted(c *check) {
	if len(s.Redacted) > 0 && !s.sound.Decodes() {
		c.add("redacted", fmt.Sprintf("nothing can be silenced in %s: only browsers play it", s.Recording),
			mend(s.Recording, media.ErrFormat))
	}
	for i, r := range s.Redacted {
		at := func(key string) string { return fmt.Sprintf("redacted[%d].%s", i, key) }
		switch {
		case r.From < 0:
			c.add(at("from"), "the piece begins before the recording", "0 ms or more")
		case r.To <= r.From:
			c.add(at("to"), "the piece ends before it begins", fmt.Sprintf("more than %d ms", r.From))
		case r.From >= s.sound.Duration:
			c.add(at("from"), "the piece begins after the recording", fmt.Sprintf("less than %d ms", s.sound.Duration))
		}
	}
}

// anew tells whether screens get the recording written anew.
func (s *Station) anew() bool { return s.sound.Anew || len(s.Redacted) > 0 }

// waveformFile is what screens fetch the waveform by.
func (s *Station) waveformFile() string { return s.Recording + ".waveform.json" }

// Waveform names the file that curves are drawn upon, "" where the recording
// cannot be decoded, and tells its length in ms.
func (s *Station) Waveform() (file string, ms int64) {
	if !s.sound.Decodes() {
		return "", s.sound.Duration
	}
	return s.waveformFile(), s.sound.Duration
}

// waveform is the file that screens draw; its version is part of its key.
type waveform struct {
	Version int    `json:"version"`
	Peaks   []byte `json:"peaks"` // base64 of 0–255 over waveformParts equal parts
}

const waveformVersion = 1

// Makes are the waveform, where the recording can be decoded, and the recording
// itself where it is served with pieces silenced or in another format: it then
// stands in for the scenario's file, which no screen gets.
func (s *Station) Makes() []kiosk.Made {
	if !s.sound.Decodes() {
		return nil
	}
	silent := s.silent()
	key := func(what string) string {
		sum := sha256.Sum256(fmt.Appendf(nil, "%s %x %v", what, s.hash, silent))
		return hex.EncodeToString(sum[:16])
	}
	var all []kiosk.Made
	if s.anew() {
		all = append(all, kiosk.Made{Name: s.Recording, Type: "audio/wav", Path: "recording", Key: key("wav 1"),
			Make: func(files fs.FS, to io.Writer) error {
				return s.decode(files, func(f io.Reader) error { return media.WriteWAV(to, f, s.sound, silent) })
			}})
	}
	return append(all, kiosk.Made{Name: s.waveformFile(), Type: "application/json", Path: "recording",
		Key: key(fmt.Sprintf("waveform %d %d", waveformVersion, waveformParts)),
		Make: func(files fs.FS, to io.Writer) error {
			return s.decode(files, func(f io.Reader) error {
				peaks, err := media.Peaks(f, waveformParts, silent...)
				if err != nil {
					return err
				}
				return json.NewEncoder(to).Encode(waveform{waveformVersion, peaks})
			})
		}})
}

func (s *Station) decode(files fs.FS, do func(io.Reader) error) error {
	f, err := files.Open(s.Recording)
	if err != nil {
		return err
	}
	defer f.Close()
	if err := do(f); err != nil {
		return fmt.Errorf("%s cannot be played to its end: %w", s.Recording, err)
	}
	return nil
}

var _ kiosk.Maker = (*Station)(nil)

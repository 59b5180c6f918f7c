package journey

import (
	"errors"
	"fmt"
	"io/fs"
	"time"

	"immersion/media"
)

// recording tells how long it is, in ms; 0 when there is none or it is at fault.
func (c *check) recording(files fs.FS) int64 {
	r := c.s.Recording
	if r == nil {
		return 0
	}
	for _, stated := range []struct {
		path string
		none bool
	}{{"recording.consent", r.Consent.Empty()}, {"recording.redaction", r.Redaction.Empty()}} {
		if stated.none {
			c.add(stated.path, "is not stated, so the recording may not be played", "a text, or one for each language")
		}
	}
	if last, err := time.ParseInLocation(time.DateOnly, r.Expires, time.Local); r.Expires != "" && err != nil {
		c.add("recording.expires", fmt.Sprintf("%q is no day", r.Expires), "year-month-day, as in 2031-12-31")
	} else if r.Expires != "" && !time.Now().Before(last.AddDate(0, 0, 1)) {
		c.add("recording.expires", "the recording may not be played after "+r.Expires, "a recording whose last day is still to come")
	}
	f, err := files.Open(r.File)
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrInvalid) {
		c.add("recording.file", fmt.Sprintf("there is no file %q", r.File), "a file of the scenario")
		return 0
	}
	if err != nil {
		c.add("recording.file", fmt.Sprintf("%s cannot be read: %v", r.File, err), "a file of the scenario")
		return 0
	}
	defer f.Close()
	sound, err := media.Scan(f)
	if err != nil {
		c.add("recording.file", fmt.Sprintf("%s cannot be played: %v", r.File, err), "WAV, MP3, Ogg, FLAC or M4A")
		return 0
	}
	return sound.Duration
}

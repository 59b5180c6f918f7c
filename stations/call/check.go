package call

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"time"

	"immersion/kiosk"
	"immersion/media"
)

// Check reads recording and captions. A recording plays only where somebody
// stated consent and redaction, and not after its last day.
func (s *Station) Check(files fs.FS) []kiosk.Fault {
	c := check{}
	c.text("caller.name", s.Caller.Name, "the call does not say who is on the line")
	c.text("called", s.Called, "the call does not say who was called")
	c.text("consent", s.Consent, "nobody has stated consent, so the recording may not be played")
	c.text("redaction", s.Redaction, "nobody has stated what was taken out, so the recording may not be played")
	s.checkExpiry(&c)
	heard := s.checkRecording(&c, files)
	if heard {
		s.checkCaptions(&c, files)
	}
	s.checkSegments(&c, heard)
	s.checkMenu(&c, files, heard)
	s.checkReference(&c, files, heard)
	s.checkListen(&c)
	if len(s.Words) > 8 {
		c.add("words", "there are more than 8 words to choose from", "at most 8")
	}
	for i, w := range s.Words {
		c.text(fmt.Sprintf("words[%d]", i), w, "the word is empty")
	}
	if len(c.faults) == 0 {
		s.prepare()
	}
	return c.faults
}

// prepare keeps what follows from settings without a fault.
func (s *Station) prepare() {
	s.whole = s.audible()
	first := slices.IndexFunc(s.cues, func(c media.Cue) bool { return c.From >= s.begins() })
	if first < 0 {
		first = len(s.cues)
	}
	s.cues = s.cues[first:]
	s.lines, s.waits = linesOf(s.cues, s.Segments)
}

func (s *Station) checkListen(c *check) {
	switch s.Listen.Seek {
	case "":
		s.Listen.Seek = NoSeek
	case NoSeek, HeardSeek, FreeSeek:
	default:
		c.add("listen.seek", fmt.Sprintf("there is no way %q to move in a recording", s.Listen.Seek), "none, heard or free")
	}
}

type check struct{ faults []kiosk.Fault }

func (c *check) add(path, message, allowed string) {
	c.faults = append(c.faults, kiosk.Fault{Path: path, Message: message, Allowed: allowed})
}

func (c *check) text(path string, t kiosk.Text, message string) {
	if t.Empty() {
		c.add(path, message, "a text, or one for each language")
	}
}

func (s *Station) checkExpiry(c *check) {
	if s.Expires == "" {
		return
	}
	last, err := time.ParseInLocation(time.DateOnly, s.Expires, time.Local)
	if err != nil {
		c.add("expires", fmt.Sprintf("%q is no day", s.Expires), "year-month-day, as in 2031-12-31")
	} else if !s.now().Before(last.AddDate(0, 0, 1)) {
		c.add("expires", "the recording may not be played after "+s.Expires, "a recording whose last day is still to come")
	}
}

func (s *Station) checkCaptions(c *check, files fs.FS) {
	if s.Captions == "" {
		c.add("captions", "the call has no captions, so who cannot hear is left out", "a WebVTT or SRT file of the scenario")
		return
	}
	f, err := files.Open(s.Captions)
	if err != nil {
		c.add("captions", readFault(s.Captions, err), "a WebVTT or SRT file of the scenario")
		return
	}
	defer f.Close()
	var faults []kiosk.Fault
	s.cues, faults = media.Captions(s.Captions, f, s.sound.Duration)
	c.faults = append(c.faults, faults...)
	if len(faults) == 0 {
		s.checkVoice(c)
	}
}

// checkVoice sees to it that what the customer says can be told from what they hear.
func (s *Station) checkVoice(c *check) {
	var speakers []string
	for _, cue := range s.cues {
		if cue.Speaker == s.Caller.Voice && cue.Speaker != "" {
			return
		}
		if n := len(speakers); cue.Speaker != "" && (n == 0 || speakers[n-1] != cue.Speaker) && n < 8 {
			speakers = append(speakers, cue.Speaker)
		}
	}
	if len(speakers) > 0 || s.Caller.Voice != "" {
		c.add("caller.voice", fmt.Sprintf("no caption is spoken by %q", s.Caller.Voice), fmt.Sprintf("one of %q", speakers))
	}
}

func readFault(name string, err error) string {
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Sprintf("there is no file %q", name)
	}
	return fmt.Sprintf("%s cannot be read: %v", name, err)
}

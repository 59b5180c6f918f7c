package call

import (
	"errors"
	"fmt"
	"io/fs"
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
	if len(s.Words) > 8 {
		c.add("words", "there are more than 8 words to choose from", "at most 8")
	}
	for i, w := range s.Words {
		c.text(fmt.Sprintf("words[%d]", i), w, "the word is empty")
	}
	s.lines = linesOf(s.cues, s.Segments)
	return c.faults
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

func (s *Station) checkSegments(c *check, heard bool) {
	var end int64
	for i, g := range s.Segments {
		at := func(key string) string { return fmt.Sprintf("segments[%d].%s", i, key) }
		if g.What != "hold" && g.What != "transfer" {
			c.add(at("what"), fmt.Sprintf("%q is no kind of segment", g.What), "hold or transfer")
		}
		c.text(at("label"), g.Label, "the segment says nothing while it lasts")
		switch {
		case g.From < end:
			c.add(at("from"), "the segment begins before the one above it ends", fmt.Sprintf("from %d ms", end))
		case g.To <= g.From:
			c.add(at("to"), "the segment ends before it begins", fmt.Sprintf("more than %d ms", g.From))
		case heard && g.To > s.sound.Duration:
			c.add(at("to"), "the segment ends after the recording", fmt.Sprintf("up to %d ms", s.sound.Duration))
		}
		end = max(end, g.To)
	}
}

func readFault(name string, err error) string {
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Sprintf("there is no file %q", name)
	}
	return fmt.Sprintf("%s cannot be read: %v", name, err)
}

package media

import (
	"bytes"
	"fmt"
	"io"
	"regexp"
	"strings"

	"github.com/asticode/go-astisub"

	"immersion/kiosk"
)

// Cue is one caption.
type Cue struct {
	Speaker string `json:"speaker,omitempty"`
	From    int64  `json:"from"` // ms
	To      int64  `json:"to"`   // ms
	Text    string `json:"text"`
}

// MaxCaptions is the largest file of captions that is read, in bytes.
const MaxCaptions = 4 << 20

var (
	timing = regexp.MustCompile(`^(?:\d+:)?\d{1,2}:\d{2}[.,]\d{3}[ \t]+-->[ \t]+(?:\d+:)?\d{1,2}:\d{2}[.,]\d{3}(?:[ \t].*)?$`)
	voice  = regexp.MustCompile(`<v[ .]`)
	speaks = regexp.MustCompile(`^(\pL[\pL\pN .'’-]{0,31}):\s+`)
)

const times = "minutes:seconds.thousandths, as in 01:04.500 --> 01:07.250"

// Captions reads WebVTT or SRT, told apart by their first line, for a
// recording of so many ms. Speakers are WebVTT's voices, or names before a
// colon in SRT. It returns every fault, each with file, line and column.
func Captions(file string, r io.Reader, duration int64) ([]Cue, []kiosk.Fault) {
	at := func(line int, message, allowed string) kiosk.Fault {
		return kiosk.Fault{File: file, Line: line, Column: 1, Message: message, Allowed: allowed}
	}
	doc, err := io.ReadAll(io.LimitReader(r, MaxCaptions+1))
	switch {
	case err != nil:
		return nil, []kiosk.Fault{at(1, "the captions cannot be read: "+err.Error(), "")}
	case len(doc) > MaxCaptions:
		return nil, []kiosk.Fault{at(1, "the captions are larger than 4 MiB", "")}
	}
	doc = bytes.TrimPrefix(doc, []byte("\ufeff"))
	doc = bytes.ReplaceAll(doc, []byte("\r\n"), []byte("\n"))
	lines := strings.Split(string(doc), "\n")
	vtt := strings.HasPrefix(lines[0], "WEBVTT")
	timed, faults := checkLines(lines, vtt, at)
	if len(faults) > 0 {
		return nil, faults
	}
	read := astisub.ReadFromSRT
	if vtt {
		read = astisub.ReadFromWebVTT
	}
	subtitles, err := read(bytes.NewReader(doc))
	if err != nil {
		return nil, []kiosk.Fault{at(1, strings.TrimPrefix(err.Error(), "astisub: "), "")}
	}
	if len(subtitles.Items) != len(timed) {
		message := fmt.Sprintf("%d captions can be read of %d", len(subtitles.Items), len(timed))
		return nil, []kiosk.Fault{at(1, message, "")}
	}
	cues := make([]Cue, len(timed))
	for i, item := range subtitles.Items {
		cue := cueOf(item, vtt)
		if message, allowed := wrong(cue, cues[:i], duration); message != "" {
			faults = append(faults, at(timed[i], message, allowed))
		}
		cues[i] = cue
	}
	return cues, faults
}

// checkLines finds the lines that time a caption, and what the reader would
// pass over in silence.
func checkLines(lines []string, vtt bool, at func(int, string, string) kiosk.Fault) (timed []int, faults []kiosk.Fault) {
	voices := 0 // in the present caption
	for i, line := range lines {
		line = strings.TrimSpace(line)
		here := len(voice.FindAllString(line, 2))
		switch {
		case vtt && strings.HasPrefix(line, "NOTE"):
		case len(line) > 4096:
			faults = append(faults, at(i+1, "the line is longer than 4096 bytes", ""))
		case strings.Contains(line, "-->"):
			timed, voices = append(timed, i+1), 0
			if !timing.MatchString(line) {
				faults = append(faults, at(i+1, "not the times of a caption", times))
			}
		case here > 0 && voices+here > 1:
			faults = append(faults, at(i+1, "two speakers in one caption", "a caption for each"))
		}
		voices += here
	}
	if len(timed) == 0 {
		faults = append(faults, at(1, "there is no caption in it", "WebVTT, which begins with the line WEBVTT, or SRT"))
	}
	return timed, faults
}

func cueOf(item *astisub.Item, vtt bool) Cue {
	c := Cue{From: item.StartAt.Milliseconds(), To: item.EndAt.Milliseconds()}
	var said strings.Builder
	for _, line := range item.Lines {
		if c.Speaker == "" {
			c.Speaker = strings.TrimSpace(line.VoiceName)
		}
		for _, part := range line.Items {
			said.WriteString(part.Text)
		}
		said.WriteByte('\n')
	}
	// A no-break space was put there on purpose.
	c.Text = strings.Join(strings.FieldsFunc(said.String(), func(r rune) bool { return r == ' ' || r == '\t' || r == '\n' || r == '\r' }), " ")
	if !vtt {
		if m := speaks.FindStringSubmatch(c.Text); m != nil {
			c.Speaker, c.Text = m[1], c.Text[len(m[0]):]
		}
	}
	return c
}

// wrong tells what is wrong with a caption after those before it; "" if nothing.
func wrong(c Cue, before []Cue, duration int64) (message, allowed string) {
	switch n := len(before); {
	case c.Text == "":
		return "the caption says nothing", ""
	case c.To <= c.From:
		return "the caption ends before it begins", ""
	case n > 0 && c.From < before[n-1].From:
		return "the caption begins before the one above it", "captions in the order they are spoken"
	case c.To > duration+100:
		return fmt.Sprintf("the caption ends %d ms after the recording", c.To-duration),
			fmt.Sprintf("times up to %02d:%02d.%03d", duration/60000, duration/1000%60, duration%1000)
	}
	return "", ""
}

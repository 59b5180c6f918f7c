package call

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"immersion/kiosk"
	"immersion/media"
)

// ends are what names of recordings end in.
var ends = map[media.Format]string{media.WAV: ".wav", media.MP3: ".mp3", media.Vorbis: ".ogg", media.Opus: ".opus", media.FLAC: ".flac", media.AAC: ".m4a"}

// feelings are what a machine's judgements are on the affect grid: mild, since
// it never says how much.
var feelings = map[string]int{"positive": 2, "neutral": 0, "mixed": 0, "negative": -2}

// write gives the files of the call, and what a person has yet to do.
func (c *imported) write(name, sources string) ([]kiosk.Written, []string) {
	settings := kiosk.Written{Name: name + ".yaml"}
	written := []kiosk.Written{settings}
	todo := []string{
		"Write consent and redaction into " + settings.Name + ": until a person has, nothing is played.",
		"Set it into scenario.yaml, as a station of this kind with: " + settings.Name + ".",
	}
	sound, captions, feeling := "", "", ""
	if c.sound != nil {
		sound = name + ends[c.sound.sound.Format]
		written = append(written, kiosk.Written{Name: sound, Write: c.sound.copy})
		if len(c.redacted) > 0 && !c.sound.sound.Decodes() {
			todo = append(todo, "Pieces of the recording are to be silenced, and only browsers can play it: "+mend(sound, media.ErrFormat))
		}
	} else {
		todo = append(todo, "Put the recording beside it, and its name into recording.")
	}
	if len(c.turns) > 0 {
		captions = name + ".vtt"
		written = append(written, kiosk.Written{Name: captions, Write: c.writeCaptions})
	} else {
		todo = append(todo, "Put captions beside it, WebVTT or SRT, and their name into captions.")
	}
	if c.judged() {
		feeling = name + ".feeling.csv"
		written = append(written, kiosk.Written{Name: feeling, Write: c.writeFeeling})
	}
	written[0].Write = func(to io.Writer) error {
		return c.writeSettings(to, sources, sound, captions, feeling)
	}
	return written, append(todo, c.todo...)
}

func (r *recording) copy(to io.Writer) error {
	from, err := r.open()
	if err != nil {
		return err
	}
	defer from.Close()
	_, err = io.Copy(to, from)
	return err
}

func (c *imported) writeSettings(to io.Writer, sources, sound, captions, feeling string) error {
	var b strings.Builder
	fmt.Fprintf(&b, "# A call, imported from %s. What is empty a person fills in; `immersion check` says what.\n", oneLine(sources))
	fmt.Fprintf(&b, "recording: %s\ncaptions: %s\n\n", quoted(sound), quoted(captions))
	fmt.Fprintf(&b, "# The customer on the line. \"voice\" is their name in the captions.\ncaller:\n  name: %s\n  voice: %s\n  about: %s\n\n",
		quoted(c.customer), quoted(c.customer), quoted(oneLine(c.about)))
	fmt.Fprintf(&b, "# Whom they called, as their telephone shows it; and when.\ncalled: ''\nwhen: %s\n\n", quoted(c.when))
	b.WriteString("# Nothing is played until a person has written these two.\nconsent: ''\nredaction: ''\n")
	if len(c.redacted) > 0 {
		b.WriteString("\n# Silenced before anybody hears it, in ms of the recording.\nredacted:\n")
		for _, p := range c.redacted {
			fmt.Fprintf(&b, "  - {from: %d, to: %d}\n", p.From, p.To)
		}
	}
	if feeling != "" {
		fmt.Fprintf(&b, "\n# How a machine judged what the customer said. Visitors see it beside their own\n"+
			"# curve at the end, if you take the # away and say whose it is.\n# reference: {file: %s, by: A machine}\n", feeling)
	}
	_, err := io.WriteString(to, b.String())
	return err
}

// quoted is a text in YAML, which reads JSON's quotes.
func quoted(s string) string {
	if s == "" {
		return "''"
	}
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(s) // a string always can be
	return strings.TrimSpace(b.String())
}

// writeCaptions writes WebVTT.
func (c *imported) writeCaptions(to io.Writer) error {
	if _, err := io.WriteString(to, "WEBVTT\n"); err != nil {
		return err
	}
	for _, t := range c.turns {
		speaker := ""
		if t.speaker != "" {
			speaker = "<v " + t.speaker + ">"
		}
		_, err := fmt.Fprintf(to, "\n%s --> %s\n%s%s\n", stamp(t.from), stamp(t.to), speaker, strings.Join(folded(t.text), "\n"))
		if err != nil {
			return err
		}
	}
	return nil
}

// folded is a text in lines that captions may have, escaped.
func folded(text string) []string {
	const width = 500 // bytes
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		for line != "" && len(line)+len(word) >= width || len(word) > width {
			if line == "" { // a word that is none
				line = strings.ToValidUTF8(word[:width], "")
				word = word[len(line):]
			}
			lines, line = append(lines, escape.Replace(line)), ""
		}
		line = strings.TrimSpace(line + " " + word)
	}
	return append(lines, escape.Replace(line))
}

// escape writes what WebVTT would take for a mark.
var escape = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

func stamp(ms int64) string {
	return fmt.Sprintf("%02d:%02d:%02d.%03d", ms/3600_000, ms/60_000%60, ms/1000%60, ms%1000)
}

// judged tells whether a machine judged what the customer said.
func (c *imported) judged() bool {
	for _, t := range c.turns {
		if _, ok := feelings[t.sentiment]; ok && t.speaker == c.customer && c.customer != "" {
			return true
		}
	}
	return false
}

// writeFeeling writes the curve of the customer's turns, one point each.
func (c *imported) writeFeeling(to io.Writer) error {
	if _, err := io.WriteString(to, "at,feeling\n"); err != nil {
		return err
	}
	last := int64(-1)
	for _, t := range c.turns {
		v, ok := feelings[t.sentiment]
		if !ok || t.speaker != c.customer || t.from <= last {
			continue
		}
		last = t.from
		if _, err := fmt.Fprintf(to, "%d:%02d.%03d,%d\n", t.from/60_000, t.from/1000%60, t.from%1000, v); err != nil {
			return err
		}
	}
	return nil
}

package call

import (
	"bufio"
	"fmt"
	"io"
	"io/fs"
	"regexp"
	"strconv"
	"strings"

	"immersion/kiosk"
)

// Reference is a curve that somebody who knows drew, shown beside the
// visitor's own at the end. It travels to the screen then, not before.
type Reference struct {
	File string     `yaml:"file" json:"file"` // file: lines of minute:second and feeling from -4 to 4, "0:12,-1.5", below a line "at,feeling"
	By   kiosk.Text `yaml:"by" json:"by"`     // whose it is, as in "Ruth, a week later"
}

const (
	referenceHead = "at,feeling"
	referenceLine = `minute:second and a feeling from -4 to 4, as in "0:12,-1.5"`
	maxReference  = 1 << 20
)

var referenceForm = regexp.MustCompile(`^(\d{1,3}):([0-5]\d(?:\.\d{1,3})?),(-?[0-4](?:\.\d{1,3})?)$`)

func (s *Station) checkReference(c *check, files fs.FS, heard bool) {
	if s.Reference == nil {
		return
	}
	c.text("reference.by", s.Reference.By, "the curve does not say whose it is")
	f, err := files.Open(s.Reference.File)
	if err != nil {
		c.add("reference.file", readFault(s.Reference.File, err), "a file of the scenario")
		return
	}
	defer f.Close()
	var end int64 = 1 << 40
	if heard {
		end = s.sound.Duration
	}
	c.faults = append(c.faults, referenceFaults(s.Reference.File, io.LimitReader(f, maxReference), end)...)
}

// referenceFaults reads a curve for a recording of so many ms.
func referenceFaults(file string, r io.Reader, duration int64) []kiosk.Fault {
	var faults []kiosk.Fault
	line, last := 0, int64(-1)
	wrong := func(message, allowed string) {
		faults = append(faults, kiosk.Fault{File: file, Line: line, Column: 1, Message: message, Allowed: allowed})
	}
	for lines := bufio.NewScanner(r); lines.Scan(); {
		text := strings.TrimSuffix(lines.Text(), "\r")
		line++
		at, ok := referenceAt(text)
		switch {
		case line == 1 && text != referenceHead:
			wrong(fmt.Sprintf("the first line is %.40q", text), referenceHead)
		case line == 1 || text == "":
		case !ok:
			wrong(fmt.Sprintf("%.40q is no point of a curve", text), referenceLine)
		case at <= last:
			wrong("the point is not after the one above it", "points as time runs")
		case at > duration:
			wrong("the point is after the recording's end", "up to "+clock(duration))
		}
		if ok {
			last = max(last, at)
		}
	}
	if last < 0 && len(faults) == 0 {
		line = max(line, 1)
		wrong("the curve has no point", referenceLine)
	}
	return faults
}

// referenceAt is a point's ms; false if the line is none.
func referenceAt(text string) (int64, bool) {
	m := referenceForm.FindStringSubmatch(text)
	if m == nil {
		return 0, false
	}
	minutes, _ := strconv.Atoi(m[1])
	seconds, _ := strconv.ParseFloat(m[2], 64)
	level, _ := strconv.ParseFloat(m[3], 64)
	return int64(minutes)*60_000 + int64(seconds*1000), level >= -4 && level <= 4
}

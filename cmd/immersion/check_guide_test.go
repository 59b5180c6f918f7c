package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"immersion/config"
	"immersion/stations"
)

const (
	guide = "../../config/README.md"
	from  = "## One scenario from nothing"
	until = "## The keys"
)

// block is a piece of the guide between fences: what it is, the file it is
// about, and the line it begins on.
type block struct {
	is, file, text string
	line           int
}

var fence = regexp.MustCompile("(?ms)^```([a-z]+)(?: (\\S+))?\n(.*?)^```$")

func guideBlocks(t *testing.T) []block {
	t.Helper()
	b, err := os.ReadFile(guide)
	if err != nil {
		t.Fatal(err)
	}
	text := string(b)
	begin, end := strings.Index(text, from), strings.Index(text, until)
	if begin < 0 || end < begin {
		t.Fatalf("%s has no part from %q to %q", guide, from, until)
	}
	var blocks []block
	for _, m := range fence.FindAllStringSubmatchIndex(text[:end], -1) {
		if m[0] < begin {
			continue
		}
		at := block{is: text[m[2]:m[3]], text: text[m[6]:m[7]], line: 1 + strings.Count(text[:m[0]], "\n")}
		if m[4] >= 0 {
			at.file = text[m[4]:m[5]]
		}
		blocks = append(blocks, at)
	}
	return blocks
}

// Who follows the guide to the letter has a scenario of every kind.
func TestGuide(t *testing.T) {
	program, err := built()
	if err != nil {
		t.Fatal(err)
	}
	dir, ran := t.TempDir(), 0
	blocks := guideBlocks(t)
	for i, b := range blocks {
		switch {
		case b.is == "sh":
			want := ""
			if i+1 < len(blocks) && blocks[i+1].is == "text" {
				want = blocks[i+1].text
			}
			shell(t, dir, filepath.Dir(program), b, want)
			ran++
		case b.is == "text":
		case b.file == "":
			t.Errorf("line %d: a block of %s without a file", b.line, b.is)
		case b.is == "diff":
			change(t, filepath.Join(dir, b.file), b)
		default:
			if err := os.WriteFile(filepath.Join(dir, b.file), []byte(b.text), 0o600); err != nil {
				t.Fatalf("line %d: %v", b.line, err)
			}
		}
	}
	s, faults := config.Load(os.DirFS(filepath.Join(dir, "parcel")), stations.Kinds())
	if len(faults) > 0 || ran < 8 {
		t.Fatalf("after %d commands: %v", ran, faults)
	}
	var walk []string
	for _, p := range s.Places {
		walk = append(walk, p.Kind)
	}
	if got := strings.Join(walk, " "); got != "entry call portal invoice exit" {
		t.Errorf("the scenario has %s", got)
	}
}

var (
	faultLine = regexp.MustCompile(`(?m)^\S+:\d+:\d+: `)
	mildLine  = regexp.MustCompile(`(?m)^\S+:\d+:\d+: (warning|note): `)
)

// shell runs a block and compares what it prints. It fails where the guide
// shows faults that are neither warnings nor notes, and only there.
func shell(t *testing.T, dir, bin string, b block, want string) {
	t.Helper()
	c := exec.Command("sh", "-eu", "-c", b.text)
	c.Dir = dir
	c.Env = append(os.Environ(), "PATH="+bin+string(os.PathListSeparator)+os.Getenv("PATH"))
	out, err := c.CombinedOutput()
	if string(out) != want || (err != nil) != faultLine.MatchString(mildLine.ReplaceAllString(want, "")) {
		t.Errorf("line %d prints, with %v:\n%swant:\n%s", b.line, err, out, want)
	}
}

// change applies a diff without line numbers: the lines without a plus are
// there once, and those without a minus take their place.
func change(t *testing.T, name string, b block) {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatalf("line %d: %v", b.line, err)
	}
	var was, is strings.Builder
	for line := range strings.Lines(b.text) {
		if line[0] != '+' {
			was.WriteString(line[1:])
		}
		if line[0] != '-' {
			is.WriteString(line[1:])
		}
	}
	if strings.Count(string(text), was.String()) != 1 {
		t.Fatalf("line %d: not there, or not once:\n%s", b.line, &was)
	}
	if err := os.WriteFile(name, []byte(strings.Replace(string(text), was.String(), is.String(), 1)), 0o600); err != nil {
		t.Fatal(err)
	}
}

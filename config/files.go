package config

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Limits on what is read, so that no file makes the room wait.
const (
	MaxYAML     = 1 << 20   // bytes of one YAML file
	MaxFiles    = 2000      // files of one scenario
	MaxScenario = 512 << 20 // bytes of one scenario's files together
	MaxFaults   = 1000      // faults told at once; one more says that there are others
)

// loader gathers every fault of one folder.
type loader struct {
	fsys    fs.FS
	faults  []Fault
	remarks []func() []Fault    // of stations without faults
	broken  map[brokenPath]bool // paths with a fault already; what follows from it is not told again
	fields  map[reflect.Type][]field
	texts   map[string][]string // lines of the files with faults, for Fault.Source
	makes   bool                // what stations make is tried too
}

func newLoader(fsys fs.FS) *loader {
	return &loader{fsys: fsys, broken: map[brokenPath]bool{}, fields: map[reflect.Type][]field{}, texts: map[string][]string{}}
}

func (l *loader) add(f Fault) {
	switch len(l.faults) {
	case MaxFaults:
		f = Fault{File: f.File, Line: f.Line, Column: f.Column, Message: fmt.Sprintf("more than %d faults; these first", MaxFaults)}
	case MaxFaults + 1:
		return
	}
	f.Line, f.Column = max(f.Line, 1), max(f.Column, 1)
	l.faults = append(l.faults, f)
}

// full tells that no more faults are told: there is no use in looking on.
func (l *loader) full() bool { return len(l.faults) > MaxFaults }

// done returns the faults in the order of their places, each once and with
// its line.
func (l *loader) done() []Fault {
	told := map[Fault]bool{}
	l.faults = slices.DeleteFunc(l.faults, func(f Fault) bool {
		again := told[f]
		told[f] = true
		return again
	})
	for i := range l.faults {
		f := &l.faults[i]
		lines := l.lines(f.File)
		for len(lines) > 0 && f.Line > 1 && (f.Line > len(lines) || strings.TrimSpace(lines[f.Line-1]) == "") { // behind the last word
			f.Line, f.Column = f.Line-1, 1
			if f.Line <= len(lines) {
				f.Column += utf8.RuneCountInString(strings.TrimRightFunc(lines[f.Line-1], unicode.IsSpace))
			}
		}
		if f.Line <= len(lines) && len(lines[f.Line-1]) <= maxShown {
			f.Source = strings.ToValidUTF8(lines[f.Line-1], "\uFFFD")
		}
	}
	byPlace(l.faults)
	return l.faults
}

// maxShown is the longest line shown with a fault, in bytes.
const maxShown = 10_000

// lines are those of a file that a fault stands in; none of a file that is
// too large or no text.
func (l *loader) lines(name string) []string {
	lines, ok := l.texts[name]
	if !ok {
		data, err := readUpTo(l.fsys, name, 8*MaxYAML)
		if err == nil && !slices.Contains(data[:min(len(data), 4096)], 0) {
			lines = splitLines(data)
		}
		l.texts[name] = lines
	}
	return lines
}

// lineEnd is what YAML takes for the end of a line.
var lineEnd = regexp.MustCompile(`\r\n|[\n\r\x{85}\x{2028}\x{2029}]`)

func splitLines(data []byte) []string { return lineEnd.Split(string(data), -1) }

var errTooLarge = errors.New("too large")

// readUpTo reads a regular file of at most limit bytes.
func readUpTo(fsys fs.FS, name string, limit int64) ([]byte, error) {
	info, err := fs.Stat(fsys, name)
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, errors.New("not a regular file")
	}
	file, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, limit+1))
	if err == nil && int64(len(data)) > limit {
		err = errTooLarge
	}
	return data, err
}

// reason says why a file cannot be read, without the words of the system
// around it.
func reason(err error) string {
	var p *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "there is no such file"
	case errors.As(err, &p):
		return "it cannot be read: " + p.Err.Error()
	}
	return "it cannot be read: " + err.Error()
}

// names lists the scenario's files, sorted. Names that begin with a dot are
// no part of a scenario. It stops at MaxFiles.
func (l *loader) names() []string {
	var names []string
	err := fs.WalkDir(l.fsys, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case name != "." && strings.HasPrefix(path.Base(name), "."):
			if d.IsDir() {
				return fs.SkipDir
			}
		case !d.IsDir():
			if names = append(names, name); len(names) > MaxFiles {
				return fmt.Errorf("more than %d files", MaxFiles)
			}
		}
		return nil
	})
	if err != nil {
		l.add(Fault{File: ".", Message: "the folder: " + reason(err), Allowed: fmt.Sprintf("at most %d files", MaxFiles)})
		return nil
	}
	slices.Sort(names)
	return names
}

// hash is the first 16 bytes, as hex, of the SHA-256 over a line for each
// file in order of their names: the SHA-256 of its content, and its name.
func (l *loader) hash() string {
	sum, left := sha256.New(), int64(MaxScenario)
	for _, name := range l.names() {
		content := sha256.New()
		n, err := copyUpTo(content, l.fsys, name, left)
		if left -= n; errors.Is(err, errTooLarge) {
			l.add(Fault{File: name, Message: "with this file the scenario is too large",
				Allowed: fmt.Sprintf("%d MiB for all its files", MaxScenario>>20)})
			return ""
		}
		if err != nil {
			l.add(Fault{File: name, Message: reason(err)})
			continue
		}
		fmt.Fprintf(sum, "%x %q\n", content.Sum(nil), name)
	}
	return hex.EncodeToString(sum.Sum(nil)[:16])
}

func copyUpTo(to io.Writer, fsys fs.FS, name string, limit int64) (int64, error) {
	info, err := fs.Stat(fsys, name)
	switch {
	case err != nil:
		return 0, err
	case !info.Mode().IsRegular():
		return 0, errors.New("not a regular file")
	case info.Size() > limit:
		return 0, errTooLarge
	}
	file, err := fsys.Open(name)
	if err != nil {
		return 0, err
	}
	defer file.Close()
	n, err := io.Copy(to, io.LimitReader(file, limit+1))
	if err == nil && n > limit {
		err = errTooLarge
	}
	return n, err
}

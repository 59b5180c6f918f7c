package config

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// Fault is one thing wrong in a file, at its place.
type Fault struct {
	File    string // as the caller knows it, with slashes
	Line    int    // from 1
	Column  int    // in characters, from 1
	Message string // what is wrong
	Allowed string // what is allowed instead; "" when the message says it
	Near    string // what was probably meant; "" when nothing is near
	Source  string // the line it is on; "" when there is none
	Warning bool   // the scenario runs all the same
}

// Error prints the fault as `file:line:column: what is wrong; allowed: what is
// allowed; did you mean "this"?`, and below it the line with a caret.
func (f Fault) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s:%d:%d: ", f.File, f.Line, f.Column)
	if f.Warning {
		b.WriteString("warning: ")
	}
	b.WriteString(f.Message)
	if f.Allowed != "" {
		fmt.Fprintf(&b, "; allowed: %s", f.Allowed)
	}
	if f.Near != "" {
		fmt.Fprintf(&b, "; did you mean %q?", f.Near)
	}
	text := plain(b.String())
	if source, column := f.shown(); source != "" {
		text += fmt.Sprintf("\n    %s\n    %s^", source, strings.Repeat(" ", column-1))
	}
	return text
}

// plain takes out what a terminal would obey, one character for one.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return ' '
		}
		return r
	}, s)
}

// shown cuts a long line around the fault.
func (f Fault) shown() (source string, column int) {
	const before, width = 60, 100
	line := []rune(strings.TrimRightFunc(f.Source, unicode.IsSpace))
	if len(line) == 0 {
		return "", 0
	}
	column = min(max(f.Column, 1), len(line)+1)
	if len(line) > width {
		from := max(0, column-1-before)
		line, column = line[from:min(len(line), from+width)], column-from
	}
	return plain(string(line)), column
}

// byPlace orders faults by file, line and column.
func byPlace(faults []Fault) {
	slices.SortStableFunc(faults, func(a, b Fault) int {
		return cmp.Or(strings.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
}

// failing are the faults without the warnings.
func failing(faults []Fault) []Fault {
	return slices.DeleteFunc(slices.Clone(faults), func(f Fault) bool { return f.Warning })
}

// shorten keeps what a message quotes readable.
func shorten(s string) string {
	if r := []rune(s); len(r) > 40 {
		return string(r[:39]) + "…"
	}
	return s
}

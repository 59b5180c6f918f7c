package config

import (
	"strings"
	"testing"
)

func TestFaultIsPrinted(t *testing.T) {
	for _, c := range []struct {
		name  string
		fault Fault
		want  string
	}{
		{"the least", Fault{File: "a.yaml", Line: 1, Column: 1, Message: "it is odd"}, "a.yaml:1:1: it is odd"},
		{"all of it", Fault{File: "a.yaml", Line: 2, Column: 3, Message: "it is odd", Allowed: "even", Near: "ever", Source: "  odd: 1  \r"},
			"a.yaml:2:3: it is odd; allowed: even; did you mean \"ever\"?\n      odd: 1\n      ^"},
		{"a warning", Fault{File: "a.json", Line: 1, Column: 1, Message: "it is odd", Warning: true}, "a.json:1:1: warning: it is odd"},
		{"a tab and a terminal's escape", Fault{File: "a", Line: 1, Column: 4, Message: "m", Source: "\t\x1b[x"},
			"a:1:4: m\n      [x\n       ^"},
		{"behind the line", Fault{File: "a", Line: 1, Column: 90, Message: "m", Source: "ab"}, "a:1:90: m\n    ab\n      ^"},
		{"a blank line", Fault{File: "a", Line: 1, Column: 1, Message: "m", Source: "   "}, "a:1:1: m"},
	} {
		if got := c.fault.Error(); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestLongLinesAreCutAroundTheFault(t *testing.T) {
	line := strings.Repeat("ä", 500) + "X" + strings.Repeat("b", 500)
	lines := strings.Split(Fault{File: "a", Line: 1, Column: 501, Message: "m", Source: line}.Error(), "\n")
	source, caret := []rune(lines[1]), len(lines[2])-1
	if len(source) > 104 || source[caret] != 'X' {
		t.Errorf("caret at %d of %s", caret, lines[1])
	}
}

func TestNearest(t *testing.T) {
	words := []string{"title", "kind", "stations", "it", "hr"}
	for _, c := range []struct{ word, want string }{
		{"titel", "title"}, {"tite", "title"}, {"Title", "title"}, {"station", "stations"}, {"statoins", "stations"},
		{"kidn", "kind"}, {"id", "it"}, {"colour", ""}, {"", ""}, {strings.Repeat("a", 99), ""},
	} {
		if got := nearest(c.word, words); got != c.want {
			t.Errorf("near %q is %q, want %q", c.word, got, c.want)
		}
	}
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"a", "", 1}, {"abc", "abc", 0}, {"abc", "acb", 1}, {"kitten", "sitting", 3}, {"größe", "grösse", 2}, {"ca", "abc", 3}} {
		if got := distance([]rune(c.a), []rune(c.b)); got != c.want {
			t.Errorf("from %q to %q: %d, want %d", c.a, c.b, got, c.want)
		}
	}
}

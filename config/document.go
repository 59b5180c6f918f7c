package config

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
	"go.yaml.in/yaml/v4/plugin/loaderlimits"
)

// Limits on the tree of one YAML file.
const (
	maxDepth = 64      // lists and maps inside one another
	maxNodes = 200_000 // values, those repeated through aliases counted each time
)

// parse reads a YAML file as a tree; nil after faults that leave no tree to
// go on with.
func (l *loader) parse(name string) *yaml.Node {
	data, err := readUpTo(l.fsys, name, MaxYAML)
	switch {
	case errors.Is(err, errTooLarge):
		l.add(Fault{File: name, Message: "the file is too large", Allowed: "at most 1 MiB"})
		return nil
	case err != nil:
		l.add(Fault{File: name, Message: reason(err)})
		return nil
	}
	if f, bad := unreadable(data); bad {
		f.File = name
		l.add(f)
		return nil
	}
	loader, err := yaml.NewLoader(bytes.NewReader(data),
		yaml.WithPlugin(loaderlimits.New(loaderlimits.DepthValue(maxDepth))))
	if err != nil {
		l.add(Fault{File: name, Message: reason(err)})
		return nil
	}
	var doc, second yaml.Node
	if err := loader.Load(&doc); errors.Is(err, io.EOF) {
		return empty() // nothing but comments
	} else if err != nil {
		l.syntax(name, err)
		return nil
	}
	if err := loader.Load(&second); err == nil {
		l.add(Fault{File: name, Line: second.Line, Column: second.Column,
			Message: "a second document begins here", Allowed: "one document a file"})
		return nil
	} else if !errors.Is(err, io.EOF) {
		l.syntax(name, err)
		return nil
	}
	root := doc.Content[0]
	switch {
	case !l.sound(name, root):
		return nil
	case root.ShortTag() == "!!null":
		return empty()
	}
	return root
}

func empty() *yaml.Node {
	return &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Line: 1, Column: 1}
}

// unreadable finds the first byte that no YAML file may hold.
func unreadable(data []byte) (Fault, bool) {
	line, column := 1, 1
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			return Fault{Line: line, Column: column, Message: "a byte that is not UTF-8", Allowed: "text saved as UTF-8"}, true
		case r < ' ' && r != '\n' && r != '\t' && r != '\r' || r == 0x7f:
			return Fault{Line: line, Column: column, Message: fmt.Sprintf("a control character (%U)", r), Allowed: "text"}, true
		case r == '\n':
			line, column = line+1, 0
		}
		i, column = i+size, column+1
	}
	return Fault{}, false
}

// syntax tells the parser's error in plain words, where it is a common one.
func (l *loader) syntax(name string, err error) {
	var e *yaml.LoadError
	if !errors.As(err, &e) {
		l.add(Fault{File: name, Message: err.Error()})
		return
	}
	f := Fault{File: name, Line: e.Mark.Line, Column: e.Mark.Column, Message: e.Message}
	if e.ContextMsg != "" {
		f.Message = e.ContextMsg + ": " + e.Message
	}
	begin := func(message, allowed string) {
		f.Line, f.Column, f.Message, f.Allowed = e.ContextMark.Line, e.ContextMark.Column, message, allowed
	}
	const crooked, column = "it does not stand in line with what is above", "keys and dashes that belong together in one column"
	switch before, at := l.around(name, e.Mark); {
	case strings.HasPrefix(e.Message, "mapping values are not allowed") && !strings.Contains(before, ":"):
		f.Message, f.Allowed = crooked, column
	case strings.HasPrefix(e.Message, "mapping values are not allowed"):
		f.Message, f.Allowed = `a second ": " on the line`, `text that holds ": " in quotes`
	case strings.HasPrefix(e.Message, "found character that cannot start") && at == '\t':
		f.Message, f.Allowed = "a tab in the indentation", "spaces"
	case strings.HasPrefix(e.Message, "found character that cannot start"):
		f.Message, f.Allowed = fmt.Sprintf("text that begins with %q", at), "the text in quotes"
	case strings.Contains(e.ContextMsg, "quoted scalar") && strings.Contains(e.Message, "end of stream"):
		begin("a quotation mark that is not closed", "text between two of them")
	case strings.Contains(e.ContextMsg, "flow sequence"):
		begin("a list whose [ is not closed", "[one, two, three]")
	case strings.Contains(e.ContextMsg, "flow node"):
		f.Message, f.Allowed = "a value is missing, or a [ or { is not closed", "[one, two], {key: value}"
	case strings.Contains(e.ContextMsg, "flow mapping"):
		begin("a map whose { is not closed", "{key: value, key: value}")
	case strings.Contains(e.ContextMsg, "block mapping"), strings.Contains(e.ContextMsg, "block collection"):
		f.Message, f.Allowed = crooked, column
	case strings.HasPrefix(e.Message, "exceeded max depth"):
		f.Message, f.Allowed = "too many lists and maps inside one another", fmt.Sprintf("at most %d", maxDepth)
	}
	l.add(f)
}

// around gives what stands before a mark on its line, and at it.
func (l *loader) around(name string, m yaml.Mark) (before string, at rune) {
	if lines := l.lines(name); m.Line >= 1 && m.Line <= len(lines) {
		if line := []rune(lines[m.Line-1]); m.Column >= 1 && m.Column <= len(line) {
			return string(line[:m.Column-1]), line[m.Column-1]
		}
	}
	return "", ' '
}

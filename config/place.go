package config

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"immersion/kiosk"
)

// part is a piece of a file that paths like "pages[2].fields[0].rule" lead
// into: a whole file, or the `with:` of a station.
type part struct {
	l    *loader
	file string
	root *yaml.Node // nil for settings that are not there
	key  *yaml.Node // what to point at for the root itself
}

// brokenPath is a path in a part.
type brokenPath struct {
	root *yaml.Node
	path string
}

// fault adds a fault at a path. Where the path does not exist, it is told by
// name at the nearest place that does. What only follows from a fault told
// before is left out.
func (p part) fault(path, message, allowed, near string) {
	if p.isBroken(path) {
		return
	}
	line, column, found := p.place(path)
	if !found && !strings.Contains(message, path) {
		message = path + ": " + message
	}
	p.l.add(Fault{File: p.file, Line: line, Column: column, Message: message, Allowed: allowed, Near: near})
}

// breaks marks a path as told, with all that it leads to.
func (p part) breaks(path string) { p.l.broken[brokenPath{p.root, path}] = true }

// isBroken tells whether a path, or one on its way, is told.
func (p part) isBroken(path string) bool {
	for !p.l.broken[brokenPath{p.root, path}] {
		if path == "" {
			return false
		}
		path = path[:max(0, strings.LastIndexAny(path, ".["))]
	}
	return true
}

// missing tells that what a path leads to is not there, or says nothing.
func (p part) missing(path, allowed string) {
	message := path + " is missing"
	if _, _, found := p.place(path); found {
		message = path + " is empty"
	}
	p.fault(path, message, allowed, "")
}

// station adds a fault that a station found in its settings or files. Where
// what is allowed is a list of words, or what is named is no file, it finds the
// one that was meant.
func (p part) station(f kiosk.Fault) {
	if f.Line > 0 || f.File != "" {
		if f.File == "" {
			f.File = p.file
		}
		p.l.add(Fault{File: f.File, Line: f.Line, Column: f.Column, Message: f.Message, Allowed: f.Allowed, Warning: f.Warning})
		return
	}
	near := ""
	if p.root != nil {
		if _, n, found := walk(p.root, p.key, f.Path); found && resolved(n).Kind == yaml.ScalarNode {
			near = p.meant(resolved(n).Value, f)
		}
	}
	before := len(p.l.faults)
	p.fault(f.Path, f.Message, f.Allowed, near)
	for i := before; i < len(p.l.faults); i++ {
		p.l.faults[i].Warning = f.Warning
	}
}

// remarks keeps what a station has to tell for when everything is sound.
func (p part) remarks(s kiosk.Station) {
	r, ok := s.(kiosk.Remarker)
	if !ok {
		return
	}
	p.l.remarks = append(p.l.remarks, func() []Fault {
		var all []Fault
		for _, remark := range r.Remarks() {
			line, column, _ := p.place(remark.Path)
			all = append(all, Fault{File: p.file, Line: line, Column: column, Message: remark.Message})
		}
		return all
	})
}

func (p part) meant(value string, f kiosk.Fault) string {
	near := nearest(value, strings.Split(f.Allowed, ", "))
	if end := path.Ext(value); near == "" && end != "" && strings.Contains(f.Message, value) {
		near = nearest(value, slices.DeleteFunc(p.l.names(), func(file string) bool { return path.Ext(file) != end }))
	}
	if near == value {
		return "" // it is one of them, and wrong for another reason
	}
	return near
}

// place finds the line and column of a path: of its value if that stands on
// the line of its key, else of the key. Where the path ends in nothing, found
// is false and the place is that of the last step there is.
func (p part) place(path string) (line, column int, found bool) {
	if p.root == nil {
		return p.key.Line, p.key.Column, path == ""
	}
	key, n, found := walk(p.root, p.key, path)
	line, column = mark(n, key)
	return line, column, found
}

// walk follows a path from a node as far as it leads.
func walk(n, key *yaml.Node, path string) (lastKey, last *yaml.Node, found bool) {
	for path != "" {
		k, v, rest := step(n, path)
		if v == nil {
			return key, n, false
		}
		n, key, path = v, k, rest
	}
	return key, n, true
}

func mark(n, key *yaml.Node) (line, column int) {
	block := n.Kind != yaml.ScalarNode && n.Kind != yaml.AliasNode && n.Style&yaml.FlowStyle == 0
	absent := n.Kind == yaml.ScalarNode && n.Value == "" && n.ShortTag() == "!!null"
	if key != nil && (block || absent) {
		n = key
	}
	return n.Line, n.Column
}

// step goes one key or index along a path. A key may hold dots: the longest
// that fits is taken.
func step(n *yaml.Node, path string) (key, value *yaml.Node, rest string) {
	n = resolved(n)
	switch n.Kind {
	case yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			k := n.Content[i]
			after, ok := strings.CutPrefix(path, k.Value)
			if ok && (after == "" || after[0] == '.' || after[0] == '[') && (key == nil || len(k.Value) > len(key.Value)) {
				key, value, rest = k, n.Content[i+1], strings.TrimPrefix(after, ".")
			}
		}
	case yaml.SequenceNode:
		index, after, ok := strings.Cut(strings.TrimPrefix(path, "["), "]")
		if i, err := strconv.Atoi(index); ok && err == nil && i >= 0 && i < len(n.Content) {
			value, rest = n.Content[i], strings.TrimPrefix(after, ".")
		}
	}
	return key, value, rest
}

// resolved follows an alias to what it stands for.
func resolved(n *yaml.Node) *yaml.Node {
	for n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	return n
}

package config

import (
	"fmt"

	"go.yaml.in/yaml/v4"
)

// sound tells every use of YAML that scenario and room files do without, and
// keys written twice. It is false when the tree cannot be decoded.
func (l *loader) sound(name string, root *yaml.Node) bool {
	s := soundness{l: l, file: name, left: maxNodes, seen: map[*yaml.Node]bool{}}
	s.node(root, 0)
	return !s.unusable
}

type soundness struct {
	l        *loader
	file     string
	left     int                 // nodes that may still come
	seen     map[*yaml.Node]bool // told already: aliases lead to a node more than once
	unusable bool
}

func (s *soundness) refuse(n *yaml.Node, message, allowed string) {
	s.unusable = true
	s.l.add(Fault{File: s.file, Line: n.Line, Column: n.Column, Message: message, Allowed: allowed})
}

func (s *soundness) node(n *yaml.Node, depth int) {
	if s.l.full() {
		return
	}
	if s.left--; s.left < 0 || depth > maxDepth {
		if s.left > -maxNodes { // once, and no further
			s.left = -maxNodes
			s.refuse(n, "the file holds too much, with what its aliases repeat",
				fmt.Sprintf("%d values in all, at most %d inside one another", maxNodes, maxDepth))
		}
		return
	}
	if n.Kind == yaml.AliasNode {
		s.node(n.Alias, depth+1)
		return
	}
	if first := !s.seen[n]; first {
		s.seen[n] = true
		if n.Style&yaml.TaggedStyle != 0 {
			s.refuse(n, fmt.Sprintf("the tag %s is not used here", shorten(n.Tag)), "values without tags; text in quotes")
		}
		if n.Kind == yaml.MappingNode {
			s.keys(n)
		}
	}
	for i, child := range n.Content {
		if n.Kind != yaml.MappingNode || i%2 == 1 {
			s.node(child, depth+1)
		}
	}
}

// keys are plain words, each once.
func (s *soundness) keys(n *yaml.Node) {
	lines := map[string]int{}
	for i := 0; i < len(n.Content); i += 2 {
		key := n.Content[i]
		switch {
		case s.l.full():
			return
		case key.Kind != yaml.ScalarNode:
			s.refuse(key, "a key that is no plain word", "words as keys")
		case key.ShortTag() == "!!merge":
			s.refuse(key, "the merge key << is not used here", "the keys themselves")
		case key.ShortTag() == "!!null" || key.Value == "":
			s.refuse(key, "a key without a name", "words as keys")
		case key.Style&yaml.TaggedStyle != 0:
			s.refuse(key, fmt.Sprintf("the tag %s is not used here", shorten(key.Tag)), "words as keys")
		case lines[key.Value] > 0:
			s.l.add(Fault{File: s.file, Line: key.Line, Column: key.Column,
				Message: fmt.Sprintf("%q stands here twice; first on line %d", shorten(key.Value), lines[key.Value]), Allowed: "each key once"})
		default:
			lines[key.Value] = key.Line
		}
	}
}

package invoice

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// Largest invoice that is read: bytes, elements and depth. Real ones stay far
// below; these keep a hostile one from filling the memory.
const (
	maxBytes    = 2 << 20
	maxElements = 50_000
	maxDepth    = 32
)

// node is one XML element. Names are local names: prefixes differ from system
// to system.
type node struct {
	name         string
	attrs        map[string]string
	text         []byte
	children     []*node
	line, column int
}

// badXML is a fault at a place of the file.
type badXML struct {
	line, column int
	message      string
}

func (e *badXML) Error() string { return e.message }

// readXML reads a document into its root. Its errors are *badXML. A document
// type declaration is refused: entities have no place in an invoice.
func readXML(r io.Reader) (*node, error) {
	limited := &io.LimitedReader{R: r, N: maxBytes + 1}
	dec := xml.NewDecoder(limited)
	var stack []*node
	var root *node
	for elements := 0; ; {
		line, column := dec.InputPos()
		token, err := dec.RawToken()
		if limited.N <= 0 {
			return nil, &badXML{line, column, fmt.Sprintf("the file has more than %d bytes", maxBytes)}
		}
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, syntaxFault(err, line, column)
		}
		switch t := token.(type) {
		case xml.Directive:
			return nil, &badXML{line, column, "a document type declaration is not taken"}
		case xml.StartElement:
			if elements++; elements > maxElements || len(stack) >= maxDepth {
				return nil, &badXML{line, column, fmt.Sprintf("more than %d elements, or more than %d in one another", maxElements, maxDepth)}
			}
			n := newNode(t, line, column)
			switch {
			case len(stack) > 0:
				parent := stack[len(stack)-1]
				parent.children = append(parent.children, n)
			case root != nil:
				return nil, &badXML{line, column, "a second root element"}
			default:
				root = n
			}
			stack = append(stack, n)
		case xml.EndElement:
			if len(stack) == 0 || stack[len(stack)-1].name != t.Name.Local {
				return nil, &badXML{line, column, fmt.Sprintf("</%s> ends nothing that is open", t.Name.Local)}
			}
			stack = stack[:len(stack)-1]
		case xml.CharData:
			if len(stack) > 0 {
				leaf := stack[len(stack)-1]
				leaf.text = append(leaf.text, t...)
			}
		}
	}
	if root == nil || len(stack) > 0 {
		line, column := dec.InputPos()
		return nil, &badXML{line, column, "the document ends before its root element does"}
	}
	return root, nil
}

func syntaxFault(err error, line, column int) *badXML {
	var syntax *xml.SyntaxError
	if errors.As(err, &syntax) {
		return &badXML{syntax.Line, column, "not XML: " + syntax.Msg}
	}
	return &badXML{line, column, err.Error()}
}

func newNode(t xml.StartElement, line, column int) *node {
	n := &node{name: t.Name.Local, line: line, column: column}
	for _, a := range t.Attr {
		if n.attrs == nil {
			n.attrs = map[string]string{}
		}
		n.attrs[a.Name.Local] = a.Value
	}
	return n
}

// find gives the first element at a path of local names; nil if there is none.
func (n *node) find(path ...string) *node {
	for _, name := range path {
		if found := n.all(name); len(found) > 0 {
			n = found[0]
		} else {
			return nil
		}
	}
	return n
}

// all gives the children of a name. A nil node has none.
func (n *node) all(name string) []*node {
	var found []*node
	if n != nil {
		for _, c := range n.children {
			if c.name == name {
				found = append(found, c)
			}
		}
	}
	return found
}

// words gives the element's own text, trimmed.
func (n *node) words() string { return strings.TrimSpace(string(n.text)) }

// get gives the trimmed text at a path; "" if there is none.
func (n *node) get(path ...string) string {
	if n = n.find(path...); n == nil {
		return ""
	}
	return n.words()
}

// each gives the texts of all elements of a name, at a path below them if
// there is one, a line each.
func (n *node) each(name string, path ...string) string {
	var lines []string
	for _, c := range n.all(name) {
		if text := c.get(path...); text != "" {
			lines = append(lines, text)
		}
	}
	return strings.Join(lines, "\n")
}

package portal

import (
	"encoding/json"
	"fmt"
	"strings"
)

// Condition says when a piece of the portal is there. Its little language
// knows what happened in the portal so far and nothing else; it has no names
// of its own, no functions and nothing to compute:
//
//	condition = all { "or" all } .
//	all       = one { "and" one } .
//	one       = "not" one | "(" condition ")" | test .
//	test      = "seen" page | "sent" form
//	          | ( "views" page | "tries" form ) op number
//	          | form "." field op ( number | text ) .
//	op        = "=" | "!=" | "<" | "<=" | ">" | ">=" .
//
// "seen received" holds once that page was shown, "sent address" once the
// portal took that form. "views" counts how often a page was shown, "tries"
// how often a form was sent in vain since it was last taken. "query.reason"
// is what stood in the field when the form was last taken, "" before; a tick
// says "yes", a file its name. Numbers are digits with a decimal point, texts
// stand in single quotes and can only be equal or not. A field that holds no
// number fails every comparison with a number but "!=".
type Condition struct {
	root *clause // nil for none: always
}

// clause is one node of a condition, as the screen gets it: exactly one of
// or, and, not and test.
type clause struct {
	Or   []*clause `json:"or,omitempty"`
	And  []*clause `json:"and,omitempty"`
	Not  *clause   `json:"not,omitempty"`
	Test *test     `json:"test,omitempty"`
}

// test compares one thing that happened.
type test struct {
	What string `json:"what"` // views, sent, tries or field
	Name string `json:"name"` // page, form, or "form.field"
	Op   string `json:"op"`
	To   string `json:"to"`             // a number, or a text
	Text bool   `json:"text,omitempty"` // To is a text
}

// key tells a test of a field from any other; what it came to is kept by it.
func (t *test) key() string { return t.Name + t.Op + t.To }

// UnmarshalText reads a condition.
func (c *Condition) UnmarshalText(text []byte) error {
	read, err := parse(string(text))
	*c = read
	return err
}

// MarshalJSON gives the condition taken apart, so that a screen need not.
func (c Condition) MarshalJSON() ([]byte, error) { return json.Marshal(c.root) }

// IsZero tells whether there is no condition.
func (c Condition) IsZero() bool { return c.root == nil }

// tests lists all that a condition asks.
func (c Condition) tests() []*test {
	var all []*test
	var walk func(*clause)
	walk = func(n *clause) {
		switch {
		case n == nil:
		case n.Test != nil:
			all = append(all, n.Test)
		default:
			for _, of := range append(append([]*clause{n.Not}, n.Or...), n.And...) {
				walk(of)
			}
		}
	}
	walk(c.root)
	return all
}

// holds works a condition out; ask tells what a test comes to.
func (c Condition) holds(ask func(*test) bool) bool { return c.root == nil || c.root.holds(ask) }

func (n *clause) holds(ask func(*test) bool) bool {
	switch {
	case n.Test != nil:
		return ask(n.Test)
	case n.Not != nil:
		return !n.Not.holds(ask)
	case n.Or != nil:
		for _, of := range n.Or {
			if of.holds(ask) {
				return true
			}
		}
		return false
	}
	for _, of := range n.And {
		if !of.holds(ask) {
			return false
		}
	}
	return true
}

// String writes the condition so that parse reads the same.
func (n *clause) String() string {
	join := func(of []*clause, word string) string {
		var parts []string
		for _, n := range of {
			s := n.String()
			if n.Or != nil || n.And != nil {
				s = "(" + s + ")"
			}
			parts = append(parts, s)
		}
		return strings.Join(parts, " "+word+" ")
	}
	switch {
	case n.Or != nil:
		return join(n.Or, "or")
	case n.And != nil:
		return join(n.And, "and")
	case n.Not != nil:
		return "not (" + n.Not.String() + ")"
	}
	t := n.Test
	what, to := t.What+" ", t.To
	switch {
	case t.What == onField:
		what = ""
	case t.What == onSent:
		return "sent " + t.Name
	}
	if t.Text {
		to = "'" + t.To + "'"
	}
	return fmt.Sprintf("%s%s %s %s", what, t.Name, t.Op, to)
}

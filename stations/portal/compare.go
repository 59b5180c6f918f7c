package portal

import (
	"regexp"
	"strconv"
	"strings"
)

// numeric matches what counts as a number in a field: "42", "-3", "20,5".
var numeric = regexp.MustCompile(`^-?[0-9]+(?:[.,][0-9]+)?$`)

// compares tells what a test of a field comes to for a value.
func (t *test) compares(value string) bool {
	if t.Text {
		return (value == t.To) == (t.Op == "=")
	}
	if !numeric.MatchString(value) {
		return t.Op == "!="
	}
	v, err := strconv.ParseFloat(strings.Replace(value, ",", ".", 1), 64)
	return err == nil && orders(v, t.Op, t.number())
}

// counts tells what a test of a count comes to.
func (t *test) counts(n int) bool { return orders(float64(n), t.Op, t.number()) }

// number is what a test compares with; the parser has seen that it is one.
func (t *test) number() float64 {
	n, _ := strconv.ParseFloat(t.To, 64)
	return n
}

func orders(a float64, op string, b float64) bool {
	switch op {
	case "=":
		return a == b
	case "!=":
		return a != b
	case "<":
		return a < b
	case "<=":
		return a <= b
	case ">":
		return a > b
	}
	return a >= b
}

package portal

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// What a test asks of.
const (
	onViews = "views"
	onSent  = "sent"
	onTries = "tries"
	onField = "field"
)

const (
	longestCondition = 400 // bytes
	deepestCondition = 12  // brackets and nots
)

// token matches one word, operator, number or text at the head of a condition.
var token = regexp.MustCompile(`^(?:[a-z0-9][a-z0-9-]*(?:\.[a-z0-9][a-z0-9-]*)?|!=|<=|>=|[=<>()]|'[^'\n]*')`)

var (
	number    = regexp.MustCompile(`^[0-9]{1,9}(?:\.[0-9]{1,6})?$`)
	whole     = regexp.MustCompile(`^[0-9]{1,2}$`)
	operators = []string{"=", "!=", "<", "<=", ">", ">="}
)

// parse reads a condition strictly: an error names the place, from 1.
func parse(source string) (Condition, error) {
	if len(source) > longestCondition {
		return Condition{}, fmt.Errorf("a condition has at most %d characters", longestCondition)
	}
	p := parser{source: source}
	if err := p.split(); err != nil {
		return Condition{}, err
	}
	root, err := p.any(0)
	if err == nil && p.at < len(p.tokens) {
		err = p.wants("and, or, or the end")
	}
	if err != nil {
		return Condition{}, err
	}
	return Condition{root}, nil
}

// parser goes through a condition's tokens.
type parser struct {
	source string
	tokens []string
	places []int
	at     int
}

func (p *parser) split() error {
	for i := 0; i < len(p.source); {
		if p.source[i] == ' ' || p.source[i] == '\n' {
			i++
			continue
		}
		t := token.FindString(p.source[i:])
		if t == "" {
			return fmt.Errorf("%q does not belong in a condition, at %d", firstRune(p.source[i:]), i+1)
		}
		p.tokens, p.places = append(p.tokens, t), append(p.places, i+1)
		i += len(t)
	}
	return nil
}

func firstRune(s string) string {
	for _, r := range s {
		return string(r)
	}
	return ""
}

func (p *parser) wants(what string) error {
	if p.at >= len(p.tokens) {
		return fmt.Errorf("the condition breaks off; it wants %s", what)
	}
	return fmt.Errorf("%s does not go there, at %d of the condition; it wants %s", p.tokens[p.at], p.places[p.at], what)
}

// next takes a token that is one of the words; "" when it is another.
func (p *parser) next(words ...string) string {
	if p.at < len(p.tokens) && slices.Contains(words, p.tokens[p.at]) {
		p.at++
		return p.tokens[p.at-1]
	}
	return ""
}

// match takes a token of a form; "" when it has another.
func (p *parser) match(form *regexp.Regexp) string {
	if p.at < len(p.tokens) && form.MatchString(p.tokens[p.at]) {
		p.at++
		return p.tokens[p.at-1]
	}
	return ""
}

func (p *parser) any(depth int) (*clause, error) {
	parts, err := p.list("or", func() (*clause, error) {
		parts, err := p.list("and", func() (*clause, error) { return p.one(depth) })
		if err != nil || len(parts) == 1 {
			return first(parts), err
		}
		return &clause{And: parts}, nil
	})
	if err != nil || len(parts) == 1 {
		return first(parts), err
	}
	return &clause{Or: parts}, nil
}

func first(parts []*clause) *clause {
	if len(parts) == 0 {
		return nil
	}
	return parts[0]
}

func (p *parser) list(word string, one func() (*clause, error)) ([]*clause, error) {
	var parts []*clause
	for {
		n, err := one()
		if err != nil {
			return nil, err
		}
		parts = append(parts, n)
		if p.next(word) == "" {
			return parts, nil
		}
	}
}

func (p *parser) one(depth int) (*clause, error) {
	if depth > deepestCondition {
		return nil, fmt.Errorf("a condition goes %d brackets deep at most", deepestCondition)
	}
	switch p.next("not", "(", "seen", "sent", "views", "tries") {
	case "not":
		n, err := p.one(depth + 1)
		return &clause{Not: n}, err
	case "(":
		n, err := p.any(depth + 1)
		if err == nil && p.next(")") == "" {
			err = p.wants(`")"`)
		}
		return n, err
	case "seen":
		return p.named(&test{What: onViews, Op: ">=", To: "1"}, "a page")
	case "sent":
		return p.named(&test{What: onSent, Op: ">=", To: "1"}, "a form")
	case "views":
		return p.count(&test{What: onViews}, "a page")
	case "tries":
		return p.count(&test{What: onTries}, "a form")
	}
	return p.field()
}

func (p *parser) named(t *test, what string) (*clause, error) {
	if t.Name = p.match(name); t.Name == "" {
		return nil, p.wants(what)
	}
	return &clause{Test: t}, nil
}

func (p *parser) count(t *test, what string) (*clause, error) {
	n, err := p.named(t, what)
	if err != nil {
		return nil, err
	}
	if t.Op = p.next(operators...); t.Op == "" {
		return nil, p.wants(strings.Join(operators, " "))
	}
	if t.To = p.match(whole); t.To == "" {
		return nil, p.wants("a whole number up to 99")
	}
	return n, nil
}

// fieldName matches "form.field".
var fieldName = regexp.MustCompile(`^[a-z0-9][a-z0-9-]*\.[a-z0-9][a-z0-9-]*$`)

func (p *parser) field() (*clause, error) {
	t := &test{What: onField}
	if p.at < len(p.tokens) && !number.MatchString(p.tokens[p.at]) {
		t.Name = p.match(fieldName)
	}
	if t.Name == "" {
		return nil, p.wants("seen, sent, views, tries, not, a bracket, or a form.field")
	}
	if t.Op = p.next(operators...); t.Op == "" {
		return nil, p.wants(strings.Join(operators, " "))
	}
	if t.To = p.match(number); t.To != "" {
		return &clause{Test: t}, nil
	}
	if t.Op != "=" && t.Op != "!=" {
		return nil, p.wants("a number")
	}
	if p.at >= len(p.tokens) || p.tokens[p.at][0] != '\'' {
		return nil, p.wants("a number, or a text in single quotes")
	}
	t.To, t.Text = strings.Trim(p.tokens[p.at], "'"), true
	p.at++
	return &clause{Test: t}, nil
}

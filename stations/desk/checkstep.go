package desk

import (
	"fmt"
	"slices"
	"strings"
)

func (c *checker) step(at string, m *Message, s *Step) {
	if s.Says.Empty() && s.Shows.Empty() {
		c.fault(at, "says nothing and shows nothing", "says, shows or both")
	}
	if (len(s.Choices) > 0) == (s.End != "") {
		c.fault(at, "needs answers or an end", "exactly one of choices and end")
	}
	if len(s.Choices) > mostChoices {
		c.fault(at+".choices", fmt.Sprintf("there are %d", len(s.Choices)), fmt.Sprintf("at most %d", mostChoices))
	}
	if !slices.Contains([]End{"", Helped, Passed, Refused}, s.End) {
		c.fault(at+".end", fmt.Sprintf("there is no %q", s.End), "helped, passed or refused")
	}
	for i := range s.Choices {
		c.choice(fmt.Sprintf("%s.choices[%d]", at, i), m, &s.Choices[i])
	}
}

func (c *checker) choice(at string, m *Message, o *Choice) {
	c.says(at+".text", o.Text)
	if m.step(o.To) == nil {
		c.fault(at+".to", fmt.Sprintf("there is no step %q", o.To), listed(m.Steps, func(s Step) string { return s.ID }))
	}
	rules := listed(c.s.Rules, func(r Rule) string { return r.ID })
	if o.Rule != "" && c.s.rule(o.Rule) == nil {
		c.fault(at+".rule", fmt.Sprintf("there is no rule %q", o.Rule), rules)
	}
	if o.Bends != "" && c.s.rule(o.Bends) == nil {
		c.fault(at+".bends", fmt.Sprintf("there is no rule %q", o.Bends), rules)
	}
	if o.Rule != "" && o.Bends != "" {
		c.fault(at, "cannot keep a rule and bend one", "at most one of rule and bends")
	}
	if o.Tool != "" && !slices.ContainsFunc(c.s.Tools, func(t Tool) bool { return t.ID == o.Tool }) {
		c.fault(at+".tool", fmt.Sprintf("there is no tool %q", o.Tool), listed(c.s.Tools, func(t Tool) string { return t.ID }))
	}
	if o.Write && (o.Tool != "" || o.Escalates) {
		c.fault(at+".write", "is for what is said", "neither tool nor escalates beside it")
	}
	switch {
	case o.Takes < 0 || o.Takes > longestWait:
		c.fault(at+".takes", fmt.Sprintf("%s is too long", o.Takes), fmt.Sprintf("0s to %s", longestWait))
	case o.Takes > 0 && o.Takes >= m.Patience:
		c.fault(at+".takes", fmt.Sprintf("%s is longer than anybody's patience here", o.Takes), "less than "+m.Patience.String())
	}
}

// theirs wants the customer's side told for every end the message can have.
func (c *checker) theirs(at string, m *Message) {
	c.says(at+".while", m.Theirs.While)
	can := m.ends()
	for _, e := range can {
		if m.Theirs.After[e].Empty() {
			c.fault(at+".after", fmt.Sprintf("does not say what came of it after %q", e), listed(can, func(e End) string { return string(e) }))
		}
	}
	var odd []string
	for e := range m.Theirs.After {
		if !slices.Contains(can, e) {
			odd = append(odd, string(e))
		}
	}
	slices.Sort(odd)
	for _, e := range odd {
		c.fault(at+".after."+e, fmt.Sprintf("this message cannot end %q", e), listed(can, func(e End) string { return string(e) }))
	}
}

func listed[T any](all []T, id func(T) string) string {
	ids := make([]string, len(all))
	for i := range all {
		ids[i] = id(all[i])
	}
	return strings.Join(ids, ", ")
}

package portal

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

func (c *checker) form(at string, f *Form) {
	c.named(at+".id", f.ID, c.s.forms[f.ID] != nil)
	c.s.forms[f.ID] = f
	c.says(at+".submit", f.Submit)
	if (f.To == "") == f.Fails.Empty() {
		c.fault(at, "has to lead to a page or to fail", "exactly one of to and fails")
	}
	if f.To != "" {
		c.leads(at+".to", f.To)
	}
	c.sends(at+".sends", f.Sends)
	if f.To == "" && len(f.Instead) > 0 {
		c.fault(at+".instead", "needs a form that can be taken", "to, not fails")
	}
	for i := range f.Instead {
		c.leads(fmt.Sprintf("%s.instead[%d].to", at, i), f.Instead[i].To)
		if f.Instead[i].When.IsZero() {
			c.fault(fmt.Sprintf("%s.instead[%d].when", at, i), "says nothing", "a condition")
		}
	}
	if f.Locks != nil {
		c.leads(at+".locks.to", f.Locks.To)
		if f.Locks.After < 1 || f.Locks.After > 99 {
			c.fault(at+".locks.after", fmt.Sprintf("%d tries are not to be had", f.Locks.After), "1 to 99")
		}
	}
	known := map[string]bool{}
	for i := range f.Fields {
		field, at := &f.Fields[i], fmt.Sprintf("%s.fields[%d]", at, i)
		c.named(at+".id", field.ID, known[field.ID])
		known[field.ID] = true
		c.says(at+".label", field.Label)
		c.oneOf(at+".type", field.Type, types)
		if (field.Type == "choice") != (len(field.Options) > 0) {
			c.fault(at+".options", "go with a choice, and a choice with options", "")
		}
		c.typed(at, field)
		for j := range field.Rules {
			c.rule(fmt.Sprintf("%s.rules[%d]", at, j), f, field, &field.Rules[j])
		}
	}
}

// typed checks how a field shapes what goes into it.
func (c *checker) typed(at string, f *Field) {
	written := slices.Contains([]string{"text", "number", "date", "password"}, f.Type)
	if f.Mask != "" && (!written || !strings.ContainsAny(f.Mask, "0A") || len(f.Mask) > 40) {
		c.fault(at+".mask", fmt.Sprintf("%q is no mask for a %s", f.Mask, f.Type), "0 for a digit and A for a letter, up to 40 characters, on a text, number, date or password")
	}
	if f.Longest < 0 || f.Longest > 0 && !written && f.Type != "area" {
		c.fault(at+".longest", "goes with what is typed", "characters, from 1")
	}
	if f.Type == "file" && len(c.s.Documents) == 0 {
		c.fault(at+".type", "has nothing to upload", "files, beside pages")
	}
	if f.Type == "file" && f.Value != "" || f.Type != "file" && f.Takes != 0 {
		c.fault(at, "is a file or has a value; takes goes with a file", "")
	}
}

// both matches what regular expressions mean alike here and in browsers.
var both = regexp.MustCompile(`\(\?[^:]|\\[AzQEpPC]|\[\[:`)

func (c *checker) rule(at string, f *Form, field *Field, r *Rule) {
	checks := r.checks()
	if len(checks) != 1 {
		c.fault(at, fmt.Sprintf("makes %d demands", len(checks)), "exactly one of required, pattern, min, max, equals and code")
		return
	}
	r.ID = f.ID + "." + field.ID + "." + checks[0]
	for i := range field.Rules {
		if o := &field.Rules[i]; o != r && o.ID == r.ID {
			c.fault(at, fmt.Sprintf("is the field's second %s", checks[0]), "one of each")
		}
	}
	if _, err := regexp.Compile(r.Pattern); err != nil || both.MatchString(r.Pattern) {
		c.fault(at+".pattern", fmt.Sprintf("%q is not a pattern", r.Pattern), `a regular expression without flags, such as "[0-9]{6}"`)
	}
	if r.Equals != "" {
		var ids []string
		for _, d := range c.s.Card.Rows {
			ids = append(ids, d.ID)
		}
		for i := range c.s.Documents {
			ids = append(ids, c.s.Documents[i].ID)
		}
		c.oneOf(at+".equals", r.Equals, ids)
	}
	if m := c.s.messages[r.Code]; r.Code != "" && (m == nil || !m.hasCode()) {
		c.fault(at+".code", fmt.Sprintf("there is no message %q with a {code}", r.Code), "a message's id")
	}
	if !r.Soft && r.Error.Empty() && f.Blame.Empty() {
		c.fault(at+".error", "says nothing", "what the portal says, unless the rule is soft or the form blames")
	}
}

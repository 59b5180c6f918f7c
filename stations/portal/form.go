package portal

import "immersion/kiosk"

// Form is a form with rules. When they are kept it leads to a page, or says an
// error all the same.
type Form struct {
	ID     string     `yaml:"id" json:"id"`                 // success names it
	Title  kiosk.Text `yaml:"title" json:"title,omitempty"` // at its head
	Fields []Field    `yaml:"fields" json:"fields"`         // from the top down
	Submit kiosk.Text `yaml:"submit" json:"submit"`         // the button
	To     string     `yaml:"to" json:"to,omitempty"`       // page that follows
	Fails  kiosk.Text `yaml:"fails" json:"fails,omitempty"` // said however well it was filled in; instead of To
	Delay  Wait       `yaml:"delay" json:"delay,omitempty"` // a spinner first
	Lost   bool       `yaml:"lost" json:"lost,omitempty"`   // an error empties every field
	Keeps  bool       `yaml:"keeps" json:"keeps,omitempty"` // what was filled in is there again when one comes back
	Sends  string     `yaml:"sends" json:"sends,omitempty"` // message that is sent off when the portal takes it
	Blame  kiosk.Text `yaml:"blame" json:"blame,omitempty"` // said instead of the rules' own errors, and of no field in particular
	Small  kiosk.Text `yaml:"small" json:"small,omitempty"` // small print below the button
	Quiet  bool       `yaml:"quiet" json:"quiet,omitempty"` // the button does not look like the next step

	Instead []Branch `yaml:"instead" json:"instead,omitempty"` // other pages that follow, the first whose condition holds
	Locks   *Lock    `yaml:"locks" json:"locks,omitempty"`     // what follows upon too many vain tries
}

// Branch leads elsewhere when a condition holds, this form's own fields included.
type Branch struct {
	When Condition `yaml:"when" json:"when"` // needed
	To   string    `yaml:"to" json:"to"`     // page
}

// Lock ends the tries at a form.
type Lock struct {
	After int    `yaml:"after" json:"after"` // tries in vain, from 1
	To    string `yaml:"to" json:"to"`       // page
}

// Field is one question of a form. The value of a tick is "yes", of an upload
// the file's name; min and max of an upload speak of its size in MB.
type Field struct {
	ID      string     `yaml:"id" json:"id"`                     // its own in the form
	Label   kiosk.Text `yaml:"label" json:"label"`               // the question
	Hint    kiosk.Text `yaml:"hint" json:"hint,omitempty"`       // below the label
	Type    string     `yaml:"type" json:"type"`                 // text, number, date, password, area, choice, check or file
	Mask    string     `yaml:"mask" json:"mask,omitempty"`       // shapes what is typed: 0 a digit, A a letter made a capital, the rest as it stands
	Longest int        `yaml:"longest" json:"longest,omitempty"` // characters it takes; what is more is dropped without a word
	Lost    bool       `yaml:"lost" json:"lost,omitempty"`       // an error empties this field
	Takes   Wait       `yaml:"takes" json:"takes,omitempty"`     // how long an upload runs
	Value   string     `yaml:"value" json:"value,omitempty"`     // filled in already, as a browser remembers
	Options []Option   `yaml:"options" json:"options,omitempty"` // of a choice
	Rules   []Rule     `yaml:"rules" json:"rules,omitempty"`     // all of them have to be kept
}

// Option is one answer of a choice; "" is the id of "please choose".
type Option struct {
	ID    string     `yaml:"id" json:"id"`       // what rules compare
	Label kiosk.Text `yaml:"label" json:"label"` // what one reads
}

// Rule is one demand on a field, exactly one of required, pattern, min, max,
// equals and code. All but required pass an empty field.
type Rule struct {
	ID       string     `yaml:"-" json:"id"`                        // "form.field.check"; stands in facts
	Required bool       `yaml:"required" json:"required,omitempty"` // something has to be there
	Pattern  string     `yaml:"pattern" json:"pattern,omitempty"`   // regular expression for the whole value
	Min      *float64   `yaml:"min" json:"min,omitempty"`           // a number not below
	Max      *float64   `yaml:"max" json:"max,omitempty"`           // a number not above
	Equals   string     `yaml:"equals" json:"equals,omitempty"`     // id of a value on the card or of a file; numbers are compared as numbers
	Code     string     `yaml:"code" json:"code,omitempty"`         // id of a message: the code that the last one brought, while it is valid
	Soft     bool       `yaml:"soft" json:"soft,omitempty"`         // the portal takes it all the same; only success asks for it
	Error    kiosk.Text `yaml:"error" json:"error,omitempty"`       // what the portal says; needed unless soft or the form blames
}

// checks names the demands a rule makes; a sound rule makes one.
func (r *Rule) checks() []string {
	var names []string
	for _, c := range []struct {
		name string
		set  bool
	}{
		{"required", r.Required}, {"pattern", r.Pattern != ""}, {"min", r.Min != nil},
		{"max", r.Max != nil}, {"equals", r.Equals != ""}, {"code", r.Code != ""},
	} {
		if c.set {
			names = append(names, c.name)
		}
	}
	return names
}

// rules finds a form's rules by their ids.
func (f *Form) rules() map[string]*Rule {
	all := map[string]*Rule{}
	for i := range f.Fields {
		for j := range f.Fields[i].Rules {
			r := &f.Fields[i].Rules[j]
			all[r.ID] = r
		}
	}
	return all
}

// says is what the portal says when a rule is broken; what the form always
// says when there is no rule.
func (f *Form) says(r *Rule) kiosk.Text {
	switch {
	case r == nil:
		return f.Fails
	case !f.Blame.Empty():
		return f.Blame
	}
	return r.Error
}

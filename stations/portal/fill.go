package portal

import (
	"slices"
	"strconv"
)

// mostFilled bounds the different ways to fill in one form that conditions tell apart.
const mostFilled = 256

// fill lists what the memory can be after a form was taken: one for each
// different answer to the tests of its fields.
func (w *walker) fill(f *Form, memory []byte) [][]byte {
	all := [][]byte{memory}
	for i := range f.Fields {
		tests := w.tests[f.ID+"."+f.Fields[i].ID]
		if len(tests) == 0 {
			continue
		}
		var more [][]byte
		for _, before := range all {
			for _, value := range w.s.values(&f.Fields[i], tests) {
				after := slices.Clone(before)
				for _, t := range tests {
					after[w.slots[t.key()]] = bit(t.compares(value))
				}
				if !slices.ContainsFunc(more, func(m []byte) bool { return slices.Equal(m, after) }) {
					more = append(more, after)
				}
			}
		}
		all = more[:min(len(more), mostFilled)]
	}
	return all
}

// values lists what somebody could fill in, as far as tests tell it apart.
func (s *Station) values(f *Field, tests []*test) []string {
	var all []string
	switch f.Type {
	case "choice":
		for _, o := range f.Options {
			all = append(all, o.ID)
		}
	case "check":
		all = []string{"yes", ""}
	case "file":
		all = []string{""}
		for i := range s.Documents {
			all = append(all, s.Documents[i].Name)
		}
	default:
		all = []string{"", "something else"}
		for _, t := range tests {
			if all = append(all, t.To); !t.Text { // and just below and above it
				n := t.number()
				all = append(all, decimal(n-1e-7), decimal(n+1e-7))
			}
		}
	}
	required := slices.ContainsFunc(f.Rules, func(r Rule) bool { return r.Required && !r.Soft })
	return slices.DeleteFunc(all, func(v string) bool { return v == "" && required })
}

// canFail tells whether a form can be sent in vain.
func (f *Form) canFail() bool {
	return !f.Fails.Empty() || slices.ContainsFunc(f.Fields, func(o Field) bool {
		return slices.ContainsFunc(o.Rules, func(r Rule) bool { return !r.Soft })
	})
}

// codes lists the messages whose codes a form asks for.
func (f *Form) codes() []string {
	var all []string
	for _, o := range f.Fields {
		for _, r := range o.Rules {
			if r.Code != "" && !r.Soft {
				all = append(all, r.Code)
			}
		}
	}
	return all
}

func decimal(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }

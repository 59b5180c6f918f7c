package config

import (
	"encoding"
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/shopspring/decimal"
	"go.yaml.in/yaml/v4"

	"immersion/kiosk"
)

// decode reads the part at a path into a pointer, by its yaml tags. Values
// that do not fit are told, each with what is allowed, and left out; items of
// lists are never left out, so that later paths still lead to the right one.
func (p part) decode(path string, n *yaml.Node, into any, languages []string) {
	w := strict{part: p, languages: languages}
	w.value(n, reflect.TypeOf(into).Elem(), path)
	if p.l.full() {
		return
	}
	err := resolved(n).Load(into, yaml.WithKnownFields(), yaml.WithUniqueKeys(false))
	if err == nil {
		return
	}
	told := map[[2]int]bool{}
	for _, f := range p.l.faults {
		if f.File == p.file {
			told[[2]int{f.Line, f.Column}] = true
		}
	}
	for _, e := range loadErrors(err) {
		if !told[[2]int{e.Mark.Line, e.Mark.Column}] {
			w.loadError(e)
		}
	}
}

func loadErrors(err error) []*yaml.LoadError {
	var several *yaml.LoadErrors
	if errors.As(err, &several) {
		return several.Errors
	}
	var one *yaml.LoadError
	if errors.As(err, &one) {
		return []*yaml.LoadError{one}
	}
	return []*yaml.LoadError{{Message: err.Error()}}
}

// strict compares a tree with the type it is to become.
type strict struct {
	part
	languages []string // that texts must have
}

var (
	nodeType  = reflect.TypeFor[yaml.Node]()
	textType  = reflect.TypeFor[kiosk.Text]()
	ownYAML   = reflect.TypeFor[interface{ UnmarshalYAML(func(any) error) error }]()
	ownText   = reflect.TypeFor[encoding.TextUnmarshaler]()
	duration  = reflect.TypeFor[time.Duration]()
	decimals  = reflect.TypeFor[decimal.Decimal]()
	tagForm   = regexp.MustCompile(LanguageTag)
	typeFault = regexp.MustCompile("^cannot construct (!!\\w+)(?: `(.*)`)? into (.+)$")
	keyFault  = regexp.MustCompile(`^field (.*) not found in type .+$`)
)

func (w strict) value(n *yaml.Node, t reflect.Type, path string) {
	n = resolved(n)
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	fields := w.l.fieldsOf(t)
	switch pointer := reflect.PointerTo(t); {
	case n.ShortTag() == "!!null", t == nodeType:
		return
	case t == textType:
		w.text(n, path)
		return
	case t == decimals:
		w.scalar(n, t, path)
		return
	case pointer.Implements(ownYAML) || pointer.Implements(ownText):
		// It reads itself; a struct with keys that is given keys means those.
		if n.Kind != yaml.MappingNode || len(fields) == 0 {
			w.itself(n, t, path)
			return
		}
	}
	switch t.Kind() {
	case reflect.Struct:
		w.structure(n, fields, path)
	case reflect.Map:
		if w.is(n, yaml.MappingNode, "a map", "keys with values", path) {
			for i := 0; i < len(n.Content); i += 2 {
				w.value(n.Content[i+1], t.Elem(), join(path, n.Content[i].Value))
			}
		}
	case reflect.Slice, reflect.Array:
		if w.is(n, yaml.SequenceNode, "a list", "[one, two], or a line with a dash for each", path) {
			w.items(n, t.Elem(), path)
		}
	case reflect.Interface:
	default:
		w.scalar(n, t, path)
	}
}

// itself tells what a type that reads itself refuses.
func (w strict) itself(n *yaml.Node, t reflect.Type, path string) {
	err := n.Load(reflect.New(t).Interface(), yaml.WithKnownFields(), yaml.WithUniqueKeys(false))
	if err == nil {
		return
	}
	for _, e := range loadErrors(err) {
		w.loadError(e)
	}
	w.breaks(path)
}

func (w strict) structure(n *yaml.Node, fields []field, path string) {
	names := make([]string, len(fields))
	for i, f := range fields {
		names[i] = f.name
	}
	if !w.is(n, yaml.MappingNode, "a map", "the keys "+strings.Join(names, ", "), path) {
		return
	}
	for i := 0; i < len(n.Content); i += 2 {
		if w.l.full() {
			return
		}
		key := n.Content[i]
		at := join(path, key.Value)
		if k := slices.Index(names, key.Value); k >= 0 {
			w.value(n.Content[i+1], fields[k].typ, at)
			continue
		}
		near := nearest(key.Value, names)
		w.l.add(Fault{File: w.file, Line: key.Line, Column: key.Column, Near: near, Allowed: strings.Join(names, ", "),
			Message: fmt.Sprintf("the key %q is not known here", shorten(key.Value))})
		if near != "" {
			w.breaks(join(path, near))
		}
	}
}

// items compares those of a list. One that does not fit gives its place to an
// empty one.
func (w strict) items(n *yaml.Node, t reflect.Type, path string) {
	for i, item := range n.Content {
		if w.l.full() {
			return
		}
		at := fmt.Sprintf("%s[%d]", path, i)
		before := len(w.l.faults)
		if resolved(item).ShortTag() == "!!null" && t != nodeType {
			w.fault(at, name(at)+" is empty", "", "")
			w.breaks(at)
		} else {
			w.value(item, t, at)
		}
		if len(w.l.faults) > before && w.isBroken(at) {
			n.Content[i] = zero(item, t)
		}
	}
}

// zero is a node that any value of the type can be made from.
func zero(at *yaml.Node, t reflect.Type) *yaml.Node {
	z := &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Line: at.Line, Column: at.Column}
	switch {
	case t == textType:
	case t.Kind() == reflect.Slice:
		z.Kind, z.Tag, z.Style = yaml.SequenceNode, "!!seq", yaml.FlowStyle
	case t.Kind() == reflect.Struct, t.Kind() == reflect.Map, t.Kind() == reflect.Pointer:
		z.Kind, z.Tag, z.Style = yaml.MappingNode, "!!map", yaml.FlowStyle
	case t.Kind() == reflect.Bool:
		z.Tag, z.Value = "!!bool", "false"
	case t.Kind() != reflect.String:
		z.Tag, z.Value = "!!int", "0"
	}
	return z
}

// is tells a node of another kind than the type has.
func (w strict) is(n *yaml.Node, kind yaml.Kind, want, allowed, path string) bool {
	if n.Kind == kind {
		return true
	}
	w.misfit(n, want, allowed, path)
	return false
}

func (w strict) misfit(n *yaml.Node, want, allowed, path string) {
	got := map[yaml.Kind]string{yaml.SequenceNode: "a list", yaml.MappingNode: "a map"}[n.Kind]
	if got == "" {
		got = strconv.Quote(shorten(n.Value))
	}
	w.fault(path, fmt.Sprintf("%s is %s, not %s", name(path), got, want), allowed, "")
	w.breaks(path)
}

func (w strict) scalar(n *yaml.Node, t reflect.Type, path string) {
	if n.Kind == yaml.ScalarNode && t.Kind() == reflect.String {
		return
	}
	want, allowed := words(t)
	if n.Kind != yaml.ScalarNode || resolved(n).Load(reflect.New(t).Interface()) != nil {
		w.misfit(n, want, allowed, path)
	}
}

// words say what a plain value of a type is.
func words(t reflect.Type) (want, allowed string) {
	switch {
	case t == duration:
		return "a duration", "a number with its unit, like 45m, 90s or 1h30m"
	case t == decimals:
		return "a number", "digits, with a point before the decimals, like 19.90"
	case t.Kind() == reflect.Bool:
		return "true or false", ""
	case t.Kind() == reflect.Float32, t.Kind() == reflect.Float64:
		return "a number", ""
	case t.Kind() == reflect.String:
		return "text", ""
	case t.Kind() >= reflect.Uint && t.Kind() <= reflect.Uint64:
		return "a whole number from 0", ""
	}
	return "a whole number", ""
}

// text is a string, or a map with all the languages.
func (w strict) text(n *yaml.Node, path string) {
	const allowed = "text, or a map of languages to text"
	switch n.Kind {
	case yaml.SequenceNode:
		w.misfit(n, "text", allowed, path)
	case yaml.MappingNode:
		before := len(w.l.faults)
		for i := 0; i < len(n.Content); i += 2 {
			tag, at := n.Content[i], join(path, n.Content[i].Value)
			if !tagForm.MatchString(tag.Value) {
				w.fault(at, fmt.Sprintf("%q is not the tag of a language", shorten(tag.Value)), "tags like en or de-AT", nearest(tag.Value, w.languages))
			} else if v := resolved(n.Content[i+1]); v.Kind != yaml.ScalarNode {
				w.misfit(v, "text", "", at)
			}
		}
		for _, lang := range w.languages {
			if _, v, _ := step(n, lang); v == nil && len(w.l.faults) == before {
				w.fault(path, fmt.Sprintf("%s says nothing in %q", name(path), lang), allowed, "")
			}
		}
		if len(w.l.faults) > before {
			w.breaks(path)
		}
	}
}

// loadError adds what a type that reads itself has refused.
func (w strict) loadError(e *yaml.LoadError) {
	f := Fault{File: w.file, Line: e.Mark.Line, Column: e.Mark.Column, Message: e.Message}
	if m := typeFault.FindStringSubmatch(e.Message); m != nil {
		got := map[string]string{"!!seq": "a list", "!!map": "a map"}[m[1]]
		if got == "" {
			got = strconv.Quote(m[2])
		}
		f.Message = got + " does not fit here"
	} else if m := keyFault.FindStringSubmatch(e.Message); m != nil {
		f.Message = fmt.Sprintf("the key %q is not known here", shorten(m[1]))
	}
	w.l.add(f)
}

func join(path, key string) string { return strings.TrimPrefix(path+"."+key, ".") }

// name is what messages call a path: its last key, with the index.
func name(path string) string {
	if path == "" {
		return "this"
	}
	return path[strings.LastIndexByte(path, '.')+1:]
}

// fieldsOf remembers what fieldsOf finds.
func (l *loader) fieldsOf(t reflect.Type) []field {
	fields, ok := l.fields[t]
	if !ok {
		fields = fieldsOf(t)
		l.fields[t] = fields
	}
	return fields
}

type field struct {
	name string
	typ  reflect.Type
}

// fieldsOf lists the keys of a struct type, in its order; none for others.
func fieldsOf(t reflect.Type) []field {
	if t.Kind() != reflect.Struct {
		return nil
	}
	var fields []field
	for i := range t.NumField() {
		f := t.Field(i)
		tag, options, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		switch {
		case tag == "-" || !f.IsExported() && !f.Anonymous:
		case strings.Contains(options, "inline"):
			fields = append(fields, fieldsOf(f.Type)...)
		case !f.IsExported():
		case tag == "":
			fields = append(fields, field{strings.ToLower(f.Name), f.Type})
		default:
			fields = append(fields, field{tag, f.Type})
		}
	}
	return fields
}

package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"strings"

	"github.com/invopop/jsonschema"
	"go.yaml.in/yaml/v4"

	"immersion/config"
	"immersion/kiosk"
)

// guide holds the tables of keys, each between a line that begins it and one
// that ends it.
const guide = "config/README.md"

const tableEnd = "<!-- end of the keys -->"

func tableBegin(of string) string {
	return "<!-- the keys of " + of + ", made by go generate ./config/schema -->"
}

// guideWithTables is the guide with every table as the types say now.
func guideWithTables(r *jsonschema.Reflector) ([]byte, error) {
	text, err := os.ReadFile(guide)
	if err != nil {
		return nil, err
	}
	for of, doc := range map[string][]byte{
		"room.yaml":     table(r, reflect.ValueOf(kiosk.DefaultSettings())),
		"scenario.yaml": table(r, reflect.ValueOf(config.Scenario{})),
	} {
		before, rest, begins := bytes.Cut(text, []byte(tableBegin(of)+"\n"))
		_, after, ends := bytes.Cut(rest, []byte(tableEnd))
		if !begins || !ends {
			return nil, fmt.Errorf("%s has no table between %q and %q", guide, tableBegin(of), tableEnd)
		}
		text = bytes.Join([][]byte{before, []byte(tableBegin(of) + "\n"), doc, []byte(tableEnd), after}, nil)
	}
	return text, nil
}

// table lists the keys of a file that holds a value of this type, each with
// its field's comment. A value other than zero is what a key has if left out.
func table(r *jsonschema.Reflector, v reflect.Value) []byte {
	var b bytes.Buffer
	b.WriteString("| key | what it is | if left out |\n|---|---|---|\n")
	rows(&b, r, v, "")
	return b.Bytes()
}

func rows(b *bytes.Buffer, r *jsonschema.Reflector, v reflect.Value, path string) {
	t := v.Type()
	for i := range t.NumField() {
		f := t.Field(i)
		key, of, in := path+f.Tag.Get("yaml"), f.Type, v.Field(i)
		if of.Kind() == reflect.Slice {
			of, in = of.Elem(), reflect.Value{}
		}
		if of == reflect.TypeFor[yaml.Node]() && f.Type.Kind() == reflect.Slice {
			of = reflect.TypeFor[config.Station]()
		}
		below := of.Kind() == reflect.Struct && mapped(r, of) == nil
		fmt.Fprintf(b, "| `%s` | %s | %s |\n", key, said(r, t, f, of), leftOut(f, v.Field(i), below))
		switch {
		case !below:
		case f.Type.Kind() == reflect.Slice:
			rows(b, r, reflect.Zero(of), key+"[].")
		default:
			if !in.IsValid() {
				in = reflect.Zero(of)
			}
			rows(b, r, in, key+".")
		}
	}
}

// said is a field's comment, with the words that it may be.
func said(r *jsonschema.Reflector, t reflect.Type, f reflect.StructField, of reflect.Type) string {
	text := r.CommentMap[t.PkgPath()+"."+t.Name()+"."+f.Name]
	text = strings.NewReplacer("|", `\|`, "<", "&lt;").Replace(strings.Join(strings.Fields(text), " "))
	if s := mapped(r, of); s != nil && len(s.Enum) > 0 {
		for i, word := range s.Enum {
			text += []string{", ", ": "}[min(1, max(0, 1-i))] + fmt.Sprintf("`%v`", word)
		}
	}
	return text
}

// leftOut is what a key has when it is not there.
func leftOut(f reflect.StructField, v reflect.Value, below bool) string {
	switch {
	case strings.Contains(f.Tag.Get("jsonschema"), "required"):
		return "needed"
	case below || v.IsZero() && v.Kind() != reflect.Bool:
		return ""
	}
	if d, ok := v.Interface().(fmt.Stringer); ok {
		return "`" + strings.TrimSuffix(strings.TrimSuffix(d.String(), "0s"), "0m") + "`"
	}
	doc, err := json.Marshal(v.Interface())
	if err != nil {
		panic(err) // settings are plain data
	}
	return "`" + strings.Trim(string(doc), `"`) + "`"
}

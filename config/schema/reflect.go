package main

import (
	"encoding"
	"path"
	"reflect"
	"time"

	"github.com/invopop/jsonschema"
	"go.yaml.in/yaml/v4"

	"immersion/config"
	"immersion/kiosk"
)

// typeName tells portal.Table from invoice.Table; types without a name have none here.
func typeName(t reflect.Type) string {
	if t.Name() == "" {
		return ""
	}
	return path.Base(t.PkgPath()) + "." + t.Name()
}

const textName = "Text"

// document is the schema of a file that holds a value of the type.
func document(r *jsonschema.Reflector, title string, t reflect.Type) *jsonschema.Schema {
	s := r.ReflectFromType(t)
	s.Title = title
	s.Definitions[textName] = text()
	loosen(s)
	return s
}

// text is a kiosk.Text, as files write it.
func text() *jsonschema.Schema {
	return &jsonschema.Schema{
		Description: "One string for every language, or a map with one for each of the languages.",
		AnyOf: []*jsonschema.Schema{
			{Type: "string"},
			{Type: "object", PropertyNames: &jsonschema.Schema{Pattern: config.LanguageTag}, AdditionalProperties: &jsonschema.Schema{Type: "string"}},
		},
	}
}

// scenario is the schema of scenario.yaml, with the settings of every kind for
// stations that have them in place.
func scenario(r *jsonschema.Reflector, kinds []kiosk.Kind) *jsonschema.Schema {
	s := r.ReflectFromType(reflect.TypeFor[config.Scenario]())
	add := func(t reflect.Type) *jsonschema.Schema {
		of := r.ReflectFromType(t)
		for name, d := range of.Definitions {
			s.Definitions[name] = d
		}
		return &jsonschema.Schema{Ref: of.Ref}
	}
	places, _ := s.Definitions[typeName(reflect.TypeFor[config.Scenario]())].Properties.Get("stations")
	places.Items = add(reflect.TypeFor[config.Station]())

	station := s.Definitions[typeName(reflect.TypeFor[config.Station]())]
	kind, _ := station.Properties.Get("kind")
	for _, k := range kinds {
		kind.Enum = append(kind.Enum, k.Name())
		station.AllOf = append(station.AllOf, settings(k.Name(), add(settingsType(k))))
	}
	s.Title, s.Definitions[textName] = "scenario.yaml", text()
	loosen(s)
	return s
}

// settings says what `with` may be for a station of the kind.
func settings(kind string, in *jsonschema.Schema) *jsonschema.Schema {
	is, has := jsonschema.NewProperties(), jsonschema.NewProperties()
	is.Set("kind", &jsonschema.Schema{Const: kind})
	has.Set("with", &jsonschema.Schema{AnyOf: []*jsonschema.Schema{
		{Type: "string", Description: "the file that holds the settings", Pattern: `^[^.]`}, in}})
	return &jsonschema.Schema{
		If:   &jsonschema.Schema{Properties: is, Required: []string{"kind"}},
		Then: &jsonschema.Schema{Properties: has},
	}
}

var (
	ownYAML = reflect.TypeFor[interface{ UnmarshalYAML(func(any) error) error }]()
	ownText = reflect.TypeFor[encoding.TextUnmarshaler]()
)

// mapped describes the types that files write otherwise than Go has them.
func mapped(r *jsonschema.Reflector, t reflect.Type) *jsonschema.Schema {
	switch pointer := reflect.PointerTo(t); {
	case t == reflect.TypeFor[kiosk.Text]():
		return &jsonschema.Schema{Ref: "#/$defs/" + textName}
	case t == reflect.TypeFor[kiosk.Pairings]():
		return &jsonschema.Schema{Type: "string", Enum: []any{kiosk.PairByCode, kiosk.PairOpen}}
	case t == reflect.TypeFor[kiosk.TimeOfDay]():
		return &jsonschema.Schema{Type: "string", Pattern: `^([01][0-9]|2[0-3]):[0-5][0-9]$|^$`}
	case t == reflect.TypeFor[kiosk.Day]():
		days := make([]any, len(kiosk.Days))
		for i, d := range kiosk.Days {
			days[i] = d
		}
		return &jsonschema.Schema{Type: "string", Enum: days}
	case t.Kind() == reflect.Map && t.Key() == reflect.TypeFor[kiosk.Section]():
		return bySection(r, t.Elem())
	case t == reflect.TypeFor[yaml.Node](): // settings tells more, for each kind
		return &jsonschema.Schema{}
	case t == reflect.TypeFor[time.Duration]():
		return &jsonschema.Schema{Type: "string", Pattern: `^([0-9.]+(h|m|s|ms))+$`}
	case pointer.Implements(ownText), pointer.Implements(ownYAML) && t.Kind() != reflect.Struct: // a plain value that reads itself
		return &jsonschema.Schema{Extras: map[string]any{"type": []string{"string", "number"}}}
	}
	return nil
}

// bySection is a map whose keys are sections of the empathy map.
func bySection(r *jsonschema.Reflector, of reflect.Type) *jsonschema.Schema {
	s := &jsonschema.Schema{Type: "object", Properties: jsonschema.NewProperties(), AdditionalProperties: jsonschema.FalseSchema}
	for _, section := range kiosk.Sections {
		item := r.ReflectFromType(of)
		item.Version = ""
		s.Properties.Set(string(section), item)
	}
	return s
}

// loosen lets free text be a number or a word that YAML reads as one, as the
// program does: 20538 needs no quotes.
func loosen(s *jsonschema.Schema) {
	if s == nil {
		return
	}
	if s.Type == "string" && s.Pattern == "" && s.Enum == nil {
		s.Type, s.Extras = "", map[string]any{"type": []string{"string", "number", "boolean"}}
	}
	below := append([]*jsonschema.Schema{s.Items, s.AdditionalProperties, s.Then}, s.AnyOf...)
	below = append(below, s.AllOf...)
	for p := s.Properties.Oldest(); p != nil; p = p.Next() {
		below = append(below, p.Value)
	}
	for _, d := range s.Definitions {
		below = append(below, d)
	}
	for _, b := range below {
		loosen(b)
	}
}

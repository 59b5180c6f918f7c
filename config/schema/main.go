// Command schema writes the JSON Schemas of what an organiser writes: of
// scenario.yaml, of the room file, and of every kind's settings. They are made
// from the Go types and their doc comments. go generate runs it.
package main

//go:generate go run .

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"

	"github.com/invopop/jsonschema"

	"immersion/config"
	"immersion/kiosk"
	"immersion/stations"
)

func main() {
	if err := generate(); err != nil {
		fmt.Fprintln(os.Stderr, "schema:", err)
		os.Exit(1)
	}
}

// generate writes every schema, and the tables of keys in the guide; it runs in
// this folder.
func generate() error {
	if err := os.Chdir("../.."); err != nil {
		return err
	}
	r, err := reflector()
	if err != nil {
		return err
	}
	all, err := schemas(r, stations.Kinds())
	if err != nil {
		return err
	}
	text, err := guideWithTables(r)
	if err != nil {
		return err
	}
	if err := os.WriteFile(guide, text, 0o644); err != nil {
		return err
	}
	for name, doc := range all {
		if err := os.WriteFile(filepath.Join("config/schema", config.SchemaFile(name)), doc, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// reflector knows the types and their doc comments; it is made in the
// repository's root.
func reflector() (*jsonschema.Reflector, error) {
	r := &jsonschema.Reflector{FieldNameTag: "yaml", RequiredFromJSONSchemaTags: true, Anonymous: true, Namer: typeName}
	r.Mapper = func(t reflect.Type) *jsonschema.Schema { return mapped(r, t) }
	for _, folder := range []string{"./kiosk", "./config", "./stations"} {
		if err := r.AddGoComments("immersion", folder); err != nil {
			return nil, err
		}
	}
	return r, nil
}

// schemas makes every schema, by its name.
func schemas(r *jsonschema.Reflector, kinds []kiosk.Kind) (map[string][]byte, error) {
	made := map[string]*jsonschema.Schema{
		"scenario": scenario(r, kinds),
		"room":     document(r, "The room file", reflect.TypeFor[kiosk.Settings]()),
	}
	for _, k := range kinds {
		made[k.Name()] = document(r, "Settings of a station of kind "+k.Name(), settingsType(k))
	}
	all := map[string][]byte{}
	for name, s := range made {
		var out bytes.Buffer
		enc := json.NewEncoder(&out)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		if err := enc.Encode(s); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		all[name] = out.Bytes()
	}
	return all, nil
}

func settingsType(k kiosk.Kind) reflect.Type { return reflect.TypeOf(k.New()).Elem() }

package main

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v4"

	"immersion/config"
	"immersion/stations"
)

func TestSchemasAreCurrent(t *testing.T) {
	t.Chdir("../..")
	r, err := reflector()
	if err != nil {
		t.Fatal(err)
	}
	want, err := schemas(r, stations.Kinds())
	if err != nil {
		t.Fatal(err)
	}
	if len(want) != len(config.Schemas()) {
		t.Errorf("the program has the schemas %v", config.Schemas())
	}
	for name, doc := range want {
		if got, _ := config.Schema(name); !bytes.Equal(got, doc) {
			t.Errorf("the schema of %s is not what the Go types say; run go generate ./config/schema", name)
		}
	}
}

// The guide's tables have every key there is.
func TestTablesAreCurrent(t *testing.T) {
	t.Chdir("../..")
	r, err := reflector()
	if err != nil {
		t.Fatal(err)
	}
	want, err := guideWithTables(r)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(guide); err != nil || !bytes.Equal(got, want) {
		t.Errorf("the tables of keys in %s are not what the Go types say (%v); run go generate ./config/schema", guide, err)
	}
	for _, row := range []string{"| `words_k` |", "| `visit.timeout` |", "| `tls.own_ca` |", "| `comfort.large_text` |", "| `departments[].id` |",
		"| `stations[].after` |", "| `customer.story` |"} {
		if !bytes.Contains(want, []byte(row)) {
			t.Errorf("no row %s", row)
		}
	}
}

// schema compiles one of the program's schemas.
func schema(t testing.TB, name string) *jsonschema.Schema {
	t.Helper()
	doc, ok := config.Schema(name)
	if !ok {
		t.Fatalf("there is no schema %q", name)
	}
	parsed, err := jsonschema.UnmarshalJSON(bytes.NewReader(doc))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource(name, parsed); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(name)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// value is a YAML file as an editor sees it: days are text, as all that is no
// number, truth or nothing.
func value(t testing.TB, text []byte) any {
	t.Helper()
	var root yaml.Node
	if err := yaml.Load(text, &root); err != nil {
		t.Fatal(err)
	}
	return valueOf(root.Content[0])
}

func valueOf(n *yaml.Node) any {
	switch {
	case n.Kind == yaml.AliasNode:
		return valueOf(n.Alias)
	case n.Kind == yaml.MappingNode:
		m := map[string]any{}
		for i := 0; i < len(n.Content); i += 2 {
			m[n.Content[i].Value] = valueOf(n.Content[i+1])
		}
		return m
	case n.Kind == yaml.SequenceNode:
		list := []any{}
		for _, item := range n.Content {
			list = append(list, valueOf(item))
		}
		return list
	case n.ShortTag() == "!!bool":
		return n.Value == "true"
	case n.ShortTag() == "!!null":
		return nil
	case n.ShortTag() == "!!int", n.ShortTag() == "!!float":
		return json.Number(n.Value)
	}
	return n.Value
}

const line = "# yaml-language-server: $schema="

// fits checks a file against the schema that its first line names, beside it.
func fits(t *testing.T, files fs.FS, name string) {
	t.Helper()
	text, err := fs.ReadFile(files, name)
	if err != nil {
		t.Fatal(err)
	}
	first, _, _ := strings.Cut(string(text), "\n")
	at, ok := strings.CutPrefix(first, line)
	at = path.Join(path.Dir(name), at)
	of, found := strings.CutSuffix(path.Base(at), config.SchemaFile(""))
	if !ok || !found {
		t.Fatalf("%s names no schema in its first line: %s", name, first)
	}
	there, err := fs.ReadFile(files, at)
	if doc, _ := config.Schema(of); err != nil || !bytes.Equal(there, doc) {
		t.Fatalf("%s names the schema %s, which is not there: %v", name, at, err)
	}
	if err := schema(t, of).Validate(value(t, text)); err != nil {
		t.Errorf("%s: %#v", name, err)
	}
}

func TestShippedFilesFit(t *testing.T) {
	files := os.DirFS("..")
	written, err := fs.Glob(files, "scenarios/*/*.yaml")
	if err != nil || len(written) < 4 {
		t.Fatal(written, err)
	}
	for _, name := range append(written, config.ShippedRoom) {
		fits(t, files, name)
	}
}

func TestNewScenarioFits(t *testing.T) {
	dir := t.TempDir()
	if err := config.New(dir, stations.Kinds()); err != nil {
		t.Fatal(err)
	}
	written, err := filepath.Glob(filepath.Join(dir, "*.yaml"))
	if err != nil || len(written) != len(stations.Kinds())+1 {
		t.Fatal(written, err)
	}
	for _, name := range written {
		fits(t, os.DirFS(dir), filepath.Base(name))
	}
}

var heading = regexp.MustCompile(`(?m)^-- (\S+) --\n`)

// What the tests of the loader take for sound fits, each file its own schema.
func TestSoundFilesFit(t *testing.T) {
	for _, golden := range []string{"../testdata/sound.txt", "../testdata/every-kind.txt"} {
		text, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		names, parts := heading.FindAllSubmatch(text, -1), heading.Split(string(text), -1)[1:]
		for i, part := range parts {
			name, written := strings.CutSuffix(string(names[i][1]), ".yaml")
			if !written || name == "quiz" { // which is a kind of those tests alone
				continue
			}
			part = strings.Replace(part, "kind: quiz", "kind: call", 1)
			if err := schema(t, name).Validate(value(t, []byte(part))); err != nil {
				t.Errorf("%s: %s: %v", golden, name, err)
			}
		}
	}
}

// The settings of a kind may stand in scenario.yaml too.
func TestExamplesFitInPlace(t *testing.T) {
	scenario := schema(t, "scenario")
	for _, k := range stations.Kinds() {
		whole := value(t, []byte("title: x\nlanguages: [en]\ncustomer: {name: x, about: x, goal: x, story: x}\nstations: [{id: x, kind: "+k.Name()+", title: x}]")).(map[string]any)
		place := whole["stations"].([]any)[0].(map[string]any)
		with := value(t, []byte(k.Example())).(map[string]any)
		place["with"] = with
		if err := scenario.Validate(whole); err != nil {
			t.Errorf("%s: %v", k.Name(), err)
		}
		with["no-such-key"] = true
		if scenario.Validate(whole) == nil {
			t.Errorf("%s: a key that nobody knows fits", k.Name())
		}
	}
}

// Editors mark what is wrong, and nothing that is right.
func TestSchemasTellRightFromWrong(t *testing.T) {
	const customer = "customer: {name: x, about: x, goal: x, story: x}\n"
	const head = "title: x\nlanguages: [en]\n" + customer
	for _, c := range []struct {
		name, schema, text string
		fits               bool
	}{
		{"a number for a text", "scenario", "title: 2026\nlanguages: [en]\n" + customer + "stations: []", true},
		{"a text by languages", "scenario", "title: {en: x, de-AT: y}\nlanguages: [en]\n" + customer + "stations: []", true},
		{"a tag that is none", "scenario", "title: {English: x}\nlanguages: [en]\n" + customer + "stations: []", false},
		{"a list for a text", "scenario", "title: [x]\nlanguages: [en]\n" + customer + "stations: []", false},
		{"a key misspelt", "scenario", "titel: x\nlanguages: [en]\n" + customer + "stations: []", false},
		{"no customer", "scenario", "title: x\nlanguages: [en]\nstations: []", false},
		{"a kind that is none", "scenario", head + "stations: [{id: a, kind: portall, title: x}]", false},
		{"an id with a capital", "scenario", head + "stations: [{id: A, kind: exit, title: x}]", false},
		{"a colour", "scenario", head + `stations: [{id: a, kind: exit, title: x, colour: "#2f5d50"}]`, true},
		{"a colour by name", "scenario", head + "stations: [{id: a, kind: exit, title: x, colour: red}]", false},
		{"no minutes at all", "scenario", head + "stations: [{id: a, kind: exit, title: x, minutes: 0}]", false},
		{"another kind's settings", "scenario", head + "stations: [{id: a, kind: exit, title: x, with: {consent: x}}]", false},
		{"a room that says nothing", "room", "{}", true},
		{"a duration", "room", "visit: {timeout: 1h30m}", true},
		{"a duration without a unit", "room", "visit: {timeout: 45}", false},
		{"a way of pairing", "room", "pairing: open", true},
		{"a way of pairing that is none", "room", "pairing: opened", false},
		{"a truth in words", "room", "dim: perhaps", false},
		{"a section of the map", "exit", "starters: {hear: [x]}", true},
		{"a section that is none", "exit", "starters: {smell: [x]}", false},
		{"an amount", "invoice", "tolerance: 0.05", true},
		{"a wait", "portal", "pages: [{id: x, wait: 2s}]", true},
		{"a list of pages that is none", "portal", "pages: {id: x}", false},
	} {
		if err := schema(t, c.schema).Validate(value(t, []byte(c.text))); (err == nil) != c.fits {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

// An editor explains every key: its field's comment, or it is missing here.
func TestEveryKeyIsExplained(t *testing.T) {
	for _, name := range []string{"scenario", "room"} {
		doc, _ := config.Schema(name)
		var s struct {
			Defs map[string]struct {
				Properties map[string]struct{ Description string }
			} `json:"$defs"`
		}
		if err := json.Unmarshal(doc, &s); err != nil || len(s.Defs) == 0 {
			t.Fatal(err)
		}
		for of, d := range s.Defs {
			for key, p := range d.Properties {
				if p.Description == "" {
					t.Errorf("%s.%s has no comment", of, key)
				}
			}
		}
	}
}

package config

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"text/template"

	"immersion/kiosk"
)

//go:embed new
var newFiles embed.FS

// ErrNotEmpty is New's error for a folder that holds something.
var ErrNotEmpty = errors.New("the folder is not empty")

// New writes a small complete scenario into dir: a station of every kind with
// the kind's own example, commented, and stand-ins for pictures and sound.
// It makes the folder, or takes one that is empty; it never writes over a file.
func New(dir string, kinds []kiosk.Kind) error {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return fmt.Errorf("new scenario: %w", err)
	}
	switch there, err := os.ReadDir(dir); {
	case err != nil:
		return fmt.Errorf("new scenario: %w", err)
	case len(there) > 0:
		return fmt.Errorf("new scenario in %s: %w", dir, ErrNotEmpty)
	}
	n := &fresh{dir: dir}
	n.scenario(kinds)
	n.copy(newFiles, "new/customer.svg", "customer.svg")
	for _, k := range kinds {
		n.example(k)
	}
	if n.err != nil {
		return fmt.Errorf("new scenario: %w", n.err)
	}
	return nil
}

// fresh is a scenario that is being written; after its first error it writes
// nothing more.
type fresh struct {
	dir string
	err error
}

// scenario writes scenario.yaml, which lists a station of every kind.
func (n *fresh) scenario(kinds []kiosk.Kind) {
	type station struct{ Name, Title, With string }
	stations := make([]station, len(kinds))
	for i, k := range kinds {
		stations[i] = station{Name: k.Name(), Title: strings.ToUpper(k.Name()[:1]) + k.Name()[1:]}
		if k.Example() != "" {
			stations[i].With = settingsFile(k)
		}
	}
	var text strings.Builder
	page, err := template.ParseFS(newFiles, "new/scenario.yaml")
	if err == nil {
		err = page.Execute(&text, stations)
	}
	if err != nil {
		panic(err) // the page is embedded
	}
	n.written(scenarioFile, "scenario", text.String())
}

// written writes what an organiser goes on writing, and the schema by which an
// editor completes and explains it. No scenario is made of names with a dot in
// front, so the schemas are not part of this one.
func (n *fresh) written(name, schema, text string) {
	if doc, ok := Schema(schema); ok {
		at := path.Join(".schema", SchemaFile(schema))
		n.write(at, doc)
		text = "# yaml-language-server: $schema=" + at + "\n" + text
	}
	n.write(name, []byte(text))
}

func settingsFile(k kiosk.Kind) string { return k.Name() + ".yaml" }

// example writes a kind's example, and the files that it names.
func (n *fresh) example(k kiosk.Kind) {
	if k.Example() != "" {
		n.written(settingsFile(k), k.Name(), k.Example())
	}
	kind, ok := k.(kiosk.ExampleFiler)
	if !ok {
		return
	}
	files := kind.ExampleFiles()
	err := fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			n.copy(files, name, name)
		}
		return err
	})
	if n.err == nil {
		n.err = err
	}
}

func (n *fresh) copy(from fs.FS, name, to string) {
	data, err := fs.ReadFile(from, name)
	if err != nil && n.err == nil {
		n.err = err
	}
	n.write(to, data)
}

func (n *fresh) write(name string, data []byte) {
	if n.err != nil {
		return
	}
	at := filepath.Join(n.dir, filepath.FromSlash(name))
	if n.err = os.MkdirAll(filepath.Join(n.dir, filepath.FromSlash(path.Dir(name))), 0o777); n.err != nil {
		return
	}
	file, err := os.OpenFile(at, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		n.err = err
		return
	}
	_, err = file.Write(data)
	n.err = errors.Join(err, file.Close())
}

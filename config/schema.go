package config

import (
	"embed"
	"slices"
	"strings"
)

//go:embed schema/*.schema.json
var schemas embed.FS

// LanguageTag is the form of the tags that languages have, as a regular expression.
const LanguageTag = `^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$`

// SchemaFile is the name of the file that holds the schema of this name.
func SchemaFile(name string) string { return name + ".schema.json" }

// Schema gives the JSON Schema (draft 2020-12) of scenario.yaml ("scenario"),
// of the room file ("room"), or of a kind's settings (its name).
func Schema(name string) (doc []byte, ok bool) {
	doc, err := schemas.ReadFile("schema/" + SchemaFile(name))
	return doc, err == nil
}

// Schemas lists the names of the schemas there are: first those of the two
// files, then those of the kinds.
func Schemas() []string {
	names := []string{"scenario", "room"}
	files, err := schemas.ReadDir("schema")
	if err != nil {
		panic(err) // the folder is embedded
	}
	for _, f := range files {
		if name := strings.TrimSuffix(f.Name(), SchemaFile("")); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

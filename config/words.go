package config

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"immersion/kiosk"
	"immersion/kiosk/ui"
)

// wordsFolder is where a scenario keeps interface words of its own, one
// <language>.json for each language.
const wordsFolder = "words"

// Words are the interface words that visitors read, by language and key: those
// of the screens, and those of every kind, whose keys begin with its name.
func Words(kinds []kiosk.Kind) (map[string]map[string]string, error) {
	all := map[string]map[string]string{}
	own, err := fs.Sub(ui.Words, "words")
	if err == nil {
		err = addWords(all, own, "")
	}
	for _, k := range kinds {
		if words := k.Words(); err == nil && words != nil {
			err = addWords(all, words, k.Name()+".")
		}
	}
	return all, err
}

func addWords(all map[string]map[string]string, files fs.FS, prefix string) error {
	names, err := fs.Glob(files, "*.json")
	if err != nil {
		return err
	}
	for _, name := range names {
		doc, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		var words map[string]string
		if err := json.Unmarshal(doc, &words); err != nil {
			return fmt.Errorf("%s%s: %w", prefix, name, err)
		}
		language := strings.TrimSuffix(name, ".json")
		if all[language] == nil {
			all[language] = map[string]string{}
		}
		for key, word := range words {
			all[language][prefix+key] = word
		}
	}
	return nil
}

// words reads the interface words that the scenario brings, and lists the
// languages that there are words for with these.
func (l *loader) words(kinds []kiosk.Kind) (own map[string]map[string]string, worded []string) {
	shipped, err := Words(kinds)
	if err != nil {
		panic(err) // they are embedded
	}
	worded = slices.Collect(maps.Keys(shipped))
	own = map[string]map[string]string{}
	for _, name := range l.names() {
		file, in := strings.CutPrefix(name, wordsFolder+"/")
		if !in {
			continue
		}
		language := strings.TrimSuffix(file, ".json")
		if path.Ext(file) != ".json" || !tagForm.MatchString(language) {
			l.add(Fault{File: name, Message: fmt.Sprintf("%q is no dictionary's name", shorten(file)), Allowed: "the tag of a language with .json behind it, like ar.json or de-AT.json"})
			continue
		}
		if words := l.dictionary(name, shipped["en"]); len(words) > 0 {
			own[language] = words
			if !slices.Contains(worded, language) {
				worded = append(worded, language)
			}
		}
	}
	slices.Sort(worded)
	return own, worded
}

// placeholder is what the interface fills in.
var placeholder = regexp.MustCompile(`\{\w+\}`)

func placeholders(s string) []string {
	all := placeholder.FindAllString(s, -1)
	slices.Sort(all)
	return slices.Compact(all)
}

// dictionary reads one file of words, whose keys are those of the interface.
func (l *loader) dictionary(name string, known map[string]string) map[string]string {
	root := l.parse(name)
	if root == nil {
		return nil
	}
	p := part{l: l, file: name, root: root, key: root}
	if root.Kind != yaml.MappingNode {
		p.fault("", "this is no dictionary", `{"key": "words", …}`, "")
		return nil
	}
	words := map[string]string{}
	for i := 0; i < len(root.Content) && !l.full(); i += 2 {
		key, value := root.Content[i], resolved(root.Content[i+1])
		at := func(n *yaml.Node, message, allowed, near string) {
			l.add(Fault{File: name, Line: n.Line, Column: n.Column, Message: message, Allowed: allowed, Near: near})
		}
		original, ok := known[key.Value]
		switch {
		case !ok:
			at(key, fmt.Sprintf("the interface has no words %q", shorten(key.Value)), "the keys that `immersion words` prints",
				nearest(key.Value, slices.Sorted(maps.Keys(known))))
		case value.Kind != yaml.ScalarNode:
			at(value, fmt.Sprintf("%s is no text", key.Value), "text in quotes", "")
		case strings.TrimSpace(value.Value) == "" && strings.TrimSpace(original) != "":
			at(value, key.Value+" is empty", "text in quotes", "")
		case !slices.Equal(placeholders(value.Value), placeholders(original)):
			at(value, "what the interface fills in is not as it must be", orNone(placeholders(original)), "")
		default:
			words[key.Value] = value.Value
		}
	}
	return words
}

func orNone(placeholders []string) string {
	if len(placeholders) == 0 {
		return "no {…}"
	}
	return "each of " + strings.Join(placeholders, " ")
}

// warnWords tells what falls back to English in the languages that only the
// scenario has words for.
func warnWords(s *kiosk.Scenario, kinds []kiosk.Kind) []Fault {
	shipped, err := Words(kinds)
	if err != nil {
		panic(err) // they are embedded
	}
	var warnings []Fault
	for _, language := range slices.Sorted(maps.Keys(s.Words)) {
		if shipped[language] != nil {
			continue
		}
		var missing []string
		for _, key := range slices.Sorted(maps.Keys(shipped["en"])) {
			if _, ok := s.Words[language][key]; !ok {
				missing = append(missing, key)
			}
		}
		if len(missing) > 0 {
			name := path.Join(wordsFolder, language+".json")
			warnings = append(warnings, Fault{File: name, Line: 1, Column: 1, Warning: true,
				Message: fmt.Sprintf("%d of the interface's %d words are missing and stay English; the first is %q", len(missing), len(shipped["en"]), missing[0]),
				Allowed: "all that `immersion words` prints"})
		}
	}
	for _, language := range s.Languages {
		if !slices.Contains(s.Worded, language) {
			warnings = append(warnings, Fault{File: scenarioFile, Line: 1, Column: 1, Warning: true,
				Message: fmt.Sprintf("there are no interface words in %q, so screens do not offer it", language),
				Allowed: fmt.Sprintf("%s, or %s/%s.json", strings.Join(s.Worded, ", "), wordsFolder, language)})
		}
	}
	return warnings
}

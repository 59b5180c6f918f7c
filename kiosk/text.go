package kiosk

import (
	"encoding/json"
	"slices"
)

// Text is what a person reads: one string for every language, held under "",
// or one string a language, held under its BCP 47 tag.
type Text map[string]string

// Same makes a text that is the same in every language.
func Same(s string) Text { return Text{"": s} }

// In returns the text in the language asked for, else the one for every
// language, else English, else the first by tag; "" only when it is empty.
func (t Text) In(lang string) string {
	for _, l := range []string{lang, "", "en"} {
		if s, ok := t[l]; ok {
			return s
		}
	}
	tags := t.Languages()
	if len(tags) == 0 {
		return ""
	}
	return t[tags[0]]
}

// Languages lists the tags the text has, sorted; "" stands for every language.
func (t Text) Languages() []string {
	tags := make([]string, 0, len(t))
	for l := range t {
		tags = append(tags, l)
	}
	slices.Sort(tags)
	return tags
}

// Empty tells whether no language says anything.
func (t Text) Empty() bool {
	for _, s := range t {
		if s != "" {
			return false
		}
	}
	return true
}

// UnmarshalYAML takes a string or a map of languages.
func (t *Text) UnmarshalYAML(unmarshal func(any) error) error {
	var s string
	if unmarshal(&s) == nil {
		*t = Same(s)
		return nil
	}
	var m map[string]string
	if err := unmarshal(&m); err != nil {
		return err
	}
	*t = m
	return nil
}

// MarshalJSON gives a string or a map of languages, as UnmarshalJSON takes it.
func (t Text) MarshalJSON() ([]byte, error) {
	if s, ok := t[""]; ok && len(t) == 1 {
		return json.Marshal(s)
	}
	return json.Marshal(map[string]string(t))
}

// UnmarshalJSON takes a string or a map of languages.
func (t *Text) UnmarshalJSON(b []byte) error {
	var s string
	if json.Unmarshal(b, &s) == nil {
		*t = Same(s)
		return nil
	}
	var m map[string]string
	if err := json.Unmarshal(b, &m); err != nil {
		return err
	}
	*t = m
	return nil
}

package portal

import (
	"encoding/json"
	"os"
	"reflect"
	"strings"
	"testing"
)

// vector is one case of testdata/conditions.json, which the screen's own test
// goes through as well.
type vector struct {
	When   string            `json:"when"`
	Views  map[string]int    `json:"views"`
	Sent   map[string]int    `json:"sent"`
	Tries  map[string]int    `json:"tries"`
	Fields map[string]string `json:"fields"`
	Holds  bool              `json:"holds"`
	Error  string            `json:"error"`
	Clause json.RawMessage   `json:"clause,omitempty"`
}

func vectors(t testing.TB) []vector {
	t.Helper()
	b, err := os.ReadFile("testdata/conditions.json")
	if err != nil {
		t.Fatal(err)
	}
	var all []vector
	if err := json.Unmarshal(b, &all); err != nil {
		t.Fatal(err)
	}
	return all
}

func (v *vector) ask(t *test) bool {
	if t.What == onField {
		return t.compares(v.Fields[t.Name])
	}
	return t.counts(map[string]map[string]int{onViews: v.Views, onSent: v.Sent, onTries: v.Tries}[t.What][t.Name])
}

func TestConditions(t *testing.T) {
	for _, v := range vectors(t) {
		t.Run(v.When, func(t *testing.T) {
			var c Condition
			err := c.UnmarshalText([]byte(v.When))
			if v.Error != "" {
				if err == nil || !strings.Contains(err.Error(), v.Error) {
					t.Errorf("said %v, not %q", err, v.Error)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if got := c.holds(v.ask); got != v.Holds {
				t.Errorf("holds: %v", got)
			}
		})
	}
}

// The screen gets conditions taken apart: what it is tested with is what goes out.
func TestConditionsOnTheWire(t *testing.T) {
	type sent struct {
		When   string          `json:"when"`
		Clause json.RawMessage `json:"clause"`
	}
	var got []sent
	for _, v := range vectors(t) {
		if c, err := parse(v.When); err == nil {
			b, err := json.Marshal(c)
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, sent{v.When, b})
		}
	}
	b, err := json.MarshalIndent(got, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	const file = "testdata/clauses.json"
	if *update {
		if err := os.WriteFile(file, append(b, '\n'), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil || string(want) != string(b)+"\n" {
		t.Errorf("%s is not what goes out now; look at it, then run with -update: %v", file, err)
	}
}

// Whatever is no condition is refused, and what is one says the same again
// when it is written down.
func FuzzCondition(f *testing.F) {
	for _, v := range vectors(f) {
		f.Add(v.When)
	}
	f.Fuzz(func(t *testing.T, source string) {
		c, err := parse(source)
		if err != nil {
			return
		}
		again, err := parse(c.root.String())
		if err != nil && len(c.root.String()) <= longestCondition && !strings.Contains(err.Error(), "deep") {
			t.Fatalf("%q was written as %q: %v", source, c.root, err)
		}
		if err == nil && !reflect.DeepEqual(tests(c), tests(again)) {
			t.Errorf("%q asks another thing as %q", source, c.root)
		}
		for bits := range 8 {
			ask := func(t *test) bool { return bits>>(len(t.Name)%3)&1 == 1 }
			if err == nil && c.holds(ask) != again.holds(ask) {
				t.Errorf("%q holds otherwise as %q", source, c.root)
			}
		}
	})
}

func tests(c Condition) []test {
	var all []test
	for _, t := range c.tests() {
		all = append(all, *t)
	}
	return all
}

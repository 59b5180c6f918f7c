package config_test

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing/fstest"
	"time"

	"immersion/kiosk"
)

// kinds are three of the smallest kinds: a door in, a door out, and between
// them one whose settings have all that settings can have.
var kinds = []kiosk.Kind{
	kind{"entry", kiosk.Opens, func() kiosk.Station { return &door{} }},
	kind{"quiz", kiosk.AStop, func() kiosk.Station { return &quiz{} }},
	kind{"exit", kiosk.Closes, func() kiosk.Station { return &door{} }},
}

type kind struct {
	name  string
	role  kiosk.Role
	empty func() kiosk.Station
}

func (k kind) Name() string       { return k.name }
func (k kind) Role() kiosk.Role   { return k.role }
func (k kind) New() kiosk.Station { return k.empty() }
func (kind) Words() fs.FS         { return fstest.MapFS{} }
func (kind) Example() string      { return "" }

// inert has none of what comes after loading.
type inert struct{}

func (inert) Files() []string                       { return nil }
func (inert) View() any                             { return nil }
func (inert) Figures() []kiosk.Figure               { return nil }
func (inert) Judge(kiosk.Fact) error                { return nil }
func (inert) Outcome(*kiosk.Stop) (o kiosk.Outcome) { return o }

type door struct {
	inert  `yaml:"-"`
	Thanks kiosk.Text `yaml:"thanks"`
}

func (*door) Check(fs.FS) []kiosk.Fault { return nil }

type quiz struct {
	inert `yaml:"-"`
	Sheet string              `yaml:"sheet"` // a file of one question a line
	Pages []page              `yaml:"pages"`
	Words map[string]wordlist `yaml:"words"`
	Loud  bool                `yaml:"loud"`
	Tries *int                `yaml:"tries"`
	Pause time.Duration       `yaml:"pause"`
	Price amount              `yaml:"price"`
}

type page struct {
	ID     string     `yaml:"id"`
	Title  kiosk.Text `yaml:"title"`
	Next   string     `yaml:"next"`
	Fields []input    `yaml:"fields"`
}

// input is a name, or a map.
type input struct {
	Name string  `yaml:"name"`
	Rule string  `yaml:"rule"`
	Max  float64 `yaml:"max"`
}

func (i *input) UnmarshalYAML(unmarshal func(any) error) error {
	if unmarshal(&i.Name) == nil {
		return nil
	}
	type plain input
	return unmarshal((*plain)(i))
}

type wordlist []string

// amount reads itself from text.
type amount struct{ cents int }

func (a *amount) UnmarshalText(b []byte) error {
	var whole, cents int
	if _, err := fmt.Sscanf(string(b), "%d.%02d", &whole, &cents); err != nil {
		return errors.New("an amount has two decimals")
	}
	a.cents = 100*whole + cents
	return nil
}

func (q *quiz) Check(files fs.FS) (faults []kiosk.Fault) {
	var ids []string
	for _, p := range q.Pages {
		ids = append(ids, p.ID)
	}
	if len(q.Pages) == 0 {
		faults = append(faults, kiosk.Fault{Path: "pages", Message: "needs a page"})
	}
	for i, p := range q.Pages {
		at := fmt.Sprintf("pages[%d]", i)
		if p.Title.Empty() {
			faults = append(faults, kiosk.Fault{Path: at + ".title", Message: "a page needs a title"})
		}
		if p.Next != "" && !slices.Contains(ids, p.Next) {
			faults = append(faults, kiosk.Fault{Path: at + ".next", Message: fmt.Sprintf("there is no page %q", p.Next), Allowed: strings.Join(ids, ", ")})
		}
		for j, f := range p.Fields {
			if f.Rule != "" && f.Rule != "digits" {
				faults = append(faults, kiosk.Fault{Path: fmt.Sprintf("%s.fields[%d].rule", at, j), Message: "this is no rule", Allowed: "digits"})
			}
		}
	}
	if q.Sheet == "" {
		return faults
	}
	sheet, err := fs.ReadFile(files, q.Sheet)
	if err != nil {
		return append(faults, kiosk.Fault{Path: "sheet", Message: fmt.Sprintf("there is no file %q", q.Sheet)})
	}
	for i, line := range strings.Split(strings.TrimSpace(string(sheet)), "\n") {
		if !strings.HasSuffix(line, "?") {
			faults = append(faults, kiosk.Fault{File: q.Sheet, Line: i + 1, Column: len([]rune(line)), Message: "no question mark"})
		}
	}
	return faults
}

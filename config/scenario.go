package config

import (
	"cmp"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"immersion/kiosk"
)

// scenarioFile is the name of the file that makes a folder a scenario.
const scenarioFile = "scenario.yaml"

// Scenario is what scenario.yaml says: one customer's story, told by the
// stations of a room.
type Scenario struct {
	Title       kiosk.Text   `yaml:"title" jsonschema:"required"`     // the scenario's name
	Languages   []string     `yaml:"languages" jsonschema:"required"` // tags like en or de-AT: what every text of the scenario speaks
	Customer    Customer     `yaml:"customer" jsonschema:"required"`  // whose story it is
	Assumptions []Assumption `yaml:"assumptions"`                     // questions answered at the entry and again at the exit
	Debrief     []kiosk.Text `yaml:"debrief"`                         // up to three questions for the talk after an opening
	Sound       Sound        `yaml:"sound"`                           // of the room's own loudspeakers
	Stations    []yaml.Node  `yaml:"stations" jsonschema:"required"`  // in the order of their numbers in the room
}

// Customer is whose story it is.
type Customer struct {
	Name    string     `yaml:"name" jsonschema:"required"`  // the name visitors are told
	Short   string     `yaml:"short"`                       // how questions call them: "How does Ruth feel now?"; without it their name
	Picture string     `yaml:"picture"`                     // a file: svg, png, jpg, webp, avif or gif; upright, 4 : 5
	Alt     kiosk.Text `yaml:"alt"`                         // the picture in words; needed with a picture
	About   kiosk.Text `yaml:"about" jsonschema:"required"` // who they are, in two sentences
	Goal    kiosk.Text `yaml:"goal" jsonschema:"required"`  // what they are trying to do
	Story   kiosk.Text `yaml:"story" jsonschema:"required"` // what a visitor reads in the first 30 seconds, about 90 words
	Heavy   kiosk.Text `yaml:"heavy"`                       // heavy content, named before the story: illness, death, debt
}

// Assumption is a question on how the customer will fare, answered from 0 to
// 10 at the entry and again at the exit.
type Assumption struct {
	ID   string     `yaml:"id" jsonschema:"required,pattern=^[a-z][a-z0-9-]*$,maxLength=64"` // keep it: the figures go by it
	Ask  kiosk.Text `yaml:"ask" jsonschema:"required"`                                       // the question
	Low  kiosk.Text `yaml:"low" jsonschema:"required"`                                       // what 0 means
	High kiosk.Text `yaml:"high" jsonschema:"required"`                                      // what 10 means
}

// Load reads the scenario in a folder, with every file it names. It returns
// the scenario, or every fault in the order of their places, never both.
// Files in the folder are read up to MaxScenario, and nothing is written.
func Load(fsys fs.FS, kinds []kiosk.Kind) (*kiosk.Scenario, []Fault) {
	s, told := newLoader(fsys).load(kinds)
	return s, failing(told)
}

// Check finds every fault of the scenario in a folder as Load does, those that
// show only when its stations make their files, and the warnings between them,
// which refuse nothing; and what its stations remark when nothing is wrong.
func Check(fsys fs.FS, kinds []kiosk.Kind) (told, remarks []Fault) {
	l := newLoader(fsys)
	l.makes = true
	s, told := l.load(kinds)
	if s != nil {
		told = append(told, warnWords(s, kinds)...)
		byPlace(told)
		for _, tell := range l.remarks {
			remarks = append(remarks, tell()...)
		}
	}
	return told, remarks
}

// load returns the scenario with warnings only, or none with faults.
func (l *loader) load(kinds []kiosk.Kind) (*kiosk.Scenario, []Fault) {
	hash := l.hash()
	if len(l.faults) > 0 {
		return nil, l.done()
	}
	var s *kiosk.Scenario
	if root := l.parse(scenarioFile); root != nil {
		p := part{l: l, file: scenarioFile, root: root, key: root}
		s = p.scenario(kinds)
	}
	own, worded := l.words(kinds)
	told := l.done()
	if len(failing(told)) > 0 {
		return nil, told
	}
	s.Hash, s.Files, s.Words, s.Worded = hash, l.fsys, own, worded
	return s, told
}

func (p part) scenario(kinds []kiosk.Kind) *kiosk.Scenario {
	var s Scenario
	languages := p.languages()
	p.decode("", p.root, &s, languages)
	if p.isBroken("") {
		return nil
	}
	p.text("title", s.Title)
	if len(s.Languages) == 0 {
		p.missing("languages", "tags like [en] or [en, de]")
	}
	p.customer(s.Customer)
	s.Customer.Short = cmp.Or(s.Customer.Short, s.Customer.Name)
	places := p.places(s.Stations, kinds, languages)
	p.l.pictures(s.Customer.Picture, places)
	return &kiosk.Scenario{
		Title:       s.Title,
		Languages:   s.Languages,
		Customer:    kiosk.Customer(s.Customer),
		Assumptions: p.assumptions(s.Assumptions),
		Places:      places,
		Debrief:     p.debrief(s.Debrief),
		Sound:       p.roomSound(s.Sound),
	}
}

// languages reads the file's languages ahead of the rest, which must speak
// them all.
func (p part) languages() []string {
	var tags []string
	_, list, _ := step(p.root, "languages")
	if list == nil || resolved(list).Kind != yaml.SequenceNode {
		return nil
	}
	for i, n := range resolved(list).Content {
		at, tag := fmt.Sprintf("languages[%d]", i), resolved(n).Value
		switch {
		case resolved(n).Kind != yaml.ScalarNode, resolved(n).ShortTag() == "!!null": // told by decode
		case !tagForm.MatchString(tag):
			p.fault(at, fmt.Sprintf("%q is not the tag of a language", shorten(tag)), "tags like en or de-AT", "")
		case slices.Contains(tags, tag):
			p.fault(at, fmt.Sprintf("%q stands here twice", tag), "each language once", "")
		default:
			tags = append(tags, tag)
		}
	}
	return tags
}

// text tells a text that is missing, or says nothing in some language.
func (p part) text(path string, t kiosk.Text) {
	if len(t) == 0 {
		p.missing(path, "text, or a map of languages to text")
		return
	}
	p.blank(path, t)
}

func (p part) blank(path string, t kiosk.Text) {
	for _, lang := range t.Languages() {
		if strings.TrimSpace(t[lang]) == "" {
			p.missing(strings.TrimSuffix(path+"."+lang, "."), "text")
		}
	}
}

func (p part) customer(c Customer) {
	if strings.TrimSpace(c.Name) == "" {
		p.missing("customer.name", "the name the visitor is told")
	}
	p.text("customer.about", c.About)
	p.text("customer.goal", c.Goal)
	p.text("customer.story", c.Story)
	p.blank("customer.heavy", c.Heavy)
	if c.Picture == "" {
		return
	}
	p.exists("customer.picture", c.Picture)
	if !slices.Contains(pictureEnds, pictureEnd(c.Picture)) {
		p.fault("customer.picture", fmt.Sprintf("%q is not a picture", shorten(c.Picture)), "a file ending in "+strings.Join(pictureEnds, ", "), "")
	}
	if len(c.Alt) == 0 {
		p.missing("customer.alt", "the picture in words, for who cannot see it")
	}
	p.blank("customer.alt", c.Alt)
}

// exists tells a file that is not in the folder.
func (p part) exists(path, file string) bool {
	info, err := fs.Stat(p.l.fsys, file)
	switch {
	case !fs.ValidPath(file) || strings.HasPrefix(file, ".") || strings.Contains(file, "/."):
		p.fault(path, fmt.Sprintf("%q is not the name of a file here", shorten(file)), "a path inside the scenario's folder, with slashes, no part of it with a dot in front", "")
	case err != nil || !info.Mode().IsRegular():
		p.fault(path, fmt.Sprintf("there is no file %q", shorten(file)), "a file in the scenario's folder", nearest(file, p.l.names()))
	default:
		return true
	}
	return false
}

// idForm is what ids of stations, assumptions and departments look like.
var idForm = regexp.MustCompile(`^[a-z][a-z0-9-]{0,63}$`)

const idAllowed = "a lower-case letter, then letters, digits and dashes, at most 64"

// ids finds ids that are missing, malformed, or there twice.
func (p part) ids(list string, ids []string) {
	first := map[string]int{}
	for i, id := range ids {
		at := fmt.Sprintf("%s[%d].id", list, i)
		line, _, _ := p.place(at)
		switch {
		case p.isBroken(at): // told already
		case id == "":
			p.missing(at, idAllowed)
		case !idForm.MatchString(id):
			p.fault(at, fmt.Sprintf("%q is not an id", shorten(id)), idAllowed, "")
		case first[id] > 0:
			p.fault(at, fmt.Sprintf("the id %q is taken on line %d", id, first[id]), "each id once", "")
		}
		first[id] = cmp.Or(first[id], line)
	}
}

// maxDebrief is how many questions a talk after an opening has: one each for
// what happened, what it means, and what is to be done.
const maxDebrief = 3

func (p part) debrief(questions []kiosk.Text) []kiosk.Text {
	if n := len(questions); n > maxDebrief {
		p.fault(fmt.Sprintf("debrief[%d]", maxDebrief), fmt.Sprintf("there are %d questions", n), fmt.Sprintf("%d at most", maxDebrief), "")
	}
	for i, q := range questions {
		p.text(fmt.Sprintf("debrief[%d]", i), q)
	}
	return questions
}

func (p part) assumptions(list []Assumption) []kiosk.AssumptionAsked {
	asked := make([]kiosk.AssumptionAsked, len(list))
	ids := make([]string, len(list))
	for i, a := range list {
		at := fmt.Sprintf("assumptions[%d]", i)
		asked[i], ids[i] = kiosk.AssumptionAsked(a), a.ID
		p.text(at+".ask", a.Ask)
		p.text(at+".low", a.Low)
		p.text(at+".high", a.High)
	}
	p.ids("assumptions", ids)
	return asked
}

package portal

import (
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"immersion/config"
	"immersion/kiosk"
	"immersion/kiosk/stationtest"
)

var update = flag.Bool("update", false, "write the golden files anew")

const maze = `
brand: {name: Maze, colour: "#4a3f8f", address: maze.example}
task: Get through.
start: a
success: {page: z, forms: [last]}
messages:
  - {id: code, by: text, from: Maze, text: "Your code: {code}"}
files:
  - {id: photo, name: photo.jpg, mb: 2}
pages:
  - id: a
    title: A
    blocks:
      - links: [{label: b, to: b}, {label: z, to: z}]
  - id: b
    title: B
    blocks:
      - form: {id: kind, fields: [FIELD], submit: go, to: c, instead: [{when: "WHEN", to: d}]}
  - id: c
    title: C
    blocks:
      - links: [{label: a, to: a}, LINK]
  - id: d
    title: D
    blocks:
      - form:
          id: last
          fields: [{id: code, label: Code, type: text, rules: [{required: true, error: Needed.}, RULE]}]
          submit: go
          to: z
          locks: {after: 3, to: locked}
      - links: [{label: a, to: a}]
  - id: locked
    title: Locked
    blocks:
      - links: [{label: a, to: a}]
  - id: z
    title: Z
    blocks:
      - links: [{label: a, to: a}]
`

// The shortest way through a maze, by what its conditions ask.
func TestWalk(t *testing.T) {
	choice := `{id: k, label: K, type: choice, options: [{id: x, label: X}, {id: y, label: Y}]}`
	number := `{id: k, label: K, type: number}`
	tests := []struct {
		name, field, when, link, rule string
		way                           string // "" if there is none
	}{
		{"a choice opens it", choice, "kind.k = 'y'", "", "", "a b d z"},
		{"any choice but one", choice, "kind.k != 'x'", "", "", "a b d z"},
		{"both at once cannot be", choice, "kind.k = 'x' and kind.k = 'y'", "", "", ""},
		{"a number between", number, "kind.k > 2 and kind.k < 3", "", "", "a b d z"},
		{"no number between", number, "kind.k > 3 and kind.k < 2", "", "", ""},
		{"only after having been there", choice, "seen c", "", "", "a b c a b d z"},
		{"the third time", choice, "views b >= 3", "", "", "a b c a b c a b d z"},
		{"a link from c", choice, "views b > 50", "{label: d, to: d, when: seen b}", "", "a b c d z"},
		{"a link that waits for another way", choice, "kind.k = 'x' and kind.k = 'y'", "{label: d, to: d, when: sent last}", "", ""},
		{"a file", `{id: k, label: K, type: file}`, "kind.k = 'photo.jpg'", "", "", "a b d z"},
		{"a file nobody has", `{id: k, label: K, type: file}`, "kind.k = 'other.jpg'", "", "", ""},
		{"a code without a message", choice, "kind.k = 'y'", "", "{code: code, error: Wrong.}", ""},
		{"a code that a link sends", choice, "kind.k = 'y'", "{label: send, error: Sent., sends: code}", "{code: code, error: Wrong.}", "a b c a b d z"},
		{"locked out first", choice, "kind.k = 'y' and (seen locked or tries last > 1)", "{label: d, to: d, when: views c < 2}", "", "a b c d z"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			with := strings.NewReplacer("FIELD", test.field, "WHEN", test.when, ", LINK", orNot(test.link), ", RULE", orNot(test.rule)).Replace(maze)
			s, faults := decode(t, with)
			got := ""
			if s.shortest != nil {
				got = strings.Join(pages(s.Start, s.shortest), " ")
			}
			if got != test.way {
				t.Errorf("the shortest way is %q, not %q: %v", got, test.way, faults)
			}
			if cannot := slices.ContainsFunc(faults, func(f config.Fault) bool { return strings.Contains(f.Message, "cannot be had") }); cannot != (test.way == "") {
				t.Errorf("faults: %v", faults)
			}
		})
	}
}

// recorded is the kind that lets one look at a station with faults.
type recorded struct {
	Kind
	s *Station
}

func (r *recorded) New() kiosk.Station {
	r.s = &Station{}
	return r.s
}

// decode reads a portal, and tells its own faults.
func decode(t *testing.T, with string) (*Station, []config.Fault) {
	t.Helper()
	r := &recorded{}
	_, faults := config.Load(fstest.MapFS{
		"scenario.yaml": {Data: []byte("title: T\nlanguages: [en]\ncustomer: {name: A, about: A., goal: A., story: A.}\n" +
			"stations: [{id: tried, kind: portal, title: T, with: with.yaml}]\n")},
		"with.yaml": {Data: []byte(with)},
	}, []kiosk.Kind{r})
	return r.s, slices.DeleteFunc(faults, func(f config.Fault) bool { return f.File != "with.yaml" })
}

func orNot(s string) string {
	if s == "" {
		return ""
	}
	return ", " + s
}

// Giving a wrong code three times leads to the page that locks it.
func TestLocks(t *testing.T) {
	with := strings.NewReplacer("FIELD", `{id: k, label: K, type: number}`, "WHEN", "kind.k = 1", ", LINK", "", ", RULE", "").Replace(maze)
	s, faults := decode(t, with)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	w := s.walker()
	f := w.explore(w.first, true)
	locked := slices.IndexFunc(f.order, func(at state) bool { return s.Pages[at.page].ID == "locked" })
	if locked < 0 {
		t.Fatal("nobody is locked out")
	}
	at, vain := f.order[locked], 0
	for at != w.first {
		if f.before[at].move.vain {
			vain++
		}
		at = f.before[at].from
	}
	if vain != 3 {
		t.Errorf("locked after %d vain tries", vain)
	}
}

// In portals made at random, the walk's way is one, is no longer than any that
// chance finds, and lostness is 0 on it alone.
func TestShortestIsShortest(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for n := range 200 {
		s := random(r)
		s.defaults()
		s.pages = map[string]*Page{}
		for i := range s.Pages {
			s.pages[s.Pages[i].ID] = &s.Pages[i]
		}
		w := s.walker()
		s.shortest = w.solve(w.first)
		for range 30 {
			views, done := stray(r, s, w)
			if !done {
				continue
			}
			if s.shortest == nil || len(views) < len(pages(s.Start, s.shortest)) {
				t.Fatalf("portal %d: chance went %v, the walk %v", n, views, pages(s.Start, s.shortest))
			}
			l, ok := s.lostness(views)
			if ok && (l < 0 || l > math.Sqrt2) {
				t.Fatalf("portal %d: lostness %v of %v", n, l, views)
			}
		}
		if s.shortest == nil {
			continue
		}
		way := pages(s.Start, s.shortest)
		if l, ok := s.lostness(way); !ok || len(way) == s.least() && l != 0 {
			t.Errorf("portal %d: lostness %v on the shortest way %v", n, l, way)
		}
		twice, _ := s.lostness(append(slices.Clone(way), way...))
		if once, _ := s.lostness(way); twice <= once {
			t.Errorf("portal %d: going twice is less lost: %v, %v", n, twice, once)
		}
	}
}

// random makes a portal of a few pages with links, some on conditions.
func random(r *rand.Rand) *Station {
	const size = 6
	id := func() string { return fmt.Sprintf("p%d", r.IntN(size)) }
	s := &Station{Start: "p0", Success: Success{Page: "p5"}}
	for i := range size {
		p := Page{ID: fmt.Sprintf("p%d", i), Title: kiosk.Same("P")}
		for range 1 + r.IntN(3) {
			l := Link{Label: kiosk.Same("L"), To: id()}
			if r.IntN(3) == 0 {
				l.When, _ = parse([]string{"seen " + id(), "not seen " + id(), "views " + id() + " > 1"}[r.IntN(3)])
			}
			p.Blocks = append(p.Blocks, Block{Links: []Link{l}})
		}
		s.Pages = append(s.Pages, p)
	}
	return s
}

// stray goes where chance leads, up to the success or 40 steps.
func stray(r *rand.Rand, s *Station, w *walker) (views []string, done bool) {
	at := w.first
	for views = []string{s.Start}; len(views) < 40; {
		if w.succeeds(at) {
			return views, true
		}
		moves := w.moves(at, false)
		if len(moves) == 0 {
			return views, false
		}
		m := moves[r.IntN(len(moves))]
		at, views = m.next, append(views, m.to)
	}
	return views, false
}

// A portal whose conditions ask too much at once is refused rather than walked for ever.
func TestTooTangled(t *testing.T) {
	s := &Station{Start: "p0", Success: Success{Page: "p0", Forms: nil}}
	for i := range 24 {
		id := fmt.Sprintf("p%d", i)
		p := Page{ID: id, Title: kiosk.Same("P")}
		for j := range 24 {
			when, err := parse(fmt.Sprintf("views p%d < 5", j))
			if err != nil {
				t.Fatal(err)
			}
			p.Blocks = append(p.Blocks, Block{When: when, Links: []Link{{Label: kiosk.Same("L"), To: fmt.Sprintf("p%d", j)}}})
		}
		s.Pages = append(s.Pages, p)
	}
	w := s.walker()
	if f := w.explore(w.first, true); f.whole {
		t.Errorf("walked %d states", len(f.order))
	}
}

func TestRemarks(t *testing.T) {
	s, _ := loaded(t, stationtest.Case{})
	told := s.Remarks()
	if len(told) != 1 || told[0].Path != "success" || !strings.Contains(told[0].Message, "R is 3: the shortest way is home, me, thanks") {
		t.Errorf("said %+v", told)
	}
	with := strings.NewReplacer("FIELD", `{id: k, label: K, type: number}`, "WHEN", "kind.k = 1 and not seen c", ", LINK", "", ", RULE", "").Replace(maze)
	s, faults := decode(t, with)
	if told = s.Remarks(); len(faults) > 0 || !slices.ContainsFunc(told, func(r kiosk.Remark) bool {
		return r.Path == "pages[2]" && strings.Contains(r.Message, `on "c" somebody may stand who can get it done no more`)
	}) {
		t.Errorf("said %+v, faults %v", told, faults)
	}
}

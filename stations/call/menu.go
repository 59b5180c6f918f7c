package call

import (
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"

	"immersion/kiosk"
	"immersion/media"
)

// Menu is the machine that the customer went through before anybody answered.
type Menu struct {
	Starts  int64      `yaml:"starts" json:"starts"`             // ms of the recording at which the call goes on after it; its begin without it
	Unknown kiosk.Text `yaml:"unknown" json:"unknown,omitempty"` // what it says to a key that means nothing; optional
	Pages   []MenuPage `yaml:"pages" json:"pages"`               // what it says; the first one answers
}

// MenuPage is one thing that the menu says, and the keys it then takes.
type MenuPage struct {
	ID    string     `yaml:"id" json:"id"`                 // lower-case letters, digits, dashes
	Says  kiosk.Text `yaml:"says" json:"says"`             // its words; they are shown, and read out where sound names a file
	Sound string     `yaml:"sound" json:"sound,omitempty"` // file: its words spoken; optional
	Keys  []MenuKey  `yaml:"keys" json:"keys"`             // what can be pressed
	Dead  bool       `yaml:"dead" json:"dead,omitempty"`   // the line goes dead after it: there are no keys, the customer calls again
}

// MenuKey is a key and where it leads.
type MenuKey struct {
	Key string `yaml:"key" json:"key"` // "0" to "9", "*" or "#", in quotes
	To  string `yaml:"to" json:"to"`   // id of a page, or "call"
}

// theCall is where a menu must lead in the end.
const theCall = "call"

// again is the key of who calls again after a dead end.
const again = ""

var (
	pageID   = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,47}$`)
	aKey     = regexp.MustCompile(`^[0-9*#]$`)
	keysSaid = `one of "0" to "9", "*" and "#", in quotes`
)

// begins is where in the recording the call begins for the visitor, in ms.
func (s *Station) begins() int64 {
	if s.Menu == nil {
		return 0
	}
	return s.Menu.Starts
}

// menuPage is nil where the menu has no such page.
func (s *Station) menuPage(id string) *MenuPage {
	if s.Menu != nil {
		for i := range s.Menu.Pages {
			if s.Menu.Pages[i].ID == id {
				return &s.Menu.Pages[i]
			}
		}
	}
	return nil
}

// leads is where a key leads from a page; to the page itself if it means nothing there.
func (s *Station) leads(p *MenuPage, key string) string {
	if p.Dead && key == again {
		return s.Menu.Pages[0].ID
	}
	for _, k := range p.Keys {
		if k.Key == key {
			return k.To
		}
	}
	return p.ID
}

// far is how many keys the call is away from each page; pages from which no
// key leads there are not in it.
func (m *Menu) far() map[string]int {
	far := map[string]int{theCall: 0}
	for range m.Pages {
		for _, p := range m.Pages {
			for _, k := range p.Keys {
				if n, ok := far[k.To]; ok && (far[p.ID] == 0 || n+1 < far[p.ID]) {
					far[p.ID] = n + 1
				}
			}
		}
	}
	return far
}

func (s *Station) checkMenu(c *check, files fs.FS, heard bool) {
	m := s.Menu
	if m == nil {
		return
	}
	if m.Starts < 0 || heard && m.Starts >= s.sound.Duration {
		c.add("menu.starts", "there is nothing of the recording left after the menu", fmt.Sprintf("0 to less than %d ms", s.sound.Duration))
	}
	if len(m.Pages) == 0 {
		c.add("menu.pages", "the menu says nothing", "at least one page")
		return
	}
	ids := []string{theCall}
	for _, p := range m.Pages {
		ids = append(ids, p.ID)
	}
	before := len(c.faults)
	seen := map[string]bool{theCall: true}
	for i := range m.Pages {
		s.checkPage(c, files, i, ids, seen)
	}
	if len(c.faults) == before {
		m.checkWays(c)
	}
}

func (s *Station) checkPage(c *check, files fs.FS, i int, ids []string, seen map[string]bool) {
	p := s.Menu.Pages[i]
	at := fmt.Sprintf("menu.pages[%d].", i)
	switch {
	case !pageID.MatchString(p.ID):
		c.add(at+"id", fmt.Sprintf("%q cannot be an id", p.ID), "lower-case letters, digits and dashes, at most 48")
	case seen[p.ID]:
		c.add(at+"id", fmt.Sprintf("%q is taken", p.ID), "an id of its own; “call” is the call itself")
	}
	seen[p.ID] = true
	c.text(at+"says", p.Says, "the menu says nothing here, so who cannot hear is left out")
	checkPrompt(c, files, at+"sound", p.Sound)
	if p.Dead != (len(p.Keys) == 0) {
		c.add(at+"keys", "either a page takes keys or the line goes dead after it", "keys, or “dead: true”")
	}
	taken := map[string]bool{}
	for j, k := range p.Keys {
		key := fmt.Sprintf("%skeys[%d].", at, j)
		switch {
		case !aKey.MatchString(k.Key):
			c.add(key+"key", fmt.Sprintf("a telephone has no key %q", k.Key), keysSaid)
		case taken[k.Key]:
			c.add(key+"key", fmt.Sprintf("the key %s leads somewhere else already", k.Key), keysSaid)
		}
		taken[k.Key] = true
		if !slices.Contains(ids, k.To) {
			c.add(key+"to", fmt.Sprintf("the menu has no page %q", k.To), strings.Join(ids, ", "))
		}
	}
}

// checkPrompt hears the spoken words of a page to their end.
func checkPrompt(c *check, files fs.FS, path, name string) {
	if name == "" {
		return
	}
	f, err := files.Open(name)
	if err != nil {
		c.add(path, readFault(name, err), "a file of the scenario")
		return
	}
	defer f.Close()
	sound, err := media.Scan(f)
	switch {
	case err == nil && sound.Anew:
		c.add(path, name+" plays in no browser", mend(name, media.ErrFormat))
	case err != nil:
		c.add(path, fmt.Sprintf("%s cannot be played: %v", name, err), mend(name, err))
	}
}

// checkWays sees to it that every page is reached, and leads to the call or
// says that it is a dead end.
func (m *Menu) checkWays(c *check) {
	reached := map[string]bool{m.Pages[0].ID: true}
	for range m.Pages {
		for _, p := range m.Pages {
			for _, k := range p.Keys {
				reached[k.To] = reached[k.To] || reached[p.ID]
			}
		}
	}
	far := m.far()
	for i, p := range m.Pages {
		at := fmt.Sprintf("menu.pages[%d]", i)
		if !reached[p.ID] {
			c.add(at, fmt.Sprintf("no key leads to %q", p.ID), "a key of a page that is reached")
		}
		if far[p.ID] == 0 && (!p.Dead || i == 0) {
			c.add(at, fmt.Sprintf("no key leads from %q to the call", p.ID), "a way to “call”, or keys that lead to one")
		}
	}
}

// tried is what a visitor did in the menu.
type tried struct {
	pressed int // keys
	wrong   int // of them, those that brought the call no nearer
	steps   []kiosk.Edge
}

func (s *Station) tried(stop *kiosk.Stop) tried {
	var t tried
	if s.Menu == nil {
		return t
	}
	far := s.Menu.far()
	for _, b := range kiosk.Bodies[Pressed](stop, pressedFact) {
		p := s.menuPage(b.Page)
		if p == nil {
			continue
		}
		to := s.leads(p, b.Key)
		t.step(p.ID, to)
		if b.Key == again {
			continue
		}
		t.pressed++
		if n, ok := far[to]; !ok || n >= far[p.ID] {
			t.wrong++
		}
	}
	return t
}

func (t *tried) step(from, to string) {
	for i, e := range t.steps {
		if e.From == from && e.To == to {
			t.steps[i].Count++
			return
		}
	}
	t.steps = append(t.steps, kiosk.Edge{From: from, To: to, Count: 1})
}

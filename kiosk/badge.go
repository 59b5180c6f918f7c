package kiosk

import (
	"math/rand/v2"
	"strings"
)

// codeLetters do not look like one another, and make no words.
const codeLetters = "BCDFGHJKMNPQRTVWXY346789"

// MaxSheet is how many badges are printed at once.
const MaxSheet = 60

// badgeColours are few, so that they are told apart across a room, and named
// by a word everybody knows. Those that look alike to the colour-blind differ
// in their pattern.
var badgeColours = []struct{ word, colour, pattern string }{
	{"Amber", "#e6a100", "plain"}, {"Azure", "#1478c4", "waves"}, {"Cherry", "#b3123b", "stripes"},
	{"Chestnut", "#6b3a1e", "dots"}, {"Coral", "#f0785f", "zigzag"}, {"Forest", "#1f6b3a", "checks"},
	{"Indigo", "#3b34a3", "plain"}, {"Lilac", "#b594e3", "checks"}, {"Mint", "#86d6b4", "waves"},
	{"Rose", "#f3a2ba", "dots"}, {"Slate", "#4a5763", "stripes"}, {"Teal", "#0b7379", "zigzag"},
}

var badgeAnimals = []string{
	"Badger", "Beaver", "Bison", "Camel", "Crane", "Dolphin", "Eagle", "Falcon", "Ferret", "Finch",
	"Fox", "Gecko", "Hare", "Hedgehog", "Heron", "Koala", "Lark", "Lemur", "Lynx", "Magpie",
	"Marten", "Mole", "Newt", "Otter", "Owl", "Panda", "Puffin", "Raven", "Robin", "Salmon",
	"Seal", "Stork", "Swift", "Tapir", "Turtle", "Walrus", "Whale", "Wolf", "Wombat", "Wren",
}

var badgeShapes = []string{"disc", "square", "triangle", "diamond", "star", "cross", "ring", "moon"}

// newBadge draws a badge whose code nobody has, and that looks as little as
// can be like those that others wear now.
// Those of a rehearsal are drawn apart.
func (r *Room) newBadge(worn []Badge, rehearsal bool) Badge {
	var best Badge
	least := -1
	for range 32 {
		b := drawBadge()
		if rehearsal {
			b.Code = rehearsalBadge + b.Code
		}
		like := 0
		for _, o := range worn {
			like += likeness(b, o)
		}
		if _, ok := r.printed[b.Code]; ok {
			continue
		}
		if least < 0 || like < least {
			best, least = b, like
		}
	}
	return best
}

func drawBadge() Badge {
	c := badgeColours[rand.IntN(len(badgeColours))]
	code := make([]byte, 4)
	for i := range code {
		code[i] = codeLetters[rand.IntN(len(codeLetters))]
	}
	return Badge{
		Words:  c.word + " " + badgeAnimals[rand.IntN(len(badgeAnimals))],
		Colour: c.colour, Pattern: c.pattern, Shape: badgeShapes[rand.IntN(len(badgeShapes))], Code: string(code),
	}
}

// likeness is how easily one badge is taken for another across the room.
func likeness(a, b Badge) int {
	_, animal, _ := strings.Cut(a.Words, " ")
	like := 0
	if a.Words == b.Words {
		like += 64
	}
	if a.Code == b.Code {
		like += 1 << 20 // never
	}
	if strings.HasSuffix(b.Words, " "+animal) {
		like += 4
	}
	if a.Colour == b.Colour {
		like += 2
		if a.Shape == b.Shape {
			like += 16
		}
	}
	return like
}

// worn are the badges of the open visits, and those that entries offer, in one
// of the two crowds.
func (r *Room) worn(rehearsal bool) []Badge {
	worn := make([]Badge, 0, len(r.visits)+len(r.offers))
	for _, v := range r.visits {
		if !v.Closed() && v.Synthetic == rehearsal {
			worn = append(append(worn, v.Badge), v.others...)
		}
	}
	for screen, o := range r.offers {
		if Rehearses(screen) == rehearsal {
			worn = append(worn, o)
		}
	}
	return worn
}

func (b Badge) valid() bool {
	return b.Code != "" && len(b.Code) <= 16 && len(b.Words) <= 64 && len(b.Colour) <= 16 &&
		len(b.Shape) <= 16 && len(b.Pattern) <= 16
}

// ValidCode tells whether a text can be a badge's code.
func ValidCode(code string) bool {
	return len(code) == 4 && strings.Trim(code, codeLetters) == ""
}

// NewSheet draws n badges, at most MaxSheet, for paper.
func (r *Room) NewSheet(n int) Sheet {
	r.mu.Lock()
	defer r.mu.Unlock()
	var s Sheet
	for range min(n, MaxSheet) {
		s.Badges = append(s.Badges, r.newBadge(s.Badges, false))
	}
	return s
}

// Printed finds a badge on paper that nobody wears now: NotFound when there is
// no such badge, Conflict while somebody wears it.
func (r *Room) Printed(code string) (Badge, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	b, ok := r.printed[code]
	switch {
	case !ok:
		return Badge{}, Errorf(NotFound, "no badge was printed with this code")
	case r.byCode(code, false) != nil:
		return Badge{}, Errorf(Conflict, "a visitor in the room wears this badge")
	}
	return b, nil
}

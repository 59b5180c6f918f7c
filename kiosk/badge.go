package kiosk

import "math/rand/v2"

// codeLetters do not look like one another, and make no words.
const codeLetters = "BCDFGHJKMNPQRTVWXY346789"

// badgeColours goes with badgeAdjectives: what the word says is what one
// sees, so the colour-blind read the colour.
var badgeAdjectives = []struct{ word, colour string }{
	{"Amber", "#b45309"}, {"Azure", "#1d6fa5"}, {"Bronze", "#8a5a2b"}, {"Cherry", "#b3123b"},
	{"Cobalt", "#1f4fa8"}, {"Copper", "#9a4a1c"}, {"Coral", "#c2483d"}, {"Emerald", "#0f7a4d"},
	{"Forest", "#2f6b2f"}, {"Garnet", "#8d1f3c"}, {"Indigo", "#4338a8"}, {"Jade", "#1c7c6a"},
	{"Lilac", "#7d4fa3"}, {"Maroon", "#7a1f2b"}, {"Moss", "#5b6b1e"}, {"Ochre", "#93650b"},
	{"Plum", "#7b2d6b"}, {"Ruby", "#a8173f"}, {"Slate", "#4a5a6a"}, {"Teal", "#0f7480"},
}

var badgeAnimals = []string{
	"Badger", "Beaver", "Bison", "Camel", "Crane", "Curlew", "Dolphin", "Eagle", "Falcon", "Ferret",
	"Finch", "Fox", "Gecko", "Hare", "Hedgehog", "Heron", "Ibex", "Koala", "Lark", "Lemur",
	"Lynx", "Magpie", "Marten", "Mole", "Newt", "Otter", "Owl", "Panda", "Puffin", "Raven",
	"Robin", "Salmon", "Seal", "Stork", "Swift", "Tapir", "Turtle", "Walrus", "Wombat", "Wren",
}

// newBadge draws a badge that neither an open visit nor another entry has.
func (r *Room) newBadge() Badge {
	for {
		c := badgeAdjectives[rand.IntN(len(badgeAdjectives))]
		b := Badge{Words: c.word + " " + badgeAnimals[rand.IntN(len(badgeAnimals))], Colour: c.colour}
		code := make([]byte, 4)
		for i := range code {
			code[i] = codeLetters[rand.IntN(len(codeLetters))]
		}
		b.Code = string(code)
		if !r.worn(b) {
			return b
		}
	}
}

// worn tells whether code or words are taken; words may be shared once most
// of the 800 pairs are out.
func (r *Room) worn(b Badge) bool {
	same := func(o Badge) bool { return o.Code == b.Code || o.Words == b.Words && len(r.visits) < 400 }
	for _, v := range r.visits {
		if !v.Closed() && same(v.Badge) {
			return true
		}
	}
	for _, o := range r.offers {
		if same(o) {
			return true
		}
	}
	return false
}

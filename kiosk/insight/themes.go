package insight

import (
	"cmp"
	"embed"
	"maps"
	"math"
	"slices"
	"strings"
	"unicode"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/german"
)

//go:embed stop/*.txt
var stopFiles embed.FS

// tongue is what themes need to know of a language.
type tongue struct {
	stem func(*snowballstem.Env) bool
	stop map[string]bool
}

// tongues are the languages that themes are found in. Words in others are
// read, but no themes are made of them.
var tongues = map[string]tongue{"en": {english.Stem, stopWords("en")}, "de": {german.Stem, stopWords("de")}}

func stopWords(language string) map[string]bool {
	doc, err := stopFiles.ReadFile("stop/" + language + ".txt")
	if err != nil {
		panic(err) // it is embedded
	}
	stop := map[string]bool{}
	for _, w := range strings.Fields(string(doc)) {
		stop[w] = true
	}
	return stop
}

// token is a word that carries meaning, with its stem; a gap stands for what
// carries none.
type token struct{ word, stem string }

// tokens reads a text in a language; nil in one that is not known. A token
// without a stem parts two that do not stand together.
func tokens(text, language string) []token {
	language, _, _ = strings.Cut(language, "-")
	t, ok := tongues[language]
	if !ok {
		return nil
	}
	var all []token
	for _, word := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && r != '\'' && r != '’' && r != '-' && r != '.' && r != ',' && r != ';' && r != '!' && r != '?'
	}) {
		bare := strings.Trim(strings.ReplaceAll(word, "’", "'"), "'-.,;!?")
		if len([]rune(bare)) < 3 || t.stop[bare] {
			all = append(all, token{})
			continue
		}
		env := snowballstem.NewEnv(strings.TrimSuffix(bare, "'s"))
		t.stem(env)
		all = append(all, token{bare, language + ":" + env.Current()})
		if strings.ContainsAny(word[len(word)-1:], ".,;!?") {
			all = append(all, token{})
		}
	}
	return all
}

// pair is two stems side by side.
type pair [2]string

func (p pair) theme() string {
	_, second, _ := strings.Cut(p[1], ":")
	return p[0] + " " + second
}

// pairs lists the stems that stand side by side.
func pairs(all []token) []pair {
	var list []pair
	for i := 1; i < len(all); i++ {
		if all[i-1].stem != "" && all[i].stem != "" {
			list = append(list, pair{all[i-1].stem, all[i].stem})
		}
	}
	return list
}

// surely is where a log-likelihood ratio is above chance with p < 0.001: the
// chi-squared distribution with one degree of freedom.
const surely = 10.83

// collocations are the pairs that stand together more often than chance has
// it, by the log-likelihood ratio of Dunning, "Accurate methods for the
// statistics of surprise and coincidence" (Computational Linguistics 19, 1993).
func collocations(texts [][]token) map[pair]bool {
	together, first, second, n := map[pair]float64{}, map[string]float64{}, map[string]float64{}, 0.0
	for _, t := range texts {
		for _, p := range pairs(t) {
			together[p]++
			first[p[0]]++
			second[p[1]]++
			n++
		}
	}
	found := map[pair]bool{}
	for p, k := range together {
		a, b := first[p[0]], second[p[1]]
		if k*n > a*b && likelihood(k, a-k, b-k, n-a-b+k) >= surely {
			found[p] = true
		}
	}
	return found
}

// likelihood is the ratio of a table of four counts, −2 log λ.
func likelihood(both, one, other, neither float64) float64 {
	h := func(counts ...float64) float64 {
		sum, total := 0.0, 0.0
		for _, c := range counts {
			if c > 0 {
				sum += c * math.Log(c)
			}
			total += c
		}
		return sum - total*math.Log(max(total, 1))
	}
	return 2 * (h(both, one, other, neither) - h(both+one, other+neither) - h(both+other, one+neither))
}

// themesOf lists the themes of a text: its stems, and the collocations in it.
func themesOf(t []token, known map[pair]bool) []string {
	found := map[string]bool{}
	for _, w := range t {
		if w.stem != "" {
			found[w.stem] = true
		}
	}
	for _, p := range pairs(t) {
		if known[p] {
			found[p.theme()] = true
		}
	}
	return slices.Sorted(maps.Keys(found))
}

// forms gives each theme the form that most visits wrote it in, if that are
// enough; by is the visits behind each form of each theme.
func forms(by map[string]map[string]map[int64]bool, enough int) map[string]string {
	best := map[string]string{}
	for theme, written := range by {
		words := slices.SortedFunc(maps.Keys(written), func(a, b string) int {
			return cmp.Or(cmp.Compare(len(written[b]), len(written[a])), cmp.Compare(a, b))
		})
		if len(words) > 0 && len(written[words[0]]) >= enough {
			best[theme] = words[0]
		}
	}
	return best
}

package kiosk

// Facts of the room's own that say what is done with visitors' words and who
// read what. Words are named by the ids that insight gives them, which are no
// ids of facts.
const (
	WordsShown   = "words.shown"   // WordsBatch; these lay before the organiser
	WordsJudged  = "words.judged"  // WordsJudgement; of one of them
	WordsPassed  = "words.passed"  // WordsPass; the rest of a batch may be read by managers
	ThemeNamed   = "theme.named"   // ThemeName
	ThemeMerged  = "theme.merged"  // ThemeMerge
	InsightsRead = "insights.read" // Reading; somebody read a release or words
	DebriefEnded = "debrief.ended" // DebriefEnd
)

// MinBatch is how many words an organiser is shown at once, at least.
const MinBatch = 10

// WordsBatch is what an organiser was shown together.
type WordsBatch struct {
	Words []string `json:"words"` // ids, shuffled
}

// WordsJudgement is what an organiser did to one visitor's words. The newest
// judgement of each pair counts.
type WordsJudgement struct {
	Words string `json:"words"` // id
	Did   string `json:"did"`   // "mask", "restore"; "flag" as sensitive, "unflag"
}

// WordsPass ends the look at a batch.
type WordsPass struct {
	Batch string `json:"batch"` // id of its words.shown
}

// ThemeName gives a theme the organiser's name; "" gives it back its own.
type ThemeName struct {
	Theme string `json:"theme"` // "en:wait"
	Name  string `json:"name"`
}

// ThemeMerge counts a theme with another from now on; Into "" parts them again.
type ThemeMerge struct {
	Theme string `json:"theme"`
	Into  string `json:"into"`
}

// Reading is what somebody read; By tells their role.
type Reading struct {
	What     string `json:"what"`     // "release", "words", "csv" …
	Scenario string `json:"scenario"` // hash, "" for the one visited last
	Cohort   string `json:"cohort,omitempty"`
}

// DebriefEnd ends the debrief of an opening: its sentences are shown no more.
type DebriefEnd struct {
	Opening string `json:"opening"`
}

// ofInsights tells whether a fact is one of these: it moves nothing in the room.
func (f Fact) ofInsights() bool {
	switch f.Type {
	case WordsShown, WordsJudged, WordsPassed, ThemeNamed, ThemeMerged, InsightsRead, DebriefEnded:
		return true
	}
	return false
}

// checkWords is check for the facts of this file.
func (f Fact) checkWords() (any, error) {
	switch f.Type {
	case WordsShown:
		return checked(f, func(b WordsBatch) bool { return len(b.Words) >= MinBatch && len(b.Words) <= 10*MinBatch }, "has 10 to 100 words")
	case WordsJudged:
		return checked(f, func(b WordsJudgement) bool {
			return b.Words != "" && (b.Did == "mask" || b.Did == "restore" || b.Did == "flag" || b.Did == "unflag")
		}, `needs words and "mask", "restore", "flag" or "unflag"`)
	case WordsPassed:
		return checked(f, func(b WordsPass) bool { return b.Batch != "" }, "needs a batch")
	case ThemeNamed:
		return checked(f, func(b ThemeName) bool { return b.Theme != "" && len(b.Theme) <= 128 && len(b.Name) <= 64 }, "needs a theme and a name of at most 64 bytes")
	case ThemeMerged:
		return checked(f, func(b ThemeMerge) bool {
			return b.Theme != "" && b.Theme != b.Into && len(b.Theme) <= 128 && len(b.Into) <= 128
		}, "needs two themes")
	case InsightsRead:
		return checked(f, func(b Reading) bool { return b.What != "" }, "tells what was read")
	case DebriefEnded:
		return checked(f, func(b DebriefEnd) bool { return b.Opening != "" }, "needs an opening")
	}
	return f.checkDesk()
}

// Told is one piece of a visitor's words.
type Told struct {
	ID      string // unique in the visit
	Kind    string // "note", "sentence" or "pledge"
	Section Section
	Text    string
	Debrief bool // the writer chose to show it in the debrief
}

// Told lists the words of a visit that may be read by others at all: of one
// that counts and was finished by the visitor at the exit.
func (v *Visit) Told() []Told {
	if !v.Counts() || !v.Finished {
		return nil
	}
	var all []Told
	for _, n := range v.Map() {
		if n.Text != "" {
			all = append(all, Told{ID: n.ID, Kind: "note", Section: n.Section, Text: n.Text})
		}
	}
	if v.Sentence != "" {
		all = append(all, Told{ID: "sentence", Kind: "sentence", Text: v.Sentence, Debrief: v.ShowSentence})
	}
	if v.Pledge.Text != "" {
		all = append(all, Told{ID: "pledge", Kind: "pledge", Text: v.Pledge.Text})
	}
	return all
}

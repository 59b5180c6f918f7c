package insight

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"immersion/kiosk"
)

// room is a journal's worth of facts.
type room struct {
	own    []kiosk.Fact
	visits map[int64]*kiosk.Visit
}

func (r *room) Own(_ context.Context, after int64, each func(int64, kiosk.Fact)) error {
	for i, f := range r.own {
		if int64(i) >= after {
			each(int64(i)+1, f)
		}
	}
	return nil
}

func (r *room) Fold(_ context.Context, no int64) (*kiosk.Visit, error) {
	if v, ok := r.visits[no]; ok {
		return v, nil
	}
	return nil, kiosk.Errorf(kiosk.NotFound, "no visit %d", no)
}

// tell writes one of the room's own facts and gives its id.
func (r *room) tell(typ string, body any) string {
	f, err := kiosk.NewFact(time.Now(), typ, "organiser", body)
	if err != nil {
		panic(err)
	}
	r.own = append(r.own, f)
	return f.ID
}

// visit makes a finished visit of one note, one sentence and maybe a pledge.
func (r *room) visit(no int64, opening, note, sentence string, debrief bool) kiosk.Contribution {
	if r.visits == nil {
		r.visits = map[int64]*kiosk.Visit{}
	}
	s, _ := scenarios("s")
	v := kiosk.NewVisit(kiosk.NewID(), no, s)
	at := time.Now().Add(-time.Hour)
	add := func(typ string, body any) {
		at = at.Add(time.Second)
		f, _ := kiosk.NewFact(at, typ, "", body)
		f.Visit, f.Station = v.ID, "call"
		v.Add(f)
	}
	add(kiosk.VisitOpened, kiosk.Opened{Scenario: "s", Opening: opening, Language: "en", Party: 1, Badge: kiosk.Badge{Words: "Amber Otter", Code: "AB12"}, Department: "it"})
	add(kiosk.NotePut, kiosk.NoteEdit{Note: kiosk.NewID(), Section: kiosk.Hear, Text: note})
	if sentence != "" {
		add(kiosk.SentenceTold, kiosk.Sentence{Text: sentence, Debrief: debrief})
	}
	add(kiosk.VisitFinished, struct{}{})
	r.visits[no] = v
	c, _ := v.Contribution()
	return c
}

func started(t *testing.T, r *room, store Store) *Insight {
	t.Helper()
	in, err := New(t.Context(), Deps{Settings: kiosk.Settings{K: 3, WordsK: 10, Departments: departments}, Scenarios: scenarios, Store: store, Source: r})
	if err != nil {
		t.Fatal(err)
	}
	return in
}

func settle(t *testing.T, in *Insight, all []kiosk.Contribution) {
	t.Helper()
	if _, err := in.Update(t.Context(), each(all)); err != nil {
		t.Fatal(err)
	}
}

// passBatch lets the next words pass and gives what the organiser saw.
func passBatch(t *testing.T, in *Insight, r *room) []Word {
	t.Helper()
	b, err := in.Next(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	batch := r.tell(kiosk.WordsShown, b)
	m, err := in.desk.moderation(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	r.tell(kiosk.WordsPassed, kiosk.WordsPass{Batch: batch})
	return m.Batches[0].Words
}

const waited = "She waited so long, nobody called her back."

func TestWordsWaitForTheOrganiserAndForOthers(t *testing.T) {
	r, store := &room{}, &memory{rows: map[string][]byte{}}
	in := started(t, r, store)
	var all []kiosk.Contribution
	for no := int64(1); no <= 9; no++ {
		all = append(all, r.visit(no, "", fmt.Sprintf("note %d by a very careful hand", no), "I wait.", false))
		settle(t, in, all)
		if _, err := in.Next(t.Context()); err == nil {
			t.Fatalf("a batch of words of %d visits", no)
		}
	}
	all = append(all, r.visit(10, "", "note 10", "I wait.", false))
	settle(t, in, all)
	if w, _ := in.Words(""); !w.TooFew || len(w.Words) != 0 {
		t.Fatalf("managers read before the organiser: %+v", w)
	}
	seen := passBatch(t, in, r)
	if len(seen) != 20 {
		t.Errorf("the organiser saw %d of 20 words", len(seen))
	}
	doc, _ := json.Marshal(seen)
	for _, never := range []string{"Amber", "AB12", `"it"`, "call", r.visits[1].ID, "visit"} {
		if strings.Contains(string(doc), never) {
			t.Errorf("the organiser's batch tells %q: %s", never, doc)
		}
	}
	settle(t, in, all)
	if w, _ := in.Words("s"); w.TooFew || len(w.Words) != 20 {
		t.Errorf("managers read %d words, too few %v", len(w.Words), w.TooFew)
	}
	if got := workbook(t, in, "words"); len(got) != 21 || len(got[1]) != 5 || !strings.Contains(fmt.Sprint(got), "by a very careful hand") {
		t.Errorf("the workbook has the words %q", got)
	}
	if again := started(t, r, store); again != nil { // the ids are the same after a restart
		settle(t, again, all)
		w, _ := again.Words("s")
		if b, _ := in.Words("s"); !slices.Equal(w.Words, b.Words) {
			t.Error("after a restart the words are others")
		}
	}
}

func TestMaskRestoreFlagWithdraw(t *testing.T) {
	r := &room{}
	in := started(t, r, &memory{rows: map[string][]byte{}})
	var all []kiosk.Contribution
	for no := int64(1); no <= 12; no++ {
		all = append(all, r.visit(no, "", fmt.Sprintf("secret number %d", no), "", false))
	}
	settle(t, in, all)
	seen := passBatch(t, in, r)
	reads := func(id string) bool {
		settle(t, in, all)
		w, _ := in.Words("s")
		return slices.ContainsFunc(w.Words, func(w Word) bool { return w.ID == id })
	}
	for _, c := range []struct {
		did  string
		read bool
	}{{"mask", false}, {"restore", true}, {"flag", false}, {"unflag", true}} {
		r.tell(kiosk.WordsJudged, kiosk.WordsJudgement{Words: seen[0].ID, Did: c.did})
		if reads(seen[0].ID) != c.read {
			t.Errorf("after %s managers read it: %v", c.did, !c.read)
		}
	}
	text := r.visits[12].Map()[0].Text
	all = all[:11] // the twelfth withdraws
	settle(t, in, all)
	m, _ := in.desk.moderation(t.Context())
	w, _ := in.Words("s")
	if doc, _ := json.Marshal([]any{m, w}); strings.Contains(string(doc), text) {
		t.Errorf("words of a visit that was withdrawn: %s", doc)
	}
	if len(w.Words) != 11 {
		t.Errorf("%d words are left of 11", len(w.Words))
	}
}

func TestThemes(t *testing.T) {
	r, store := &room{}, &memory{rows: map[string][]byte{}}
	in := started(t, r, store)
	themes := func() Themes {
		th, err := in.Themes(t.Context(), "")
		if err != nil {
			t.Fatal(err)
		}
		return th
	}
	var all []kiosk.Contribution
	for no := int64(1); no <= 12; no++ {
		note := "waiting for the engineer again, and the hold music"
		if no > 10 {
			note = "Waited. A purple elephant came."
		}
		all = append(all, r.visit(no, "", note, "", false))
	}
	settle(t, in, all)
	if got := workbook(t, in, "themes"); len(got) != 2 || got[1][0] != "too little text" {
		t.Errorf("the workbook guesses themes: %q", got)
	}
	if got := workbook(t, in, "words"); len(got) != 2 || got[1][0] != isTooFew {
		t.Errorf("the workbook has words before managers may read them: %q", got)
	}
	if th := themes(); !th.TooLittle {
		t.Errorf("themes before anybody let words pass: %+v", th)
	}
	passBatch(t, in, r)
	settle(t, in, all)
	th := themes()
	find := func(id string) *Theme {
		for i := range th.Themes {
			if th.Themes[i].ID == id {
				return &th.Themes[i]
			}
		}
		return nil
	}
	if w := find("en:wait"); w == nil || w.N != 12 || w.Name != "waiting" || w.Section != "hear" {
		t.Errorf("the theme of waiting: %+v in %+v", w, th)
	}
	if e := find("en:eleph"); e != nil {
		t.Errorf("a theme of two visits: %+v", e)
	}
	r.tell(kiosk.ThemeNamed, kiosk.ThemeName{Theme: "en:wait", Name: "Time that is not theirs"})
	if th = themes(); find("en:wait").Name != "Time that is not theirs" {
		t.Errorf("the organiser's name: %+v", find("en:wait"))
	}
	in = started(t, r, store)
	r.visits = nil // words go by age; the themes stay, and so do names
	settle(t, in, all)
	if th = themes(); find("en:wait") == nil || find("en:wait").N != 12 || find("en:wait").Name != "Time that is not theirs" {
		t.Errorf("after the words went: %+v", th)
	}
}

func TestMergedThemesCountTogether(t *testing.T) {
	r := &room{}
	in := started(t, r, &memory{rows: map[string][]byte{}})
	var all []kiosk.Contribution
	for no := int64(1); no <= 24; no++ {
		note := "the queue"
		if no > 12 {
			note = "waiting"
		}
		all = append(all, r.visit(no, "", note, "", false))
	}
	settle(t, in, all)
	passBatch(t, in, r)
	settle(t, in, all)
	r.tell(kiosk.ThemeMerged, kiosk.ThemeMerge{Theme: "en:queue", Into: "en:wait"})
	settle(t, in, all)
	th, _ := in.Themes(t.Context(), "s")
	if len(th.Themes) != 1 || th.Themes[0].ID != "en:wait" || th.Themes[0].N != 24 || len(th.Merged) != 1 {
		t.Errorf("merged: %+v", th)
	}
}

func TestCollocationsAndTongues(t *testing.T) {
	var texts [][]token
	for i := range 40 {
		text := "customer service left him alone"
		if i%2 == 0 {
			text = "the bill, a letter and silence"
		}
		texts = append(texts, tokens(text, "en"))
	}
	known := collocations(texts)
	if !known[pair{"en:custom", "en:servic"}] {
		t.Errorf("no customer service in %v", known)
	}
	if known[pair{"en:bill", "en:letter"}] {
		t.Error("a comma stands between bill and letter")
	}
	if got := tokens("Die Rechnungen waren falsch", "de-AT"); got[1].stem != "de:rechnung" || got[0].stem != "" || got[3].stem != "de:falsch" {
		t.Errorf("German: %+v", got)
	}
	if got := tokens("laskut olivat väärin", "fi"); got != nil {
		t.Errorf("a language without stop words is guessed at: %+v", got)
	}
	// Dunning's table for "the swiss", 110 2442 111 29114, gives 270.72.
	if got := likelihood(110, 2442, 111, 29114); got < 270.71 || got > 270.73 {
		t.Errorf("log-likelihood ratio %v, Dunning has 270.72", got)
	}
}

func TestDebrief(t *testing.T) {
	r := &room{}
	in := started(t, r, &memory{rows: map[string][]byte{}})
	opening := r.tell(kiosk.OpeningOpened, struct{}{})
	all := []kiosk.Contribution{r.visit(1, opening, "a note", "I was nobody.", true), r.visit(2, opening, "a note", "I keep this.", false)}
	settle(t, in, all)
	if b, err := in.Debrief(t.Context(), ""); err != nil || b.Opening != "" || len(b.Sentences) != 0 {
		t.Errorf("while the doors are open: %+v %v", b, err)
	}
	r.tell(kiosk.OpeningClosed, struct{}{})
	b, err := in.Debrief(t.Context(), "")
	if err != nil || len(b.Sentences) != 1 || b.Sentences[0].Text != "I was nobody." || !b.Release.TooFew || b.Over {
		t.Fatalf("debrief of two visits: %+v %v", b, err)
	}
	if len(b.Questions) != 1 {
		t.Errorf("questions: %v", b.Questions)
	}
	in.now = func() time.Time { return time.Now().Add(25 * time.Hour) }
	if b, _ := in.Debrief(t.Context(), opening); !b.Over || len(b.Sentences) != 0 {
		t.Errorf("a day later: %+v", b)
	}
	in.now = time.Now
	r.tell(kiosk.DebriefEnded, kiosk.DebriefEnd{Opening: opening})
	if b, _ := in.Debrief(t.Context(), opening); !b.Over || len(b.Sentences) != 0 {
		t.Errorf("ended by the organiser: %+v", b)
	}
}

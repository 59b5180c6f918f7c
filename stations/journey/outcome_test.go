package journey

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"immersion/kiosk"
)

type act struct {
	typ  string
	body any
}

// outcome is what a visitor's acts come to at Konrad's way.
func outcome(t *testing.T, acts ...act) kiosk.Outcome {
	t.Helper()
	s, place := loaded(t, konrad(t))
	stop := &kiosk.Stop{Place: place, Language: "de"}
	for i, a := range acts {
		b, err := json.Marshal(a.body)
		if err != nil {
			t.Fatal(err)
		}
		f := kiosk.Fact{ID: kiosk.NewID(), Type: a.typ, At: int64(i + 1), Body: b}
		if err := s.Judge(f); err != nil {
			t.Fatal(err)
		}
		stop.Facts = append(stop.Facts, f)
	}
	return s.Outcome(stop)
}

func pins(kind string, steps ...string) []act {
	var all []act
	for _, step := range steps {
		all = append(all, act{pinned, pin{step, kind, true}})
	}
	return all
}

// shares are the steps with a part in a figure, and how many cells it has.
func shares(o kiosk.Outcome, figure string) (steps string, cells int) {
	var in []string
	for _, c := range o.Figures {
		if c.Figure != figure {
			continue
		}
		cells++
		if c.Part == c.Whole {
			in = append(in, c.Key)
		}
	}
	return strings.Join(in, " "), cells
}

func TestFigures(t *testing.T) {
	acts := append(pins(touch, "zentrale", "mein-elvenrode", "abend"), pins(hurt, "zentrale", "rechnung")...)
	acts = append(acts, pins(shine, "abend")...)
	acts = append(acts, act{pinned, pin{"mein-elvenrode", touch, false}},
		act{handed, hand{"zentrale", []string{"nummer"}}}, act{handed, hand{"zentrale", []string{"eintrag", "nichts"}}},
		act{handed, hand{"abend", []string{"nichts"}}}, act{handed, hand{"mein-elvenrode", []string{"zusage"}}})
	o := outcome(t, acts...)
	for figure, want := range map[string]string{
		touches: "06-abend 07-zentrale", ownedBy: "07-zentrale", hurts: "07-zentrale 10-rechnung", shines: "06-abend",
	} {
		if got, n := shares(o, figure); got != want || n != 12 {
			t.Errorf("%s: %q in %d cells, not %q in 12: a step that nobody claims reads 0", figure, got, n, want)
		}
	}
	counts := map[string]int{}
	for _, c := range o.Figures {
		if c.Figure == handsOn {
			counts[c.Key] = c.Count
		}
	}
	if want := map[string]int{"eintrag": 1, "nichts": 2}; !reflect.DeepEqual(counts, want) {
		t.Errorf("handed on: %v, not %v: the newest counts, and only where the team still touches", counts, want)
	}
}

func TestWhoCounts(t *testing.T) {
	if o := outcome(t, act{said, telling{"abend", "a word"}}); len(o.Figures) > 0 {
		t.Errorf("nothing pinned and not done: %v", o.Figures)
	}
	o := outcome(t, act{done, struct{}{}})
	if got, n := shares(o, touches); got != "" || n != 12 {
		t.Errorf("done, and nothing is theirs: %q in %d cells", got, n)
	}
	o = outcome(t, act{pinned, pin{"abend", touch, true}}, act{pinned, pin{"abend", touch, false}})
	if got, n := shares(o, touches); got != "" || n != 12 {
		t.Errorf("pinned and taken back: %q in %d cells", got, n)
	}
}

func TestNotes(t *testing.T) {
	acts := append(pins(hurt, "befund", "rechnung", "zentrale", "abbruch"), pins(touch, "rechnung", "voranschlag", "abend")...)
	acts = append(acts, pins(shine, "zweiter-teil", "abend")...)
	acts = append(acts, act{handed, hand{"rechnung", []string{"papier", "nummer"}}}, act{said, telling{"abend", " ein Versprechen "}},
		act{said, telling{"zentrale", "gehört uns nicht"}})
	o := outcome(t, acts...)
	var got []string
	for _, n := range o.Notes {
		what := n.Text
		if what == "" {
			what = fmt.Sprintf("%s %v", n.Key, n.Args)
		}
		got = append(got, fmt.Sprintf("%s %s: %s", n.Section, n.Evidence.Moment.Ref, what))
	}
	want := []string{
		"pains rechnung: Nachrechnen muss der Patient", // theirs comes first, then the worst
		"pains zentrale: Für die Zentrale ist er erledigt",
		"pains befund: Ein Befund ohne einen Menschen dazu",
		"gains abend: Sie rief am selben Abend selbst an",
		"gains zweiter-teil: Abgeholt von jemandem, der ihn kennt",
		"see abend: ein Versprechen",
		"see rechnung: journey.note.handed map[step:Die Rechnung what:eine Nummer, ein Papier]",
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("notes:\n%s\nnot:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	e := o.Notes[1].Evidence
	if e.Quote == "" || e.Clip == nil || *e.Clip != (kiosk.Clip{Media: "call.mp3", From: 60235, To: 64310}) || e.Label.In("de") != "Die Terminzentrale" {
		t.Errorf("evidence of the second: %+v", e)
	}
}

// The words stay with the visitor: no figure holds them.
func TestWordsAreInNoFigure(t *testing.T) {
	o := outcome(t, append(pins(touch, "abend"), act{said, telling{"abend", "Zeisig"}})...)
	b, err := json.Marshal(o.Figures)
	if err != nil || strings.Contains(string(b), "Zeisig") || len(o.Figures) == 0 {
		t.Errorf("figures %s %v", b, err)
	}
}

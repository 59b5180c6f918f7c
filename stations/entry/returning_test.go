package entry

import (
	"encoding/json"
	"testing"

	"immersion/kiosk"
)

func TestJudgeTakesHowAPledgeWent(t *testing.T) {
	for _, c := range []struct {
		name, typ, body string
		ok              bool
	}{
		{"done", factReturned, `{"went":"done"}`, true},
		{"partly", factReturned, `{"went":"partly"}`, true},
		{"not yet", factReturned, `{"went":"not-yet"}`, true},
		{"no such answer", factReturned, `{"went":"well"}`, false},
		{"no answer", factReturned, `{}`, false},
		{"which visit it was", factReturned, `{"went":"done","visit":"0"}`, false},
		{"no such fact", "entry.done", `{"went":"done"}`, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			err := (&Station{}).Judge(kiosk.Fact{Type: c.typ, Body: json.RawMessage(c.body)})
			if (err == nil) != c.ok || err != nil && kiosk.CodeOf(err) != kiosk.Invalid {
				t.Errorf("%v", err)
			}
		})
	}
}

func TestOutcomeCountsTheNewestAnswer(t *testing.T) {
	s := &Station{}
	stop := &kiosk.Stop{}
	if o := s.Outcome(stop); len(o.Figures) != 0 || len(o.Notes) != 0 {
		t.Errorf("who was never here: %+v", o)
	}
	for _, w := range went {
		stop.Facts = append(stop.Facts, kiosk.Fact{Type: factReturned, Body: json.RawMessage(`{"went":"` + w + `"}`)})
	}
	o := s.Outcome(stop)
	if len(o.Figures) != 1 || o.Figures[0].Key != "not-yet" || o.Figures[0].Count != 1 || o.Figures[0].Figure != s.Figures()[0].Name {
		t.Errorf("%+v", o)
	}
	for _, w := range went {
		for _, language := range []string{"en", "de"} {
			if s.Figures()[0].Keys[w][language] == "" {
				t.Errorf("%s has no words in %s", w, language)
			}
		}
	}
}

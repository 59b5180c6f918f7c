package portal

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"immersion/kiosk"
	"immersion/kiosk/stationtest"
)

// Each third of the seeds is a visitor of its own.
func TestSimulate(t *testing.T) {
	s, place := loaded(t, tarnwick(t))
	tests := []struct {
		name    string
		seed    uint64
		endings []string
	}{
		{"quick", 0, []string{"straight", "did"}},
		{"careful", 1, []string{"did"}},
		{"lost", 2, []string{"gave-up", "gave-up.smooth"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			for seed := test.seed; seed < 60; seed += 3 {
				stop := &kiosk.Stop{Place: place, Language: "en"}
				s.Simulate(nil, seed, func(typ string, body any, ms int64) {
					if typ == kiosk.Reacted {
						return
					}
					b, err := json.Marshal(body)
					if err != nil {
						t.Fatal(err)
					}
					stop.Facts = append(stop.Facts, kiosk.Fact{ID: kiosk.NewID(), Type: typ, At: 1 + ms, Body: b})
				})
				notes := s.Outcome(stop).Notes
				if !slices.ContainsFunc(notes, func(n kiosk.Note) bool {
					return slices.Contains(test.endings, strings.TrimPrefix(n.Key, "portal.note."))
				}) {
					t.Errorf("seed %d: no note of %q in %+v", seed, test.endings, notes)
				}
			}
		})
	}
}

// Whatever Judge lets in, Outcome can tell of.
func FuzzOutcome(f *testing.F) {
	f.Add("portal.viewed", `{"page":"me"}`)
	f.Add("portal.submitted", `{"page":"me","form":"address","ok":false,"failed":["address.postcode.pattern"]}`)
	f.Add("portal.changed", `{"page":"me","form":"address","field":"postcode"}`)
	f.Add("portal.erred", `{"page":"me","error":"timeout"}`)
	f.Add("portal.gave-up", `{"page":"home"}`)
	var s *Station
	var place *kiosk.Place
	f.Fuzz(func(t *testing.T, typ, doc string) {
		if s == nil {
			s, place = loaded(t, stationtest.Case{})
		}
		fact := kiosk.Fact{Type: typ, At: 2, Body: json.RawMessage(doc)}
		if s.Judge(fact) != nil {
			return
		}
		stop := &kiosk.Stop{Place: place, Facts: []kiosk.Fact{
			{Type: begun, At: 1, Body: json.RawMessage(`{}`)}, fact, fact, fact}}
		if notes := s.Outcome(stop).Notes; len(notes) > 20 {
			t.Errorf("%d notes of three facts", len(notes))
		}
	})
}

package invoice

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"immersion/kiosk"
)

// stopOf makes a stop of facts written as "type body".
func stopOf(t *testing.T, s *Station, place *kiosk.Place, facts ...string) *kiosk.Stop {
	t.Helper()
	stop := &kiosk.Stop{Visit: "v", Place: place, Language: "en", Spent: 90_000}
	for i, text := range facts {
		typ, body, _ := strings.Cut(text, " ")
		f := kiosk.Fact{ID: fmt.Sprint(i), Type: typ, At: int64(i), Body: json.RawMessage(body)}
		if err := s.Judge(f); err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		stop.Facts = append(stop.Facts, f)
	}
	return stop
}

func mark(line, mark string) string {
	return `invoice.marked {"line":"` + line + `","mark":"` + mark + `"}`
}
func wrongly(line, why string) string {
	return `invoice.marked {"line":"` + line + `","mark":"wrong","why":"` + why + `"}`
}
func owed(amount string) string { return `invoice.owed {"amount":"` + amount + `","currency":"GBP"}` }

// TestNotes: what the map says of a visitor, as "id key args".
func TestNotes(t *testing.T) {
	s, place := ruth(t)
	done := "invoice.done {}"
	for _, c := range []struct {
		name, reason string
		facts        []string
		want         []string
	}{
		{"nothing yet", "", nil, nil},
		{"under way", "", []string{wrongly("4", "twice"), mark("1", "right")}, []string{"wrong:4 wrong.twice Daily supply charge"}},
		{"skipped", "skipped", []string{mark("1", "right")}, []string{"left left"}},
		{"all found", "done", []string{wrongly("1", "quantity"), mark("2", "wrong"), mark("4", "right"), wrongly("4", "twice"), owed("47.99"), done},
			[]string{"found found 3 of 3", "amount amount.right £47.99", "wrong:1 wrong.quantity Electricity, day", "wrong:2 wrong Electricity, night", "wrong:4 wrong.twice Daily supply charge"}},
		{"a penny off counts", "done", []string{mark("1", "wrong"), mark("2", "wrong"), mark("4", "wrong"), owed("47.94"), done},
			[]string{"found found 3 of 3", "amount amount.right £47.94", "wrong:1 wrong Electricity, day", "wrong:2 wrong Electricity, night", "wrong:4 wrong Daily supply charge"}},
		{"one missed, one taken back, a false alarm", "done", []string{wrongly("1", "quantity"), mark("2", "wrong"), mark("2", "unsure"), wrongly("5", "agreed"), wrongly("4", "twice"), owed("60"), done},
			[]string{"found found 2 of 3", "missed:2 missed the slip on line 2, line 2", "amount amount £60.00", "wrong:1 wrong.quantity Electricity, day", "wrong:4 wrong.twice Daily supply charge", "wrong:5 wrong.agreed Paper invoice"}},
		{"would have paid", "done", []string{owed("99.54"), done},
			[]string{"found found 0 of 3", "missed:1 missed the estimate on line 1, line 1", "missed:2 missed the slip on line 2, line 2",
				"missed:4 missed the second standing charge, line 4", "amount amount.all £99.54"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			stop := stopOf(t, s, place, c.facts...)
			stop.Reason = c.reason
			var got []string
			for _, n := range s.Outcome(stop).Notes {
				text := strings.TrimPrefix(n.ID, place.ID+":") + " " + strings.TrimPrefix(n.Key, "invoice.note.")
				switch {
				case n.Args["of"] != "":
					text += " " + n.Args["found"] + " of " + n.Args["of"]
				case n.Args["what"] != "":
					text += " " + n.Args["what"] + ", line " + n.Args["line"]
				default:
					text = strings.TrimSpace(text + " " + n.Args["item"] + n.Args["amount"])
				}
				got = append(got, text)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("notes:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(c.want, "\n"))
			}
		})
	}
}

func TestEvidence(t *testing.T) {
	s, place := ruth(t)
	stop := stopOf(t, s, place, wrongly("2", "sum"))
	stop.Reactions = []kiosk.Felt{{ID: "r", Reaction: kiosk.Reaction{Valence: -3, Arousal: 2, Moment: &kiosk.Moment{Ref: "4"}}}}
	notes := s.Outcome(stop).Notes
	if len(notes) != 2 {
		t.Fatalf("%d notes", len(notes))
	}
	saw := notes[0].Evidence
	if notes[0].Section != kiosk.See || saw.Label.In("en") != "Line 2" || saw.Label.In("de") != "Zeile 2" ||
		saw.Quote != "Electricity, night · 61 × 0.1590 = £19.70" || saw.Moment.Ref != "2" {
		t.Errorf("saw: %+v %+v", notes[0], saw)
	}
	if felt := notes[1]; felt.Section != kiosk.Feel || felt.Evidence.Label.In("en") != "Line 4" {
		t.Errorf("felt: %+v %+v", felt, felt.Evidence)
	}
}

// TestCells: figures as "name key part/whole" or "name value".
func TestCells(t *testing.T) {
	s, place := ruth(t)
	for _, c := range []struct {
		name  string
		facts []string
		want  []string
	}{
		{"nothing yet", nil, nil},
		{"under way counts only what is marked", []string{mark("4", "wrong"), mark("3", "wrong"), mark("2", "unsure"), owed("47.99")},
			[]string{"found 2 0/1", "alarm 3 1/1", "found 4 1/1"}},
		{"finished", []string{mark("4", "wrong"), mark("5", "wrong"), `invoice.opened {"evidence":"meter"}`, owed("60.00"), `invoice.sure {"value":2}`, "invoice.done {}", mark("4", "right"), owed("47.99")},
			[]string{"found 1 0/1", "found 2 0/1", "alarm 3 0/1", "found 4 1/1", "alarm 5 1/1", "alarm 6 0/1",
				"count 1", "missed 2", "alarms 1", "difference 12.01", "sure 2", "opened contract 0/1", "opened meter 1/1", "opened email 0/1", "opened letter 0/1", "time 90000"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, cell := range s.Outcome(stopOf(t, s, place, c.facts...)).Figures {
				if cell.Shape == kiosk.Share {
					got = append(got, fmt.Sprintf("%s %s %d/%d", cell.Figure, cell.Key, cell.Part, cell.Whole))
				} else {
					got = append(got, fmt.Sprintf("%s %v", cell.Figure, cell.Value))
				}
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("cells:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(c.want, "\n"))
			}
		})
	}
}

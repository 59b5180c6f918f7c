package insight

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"
	"github.com/xuri/excelize/v2"

	"immersion/kiosk"
)

// told is a room with two departments and an opening, whose texts would be
// formulas if a spreadsheet took them for any.
func told(t *testing.T) *Insight {
	t.Helper()
	in := open(t, 3, &memory{rows: map[string][]byte{}})
	opening := kiosk.NewID()
	all := visits(1, 20,
		kiosk.Cell{Figure: kiosk.ShiftFigure, Shape: kiosk.Number, Key: "ease", Value: -3},
		kiosk.Cell{Figure: kiosk.MapFigure, Shape: kiosk.Count, Key: "feel", Count: 2},
		kiosk.Cell{Station: "call", Figure: kiosk.FeelingFigure, Shape: kiosk.Number, Value: -2},
		kiosk.Cell{Station: "call", Figure: "missed", Shape: kiosk.Count, Key: "a", Count: 1},
		kiosk.Cell{Station: "call", Figure: "level", Shape: kiosk.Curve, Points: []kiosk.Point{{Second: 0, Value: 1}, {Second: 7, Value: -3}}},
		kiosk.Cell{Station: "call", Figure: "path", Shape: kiosk.Flow, Edges: []kiosk.Edge{{From: "a", To: "b", Count: 2}}})
	for i := range all {
		all[i].Opening, all[i].Department = opening, "it"
		if i%10 == 0 {
			all[i].Department = "hr"
		}
	}
	update(t, in, true, all)
	return in
}

func write(t *testing.T, in *Insight, of kiosk.Cohort, as Export) string {
	t.Helper()
	as.Home, as.Language = "http://room.example", "en"
	as.Read = func(text kiosk.Text) string { return "=HYPERLINK(" + text.In("en") }
	as.Say = func(key string) string { return "@" + key }
	var out bytes.Buffer
	if err := in.Export(t.Context(), &out, of, as); err != nil {
		t.Fatalf("%s: %v", as.Format, err)
	}
	return out.String()
}

func TestTablesAgree(t *testing.T) {
	in := told(t)
	doc := write(t, in, kiosk.Cohort{}, Export{Format: "csv"})
	if !strings.HasPrefix(doc, "\ufeff") || !strings.Contains(doc, "\r\n") {
		t.Error("the CSV has no byte order mark, or no CRLF")
	}
	lines, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(doc, "\ufeff"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	status := map[string]int{}
	at := map[string]int{}
	for i, name := range lines[0] {
		at[name] = i
	}
	for _, line := range lines[1:] {
		status[line[at["status"]]]++
		for name, i := range at {
			if v := line[i]; v != "" && strings.ContainsAny(v[:1], "=+@\t\r") {
				t.Errorf("%s could be a formula: %q", name, v)
			}
		}
		if line[at["figure"]] == "shift" && line[at["mean"]] == "'-3" {
			t.Error("a negative number is no number any more")
		}
	}
	if status[isValue] == 0 || status[isNone] == 0 || status[isTooFew] == 0 {
		t.Errorf("values, none and too few are told apart: %v", status)
	}
	rows := 0
	for line := range strings.Lines(write(t, in, kiosk.Cohort{}, Export{Format: "jsonl"})) {
		var r Row
		if err := json.Unmarshal([]byte(line), &r); err != nil {
			t.Fatal(err)
		}
		if rows++; (r.Status == isTooFew) != (r.N == nil) {
			t.Errorf("too few tells a number, or a value none: %s", line)
		}
	}
	book, err := excelize.OpenReader(strings.NewReader(write(t, in, kiosk.Cohort{}, Export{Format: "xlsx"})))
	if err != nil {
		t.Fatal(err)
	}
	cells, err := book.GetRows("figures")
	if err != nil || len(cells) != len(lines) || rows != len(lines)-1 {
		t.Errorf("the CSV has %d rows, JSON Lines %d, the workbook %d (%v)", len(lines)-1, rows, len(cells)-1, err)
	}
	dictionary := write(t, in, kiosk.Cohort{}, Export{Format: "dictionary.csv"})
	for _, name := range lines[0] {
		if !strings.Contains(dictionary, "\n"+name+",") {
			t.Errorf("the dictionary does not say what %s is", name)
		}
	}
}

// workbook is one sheet of the workbook.
func workbook(t *testing.T, in *Insight, name string) [][]string {
	t.Helper()
	book, err := excelize.OpenReader(strings.NewReader(write(t, in, kiosk.Cohort{}, Export{Format: "xlsx"})))
	if err != nil {
		t.Fatal(err)
	}
	if sheets := book.GetSheetList(); !slices.Equal(sheets, []string{"figures", "themes", "words", "columns"}) {
		t.Errorf("sheets %q", sheets)
	}
	rows, err := book.GetRows(name)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestXAPI(t *testing.T) {
	in := told(t)
	first := write(t, in, kiosk.Cohort{}, Export{Format: "xapi.jsonl"})
	if again := write(t, in, kiosk.Cohort{}, Export{Format: "xapi.jsonl", Version: "1.0.3"}); again != first {
		t.Error("the same release makes other statements")
	}
	ids := map[string]bool{}
	for line := range strings.Lines(first) {
		var s statement
		if err := json.Unmarshal([]byte(line), &s); err != nil {
			t.Fatal(err)
		}
		if u, err := uuid.Parse(s.ID); err != nil || ids[s.ID] || u.Version() != 5 {
			t.Errorf("id %s: %v, seen before %v", s.ID, err, ids[s.ID])
		}
		ids[s.ID] = true
		if s.Version != "1.0.3" || s.Actor.Type != "Group" || s.Actor.Account.Name == "" || !strings.HasPrefix(s.Object.ID, "http://room.example/xapi/") {
			t.Errorf("no statement: %s", line)
		}
	}
	if !strings.Contains(write(t, in, kiosk.Cohort{}, Export{Format: "xapi.jsonl", Version: "2.0"}), `"version":"2.0.0"`) {
		t.Error("no xAPI 2.0")
	}
	if err := in.Export(t.Context(), io.Discard, kiosk.Cohort{}, Export{Format: "xapi.jsonl", Version: "3"}); err == nil {
		t.Error("an xAPI that there is not")
	}
}

func TestHandout(t *testing.T) {
	in := told(t)
	doc := write(t, in, kiosk.Cohort{By: kiosk.ByDepartment, Key: "it"}, Export{Format: "html"})
	for _, has := range []string{"department:it", "-3.0", "-1.0 ± 0.0", `lang="en"`, "section.feel"} {
		if !strings.Contains(doc, has) {
			t.Errorf("the handout has no %q", has)
		}
	}
	for _, never := range []string{"<script", "http://", "https://", "<no value>"} {
		if strings.Contains(doc, never) {
			t.Errorf("the handout has %q", never)
		}
	}
	if few := write(t, in, kiosk.Cohort{By: kiosk.ByDepartment, Key: "hr"}, Export{Format: "html"}); !strings.Contains(few, "insights.toofew") || strings.Contains(few, "feeling") {
		t.Error("the handout of too few visits tells something")
	}
}

func TestHandoutSaysTooFewOnce(t *testing.T) {
	row := func(figure, meaning, status string) Row {
		return Row{Station: "call", Figure: figure, Label: figure, Meaning: meaning, Status: status}
	}
	h := handout{Rows: []Row{
		row("worst", "hold", isTooFew), row("worst", "again", isValue), row("worst", "thanks", isTooFew), row("worst", "bye", isValue),
		row("stayed", "", isValue), row("keys", "two", isTooFew),
	}}
	var got []string
	for _, r := range h.Rest("call") {
		got = append(got, r.Label+"/"+r.Meaning+"/"+r.Status)
	}
	want := []string{"worst/again/" + isValue, "/bye/" + isValue, "//" + isTooFew, "stayed//" + isValue, "keys//" + isTooFew}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// full is a reader who goes away.
type full struct{ room int }

func (f *full) Write(b []byte) (int, error) {
	if f.room -= len(b); f.room < 0 {
		return 0, errors.New("gone")
	}
	return len(b), nil
}

func TestExportsStream(t *testing.T) {
	in := told(t)
	for _, format := range []string{"csv", "jsonl", "xapi.jsonl"} {
		as := Export{Format: format, Read: func(kiosk.Text) string { return "" }, Say: func(string) string { return "" }}
		if err := in.Export(t.Context(), &full{100}, kiosk.Cohort{}, as); err == nil {
			t.Errorf("%s: written to nobody", format)
		}
		e := export{Export: as, ctx: t.Context(), in: in}
		e.ledger, e.all, _ = in.read("")
		made := 0
		for range e.rows() {
			if made++; made == 2 {
				break // a third is not made
			}
		}
		if made != 2 {
			t.Errorf("%s: %d rows", format, made)
		}
	}
}

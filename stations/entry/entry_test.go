package entry

import (
	"encoding/json"
	"os"
	"reflect"
	"testing"
	"testing/fstest"

	"immersion/kiosk"
	"immersion/kiosk/stationtest"
)

func TestConforms(t *testing.T) {
	stationtest.Run(t, Kind{}, stationtest.Case{Bad: []stationtest.Bad{
		{Name: "blank consent", With: "# none\nconsent: ' '\n", Line: 2, Says: "no words"},
		{Name: "blank in one language", With: "consent:\n  en: Agreed.\n  de: ''\n", Line: 3, Says: "no words"},
	}})
}

func TestCheck(t *testing.T) {
	for _, c := range []struct {
		name    string
		consent kiosk.Text
		want    []string // paths of the faults
	}{
		{"none", nil, nil},
		{"one for all", kiosk.Same("Agreed."), nil},
		{"a language each", kiosk.Text{"en": "Agreed.", "de": "Vereinbart."}, nil},
		{"no language", kiosk.Text{}, []string{"consent"}},
		{"blank", kiosk.Same("  "), []string{"consent"}},
		{"blank in one", kiosk.Text{"en": "Agreed.", "de": ""}, []string{"consent.de"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, f := range (&Station{Consent: c.consent}).Check(fstest.MapFS{}) {
				got = append(got, f.Path)
			}
			if !reflect.DeepEqual(got, c.want) {
				t.Errorf("faults at %q, want %q", got, c.want)
			}
		})
	}
}

func TestViewHoldsConsentOnly(t *testing.T) {
	for _, c := range []struct {
		name    string
		consent kiosk.Text
		want    string
	}{
		{"none", nil, `{}`},
		{"one for all", kiosk.Same("Agreed."), `{"consent":"Agreed."}`},
		{"by language", kiosk.Text{"en": "A", "de": "V"}, `{"consent":{"de":"V","en":"A"}}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := json.Marshal((&Station{Consent: c.consent}).View())
			if err != nil || string(got) != c.want {
				t.Errorf("got %s, %v; want %s", got, err, c.want)
			}
		})
	}
}

func TestVoice(t *testing.T) {
	sound, err := os.ReadFile("../call/testdata/call.mp3")
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{"ruth.mp3": {Data: sound}, "notes.mp3": {Data: []byte("not a sound")}}
	agreed := kiosk.Same("agreed")
	for _, c := range []struct {
		name  string
		voice Voice
		want  []string // paths of the faults
	}{
		{"whole", Voice{"ruth.mp3", agreed, agreed}, nil},
		{"nobody agreed", Voice{"ruth.mp3", nil, nil}, []string{"voice.consent", "voice.redaction"}},
		{"no file", Voice{"rut.mp3", agreed, agreed}, []string{"voice.recording"}},
		{"no sound", Voice{"notes.mp3", agreed, agreed}, []string{"voice.recording"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := &Station{Voice: &c.voice}
			var got []string
			for _, f := range s.Check(files) {
				got = append(got, f.Path)
			}
			if !reflect.DeepEqual(got, c.want) {
				t.Errorf("faults at %q, want %q", got, c.want)
			}
			if doc, _ := json.Marshal(s.View()); string(doc) != `{"voice":{"recording":"`+c.voice.Recording+`"}}` {
				t.Errorf("the screen gets %s", doc)
			}
			if files := s.Files(); len(files) != 1 || files[0] != c.voice.Recording {
				t.Errorf("files are %q", files)
			}
		})
	}
}

func TestSimulateAnswersEachAssumptionOnce(t *testing.T) {
	scenario := &kiosk.Scenario{Assumptions: []kiosk.AssumptionAsked{{ID: "ease"}, {ID: "heard"}}}
	for seed := range uint64(200) {
		var asked []string
		last := int64(0)
		(&Station{}).Simulate(scenario, seed, func(typ string, body any, ms int64) {
			if typ == factReturned {
				return
			}
			a, ok := body.(kiosk.Assumption)
			if typ != kiosk.Assumed || !ok || a.Value < 0 || a.Value > 10 || ms <= last {
				t.Fatalf("seed %d: %s %+v at %d after %d", seed, typ, body, ms, last)
			}
			asked, last = append(asked, a.Assumption), ms
		})
		if !reflect.DeepEqual(asked, []string{"ease", "heard"}) {
			t.Fatalf("seed %d asked %q", seed, asked)
		}
	}
}

package journey

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"immersion/kiosk"
	"immersion/kiosk/stationtest"
)

const shipped = "../../config/scenarios/der-termin"

// konrad is the shipped way with its recording.
func konrad(t *testing.T) stationtest.Case {
	t.Helper()
	read := func(name string) []byte {
		b, err := os.ReadFile(shipped + "/" + name)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	var with []string
	for line := range strings.Lines(string(read("journey.yaml"))) {
		if !strings.Contains(line, "        station: ") { // the stations are those of another scenario
			with = append(with, line)
		}
	}
	return stationtest.Case{With: strings.Join(with, ""), Files: fstest.MapFS{"call.mp3": {Data: read("call.mp3")}}}
}

func loaded(t *testing.T, c stationtest.Case) (*Station, *kiosk.Place) {
	t.Helper()
	place, ok := stationtest.Scenario(t, Kind{}, c).Place("tried")
	if !ok {
		t.Fatal("the scenario has no such station")
	}
	return place.Station.(*Station), place
}

func TestConformance(t *testing.T) {
	edit := func(with, old, new string) string {
		t.Helper()
		if !strings.Contains(with, old) {
			t.Fatalf("the settings have no %q", old)
		}
		return strings.Replace(with, old, new, 1)
	}
	bad := func(name, old, new, says string) stationtest.Bad {
		return stationtest.Bad{Name: name, Says: says, With: edit(Kind{}.Example(), old, new)}
	}
	t.Run("example", func(t *testing.T) {
		stationtest.Run(t, Kind{}, stationtest.Case{
			Secrets: []string{"Paying for a flat", "Somebody says what"},
			Bad: []stationtest.Bad{
				bad("channel nobody has", "channel: phone", "channel: fone", `there is no channel "fone"`),
				bad("icon nobody drew", "icon: phone", "icon: pigeon", `there is no icon "pigeon"`),
				bad("step twice", "id: call\n", "id: notice\n", `"notice" is there twice`),
				bad("no id", "id: call\n", "id: The call\n", "cannot be an id"),
				bad("too happy", "feeling: 0.5", "feeling: 3", "3 is not on the drawing"),
				bad("not a number", "feeling: 0.5", "feeling: .nan", "not on the drawing"),
				bad("no feeling", "feeling: 0.5 #", "#", "nobody says how the customer feels"),
				bad("half an ideal", "        ideal: 0.5\n", "", "has no ideal"),
				bad("ideal beyond", "ideal: 0.5", "ideal: -2.5", "-2.5 is not on the drawing"),
				bad("long title", "title: The call", "title: The third call about the same old flat", "do not fit on the drawing"),
				bad("silent step", "says: She reads her number out for the third time.", `says: ""`, "says nothing"),
				bad("quote of nobody", "by: A card, three weeks later", `by: ""`, "says nothing"),
				bad("quote and figure", "by: A card, three weeks later", "figure: 3 weeks", "evidence is one thing"),
				bad("figure of nothing", "says: from the letter to the answer", `says: ""`, "says nothing"),
				bad("clip of no recording", "by: A card, three weeks later", "by: A card\n            clip: {from: 0, to: 10}", "there is no recording"),
				bad("one hand", "  - {id: promise, label: a promise}\n", "", "1 to choose from"),
				bad("hand twice", "id: promise", "id: number", `"number" is there twice`),
				bad("station nobody has", "# station: call    #", "station: call #", `there is no other station "call"`),
			},
		})
	})
	t.Run("shipped", func(t *testing.T) {
		c := konrad(t)
		c.Secrets = []string{"Für die Zentrale ist er erledigt", "Kein echter Anruf"}
		worse := func(name, old, new, says string) {
			c.Bad = append(c.Bad, stationtest.Bad{Name: name, Says: says, With: edit(c.With, old, new)})
		}
		worse("nothing redacted", "  redaction: Es war nichts herauszunehmen. Alle Namen, Nummern und Orte sind erfunden.\n", "", "is not stated")
		worse("past its day", "  consent: >-", "  expires: 2020-12-31\n  consent: >-", "may not be played after 2020-12-31")
		worse("no day", "  consent: >-", "  expires: soon\n  consent: >-", `"soon" is no day`)
		worse("no recording", "file: call.mp3", "file: cal.mp3", `there is no file "cal.mp3"`)
		worse("no sound", "file: call.mp3", "file: scenario.yaml", "cannot be played")
		worse("clip backwards", "from: 96577, to: 99266", "from: 99266, to: 96577", "ends before it begins")
		worse("clip past the end", "from: 96577, to: 99266", "from: 96577, to: 999266", "ends after the recording")
		stationtest.Run(t, Kind{}, c)
	})
}

func TestTooManySteps(t *testing.T) {
	s, _ := loaded(t, stationtest.Case{})
	first := s.Stages[0].Steps[0]
	for i := range mostSteps {
		first.ID = "more-" + string(rune('a'+i))
		s.Stages[0].Steps = append(s.Stages[0].Steps, first)
	}
	faults := s.Check(fstest.MapFS{})
	if len(faults) != 1 || !strings.Contains(faults[0].Message, "19 steps") {
		t.Errorf("faults: %v", faults)
	}
}

// What the screen sends by mistake, or somebody else by design.
func TestJudge(t *testing.T) {
	s, _ := loaded(t, stationtest.Case{})
	for name, c := range map[string]struct {
		typ, body string
		ok        bool
	}{
		"a pin":                {pinned, `{"step":"call","pin":"hurt","on":true}`, true},
		"a pin of nowhere":     {pinned, `{"step":"fall","pin":"hurt","on":true}`, false},
		"a pin nobody has":     {pinned, `{"step":"call","pin":"blame","on":true}`, false},
		"hands":                {handed, `{"step":"call","hands":["number","promise"]}`, true},
		"hands taken back":     {handed, `{"step":"call","hands":[]}`, true},
		"hands nobody offered": {handed, `{"step":"call","hands":["money"]}`, false},
		"hands twice":          {handed, `{"step":"call","hands":["number","number"]}`, false},
		"words":                {said, `{"step":"call","text":"a list"}`, true},
		"words without end":    {said, `{"step":"call","text":"` + strings.Repeat("x", mostText+1) + `"}`, false},
		"words of nowhere":     {said, `{"step":"","text":"a list"}`, false},
		"done":                 {done, `{}`, true},
		"done with more":       {done, `{"step":"call"}`, false},
	} {
		f := kiosk.Fact{ID: kiosk.NewID(), Type: c.typ, At: time.Now().UnixMilli(), Body: []byte(c.body)}
		if err := s.Judge(f); (err == nil) != c.ok {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestRetracesNamesEveryStationOnce(t *testing.T) {
	s, _ := loaded(t, stationtest.Case{})
	if all := s.Retraces(); len(all) > 0 {
		t.Errorf("the example retraces %v", all)
	}
	s.Stages[1].Steps[1].Station = "call"
	s.Check(fstest.MapFS{})
	if all := s.Retraces(); len(all) != 1 || all[0] != (kiosk.Retrace{Station: "call", Path: "stages[1].steps[1].station"}) {
		t.Errorf("retraces %v", all)
	}
	s.Stages[1].Steps[0].Station = "call"
	if faults := s.Check(fstest.MapFS{}); len(faults) != 1 || !strings.Contains(faults[0].Message, `"call" stands for the step "invoice" already`) {
		t.Errorf("one station twice: %v", faults)
	}
}

package portal

import (
	"encoding/json"
	"math"
	"slices"
	"strings"
	"testing"

	"immersion/kiosk"
	"immersion/kiosk/stationtest"
)

// act is one fact of a story, so many seconds after the one before.
type act struct {
	after int64
	typ   string
	body  any
}

func see(page string) act { return act{10, viewed, onPage{page}} }

func sent(page, form string, failed ...string) act {
	ok := !slices.ContainsFunc(failed, func(id string) bool { return !strings.HasSuffix(id, "equals") })
	return act{10, submitted, submission{page, form, ok, append([]string{}, failed...)}}
}

// told makes a stop of a story; every fact of it passes Judge.
func told(t *testing.T, s *Station, place *kiosk.Place, story []act) *kiosk.Stop {
	t.Helper()
	stop := &kiosk.Stop{Place: place, Language: "en"}
	at := int64(1)
	for _, a := range story {
		at += a.after * 1000
		b, err := json.Marshal(a.body)
		if err != nil {
			t.Fatal(err)
		}
		f := kiosk.Fact{ID: kiosk.NewID(), Type: a.typ, At: at, Body: b}
		if err := s.Judge(f); err != nil {
			t.Fatalf("%s %s: %v", a.typ, b, err)
		}
		stop.Facts = append(stop.Facts, f)
	}
	return stop
}

// straight is the shortest way through the shipped portal.
func straight(last act) []act {
	return []act{
		{0, begun, struct{}{}}, see("sign-in"), sent("sign-in", "sign-in"), see("overview"), see("my-home"),
		see("insights"), see("corrections"), last, see("evidence"), sent("evidence", "evidence"), see("received"),
	}
}

func TestOutcome(t *testing.T) {
	s, place := loaded(t, tarnwick(t))
	stumble := slices.Insert(straight(sent("corrections", "correction")), 7,
		sent("corrections", "correction", "correction.day.pattern", "correction.night.pattern"),
		sent("corrections", "correction", "correction.day.pattern"),
		act{5, erred, failure{"corrections", "timeout"}}, see("signed-out"), see("sign-in"),
		sent("sign-in", "sign-in"), see("field-team"), see("corrections"))
	wrong := sent("corrections", "correction", "correction.day.equals")
	tests := []struct {
		name    string
		story   []act
		ending  string // key of the note; "" for none
		args    map[string]string
		quotes  []string
		success bool
	}{
		{"never began", nil, "", nil, nil, false},
		{"went straight there", append(straight(sent("corrections", "correction")), act{9, finished, onPage{"received"}}),
			"straight", map[string]string{"time": "1:40"}, nil, true},
		{"stumbled and got it done", append(stumble, act{9, finished, onPage{"received"}}),
			"did", map[string]string{"time": "2:55", "detours": "4", "errors": "3"},
			[]string{"You entered an invalid value. (R-112)", "You have been signed out"}, true},
		{"did it and did not know", append(straight(sent("corrections", "correction")), act{9, gaveUp, onPage{"received"}}),
			"unaware", map[string]string{"page": "Your correction"}, nil, true},
		{"sent other numbers", append(straight(wrong), act{9, finished, onPage{"received"}}), "inexact", nil, nil, false},
		{"put other numbers right", append(append(straight(wrong), straight(sent("corrections", "correction"))[1:]...),
			act{9, finished, onPage{"received"}}), "did", map[string]string{"detours": "7"}, nil, true},
		{"reached the page without the form", []act{{0, begun, struct{}{}}, see("received"), {9, finished, onPage{"received"}}},
			"thought", nil, nil, false},
		{"gave up", []act{{0, begun, struct{}{}}, see("sign-in"), {240, gaveUp, onPage{"sign-in"}}},
			"gave-up.smooth", map[string]string{"page": "Sign in", "time": "4:10", "errors": "0"}, nil, false},
		{"gave up, went back and did it", append(append([]act{{0, begun, struct{}{}}, see("sign-in"), {9, gaveUp, onPage{"sign-in"}}},
			straight(sent("corrections", "correction"))...), act{9, finished, onPage{"received"}}),
			"did", map[string]string{"time": "1:59"}, nil, true},
		{"away for an hour", append(append(straight(sent("corrections", "correction"))[:4], act{3600, begun, struct{}{}}),
			append(straight(sent("corrections", "correction"))[4:], act{9, finished, onPage{"received"}})...),
			"straight", map[string]string{"time": "1:40"}, nil, true},
		{"a link that failed", []act{{0, begun, struct{}{}}, see("overview"), {1, clicked, click{"overview", "2.2"}},
			{2, erred, failure{"overview", "2.2"}}, {1, gaveUp, onPage{"overview"}}}, "gave-up",
			map[string]string{"errors": "1"}, []string{"We could not save your preference. Your preference has not been changed. (P-07)"}, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			o := s.Outcome(told(t, s, place, test.story))
			key, quotes := "", []string(nil)
			for _, n := range o.Notes {
				if n.Section == kiosk.Do && strings.HasSuffix(n.ID, ":ending") {
					key = strings.TrimPrefix(n.Key, "portal.note.")
					for k, want := range test.args {
						if n.Args[k] != want {
							t.Errorf("%s is %q, not %q", k, n.Args[k], want)
						}
					}
				}
				if n.Section == kiosk.See && n.Key != "" {
					quotes = append(quotes, n.Evidence.Quote)
				}
			}
			if key != test.ending || !slices.Equal(quotes, test.quotes) {
				t.Errorf("note %q, quotes %q; want %q, %q", key, quotes, test.ending, test.quotes)
			}
			did := slices.ContainsFunc(o.Figures, func(c kiosk.Cell) bool { return c.Figure == success && c.Part == 1 })
			if did != test.success {
				t.Errorf("success is %v", did)
			}
		})
	}
}

func TestNotesOfTrouble(t *testing.T) {
	s, place := loaded(t, tarnwick(t))
	day := change{"corrections", "correction", "day"}
	o := s.Outcome(told(t, s, place, []act{
		{0, begun, struct{}{}}, see("chat"), see("chat"), see("corrections"),
		{1, changed, day}, {1, changed, day}, {1, changed, day}, {1, changed, change{"corrections", "correction", "night"}},
		{1, dead, onPage{"corrections"}}, {1, raged, onPage{"corrections"}},
	}))
	var ids []string
	for _, n := range o.Notes {
		ids = append(ids, n.ID)
	}
	if want := []string{"tried:retyped", "tried:raged", "tried:page-chat"}; !slices.Equal(ids, want) {
		t.Errorf("notes are %q, not %q", ids, want)
	}
	if n := o.Notes[0]; n.Args["field"] != "Register R1" || n.Args["times"] != "3" {
		t.Errorf("retyped says %v", n.Args)
	}
}

func TestLostness(t *testing.T) {
	s, _ := loaded(t, tarnwick(t))
	way := pages(s.Start, s.shortest)
	if want := []string{"sign-in", "overview", "my-home", "insights", "corrections", "evidence", "received"}; !slices.Equal(way, want) {
		t.Fatalf("the shortest way is %q", way)
	}
	tests := []struct {
		name  string
		views []string
		want  float64
		ok    bool
	}{
		{"nowhere", nil, 0, false},
		{"not far enough", way[:5], 0, false},
		{"straight", way, 0, true},
		{"the same again", append(slices.Clone(way), way...), 0.5, true},
		{"one page too many", append([]string{"glow"}, way...), 1. / 8, true},
		{"both", append([]string{"glow", "glow"}, way...), math.Hypot(8./9-1, 7./8-1), true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got, ok := s.lostness(test.views); math.Abs(got-test.want) > 1e-9 || ok != test.ok {
				t.Errorf("got %v, %v; want %v, %v", got, ok, test.want, test.ok)
			}
		})
	}
}

func TestFigures(t *testing.T) {
	s, place := loaded(t, tarnwick(t))
	o := s.Outcome(told(t, s, place, append(straight(sent("corrections", "correction")),
		act{1, hinted, hint{2}}, act{1, dead, onPage{"received"}}, act{1, back, onPage{"received"}},
		act{1, paused, pause{"received", 25_000}}, act{1, clicked, click{"received", "back"}}, act{1, finished, onPage{"received"}}, act{5, rated, rating{2}})))
	cells := map[string]kiosk.Cell{}
	for _, c := range o.Figures {
		cells[c.Figure+" "+c.Key] = c
	}
	for key, want := range map[string]float64{"time ": 100_000, "lostness ": 0, "seq ": 2} {
		if c, ok := cells[key]; !ok || c.Value != want {
			t.Errorf("%s is %+v, not %v", key, c, want)
		}
	}
	if c := cells["gave-up insights"]; c.Whole != 1 || c.Part != 0 {
		t.Errorf("gave-up is %+v", c)
	}
	if cells["paused received"].Count != 1 || cells["back "].Count != 2 {
		t.Errorf("paused, back are %+v, %+v", cells["paused received"], cells["back "])
	}
	if cells["dead received"].Count != 1 || cells["hinted "].Part != 1 || len(cells["flow "].Edges) != 6 {
		t.Errorf("dead, hinted, flow are %+v, %+v, %+v", cells["dead received"], cells["hinted "], cells["flow "])
	}
}

func TestJudge(t *testing.T) {
	s, _ := loaded(t, stationtest.Case{})
	tests := []struct{ name, typ, body string }{
		{"unknown type", "portal.typed", `{}`},
		{"unknown page", viewed, `{"page":"hom"}`},
		{"target of another page", clicked, `{"page":"me","target":"1.0"}`},
		{"what was typed", changed, `{"page":"me","form":"address","field":"postcode","value":"AV1"}`},
		{"unknown field", changed, `{"page":"me","form":"address","field":"street"}`},
		{"form of another page", submitted, `{"page":"home","form":"address","ok":true,"failed":[]}`},
		{"unknown rule", submitted, `{"page":"me","form":"address","ok":false,"failed":["address.postcode.max"]}`},
		{"rule twice", submitted, `{"page":"me","form":"address","ok":false,"failed":["address.postcode.required","address.postcode.required"]}`},
		{"taken with a broken rule", submitted, `{"page":"me","form":"address","ok":true,"failed":["address.postcode.required"]}`},
		{"refused with none broken", submitted, `{"page":"me","form":"address","ok":false,"failed":["address.postcode.equals"]}`},
		{"error of a link that works", erred, `{"page":"home","error":"menu.0"}`},
		{"timeout of a patient page", erred, `{"page":"home","error":"timeout"}`},
		{"pause of no time", paused, `{"page":"home","ms":0}`},
		{"back from nowhere", back, `{"page":"hom"}`},
		{"no such hint", hinted, `{"hint":1}`},
		{"hint before the first", hinted, `{"hint":-1}`},
		{"seq too low", rated, `{"seq":0}`},
		{"seq too high", rated, `{"seq":8}`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			err := s.Judge(kiosk.Fact{Type: test.typ, Body: json.RawMessage(test.body)})
			if kiosk.CodeOf(err) != kiosk.Invalid || err == nil {
				t.Errorf("%s %s: %v", test.typ, test.body, err)
			}
		})
	}
}

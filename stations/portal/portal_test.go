package portal

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"immersion/kiosk"
	"immersion/kiosk/stationtest"
)

// tarnwick is the shipped portal with its files.
func tarnwick(t *testing.T) stationtest.Case {
	t.Helper()
	return shipped(t, "first-invoice", "portal.yaml", "tarnwick.svg", "tarnwick-meter.svg", "photo-card.svg", "photo-garden.svg")
}

func shipped(t *testing.T, scenario string, files ...string) stationtest.Case {
	t.Helper()
	c := stationtest.Case{Files: fstest.MapFS{}}
	for _, name := range files {
		b, err := os.ReadFile("../../config/scenarios/" + scenario + "/" + name)
		if err != nil {
			t.Fatal(err)
		}
		if name == "portal.yaml" {
			c.With = string(b)
		} else {
			c.Files[name] = &fstest.MapFile{Data: b}
		}
	}
	return c
}

func loaded(t *testing.T, c stationtest.Case) (*Station, *kiosk.Place) {
	t.Helper()
	scenario := stationtest.Scenario(t, Kind{}, c)
	for i := range scenario.Places {
		if s, ok := scenario.Places[i].Station.(*Station); ok {
			return s, &scenario.Places[i]
		}
	}
	t.Fatal("the scenario has no portal")
	return nil, nil
}

func TestConformance(t *testing.T) {
	bad := func(name, old, new, says string) stationtest.Bad {
		example := Kind{}.Example()
		at := strings.Index(example, old)
		if at < 0 {
			t.Fatalf("%s: the example has no %q", name, old)
		}
		return stationtest.Bad{Name: name, Says: says,
			With: example[:at] + new + example[at+len(old):]}
	}
	stationtest.Run(t, Kind{}, stationtest.Case{
		Secrets: []string{"success", "shortest", `"forms"`, "unreachable"},
		Bad: []stationtest.Bad{
			bad("start nowhere", "start: home", "start: hom", `there is no page "hom"`),
			bad("link nowhere", "to: shops", "to: shop", `there is no page "shop"`),
			bad("pale colour", "#4a3f8f", "#eeeeff", "contrast"),
			bad("no colour", "#4a3f8f", "violet", "is not a colour"),
			bad("page twice", "id: shops", "id: home", `"home" is there twice`),
			bad("lonely page", "{label: Addresses, to: shops}", "{label: Addresses, to: me}", `nothing leads to "shops"`),
			bad("two demands", "required: true, error", "required: true, min: 3, error", "makes 2 demands"),
			bad("silent rule", ", error: A postcode is needed.", "", "says nothing"),
			bad("pattern for one side", "[A-Z0-9 ]+", `(?i)[a-z]+`, "is not a pattern"),
			bad("equals nothing", "equals: postcode", "equals: postcod", `there is no "postcod"`),
			bad("success without page", "page: thanks", "page: tanks", `there is no page "tanks"`),
			bad("success without form", "forms: [address]", "forms: [adress]", `there is no form "adress"`),
			bad("task that cannot be done", "to: thanks", "to: home", "cannot be had"),
			bad("link both ways", "error: The map", "to: home, error: The map", "has to lead somewhere"),
			bad("no way out", "id: thanks\n    title", "id: thanks\n    bare: true\n    title", `nothing leads away from "thanks"`),
			bad("missing picture", "address: my.bright", "logo: no.svg\n  address: my.bright", `there is no file "no.svg"`),
			bad("condition on no page", "to: thanks\n          lost", "to: thanks\n          instead: [{when: seen thank, to: home}]\n          lost", `there is no page "thank"`),
			bad("condition on no form", "to: thanks\n          lost", "to: thanks\n          instead: [{when: sent adress, to: home}]\n          lost", `there is no form "adress"`),
			bad("condition on no field", "to: thanks\n          lost", "to: thanks\n          instead: [{when: address.street = 'x', to: home}]\n          lost", `has no field "street"`),
			bad("broken condition", "to: thanks\n          lost", "to: thanks\n          instead: [{when: seen home and, to: home}]\n          lost", `breaks off`),
			bad("text of no field", "Have a bright day.", "Have a bright {address.day}.", `there is no field "address.day"`),
			bad("message that is not there", "{label: Home, to: home}", "{label: Home, to: home, sends: hello}", `there is no message "hello"`),
			bad("code of no message", "equals: postcode, soft", "code: sms, soft", `there is no message "sms"`),
			bad("nothing to upload", "type: text ", "type: file ", `nothing to upload`),
			bad("mask of nothing", "hint: As on your letters", "mask: '--'", `is no mask`),
			bad("locked before the first try", "lost: true", "locks: {after: 0, to: home}", `0 tries`),
			bad("warned too late", "to: home}  # how", "to: home, warn: {before: 2m, text: Still there, stay: I am}} # how", `too early or too late`),
			bad("no burst", "start: home", "rage: {clicks: 1}\nstart: home", `1 clicks are no burst`),
			bad("short pause", "start: home", "pause: 1s\nstart: home", `too short`),
			bad("more than tried", "start: home", "customers: {asked: 3, succeeded: 4}\nstart: home", `4 of 3`),
			bad("unknown icon", "{label: Home, to: home}", "{label: Home, to: home, icon: rocket}", `there is no "rocket"`),
			bad("file without end", "start: home", "files: [{id: a, name: photo, mb: 1}]\nstart: home", `cannot be a file's name`),
			bad("short code", `text: "Thank you, Ada."`, "text: 'It is {code}.', digits: 2", `too short or too long`),
			bad("endless wait", "wait: 1s", "wait: 2h", "is not a time"),
		},
	})
	t.Run("shipped", func(t *testing.T) {
		c := tarnwick(t)
		c.Secrets = []string{"success", "shortest", `"forms"`, "A chat bot that went round"}
		stationtest.Run(t, Kind{}, c)
	})
	t.Run("shipped in German", func(t *testing.T) {
		c := shipped(t, "der-termin", "portal.yaml", "elvenrode.svg", "auftrag.svg")
		c.Secrets = []string{"success", "shortest", `"forms"`}
		stationtest.Run(t, Kind{}, c)
	})
}

// The view is made of the same types as the settings; nothing of the success
// may slip in when they grow.
func TestViewKnowsNoSuccess(t *testing.T) {
	s, _ := loaded(t, tarnwick(t))
	before, err := json.Marshal(s.View())
	if err != nil {
		t.Fatal(err)
	}
	s.Success = Success{Page: "overview", Forms: []string{"query"}}
	s.shortest = nil
	for i := range s.Pages {
		s.Pages[i].Dead, s.Pages[i].Unreachable, s.Pages[i].See = true, true, kiosk.Same("elsewhere")
	}
	after, err := json.Marshal(s.View())
	if err != nil {
		t.Fatal(err)
	}
	if string(before) != string(after) {
		t.Error("another success makes another view")
	}
}

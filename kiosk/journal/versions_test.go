package journal

import (
	"encoding/json"
	"slices"
	"testing"

	"immersion/kiosk"
	"immersion/kiosk/stationtest"
)

func TestVersions(t *testing.T) {
	l := fresh(t)
	versions := func() []string {
		t.Helper()
		all, err := l.Versions(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return all
	}
	if got := versions(); len(got) > 0 {
		t.Errorf("before any visit: %v", got)
	}
	first := l.visitor()
	l.taken(first, fact(first.Visit, "one", kiosk.Reacted, 0, kiosk.Reaction{Words: `{"scenario":"not this"}`}))
	next := stationtest.Small()
	next.Hash = "next"
	l.room.Use(next)
	opening, _ := l.room.Opening()
	second := l.visitor()
	second.Body, _ = json.Marshal(kiosk.Opened{Scenario: "next", Opening: opening, Party: 1, Badge: kiosk.Badge{Words: "W", Code: "NEXT"}})
	l.taken(second)
	l.taken(fact(first.Visit, "way-out", kiosk.VisitFinished, 0, none{}))
	if got := versions(); !slices.Equal(got, []string{"next", "small"}) {
		t.Errorf("of an open and a closed visit: %v", got)
	}
}

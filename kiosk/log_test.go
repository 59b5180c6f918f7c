package kiosk

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"time"
)

func TestAct(t *testing.T) {
	r := NewRoom(DefaultSettings())
	r.screens["s1"] = &Screen{ID: "s1", Name: "Window"}
	r.visits["v1"] = &Visit{ID: "v1", Opened: Opened{Badge: Badge{Words: "Amber Otter", Code: "AAAA"}}, OpenedAt: 1}
	r.visits["v2"] = &Visit{ID: "v2", Opened: Opened{Badge: Badge{Words: "Azure Finch"}}, OpenedAt: 1, ClosedAt: 2}
	for _, c := range []struct {
		name string
		fact Fact
		body any
		want Act
	}{
		{"the room's own", Fact{Type: OpeningOpened}, struct{}{}, Act{Values: map[string]any{}}},
		{"a screen by its name", Fact{Type: ScreenAssigned, Screen: "s1"}, Assignment{Station: "call"},
			Act{Screen: "Window", Values: map[string]any{"station": "call"}}},
		{"a screen that is gone", Fact{Type: ScreenRemoved, Screen: "s2"}, struct{}{}, Act{Screen: "s2", Values: map[string]any{}}},
		{"an open visit by its badge", Fact{Type: VisitClosed, Visit: "v1"}, Closing{Reason: "organiser"},
			Act{Visit: true, Badge: "Amber Otter", Values: map[string]any{"reason": "organiser"}}},
		{"a closed visit by nothing", Fact{Type: VisitClosed, Visit: "v2"}, Closing{Reason: "timeout"},
			Act{Visit: true, Values: map[string]any{"reason": "timeout"}}},
		{"a visit that is gone", Fact{Type: VisitErased, Visit: "v3"}, Erasure{Words: true}, Act{Visit: true, Values: map[string]any{"words": true}}},
		{"a list by its length", Fact{Type: BadgesPrinted}, Sheet{Badges: []Badge{{Words: "Amber Otter"}, {}}}, Act{Values: map[string]any{"badges": 2}}},
		{"what somebody wrote", Fact{Type: ThemeNamed}, ThemeName{Theme: "en:wait", Name: "Waiting"}, Act{Values: map[string]any{}}},
		{"what nobody knows", Fact{Type: "later.done"}, map[string]any{"text": "x", "deep": map[string]any{"do": "x"}, "do": "it", "what": strings.Repeat("x", 65), "n": 3, "none": nil},
			Act{Values: map[string]any{"do": "it", "n": 3.0}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.fact.At, c.fact.By = time.Now().UnixMilli(), "organiser·3f2a"
			c.fact.Body, _ = json.Marshal(c.body)
			c.want.Seq, c.want.At, c.want.By, c.want.Type = 7, c.fact.At, c.fact.By, c.fact.Type
			if got := r.Act(7, c.fact); !reflect.DeepEqual(got, c.want) {
				t.Errorf("got  %+v\nwant %+v", got, c.want)
			}
		})
	}
}

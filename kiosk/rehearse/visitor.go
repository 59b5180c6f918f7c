package rehearse

import (
	"encoding/json"
	"time"

	"immersion/kiosk"
)

// Visitor makes the facts of one visit at one screen.
type Visitor struct {
	Visit   string
	Station string // where they are now
	screen  string
	ahead   time.Duration // the room's clock before ours
}

// Arrive opens a visit at an entry: of the scenario, the opening and the badge
// that the screen's state offers.
func Arrive(screen string, st kiosk.ScreenState, entry string, badge kiosk.Badge) (*Visitor, []byte) {
	v := &Visitor{Visit: kiosk.NewID(), Station: entry, screen: screen}
	return v, v.Fact(kiosk.VisitOpened, kiosk.Opened{
		Scenario: st.Scenario, Opening: st.Opening, Badge: badge, Language: "en", Party: 1, Rehearsal: st.Rehearsal,
	})
}

// At is the visitor at another station and screen.
func (v *Visitor) At(station, screen string) *Visitor {
	w := *v
	w.Station, w.screen = station, screen
	return &w
}

// Fact freezes one fact of the visit, as it happens now.
func (v *Visitor) Fact(typ string, body any) []byte {
	b, err := json.Marshal(body)
	if err != nil {
		panic(err) // bodies are plain data
	}
	return kiosk.Fact{ID: kiosk.NewID(), Visit: v.Visit, Station: v.Station, Screen: v.screen, Type: typ,
		At: time.Now().Add(v.ahead).UnixMilli(), Body: b}.Doc()
}

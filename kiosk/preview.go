package kiosk

import (
	"encoding/json"
	"fmt"
)

// previewSeed makes the same made-up visitor each time.
const previewSeed = 7

// previewBadge is worn by nobody: the code is not one that the room draws.
var previewBadge = Badge{Words: "Amber Otter", Colour: "#e6a100", Code: "0000", Shape: "disc", Pattern: "plain"}

// Preview is a station as a screen shows it, for a visitor who is made up. It
// needs nothing of the room but its settings, and leaves nothing in it.
type Preview struct {
	Room    RoomView        `json:"room"`
	Visit   *VisitView      `json:"visit,omitempty"` // none at an entry
	Offer   *Badge          `json:"offer,omitempty"` // at an entry
	Group   int             `json:"group,omitempty"` // in a room that rotates
	Answers json.RawMessage `json:"answers,omitempty"`
}

// Preview makes one, of a station of any version.
func (s Settings) Preview(on *Scenario, station, language string) (Preview, error) {
	place, ok := on.Place(station)
	if !ok {
		return Preview{}, Errorf(NotFound, "The scenario has no station %.64q.", station)
	}
	p := Preview{Room: s.view(on)}
	if s.Mode == Rotate {
		p.Group = 1
	}
	if reveals, ok := place.Station.(Revealer); ok {
		var err error
		if p.Answers, err = json.Marshal(reveals.Reveal()); err != nil {
			return Preview{}, fmt.Errorf("marshal what %s reveals: %w", place.ID, err)
		}
	}
	if place.Role == Opens {
		badge := previewBadge
		p.Offer = &badge
		return p, nil
	}
	view := madeUp(on, place, language, s.Comfort).view()
	p.Visit = &view
	return p, nil
}

// madeUp is a visitor who walked the stations before a place as each plays
// itself, and is there now.
func madeUp(on *Scenario, to *Place, language string, comfort Comfort) *Visit {
	v := NewVisit("preview", 0, on)
	at := int64(1)
	add := func(station, typ string, body any, ms int64) {
		doc, err := json.Marshal(body)
		if err != nil {
			panic(err) // bodies are plain data
		}
		f := Fact{ID: fmt.Sprintf("preview-%06d", len(v.facts)), Visit: v.ID, Station: station, Screen: "preview", Type: typ, At: at + ms, Body: doc}
		if f.read, err = f.check(); err == nil {
			v.Add(f)
			at = max(at, f.At)
		}
	}
	for i := range on.Places {
		p := &on.Places[i]
		if p.Role == Closes || p.ID == to.ID {
			continue
		}
		at++
		if p.Role == Opens && v.OpenedAt == 0 {
			add(p.ID, VisitOpened, Opened{Scenario: on.Hash, Badge: previewBadge, Language: language, Comfort: comfort, Party: 1, Rehearsal: true}, 0)
		}
		add(p.ID, StopEntered, struct{}{}, 0)
		if sim, ok := p.Station.(Simulator); ok {
			begun := at
			sim.Simulate(on, previewSeed, func(typ string, body any, ms int64) { add(p.ID, typ, body, begun+ms-at) })
		}
		add(p.ID, StopLeft, Leaving{Reason: "done"}, 1)
	}
	at++
	add(to.ID, StopEntered, struct{}{}, 0)
	return v
}

package kiosk

import "encoding/json"

// Act is one line of the room's log: what was done, when and by whom. It holds
// no words of a visitor's, and nothing by which one could be found later.
type Act struct {
	Seq     int64          `json:"seq"`
	At      int64          `json:"at"` // ms
	By      string         `json:"by"` // "organiser·3f2a", "timer", "plan" …
	Type    string         `json:"type"`
	Screen  string         `json:"screen,omitempty"`  // its name while the room has it, or else its id
	Station string         `json:"station,omitempty"` // id
	Visit   bool           `json:"visit,omitempty"`   // done to a visit
	Badge   string         `json:"badge,omitempty"`   // its words, while the visit is open
	Values  map[string]any `json:"values,omitempty"`  // of the body: what the log tells of it
}

// named are the keys of a body whose texts the log tells: they name things of
// the room. What people write stands under others.
var named = map[string]bool{
	"station": true, "do": true, "reason": true, "what": true, "scenario": true, "how": true, "role": true, "did": true, "phase": true, "channel": true,
}

// maxNamed is as long as such a text may be, in bytes.
const maxNamed = 64

// Act makes a line of the log of a fact that tells who did it.
func (r *Room) Act(seq int64, f Fact) Act {
	a := Act{Seq: seq, At: f.At, By: f.By, Type: f.Type, Screen: f.Screen, Station: f.Station, Visit: f.Visit != "", Values: f.values()}
	r.mu.Lock()
	defer r.mu.Unlock()
	if s := r.screens[f.Screen]; s != nil && s.Name != "" {
		a.Screen = s.Name
	}
	if v := r.visits[f.Visit]; v != nil && !v.Closed() {
		a.Badge = v.Badge.Words
	}
	return a
}

// values are what the log tells of a fact's body: numbers, yes and no, how long
// a list is, and the texts that name things of the room.
func (f Fact) values() map[string]any {
	var b map[string]any
	if json.Unmarshal(f.Body, &b) != nil {
		return nil
	}
	for key, value := range b {
		switch v := value.(type) {
		case bool, float64:
		case []any:
			b[key] = len(v)
		case string:
			if !named[key] || v == "" || len(v) > maxNamed {
				delete(b, key)
			}
		default:
			delete(b, key)
		}
	}
	return b
}

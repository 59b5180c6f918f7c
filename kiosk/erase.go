package kiosk

import (
	"encoding/json"
)

// Erasure takes a visit, or its words alone, out of the room: a withdrawal by
// its visitor, or the end of its retention. The fact that tells it stays; the
// bodies of the visit's other facts go in the same transaction, and facts of
// it that come later are acknowledged and dropped.
type Erasure struct {
	Words bool `json:"words"` // the words only: figures keep what the visit added
}

// Who erases, as the fact's By tells.
const (
	ByVisitor   = "visitor"
	ByRetention = "retention"
)

// Retention is how many days what visitors left is kept; 0 keeps it for good.
type Retention struct {
	Words    int `yaml:"words" json:"words"`       // days after a visit's end until its words go; its figures stay
	Visits   int `yaml:"visits" json:"visits"`     // days after its end until everything goes that a visit left; releases stay
	Takeaway int `yaml:"takeaway" json:"takeaway"` // days that a visitor can read their take-away page
	Backups  int `yaml:"backups" json:"backups"`   // days that copies of the room's file are kept, those made before a migration too
}

// judgeErasure tells whether a visit may be erased: its words alone only when
// it is over.
func (r *Room) judgeErasure(f Fact, v *Visit) error {
	if body[Erasure](f).Words && !v.Closed() {
		return Errorf(Conflict, "the visit is not over yet")
	}
	return nil
}

// erase takes a visit out of memory and off its screen.
func (r *Room) erase(v *Visit) {
	for screen, l := range r.leaving {
		if r.find(l.visit) == v {
			delete(r.leaving, screen)
		}
	}
	delete(r.visits, v.ID)
	r.changes.visit(v.ID)
	r.changes.closed = r.changes.closed || !v.Synthetic
	r.moved()
}

// WithoutWords is a fact's document without the visitor's words. They stand in
// bodies under the keys "words" and "text", a kind's own facts included, and
// nowhere else.
func WithoutWords(doc []byte) ([]byte, error) {
	var f Fact
	if err := json.Unmarshal(doc, &f); err != nil {
		return nil, err
	}
	if len(f.Body) == 0 {
		return doc, nil
	}
	var body map[string]json.RawMessage
	if err := json.Unmarshal(f.Body, &body); err != nil {
		return nil, err
	}
	_, words := body["words"]
	_, text := body["text"]
	if !words && !text {
		return doc, nil
	}
	delete(body, "words")
	delete(body, "text")
	b, err := json.Marshal(body)
	if err != nil {
		return nil, err
	}
	f.Body = b
	return f.Doc(), nil
}

package kiosk

import (
	"bytes"
	"encoding/json"
	"regexp"
	"strconv"
	"sync"
	"time"

	"github.com/google/uuid"
)

// MaxFact is the largest fact in bytes, MaxProgress the largest body of a
// stop.progress.
const (
	MaxFact     = 64 << 10
	MaxProgress = 16 << 10
)

// Fact is one thing that happened, written once and never changed. Its bytes
// are frozen where it is made; they are its identity.
type Fact struct {
	ID      string          `json:"id"`                // UUIDv7, made where it happened
	Visit   string          `json:"visit,omitempty"`   // UUIDv7; none for the room's own facts
	Station string          `json:"station,omitempty"` // id of the station in the scenario
	Screen  string          `json:"screen,omitempty"`  // id of the screen
	Type    string          `json:"type"`              // a type of this package, or "<kind>.<verb>"
	At      int64           `json:"at"`                // ms on the server's clock, as the screen knew it
	By      string          `json:"by,omitempty"`      // who did it; the room's own facts only
	Body    json.RawMessage `json:"body,omitempty"`    // an object; its shape goes with the type

	read any // the body as ParseFact read it, for types of this package
}

// Types of facts that every scenario has. A kind's own facts are named
// "<kind>.<verb>" and judged by the kind.
const (
	VisitOpened    = "visit.opened"    // Opened; by the screen of an entry
	VisitFinished  = "visit.finished"  // {}; the visitor is done, at an exit
	VisitClosed    = "visit.closed"    // Closing; by the room
	VisitErased    = "visit.erased"    // Erasure; by its visitor or the end of its retention
	VisitEnding    = "visit.ending"    // {}; the visitor wants to finish: the exit is next, until they begin another station
	VisitSent      = "visit.sent"      // Sending; by an organiser, as the next five
	VisitAdvanced  = "visit.advanced"  // {}; the stop that the visitor is at is over
	VisitReturned  = "visit.returned"  // {}; back to the station they were at before
	VisitReleased  = "visit.released"  // {}; their screen is free; the stop waits to be resumed
	VisitMerged    = "visit.merged"    // Merging; two badges of one person are one visit
	VisitUndone    = "visit.undone"    // Undoing; as if the fact that it names had not been told
	StopEntered    = "stop.entered"    // {}; the visitor is at this station, at this screen
	StopProgress   = "stop.progress"   // any object ≤ MaxProgress; the newest wins
	StopLeft       = "stop.left"       // Leaving
	StopHeld       = "stop.held"       // Holding; by the room, when it goes on after a pause
	Reacted        = "reaction"        // Reaction
	ReactionWorded = "reaction.worded" // Wording; words that follow a reaction
	Assumed        = "assumption"      // Assumption; before at the entry, after at the exit
	NotePut        = "note.put"        // NoteEdit; a note added, moved or reworded
	NoteRemoved    = "note.removed"    // NoteRemoval
	SentenceTold   = "sentence"        // Sentence
	PledgeMade     = "pledge"          // Pledge

	OpeningPrepared = "opening.prepared" // {}; the room is set up, visits are rehearsal
	OpeningOpened   = "opening.opened"   // {}; the doors open
	OpeningClosing  = "opening.closing"  // {}; nobody comes in any more
	OpeningClosed   = "opening.closed"   // {}; the doors close, open visits with them
	RoomPaused      = "room.paused"      // {}; everything stands still
	RoomResumed     = "room.resumed"     // {}; and goes on where it was
	ScreenPaired    = "screen.paired"    // Pairing
	ScreenAssigned  = "screen.assigned"  // Assignment
	ScreenRemoved   = "screen.removed"   // {}
	ScreenOrdered   = "screen.ordered"   // Order; to one screen, or without one to all
	RehearsalHeld   = "rehearsal.held"   // HeldRehearsal; its visits are erased
	BadgesPrinted   = "badges.printed"   // Sheet; badges that wait on paper

	SoundWasSet    = "sound.set"     // SoundSet
	SoundWasPlayed = "sound.played"  // SoundPlayed; to the whole room
	SoundStopped   = "sound.stopped" // {}; all of it

	RotationStarted  = "rotation.started"  // RotationBegun; the first turn
	RotationPaused   = "rotation.paused"   // {}
	RotationResumed  = "rotation.resumed"  // {}
	RotationAdjusted = "rotation.adjusted" // RotationChange
	RotationTurned   = "rotation.turned"   // RotationTurn; all move at once
	RotationEnded    = "rotation.ended"    // {}; everybody walks freely from now
)

var factType = regexp.MustCompile(`^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)?$`)

// ParseFact reads one fact and checks its form, not its sense; the body too,
// where the type is one of this package. Errors carry the code Invalid; the
// fact returned with one has whatever could be read, so that a refusal can
// name its id.
func ParseFact(doc []byte) (Fact, error) {
	var f Fact
	if len(doc) > MaxFact {
		return f, Errorf(Invalid, "a fact has at most %d bytes, this one %d", MaxFact, len(doc))
	}
	if !json.Valid(doc) || !f.plain(doc) {
		f = Fact{}
		if err := strict(doc, &f); err != nil {
			return f, Errorf(Invalid, "not a fact: %v", err)
		}
	}
	switch {
	case !isUUIDv7(f.ID):
		return f, Errorf(Invalid, "id is not a UUIDv7 in lower case: %.40q", f.ID)
	case f.Visit != "" && !isUUIDv7(f.Visit):
		return f, Errorf(Invalid, "visit is not a UUIDv7 in lower case: %.40q", f.Visit)
	case !factType.MatchString(f.Type) || len(f.Type) > 64:
		return f, Errorf(Invalid, "type is not a name, or two joined by a dot: %.40q", f.Type)
	case len(f.Station) > 64 || len(f.Screen) > 64 || len(f.By) > 64:
		return f, Errorf(Invalid, "station, screen and by have at most 64 bytes")
	case f.At <= 0:
		return f, Errorf(Invalid, "at is in milliseconds since 1970, not %d", f.At)
	case len(f.Body) > 0 && f.Body[0] != '{':
		return f, Errorf(Invalid, "body is an object")
	case f.Type == StopProgress && len(f.Body) > MaxProgress:
		return f, Errorf(Invalid, "progress has at most %d bytes, this one %d", MaxProgress, len(f.Body))
	}
	var err error
	f.read, err = f.check()
	return f, err
}

// plain reads a valid document in one pass, as almost every fact is written:
// an object of known keys, its texts plain. false for any other, which may be a
// fact for all that: strict tells.
func (f *Fact) plain(doc []byte) bool {
	known := false
	for key, value := range Members(doc) {
		var text *string
		switch string(key) {
		case "id":
			text = &f.ID
		case "visit":
			text = &f.Visit
		case "station":
			text = &f.Station
		case "screen":
			text = &f.Screen
		case "type":
			text = &f.Type
		case "by":
			text = &f.By
		case "at":
			var err error
			if f.At, err = strconv.ParseInt(string(value), 10, 64); err != nil {
				return false
			}
			continue
		case "body":
			f.Body = bytes.Clone(value)
			continue
		default:
			return false
		}
		if *text, known = plainText(value); !known {
			return false
		}
	}
	return known
}

// isUUIDv7 tells whether an id is written as NewID writes it.
func isUUIDv7(id string) bool {
	if len(id) != 36 || id[14] != '7' {
		return false
	}
	for i := range len(id) {
		switch c := id[i]; i {
		case 8, 13, 18, 23:
			if c != '-' {
				return false
			}
		default:
			if (c < '0' || c > '9') && (c < 'a' || c > 'f') {
				return false
			}
		}
	}
	return true
}

// NewID makes a UUIDv7.
func NewID() string { return uuid.Must(uuid.NewV7()).String() }

// NewFact makes a fact of the room's own. The body must marshal to an object.
func NewFact(now time.Time, typ, by string, body any) (Fact, error) {
	b, err := json.Marshal(body)
	if err != nil {
		return Fact{}, err
	}
	return Fact{ID: NewID(), Type: typ, At: now.UnixMilli(), By: by, Body: b}, nil
}

// Doc is the fact's frozen bytes; for facts made in this process.
func (f Fact) Doc() []byte {
	b, err := json.Marshal(f)
	if err != nil {
		panic(err) // a Fact has no value that JSON cannot hold, but for a broken Body
	}
	return b
}

// before orders facts by the time they happened; ids settle ties.
func (f Fact) before(g Fact) int {
	switch {
	case f.At != g.At:
		if f.At < g.At {
			return -1
		}
		return 1
	case f.ID < g.ID:
		return -1
	case f.ID > g.ID:
		return 1
	}
	return 0
}

// Decode reads the fact's body strictly into a pointer: an unknown key, a
// wrong type or a missing body is Invalid.
func (f Fact) Decode(into any) error {
	if err := strict(f.Body, into); err != nil {
		return Errorf(Invalid, "body of %s: %v", f.Type, err)
	}
	return nil
}

// strict reads one JSON value and refuses unknown keys.
func strict(doc []byte, into any) error {
	d := decoders.Get().(*decoder)
	d.source.Reset(doc)
	if err := d.Decode(into); err != nil {
		return err // it sticks to the decoder
	}
	if d.given += int64(len(doc)); d.InputOffset() == d.given { // nothing of it is left for the next
		decoders.Put(d)
	}
	return nil
}

// decoder is used for one document after another: a new one costs more than a
// fact's body.
type decoder struct {
	*json.Decoder
	source *bytes.Reader
	given  int64 // bytes, of all documents
}

var decoders = sync.Pool{New: func() any {
	d := &decoder{source: bytes.NewReader(nil)}
	d.Decoder = json.NewDecoder(d.source)
	d.DisallowUnknownFields()
	return d
}}

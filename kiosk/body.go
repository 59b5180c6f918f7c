package kiosk

import "slices"

// maxChange is less than a turn may be changed by, in ms.
const maxChange = 24 * 60 * 60 * 1000

// Longest words a visitor may leave, in bytes: a note, a sentence, a pledge.
const maxWords = 2000

// Opened begins a visit.
type Opened struct {
	Scenario   string  `json:"scenario"` // content hash the visit stays on
	Opening    string  `json:"opening"`  // id of the opening, as the screen's state told it
	Badge      Badge   `json:"badge"`
	Department string  `json:"department,omitempty"` // one of the room's, or none
	Language   string  `json:"language"`             // BCP 47
	Comfort    Comfort `json:"comfort"`
	Party      int     `json:"party"`           // people under this badge, 1–6
	Unrecorded bool    `json:"unrecorded"`      // walks without being recorded: whereabouts only, in no figure
	Rehearsal  bool    `json:"rehearsal"`       // synthetic, or begun before the doors opened; in no figure
	Group      int     `json:"group,omitempty"` // that moves together, from 1; 0 in a room without groups
}

// Badge names a visitor without a name.
type Badge struct {
	Words   string `json:"words"`             // "Amber Otter"; the dictionaries have both words
	Colour  string `json:"colour"`            // CSS hex
	Code    string `json:"code"`              // 4 characters without look-alikes
	Shape   string `json:"shape,omitempty"`   // drawn on it, for who cannot tell the colour
	Pattern string `json:"pattern,omitempty"` // of its edge, likewise
}

// Comfort is what a visitor chose once and finds on every screen.
type Comfort struct {
	LargeText     bool `json:"largeText" yaml:"large_text"`         // larger letters
	HighContrast  bool `json:"highContrast" yaml:"high_contrast"`   // stronger contrast
	Dim           bool `json:"dim" yaml:"dim"`                      // light words on dark paper
	ReducedMotion bool `json:"reducedMotion" yaml:"reduced_motion"` // nothing moves
	Transcript    bool `json:"transcript" yaml:"transcript"`        // reads instead of hearing
	MoreTime      bool `json:"moreTime" yaml:"more_time"`           // twice the time before a screen asks
}

// Closing tells why the room closed a visit: "organiser", "timeout" or "opening".
type Closing struct {
	Reason string `json:"reason"`
}

// Sheet is a sheet of badges printed beforehand.
type Sheet struct {
	Badges []Badge `json:"badges"`
}

// Leaving tells why a stop ended: "done", "skipped", "idle", "moved", or
// "rotated" when the round went on.
type Leaving struct {
	Reason string `json:"reason"`
}

// Moment is where in a station something was felt or seen: a time in its
// sound, or a place with a name there (a page, a line). Both may be absent.
type Moment struct {
	MS  *int64 `json:"ms,omitempty"`  // media time
	Ref string `json:"ref,omitempty"` // id of a page, step or line
}

// Reaction is how the visitor thinks the customer feels now.
type Reaction struct {
	Valence int     `json:"valence"` // −4 unpleasant … 4 pleasant
	Arousal int     `json:"arousal"` // −4 calm … 4 stirred
	Words   string  `json:"words,omitempty"`
	Moment  *Moment `json:"moment,omitempty"`
}

// Wording adds words to a reaction made before; the newest wins.
type Wording struct {
	Reaction string `json:"reaction"` // id of the reaction's fact
	Words    string `json:"words"`
}

// Assumption answers one of the scenario's assumptions.
type Assumption struct {
	Assumption string `json:"assumption"`
	Value      int    `json:"value"` // 0…10
}

// NoteEdit adds a note to the map or changes one, derived notes included; the
// newest edit of a note wins.
type NoteEdit struct {
	Note     string  `json:"note"` // id of a note on the map, or a new UUIDv7
	Section  Section `json:"section"`
	Text     string  `json:"text,omitempty"` // none: the note keeps its derived words
	Inferred bool    `json:"inferred"`
}

// NoteRemoval takes a note off the map.
type NoteRemoval struct {
	Note string `json:"note"`
}

// Sentence is the story in one sentence, told as the customer.
type Sentence struct {
	Text    string `json:"text"`
	Debrief bool   `json:"debrief,omitempty"` // may be shown, without the badge, in the opening's debrief
}

// Pledge is the one thing the visitor will do.
type Pledge struct {
	Text string `json:"text"`
	When string `json:"when,omitempty"` // "this week", as the visitor chose it
}

// Pairing makes a browser a screen of the room; the fact's Screen is its id.
type Pairing struct {
	Name    string `json:"name"`
	Station string `json:"station,omitempty"`
}

// Assignment puts a screen to a station; none takes it away.
type Assignment struct {
	Station string `json:"station"`
}

// check reads a body of this package's types and tells what is wrong with it;
// nil for the bodies of kinds.
func (f Fact) check() (any, error) {
	switch f.Type {
	case VisitOpened:
		return checked(f, func(b Opened) bool {
			return b.Scenario != "" && b.Badge.valid() && b.Group >= 0 && b.Party >= 1 && b.Party <= 6
		}, "needs a scenario, a badge and a party of 1 to 6")
	case VisitClosed:
		return checked(f, func(b Closing) bool { return b.Reason != "" }, "needs a reason")
	case VisitErased:
		return checked(f, func(Erasure) bool { return true }, "")
	case StopHeld:
		return checked(f, func(b Holding) bool { return b.From > 0 && b.To > b.From }, "ends after it began")
	case VisitSent:
		return checked(f, func(b Sending) bool { return len(b.Station) <= 64 }, "names a station, or none")
	case VisitMerged:
		return checked(f, func(b Merging) bool { return isUUIDv7(b.Into) && b.Into != f.Visit }, "needs another visit")
	case VisitUndone:
		return checked(f, func(b Undoing) bool { return isUUIDv7(b.Fact) }, "needs the id of a fact")
	case StopLeft:
		return checked(f, func(b Leaving) bool {
			return slices.Contains([]string{"done", "skipped", "idle", "moved", "rotated"}, b.Reason)
		}, `needs a reason: "done", "skipped", "idle", "moved" or "rotated"`)
	case Reacted:
		return checked(f, func(b Reaction) bool {
			return abs(b.Valence) <= 4 && abs(b.Arousal) <= 4 && len(b.Words) <= maxWords &&
				(b.Moment == nil || len(b.Moment.Ref) <= 64 && (b.Moment.MS == nil || *b.Moment.MS >= 0))
		}, "has valence and arousal from -4 to 4, and a moment not before the start")
	case ReactionWorded:
		return checked(f, func(b Wording) bool { return b.Reaction != "" && len(b.Words) <= maxWords },
			"needs the id of a reaction")
	case Assumed:
		return checked(f, func(b Assumption) bool { return b.Value >= 0 && b.Value <= 10 }, "has a value from 0 to 10")
	case NotePut:
		return checked(f, func(b NoteEdit) bool {
			return b.Note != "" && len(b.Note) <= 128 && b.Section.Valid() && len(b.Text) <= maxWords
		}, "needs a note and a section of the map")
	case NoteRemoved:
		return checked(f, func(b NoteRemoval) bool { return b.Note != "" }, "needs a note")
	case SentenceTold:
		return checked(f, func(b Sentence) bool { return len(b.Text) <= maxWords }, "is too long")
	case PledgeMade:
		return checked(f, func(b Pledge) bool { return len(b.Text) <= maxWords && len(b.When) <= 64 }, "is too long")
	case ScreenPaired:
		return checked(f, func(b Pairing) bool { return len(b.Name) <= 64 }, "has a name of at most 64 bytes")
	case ScreenAssigned:
		return checked(f, func(Assignment) bool { return true }, "")
	case RehearsalHeld:
		return checked(f, func(b HeldRehearsal) bool {
			return slices.Contains([]string{"finished", "stopped", "lost"}, b.Ended) && len(b.Bottleneck) <= 64
		}, `ended "finished", "stopped" or "lost"`)
	case ScreenOrdered:
		return checked(f, Order.valid, "is to reload, identify, blank, volume (0 to 100), mute or message (at most 200 characters)")
	case BadgesPrinted:
		return checked(f, func(b Sheet) bool {
			return len(b.Badges) > 0 && !slices.ContainsFunc(b.Badges, func(b Badge) bool { return !b.valid() })
		}, "needs badges")
	case SoundWasSet:
		return checked(f, func(b SoundSet) bool {
			return slices.Contains(Channels[:], b.Channel) && b.Volume >= 0 && b.Volume <= 100
		}, "needs a channel and a volume from 0 to 100")
	case SoundWasPlayed:
		return checked(f, func(b SoundPlayed) bool { return (b.Announcement == "") != (b.Station == "") }, "needs an announcement or a station")
	case RotationStarted:
		return checked(f, func(b RotationBegun) bool { return len(b.Stations) > 0 && b.Length > 0 }, "needs stations and a length")
	case RotationTurned:
		return checked(f, func(b RotationTurn) bool { return b.Turn > 1 }, "needs a turn from 2")
	case RotationAdjusted:
		return checked(f, func(b RotationChange) bool { return b.MS != 0 && b.MS > -maxChange && b.MS < maxChange }, "changes by less than a day")
	}
	return f.checkWords()
}

func checked[B any](f Fact, ok func(B) bool, want string) (any, error) {
	var b B
	if err := f.Decode(&b); err != nil {
		return nil, err
	}
	if !ok(b) {
		return nil, Errorf(Invalid, "%s %s", f.Type, want)
	}
	return b, nil
}

// body is a fact's body as a type of this package; the zero value if it is not
// one, which no fact that was taken has.
func body[B any](f Fact) B {
	if b, ok := f.read.(B); ok {
		return b
	}
	var b B
	_ = f.Decode(&b)
	return b
}

func abs(n int) int { return max(n, -n) }

package call

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
)

// lens is what Amazon Connect Contact Lens writes after a call, in its version
// 1.1.0 ("Example Contact Lens output files for a call", Amazon Connect
// Administrator Guide, contact-lens-example-output-files). Offsets are ms of
// the recording.
type lens struct {
	Channel         string
	ContentMetadata struct{ Output string } // "Raw" or "Redacted"
	Participants    []struct{ ParticipantID, ParticipantRole string }
	Transcript      []struct {
		ParticipantID                      string
		ParticipantRole                    string // of Transcribe Call Analytics, which is otherwise alike
		Content                            string
		BeginOffsetMillis, EndOffsetMillis int64
		Sentiment                          string
		Redaction                          *struct{ RedactedTimestamps json.RawMessage }
	}
}

type offsets struct{ BeginOffsetMillis, EndOffsetMillis int64 }

// withheld stands where words were taken out with the sound.
const withheld = "[…]"

// readLens reads post-call output. Of raw output, which marks what is to be
// redacted and still holds it, the words of marked turns are left out whole:
// nothing says which of them it is.
func readLens(doc []byte) (imported, error) {
	var l lens
	if err := json.Unmarshal(doc, &l); err != nil {
		return imported{}, fmt.Errorf("it is no Contact Lens output: %w", err)
	}
	if l.Channel != "" && l.Channel != "VOICE" {
		return imported{}, fmt.Errorf("it is of the channel %s: only calls are imported", l.Channel)
	}
	if len(l.Transcript) == 0 {
		return imported{}, errors.New("its transcript is empty")
	}
	names := map[string]string{}
	taken := map[string]int{}
	for _, p := range l.Participants {
		role := titled(p.ParticipantRole)
		if taken[role]++; taken[role] > 1 {
			role = fmt.Sprintf("%s %d", role, taken[role])
		}
		names[p.ParticipantID] = role
	}
	call := imported{customer: "Customer"}
	raw := 0
	for _, t := range l.Transcript {
		turn := said{from: t.BeginOffsetMillis, to: t.EndOffsetMillis, text: t.Content, sentiment: strings.ToLower(t.Sentiment)}
		for _, name := range []string{names[t.ParticipantID], titled(t.ParticipantRole), titled(t.ParticipantID)} {
			if turn.speaker == "" {
				turn.speaker = name
			}
		}
		if t.Redaction != nil {
			pieces, err := redactedIn(t.Redaction.RedactedTimestamps, turn)
			if err != nil {
				return imported{}, err
			}
			if call.redacted = append(call.redacted, pieces...); len(pieces) > 0 && l.ContentMetadata.Output == "Raw" {
				turn.text, raw = withheld, raw+1
			}
		}
		call.turns = append(call.turns, turn)
	}
	if raw > 0 {
		call.todo = append(call.todo, fmt.Sprintf("The output is raw: it still holds what is to be taken out, so %d of its %d captions say only %s. Write what may be read into them, or import the redacted output.",
			raw, len(l.Transcript), withheld))
	}
	return call, nil
}

// redactedIn are the pieces of a turn to be silenced. Some programs write them
// as lists of lists. One that lies outside its turn cannot be trusted: then it
// is the whole turn.
func redactedIn(doc json.RawMessage, turn said) ([]Piece, error) {
	var flat []offsets
	if err := json.Unmarshal(doc, &flat); err != nil {
		var nested [][]offsets
		if json.Unmarshal(doc, &nested) != nil {
			return nil, fmt.Errorf("a redaction at %s is no list of offsets: %w", clock(turn.from), err)
		}
		for _, some := range nested {
			flat = append(flat, some...)
		}
	}
	var pieces []Piece
	for _, o := range flat {
		p := Piece{o.BeginOffsetMillis, o.EndOffsetMillis}
		if p.From < turn.from || p.To > turn.to || p.To <= p.From {
			p = Piece{turn.from, turn.to}
		}
		pieces = append(pieces, p)
	}
	return pieces, nil
}

// titled is a role as people write it: "Customer".
func titled(role string) string {
	if role == "" {
		return ""
	}
	return strings.ToUpper(role[:1]) + strings.ToLower(role[1:])
}

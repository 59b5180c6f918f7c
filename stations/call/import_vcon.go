package call

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"immersion/kiosk"
)

// vcon is what is read of an IETF vCon: draft-ietf-vcon-vcon-core-04 (September
// 2026), sections on the parties, dialog and analysis objects, and the names
// that earlier drafts gave to the same (mimetype; alg with signature).
type vcon struct {
	Subject   string      `json:"subject"`
	CreatedAt string      `json:"created_at"`
	Parties   []vconParty `json:"parties"`
	Dialog    []struct {
		vconContent
		Type  string `json:"type"`
		Start string `json:"start"`
	} `json:"dialog"`
	Analysis []struct {
		vconContent
		Type   string `json:"type"`
		Vendor string `json:"vendor"`
		Schema string `json:"schema"`
	} `json:"analysis"`
}

type vconParty struct {
	Name string `json:"name"`
	Role string `json:"role"`
}

// readVCon takes the one recording of a vCon and its transcript.
func readVCon(doc []byte, file kiosk.Import) (imported, error) {
	var v vcon
	if err := json.Unmarshal(doc, &v); err != nil {
		return imported{}, fmt.Errorf("it is no vCon: %w", err)
	}
	call := imported{about: v.Subject, when: v.CreatedAt}
	for i, d := range v.Dialog {
		if d.Type != "recording" || !d.there() {
			continue
		}
		if call.sound != nil {
			return imported{}, errors.New("it holds more than one recording: a station plays one, so give each a vCon of its own")
		}
		sound, todo, err := d.recording(file)
		if err != nil {
			return imported{}, fmt.Errorf("dialog[%d]: %w", i, err)
		}
		call.sound, call.when = sound, d.Start
		call.todo = append(call.todo, todo...)
	}
	for i, a := range v.Analysis {
		if !slices.Contains([]string{"transcript", "wtf_transcription", "wtf-transcription"}, a.Type) || !a.there() {
			continue
		}
		body, todo, err := a.bytes(file)
		if err != nil {
			return imported{}, fmt.Errorf("analysis[%d]: %w", i, err)
		}
		more, err := readTranscript(body, v.Parties)
		switch {
		case err != nil:
			err = fmt.Errorf("analysis[%d] is a transcript of %q, schema %q: %w", i, a.Vendor, a.Schema, err)
		default:
			err = call.join(more)
		}
		if err != nil {
			return imported{}, err
		}
		call.todo = append(call.todo, todo...)
	}
	if call.customer == "" {
		call.customer = customer(v.Parties)
	}
	return call, nil
}

// customer is the one party who is said to be it.
func customer(parties []vconParty) string {
	name := ""
	for i, p := range parties {
		if r := strings.ToLower(p.Role); r == "customer" || r == "caller" || r == "client" {
			if name != "" {
				return ""
			}
			name = partyName(parties, i)
		}
	}
	return name
}

func partyName(parties []vconParty, i int) string {
	if i < 0 || i >= len(parties) {
		return ""
	}
	for _, name := range []string{parties[i].Name, titled(parties[i].Role)} {
		if name != "" {
			return name
		}
	}
	return fmt.Sprintf("Speaker %d", i+1)
}

// segment is a piece of a transcript in JSON: of the World Transcription Format
// (draft-howe-vcon-wtf-extension-02, "segments") and of those that look alike.
// Times are seconds.
type segment struct {
	Start, End float64
	Text       string
	Speaker    any  // number or text: a key of speakers, or a name
	Party      *int // index into the vCon's parties
	Sentiment  string
}

// readTranscript reads the body of a transcript, which the core draft leaves open.
func readTranscript(body []byte, parties []vconParty) (imported, error) {
	text := strings.TrimSpace(strings.TrimPrefix(string(body), "\ufeff"))
	if strings.HasPrefix(text, "WEBVTT") || !strings.HasPrefix(text, "{") && !strings.HasPrefix(text, "[") && strings.Contains(text, "-->") {
		return readCaptions("the transcript", strings.NewReader(text))
	}
	var wtf struct {
		Transcript json.RawMessage `json:"Transcript"` // of Contact Lens
		Segments   []segment       `json:"segments"`
		Speakers   map[string]struct{ Label, Name string }
	}
	unread := errors.New("of such only WebVTT, SRT, WTF segments and Contact Lens are read; import its captions as a file beside the recording")
	if strings.HasPrefix(text, "[") {
		if err := json.Unmarshal([]byte(text), &wtf.Segments); err != nil {
			return imported{}, unread
		}
	} else if err := json.Unmarshal([]byte(text), &wtf); err != nil {
		return imported{}, unread
	}
	if strings.HasPrefix(string(wtf.Transcript), "[") {
		return readLens([]byte(text))
	}
	if len(wtf.Segments) == 0 {
		return imported{}, unread
	}
	var call imported
	for _, s := range wtf.Segments {
		if !(s.Start >= 0 && s.End <= maxMS/1000) {
			return imported{}, fmt.Errorf("a segment lasts from %g to %g seconds", s.Start, s.End)
		}
		turn := said{from: int64(s.Start*1000 + 0.5), to: int64(s.End*1000 + 0.5), text: s.Text, sentiment: strings.ToLower(s.Sentiment)}
		if s.Speaker != nil {
			key := fmt.Sprint(s.Speaker)
			switch known := wtf.Speakers[key]; {
			case known.Label+known.Name != "":
				turn.speaker = known.Label
				if turn.speaker == "" {
					turn.speaker = known.Name
				}
			case strings.Trim(key, "0123456789") == "":
				turn.speaker = "Speaker " + key
			default:
				turn.speaker = key
			}
		}
		if s.Party != nil {
			turn.speaker = partyName(parties, *s.Party)
		}
		call.turns = append(call.turns, turn)
	}
	return call, nil
}

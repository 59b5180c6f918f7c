package server

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"

	"immersion/kiosk"
)

// Protocol v1: what goes over /api/v1/socket, one document a frame.
const (
	subprotocol = "immersion.v1"
	maxFrame    = 1 << 20 // bytes
	maxBatch    = 100     // facts a frame
)

// FromScreen is a frame from a screen. Type says which fields it has.
type FromScreen struct {
	Type     string `json:"type" jsonschema:"enum=hello,enum=facts,enum=presence"`
	Screen   string `json:"screen,omitempty"`   // hello: the screen's id, as far as it knows
	Protocol int    `json:"protocol,omitempty"` // hello: 1
	State    int64  `json:"state,omitempty"`    // hello, presence: version of the state it shows
	Batch    batch  `json:"batch,omitempty"`    // facts
	Sent     int64  `json:"sent,omitempty"`     // presence: ms on the screen's clock
	Touched  int64  `json:"touched,omitempty"`  // presence: ms since the last touch
	Told            // presence
}

// readFrame reads a frame. Facts lie in it as they came.
func readFrame(doc []byte) (f FromScreen, err error) {
	if !json.Valid(doc) || !f.plain(doc) {
		f = FromScreen{}
		err = json.Unmarshal(doc, &f)
	}
	return f, err
}

// plain reads the frame that comes most, of facts and nothing else, in one
// pass; false for any other.
func (f *FromScreen) plain(doc []byte) bool {
	for key, value := range kiosk.Members(doc) {
		switch {
		case string(key) == "type" && string(value) == `"facts"`:
			f.Type = "facts"
		case string(key) == "batch" && value[0] == '[':
			f.Batch = slices.AppendSeq(f.Batch, kiosk.Elements(value))
		default:
			return false
		}
	}
	return f.Type == "facts"
}

// batch splits an array of facts without changing a byte of them: their bytes
// are their identity. The parts lie in the frame, which must not be reused.
type batch [][]byte

// UnmarshalJSON cuts a valid array into its elements.
func (b *batch) UnmarshalJSON(doc []byte) error {
	if len(doc) == 0 || doc[0] != '[' {
		return kiosk.Errorf(kiosk.Invalid, "batch is an array of facts")
	}
	*b = slices.AppendSeq(*b, kiosk.Elements(doc))
	return nil
}

// MarshalJSON joins the elements again.
func (b batch) MarshalJSON() ([]byte, error) {
	return append(append([]byte{'['}, bytes.Join(b, []byte{','})...), ']'), nil
}

// StateFrame is the whole of what a screen is to show.
type StateFrame struct {
	Type string `json:"type" jsonschema:"enum=state"`
	kiosk.ScreenState
}

// AckFrame says which facts are on disk.
type AckFrame struct {
	Type string   `json:"type" jsonschema:"enum=ack"`
	IDs  []string `json:"ids"`
}

// RefuseFrame says which fact is refused for good, and why. Without an id it
// is the frame that makes no sense.
type RefuseFrame struct {
	Type    string     `json:"type" jsonschema:"enum=refuse"`
	ID      string     `json:"id"`
	Code    kiosk.Code `json:"code"`
	Message string     `json:"message"`
}

// ClockFrame answers a presence: the screen sets its clock by it.
type ClockFrame struct {
	Type   string `json:"type" jsonschema:"enum=clock"`
	Sent   int64  `json:"sent"`   // as the presence had it
	Server int64  `json:"server"` // ms on the server's clock
}

// unversioned is how a ScreenState begins while the server has not numbered it.
const unversioned = `{"version":0`

// stateBody encodes a state without its version, to be compared and numbered.
func stateBody(st kiosk.ScreenState) []byte {
	st.Version = 0
	doc, err := json.Marshal(st)
	if err != nil {
		panic(err) // plain data but for Progress, which was valid when it was taken
	}
	return doc[len(unversioned):]
}

// stateFrame numbers an encoded state.
func stateFrame(version int64, body []byte) []byte {
	frame := make([]byte, 0, len(body)+48)
	frame = append(frame, `{"type":"state","version":`...)
	frame = strconv.AppendInt(frame, version, 10)
	return append(frame, body...)
}

func refusal(id string, err *kiosk.Error) []byte {
	doc, _ := json.Marshal(RefuseFrame{"refuse", id, err.Code, err.Message})
	return doc
}

func clock(sent, server int64) []byte {
	b := append([]byte(nil), `{"type":"clock","sent":`...)
	b = strconv.AppendInt(b, sent, 10)
	b = append(b, `,"server":`...)
	b = strconv.AppendInt(b, server, 10)
	return append(b, '}')
}

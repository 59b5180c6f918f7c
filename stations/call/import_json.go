package call

import (
	"encoding/json"
	"errors"
	"fmt"

	"immersion/kiosk"
)

var errSealed = errors.New("it is a signed or encrypted vCon (JWS or JWE), which is not opened here: " +
	"whoever holds the key verifies or decrypts it first, and gives you the vCon inside")

// readJSON tells vCon from Contact Lens output by their keys.
func readJSON(doc []byte, file kiosk.Import) (imported, error) {
	var probe struct {
		VCon       *string         `json:"vcon"`
		Signatures json.RawMessage `json:"signatures"` // JWS, RFC 7515, 7.2.1
		Payload    *string         `json:"payload"`
		Ciphertext *string         `json:"ciphertext"` // JWE, RFC 7516, 7.2.1
		Transcript json.RawMessage `json:"Transcript"`
	}
	if err := json.Unmarshal(doc, &probe); err != nil {
		return imported{}, fmt.Errorf("it is no JSON: %w", err)
	}
	switch {
	case probe.Ciphertext != nil, probe.Payload != nil, probe.Signatures != nil:
		return imported{}, errSealed
	case probe.VCon != nil:
		return readVCon(doc, file)
	case probe.Transcript != nil:
		return readLens(doc)
	}
	return imported{}, errors.New(`it is neither a vCon (no "vcon") nor Contact Lens output (no "Transcript")`)
}

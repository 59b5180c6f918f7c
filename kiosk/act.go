package kiosk

// Facts of the room's own that say what somebody did at a desk. They move
// nothing in the room; the log lists them.
const (
	PassphraseSet = "passphrase.set" // PassphraseChange
	ScenarioUsed  = "scenario.used"  // ScenarioUse; new visits get another version
	SupportMade   = "support.made"   // {}; a bundle for whoever mends the room
)

// ByFile is who takes a version in when the scenario's files are saved.
const ByFile = "file"

// PassphraseChange tells whose passphrase was set, and never which it is.
type PassphraseChange struct {
	Role  string `json:"role"`
	Taken bool   `json:"taken,omitempty"` // the role has none any more
}

// ScenarioUse tells which version new visits get, and how it came to be.
type ScenarioUse struct {
	Scenario string `json:"scenario"` // hash
	How      string `json:"how"`      // "uploaded", "chosen", "files" for what lies in the folder, "saved" for a change of them
}

// ofDesk tells whether a fact is one of these.
func (f Fact) ofDesk() bool {
	return f.Type == PassphraseSet || f.Type == ScenarioUsed || f.Type == SupportMade
}

// checkDesk is check for the facts of this file.
func (f Fact) checkDesk() (any, error) {
	switch f.Type {
	case PassphraseSet:
		return checked(f, func(b PassphraseChange) bool { return b.Role != "" }, "names a role")
	case ScenarioUsed:
		return checked(f, func(b ScenarioUse) bool { return b.Scenario != "" && b.How != "" }, "names a version, and how it came")
	case PlanReached:
		return checked(f, func(b PlanPoint) bool { return b.Step > 0 && b.Do != "" }, "names a step of the plan, and what it asks for")
	}
	return nil, nil
}

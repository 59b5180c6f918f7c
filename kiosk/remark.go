package kiosk

// Remarker is a station with something to tell its author that is no fault:
// what it worked out, or what looks unmeant. Its Check has found no fault.
type Remarker interface {
	Remarks() []Remark
}

// Remark is one thing told to an author by `immersion check`; it hinders nothing.
type Remark struct {
	Path    string // in the settings, as Fault.Path; "" for the station as a whole
	Message string
}

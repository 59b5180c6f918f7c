package kiosk

// Sending sends a visitor to a station, before all that way-finding would say,
// until they enter one; none takes it back.
type Sending struct {
	Station string `json:"station"`
}

// Merging makes a visit part of another: both are one person's.
type Merging struct {
	Into string `json:"into"` // visit that goes on
}

// Undoing takes back what was done to a visit.
type Undoing struct {
	Fact string `json:"fact"` // id of a fact of the visit
}

// ordered tells whether the fact is what an organiser did to a visit.
func (f Fact) ordered() bool {
	switch f.Type {
	case VisitSent, VisitAdvanced, VisitReturned, VisitReleased, VisitMerged, VisitUndone:
		return true
	}
	return false
}

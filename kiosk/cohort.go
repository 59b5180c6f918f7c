package kiosk

import "strings"

// Partition is a fixed way to part the visits of a scenario version. There are
// no others, and no free ranges of time: whoever may draw the border themselves
// can draw it around one visitor.
type Partition string

const (
	ByDepartment Partition = "department" // key: a department's id, "" for visits without one
	ByOpening    Partition = "opening"    // key: the id of the fact that opened the doors
	ByMonth      Partition = "month"      // key: "2026-11", when the opening opened on the room's calendar
)

// Cohort is some visits of one scenario version: all of them, or one part of a
// partition. As a string, "department:sales", it stands in links.
type Cohort struct {
	Scenario string // hash of the version; "" for the one visited last
	By       Partition
	Key      string
}

// ParseCohort reads the id of a cohort; "" is all visits of the version.
func ParseCohort(scenario, id string) (Cohort, error) {
	c := Cohort{Scenario: scenario}
	if id == "" {
		return c, nil
	}
	by, key, ok := strings.Cut(id, ":")
	switch c.By, c.Key = Partition(by), key; c.By {
	case ByDepartment, ByOpening, ByMonth:
		if ok && len(key) <= 64 {
			return c, nil
		}
	}
	return Cohort{}, Errorf(Invalid, "%.40q is no cohort; a cohort is department:ID, opening:ID, month:YYYY-MM, or none", id)
}

// ID is the cohort within its scenario version, as links have it.
func (c Cohort) ID() string {
	if c.By == "" {
		return ""
	}
	return string(c.By) + ":" + c.Key
}

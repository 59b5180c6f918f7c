package kiosk

import (
	"errors"
	"fmt"
)

// Code is one of the closed set of reasons for which the room says no. The
// same codes stand in refused facts, in HTTP problems and in the log.
type Code string

const (
	Invalid      Code = "invalid"      // it makes no sense as it stands
	NotFound     Code = "not_found"    // it names something that is not there
	Unauthorised Code = "unauthorised" // who asks is not known
	Forbidden    Code = "forbidden"    // who asks is known and may not
	Conflict     Code = "conflict"     // it contradicts what was taken before
	Closed       Code = "closed"       // it comes after its visit's or opening's end
	Unavailable  Code = "unavailable"  // not now; ask again, nothing is lost
	Internal     Code = "internal"     // our fault
)

// Error is a refusal: a code for programs and a sentence for people.
type Error struct {
	Code    Code   `json:"code"`
	Message string `json:"message"`
}

func (e *Error) Error() string { return string(e.Code) + ": " + e.Message }

// Errorf makes a refusal with a formatted sentence.
func Errorf(code Code, format string, args ...any) *Error {
	return &Error{Code: code, Message: fmt.Sprintf(format, args...)}
}

// CodeOf finds the code in an error chain; an error without one is Internal.
func CodeOf(err error) Code {
	var e *Error
	if errors.As(err, &e) {
		return e.Code
	}
	return Internal
}

// Verdict is what became of one fact. Err nil: it is on disk. With the code
// Unavailable it is neither taken nor refused: the sender keeps it and asks again.
type Verdict struct {
	ID  string
	Err *Error
}

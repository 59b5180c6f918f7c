package server

import (
	"regexp"
	"testing"
)

// A secret is pasted into a command, where what begins with a dash is a flag.
func TestSecretsAreNoFlags(t *testing.T) {
	form := regexp.MustCompile(`^[0-9a-z]{64}$`)
	for range 500 {
		if s := newSecret(); !form.MatchString(s) {
			t.Fatalf("a secret is %q", s)
		}
	}
}

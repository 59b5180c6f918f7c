//go:build !linux

package speaker

import "errors"

func hush() {}

func name(string, string) error {
	return errors.New("a sound device can be named on Linux only; without a name it is the system's default")
}

func there(string) error { return nil }

func anything() bool { return true }

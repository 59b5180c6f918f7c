package portal

import (
	"fmt"
	"time"
)

// Wait is a length of time, in ms; files write it as "1.5s" or "40s".
type Wait int64

// longestWait keeps a portal from waiting longer than a visit lasts.
const longestWait = Wait(10 * time.Minute / time.Millisecond)

// UnmarshalYAML takes a duration as Go writes them, up to ten minutes.
func (w *Wait) UnmarshalYAML(unmarshal func(any) error) error {
	var s string
	if err := unmarshal(&s); err != nil {
		return err
	}
	d, err := time.ParseDuration(s)
	*w = Wait(d.Milliseconds())
	if err != nil || *w < 0 || *w > longestWait {
		return fmt.Errorf(`%q is not a time up to 10m, such as "1.5s"`, s)
	}
	return nil
}

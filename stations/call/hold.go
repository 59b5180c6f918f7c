package call

import (
	"fmt"
	"time"

	"immersion/kiosk"
)

// Segment is a piece of the call in which nobody is there for the customer.
type Segment struct {
	What      string        `yaml:"what"`      // "hold" or "transfer"
	From      int64         `yaml:"from"`      // ms
	To        int64         `yaml:"to"`        // ms
	Label     kiosk.Text    `yaml:"label"`     // what the screen says while it lasts: "On hold."
	Waited    time.Duration `yaml:"waited"`    // how long the customer waited; the music goes round until then. Optional
	Shortened time.Duration `yaml:"shortened"` // how long visitors wait instead; the screen says so. Optional
}

// waits is how many ms visitors wait: as long as the organiser wants, else as
// long as the customer did, else as long as the recording does.
func (g Segment) waits() int64 {
	switch {
	case g.Shortened > 0:
		return g.Shortened.Milliseconds()
	case g.Waited > 0:
		return g.Waited.Milliseconds()
	}
	return g.To - g.From
}

func (g Segment) span() span { return span{g.From, g.To} }

// least and most bound a wait, so that music can go round and a visit can end.
const (
	leastLoop = 1000 // ms
	mostWait  = time.Hour
)

func (s *Station) checkSegments(c *check, heard bool) {
	var end int64
	for i, g := range s.Segments {
		at := func(key string) string { return fmt.Sprintf("segments[%d].%s", i, key) }
		if g.What != "hold" && g.What != "transfer" {
			c.add(at("what"), fmt.Sprintf("%q is no kind of segment", g.What), "hold or transfer")
		}
		c.text(at("label"), g.Label, "the segment says nothing while it lasts")
		switch {
		case g.From < end:
			c.add(at("from"), "the segment begins before the one above it ends", fmt.Sprintf("from %d ms", end))
		case g.To <= g.From:
			c.add(at("to"), "the segment ends before it begins", fmt.Sprintf("more than %d ms", g.From))
		case heard && g.To > s.sound.Duration:
			c.add(at("to"), "the segment ends after the recording", fmt.Sprintf("up to %d ms", s.sound.Duration))
		default:
			g.checkWait(c, at)
		}
		end = max(end, g.To)
	}
}

func (g Segment) checkWait(c *check, at func(string) string) {
	recorded := time.Duration(g.To-g.From) * time.Millisecond
	switch {
	case g.Waited < 0 || g.Waited > mostWait:
		c.add(at("waited"), fmt.Sprintf("nobody waits for %s", g.Waited), "up to 1h")
	case g.Waited > 0 && g.Waited < recorded:
		c.add(at("waited"), fmt.Sprintf("the recording alone holds %s of it", recorded), fmt.Sprintf("%s or more; “shortened” makes it less for visitors", recorded))
	case g.Shortened < 0 || g.Shortened > 0 && g.Shortened < time.Second:
		c.add(at("shortened"), fmt.Sprintf("%s is no wait", g.Shortened), "1s or more")
	case g.Shortened > 0 && g.Shortened >= max(g.Waited, recorded):
		c.add(at("shortened"), fmt.Sprintf("%s is not shorter than the customer's wait", g.Shortened), fmt.Sprintf("less than %s", max(g.Waited, recorded)))
	case g.waits() > g.To-g.From && g.To-g.From < leastLoop:
		c.add(at("to"), "this is too short to go round until the wait is over", fmt.Sprintf("from %d ms", g.From+leastLoop))
	}
}

// audible is what of the recording there is to hear: from the menu's end on,
// without what a shortened wait leaves out.
func (s *Station) audible() []span {
	from := s.begins()
	var all []span
	for _, g := range s.Segments {
		if cut := g.From + g.waits(); cut < g.To {
			all = append(all, span{from, max(from, cut)})
			from = max(from, g.To)
		}
	}
	return merged(append(all, span{from, s.sound.Duration}))
}

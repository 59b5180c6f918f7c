// Package stations is the list of the kinds of station there are. Each kind
// is a folder here that holds its Go, its element, its styles, its
// dictionaries, its example and its tests.
package stations

import (
	"immersion/kiosk"
	"immersion/stations/call"
	"immersion/stations/desk"
	"immersion/stations/entry"
	"immersion/stations/exit"
	"immersion/stations/invoice"
	"immersion/stations/journey"
	"immersion/stations/observe"
	"immersion/stations/portal"
	"immersion/stations/recall"
	"immersion/stations/story"
)

// Kinds lists every kind, in the order of a visit.
func Kinds() []kiosk.Kind {
	return []kiosk.Kind{
		entry.Kind{},
		recall.Kind{},
		call.Kind{},
		portal.Kind{},
		invoice.Kind{},
		story.Kind{},
		desk.Kind{},
		journey.Kind{},
		observe.Kind{},
		exit.Kind{},
	}
}

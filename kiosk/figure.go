package kiosk

// Shape is how a figure's cells add up over visits, and how it is drawn.
// There are five; insight knows these and never a kind's name.
type Shape string

const (
	Count  Shape = "count"  // how often: sum of Count, by Key
	Share  Shape = "share"  // how many visits did: sum of Part over sum of Whole, by Key
	Number Shape = "number" // a measure: mean and spread of Value, by Key; geometric if the figure says Log
	Curve  Shape = "curve"  // a level over media time: mean of Points, by second
	Flow   Shape = "flow"   // steps from one place to the next: sum of Edges
)

// FeelingUnit is the unit of what the affect grid gives, −4…4. Pages halve it
// for the journey's −2…+2.
const FeelingUnit = "feeling"

// Figure declares one figure of a station.
type Figure struct {
	Name  string          `json:"name"`            // unique in the station
	Shape Shape           `json:"shape"`           //
	Label string          `json:"label"`           // key in the kind's dictionary
	Unit  string          `json:"unit,omitempty"`  // "ms", "EUR", FeelingUnit …; "" for none
	Log   bool            `json:"log,omitempty"`   // Number: geometric mean (values > 0)
	Keys  map[string]Text `json:"keys,omitempty"`  // what each key stands for, if the figure has keys
	Media string          `json:"media,omitempty"` // Curve: file whose time it runs over
	Said  bool            `json:"said,omitempty"`  // what visitors say of it, not what they did
	Joins bool            `json:"joins,omitempty"` // Count: keys follow one another in their own order; neighbours are joined until enough visits stand behind
}

// Cell is what one visit adds to one figure.
type Cell struct {
	Station string  `json:"station,omitempty"` // filled in by the visit
	Figure  string  `json:"figure"`
	Shape   Shape   `json:"shape"`
	Key     string  `json:"key,omitempty"`
	Count   int     `json:"count,omitempty"`
	Part    int     `json:"part,omitempty"`
	Whole   int     `json:"whole,omitempty"`
	Value   float64 `json:"value,omitempty"`
	Points  []Point `json:"points,omitempty"`
	Edges   []Edge  `json:"edges,omitempty"`
}

// Released is a share that a release tells: Part of Whole visits did.
type Released struct {
	Figure string `json:"figure"`
	Key    string `json:"key,omitempty"`
	Part   int    `json:"part"`
	Whole  int    `json:"whole"`
}

// Point is a curve's level in one second of media time.
type Point struct {
	Second int     `json:"s"`
	Value  float64 `json:"v"`
}

// Edge is one step of a flow, and how often the visit took it.
type Edge struct {
	From  string `json:"from"`
	To    string `json:"to"`
	Count int    `json:"count"`
}

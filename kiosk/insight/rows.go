package insight

import (
	"context"
	"io"
	"iter"
	"strconv"

	"immersion/kiosk"
)

// Export is what file to write, and how to say things in it.
type Export struct {
	Format   string // "csv", "words.csv", "dictionary.csv", "xlsx", "jsonl", "xapi.jsonl", "html"
	Version  string // of xAPI: "1.0.3", which is meant without one, or "2.0"
	Home     string // address of the room, for ids in xAPI
	Language string // what Read and Say speak
	Read     func(kiosk.Text) string
	Say      func(key string) string // words of the pages by key
}

// Export writes a file of releases. Without a cohort it holds every cohort, but
// for html, which is of one.
func (in *Insight) Export(ctx context.Context, out io.Writer, of kiosk.Cohort, as Export) error {
	l, all, err := in.read(of.Scenario)
	if err != nil {
		return err
	}
	e := export{Export: as, ctx: ctx, in: in, ledger: l, all: all, of: of}
	switch as.Format {
	case "csv":
		return e.csv(out)
	case "dictionary.csv":
		return e.dictionary(out)
	case "words.csv":
		return e.wordsCSV(out)
	case "xlsx":
		return e.xlsx(out)
	case "jsonl":
		return e.jsonl(out)
	case "xapi.jsonl":
		return e.xapi(out)
	case "html":
		return e.html(out)
	}
	return kiosk.Errorf(kiosk.NotFound, "there is no export %.20q", as.Format)
}

// export is a file being written.
type export struct {
	Export
	ctx    context.Context
	in     *Insight
	ledger ledger
	all    []shown
	of     kiosk.Cohort
}

// Row is one value of a release, as tables have it.
type Row struct {
	Release  int      `json:"release"`
	Scenario string   `json:"scenario"`
	Cohort   string   `json:"cohort"`
	Station  string   `json:"station"`
	Place    string   `json:"place"` // the station's title
	Figure   string   `json:"figure"`
	Label    string   `json:"label"`
	Shape    string   `json:"shape"`
	Key      string   `json:"key"`
	Last     string   `json:"last"`
	Meaning  string   `json:"meaning"` // of the key
	Second   *int     `json:"second,omitempty"`
	From     string   `json:"from"`
	To       string   `json:"to"`
	Status   string   `json:"status"` // "value", "none", "too few"
	AsOf     int      `json:"as_of"`
	N        *int     `json:"n,omitempty"`
	Count    *int     `json:"count,omitempty"`
	Part     *int     `json:"part,omitempty"`
	Whole    *int     `json:"whole,omitempty"`
	Mean     *float64 `json:"mean,omitempty"`
	Spread   *float64 `json:"spread,omitempty"`
	Low      *float64 `json:"low,omitempty"`
	High     *float64 `json:"high,omitempty"`
	Unit     string   `json:"unit"`
}

// What stands in Row.Status.
const (
	isValue  = "value"
	isNone   = "none"
	isTooFew = "too few"
)

// columns are a row's, in their order, and what the dictionary says of them.
var columns = []struct {
	name, says string
	of         func(Row) any // string, int, float64; nil for nothing
}{
	{"release", "number of the release", func(r Row) any { return r.Release }},
	{"scenario", "hash of the scenario version", func(r Row) any { return r.Scenario }},
	{"cohort", "which visits: empty for all of the version, or department:ID, opening:ID, month:YYYY-MM", func(r Row) any { return r.Cohort }},
	{"station", "id of the station in the scenario; empty for the whole walk", func(r Row) any { return r.Station }},
	{"place", "the station's title", func(r Row) any { return r.Place }},
	{"figure", "name of the figure, unique in its station", func(r Row) any { return r.Figure }},
	{"label", "the figure in words", func(r Row) any { return r.Label }},
	{"shape", "count, share, number, curve or flow: which columns below have values", func(r Row) any { return r.Shape }},
	{"key", "what the value stands for, where the figure has several", func(r Row) any { return r.Key }},
	{"last", "last key, where neighbouring keys are joined; key is the first", func(r Row) any { return r.Last }},
	{"meaning", "the key in words", func(r Row) any { return r.Meaning }},
	{"second", "curve: where the stretch of 5 seconds begins, in media time; a level stands until the next", func(r Row) any { return num(r.Second) }},
	{"from", "flow: from which place", func(r Row) any { return r.From }},
	{"to", "flow: to which place", func(r Row) any { return r.To }},
	{"status", "value; none: nobody; too few: fewer visits than may be told, which is not none", func(r Row) any { return r.Status }},
	{"as_of", "number of the release that last moved the value", func(r Row) any { return r.AsOf }},
	{"n", "visits behind the value; a party counts once", func(r Row) any { return num(r.N) }},
	{"count", "count, flow: how often", func(r Row) any { return num(r.Count) }},
	{"part", "share: this many visits …", func(r Row) any { return num(r.Part) }},
	{"whole", "share: … of this many", func(r Row) any { return num(r.Whole) }},
	{"mean", "number, curve: mean over visits; geometric where the figure is on a ratio scale", func(r Row) any { return num(r.Mean) }},
	{"spread", "number, curve: standard deviation; where the mean is geometric, the factor of one", func(r Row) any { return num(r.Spread) }},
	{"low", "number: lower end of the 95 % interval of the mean, Student's t; of a shift, the paired one", func(r Row) any { return num(r.Low) }},
	{"high", "number: upper end", func(r Row) any { return num(r.High) }},
	{"unit", "ms, a currency, feeling (−4 to +4) or nothing", func(r Row) any { return r.Unit }},
}

func num[N int | float64](n *N) any {
	if n == nil {
		return nil
	}
	return *n
}

// cohorts lists what the file speaks of.
func (e *export) cohorts() []kiosk.Cohort {
	if e.of.By != "" {
		return []kiosk.Cohort{e.of}
	}
	all := []kiosk.Cohort{{}}
	for _, c := range e.ledger.cohorts(e.in.departments) {
		all = append(all, kiosk.Cohort{By: c.By, Key: c.Key})
	}
	return all
}

// rows gives the file's values one by one; a cohort's release is made when its
// turn comes.
func (e *export) rows() iter.Seq[Row] {
	return func(yield func(Row) bool) {
		if e.ledger.frame.N == 0 {
			return
		}
		for _, of := range e.cohorts() {
			r := e.ledger.release(of, e.all)
			if r.TooFew && !yield(e.row(r, Cell{Figure: kiosk.PeopleFigure, Few: true})) {
				return
			}
			for _, c := range r.Cells {
				for row := range e.expand(r, c) {
					if e.ctx.Err() != nil || !yield(row) {
						return
					}
				}
			}
		}
	}
}

// expand is a cell's rows: one, or one a stretch or step.
func (e *export) expand(r Release, c Cell) iter.Seq[Row] {
	return func(yield func(Row) bool) {
		if c.Points == nil && c.Edges == nil {
			yield(e.row(r, c))
			return
		}
		for _, p := range c.Points {
			row := e.row(r, Cell{Station: c.Station, Figure: c.Figure, AsOf: p.AsOf, N: p.N, Mean: p.Mean, Spread: p.Spread})
			row.Second = &p.Second
			if !yield(row) {
				return
			}
		}
		for _, edge := range c.Edges {
			row := e.row(r, Cell{Station: c.Station, Figure: c.Figure, AsOf: edge.AsOf, N: edge.N, Count: edge.Count})
			row.From, row.To = edge.From, edge.To
			if !yield(row) {
				return
			}
		}
	}
}

func (e *export) row(r Release, c Cell) Row {
	f := e.figure(c)
	row := Row{Release: r.N, Scenario: r.Scenario.Hash, Cohort: r.Cohort, Station: c.Station, Figure: c.Figure, Label: e.Say(f.Label),
		Shape: string(f.Shape), Key: c.Key, Last: c.Last, Meaning: e.meaning(f, c.Key, r), Status: isValue, AsOf: c.AsOf, Unit: f.Unit}
	for _, s := range r.Stations {
		if s.ID == c.Station {
			row.Place = e.Read(s.Title)
		}
	}
	if c.Few {
		row.Status = isTooFew
		return row
	}
	row.N = &c.N
	if c.N == 0 {
		row.Status = isNone
		return row
	}
	switch f.Shape {
	case kiosk.Count, kiosk.Flow:
		row.Count = &c.Count
	case kiosk.Share:
		row.Part, row.Whole = &c.Part, &c.Whole
	default:
		row.Mean, row.Spread, row.Low, row.High = &c.Mean, &c.Spread, c.Low, c.High
	}
	return row
}

func (e *export) figure(c Cell) kiosk.Figure {
	for _, f := range e.all {
		if f.station == c.Station && f.Name == c.Figure {
			return f.Figure
		}
	}
	return kiosk.Figure{}
}

// meaning says a key in words: of the figure's own, or of an assumption.
func (e *export) meaning(f kiosk.Figure, key string, r Release) string {
	if t, ok := f.Keys[key]; ok {
		return e.Read(t)
	}
	for _, a := range r.Assumptions {
		if a.ID == key {
			return e.Read(a.Ask)
		}
	}
	return ""
}

// text is a value as files without types have it.
func text(v any) string {
	switch v := v.(type) {
	case int:
		return strconv.Itoa(v)
	case float64:
		return strconv.FormatFloat(v, 'g', -1, 64)
	case string:
		return v
	}
	return ""
}

package insight

import (
	"html/template"
	"io"
	"slices"
	"strconv"
	"time"

	"immersion/kiosk"
)

// handout is what the printed page tells.
type handout struct {
	export   *export
	Language string
	Release  Release
	Made     string
	Rows     []Row
	Themes   Themes
}

// html writes one file that needs nothing else: the handout of one cohort.
func (e *export) html(out io.Writer) error {
	themes, err := e.in.Themes(e.ctx, e.of.Scenario)
	if err != nil {
		return err
	}
	r, err := e.in.Release(e.of)
	if err != nil {
		return err
	}
	h := handout{export: e, Language: e.Language, Release: r, Themes: themes, Made: time.UnixMilli(r.Made).Format("2006-01-02 15:04")}
	for _, c := range r.Cells {
		h.Rows = append(h.Rows, slices.Collect(e.expand(r, c))...)
	}
	return page.Execute(out, h)
}

// Say is a word of the pages.
func (h handout) Say(key string) string { return h.export.Say(key) }

// Read is a text of the scenario.
func (h handout) Read(t kiosk.Text) string { return h.export.Read(t) }

// Of lists the rows of a figure of the whole walk.
func (h handout) Of(figure string) []Row { return h.At("", figure) }

// At lists the rows of a figure at a station.
func (h handout) At(station, figure string) []Row {
	return slices.DeleteFunc(slices.Clone(h.Rows), func(r Row) bool { return r.Station != station || r.Figure != figure })
}

// Rest lists the rows of a station's own figures, without curves and flows.
// What is too few is said once a figure, behind what is known of it; the files
// with all of it are others.
func (h handout) Rest(station string) []Row {
	rows := slices.DeleteFunc(slices.Clone(h.Rows), func(r Row) bool {
		return r.Station != station || r.Shape == string(kiosk.Curve) || r.Shape == string(kiosk.Flow) ||
			r.Figure == kiosk.FeelingFigure || r.Figure == kiosk.StirFigure || r.Status == isNone
	})
	var all []Row
	for len(rows) > 0 {
		figure := rows[0].Figure
		n := slices.IndexFunc(rows, func(r Row) bool { return r.Figure != figure })
		if n < 0 {
			n = len(rows)
		}
		few := slices.IndexFunc(rows[:n], func(r Row) bool { return r.Status == isTooFew })
		known := slices.DeleteFunc(slices.Clone(rows[:n]), func(r Row) bool { return r.Status == isTooFew })
		if few >= 0 {
			rest := rows[few]
			rest.Meaning = ""
			known = append(known, rest)
		}
		for i := range known[1:] {
			known[i+1].Label = "" // the first row names it
		}
		all, rows = append(all, known...), rows[n:]
	}
	return all
}

// Worst lists the worst moments of a station.
func (h handout) Worst(station string) []Worst {
	for _, c := range h.Release.Cells {
		if c.Station == station && len(c.Worst) > 0 {
			return c.Worst
		}
	}
	return nil
}

// Value says a row's value.
func (h handout) Value(r Row) string {
	switch {
	case r.Status == isTooFew:
		return h.Say("insights.few")
	case r.Status == isNone:
		return h.Say("insights.nobody")
	case r.Count != nil:
		return strconv.Itoa(*r.Count)
	case r.Whole != nil:
		return strconv.Itoa(*r.Part) + " / " + strconv.Itoa(*r.Whole)
	case r.Unit == "ms":
		return strconv.FormatFloat(*r.Mean/1000, 'f', 0, 64) + " s"
	case r.Low != nil:
		return short(*r.Mean) + " (" + short(*r.Low) + " … " + short(*r.High) + ")"
	}
	return short(*r.Mean)
}

func short(v float64) string { return strconv.FormatFloat(v, 'f', 1, 64) }

// Half is a feeling from −4…4 on the journey's −2…2.
func (h handout) Half(r Row) string {
	if r.Status != isValue {
		return h.Value(r)
	}
	return short(*r.Mean/2) + " ± " + short(*r.Spread/2)
}

// Width is how long a count's bar is, in percent of the longest of its figure.
func (h handout) Width(r Row) int {
	if r.Count == nil {
		return 0
	}
	most := 1
	for _, other := range h.At(r.Station, r.Figure) {
		if other.Count != nil {
			most = max(most, *other.Count)
		}
	}
	return 100 * *r.Count / most
}

// Clock is a second of media time.
func (h handout) Clock(second int) string {
	return time.Time{}.Add(time.Duration(second) * time.Second).Format("4:05")
}

var page = template.Must(template.New("handout").Parse(`<!doctype html>
<html lang="{{.Language}}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{{.Say "insights.title"}}</title>
<style>
@page { margin: 1.4cm }
body { font: 10.5pt/1.4 Georgia, serif; color: #1c1a17; background: #fff; max-width: 48em; margin: 1em auto; padding: 0 1em }
h1 { font-size: 1.9em; line-height: 1.1; margin: 0 0 .2em }
h2 { font-size: 1.15em; margin: 1.1em 0 .3em; break-after: avoid }
table { border-collapse: collapse; width: 100% }
tr { break-inside: avoid }
th, td { text-align: left; vertical-align: top; padding: .15em .6em .15em 0; border-bottom: 1px solid #d8d2c6 }
td.n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums }
.bar { display: block; height: .7em; background: #2a7447; print-color-adjust: exact }
small, caption { color: #5a5448; text-align: left }
</style>
<h1>{{.Say "insights.title"}}</h1>
{{with .Release.Scenario}}<p>{{$.Read .Title}} — {{.Customer}}</p>{{end}}
<p><small>{{.Say "insights.release"}} {{.Release.N}} · {{.Made}}{{with print .Release.Cohort}} · {{.}}{{end}}</small></p>
{{if .Release.TooFew}}<p>{{.Say "insights.toofew"}}</p>{{else}}
<h2>{{.Say "insights.figure.map"}}</h2>
<table>{{range .Of "map"}}<tr><th scope="row">{{$.Say (print "section." .Key)}}</th><td style="width:50%"><span class="bar" style="width:{{$.Width .}}%"></span></td><td class="n">{{$.Value .}}</td><td class="n">{{with .N}}n {{.}}{{end}}</td></tr>{{end}}</table>
<h2>{{.Say "insights.journey"}}</h2>
<table>{{range $s := .Release.Stations}}{{range $.At $s.ID "feeling"}}<tr><th scope="row">{{$s.Number}} {{.Place}}</th><td class="n">{{$.Half .}}</td><td class="n">{{with .N}}n {{.}}{{end}}</td><td>{{range $.Worst $s.ID}}{{if .Caption}}{{$.Read .Caption}}{{else}}{{$.Clock .Second}}{{end}}<br>{{end}}</td></tr>{{end}}{{end}}</table>
<h2>{{.Say "insights.shift"}}</h2>
<table>{{range .Of "shift"}}<tr><th scope="row">{{.Meaning}}</th><td class="n">{{$.Value .}}</td><td class="n">{{with .N}}n {{.}}{{end}}</td></tr>{{end}}</table>
{{if not .Themes.TooLittle}}<h2>{{.Say "insights.figure.themes"}}</h2>
<p>{{range $i, $t := .Themes.Themes}}{{if $i}} · {{end}}{{.Name}} <small>{{.N}}</small>{{end}}</p>{{end}}
{{range .Release.Stations}}{{with $.Rest .ID}}<h2>{{(index . 0).Place}}</h2>
<table>{{range .}}<tr>{{if .Label}}<th scope="row">{{.Label}}</th>{{else}}<td></td>{{end}}<td>{{.Meaning}}</td><td class="n">{{$.Value .}}</td><td class="n">{{with .N}}n {{.}}{{end}}</td></tr>{{end}}</table>{{end}}{{end}}
{{end}}
</html>
`))

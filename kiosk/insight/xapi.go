package insight

import (
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"time"

	"github.com/google/uuid"

	"immersion/kiosk"
)

// statement is an xAPI statement, https://github.com/adlnet/xAPI-Spec (1.0.3)
// and IEEE 9274.1.1 (2.0): that a group of visits was found to have a value.
type statement struct {
	ID        string    `json:"id"`
	Actor     actor     `json:"actor"`
	Verb      verb      `json:"verb"`
	Object    activity  `json:"object"`
	Result    result    `json:"result"`
	Context   setting   `json:"context"`
	Timestamp time.Time `json:"timestamp"`
	Version   string    `json:"version"`
}

type actor struct {
	Type    string  `json:"objectType"`
	Name    string  `json:"name"`
	Account account `json:"account"`
}

type account struct {
	HomePage string `json:"homePage"`
	Name     string `json:"name"`
}

type verb struct {
	ID      string            `json:"id"`
	Display map[string]string `json:"display"`
}

type activity struct {
	Type       string      `json:"objectType"`
	ID         string      `json:"id"`
	Definition *definition `json:"definition,omitempty"`
}

type definition struct {
	Name map[string]string `json:"name"`
	Type string            `json:"type"`
}

type result struct {
	Extensions map[string]any `json:"extensions"`
}

type setting struct {
	Platform   string     `json:"platform"`
	Activities activities `json:"contextActivities"`
}

type activities struct {
	Parent []activity `json:"parent"`
}

// xapi writes one statement a line for each value; the same value of the same
// release has the same id in every file. Too few and none make no statement.
func (e *export) xapi(out io.Writer) error {
	version := map[string]string{"": "1.0.3", "1.0.3": "1.0.3", "2.0": "2.0.0", "2.0.0": "2.0.0"}[e.Version]
	if version == "" {
		return kiosk.Errorf(kiosk.Invalid, "There is no xAPI %.20q here; there are 1.0.3 and 2.0.", e.Version)
	}
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	for r := range e.rows() {
		if r.Status != isValue {
			continue
		}
		if err := enc.Encode(e.statement(r, version)); err != nil {
			return err
		}
	}
	return e.ctx.Err()
}

func (e *export) statement(r Row, version string) statement {
	scenario := e.Home + "/xapi/scenarios/" + url.PathEscape(r.Scenario)
	object := scenario + "/stations/" + url.PathEscape(r.Station) + "/figures/" + url.PathEscape(r.Figure)
	if r.Station == "" {
		object = scenario + "/figures/" + url.PathEscape(r.Figure)
	}
	query := url.Values{}
	for name, v := range map[string]string{"key": r.Key, "last": r.Last, "from": r.From, "to": r.To, "second": text(num(r.Second))} {
		if v != "" {
			query.Set(name, v)
		}
	}
	if len(query) > 0 {
		object += "?" + query.Encode()
	}
	own := e.Home + "/xapi/"
	values := map[string]any{own + "release": r.AsOf}
	for name, v := range map[string]any{"n": num(r.N), "count": num(r.Count), "part": num(r.Part), "whole": num(r.Whole),
		"mean": num(r.Mean), "spread": num(r.Spread), "low": num(r.Low), "high": num(r.High)} {
		if v != nil {
			values[own+name] = v
		}
	}
	cohort := r.Cohort
	if cohort == "" {
		cohort = "room"
	}
	name := r.Label
	if r.Meaning != "" {
		name += ": " + r.Meaning
	}
	return statement{
		ID:        uuid.NewSHA1(uuid.NameSpaceURL, fmt.Appendf(nil, "%s#%s@%d", object, cohort, r.AsOf)).String(),
		Actor:     actor{"Group", cohort, account{e.Home, cohort}},
		Verb:      verb{own + "verbs/found", map[string]string{"en": "was found to have"}},
		Object:    activity{"Activity", object, &definition{map[string]string{"und": name}, own + "types/" + r.Shape}},
		Result:    result{values},
		Context:   setting{"Immersion", activities{[]activity{{Type: "Activity", ID: scenario}}}},
		Timestamp: time.UnixMilli(e.ledger.frame.Made).UTC(), Version: version,
	}
}

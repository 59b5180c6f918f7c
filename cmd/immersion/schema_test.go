package main

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"immersion/stations"
)

func TestSchema(t *testing.T) {
	of := func(args ...string) string {
		var out, errs bytes.Buffer
		if code := run(t.Context(), append([]string{"schema"}, args...), &out, &errs); code != 0 || errs.Len() > 0 {
			t.Errorf("%v exits with %d: %s", args, code, &errs)
		}
		if !json.Valid(out.Bytes()) {
			t.Errorf("%v prints no JSON:\n%.200s", args, &out)
		}
		return out.String()
	}
	if whole := of(); whole != of("scenario") || !strings.Contains(whole, `"what sort of station it is"`) {
		t.Errorf("without a name it is not the scenario's:\n%.200s", whole)
	}
	if !strings.Contains(of("room"), `"words_k"`) {
		t.Error("the room's does not know words_k")
	}
	for _, k := range stations.Kinds() {
		if title := `"Settings of a station of kind ` + k.Name() + `"`; !strings.Contains(of(k.Name()), title) {
			t.Errorf("the schema of %s has not the title %s", k.Name(), title)
		}
	}
	var out, errs bytes.Buffer
	if code := run(t.Context(), []string{"schema", "kitchen"}, &out, &errs); code != exitUsage || out.Len() > 0 ||
		!strings.Contains(errs.String(), `no schema "kitchen"; allowed: scenario, room, call, `) {
		t.Errorf("of a thing without one it exits with %d: %s", code, &errs)
	}
}

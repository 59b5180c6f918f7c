package insight

import (
	"slices"
	"testing"

	"immersion/kiosk"
)

// TestShares: a share is told once k visits stand behind it, of that station
// and scenario version only, and nothing but shares is.
func TestShares(t *testing.T) {
	in := open(t, 5, &memory{rows: map[string][]byte{}})
	cells := []kiosk.Cell{{Station: "call", Figure: "success", Shape: kiosk.Share, Part: 1, Whole: 1},
		{Station: "call", Figure: "ease", Shape: kiosk.Number, Value: 3}}
	update(t, in, false, visits(1, 4, cells...))
	if got := in.Shares("s", "call"); len(got) != 0 {
		t.Errorf("of four visits: %+v", got)
	}
	update(t, in, true, visits(1, 6, cells...))
	want := []kiosk.Released{{Figure: "success", Part: 6, Whole: 6}}
	if got := in.Shares("s", "call"); !slices.Equal(got, want) {
		t.Errorf("of six visits: %+v, want %+v", got, want)
	}
	for _, none := range [][2]string{{"s", "portal"}, {"other", "call"}} {
		if got := in.Shares(none[0], none[1]); got == nil || len(got) != 0 {
			t.Errorf("%v: %+v", none, got)
		}
	}
}

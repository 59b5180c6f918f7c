package insight

import (
	"slices"

	"immersion/kiosk"
)

// Shares are the shares of a station that the latest release of a scenario
// version tells, in its order; those with too few visits behind them are left out.
func (in *Insight) Shares(scenario, station string) []kiosk.Released {
	shares := []kiosk.Released{}
	r, err := in.Release(kiosk.Cohort{Scenario: scenario})
	if err != nil { // no release speaks of it
		return shares
	}
	i := slices.IndexFunc(r.Stations, func(s Station) bool { return s.ID == station })
	if i < 0 {
		return shares
	}
	for _, c := range r.Cells {
		share := slices.ContainsFunc(r.Stations[i].Figures, func(f kiosk.Figure) bool { return f.Name == c.Figure && f.Shape == kiosk.Share })
		if c.Station == station && share && !c.Few && c.Whole > 0 {
			shares = append(shares, kiosk.Released{Figure: c.Figure, Key: c.Key, Part: c.Part, Whole: c.Whole})
		}
	}
	return shares
}

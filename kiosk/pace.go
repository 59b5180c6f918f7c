package kiosk

// pace is how long visitors stayed at the stations in the present opening. It
// is kept by visit, so that a visit that is folded anew counts once.
type pace struct {
	visits map[string]map[string]float64 // minutes, by visit and station
	sum, n map[string]float64            // by station
	speed  float64                       // of the visitors, in their minutes a minute of the clock's
}

func newPace() pace {
	return pace{visits: map[string]map[string]float64{}, sum: map[string]float64{}, n: map[string]float64{}, speed: 1}
}

// learn takes in the stays of a visit that are over. Who skips or walks away
// tells nothing of how long it takes.
func (p *pace) learn(v *Visit) {
	stays := p.visits[v.ID]
	for id, s := range v.stops {
		if s.Left == 0 || s.Reason != "done" || s.Place.Role == Opens {
			continue
		}
		if stays == nil {
			stays = map[string]float64{}
			p.visits[v.ID] = stays
		}
		minutes := float64(s.Spent) / 60_000 * p.speed
		if before, known := stays[id]; known {
			p.sum[id] -= before
			p.n[id]--
		}
		stays[id] = minutes
		p.sum[id] += minutes
		p.n[id]++
	}
}

// stay is how many minutes a visitor is expected at a place: what the scenario
// says weighs as much as two who were there.
func (p *pace) stay(at *Place) float64 {
	const weight = 2
	said := at.Minutes
	if said <= 0 {
		said = 5
	}
	return (weight*said + p.sum[at.ID]) / (weight + p.n[at.ID])
}

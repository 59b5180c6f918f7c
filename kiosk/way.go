package kiosk

import (
	"cmp"
	"slices"
)

// Spot is a station as way-finding sees it: how it is there now, and what is
// still to come. Times are in minutes.
type Spot struct {
	Free   []float64 // for each live screen, until it is expected to be free; none: nobody is sent there
	Stay   float64   // that a visitor is expected to stay
	Needed int       // visitors in the room who have yet to begin there
}

// Walker is a visitor between stations. Stations are indices of spots.
type Walker struct {
	May     []int     // stations they may go to now
	Opens   []float64 // for each of May, minutes at stations that are closed to them until they were there
	Load    float64   // minutes at all that they have left
	Heading int       // station they were sent to before; -1: none
}

// Way is where a walker is sent, and the minutes to wait there. Station is -1
// when there is nowhere to go.
type Way struct {
	Station int
	Wait    float64
}

// What a minute of waiting now is weighed against. Found by simulation; the
// test says how good they are.
const (
	pull  = 0.04 // for a minute of work that the room still has at each of a station's screens
	opens = 0.45 // for a minute at stations that this one opens to the walker
	stray = 0.25 // minutes that another station must be better for who is on the way already
)

// Ways sends every walker to a station so that the room as a whole waits
// little. It is list scheduling in an open shop: who has least left chooses
// first (shortest remaining time: the sum of waiting is what counts), and
// chooses the station with the shortest wait, but rather one that would keep
// everybody in the end, or that opens others. What is chosen is taken for those
// who choose later. Pure: the same room gives the same ways.
func Ways(spots []Spot, walkers []Walker) []Way {
	free, needed := make([][]float64, len(spots)), make([]int, len(spots))
	for i, s := range spots {
		free[i], needed[i] = slices.Sorted(slices.Values(s.Free)), s.Needed
	}
	order := make([]int, len(walkers))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(walkers[a].Load, walkers[b].Load) })
	ways := make([]Way, len(walkers))
	for _, n := range order {
		w, best := walkers[n], 0.0
		ways[n].Station = -1
		for k, i := range w.May {
			if len(free[i]) == 0 {
				continue
			}
			cost := free[i][0] - pull*float64(needed[i])*spots[i].Stay/float64(len(free[i])) - opens*w.Opens[k]
			if i == w.Heading {
				cost -= stray
			}
			if ways[n].Station < 0 || cost < best {
				ways[n], best = Way{i, free[i][0]}, cost
			}
		}
		if i := ways[n].Station; i >= 0 {
			free[i][0] += spots[i].Stay
			slices.Sort(free[i])
			needed[i]--
		}
	}
	return ways
}

// Remaining guesses how many minutes longer somebody stays who has been there
// for a while already: what is left of the time expected, and a quarter of it
// for those who are past it.
func Remaining(stay, been float64) float64 { return max(stay-been, stay/4) }

package portal

import (
	"math"

	"immersion/kiosk"
)

// attempt is what one stop's facts come to.
type attempt struct {
	begun     bool
	active    int64    // ms at the task up to its end, time away left out
	views     []string // pages in order
	last      string   // page of the last fact that names one
	succeeded bool
	took      int64  // ms at the task when it succeeded
	ended     string // finished or gaveUp, "" for neither
	inexact   bool   // a form of the success was taken with a soft rule broken, and not put right
	errors    []seen
	hints     int
	seq       int
	dead      map[string]int // by page
	raged     map[string]int
	paused    map[string]int
	back      int
	typed     map[change]int
}

// seen is an error that the portal showed.
type seen struct {
	page string
	text kiosk.Text
}

// attempt folds a stop's facts, which are sorted by time.
func (s *Station) attempt(stop *kiosk.Stop) *attempt {
	a := &attempt{dead: map[string]int{}, raged: map[string]int{}, paused: map[string]int{}, typed: map[change]int{}}
	clean := map[string]bool{}
	var at int64
	for _, f := range stop.Facts {
		if f.Type == begun {
			a.begun, a.ended = true, ""
		} else if a.begun && a.ended == "" {
			a.active += f.At - at - stop.Stood(at, f.At)
		}
		at = f.At
		s.fold(a, f, clean)
	}
	for _, id := range s.Success.Forms {
		if ok, sent := clean[id]; sent && !ok {
			a.inexact = true
		}
	}
	return a
}

func (s *Station) fold(a *attempt, f kiosk.Fact, clean map[string]bool) {
	switch f.Type {
	case viewed:
		a.last = body[onPage](f).Page
		a.views = append(a.views, a.last)
		if !a.succeeded && a.last == s.Success.Page && s.all(clean) {
			a.succeeded, a.took = true, a.active
		}
	case dead:
		a.dead[body[onPage](f).Page]++
	case raged:
		a.raged[body[onPage](f).Page]++
	case paused:
		a.paused[body[pause](f).Page]++
	case back:
		a.back++
	case clicked:
		a.back += int(bit(body[click](f).Target == "back")) // as it was told before it had a type of its own
	case changed:
		a.typed[body[change](f)]++
	case submitted:
		b := body[submission](f)
		if b.OK {
			clean[b.Form] = len(b.Failed) == 0
		} else {
			a.errors = append(a.errors, s.shown(b)...)
		}
	case erred:
		b := body[failure](f)
		a.errors = append(a.errors, seen{b.Page, s.error(b)})
	case hinted:
		a.hints++
	case finished, gaveUp:
		a.last, a.ended = body[onPage](f).Page, f.Type
	case rated:
		a.seq = body[rating](f).SEQ
	}
}

// shown lists what a refused form said: each thing once.
func (s *Station) shown(b submission) []seen {
	form := s.formOn(b.Page, b.Form)
	if form == nil {
		return nil
	}
	rules := form.rules()
	var all []seen
	for _, id := range b.Failed {
		if r := rules[id]; r != nil && !r.Soft && (form.Blame.Empty() || len(all) == 0) {
			all = append(all, seen{b.Page, form.says(r)})
		}
	}
	if len(all) == 0 {
		all = append(all, seen{b.Page, form.says(nil)})
	}
	return all
}

func (s *Station) all(clean map[string]bool) bool {
	for _, id := range s.Success.Forms {
		if !clean[id] {
			return false
		}
	}
	return true
}

// detours counts the pages viewed beyond those of the shortest way.
func (s *Station) detours(a *attempt) int {
	return max(0, len(a.views)-len(pages(s.Start, s.shortest)))
}

// lostness is √((N/S−1)² + (R/N−1)²) for S pages viewed, N different ones and
// R on the shortest way: 0 for who went straight there, lost from about 0.5
// (P. A. Smith, "Towards a practical measure of hypertext usability",
// Interacting with Computers 8(4), 1996). Who saw fewer than R different
// pages did not go far enough to be lost: ok is false.
func (s *Station) lostness(views []string) (l float64, ok bool) {
	different := map[string]bool{}
	for _, p := range views {
		different[p] = true
	}
	if len(views) == 0 || len(different) < s.least() {
		return 0, false
	}
	total, n, least := float64(len(views)), float64(len(different)), float64(s.least())
	return math.Hypot(n/total-1, least/n-1), true
}

// body decodes a fact that Judge has accepted.
func body[B any](f kiosk.Fact) B {
	var b B
	_ = f.Decode(&b)
	return b
}

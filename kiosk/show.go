package kiosk

import (
	"cmp"
	"maps"
	"slices"
)

// maxExpected is how many badges a screen offers at once.
const maxExpected = 8

// leaving is who left a screen last, until the next one comes.
type leaving struct {
	visit string // id that the screen knows
	badge Badge
	as    string // of LeavingView
}

// ScreenState is what a screen is to show now, with Version 0; false for a
// screen the room does not have.
func (r *Room) ScreenState(id string) (ScreenState, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.screenState(id)
}

// ScreenStates are those of several screens at one time; screens that the room
// does not have are left out.
func (r *Room) ScreenStates(ids []string) []ScreenState {
	r.mu.Lock()
	defer r.mu.Unlock()
	states := make([]ScreenState, 0, len(ids))
	for _, id := range ids {
		if s, ok := r.screenState(id); ok {
			states = append(states, s)
		}
	}
	return states
}

func (r *Room) screenState(id string) (ScreenState, bool) {
	if visit, ok := PhoneOf(id); ok {
		return r.phoneState(id, visit)
	}
	screen, ok := r.screens[id]
	if !ok || r.current == nil {
		return ScreenState{}, false
	}
	s := ScreenState{
		Screen: id, Name: screen.Name, Room: r.Settings().view(r.current),
		Phase: r.doors.phase, Paused: r.doors.paused(), Rehearsal: r.doors.phase == Setup || screen.Rehearsal,
		Number: screen.Number, Identify: screen.identify, Reload: screen.reload,
		Blank: screen.Wanted.Blank, Volume: screen.Wanted.Volume, Muted: screen.Wanted.Mute, Message: screen.Wanted.Message,
		Ordered: screen.Order.ID(),
		Opening: r.doors.opening, Scenario: r.current.Hash, Station: screen.Station, Rotation: r.rotationView(),
		Aloud: r.aloud,
	}
	place, ok := r.current.Place(screen.Station)
	if v := r.whereabouts().at[id]; v != nil {
		view := v.view()
		view.ID = v.Under
		s.Visit = &view
	} else if ok && place.Role != Opens {
		s.Expected = r.expected(place, screen.Rehearsal)
	}
	if ok && place.Role == Opens {
		offer, ok := r.offers[id]
		if !ok {
			offer = r.newBadge(r.worn(screen.Rehearsal), screen.Rehearsal)
			r.offers[id] = offer
		}
		s.Offer, s.Group = &offer, r.freeGroup()
	}
	if screen.Rehearsal { // walks freely, whoever is let in
		s.Opening, s.Rotation, s.Group = "", nil, 0
	}
	if l, ok := r.leaving[id]; ok {
		s.Leaving = r.leavingView(l)
	}
	return s, true
}

func (s Settings) view(on *Scenario) RoomView {
	return RoomView{Name: s.Name, Languages: s.speaks(on), Departments: s.Departments, Dim: s.Dim,
		Ask: s.Idle.Ask, Wipe: s.Idle.Wipe, K: s.K, Comfort: s.Comfort, Retention: s.Retention}
}

// speaks lists the languages that screens offer with a scenario: the room's,
// as far as there are words for them, and those that the scenario alone
// speaks or brings the words for. The scenario's come first in turn: it is
// its story that a screen greets with.
func (s Settings) speaks(on *Scenario) []string {
	languages := slices.Clone(s.Languages)
	if len(on.Worded) > 0 {
		worded := func(l string) bool { return slices.Contains(on.Worded, l) }
		languages = slices.DeleteFunc(languages, func(l string) bool { return !worded(l) })
		alone := !slices.ContainsFunc(languages, func(l string) bool { return slices.Contains(on.Languages, l) })
		for _, l := range on.Languages {
			if worded(l) && !slices.Contains(languages, l) && (alone || on.Words[l] != nil) {
				languages = append(languages, l)
			}
		}
	}
	first := slices.IndexFunc(languages, func(l string) bool { return slices.Contains(on.Languages, l) })
	if first > 0 {
		l := languages[first]
		languages = slices.Insert(slices.Delete(languages, first, first+1), 0, l)
	}
	if len(languages) == 0 {
		return []string{"en"} // whose words are always there
	}
	return languages
}

func (v *Visit) view() VisitView {
	view := VisitView{ID: v.ID, Scenario: v.Scenario.Hash, Badge: v.Badge, Language: v.Language,
		Comfort: v.Comfort, Unrecorded: v.Unrecorded, Group: v.Group}
	if s := v.stops[v.Place]; s != nil {
		view.Progress = s.Progress
		if s.Place.Role == Closes {
			view.Map = v.MapView()
		}
		if r, ok := s.Place.Station.(Retracer); ok {
			view.Felt = v.felt(r.Retraces())
		}
	}
	return view
}

// felt tells how the visitor felt at stations, where they said so.
func (v *Visit) felt(at []Retrace) []FeltAt {
	var all []FeltAt
	for _, r := range at {
		if s := v.stops[r.Station]; s != nil && len(s.Reactions) > 0 {
			valence, arousal := s.mean()
			all = append(all, FeltAt{Station: r.Station, Valence: valence, Arousal: arousal, N: len(s.Reactions)})
		}
	}
	return all
}

// MapView is the visit as its exit and its take-away show it. It is read while
// facts go on changing the visit, so it shares nothing with it.
func (v *Visit) MapView() *MapView {
	m := &MapView{Notes: append([]Note{}, v.Map()...), Answers: maps.Clone(v.Answers), Sentence: v.Sentence, Debrief: v.ShowSentence, Self: v.Self()}
	if pledge := v.Pledge; pledge.Text != "" {
		m.Pledge = &pledge
	}
	return m
}

// expected lists who may come to a place next, those sent there first, then
// those who wait longest; then those who were here before and may come back.
// Whoever began on another version may come too, if that has such a place.
// A rehearsal's visitors are expected at its own screens only.
func (r *Room) expected(p *Place, rehearsal bool) []Expected {
	w := r.whereabouts()
	var list []Expected
	rank := map[string]int{}
	for _, v := range w.walking {
		own, ok := v.Scenario.Place(p.ID)
		if !ok || own.Kind != p.Kind || !v.allowed(own) && v.Sent != p.ID || v.Synthetic != rehearsal {
			continue
		}
		e := Expected{Visit: v.ID, Badge: v.Badge, Sent: w.ways[v.ID].station == p.ID, Asks: v.asks(own)}
		e.Badge.Code = ""
		switch {
		case e.Sent && v.Sent == p.ID:
		case v.stops[p.ID] != nil:
			rank[v.ID] = 2
		case !e.Sent:
			rank[v.ID] = 1
		}
		list = append(list, e)
	}
	slices.SortStableFunc(list, func(a, b Expected) int { return cmp.Compare(rank[a.Visit], rank[b.Visit]) })
	return list[:min(len(list), maxExpected)]
}

// asks tells whether a visitor's badge must be shown by its code: where they
// left words, or may have.
func (v *Visit) asks(p *Place) bool {
	if p.Role == Closes {
		return true
	}
	s := v.stops[p.ID]
	return s != nil && (len(s.Facts) > 0 || slices.ContainsFunc(s.Reactions, func(f Felt) bool { return f.Words != "" }))
}

func (r *Room) leavingView(l leaving) *LeavingView {
	view := &LeavingView{Visit: l.visit, Badge: l.badge, As: l.as}
	if v := r.find(l.visit); v != nil && !v.Closed() {
		to := r.whereabouts().ways[v.ID]
		view.Next, view.Wait = to.station, to.wait
	}
	return view
}

// Tap finds the visitor whose badge was tapped at a screen, among those
// expected there: Forbidden when only their code opens the stop, NotFound when
// they are not expected.
func (r *Room) Tap(screen, visit string) (VisitView, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	s, v := r.screens[screen], r.find(visit)
	if s == nil || v == nil || v.Closed() || v.Place != "" || v.Synthetic != s.Rehearsal {
		return VisitView{}, Errorf(NotFound, "this visitor is not on the way here")
	}
	p, ok := v.Scenario.Place(s.Station)
	if !ok {
		return VisitView{}, Errorf(NotFound, "this visitor is not on the way here")
	}
	if v.asks(p) {
		return VisitView{}, Errorf(Forbidden, "here the badge's code is asked for")
	}
	return v.view(), nil
}

// CheckIn finds the open visit that wears a badge's code, for a screen;
// NotFound otherwise.
func (r *Room) CheckIn(screen, code string) (VisitView, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	v := r.byCode(code, Rehearses(screen))
	if v == nil {
		return VisitView{}, Errorf(NotFound, "no visitor in the room wears this code")
	}
	return v.view(), nil
}

// Finished finds the place that a visit has left as done, and its scenario's
// hash. Only the screen it was left at may ask, and only until somebody else
// checks in there; NotFound otherwise. The answers of a station go by it.
func (r *Room) Finished(screen, visit, station string) (*Place, string, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	v := r.find(visit)
	if v == nil || r.leaving[screen].visit != visit || v.Place == station {
		return nil, "", Errorf(NotFound, "this visit has not just left this screen")
	}
	s := v.stops[station]
	if s == nil || s.Left == 0 || s.Reason != "done" {
		return nil, "", Errorf(NotFound, "this visit has not finished here")
	}
	return s.Place, v.Scenario.Hash, nil
}

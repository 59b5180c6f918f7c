package portal

import "slices"

// mostStates bounds the walk; a portal with more is too tangled to check.
const mostStates = 20_000

// state is where somebody can stand: a page, and all that the conditions, the
// codes and the success ask of what was before, a byte each.
type state struct {
	page   int
	memory string
}

// move is one thing somebody does to get on.
type move struct {
	way  way
	to   string // page, that of before if it leads nowhere
	vain bool   // the form is sent in vain, on purpose
	page bool   // a page comes up for it
	next state
}

// walker walks a portal's states. What somebody fills in is theirs to choose,
// as far as a choice offers it; rules can be kept, and most can be broken.
type walker struct {
	s     *Station
	slots map[string]int // in the memory
	most  []byte         // a slot counts no further
	first state
	ways  [][]way            // by page
	tests map[string][]*test // by field
}

// walker makes one; a slot for everything that is ever asked.
func (s *Station) walker() *walker {
	w := &walker{s: s, slots: map[string]int{}, tests: map[string][]*test{}}
	start := []byte{}
	slot := func(key string, most, begins byte) {
		i, known := w.slots[key]
		if !known {
			w.slots[key], i = len(w.most), len(w.most)
			w.most, start = append(w.most, 0), append(start, begins)
		}
		w.most[i] = max(w.most[i], most)
	}
	for _, id := range s.Success.Forms {
		slot(onSent+" "+id, 1, 0)
	}
	for i := range s.Messages {
		slot(inPost+s.Messages[i].ID, 1, 0)
	}
	s.conditions(func(_ string, c Condition) {
		for _, t := range c.tests() {
			if t.What == onField {
				if _, known := w.slots[t.key()]; !known {
					w.tests[t.Name] = append(w.tests[t.Name], t)
				}
				slot(t.key(), 1, bit(t.compares("")))
			} else {
				slot(t.What+" "+t.Name, byte(t.number())+1, 0)
			}
		}
	})
	for i := range s.Pages {
		w.ways = append(w.ways, s.ways(i))
		for b := range s.Pages[i].Blocks {
			if f := s.Pages[i].Blocks[b].Form; f != nil && f.Locks != nil {
				slot(onTries+" "+f.ID, byte(f.Locks.After), 0)
			}
		}
	}
	w.first = w.arrive(start, s.Start)
	return w
}

func bit(b bool) byte {
	if b {
		return 1
	}
	return 0
}

// arrive gives the state of somebody who comes to a page.
func (w *walker) arrive(memory []byte, page string) state {
	i := w.s.index(page)
	memory = w.add(memory, onViews+" "+page)
	return state{i, string(w.sent(memory, w.s.Pages[i].Sends))}
}

// add counts one more, if that is asked anywhere.
func (w *walker) add(memory []byte, key string) []byte {
	memory = slices.Clone(memory)
	if i, asked := w.slots[key]; asked {
		memory[i] = min(memory[i]+1, w.most[i])
	}
	return memory
}

func (w *walker) sent(memory []byte, message string) []byte {
	if message == "" {
		return memory
	}
	return w.add(memory, inPost+message)
}

func (w *walker) holds(memory []byte, all ...Condition) bool {
	return !slices.ContainsFunc(all, func(c Condition) bool {
		return !c.holds(func(t *test) bool {
			if t.What == onField {
				return memory[w.slots[t.key()]] == 1
			}
			return t.counts(int(memory[w.slots[t.What+" "+t.Name]]))
		})
	})
}

func (w *walker) has(memory []byte, key string) bool { return memory[w.slots[key]] > 0 }

// moves lists what somebody can do where they stand; timed adds what time does to them.
func (w *walker) moves(at state, timed bool) []move {
	var all []move
	for _, of := range w.ways[at.page] {
		memory := []byte(at.memory)
		switch {
		case !w.holds(memory, of.when...), of.post != "" && !w.has(memory, inPost+of.post), of.id == "" && !timed:
		case of.form != nil:
			all = append(all, w.taken(at, of)...)
			all = append(all, w.refused(at, of)...)
		case of.to != "":
			all = append(all, move{way: of, to: of.to, page: true, next: w.arrive(w.sent(memory, of.sends), of.to)})
		case of.sends != "":
			all = append(all, move{way: of, to: w.s.Pages[at.page].ID, next: state{at.page, string(w.sent(memory, of.sends))}})
		}
	}
	return all
}

// taken lists how a form can be sent well: one move for each different thing
// that the conditions make of what is filled in.
func (w *walker) taken(at state, of way) []move {
	f, memory := of.form, []byte(at.memory)
	if f.To == "" || slices.ContainsFunc(f.codes(), func(m string) bool { return !w.has(memory, inPost+m) }) {
		return nil
	}
	memory = w.sent(w.add(memory, onSent+" "+f.ID), f.Sends)
	if i, asked := w.slots[onTries+" "+f.ID]; asked {
		memory[i] = 0
	}
	var all []move
	for _, filled := range w.fill(f, memory) {
		to := f.To
		for _, b := range f.Instead {
			if w.holds(filled, b.When) {
				to = b.To
				break
			}
		}
		all = append(all, move{way: of, to: to, page: true, next: w.arrive(filled, to)})
	}
	return all
}

// refused is the form sent in vain, where somebody counts that.
func (w *walker) refused(at state, of way) []move {
	f, key := of.form, onTries+" "+of.form.ID
	i, asked := w.slots[key]
	if !asked || !f.canFail() {
		return nil
	}
	memory := w.add([]byte(at.memory), key)
	if f.Locks == nil || int(memory[i]) < f.Locks.After {
		return []move{{way: of, to: w.s.Pages[at.page].ID, vain: true, next: state{at.page, string(memory)}}}
	}
	memory[i] = 0
	return []move{{way: of, to: f.Locks.To, vain: true, page: true, next: w.arrive(memory, f.Locks.To)}}
}

// found is what a walk came to.
type found struct {
	before map[state]step
	order  []state
	goal   *state // nearest; nil for none
	whole  bool   // false if there were too many states
}

// step is the move that first led to a state.
type step struct {
	from  state
	move  move
	pages int // seen up to there
}

// explore walks from a state, nearest pages first: up to the success, or with
// timed all over.
func (w *walker) explore(from state, timed bool) *found {
	f := &found{before: map[state]step{from: {}}, whole: true}
	done := map[state]bool{}
	for now, later := []state{from}, []state(nil); len(now) > 0; now, later = later, nil {
		for len(now) > 0 {
			at := now[0]
			now = now[1:]
			if done[at] {
				continue
			}
			done[at] = true
			f.order = append(f.order, at)
			if f.goal == nil && w.succeeds(at) {
				if f.goal = &at; !timed {
					return f
				}
			}
			for _, m := range w.moves(at, timed) {
				pages := f.before[at].pages + int(bit(m.page))
				if b, known := f.before[m.next]; known && b.pages <= pages {
					continue
				}
				f.before[m.next] = step{at, m, pages}
				if m.page {
					later = append(later, m.next)
				} else {
					now = append(now, m.next)
				}
			}
			if len(f.before) > mostStates {
				f.whole = false
				return f
			}
		}
	}
	return f
}

func (w *walker) succeeds(at state) bool {
	return w.s.Pages[at.page].ID == w.s.Success.Page && !slices.ContainsFunc(w.s.Success.Forms, func(id string) bool {
		return !w.has([]byte(at.memory), onSent+" "+id)
	})
}

// solve finds a shortest way from a state to success; nil when there is none.
func (w *walker) solve(from state) []move {
	f := w.explore(from, false)
	if f.goal == nil {
		return nil
	}
	way := []move{}
	for at := *f.goal; at != from; at = f.before[at].from {
		way = append(way, f.before[at].move)
	}
	slices.Reverse(way)
	return way
}

// pages lists the pages of a way in order, the one it begins at included.
func pages(start string, way []move) []string {
	all := []string{start}
	for _, m := range way {
		if m.page {
			all = append(all, m.to)
		}
	}
	return all
}

// least is R, the number of different pages on the shortest way.
func (s *Station) least() int {
	all := pages(s.Start, s.shortest)
	slices.Sort(all)
	return len(slices.Compact(all))
}

package desk

// reached finds the steps that answers lead to from the first.
func (m *Message) reached() map[string]bool {
	seen := map[string]bool{}
	var walk func(id string)
	walk = func(id string) {
		step := m.step(id)
		if step == nil || seen[id] {
			return
		}
		seen[id] = true
		for _, c := range step.Choices {
			walk(c.To)
		}
	}
	walk(m.Steps[0].ID)
	return seen
}

// leading finds the steps from which some answers lead to an end that is one
// of those asked for.
func (m *Message) leading(ends ...End) map[string]bool {
	can := map[string]bool{}
	for more := true; more; {
		more = false
		for _, s := range m.Steps {
			if !can[s.ID] && m.leads(s, can, ends) {
				can[s.ID], more = true, true
			}
		}
	}
	return can
}

func (m *Message) leads(s Step, can map[string]bool, ends []End) bool {
	for _, e := range ends {
		if s.End == e {
			return true
		}
	}
	for _, c := range s.Choices {
		if can[c.To] {
			return true
		}
	}
	return false
}

// ends lists how the message can end, in a set order: as its steps say, and
// as every message can.
func (m *Message) ends() []End {
	var all []End
	for _, e := range []End{Helped, Passed, Refused} {
		for _, s := range m.Steps {
			if s.End == e {
				all = append(all, e)
				break
			}
		}
	}
	return append(all, Gone, Waits)
}

package desk

import "immersion/kiosk"

// view is what the screen needs to run the queue and the conversations by
// itself, times in ms. It names its parts one by one, so that nothing new in
// Station gets out by accident.
type view struct {
	Office   Office     `json:"office"`
	About    kiosk.Text `json:"about"`
	Rules    []Rule     `json:"rules"`
	Tools    []Tool     `json:"tools"`
	Messages []inbound  `json:"messages"`
}

type inbound struct {
	ID       string     `json:"id"`
	Channel  string     `json:"channel"`
	From     kiosk.Text `json:"from"`
	Subject  kiosk.Text `json:"subject"`
	Customer bool       `json:"customer,omitempty"`
	At       int64      `json:"at"`
	Patience int64      `json:"patience"`
	Steps    []place    `json:"steps"`
	Leaves   kiosk.Text `json:"leaves"`
	Theirs   Theirs     `json:"theirs"`
}

type place struct {
	ID      string     `json:"id"`
	Says    kiosk.Text `json:"says,omitempty"`
	Shows   kiosk.Text `json:"shows,omitempty"`
	Choices []answer   `json:"choices,omitempty"`
	End     End        `json:"end,omitempty"`
}

type answer struct {
	Text      kiosk.Text `json:"text"`
	To        string     `json:"to"`
	Takes     int64      `json:"takes,omitempty"`
	Tool      string     `json:"tool,omitempty"`
	Rule      string     `json:"rule,omitempty"`
	Bends     string     `json:"bends,omitempty"`
	Escalates bool       `json:"escalates,omitempty"`
	Write     bool       `json:"write,omitempty"`
}

// View is the whole desk: the screen serves also while the network is away,
// and nothing in it is an answer to be found.
func (s *Station) View() any {
	v := view{Office: s.Office, About: s.About, Rules: s.Rules, Tools: append([]Tool{}, s.Tools...), Messages: []inbound{}}
	for _, m := range s.Messages {
		in := inbound{ID: m.ID, Channel: m.Channel, From: m.From, Subject: m.Subject, Customer: m.Customer,
			At: m.At.Milliseconds(), Patience: m.Patience.Milliseconds(), Leaves: m.Leaves, Theirs: m.Theirs}
		for _, step := range m.Steps {
			p := place{ID: step.ID, Says: step.Says, Shows: step.Shows, End: step.End}
			for _, c := range step.Choices {
				p.Choices = append(p.Choices, answer{Text: c.Text, To: c.To, Takes: c.Takes.Milliseconds(),
					Tool: c.Tool, Rule: c.Rule, Bends: c.Bends, Escalates: c.Escalates, Write: c.Write})
			}
			in.Steps = append(in.Steps, p)
		}
		v.Messages = append(v.Messages, in)
	}
	return v
}

// Files names the logo.
func (s *Station) Files() []string {
	if s.Office.Logo == "" {
		return nil
	}
	return []string{s.Office.Logo}
}

var _ kiosk.Station = (*Station)(nil)

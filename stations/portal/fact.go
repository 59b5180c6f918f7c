package portal

import (
	"slices"

	"immersion/kiosk"
)

// Types of the kind's own facts. None holds what was typed.
const (
	begun     = "portal.begun"     // {}; the task begins, or goes on after a return
	viewed    = "portal.viewed"    // onPage
	clicked   = "portal.clicked"   // click
	dead      = "portal.dead"      // onPage; a click on something that does not answer
	raged     = "portal.raged"     // onPage; a burst of clicks, as the settings count them
	back      = "portal.back"      // onPage; the browser's "back", from there
	paused    = "portal.paused"    // pause; nothing was done for so long
	changed   = "portal.changed"   // change
	submitted = "portal.submitted" // submission
	erred     = "portal.erred"     // failure; one that no form showed
	hinted    = "portal.hinted"    // hint
	finished  = "portal.done"      // onPage; the visitor takes the task for done
	gaveUp    = "portal.gave-up"   // onPage
	rated     = "portal.rated"     // rating
)

type onPage struct {
	Page string `json:"page"`
}

type click struct {
	Page   string `json:"page"`
	Target string `json:"target"` // Link.ID or Reply.ID
}

type pause struct {
	Page string `json:"page"`
	MS   int64  `json:"ms"`
}

type change struct {
	Page  string `json:"page"`
	Form  string `json:"form"`
	Field string `json:"field"`
}

type submission struct {
	Page   string   `json:"page"`
	Form   string   `json:"form"`
	OK     bool     `json:"ok"`     // the portal took it
	Failed []string `json:"failed"` // Rule.ID; soft ones may have failed though it was taken
}

type failure struct {
	Page  string `json:"page"`
	Error string `json:"error"` // Link.ID or "timeout"
}

type hint struct {
	Hint int `json:"hint"` // from 0
}

// rating answers the Single Ease Question (Sauro and Dumas, CHI 2009): 1 very
// difficult … 7 very easy.
type rating struct {
	SEQ int `json:"seq"`
}

// Judge refuses what this portal does not have.
func (s *Station) Judge(f kiosk.Fact) error {
	switch f.Type {
	case begun:
		return judged(f, func(struct{}) bool { return true }, "")
	case viewed, dead, raged, back, finished, gaveUp:
		return judged(f, func(b onPage) bool { return s.pages[b.Page] != nil }, "names a page")
	case clicked:
		return judged(f, func(b click) bool { return s.targets[b.Page][b.Target] }, "names a page and a target on it")
	case paused:
		return judged(f, func(b pause) bool { return s.pages[b.Page] != nil && b.MS > 0 }, "names a page and a time")
	case changed:
		return judged(f, func(b change) bool {
			form := s.formOn(b.Page, b.Form)
			return form != nil && slices.ContainsFunc(form.Fields, func(o Field) bool { return o.ID == b.Field })
		}, "names a page, a form on it and a field in that")
	case submitted:
		return judged(f, s.sound, "names a page, a form on it and its rules, and is ok if none failed but soft ones")
	case erred:
		return judged(f, func(b failure) bool { return s.error(b) != nil }, "names a page and an error on it")
	case hinted:
		return judged(f, func(b hint) bool { return b.Hint >= 0 && b.Hint < len(s.Hints) }, "names a hint")
	case rated:
		return judged(f, func(b rating) bool { return b.SEQ >= 1 && b.SEQ <= 7 }, "has a seq from 1 to 7")
	}
	return kiosk.Errorf(kiosk.Invalid, "a portal knows no %s", f.Type)
}

func judged[B any](f kiosk.Fact, ok func(B) bool, want string) error {
	var b B
	if err := f.Decode(&b); err != nil {
		return err
	}
	if !ok(b) {
		return kiosk.Errorf(kiosk.Invalid, "%s %s", f.Type, want)
	}
	return nil
}

// sound tells whether a submission could have come out so.
func (s *Station) sound(b submission) bool {
	form := s.formOn(b.Page, b.Form)
	if form == nil {
		return false
	}
	rules, hard := form.rules(), false
	for i, id := range b.Failed {
		r := rules[id]
		if r == nil || slices.Contains(b.Failed[:i], id) {
			return false
		}
		hard = hard || !r.Soft
	}
	return b.OK == (!hard && form.To != "")
}

// formOn finds a form on a page; nil if it is not there.
func (s *Station) formOn(page, form string) *Form {
	p := s.pages[page]
	if p == nil {
		return nil
	}
	for i := range p.Blocks {
		if f := p.Blocks[i].Form; f != nil && f.ID == form {
			return f
		}
	}
	return nil
}

// error finds what the portal said when something other than a form failed;
// nil if nothing there can.
func (s *Station) error(b failure) kiosk.Text {
	i := s.index(b.Page)
	if i < 0 {
		return nil
	}
	if t := s.Pages[i].Timeout; t != nil && b.Error == "timeout" {
		return s.pages[t.To].Title
	}
	var said kiosk.Text
	for _, l := range s.links(i) {
		if l.id == b.Error && !l.link.Error.Empty() {
			said = l.link.Error
		}
	}
	return said
}

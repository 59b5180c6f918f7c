package invoice

import (
	"fmt"
	"io/fs"
	"regexp"

	"immersion/kiosk"
)

// name is the form of ids that become keys of figures and parts of note ids.
var name = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$`)

const idShape = "1 to 32 letters, digits, dots, dashes"

var hex = regexp.MustCompile(`^#[0-9a-fA-F]{6}$`)

// Check reads the invoice, holds it against the rules of EN 16931, and says
// where the planted errors and the arithmetic disagree: what the invoice gets
// wrong must be planted, and what is planted must be wrong.
func (s *Station) Check(files fs.FS) []kiosk.Fault {
	faults := append(checkEvidence(s.Evidence), s.Letterhead.check(files)...)
	v, more := s.open(files)
	if faults = append(faults, more...); v == nil {
		return faults
	}
	s.read = v
	s.places, _ = places(v.Currency)
	faults = append(faults, s.checkLines()...)
	faults = append(faults, s.checkPlanted()...)
	faults = append(faults, s.checkSums()...)
	if t := s.Tolerance; t != nil && (!sound(*t) || t.IsNegative()) {
		faults = append(faults, kiosk.Fault{Path: "tolerance", Message: "the tolerance is no plain decimal of 0 or more", Allowed: soundness})
	}
	if len(faults) == 0 {
		s.owed = s.reallyOwed()
	}
	return faults
}

func (h Letterhead) check(files fs.FS) []kiosk.Fault {
	var faults []kiosk.Fault
	if h.Colour != "" && !hex.MatchString(h.Colour) {
		faults = append(faults, kiosk.Fault{Path: "letterhead.colour",
			Message: fmt.Sprintf("%.40q is not a colour", h.Colour), Allowed: "six hex digits: #1f6f5c"})
	}
	if h.Logo == "" {
		return faults
	}
	if info, err := fs.Stat(files, h.Logo); err != nil || info.IsDir() {
		faults = append(faults, kiosk.Fault{Path: "letterhead.logo", Message: fmt.Sprintf("%q is not among the scenario's files", h.Logo)})
	}
	return faults
}

// open reads the invoice from its file or from the settings.
func (s *Station) open(files fs.FS) (*Invoice, []kiosk.Fault) {
	switch {
	case (s.File == "") == (s.Invoice == nil):
		return nil, []kiosk.Fault{{Message: "there is one invoice", Allowed: "either file: or invoice:"}}
	case s.Invoice != nil:
		return s.Invoice.invoice("invoice")
	}
	f, err := files.Open(s.File)
	if err != nil {
		return nil, []kiosk.Fault{{Path: "file", Message: fmt.Sprintf("%q cannot be read: %v", s.File, err)}}
	}
	defer f.Close()
	return ReadUBL(s.File, f)
}

func (s *Station) checkLines() []kiosk.Fault {
	var faults []kiosk.Fault
	seen := map[string]bool{}
	for _, l := range s.read.Lines {
		switch {
		case !name.MatchString(l.ID):
			faults = append(faults, l.place.fault(fmt.Sprintf("the line's id is %.40q", l.ID), idShape))
		case seen[l.ID]:
			faults = append(faults, l.place.fault(fmt.Sprintf("a second line %q", l.ID), "an id of its own"))
		}
		seen[l.ID] = true
		if !fits(l.Net, s.places) {
			faults = append(faults, l.place.fault(fmt.Sprintf("line %s: %s has no amount %s", l.ID, s.read.Currency, l.Net),
				fmt.Sprintf("%d decimal places", s.places)))
		}
	}
	return faults
}

func (s *Station) checkPlanted() []kiosk.Fault {
	var faults []kiosk.Fault
	seen := map[string]bool{}
	for i, p := range s.Planted {
		at := place{path: fmt.Sprintf("planted[%d]", i)}
		fault := func(key, message, allowed string) {
			faults = append(faults, place{path: at.path + key}.fault(message, allowed))
		}
		l := s.line(p.Line)
		if l == nil {
			fault("", fmt.Sprintf("the invoice has no line %.40q", p.Line), "one of "+list(s.lineIDs()))
			continue
		}
		if seen[p.Line] {
			fault(".line", "a second error on line "+p.Line, "one error a line")
		}
		seen[p.Line] = true
		if p.Why.Empty() {
			fault("", "nothing says why line "+p.Line+" is wrong", "why")
		}
		s.checkOwed(p, *l, fault)
	}
	return faults
}

// checkOwed holds what is stated as owed for a line against the line.
func (s *Station) checkOwed(p Planted, l Line, fault func(key, message, allowed string)) {
	should := l.amount().Round(s.places)
	switch {
	case p.Rule != "" && p.Rule != RuleLine:
		fault(".rule", fmt.Sprintf("%.40q is not the rule of a line", p.Rule), RuleLine+", or none")
	case p.Rule != "" && !s.breaks(l):
		fault(".rule", fmt.Sprintf("line %s keeps %s: it is %s and says %s", l.ID, RuleLine, should, l.Net), "")
	case p.Owed == nil && p.Rule == "":
		fault("", "nothing says what is really owed for line "+l.ID, "owed")
	case p.Owed == nil:
	case !sound(*p.Owed) || !fits(*p.Owed, s.places):
		fault(".owed", fmt.Sprintf("%s has no such amount", s.read.Currency), fmt.Sprintf("%d decimal places", s.places))
	case p.Owed.Equal(l.Net):
		fault(".owed", fmt.Sprintf("line %s says %s already, so nothing is wrong with it", l.ID, l.Net), "")
	case p.Rule != "" && p.Owed.Sub(should).Abs().GreaterThan(slack):
		fault(".owed", fmt.Sprintf("line %s multiplies out to %s, not %s", l.ID, should, p.Owed), should.StringFixed(s.places))
	}
}

func (s *Station) breaks(l Line) bool {
	return l.Net.Sub(l.amount().Round(s.places)).Abs().GreaterThan(slack)
}

// checkSums finds sums that do not hold and that nobody planted.
func (s *Station) checkSums() []kiosk.Fault {
	var faults []kiosk.Fault
	for _, b := range s.read.Breaks(s.places) {
		if p := s.planted(b.Line); p != nil && p.Rule == b.Rule {
			continue
		}
		allowed := b.Should.StringFixed(s.places)
		if b.Line != "" {
			allowed += ", or a planted error with this rule"
		}
		faults = append(faults, b.place.fault(fmt.Sprintf("%s is broken and not planted: %s, should be %s", b.Rule,
			b.Says.StringFixed(s.places), b.Should.StringFixed(s.places)), allowed))
	}
	return faults
}

func (s *Station) lineIDs() []string {
	ids := make([]string, len(s.read.Lines))
	for i, l := range s.read.Lines {
		ids[i] = l.ID
	}
	return ids
}

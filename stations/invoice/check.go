package invoice

import (
	"fmt"
	"io/fs"
	"regexp"
	"strings"

	"immersion/kiosk"
)

// name is the form of ids that become keys of figures and parts of note ids.
var name = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$`)

const idShape = "1 to 32 letters, digits, dots, dashes"

var hex = regexp.MustCompile(`^#[0-9a-fA-F]{6}$`)

// Check reads the invoice, holds it against the rules of EN 16931, and warns
// where what is planted and the arithmetic disagree, and of what breaks a rule
// without being planted: it counts as wrong all the same.
func (s *Station) Check(files fs.FS) []kiosk.Fault {
	faults := append(s.checkEvidence(files), s.Letterhead.check(files)...)
	v, more := open(files, "", s.File, s.Invoice)
	if faults = append(faults, more...); v == nil {
		return faults
	}
	s.read = v
	s.places, _ = currencyPlaces(v.Currency)
	breaks := v.Breaks(s.places)
	faults = append(faults, s.checkLines()...)
	faults = append(faults, s.checkPlanted(breaks)...)
	if t := s.Tolerance; t != nil && (!sound(*t) || t.IsNegative()) {
		faults = append(faults, kiosk.Fault{Path: "tolerance", Message: "the tolerance is no plain decimal of 0 or more", Allowed: soundness})
	}
	if o := s.Owed; o != nil && (!sound(*o) || !fits(*o, s.places)) {
		faults = append(faults, place{path: "owed"}.fault(fmt.Sprintf("%s has no such amount", v.Currency), fmt.Sprintf("%d decimal places", s.places)))
	}
	if len(faults) > 0 {
		return faults
	}
	s.derive(breaks)
	return s.warnings(breaks)
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

// open reads an invoice from its file or from the settings at a path.
func open(files fs.FS, at, file string, written *Written) (*Invoice, []kiosk.Fault) {
	switch {
	case (file == "") == (written == nil):
		return nil, []kiosk.Fault{{Path: strings.TrimSuffix(at, "."), Message: "there is one invoice", Allowed: "either file: or invoice:"}}
	case written != nil:
		return written.invoice(at + "invoice")
	}
	f, err := files.Open(file)
	if err != nil {
		return nil, []kiosk.Fault{{Path: at + "file", Message: fmt.Sprintf("%q cannot be read: %v", file, err)}}
	}
	defer f.Close()
	return ReadUBL(file, f)
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

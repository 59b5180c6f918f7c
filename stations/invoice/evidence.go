package invoice

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"immersion/kiosk"
)

// Document is one of the papers beside the invoice.
type Document struct {
	ID    string     `yaml:"id" json:"id"`       // letters and digits, its own
	Kind  Paper      `yaml:"kind" json:"kind"`   // contract, prices, meter, payments, letter, email or invoice (an earlier one)
	Title kiosk.Text `yaml:"title" json:"title"` // on its tab
	Parts []Part     `yaml:"parts" json:"parts"` // top to bottom
	// File is an earlier invoice in UBL instead of parts, on the same letterhead.
	File string `yaml:"file" json:"-"`
	// Invoice is the earlier invoice, written out here.
	Invoice *Written `yaml:"invoice" json:"-"`

	Bill *paperView `yaml:"-" json:"bill,omitempty"` // from Check on
}

// Paper is what sort of paper a document is, and so how it is drawn.
type Paper string

const (
	Contract Paper = "contract"
	Prices   Paper = "prices"
	Meter    Paper = "meter" // a card; what stands in its tables is written by hand
	Payments Paper = "payments"
	Letter   Paper = "letter"
	Email    Paper = "email"
	Earlier  Paper = "invoice" // an earlier invoice
)

var papers = []Paper{Contract, Prices, Meter, Payments, Letter, Email, Earlier}

// Part is one piece of a document; exactly one of its fields is set. Line
// breaks in its words stay.
type Part struct {
	Head    kiosk.Text `yaml:"head" json:"head,omitempty"`       // whose paper it is, at its top
	Address kiosk.Text `yaml:"address" json:"address,omitempty"` // to whom
	Heading kiosk.Text `yaml:"heading" json:"heading,omitempty"` // a heading in it
	Text    kiosk.Text `yaml:"text" json:"text,omitempty"`       // what stands there; line breaks stay
	Hand    kiosk.Text `yaml:"hand" json:"hand,omitempty"`       // written by hand
	Small   kiosk.Text `yaml:"small" json:"small,omitempty"`     // small print
	Table   *Table     `yaml:"table" json:"table,omitempty"`     // on a meter card written by hand
}

// Table is a table in a document. Every row has as many cells as the head.
type Table struct {
	Head []kiosk.Text   `yaml:"head" json:"head"` // above the columns
	Rows [][]kiosk.Text `yaml:"rows" json:"rows"` // each as long as the head
}

// checkEvidence finds what is wrong with the documents, and reads earlier invoices.
func (s *Station) checkEvidence(files fs.FS) []kiosk.Fault {
	var faults []kiosk.Fault
	seen := map[string]bool{}
	for i := range s.Evidence {
		d := &s.Evidence[i]
		at := fmt.Sprintf("evidence[%d]", i)
		fault := func(path, message, allowed string) {
			faults = append(faults, kiosk.Fault{Path: at + path, Message: message, Allowed: allowed})
		}
		switch {
		case !name.MatchString(d.ID):
			fault("", fmt.Sprintf("the paper's id is %.40q", d.ID), idShape)
		case seen[d.ID]:
			fault(".id", fmt.Sprintf("a second paper %q", d.ID), "an id of its own")
		}
		seen[d.ID] = true
		if !slices.Contains(papers, d.Kind) {
			fault("", fmt.Sprintf("the paper's kind is %.40q", d.Kind), list(papers))
		}
		if d.Title.Empty() {
			fault("", "the paper has no title", "")
		}
		switch bill := d.File != "" || d.Invoice != nil; {
		case bill && (d.Kind != Earlier || len(d.Parts) > 0):
			fault("", "an invoice beside other parts, or on another kind of paper", "kind: invoice, and file: or invoice: alone")
		case bill:
			faults = append(faults, d.read(files, at+".")...)
		case len(d.Parts) == 0:
			fault("", "the paper is empty", "parts")
		}
		for j, p := range d.Parts {
			p.check(func(path, message, allowed string) { fault(fmt.Sprintf(".parts[%d]%s", j, path), message, allowed) })
		}
	}
	return faults
}

// read reads an earlier invoice, and warns of what does not hold on it.
func (d *Document) read(files fs.FS, at string) []kiosk.Fault {
	v, faults := open(files, at, d.File, d.Invoice)
	if v == nil {
		return faults
	}
	n, _ := currencyPlaces(v.Currency)
	d.Bill = v.paper(n)
	for _, b := range v.Breaks(n) {
		f := b.place.fault(fmt.Sprintf("%s is broken on this earlier invoice", b.Rule), "")
		f.Warning = true
		faults = append(faults, f)
	}
	return faults
}

func (p Part) check(fault func(path, message, allowed string)) {
	set := 0
	for _, t := range []kiosk.Text{p.Head, p.Address, p.Heading, p.Text, p.Hand, p.Small} {
		if !t.Empty() {
			set++
		}
	}
	if p.Table != nil {
		set++
	}
	if set != 1 {
		fault("", fmt.Sprintf("the part says %d things", set), "one of head, address, heading, text, hand, small, table")
	}
	if p.Table == nil {
		return
	}
	if len(p.Table.Head) == 0 {
		fault(".table", "the table has no head", "")
	}
	for i, row := range p.Table.Rows {
		if len(row) != len(p.Table.Head) {
			fault(fmt.Sprintf(".table.rows[%d]", i), fmt.Sprintf("the row has %d cells, the head %d", len(row), len(p.Table.Head)), "as many")
		}
	}
}

// list joins names for a fault's Allowed.
func list[S ~string](names []S) string {
	parts := make([]string, len(names))
	for i, n := range names {
		parts[i] = string(n)
	}
	return strings.Join(parts, ", ")
}

package invoice

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/shopspring/decimal"

	"immersion/kiosk"
)

// Namespaces of what is read, by the name of the root element.
var ublSpaces = map[string]string{
	"Invoice":    "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2",
	"CreditNote": "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2",
}

// ReadUBL reads an invoice or a credit note in UBL 2.1 as EN 16931 and Peppol
// BIS Billing 3.0 shape it. It returns every fault with its place in the file
// of that name, and an invoice only when there is none.
func ReadUBL(name string, r io.Reader) (*Invoice, []kiosk.Fault) {
	root, err := readXML(r)
	if err != nil {
		var bad *badXML
		errors.As(err, &bad)
		return nil, []kiosk.Fault{place{file: name, line: bad.line, column: bad.column}.fault(bad.message, "")}
	}
	u := &ubl{file: name, credit: root.name == "CreditNote"}
	if space, ok := ublSpaces[root.name]; !ok || !slices.Contains(namespaces(root), space) {
		u.fault(root, fmt.Sprintf("<%s> is not an invoice in UBL 2.1", root.name),
			fmt.Sprintf("<Invoice xmlns=%q>, <CreditNote xmlns=%q>", ublSpaces["Invoice"], ublSpaces["CreditNote"]))
		return nil, u.faults
	}
	v := u.invoice(root)
	if len(u.faults) > 0 {
		return nil, u.faults
	}
	return v, nil
}

func namespaces(root *node) []string { return slices.Collect(maps.Values(root.attrs)) }

// ubl is one reading of one file.
type ubl struct {
	file     string
	credit   bool
	currency string
	faults   []kiosk.Fault
}

func (u *ubl) place(n *node) place { return place{file: u.file, line: n.line, column: n.column} }

func (u *ubl) fault(n *node, message, allowed string) {
	u.faults = append(u.faults, u.place(n).fault(message, allowed))
}

// must finds an element that has to be there; its parent is faulted if it is not.
func (u *ubl) must(n *node, path ...string) *node {
	found := n.find(path...)
	if found == nil || len(found.children) == 0 && found.words() == "" {
		u.fault(n, fmt.Sprintf("<%s> has no %s", n.name, strings.Join(path, "/")), "")
		return nil
	}
	return found
}

func (u *ubl) text(n *node, path ...string) string {
	if found := u.must(n, path...); found != nil {
		return found.words()
	}
	return ""
}

// date reads an optional date.
func (u *ubl) date(n *node, path ...string) string {
	s := n.get(path...)
	if _, err := time.Parse(time.DateOnly, s); s != "" && err != nil {
		u.fault(n.find(path...), fmt.Sprintf("%.40q is not a date", s), "YYYY-MM-DD")
	}
	return s
}

// number reads an optional decimal; other gives what its absence means.
func (u *ubl) number(other int64, n *node, path ...string) decimal.Decimal {
	found := n.find(path...)
	if found == nil {
		return decimal.NewFromInt(other)
	}
	d, err := parse(found.words())
	if err != nil {
		u.fault(found, err.Error(), "")
	}
	if c, has := found.attrs["currencyID"]; has && u.currency != "" && c != u.currency {
		u.fault(found, fmt.Sprintf("the amount is in %.10q", c), "the invoice's currency, "+u.currency)
	}
	return d
}

// amount reads a decimal that has to be there.
func (u *ubl) amount(n *node, path ...string) decimal.Decimal {
	if u.must(n, path...) == nil {
		return decimal.Decimal{}
	}
	return u.number(0, n, path...)
}

// maybe reads an optional decimal; nil where there is none.
func (u *ubl) maybe(n *node, path ...string) *decimal.Decimal {
	if n.find(path...) == nil {
		return nil
	}
	d := u.number(0, n, path...)
	return &d
}

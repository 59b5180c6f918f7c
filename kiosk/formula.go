package kiosk

import "strings"

// NoFormula keeps a spreadsheet from taking words in a CSV for a formula.
func NoFormula(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}

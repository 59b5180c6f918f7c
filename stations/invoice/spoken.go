package invoice

import (
	"strings"

	"github.com/shopspring/decimal"
)

// tongue is how a language writes numbers and amounts, as the Unicode CLDR
// has it. The page asks the browser; notes on the map are words by then.
type tongue struct {
	group, point string
	before       bool // the currency stands before the amount
	space        string
}

const hard = "\u00a0" // a space that does not break

var tongues = map[string]tongue{
	"en": {",", ".", true, ""}, "de": {".", ",", false, hard}, "de-CH": {"’", ".", true, hard},
	"fr": {"\u202f", ",", false, hard}, "nl": {".", ",", true, hard}, "es": {".", ",", false, hard}, "it": {".", ",", false, hard},
}

// signs of currencies; others are written by their code.
var signs = map[string]string{"EUR": "€", "GBP": "£", "USD": "US$", "JPY": "JP¥"}

// spoken finds how a language writes; one that is not listed as most of Europe does.
func spoken(language string) tongue {
	base, _, _ := strings.Cut(language, "-")
	for _, tag := range []string{language, base} {
		if t, ok := tongues[tag]; ok {
			return t
		}
	}
	return tongue{hard, ",", false, hard}
}

// number writes a decimal with the places it has.
func (t tongue) number(d decimal.Decimal) string { return t.fixed(d, max(0, -d.Exponent())) }

func (t tongue) fixed(d decimal.Decimal, places int32) string {
	whole, fraction, _ := strings.Cut(d.Abs().StringFixed(places), ".")
	var b strings.Builder
	if d.Sign() < 0 {
		b.WriteString("−")
	}
	for i, digit := range whole {
		if left := len(whole) - i; i > 0 && left%3 == 0 {
			b.WriteString(t.group)
		}
		b.WriteRune(digit)
	}
	if fraction != "" {
		b.WriteString(t.point + fraction)
	}
	return b.String()
}

// money writes an amount with its currency: "£1,047.99", "1.047,99 €".
func (t tongue) money(d decimal.Decimal, currency string, places int32) string {
	amount, sign, known := t.fixed(d, places), signs[currency], signs[currency] != ""
	if !known {
		sign = currency
	}
	if !t.before {
		return amount + t.space + sign
	}
	space := t.space
	if !known {
		space = hard
	}
	minus := ""
	if rest, negative := strings.CutPrefix(amount, "−"); negative {
		minus, amount = "−", rest
	}
	return minus + sign + space + amount
}

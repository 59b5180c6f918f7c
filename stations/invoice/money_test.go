package invoice

import (
	"testing"

	"github.com/shopspring/decimal"
)

func TestParse(t *testing.T) {
	for text, want := range map[string]string{
		"0": "0", "0.00": "0", "-15.00": "-15", "14.98": "14.98", "+1.5": "1.5", "5.": "5", ".5": "0.5",
		"0.2740": "0.274", "999999999999999.9999999999": "999999999999999.9999999999",
	} {
		if d, err := parse(text); err != nil || d.String() != want {
			t.Errorf("parse(%q) = %s, %v; want %s", text, d, err, want)
		}
	}
	for _, text := range []string{"", "-", ".", "1e5", "1e999999", "1,50", "£1", " 1", "0x10", "NaN", "Inf",
		"1.00000000000", "1234567890123456", "٣", "1.2.3", "--1"} {
		if d, err := parse(text); err == nil {
			t.Errorf("parse(%q) = %s, want an error", text, d)
		}
	}
}

// TestRounding: a half goes away from zero, so that a credit cancels its charge.
func TestRounding(t *testing.T) {
	for _, c := range []struct {
		net, rate string
		places    int32
		want      string
	}{
		{"0", "20", 2, "0"},
		{"45.70", "5", 2, "2.29"}, // 2.285
		{"-45.70", "5", 2, "-2.29"},
		{"0.10", "5", 2, "0.01"}, // 0.005
		{"-0.10", "5", 2, "-0.01"},
		{"0.09", "5", 2, "0"},       // 0.0045
		{"10.010", "5", 3, "0.501"}, // 0.5005
		{"105", "10", 0, "11"},      // 10.5
	} {
		line := Line{Net: decimal.RequireFromString(c.net), Category: "S", Rate: decimal.RequireFromString(c.rate)}
		_, totals := reckon([]Line{line}, nil, decimal.Decimal{}, c.places)
		if !totals.VAT.Equal(decimal.RequireFromString(c.want)) {
			t.Errorf("%s %% of %s at %d places = %s, want %s", c.rate, c.net, c.places, totals.VAT, c.want)
		}
	}
}

func TestPlaces(t *testing.T) {
	for code, want := range map[string]int32{"GBP": 2, "EUR": 2, "JPY": 0, "KWD": 3, "CLF": 4} {
		if n, ok := currencyPlaces(code); !ok || n != want {
			t.Errorf("currencyPlaces(%s) = %d, %v; want %d", code, n, ok, want)
		}
	}
	seen := map[string]bool{}
	for _, codes := range currencies {
		for _, code := range codes {
			if len(code) != 3 || seen[code] {
				t.Errorf("%q stands twice, or is no code", code)
			}
			seen[code] = true
		}
	}
	for _, code := range []string{"", "gbp", "GPB", "XXX"} {
		if _, ok := currencyPlaces(code); ok {
			t.Errorf("%q is taken for a currency", code)
		}
	}
}

func TestFits(t *testing.T) {
	for _, c := range []struct {
		amount string
		places int32
		want   bool
	}{{"1.50", 2, true}, {"1.500", 2, true}, {"1.505", 2, false}, {"1.505", 3, true}, {"10", 0, true}, {"10.5", 0, false}} {
		if got := fits(decimal.RequireFromString(c.amount), c.places); got != c.want {
			t.Errorf("fits(%s, %d) = %v", c.amount, c.places, got)
		}
	}
}

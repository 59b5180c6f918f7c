package invoice

import (
	"testing"

	"github.com/shopspring/decimal"
)

func TestSpoken(t *testing.T) {
	for _, c := range []struct {
		language, amount, currency string
		places                     int32
		want                       string
	}{
		{"en", "1047.99", "GBP", 2, "£1,047.99"},
		{"en", "-15", "GBP", 2, "−£15.00"},
		{"en", "4501", "JPY", 0, "JP¥4,501"},
		{"en", "2.01", "KWD", 3, "KWD" + hard + "2.010"},
		{"de", "468.06", "EUR", 2, "468,06" + hard + "€"},
		{"de", "-1234567.5", "EUR", 2, "−1.234.567,50" + hard + "€"},
		{"de-AT", "5", "CHF", 2, "5,00" + hard + "CHF"},
		{"de-CH", "1234.5", "CHF", 2, "CHF" + hard + "1’234.50"},
		{"sv", "1234.5", "SEK", 2, "1" + hard + "234,50" + hard + "SEK"},
		{"en", "0.1234", "CLF", 4, "CLF" + hard + "0.1234"},
	} {
		if got := spoken(c.language).money(decimal.RequireFromString(c.amount), c.currency, c.places); got != c.want {
			t.Errorf("%s %s in %s: %q, want %q", c.amount, c.currency, c.language, got, c.want)
		}
	}
	if got := spoken("de").number(decimal.RequireFromString("0.1590")); got != "0,1590" {
		t.Errorf("a price: %q", got)
	}
}

package invoice

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/shopspring/decimal"
)

// plain is a decimal as invoices write it, without an exponent: a short text
// like 1e999999 would be a number that fills the memory.
var plain = regexp.MustCompile(`^[-+]?([0-9]{1,15}(\.[0-9]{0,10})?|\.[0-9]{1,10})$`)

// parse reads a decimal of at most 15 digits before the point and 10 after.
func parse(s string) (decimal.Decimal, error) {
	if !plain.MatchString(s) {
		return decimal.Decimal{}, fmt.Errorf("%.40q is not a plain decimal like 14.98", s)
	}
	return decimal.NewFromString(s)
}

// soundness is what sound asks for, in words.
const soundness = "a number like 14.98, without an exponent, at most 10 places"

// sound tells whether a decimal that something else read is one that parse
// would have taken.
func sound(d decimal.Decimal) bool {
	return d.Exponent() <= 0 && d.Exponent() >= -10 && d.NumDigits() <= 25
}

// fits tells whether a currency with so many decimal places has the amount.
func fits(d decimal.Decimal, places int32) bool { return d.Equal(d.Truncate(places)) }

// currencies of ISO 4217 that are in use, by their number of decimal places.
var currencies = map[int32][]string{
	0: strings.Fields("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"),
	2: strings.Fields(`AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP
		BYN BZD CAD CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS
		GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL
		MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR
		RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS
		UAH USD USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG`),
	3: strings.Fields("BHD IQD JOD KWD LYD OMR TND"),
	4: strings.Fields("CLF UYW"),
}

// currencyPlaces tells how many decimal places amounts in a currency of ISO 4217 have.
func currencyPlaces(currency string) (int32, bool) {
	for n, codes := range currencies {
		if slices.Contains(codes, currency) {
			return n, true
		}
	}
	return 0, false
}

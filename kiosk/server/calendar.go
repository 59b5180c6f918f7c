package server

import (
	"strings"
	"time"
	"unicode/utf8"

	"immersion/kiosk"
)

// pledgeDays is how many days after the visit a pledge's "when" is due; what
// is not listed is due in a week.
var pledgeDays = map[string]int{"today": 0, "this week": 5, "this month": 28}

// calendar is a pledge as iCalendar (RFC 5545), one all-day event.
func calendar(uid string, p kiosk.Pledge, made time.Time) string {
	days, ok := pledgeDays[p.When]
	if !ok {
		days = 7
	}
	day := made.AddDate(0, 0, days)
	var b strings.Builder
	for _, line := range []string{
		"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Immersion//Pledge//EN", "BEGIN:VEVENT",
		"UID:" + uid, "DTSTAMP:" + made.UTC().Format("20060102T150405Z"),
		"DTSTART;VALUE=DATE:" + day.Format("20060102"), "DTEND;VALUE=DATE:" + day.AddDate(0, 0, 1).Format("20060102"),
		"SUMMARY:" + calendarText.Replace(p.Text), "END:VEVENT", "END:VCALENDAR",
	} {
		fold(&b, line)
	}
	return b.String()
}

// calendarText escapes as RFC 5545, 3.3.11, asks.
var calendarText = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\r\n", `\n`, "\n", `\n`, "\r", "")

// fold writes a content line in pieces of at most 75 octets (RFC 5545, 3.1),
// never inside a character.
func fold(b *strings.Builder, line string) {
	width := 75
	for len(line) > width {
		cut := width
		for !utf8.RuneStart(line[cut]) {
			cut--
		}
		b.WriteString(line[:cut] + "\r\n ")
		line, width = line[cut:], 74
	}
	b.WriteString(line + "\r\n")
}

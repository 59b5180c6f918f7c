package config

import (
	"fmt"
	"io/fs"
	"net/url"
	"strings"
	"time"
	"unicode/utf8"

	"immersion/kiosk"
)

// LoadRoom reads a room file. Keys that are left out keep the values of
// kiosk.DefaultSettings. It returns the settings, or the defaults and every
// fault in the order of their places.
func LoadRoom(fsys fs.FS, name string) (kiosk.Settings, []Fault) {
	l := newLoader(fsys)
	if !fs.ValidPath(name) {
		l.add(Fault{File: name, Message: "not the name of a file here"})
		return kiosk.DefaultSettings(), l.done()
	}
	s := kiosk.DefaultSettings()
	if root := l.parse(name); root != nil {
		p := part{l: l, file: name, root: root, key: root}
		p.room(&s)
	}
	if len(l.faults) > 0 {
		return kiosk.DefaultSettings(), l.done()
	}
	return s, nil
}

func (p part) room(s *kiosk.Settings) {
	languages := p.languages()
	if languages == nil {
		languages = s.Languages
	}
	p.decode("", p.root, s, languages)
	if n := utf8.RuneCountInString(strings.TrimSpace(s.Name)); n < 1 || n > 64 {
		p.fault("name", fmt.Sprintf("the name has %d characters", n), "1 to 64", "")
	}
	if len(s.Languages) == 0 {
		p.missing("languages", "tags like [en] or [en, de]")
	}
	p.publicURL(s.PublicURL)
	if s.K < kiosk.MinK {
		p.fault("k", fmt.Sprintf("k is %d", s.K), fmt.Sprintf("%d visits or more", kiosk.MinK), "")
	}
	p.seconds("idle.ask", s.Idle.Ask)
	p.seconds("idle.wipe", s.Idle.Wipe)
	if s.Timeout < time.Second || s.Timeout > 24*time.Hour {
		p.fault("visit_timeout", fmt.Sprintf("%s is no time to wait", s.Timeout), "1s to 24h", "")
	}
	if s.Pairing != kiosk.PairByCode && s.Pairing != kiosk.PairOpen {
		ways := []string{string(kiosk.PairByCode), string(kiosk.PairOpen)}
		p.fault("pairing", fmt.Sprintf("there is no pairing %q", shorten(string(s.Pairing))), strings.Join(ways, ", "), nearest(string(s.Pairing), ways))
	}
	ids := make([]string, len(s.Departments))
	for i, d := range s.Departments {
		ids[i] = d.ID
		p.text(fmt.Sprintf("departments[%d].name", i), d.Name)
	}
	p.ids("departments", ids)
}

// seconds bounds the times of an idle screen. They begin at 1, for tests and
// demonstrations; people need the 20 s that WCAG 2.2.1 asks for.
func (p part) seconds(path string, n int) {
	if n < 1 || n > 3600 {
		p.fault(path, fmt.Sprintf("%s is %d", name(path), n), "1 to 3600 seconds", "")
	}
}

// publicURL is an origin: QR codes put their own paths behind it.
func (p part) publicURL(s string) {
	if s == "" {
		return
	}
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" ||
		strings.Trim(u.Path, "/") != "" || u.RawQuery != "" || u.Fragment != "" || u.User != nil {
		p.fault("public_url", fmt.Sprintf("%q is not the address of a server", shorten(s)), "like http://192.168.1.20:8080", "")
	}
}

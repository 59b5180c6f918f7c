package config

import (
	"cmp"
	"crypto/tls"
	"fmt"
	"io/fs"
	"maps"
	"net"
	"net/url"
	"slices"
	"strconv"
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
	p.listen(s.Listen)
	p.tls(s.TLS)
	p.screens(s.Stations)
	if s.K < kiosk.MinK {
		p.fault("k", fmt.Sprintf("k is %d", s.K), fmt.Sprintf("%d visits or more", kiosk.MinK), "")
	}
	switch {
	case s.WordsK < kiosk.MinWordsK:
		p.fault("words_k", fmt.Sprintf("words_k is %d", s.WordsK), fmt.Sprintf("%d visits or more", kiosk.MinWordsK), "")
	case s.WordsK < s.K:
		p.fault("words_k", fmt.Sprintf("words_k is %d, less than k, which is %d", s.WordsK, s.K), "k or more", "")
	}
	if modes := []string{string(kiosk.Free), string(kiosk.Rotate)}; !slices.Contains(modes, string(s.Mode)) {
		p.fault("mode", fmt.Sprintf("there is no mode %q", shorten(string(s.Mode))), strings.Join(modes, ", "), nearest(string(s.Mode), modes))
	}
	if m := s.Rotation.Minutes; !(m >= 0.1 && m <= 240) {
		p.fault("rotation.minutes", fmt.Sprintf("a turn of %g minutes", m), "0.1 to 240", "")
	}
	p.seconds("idle.ask", s.Idle.Ask)
	p.seconds("idle.wipe", s.Idle.Wipe)
	if t := s.Visit.Timeout; t < time.Second || t > 24*time.Hour {
		p.fault("visit.timeout", fmt.Sprintf("%s is no time to wait", t), "1s to 24h", "")
	}
	p.webhook(s.Webhook)
	p.plan(s.Plan)
	p.days("retention.words", s.Retention.Words)
	p.days("retention.visits", s.Retention.Visits)
	p.days("retention.takeaway", s.Retention.Takeaway)
	p.days("retention.backups", s.Retention.Backups)
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

// days bounds how long something is kept.
func (p part) days(path string, n int) {
	if n < 0 || n > 3650 {
		p.fault(path, fmt.Sprintf("%s is %d", name(path), n), "0 to 3650 days, 0 to keep it for good", "")
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

// webhook is an address with a secret.
func (p part) webhook(w kiosk.Webhook) {
	if w == (kiosk.Webhook{}) {
		return
	}
	if u, err := url.Parse(w.URL); err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" {
		p.fault("webhook.url", fmt.Sprintf("%q is no address to call", shorten(w.URL)), "like https://pager.example/immersion", "")
	}
	if w.Secret == "" {
		p.missing("webhook.secret", "whsec_ and what `openssl rand -base64 32` prints")
	} else if _, err := w.Key(); err != nil {
		p.fault("webhook.secret", "this is no secret to sign with", "whsec_ and what `openssl rand -base64 32` prints", "")
	}
}

// listen is an address of this machine: a port, and perhaps what is before it.
func (p part) listen(s string) {
	_, port, err := net.SplitHostPort(s)
	if n, bad := strconv.ParseUint(port, 10, 16); err != nil || bad != nil || port != strconv.FormatUint(n, 10) {
		p.fault("listen", fmt.Sprintf("%q is not an address to listen on", shorten(s)), "like :8080 or 192.168.1.20:8080", "")
	}
}

// tls is one of two ways, and a pair that fits.
func (p part) tls(t kiosk.TLS) {
	switch {
	case t.OwnCA && t.Certificate+t.Key != "":
		p.fault("tls.own_ca", "there is a certificate, and an authority that would make one", "certificate and key, or own_ca", "")
	case t.Certificate == "" && t.Key != "":
		p.missing("tls.certificate", "a PEM file beside the room file")
	case t.Key == "" && t.Certificate != "":
		p.missing("tls.key", "a PEM file beside the room file")
	case t.Key != "" && p.exists("tls.certificate", t.Certificate) && p.exists("tls.key", t.Key):
		certificate, err := readUpTo(p.l.fsys, t.Certificate, MaxYAML)
		key, err2 := readUpTo(p.l.fsys, t.Key, MaxYAML)
		if err = cmp.Or(err, err2); err == nil {
			_, err = tls.X509KeyPair(certificate, key)
		}
		if err != nil {
			p.fault("tls.certificate", strings.TrimPrefix(err.Error(), "tls: "), "a certificate in PEM, and the key that belongs to it", "")
		}
	}
}

// screens are named once in the room.
func (p part) screens(stations map[string][]string) {
	first := map[string]string{}
	for _, id := range slices.Sorted(maps.Keys(stations)) {
		if !idForm.MatchString(id) {
			p.fault("stations."+id, fmt.Sprintf("%q is not the id of a station", shorten(id)), idAllowed, "")
		}
		for i, screen := range stations[id] {
			at := fmt.Sprintf("stations.%s[%d]", id, i)
			n := utf8.RuneCountInString(screen)
			switch {
			case p.isBroken(at):
			case strings.TrimSpace(screen) != screen || n < 1 || n > 64:
				p.fault(at, fmt.Sprintf("%q is no name of a screen", shorten(screen)), "1 to 64 characters, no blanks around them", "")
			case first[screen] != "":
				p.fault(at, fmt.Sprintf("the screen %q stands at %s already", shorten(screen), first[screen]), "each name once", "")
			default:
				first[screen] = id
			}
		}
	}
}

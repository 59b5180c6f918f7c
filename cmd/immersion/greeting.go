package main

import (
	"cmp"
	"fmt"
	"io"
	"net"
	"net/netip"
	"strings"

	"rsc.io/qr"

	"immersion/config"
	"immersion/kiosk/server"
)

// greet says on the terminal what to do next.
func greet(out io.Writer, p *Program, setup string) {
	local := localURL(p.listener.Addr(), p.scheme())
	fmt.Fprintf(out, "\n  %s\n  %s\n\n", p.room.Settings().Name, strings.Repeat("─", len([]rune(p.room.Settings().Name))))
	fmt.Fprintf(out, "  Screens      %s/s/…\n", p.public)
	for _, place := range p.room.Current().Places {
		several := ""
		if n := len(p.room.Settings().Stations[place.ID]); n > 1 {
			several = fmt.Sprintf("  on %d screens", n)
		}
		fmt.Fprintf(out, "               %d  %s  /s/%s%s\n", place.Number, place.Title.In(p.room.Settings().Languages[0]), place.ID, several)
	}
	fmt.Fprintf(out, "  Organiser    %s/console\n", local)
	fmt.Fprintf(out, "  Managers     %s/insights\n", p.public)
	fmt.Fprintf(out, "  Room sound   %s\n", p.speaker.Status())
	p.greetScenario(out)
	fmt.Fprintf(out, "\n%s\n", drawQR(p.public+"/", "  "))
	if p.ca() != nil {
		at := strings.Replace(p.public, "https://", "http://", 1) + server.CAPath
		fmt.Fprintf(out, "  Devices trust this room once they have installed its authority:\n  %s\n\n%s\n", at, drawQR(at, "  "))
	}
	if setup != "" {
		fmt.Fprintf(out, "  Set the passphrases first, by this link. It works once:\n  %s%s\n\n", local, setup)
	}
}

// greetScenario says what new visits get, and loudly what is wrong with it.
func (p *Program) greetScenario(out io.Writer) {
	l := p.scenarios.Loaded()
	from := cmp.Or(l.Folder, "it comes with the program")
	if l.Chosen {
		from = "chosen on the console, over " + from
	}
	title := p.room.Current().Title.In(p.room.Settings().Languages[0])
	fmt.Fprintf(out, "  Scenario     %s, version %.8s\n               %s\n", title, l.Hash, from)
	if len(l.Faults) == 0 {
		return
	}
	fmt.Fprintf(out, "\n  ATTENTION: the files of the scenario have faults (%d). The room runs on the last\n  version of them without any. It takes them up by itself once they are mended.\n\n", len(l.Faults))
	for _, f := range l.Faults {
		fmt.Fprintln(out, placed(p.scenarios.path, []config.Fault{{File: f.File, Line: f.Line, Column: f.Column,
			Message: f.Message, Allowed: f.Allowed, Near: f.Near, Source: f.Source}})[0].Error())
	}
}

// drawQR draws a code with half blocks, two rows to a line, dark on light
// whatever the terminal's colours are.
func drawQR(text, indent string) string {
	code, err := qr.Encode(text, qr.L)
	if err != nil {
		return ""
	}
	const quiet = 2
	var b strings.Builder
	for y := -quiet; y < code.Size+quiet; y += 2 {
		b.WriteString(indent + "\x1b[30;107m")
		for x := -quiet; x < code.Size+quiet; x++ {
			b.WriteString([]string{" ", "▀", "▄", "█"}[index(code.Black(x, y), code.Black(x, y+1))])
		}
		b.WriteString("\x1b[0m\n")
	}
	return b.String()
}

func index(upper, lower bool) int {
	n := 0
	if upper {
		n++
	}
	if lower {
		n += 2
	}
	return n
}

// publicURL is how other machines reach the server: as the room file says, or
// else by this machine's address in its network.
func publicURL(setting string, addr net.Addr, scheme string) string {
	if setting != "" {
		return strings.TrimSuffix(setting, "/")
	}
	at, err := netip.ParseAddrPort(addr.String())
	if err != nil || at.Addr().IsLoopback() {
		return localURL(addr, scheme)
	}
	ip := at.Addr()
	if ip.IsUnspecified() {
		if ip = lanAddress(); !ip.IsValid() {
			return localURL(addr, scheme)
		}
	}
	return scheme + "://" + netip.AddrPortFrom(ip, at.Port()).String()
}

// localURL is how this machine reaches the server.
func localURL(addr net.Addr, scheme string) string {
	at, err := netip.ParseAddrPort(addr.String())
	if err != nil || !at.Addr().IsUnspecified() {
		return scheme + "://" + addr.String()
	}
	return fmt.Sprintf("%s://localhost:%d", scheme, at.Port())
}

// lanAddress guesses this machine's address in its network: the one it would
// send from, or else the first private one. Nothing is sent.
func lanAddress() netip.Addr {
	if c, err := net.Dial("udp4", "192.0.2.1:9"); err == nil {
		defer c.Close()
		if at, err := netip.ParseAddrPort(c.LocalAddr().String()); err == nil && !at.Addr().IsLoopback() {
			return at.Addr()
		}
	}
	all, _ := net.InterfaceAddrs()
	for _, a := range all {
		if p, err := netip.ParsePrefix(a.String()); err == nil && p.Addr().Is4() && p.Addr().IsPrivate() {
			return p.Addr()
		}
	}
	return netip.Addr{}
}

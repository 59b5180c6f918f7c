package main

import (
	"fmt"
	"io"
	"net"
	"net/netip"
	"strings"

	"rsc.io/qr"
)

// greet says on the terminal what to do next.
func greet(out io.Writer, p *Program, setup string) {
	local := localURL(p.listener.Addr())
	fmt.Fprintf(out, "\n  %s\n  %s\n\n", p.room.Settings().Name, strings.Repeat("─", len([]rune(p.room.Settings().Name))))
	fmt.Fprintf(out, "  Screens      %s/s/…\n", p.public)
	for _, place := range p.room.Current().Places {
		fmt.Fprintf(out, "               %d  %s  /s/%s\n", place.Number, place.Title.In(p.room.Settings().Languages[0]), place.ID)
	}
	fmt.Fprintf(out, "  Organiser    %s/console\n", local)
	fmt.Fprintf(out, "  Managers     %s/insights\n", p.public)
	fmt.Fprintf(out, "  Room sound   %s\n", p.speaker.Status())
	fmt.Fprintf(out, "\n%s\n", drawQR(p.public+"/", "  "))
	if setup != "" {
		fmt.Fprintf(out, "  Set the passphrases first, by this link. It works once:\n  %s%s\n\n", local, setup)
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
func publicURL(setting string, addr net.Addr) string {
	if setting != "" {
		return strings.TrimSuffix(setting, "/")
	}
	at, err := netip.ParseAddrPort(addr.String())
	if err != nil || at.Addr().IsLoopback() {
		return localURL(addr)
	}
	ip := at.Addr()
	if ip.IsUnspecified() {
		if ip = lanAddress(); !ip.IsValid() {
			return localURL(addr)
		}
	}
	return "http://" + netip.AddrPortFrom(ip, at.Port()).String()
}

// localURL is how this machine reaches the server.
func localURL(addr net.Addr) string {
	at, err := netip.ParseAddrPort(addr.String())
	if err != nil || !at.Addr().IsUnspecified() {
		return "http://" + addr.String()
	}
	return fmt.Sprintf("http://localhost:%d", at.Port())
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

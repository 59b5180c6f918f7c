package main

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/cookiejar"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/gorilla/websocket"

	"immersion/kiosk/server"
)

// runSecure runs the room with a room file that says this of tls.
func runSecure(t *testing.T, dir, tlsKey string) *Program {
	t.Helper()
	room := filepath.Join(dir, "room.yaml")
	if err := os.WriteFile(room, []byte("listen: 127.0.0.1:0\ntls: "+tlsKey+"\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	p, err := Open(ctx, Options{Room: room, Data: filepath.Join(dir, "data")}, noSpeaker, slog.New(slog.NewTextHandler(io.Discard, nil)))
	if err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- p.Run(ctx) }()
	t.Cleanup(func() {
		cancel()
		if err := <-ended; err != nil {
			t.Errorf("Run: %v", err)
		}
	})
	return p
}

func fetch(t *testing.T, c *http.Client, url string) (*http.Response, string) {
	t.Helper()
	res, err := c.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	b, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return res, string(b)
}

// trusting is a browser that has installed this certificate, and no other.
func trusting(t *testing.T, ca string) *http.Client {
	t.Helper()
	roots := x509.NewCertPool()
	if !roots.AppendCertsFromPEM([]byte(ca)) {
		t.Fatalf("no certificate: %s", ca)
	}
	jar, _ := cookiejar.New(nil)
	return &http.Client{Jar: jar, Timeout: time.Minute, Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: roots}, ForceAttemptHTTP2: true}}
}

// A tablet gets the authority's certificate by plain http, installs it, and
// from then on everything is https with cookies for https alone.
func TestOwnAuthority(t *testing.T) {
	dir := t.TempDir()
	p := runSecure(t, dir, "{own_ca: true}")
	host := p.listener.Addr().String()
	stranger := &http.Client{Timeout: time.Minute, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	res, ca := fetch(t, stranger, "http://"+host+"/ca.crt")
	if res.Header.Get("Content-Type") != "application/x-x509-ca-cert" || strings.Contains(ca, "PRIVATE") {
		t.Errorf("ca.crt: %v", res.Header)
	}
	if res, _ := fetch(t, stranger, "http://"+host+"/s/entry?x=1"); res.StatusCode != 308 || res.Header.Get("Location") != "https://"+host+"/s/entry?x=1" {
		t.Errorf("http is answered with %d to %s", res.StatusCode, res.Header.Get("Location"))
	}
	if _, err := stranger.Get("https://" + host + "/healthz"); err == nil {
		t.Error("who has not installed it trusts the room")
	}
	tablet := newBrowser(t, "https://"+host)
	tablet.Client = *trusting(t, ca)
	if res, body := fetch(t, &tablet.Client, "https://"+host+"/healthz"); body != "ok\n" || res.ProtoMajor != 2 {
		t.Errorf("%s: %s", res.Proto, body)
	}
	screen := tablet.pair("entry")
	dialer := websocket.Dialer{Jar: tablet.Jar, Subprotocols: []string{"immersion.v1"},
		TLSClientConfig: tablet.Transport.(*http.Transport).TLSClientConfig.Clone()}
	dialer.TLSClientConfig.NextProtos = []string{"http/1.1"}
	ws, _, err := dialer.Dial("wss://"+host+"/api/v1/socket?station=entry", http.Header{"Origin": {"https://" + host}})
	if err != nil {
		t.Fatal(err)
	}
	defer ws.Close()
	var state server.StateFrame
	if err := errors.Join(ws.WriteJSON(server.FromScreen{Type: "hello", Screen: screen, Protocol: 1}), ws.ReadJSON(&state)); err != nil || state.Station != "entry" {
		t.Errorf("over the socket: %+v, %v", state, err)
	}
	setup, err := p.server.SetupPath(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var answer *http.Response
	body := fmt.Sprintf(`{"token":%q,"organiser":"a long phrase","manager":"a longer phrase"}`, strings.TrimPrefix(setup, "/setup/"))
	if answer, err = tablet.Post("https://"+host+"/api/v1/setup", "application/json", strings.NewReader(body)); err != nil || answer.StatusCode != 200 {
		t.Fatal(answer, err)
	}
	if c := answer.Cookies(); len(c) != 1 || !c[0].Secure || !c[0].HttpOnly {
		t.Errorf("cookies %v", c)
	}
	var out strings.Builder
	greet(&out, p, setup)
	for _, want := range []string{"https://" + host + "/console", "http://" + host + "/ca.crt", "https://" + host + setup} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("the greeting has no %s:\n%s", want, &out)
		}
	}
}

func pemOf(t *testing.T, c *tls.Certificate) (cert, key []byte) {
	t.Helper()
	secret, err := x509.MarshalPKCS8PrivateKey(c.PrivateKey)
	if err != nil {
		t.Fatal(err)
	}
	for _, der := range c.Certificate {
		cert = append(cert, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})...)
	}
	return cert, pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: secret})
}

// The authority stays the same over restarts, its key is for the room alone,
// and it cannot speak for the rest of the world.
func TestAuthorityIsKeptAndBound(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "tls")
	first, err := openAuthority(dir, "https://room.example:8443")
	if err != nil {
		t.Fatal(err)
	}
	second, err := openAuthority(dir, "https://room.example:8443")
	if err != nil || string(first.pem) != string(second.pem) {
		t.Fatalf("another authority after a restart: %v", err)
	}
	if info, err := os.Stat(filepath.Join(dir, "ca.key")); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the key's file: %v %v", info.Mode(), err)
	}
	roots := x509.NewCertPool()
	roots.AddCert(second.cert)
	for name, ok := range map[string]bool{"room.example": true, "localhost": true, "127.0.0.1": true, "bank.example": false} {
		leaf, err := second.certificate(nil)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := leaf.Leaf.Verify(x509.VerifyOptions{Roots: roots, DNSName: name}); (err == nil) != ok {
			t.Errorf("%s: %v", name, err)
		}
	}
	elsewhere, err := openAuthority(dir, "https://other.example")
	if err == nil || !strings.Contains(err.Error(), "take the folder") {
		t.Errorf("an authority speaks for a name that it was not made for: %v %v", elsewhere, err)
	}
}

// A given certificate is taken up anew when its files change.
func TestGivenCertificate(t *testing.T) {
	dir := t.TempDir()
	put := func(a *authority) {
		t.Helper()
		leaf, err := a.certificate(nil)
		if err != nil {
			t.Fatal(err)
		}
		cert, key := pemOf(t, leaf)
		for name, doc := range map[string][]byte{"room.key": key, "room.pem": cert} {
			if err := os.WriteFile(filepath.Join(dir, name), doc, 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	authorities := make([]*authority, 2)
	for i := range authorities {
		var err error
		if authorities[i], err = openAuthority(filepath.Join(dir, fmt.Sprint(i)), ""); err != nil {
			t.Fatal(err)
		}
	}
	put(authorities[0])
	p := runSecure(t, dir, "{certificate: room.pem, key: room.key}")
	url := "https://" + p.listener.Addr().String() + "/healthz"
	fetch(t, trusting(t, string(authorities[0].pem)), url)
	if res, err := trusting(t, string(authorities[0].pem)).Get(strings.Replace(url, "/healthz", server.CAPath, 1)); err != nil || res.StatusCode != 404 {
		t.Errorf("a room without an authority of its own gives one: %v %v", res, err)
	}
	put(authorities[1])
	later := time.Now().Add(time.Minute)
	if err := os.Chtimes(filepath.Join(dir, "room.pem"), later, later); err != nil {
		t.Fatal(err)
	}
	fetch(t, trusting(t, string(authorities[1].pem)), url)
}

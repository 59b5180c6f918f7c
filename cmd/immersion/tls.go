package main

import (
	"bufio"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"immersion/kiosk"
)

// secure is what a room with TLS has beside one without.
type secure struct {
	config *tls.Config
	ca     []byte // PEM of the room's own authority; nil with a given certificate
}

// openTLS reads the certificate that the room file names, or makes the room's
// own authority under data; nil for a room without TLS.
func openTLS(s kiosk.Settings, roomFile, data string) (*secure, error) {
	switch {
	case s.TLS.OwnCA:
		a, err := openAuthority(filepath.Join(data, "tls"), s.PublicURL)
		if err != nil {
			return nil, fmt.Errorf("the room's own certificates: %w", err)
		}
		return &secure{config: &tls.Config{GetCertificate: a.certificate}, ca: a.pem}, nil
	case s.TLS.Certificate != "":
		beside := filepath.Dir(roomFile)
		g := given{certFile: filepath.Join(beside, s.TLS.Certificate), keyFile: filepath.Join(beside, s.TLS.Key)}
		if _, err := g.certificate(nil); err != nil {
			return nil, fmt.Errorf("the room's certificate: %w", err)
		}
		return &secure{config: &tls.Config{GetCertificate: g.certificate}}, nil
	}
	return nil, nil
}

// given is a certificate in files, read again when the files change: whoever
// renews it need not stop the room.
type given struct {
	certFile, keyFile string
	mu                sync.Mutex
	read              time.Time
	pair              *tls.Certificate
}

func (g *given) certificate(*tls.ClientHelloInfo) (*tls.Certificate, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	info, err := os.Stat(g.certFile)
	if err == nil && g.pair != nil && info.ModTime().Equal(g.read) {
		return g.pair, nil
	}
	pair, err := tls.LoadX509KeyPair(g.certFile, g.keyFile)
	switch {
	case err == nil:
		g.pair, g.read = &pair, info.ModTime()
	case g.pair == nil:
		return nil, err
	}
	return g.pair, nil // half of a renewal: the old one still holds
}

// A TLS connection begins with a record of type handshake; no HTTP request
// begins with this byte.
const handshake = 0x16

// split shares one address between https and http, by the first byte of each
// connection: an address typed without https:// still arrives, and the
// authority's certificate can be had by who does not trust it yet.
type split struct {
	net.Listener
	secure, plain chan net.Conn
	closed        chan struct{}
	once          sync.Once
}

func newSplit(l net.Listener) *split {
	s := &split{Listener: l, secure: make(chan net.Conn), plain: make(chan net.Conn), closed: make(chan struct{})}
	go s.run()
	return s
}

func (s *split) run() {
	for {
		c, err := s.Accept()
		if errors.Is(err, net.ErrClosed) {
			s.once.Do(func() { close(s.closed) })
			return
		}
		if err != nil {
			time.Sleep(10 * time.Millisecond) // too many files open, for now
			continue
		}
		go s.sort(c)
	}
}

// sort waits for the first byte, as long as a server waits for a request's head.
func (s *split) sort(c net.Conn) {
	p := peeked{c, bufio.NewReaderSize(c, 1)}
	_ = c.SetReadDeadline(time.Now().Add(headWait))
	first, err := p.r.Peek(1)
	_ = c.SetReadDeadline(time.Time{})
	if err != nil {
		_ = c.Close()
		return
	}
	to := s.plain
	if first[0] == handshake {
		to = s.secure
	}
	select {
	case to <- p:
	case <-s.closed:
		_ = c.Close()
	}
}

type peeked struct {
	net.Conn
	r *bufio.Reader
}

func (p peeked) Read(b []byte) (int, error) { return p.r.Read(b) }

// half is one of the two listeners of a split.
type half struct {
	*split
	from chan net.Conn
}

func (h half) Accept() (net.Conn, error) {
	select {
	case c := <-h.from:
		return c, nil
	case <-h.closed:
		return nil, net.ErrClosed
	}
}

// toHTTPS gives the authority's certificate, and sends everything else to https.
func toHTTPS(app http.Handler, caPath string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == caPath {
			app.ServeHTTP(w, r)
			return
		}
		if r.Host == "" || strings.ContainsAny(r.Host, "/\\@") {
			http.Error(w, "This room speaks https.", http.StatusBadRequest)
			return
		}
		http.Redirect(w, r, "https://"+r.Host+r.URL.RequestURI(), http.StatusPermanentRedirect)
	})
}

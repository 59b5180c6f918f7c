package main

import (
	"bytes"
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"errors"
	"fmt"
	"io/fs"
	"math/big"
	"net"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"
)

const (
	authorityLife = 10 * 365 * 24 * time.Hour
	leafLife      = 90 * 24 * time.Hour
	leafAge       = time.Hour // then another is made: this machine's addresses may have changed
)

// authority makes the room's certificates. It may speak for names and
// addresses of local networks only, and for the room's public name: a key that
// is stolen opens nothing else to who trusts it.
type authority struct {
	pem  []byte
	cert *x509.Certificate
	key  crypto.Signer
	host string // of public_url; "" for none

	mu   sync.Mutex
	leaf *tls.Certificate
	made time.Time
}

// openAuthority reads the authority in a folder, or makes one there.
func openAuthority(dir, publicURL string) (*authority, error) {
	a := &authority{}
	if u, err := url.Parse(publicURL); err == nil {
		a.host = u.Hostname()
	}
	certFile, keyFile := filepath.Join(dir, "ca.crt"), filepath.Join(dir, "ca.key")
	pair, err := tls.LoadX509KeyPair(certFile, keyFile)
	if errors.Is(err, fs.ErrNotExist) {
		if err = makeAuthority(dir, certFile, keyFile, a.host); err == nil {
			pair, err = tls.LoadX509KeyPair(certFile, keyFile)
		}
	}
	if err != nil {
		return nil, err
	}
	a.cert, a.key = pair.Leaf, pair.PrivateKey.(crypto.Signer)
	a.pem = pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: a.cert.Raw})
	leaf, err := a.certificate(nil)
	if err != nil {
		return nil, err
	}
	roots := x509.NewCertPool()
	roots.AddCert(a.cert)
	if _, err := leaf.Leaf.Verify(x509.VerifyOptions{Roots: roots}); err != nil {
		return nil, fmt.Errorf("%s does not cover this room's addresses and names any more: %w; take the folder %s away, and another authority is made, to be installed on every device", certFile, err, dir)
	}
	return a, nil
}

func makeAuthority(dir, certFile, keyFile, host string) error {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return err
	}
	machine, _ := os.Hostname()
	t := template("Immersion room, "+machine, authorityLife)
	t.IsCA, t.BasicConstraintsValid, t.MaxPathLenZero = true, true, true
	t.KeyUsage = x509.KeyUsageCertSign | x509.KeyUsageCRLSign
	t.PermittedDNSDomainsCritical = true
	t.PermittedDNSDomains = named("localhost", "local", "lan", "internal", "home.arpa", machine, host)
	for _, local := range []string{"127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "100.64.0.0/10", "::1/128", "fc00::/7", "fe80::/10"} {
		_, network, _ := net.ParseCIDR(local)
		t.PermittedIPRanges = append(t.PermittedIPRanges, network)
	}
	if ip := net.ParseIP(host); ip != nil {
		bits := 8 * len(ip)
		t.PermittedIPRanges = append(t.PermittedIPRanges, &net.IPNet{IP: ip, Mask: net.CIDRMask(bits, bits)})
	}
	cert, err := x509.CreateCertificate(rand.Reader, t, t, key.Public(), key)
	if err != nil {
		return err
	}
	secret, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		return err
	}
	return errors.Join(os.MkdirAll(dir, 0o700),
		os.WriteFile(keyFile, pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: secret}), 0o600),
		os.WriteFile(certFile, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: cert}), 0o644))
}

// named leaves out what is no name, or twice.
func named(names ...string) []string {
	names = slices.DeleteFunc(names, func(n string) bool { return n == "" || net.ParseIP(n) != nil })
	slices.Sort(names)
	return slices.Compact(names)
}

func template(name string, life time.Duration) *x509.Certificate {
	serial, err := rand.Int(rand.Reader, new(big.Int).Lsh(big.NewInt(1), 120))
	if err != nil {
		panic(err) // the system has no randomness
	}
	now := time.Now()
	return &x509.Certificate{SerialNumber: serial, Subject: pkix.Name{CommonName: name},
		NotBefore: now.Add(-24 * time.Hour), NotAfter: now.Add(life)} // tablets' clocks are behind
}

// certificate is one for all names and addresses that this machine has now.
func (a *authority) certificate(*tls.ClientHelloInfo) (*tls.Certificate, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.leaf != nil && time.Since(a.made) < leafAge {
		return a.leaf, nil
	}
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return nil, err
	}
	machine, _ := os.Hostname()
	t := template("Immersion room", leafLife)
	t.KeyUsage, t.ExtKeyUsage = x509.KeyUsageDigitalSignature, []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth}
	t.DNSNames = named("localhost", machine, a.host)
	if machine != "" && !strings.Contains(machine, ".") {
		t.DNSNames = named(append(t.DNSNames, machine+".local")...)
	}
	t.IPAddresses = a.addresses()
	cert, err := x509.CreateCertificate(rand.Reader, t, a.cert, key.Public(), a.key)
	if err != nil {
		return nil, err
	}
	leaf, err := x509.ParseCertificate(cert)
	if err != nil {
		return nil, err
	}
	a.leaf, a.made = &tls.Certificate{Certificate: [][]byte{cert, a.cert.Raw}, PrivateKey: key, Leaf: leaf}, time.Now()
	return a.leaf, nil
}

// addresses are this machine's, as far as the authority may speak for them.
func (a *authority) addresses() []net.IP {
	ips := []net.IP{net.IPv4(127, 0, 0, 1), net.IPv6loopback}
	all, _ := net.InterfaceAddrs()
	for _, addr := range all {
		if n, ok := addr.(*net.IPNet); ok {
			ips = append(ips, n.IP)
		}
	}
	if ip := net.ParseIP(a.host); ip != nil {
		ips = append(ips, ip)
	}
	var mine []net.IP
	for _, ip := range ips {
		may := slices.ContainsFunc(a.cert.PermittedIPRanges, func(n *net.IPNet) bool { return n.Contains(ip) })
		again := slices.ContainsFunc(mine, func(o net.IP) bool { return bytes.Equal(o.To16(), ip.To16()) })
		if (may || a.host == ip.String()) && !again {
			mine = append(mine, ip)
		}
	}
	return mine
}

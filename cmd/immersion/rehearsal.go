package main

import (
	"bytes"
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"os"

	"immersion/kiosk"
	"immersion/kiosk/rehearse"
)

// Rehearse holds a rehearsal that was asked for on the console: over the room's
// own address, as `immersion rehearse` does.
func (p *Program) Rehearse(ctx context.Context, key string, o kiosk.RehearsalOrder) error {
	room := rehearse.Room{URL: localURL(p.listener.Addr(), p.scheme()), Key: key, TLS: p.ownTLS()}
	_, err := rehearse.Hold(ctx, room, func(hash string) (*kiosk.Scenario, error) {
		s, ok := p.room.Scenario(hash)
		if !ok {
			return nil, fmt.Errorf("there is no version %s of a scenario here", hash)
		}
		return s, nil
	}, o, func(int, int) {})
	return err
}

// ownTLS trusts this program's own certificate and no other, whatever names it
// is for; nil without TLS.
func (p *Program) ownTLS() *tls.Config {
	if p.tls == nil {
		return nil
	}
	return &tls.Config{InsecureSkipVerify: true, VerifyConnection: func(c tls.ConnectionState) error {
		own, err := p.tls.config.GetCertificate(nil)
		if err == nil && !bytes.Equal(c.PeerCertificates[0].Raw, own.Certificate[0]) {
			err = errors.New("this is not the room's own certificate")
		}
		return err
	}}
}

// alsoTrusting trusts an authority in a file beside those of the machine; nil
// without one.
func alsoTrusting(file string) (*tls.Config, error) {
	if file == "" {
		return nil, nil
	}
	doc, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	roots, err := x509.SystemCertPool()
	if err != nil {
		roots = x509.NewCertPool()
	}
	if !roots.AppendCertsFromPEM(doc) {
		return nil, fmt.Errorf("%s holds no certificate", file)
	}
	return &tls.Config{RootCAs: roots}, nil
}

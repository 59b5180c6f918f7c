package server

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"fmt"
	"strings"
	"time"

	"golang.org/x/crypto/argon2"

	"immersion/kiosk"
)

const (
	credentialTable = "credentials"
	minPassphrase   = 8
	maxPassphrase   = 256
)

// Cost of one hash (argon2id), as OWASP's password storage sheet has it.
const (
	hashMemory  = 19 * 1024 // KiB
	hashTime    = 2
	hashThreads = 1
	hashLength  = 32
)

// phc is how a hash stands in the file: its parameters, salt and key.
const phc = "$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s"

func checkPassphrase(p string) error {
	if len(p) < minPassphrase || len(p) > maxPassphrase {
		return kiosk.Errorf(kiosk.Invalid, "A passphrase has %d to %d characters.", minPassphrase, maxPassphrase)
	}
	return nil
}

// errShared: with one passphrase for two roles, the lesser is the greater.
var errShared = kiosk.Errorf(kiosk.Invalid, "Every role needs a passphrase of its own.")

// setPassphrase keeps a role's passphrase, checked before, as a hash.
func (s *Server) setPassphrase(ctx context.Context, as role, passphrase string) error {
	var salt [16]byte
	rand.Read(salt[:])
	key, err := s.hash(ctx, passphrase, salt[:], hashTime, hashMemory, hashThreads)
	if err != nil {
		return err
	}
	b64 := base64.RawStdEncoding
	line := fmt.Sprintf(phc, argon2.Version, hashMemory, hashTime, hashThreads, b64.EncodeToString(salt[:]), b64.EncodeToString(key))
	return s.Keep.Put(ctx, credentialTable, string(as), []byte(line), time.Time{})
}

// verify tells whether it is the role's passphrase. Without one set it is none.
func (s *Server) verify(ctx context.Context, as role, passphrase string) (bool, error) {
	line, ok, err := s.Keep.Get(ctx, credentialTable, string(as))
	if err != nil || !ok || len(passphrase) > maxPassphrase {
		return false, err
	}
	var version int
	var memory, rounds uint32
	var threads uint8
	var fields string
	if _, err := fmt.Sscanf(string(line), "$argon2id$v=%d$m=%d,t=%d,p=%d$%s", &version, &memory, &rounds, &threads, &fields); err != nil {
		return false, fmt.Errorf("read the passphrase of %s: %w", as, err)
	}
	salt, want, err := saltAndKey(fields)
	if err != nil {
		return false, fmt.Errorf("read the passphrase of %s: %w", as, err)
	}
	got, err := s.hash(ctx, passphrase, salt, rounds, memory, threads)
	return subtle.ConstantTimeCompare(got, want) == 1, err
}

func saltAndKey(fields string) (salt, key []byte, err error) {
	b64 := base64.RawStdEncoding
	before, after, ok := strings.Cut(fields, "$")
	if !ok {
		return nil, nil, fmt.Errorf("no key in %d characters", len(fields))
	}
	if salt, err = b64.DecodeString(before); err != nil {
		return nil, nil, err
	}
	key, err = b64.DecodeString(after)
	return salt, key, err
}

// hash waits for its turn: each takes 19 MiB.
func (s *Server) hash(ctx context.Context, passphrase string, salt []byte, rounds, memory uint32, threads uint8) ([]byte, error) {
	select {
	case s.hashes <- struct{}{}:
		defer func() { <-s.hashes }()
		return argon2.IDKey([]byte(passphrase), salt, rounds, memory, threads, hashLength), nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func (s *Server) hasPassphrase(ctx context.Context, as role) (bool, error) {
	_, ok, err := s.Keep.Get(ctx, credentialTable, string(as))
	return ok, err
}

package server

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"runtime/debug"
	"strings"
)

// newSecret makes 32 random bytes, as they stand in a link, a cookie or a
// command: one that began with a dash would be taken for a flag there.
func newSecret() string {
	var b [32]byte
	rand.Read(b[:])
	return hex.EncodeToString(b[:])
}

// hashed is what is kept of a secret.
func hashed(secret string) [32]byte { return sha256.Sum256([]byte(secret)) }

// shortID names a problem or a screen.
func shortID() string {
	var b [5]byte
	rand.Read(b[:])
	return hex.EncodeToString(b[:])
}

// letters draws n letters without vowels and look-alikes: no words come of it.
func letters(n int) string {
	const alphabet = "BCDFGHJKLMNPQRSTVWXZ"
	b := make([]byte, n)
	for i := 0; i < n; {
		var r [1]byte
		rand.Read(r[:])
		if int(r[0]) < 256/len(alphabet)*len(alphabet) { // no letter likelier than another
			b[i] = alphabet[int(r[0])%len(alphabet)]
			i++
		}
	}
	return string(b)
}

// overTLS tells whether the browser reached the room by https.
func overTLS(r *http.Request) bool {
	return r.TLS != nil || strings.EqualFold(r.Header.Get("X-Forwarded-Proto"), "https")
}

func stack() []byte { return debug.Stack() }

package server

import (
	"maps"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/labstack/echo/v4"

	"immersion/kiosk"
)

const (
	rehearsalTokenLife = time.Hour
	maxRehearsalKeys   = 32
)

// byTerminal is who rehearses with the key in the data folder.
const byTerminal = "terminal"

// RehearsalToken answers POST /rehearsal/token, once: the room keeps a hash
// only.
type RehearsalToken struct {
	Token   string `json:"token"`
	Expires int64  `json:"expires"` // ms
}

// rehearsalKeys are what rehearsals are held with. A key opens nothing else,
// and none outlives the program.
type rehearsalKeys struct {
	now    func() time.Time
	mu     sync.Mutex
	byHash map[[32]byte]rehearsalKey
}

type rehearsalKey struct {
	by    string
	until time.Time // zero: as long as the program runs
}

// give makes a key; 0 lets it hold as long as the program runs.
func (k *rehearsalKeys) give(by string, life time.Duration) (string, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	now := k.now()
	maps.DeleteFunc(k.byHash, func(_ [32]byte, key rehearsalKey) bool { return key.over(now) })
	if len(k.byHash) >= maxRehearsalKeys {
		return "", tooMany{time.Minute}
	}
	key := rehearsalKey{by: by}
	if life > 0 {
		key.until = now.Add(life)
	}
	secret := newSecret()
	k.byHash[hashed(secret)] = key
	return secret, nil
}

func (k rehearsalKey) over(now time.Time) bool { return !k.until.IsZero() && now.After(k.until) }

// holder is who was given the key of a request.
func (k *rehearsalKeys) holder(r *http.Request) (by string, ok bool) {
	secret, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	if !ok {
		return "", false
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	key, ok := k.byHash[hashed(secret)]
	return key.by, ok && !key.over(k.now())
}

// RehearsalKey makes a key that holds as long as the program runs, for those
// who may read the room's data folder.
func (s *Server) RehearsalKey() (string, error) { return s.rehearsals.keys.give(byTerminal, 0) }

// giveRehearsalToken makes a key to rehearse with from another machine.
func (s *Server) giveRehearsalToken(c echo.Context) error {
	token, err := s.rehearsals.keys.give(by(c), rehearsalTokenLife)
	if err != nil {
		return err
	}
	c.Response().Header().Set("Cache-Control", "no-store")
	return c.JSON(http.StatusOK, RehearsalToken{token, s.Now().Add(rehearsalTokenLife).UnixMilli()})
}

// mayRehearse gives who holds the key of a request. Keys are long; the rate
// only keeps the log and the room quiet.
func (s *Server) mayRehearse(c echo.Context) (by string, err error) {
	if err := s.visitors.allow("rehearse "+c.RealIP(), 10, 6*time.Second); err != nil {
		return "", err
	}
	by, ok := s.rehearsals.keys.holder(c.Request())
	if !ok {
		return "", kiosk.Errorf(kiosk.Unauthorised, "This key does not open a rehearsal. The data folder holds one of its own for each start; a token from the console holds for an hour.")
	}
	return by, nil
}

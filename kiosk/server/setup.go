package server

import (
	"context"
	"crypto/subtle"
	"net/http"
	"time"

	"github.com/labstack/echo/v4"

	"immersion/kiosk"
)

// SetupPath gives the address of the one-time link by which the passphrases
// are set; "" when they are. Each call makes the links before it worthless.
func (s *Server) SetupPath(ctx context.Context) (string, error) {
	set, err := s.hasPassphrase(ctx, organiser)
	if err != nil || set {
		return "", err
	}
	token := newSecret()
	sum := hashed(token)
	s.setup.Store(&sum)
	return "/setup/" + token, nil
}

// Setup is the body of POST /setup.
type Setup struct {
	Token     string `json:"token"`
	Organiser string `json:"organiser"` // passphrases
	Manager   string `json:"manager"`
	Helper    string `json:"helper,omitempty"` // "": the room has no helpers yet
}

// setUp sets the passphrases, once, and signs the organiser in.
func (s *Server) setUp(c echo.Context) error {
	var b Setup
	if err := read(c, &b); err != nil {
		return err
	}
	if err := s.visitors.allow("setup "+c.RealIP(), 10, 6*time.Second); err != nil {
		return err
	}
	want, got := s.setup.Load(), hashed(b.Token)
	if want == nil || subtle.ConstantTimeCompare(want[:], got[:]) != 1 {
		return kiosk.Errorf(kiosk.Forbidden, "This link has been used, or is from before the last start. The terminal shows a new one after a start, until the passphrases are set.")
	}
	phrases := map[role]string{manager: b.Manager, organiser: b.Organiser}
	if b.Helper != "" {
		phrases[helper] = b.Helper
	}
	for _, p := range phrases {
		if err := checkPassphrase(p); err != nil {
			return err
		}
	}
	if b.Organiser == b.Manager || b.Helper == b.Organiser || b.Helper == b.Manager {
		return errShared
	}
	if !s.setup.CompareAndSwap(want, nil) {
		return kiosk.Errorf(kiosk.Conflict, "Somebody has just used this link.")
	}
	ctx := c.Request().Context()
	for as, p := range phrases {
		if err := s.setPassphrase(ctx, as, p); err != nil {
			s.setup.Store(want) // nothing is lost: the link still holds
			return err
		}
	}
	if err := s.begin(c, organiser); err != nil {
		return err
	}
	return c.JSON(http.StatusOK, Session{Role: string(organiser), SetUp: true, Helper: b.Helper != ""})
}

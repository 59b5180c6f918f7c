package server

import (
	"context"
	"fmt"

	"github.com/labstack/echo/v4"

	"immersion/kiosk"
)

// HelperPassphrase is the body of PUT /passphrases/helper.
type HelperPassphrase struct {
	Passphrase string `json:"passphrase"` // "": no helper signs in any more
}

// setHelper gives helpers a passphrase, or takes it from them. Those who
// signed in with the one before are signed out.
func (s *Server) setHelper(c echo.Context) error {
	var b HelperPassphrase
	if err := read(c, &b); err != nil {
		return err
	}
	ctx := c.Request().Context()
	if b.Passphrase == "" {
		if err := s.Keep.Delete(ctx, credentialTable, string(helper)); err != nil {
			return err
		}
	} else {
		if err := checkPassphrase(b.Passphrase); err != nil {
			return err
		}
		for _, as := range []role{organiser, manager} {
			if same, err := s.verify(ctx, as, b.Passphrase); err != nil {
				return err
			} else if same {
				return errShared
			}
		}
		if err := s.setPassphrase(ctx, helper, b.Passphrase); err != nil {
			return err
		}
	}
	if err := s.endSessions(ctx, helper); err != nil {
		return err
	}
	return s.record(c, kiosk.PassphraseSet, "", "", kiosk.PassphraseChange{Role: string(helper), Taken: b.Passphrase == ""})
}

// endSessions signs out everybody of a role. Their consoles come back for the
// whole room, and are asked who they are.
func (s *Server) endSessions(ctx context.Context, of role) error {
	all, err := s.Keep.All(ctx, sessionTable)
	if err != nil {
		return err
	}
	for token, value := range all {
		_, held, err := s.sessions.Codec.Decode(value)
		if err != nil {
			return fmt.Errorf("read a session: %w", err)
		}
		if held["role"] == string(of) {
			if err := s.Keep.Delete(ctx, sessionTable, token); err != nil {
				return err
			}
		}
	}
	s.hub.dropWatchers()
	return nil
}

package server

import (
	"context"
	"net/http"
	"time"

	"github.com/alexedwards/scs/v2"
	"github.com/labstack/echo/v4"

	"immersion/kiosk"
)

// sessionLife is how long a sign-in holds: a working day in the room.
const sessionLife = 12 * time.Hour

func (s *Server) newSessions() *scs.SessionManager {
	m := scs.New()
	m.Store = sessionStore{s.Keep}
	m.Lifetime = sessionLife
	m.HashTokenInStore = true
	m.Cookie.Name = "session"
	return m
}

// signedInAs is the role of a request's session, "" without one.
func (s *Server) signedInAs(r *http.Request) (role, error) {
	cookie, err := r.Cookie(s.sessions.Cookie.Name)
	if err != nil {
		return "", nil
	}
	ctx, err := s.sessions.Load(r.Context(), cookie.Value)
	if err != nil {
		return "", err
	}
	return role(s.sessions.GetString(ctx, "role")), nil
}

// begin starts a session under a new token.
func (s *Server) begin(c echo.Context, as role) error {
	ctx, err := s.sessions.Load(c.Request().Context(), "")
	if err != nil {
		return err
	}
	s.sessions.Put(ctx, "role", string(as))
	token, expiry, err := s.sessions.Commit(ctx)
	if err != nil {
		return err
	}
	c.SetCookie(s.sessionCookie(c, token, int(expiry.Sub(s.Now())/time.Second)))
	return nil
}

// sessionCookie is Secure where the browser came by https; a plain LAN has none.
func (s *Server) sessionCookie(c echo.Context, token string, seconds int) *http.Cookie {
	return &http.Cookie{
		Name: s.sessions.Cookie.Name, Value: token, Path: "/", MaxAge: seconds,
		HttpOnly: true, Secure: overTLS(c.Request()), SameSite: http.SameSiteLaxMode,
	}
}

// SignIn is the body of POST /session.
type SignIn struct {
	Role       string `json:"role"` // "organiser", "helper" or "manager"
	Passphrase string `json:"passphrase"`
}

// Session says who asks; both empty: nobody the room knows.
type Session struct {
	Role   string `json:"role"`   // "organiser", "helper", "manager" or ""
	Screen string `json:"screen"` // id of the screen that this browser is
	SetUp  bool   `json:"setUp"`  // passphrases are set
	Helper bool   `json:"helper"` // helpers have one too
}

func (s *Server) signIn(c echo.Context) error {
	var b SignIn
	if err := read(c, &b); err != nil {
		return err
	}
	as := role(b.Role)
	if as != organiser && as != helper && as != manager {
		return kiosk.Errorf(kiosk.Invalid, "The role is organiser, helper or manager.")
	}
	if err := s.visitors.allow("sign-in "+c.RealIP(), 10, 6*time.Second); err != nil {
		return err
	}
	ok, err := s.verify(c.Request().Context(), as, b.Passphrase)
	if err != nil {
		return err
	}
	if !ok {
		return kiosk.Errorf(kiosk.Unauthorised, "That is not the passphrase.")
	}
	if err := s.begin(c, as); err != nil {
		return err
	}
	return c.JSON(http.StatusOK, Session{Role: b.Role, SetUp: true})
}

func (s *Server) whoAmI(c echo.Context) error {
	as, err := s.signedInAs(c.Request())
	if err != nil {
		return err
	}
	set, err := s.hasPassphrase(c.Request().Context(), organiser)
	if err != nil {
		return err
	}
	helped, err := s.hasPassphrase(c.Request().Context(), helper)
	if err != nil {
		return err
	}
	id, _ := s.devices.screen(c.Request())
	c.Response().Header().Set("Cache-Control", "no-store")
	return c.JSON(http.StatusOK, Session{Role: string(as), Screen: id, SetUp: set, Helper: helped})
}

func (s *Server) signOut(c echo.Context) error {
	cookie, err := c.Cookie(s.sessions.Cookie.Name)
	if err != nil {
		return c.NoContent(http.StatusNoContent)
	}
	ctx, err := s.sessions.Load(c.Request().Context(), cookie.Value)
	if err != nil {
		return err
	}
	if err := s.sessions.Destroy(ctx); err != nil {
		return err
	}
	c.SetCookie(s.sessionCookie(c, "", -1))
	return c.NoContent(http.StatusNoContent)
}

// sessionStore lets sessions live in the journal's file.
type sessionStore struct{ keep Keep }

const sessionTable = "sessions"

func (t sessionStore) FindCtx(ctx context.Context, token string) ([]byte, bool, error) {
	return t.keep.Get(ctx, sessionTable, token)
}

func (t sessionStore) CommitCtx(ctx context.Context, token string, b []byte, expiry time.Time) error {
	return t.keep.Put(ctx, sessionTable, token, b, expiry)
}

func (t sessionStore) DeleteCtx(ctx context.Context, token string) error {
	return t.keep.Delete(ctx, sessionTable, token)
}

func (t sessionStore) Find(token string) ([]byte, bool, error) {
	return t.FindCtx(context.Background(), token)
}

func (t sessionStore) Commit(token string, b []byte, expiry time.Time) error {
	return t.CommitCtx(context.Background(), token, b, expiry)
}

func (t sessionStore) Delete(token string) error {
	return t.DeleteCtx(context.Background(), token)
}

var _ scs.CtxStore = sessionStore{}

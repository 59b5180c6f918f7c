package server

import (
	"encoding/json"
	"errors"
	"html"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/labstack/echo/v4"

	"immersion/kiosk"
)

// Problem is an error over HTTP (RFC 9457) with the room's code and an id that
// the log has too.
type Problem struct {
	Type   string     `json:"type"`
	Title  string     `json:"title"`
	Status int        `json:"status"`
	Detail string     `json:"detail"`
	Code   kiosk.Code `json:"code"`
	ID     string     `json:"id"`
}

// statuses maps the room's codes to HTTP, closings to WebSocket close codes.
var (
	statuses = map[kiosk.Code]int{
		kiosk.Invalid:      http.StatusBadRequest,
		kiosk.NotFound:     http.StatusNotFound,
		kiosk.Unauthorised: http.StatusUnauthorized,
		kiosk.Forbidden:    http.StatusForbidden,
		kiosk.Conflict:     http.StatusConflict,
		kiosk.Closed:       http.StatusGone,
		kiosk.Unavailable:  http.StatusServiceUnavailable,
		kiosk.Internal:     http.StatusInternalServerError,
	}
	closings = map[kiosk.Code]int{
		kiosk.Invalid:      4400,
		kiosk.Unauthorised: 4401,
		kiosk.Forbidden:    4403,
		kiosk.NotFound:     4404,
		kiosk.Conflict:     4409,
		kiosk.Closed:       4410,
		kiosk.Unavailable:  1013,
		kiosk.Internal:     1011,
	}
)

// tooMany refuses for a while who asks too often.
type tooMany struct{ wait time.Duration }

func (t tooMany) Error() string { return "too many attempts" }

// renderError answers with what went wrong; the only place that does.
func (s *Server) renderError(err error, c echo.Context) {
	if c.Response().Committed {
		return
	}
	p := problem(err)
	if p.Code == kiosk.Internal {
		s.Log.Error("request", "id", p.ID, "method", c.Request().Method, "path", c.Path(), "error", err)
	}
	var t tooMany
	if errors.As(err, &t) {
		c.Response().Header().Set("Retry-After", strconv.Itoa(int((t.wait+time.Second-1)/time.Second)))
	}
	c.Response().Header().Set("Cache-Control", "no-store")
	if isPage(c.Request()) {
		_ = c.HTML(p.Status, sentencePage(p.Detail+" ("+p.ID+")"))
		return
	}
	doc, _ := json.Marshal(p)
	_ = c.Blob(p.Status, "application/problem+json", doc)
}

// problem finds what to tell about an error; one without a code of the room is
// told as Internal, without its words.
func problem(err error) Problem {
	p := Problem{Type: "about:blank", Code: kiosk.Internal, ID: shortID(), Detail: "Something went wrong here. The log has more under this id."}
	var refusal *kiosk.Error
	var asked *echo.HTTPError
	switch {
	case errors.As(err, new(tooMany)):
		p.Code, p.Status, p.Detail = kiosk.Unavailable, http.StatusTooManyRequests, "Too many attempts. Wait a little, then try again."
	case errors.As(err, &refusal):
		p.Code = refusal.Code
		if p.Code != kiosk.Internal {
			p.Detail = refusal.Message
		}
	case errors.As(err, &asked) && asked.Code < 500:
		p.Status, p.Detail, p.Code = asked.Code, http.StatusText(asked.Code), kiosk.Invalid
		if asked.Code == http.StatusNotFound {
			p.Code = kiosk.NotFound
		}
	}
	if p.Status == 0 {
		p.Status = statuses[p.Code]
	}
	p.Title = http.StatusText(p.Status)
	return p
}

// isPage tells whether a person asks, by a browser's address bar.
func isPage(r *http.Request) bool {
	return !strings.HasPrefix(r.URL.Path, "/api/") && strings.Contains(r.Header.Get("Accept"), "text/html")
}

// sentencePage is a page that says one thing.
func sentencePage(sentence string) string {
	return `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
		`<title>Immersion</title><p>` + html.EscapeString(sentence) + `</p>`
}

// read decodes a request's body strictly: one document, no unknown keys.
func read(c echo.Context, into any) error {
	dec := json.NewDecoder(c.Request().Body)
	dec.DisallowUnknownFields()
	err := dec.Decode(into)
	if err == nil {
		if _, err = dec.Token(); err == io.EOF {
			return nil
		}
		err = errors.New("more than one document")
	}
	if errors.As(err, new(*echo.HTTPError)) {
		return err // more than the body limit
	}
	return kiosk.Errorf(kiosk.Invalid, "The body is not as expected: %v.", err)
}

package server

import (
	"cmp"
	"context"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"strings"
	"time"

	"github.com/labstack/echo/v4"
	"rsc.io/qr"

	"immersion/kiosk"
)

const (
	takeawayTable = "takeaway" // hash of an address → kept
	returnTable   = "return"   // hash of a returning code → kept
	saltTable     = "salt"
	returnLength  = 8
	addressLength = 16 // 69 bits: typed by hand where no phone can read the square, guessed by nobody
)

// kept is what a take-away's address or a returning code leads to.
type kept struct {
	Visit   string `json:"visit"`
	Expires int64  `json:"expires"` // ms; 0: never
}

// TakeawayRequest is the body of POST /takeaways, by the screen of an exit.
type TakeawayRequest struct {
	Visit string `json:"visit"`
}

// TakeawayOffer answers it, once: the room keeps hashes only.
type TakeawayOffer struct {
	Path    string `json:"path"`    // of the page, unguessable
	URL     string `json:"url"`     // the same with the address that phones reach
	QR      string `json:"qr"`      // the URL as a picture: a PNG in a data: URL
	Code    string `json:"code"`    // 8 letters, for the next visit
	Expires int64  `json:"expires"` // ms, when both end; 0: never
}

// Takeaway answers GET /takeaways/:token: the visitor's own map.
type Takeaway struct {
	Erased   bool           `json:"erased"`            // withdrawn; nothing else is told then
	Erasing  bool           `json:"erasing"`           // and on its way out of the file
	Scenario string         `json:"scenario"`          // hash
	Title    kiosk.Text     `json:"title,omitempty"`   // of the scenario
	Customer kiosk.Customer `json:"customer"`          //
	Stations []Takenfrom    `json:"stations"`          // that notes name
	Language string         `json:"language"`          // the visitor's
	Map      *kiosk.MapView `json:"map,omitempty"`     //
	Expires  int64          `json:"expires,omitempty"` // ms; 0: never
}

// Takenfrom is a station as a take-away names it.
type Takenfrom struct {
	ID    string     `json:"id"`
	Title kiosk.Text `json:"title"`
}

// Returning is the body of POST /returns: the code of an earlier visit.
type Returning struct {
	Code string `json:"code"`
}

// Returned answers it: the last pledge, and nothing else of that visit.
type Returned struct {
	Pledge *kiosk.Pledge `json:"pledge,omitempty"` // none was made
}

func (s *Server) registerTakeaways(g *echo.Group) {
	g.POST("/takeaways", s.offerTakeaway, s.only(screen))
	g.GET("/takeaways/:token", s.getTakeaway)
	g.GET("/takeaways/:token/pledge.ics", s.getCalendar)
	g.POST("/takeaways/:token/withdraw", s.withdrawTakeaway)
	g.POST("/returns", s.returning, s.only(screen))
	g.POST("/returns/withdraw", s.withdrawReturn, s.only(screen))
}

// offerTakeaway makes an address and a code for the visit at the screen. Each
// call makes new ones; those given before hold on.
func (s *Server) offerTakeaway(c echo.Context) error {
	var b TakeawayRequest
	if err := read(c, &b); err != nil {
		return err
	}
	st, ok := s.Room.ScreenState(c.Get(screenKey).(string))
	if !ok || st.Visit == nil || st.Visit.ID != b.Visit || st.Visit.Map == nil {
		return kiosk.Errorf(kiosk.Conflict, "This visitor is not at this exit.")
	}
	if st.Visit.Unrecorded {
		return kiosk.Errorf(kiosk.Forbidden, "Nothing was recorded, so there is nothing to take away.")
	}
	ctx := c.Request().Context()
	var expires time.Time
	k := kept{Visit: b.Visit}
	if days := s.Room.Kept(kiosk.Begun(b.Visit)).Takeaway; days > 0 {
		expires = s.Now().AddDate(0, 0, days)
		k.Expires = expires.UnixMilli()
	}
	value, err := json.Marshal(k)
	if err != nil {
		return err
	}
	token, code := letters(addressLength), letters(returnLength)
	name, err := s.codeName(ctx, code)
	if err != nil {
		return err
	}
	if err := s.Keep.Put(ctx, takeawayTable, tokenName(token), value, expires); err != nil {
		return err
	}
	if err := s.Keep.Put(ctx, returnTable, name, value, s.untilErased(b.Visit)); err != nil {
		return err
	}
	o := TakeawayOffer{Path: "/t/" + token, Code: code, Expires: k.Expires}
	o.URL = s.address(c.Request()) + o.Path
	drawn, err := qr.Encode(o.URL, qr.M)
	if err != nil {
		return err
	}
	o.QR = "data:image/png;base64," + base64.StdEncoding.EncodeToString(drawn.PNG())
	c.Response().Header().Set("Cache-Control", "no-store")
	return c.JSON(http.StatusOK, o)
}

// untilErased is when a visit that ends now is erased; the zero time: never.
func (s *Server) untilErased(visit string) time.Time {
	if days := s.Room.Kept(kiosk.Begun(visit)).Visits; days > 0 {
		return s.Now().AddDate(0, 0, days)
	}
	return time.Time{}
}

// tokenName is what is kept of an address, however its letters are written.
func tokenName(token string) string {
	sum := hashed(strings.ToUpper(token))
	return hex.EncodeToString(sum[:])
}

// codeName is what is kept of a returning code. Eight letters can be guessed
// by machine, so it is hashed as a passphrase is, with one salt for the room:
// the code alone must lead to it.
func (s *Server) codeName(ctx context.Context, code string) (string, error) {
	salt, err := s.salt(ctx)
	if err != nil {
		return "", err
	}
	key, err := s.hash(ctx, strings.ToUpper(strings.Join(strings.Fields(code), "")), salt, hashTime, hashMemory, hashThreads)
	return hex.EncodeToString(key), err
}

// salt is the room's for returning codes, made once: two exits that ask for it
// at the same time must not make two, or the codes of one would lead nowhere.
func (s *Server) salt(ctx context.Context) ([]byte, error) {
	s.salting.Lock()
	defer s.salting.Unlock()
	salt, ok, err := s.Keep.Get(ctx, saltTable, returnTable)
	if err != nil || ok {
		return salt, err
	}
	salt = []byte(newSecret())
	return salt, s.Keep.Put(ctx, saltTable, returnTable, salt, time.Time{})
}

// kept finds what a name in a table leads to; NotFound when it is gone.
func (s *Server) kept(ctx context.Context, table, name string) (kept, error) {
	var k kept
	value, ok, err := s.Keep.Get(ctx, table, name)
	if err == nil && ok {
		err = json.Unmarshal(value, &k)
	}
	if err == nil && !ok {
		err = kiosk.Errorf(kiosk.NotFound, "Nothing is kept under this any longer.")
	}
	return k, err
}

// takeaway finds the visit behind an address: nil when it is erased.
func (s *Server) takeaway(c echo.Context) (kept, *kiosk.Visit, error) {
	c.Response().Header().Set("Cache-Control", "no-store")
	if err := s.visitors.allow("takeaway "+c.RealIP(), 60, time.Second); err != nil {
		return kept{}, nil, err
	}
	k, err := s.kept(c.Request().Context(), takeawayTable, tokenName(c.Param("token")))
	if err != nil {
		return k, nil, err
	}
	v, err := s.Journal.Visit(c.Request().Context(), k.Visit)
	if kiosk.CodeOf(err) == kiosk.NotFound {
		return k, nil, nil
	}
	return k, v, err
}

func (s *Server) getTakeaway(c echo.Context) error {
	k, v, err := s.takeaway(c)
	if err != nil {
		return err
	}
	if v == nil {
		return c.JSON(http.StatusOK, Takeaway{Erased: true, Erasing: s.Journal.Erasing()})
	}
	t := Takeaway{Scenario: v.Opened.Scenario, Title: v.Scenario.Title, Customer: v.Scenario.Customer,
		Language: v.Language, Map: v.MapView(), Expires: k.Expires}
	for _, p := range v.Scenario.Places {
		t.Stations = append(t.Stations, Takenfrom{p.ID, p.Title})
	}
	return c.JSON(http.StatusOK, t)
}

func (s *Server) withdrawTakeaway(c echo.Context) error {
	k, v, err := s.takeaway(c)
	if err != nil {
		return err
	}
	if v != nil {
		if err := s.Journal.Erase(c.Request().Context(), k.Visit, kiosk.ByVisitor, false); err != nil {
			return err
		}
	}
	return c.JSON(http.StatusOK, Takeaway{Erased: true, Erasing: s.Journal.Erasing()})
}

// returned finds the earlier visit of a code typed at an entry; wrong codes
// block the screen for a while, as badge codes do.
func (s *Server) returned(c echo.Context) (visit string, err error) {
	var b Returning
	if err := read(c, &b); err != nil {
		return "", err
	}
	if len(b.Code) > 2*returnLength {
		return "", kiosk.Errorf(kiosk.Invalid, "A returning code has %d letters.", returnLength)
	}
	ctx := c.Request().Context()
	name, err := s.codeName(ctx, b.Code)
	if err != nil {
		return "", err
	}
	var k kept
	_, err = s.codes.try(ctx, "return "+c.Get(screenKey).(string), func() (kiosk.VisitView, error) {
		var err error
		k, err = s.kept(ctx, returnTable, name)
		return kiosk.VisitView{}, err
	})
	return k.Visit, err
}

func (s *Server) returning(c echo.Context) error {
	visit, err := s.returned(c)
	if err != nil {
		return err
	}
	v, err := s.Journal.Visit(c.Request().Context(), visit)
	if err != nil {
		return err
	}
	var r Returned
	if v.Pledge.Text != "" {
		r.Pledge = &v.Pledge
	}
	c.Response().Header().Set("Cache-Control", "no-store")
	return c.JSON(http.StatusOK, r)
}

// withdrawReturn erases the visit behind a code. Asked again, it tells whether
// the visit is out of the file yet.
func (s *Server) withdrawReturn(c echo.Context) error {
	visit, err := s.returned(c)
	if err != nil {
		return err
	}
	err = s.Journal.Erase(c.Request().Context(), visit, kiosk.ByVisitor, false)
	if err != nil && kiosk.CodeOf(err) != kiosk.NotFound {
		return err
	}
	return c.JSON(http.StatusOK, Takeaway{Erased: true, Erasing: s.Journal.Erasing()})
}

// getCalendar is the pledge as a calendar file (RFC 5545): an all-day entry on
// the day that the pledge's "when" comes to.
func (s *Server) getCalendar(c echo.Context) error {
	k, v, err := s.takeaway(c)
	if err != nil {
		return err
	}
	if v == nil || v.Pledge.Text == "" {
		return kiosk.Errorf(kiosk.NotFound, "There is no pledge here.")
	}
	made := time.UnixMilli(cmp.Or(v.ClosedAt, v.Last))
	doc := calendar(tokenName(k.Visit)[:32], v.Pledge, made)
	c.Response().Header().Set("Content-Disposition", `attachment; filename="pledge.ics"`)
	return c.Blob(http.StatusOK, "text/calendar; charset=utf-8", []byte(doc))
}

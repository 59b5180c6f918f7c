package server

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"math/rand/v2"
	"net/http"
	"strconv"
	"time"

	"immersion/kiosk"
)

// What the webhook tells.
const (
	screenLost = "screen.lost" // off or silent
	screenBack = "screen.back" // heard again after it was lost
)

// Call is the body of a webhook call.
type Call struct {
	Type    string `json:"type"` // "screen.lost" or "screen.back"
	At      int64  `json:"at"`   // ms
	Room    string `json:"room"`
	Screen  string `json:"screen"`            // its name
	ID      string `json:"id"`                // and its id
	Station string `json:"station,omitempty"` // where it stands
}

// webhook calls one address, in order, each call until it is taken. Calls are
// signed after Standard Webhooks 1.0 (https://www.standardwebhooks.com), so
// that libraries for many languages check them.
type webhook struct {
	url    string
	key    []byte
	calls  chan Call
	log    *slog.Logger
	now    func() time.Time
	client http.Client
	rest   time.Duration // before the second try; then twice as long each time
}

const (
	maxCalls = 64 // waiting; beyond it the newest are dropped and logged
	tries    = 9  // the last some four minutes after the first
)

// newWebhook is nil without an address.
func newWebhook(w kiosk.Webhook, log *slog.Logger, now func() time.Time) *webhook {
	if w.URL == "" {
		return nil
	}
	key, _ := w.Key() // the room file was checked
	return &webhook{url: w.URL, key: key, calls: make(chan Call, maxCalls), log: log, now: now, rest: time.Second,
		client: http.Client{Timeout: 10 * time.Second, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}}
}

// tell queues a call; it never waits.
func (w *webhook) tell(c Call) {
	if w == nil {
		return
	}
	select {
	case w.calls <- c:
	default:
		w.log.Warn("webhook: too many calls wait, this one is dropped", "type", c.Type, "screen", c.Screen)
	}
}

// run makes the calls until ctx is done.
func (w *webhook) run(ctx context.Context) error {
	if w == nil {
		return nil
	}
	for {
		select {
		case <-ctx.Done():
			return nil
		case c := <-w.calls:
			w.call(ctx, c)
		}
	}
}

func (w *webhook) call(ctx context.Context, c Call) {
	body, err := json.Marshal(c)
	if err != nil {
		w.log.Error("webhook", "error", err)
		return
	}
	id, rest := "msg_"+kiosk.NewID(), w.rest
	for try := 1; ; try++ {
		err := w.post(ctx, id, body)
		if err == nil || ctx.Err() != nil {
			return
		}
		if try == tries {
			w.log.Error("webhook: given up", "type", c.Type, "screen", c.Screen, "error", err)
			return
		}
		sleep(ctx, rest+rand.N(rest/2+1))
		rest *= 2
	}
}

func (w *webhook) post(ctx context.Context, id string, body []byte) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, w.url, bytes.NewReader(body))
	if err != nil {
		return err
	}
	at := strconv.FormatInt(w.now().Unix(), 10)
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Webhook-Id", id)
	req.Header.Set("Webhook-Timestamp", at)
	req.Header.Set("Webhook-Signature", sign(w.key, id, at, body))
	res, err := w.client.Do(req)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	_, _ = io.Copy(io.Discard, io.LimitReader(res.Body, 64<<10))
	if res.StatusCode/100 != 2 {
		return fmt.Errorf("%s answers %s", w.url, res.Status)
	}
	return nil
}

func sign(key []byte, id, at string, body []byte) string {
	mac := hmac.New(sha256.New, key)
	fmt.Fprintf(mac, "%s.%s.%s", id, at, body)
	return "v1," + base64.StdEncoding.EncodeToString(mac.Sum(nil))
}

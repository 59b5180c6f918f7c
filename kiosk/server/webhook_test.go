package server

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"immersion/kiosk"
)

const testSecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"

// The example of the Standard Webhooks specification, 1.0.
func TestSignature(t *testing.T) {
	key, err := kiosk.Webhook{Secret: testSecret}.Key()
	if err != nil {
		t.Fatal(err)
	}
	got := sign(key, "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", []byte(`{"test": 2432232314}`))
	if want := "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="; got != want {
		t.Errorf("%s, not %s", got, want)
	}
}

// A screen that is lost and comes back is told, once each, signed, and again
// until it is taken.
func TestWebhook(t *testing.T) {
	type told struct {
		Call
		id string
	}
	calls, refusals := make(chan told, 8), 2
	there := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		key, _ := kiosk.Webhook{Secret: testSecret}.Key()
		if r.Header.Get("Webhook-Signature") != sign(key, r.Header.Get("Webhook-Id"), r.Header.Get("Webhook-Timestamp"), body) {
			t.Errorf("the signature of %s is wrong", body)
		}
		if refusals--; refusals >= 0 {
			http.Error(w, "not now", http.StatusServiceUnavailable)
			return
		}
		var c told
		if err := json.Unmarshal(body, &c.Call); err != nil {
			t.Error(err)
		}
		c.id = r.Header.Get("Webhook-Id")
		calls <- c
	}))
	defer there.Close()
	r := startRoom(t, func(s *kiosk.Settings, _ *Deps) { s.Webhook = kiosk.Webhook{URL: there.URL, Secret: testSecret} })
	r.webhook.rest = 5 * time.Millisecond
	call := r.paired("call")
	ws, _ := call.open()
	r.eventually("the screen on consoles", func() bool { // the hub tells what was lost by their rows
		r.hub.mu.Lock()
		defer r.hub.mu.Unlock()
		_, ok := r.hub.rows[call.screen]
		return ok
	})
	ws.Close()
	r.clock.Add(time.Minute.Milliseconds())
	next := func(typ string) told {
		t.Helper()
		select {
		case c := <-calls:
			if c.Type != typ || c.Station != "call" || c.ID != call.screen {
				t.Errorf("%+v, not %s", c, typ)
			}
			return c
		case <-time.After(slowest):
			t.Fatalf("no call tells %s", typ)
			return told{}
		}
	}
	lost := next(screenLost)
	ws, _ = call.open()
	defer ws.Close()
	if back := next(screenBack); back.id == lost.id || !strings.HasPrefix(back.id, "msg_") {
		t.Errorf("ids %s and %s", lost.id, back.id)
	}
	select {
	case c := <-calls:
		t.Errorf("told too much: %+v", c)
	case <-time.After(50 * time.Millisecond):
	}
}

package server

import (
	"encoding/base64"
	"net/http"
	"strings"
	"testing"
	"time"

	"immersion/kiosk"
)

// walked is a visitor at the exit who told a sentence and made a pledge.
func (r *testRoom) walked(visit, code string) (exit *caller, offer TakeawayOffer) {
	r.t.Helper()
	door, exit := r.paired("entry"), r.paired("exit")
	_, opened := door.opened(visit, code)
	door.post(opened)
	_, entered := exit.fact(kiosk.StopEntered, visit, "exit", struct{}{})
	_, sentence := exit.fact(kiosk.SentenceTold, visit, "exit", kiosk.Sentence{Text: "I waited, and nobody called me back"})
	_, pledge := exit.fact(kiosk.PledgeMade, visit, "exit", kiosk.Pledge{Text: "Call two customers, and listen; then tell", When: "this week"})
	if taken := exit.post(entered, sentence, pledge); len(taken.Refused) > 0 {
		r.t.Fatal(taken.Refused)
	}
	exit.must("POST", "/api/v1/takeaways", TakeawayRequest{visit}, &offer)
	return exit, offer
}

func TestTakeaway(t *testing.T) {
	r := startRoom(t)
	visit := kiosk.NewID()
	exit, offer := r.walked(visit, "BCDF")
	drawn, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(offer.QR, "data:image/png;base64,"))
	if err != nil || !strings.HasPrefix(http.DetectContentType(drawn), "image/png") || !strings.HasSuffix(offer.URL, offer.Path) {
		t.Errorf("the offer has no picture of %s: %v", offer.URL, err)
	}
	phone := r.nobody()
	var got Takeaway
	phone.must("GET", "/api/v1/takeaways/"+strings.ToLower(strings.TrimPrefix(offer.Path, "/t/")), nil, &got)
	if got.Map == nil || got.Map.Sentence == "" || got.Map.Pledge == nil || got.Customer.Name != "Ruth" || len(got.Stations) != 3 {
		t.Fatalf("%+v", got)
	}
	if days := time.UnixMilli(got.Expires).Sub(r.Now()).Hours() / 24; days < 29 || days > 31 {
		t.Errorf("it ends in %.1f days", days)
	}
	res, doc := phone.ask("GET", "/api/v1/takeaways/"+strings.TrimPrefix(offer.Path, "/t/")+"/pledge.ics", nil)
	if res.StatusCode != http.StatusOK || !strings.Contains(doc, `SUMMARY:Call two customers\, and listen\; then tell`) || !strings.HasPrefix(doc, "BEGIN:VCALENDAR\r\n") {
		t.Errorf("%d %s", res.StatusCode, doc)
	}

	var returned Returned
	entry := r.paired("entry")
	entry.must("POST", "/api/v1/returns", Returning{strings.ToLower(offer.Code[:4] + " " + offer.Code[4:])}, &returned)
	if returned.Pledge == nil || returned.Pledge.When != "this week" {
		t.Errorf("%+v", returned)
	}
	if res, _ := exit.ask("POST", "/api/v1/takeaways", TakeawayRequest{kiosk.NewID()}); res.StatusCode != http.StatusConflict {
		t.Errorf("for a visit that is elsewhere: %d", res.StatusCode)
	}

	phone.must("POST", "/api/v1/takeaways/"+strings.TrimPrefix(offer.Path, "/t/")+"/withdraw", struct{}{}, &got)
	r.eventually("the file is emptied", func() bool {
		phone.must("GET", "/api/v1/takeaways/"+strings.TrimPrefix(offer.Path, "/t/"), nil, &got)
		return got.Erased && !got.Erasing
	})
	if res, _ := entry.ask("POST", "/api/v1/returns", Returning{offer.Code}); res.StatusCode != http.StatusNotFound {
		t.Errorf("a withdrawn visit's code: %d", res.StatusCode)
	}
}

func TestTakeawayIsHardToGuess(t *testing.T) {
	r := startRoom(t)
	_, offer := r.walked(kiosk.NewID(), "BCDF")
	if all, err := r.keep.All(t.Context(), takeawayTable); err != nil || len(all) != 1 || all[strings.TrimPrefix(offer.Path, "/t/")] != nil {
		t.Errorf("what is kept of an address: %v %v", all, err)
	}
	entry := r.paired("entry")
	for range wrongCodes - 1 {
		if res, _ := entry.ask("POST", "/api/v1/returns", Returning{"BBBBBBBB"}); res.StatusCode != http.StatusNotFound {
			t.Fatalf("%d", res.StatusCode)
		}
	}
	entry.ask("POST", "/api/v1/returns", Returning{"BBBBBBBB"})
	if res, _ := entry.ask("POST", "/api/v1/returns", Returning{offer.Code}); res.StatusCode != http.StatusTooManyRequests {
		t.Errorf("after %d wrong codes: %d", wrongCodes, res.StatusCode)
	}
	if res, _ := r.nobody().ask("POST", "/api/v1/returns", Returning{offer.Code}); res.StatusCode != http.StatusUnauthorized {
		t.Errorf("without a screen: %d", res.StatusCode)
	}
	if res, _ := r.nobody().ask("GET", "/api/v1/takeaways/nonsense", nil); res.StatusCode != http.StatusNotFound {
		t.Errorf("an address that nobody got: %d", res.StatusCode)
	}
}

func TestWithdrawAtTheEntry(t *testing.T) {
	r := startRoom(t)
	visit := kiosk.NewID()
	_, offer := r.walked(visit, "BCDF")
	var got Takeaway
	r.paired("entry").must("POST", "/api/v1/returns/withdraw", Returning{offer.Code}, &got)
	if !got.Erased {
		t.Errorf("%+v", got)
	}
	r.eventually("the file is emptied, and it is said again", func() bool {
		r.paired("entry").must("POST", "/api/v1/returns/withdraw", Returning{offer.Code}, &got)
		return got.Erased && !got.Erasing
	})
	if n := len(r.Room.Console().Visits); n != 0 {
		t.Errorf("%d visits in the room", n)
	}
}

func TestCalendarFolds(t *testing.T) {
	made := time.Date(2026, 11, 22, 10, 0, 0, 0, time.UTC)
	doc := calendar("u", kiosk.Pledge{Text: strings.Repeat("Größe, ", 40), When: "this month"}, made)
	for _, line := range strings.Split(doc, "\r\n") {
		if len(line) > 75 {
			t.Errorf("%d octets: %s", len(line), line)
		}
	}
	unfolded := strings.ReplaceAll(doc, "\r\n ", "")
	if !strings.Contains(unfolded, strings.Repeat(`Größe\, `, 40)) || !strings.Contains(doc, "DTSTART;VALUE=DATE:20261220") {
		t.Error(unfolded)
	}
}

// The first codes of a room, asked for at two exits at once, hold both.
func TestFirstCodesAtOnce(t *testing.T) {
	r := startRoom(t)
	names := make(chan string, 8)
	for range cap(names) {
		go func() {
			name, err := r.codeName(t.Context(), "BCDFGHJK")
			if err != nil {
				t.Error(err)
			}
			names <- name
		}()
	}
	first := <-names
	for range cap(names) - 1 {
		if name := <-names; name != first {
			t.Error("one code has two names")
		}
	}
}

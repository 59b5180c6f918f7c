package server

import (
	"strings"
	"testing"
)

// A preview is nothing to the room: no fact, no badge, no screen, no frame for consoles.
func TestPreviewLeavesNoTrace(t *testing.T) {
	r := startRoom(t)
	o := r.organiser()
	var before, after Log
	o.must("GET", "/api/v1/log?reads=true", nil, &before)
	for station, want := range map[string]string{"entry": `"offer":{"words":"Amber Otter"`, "call": `"answers":"` + answerText, "exit": `"map":{`} {
		res, answer := o.ask("GET", "/api/v1/scenarios/h1/stations/"+station+"/preview?language=de", nil)
		if res.StatusCode != 200 || !strings.Contains(answer, want) || !strings.Contains(answer, `"room":{`) {
			t.Errorf("%s: %d %s", station, res.StatusCode, answer)
		}
	}
	o.must("GET", "/api/v1/log?reads=true", nil, &after)
	if len(after.Lines) != len(before.Lines) {
		t.Errorf("the log has %+v", after.Lines[0])
	}
	var room RoomFrame
	if o.must("GET", "/api/v1/room", nil, &room); len(room.Screens)+len(room.Visits) != 0 {
		t.Errorf("the room has %+v %+v", room.Screens, room.Visits)
	}
	if _, err := r.Room.CheckIn("nowhere", "0000"); err == nil {
		t.Error("the made-up badge is worn")
	}
	for path, status := range map[string]int{"/api/v1/scenarios/h2/stations/call/preview": 404, "/api/v1/scenarios/h1/stations/x/preview": 404} {
		if res, _ := o.ask("GET", path, nil); res.StatusCode != status {
			t.Errorf("%s is %d", path, res.StatusCode)
		}
	}
}

// Only a preview's own page may show its stage in a frame.
func TestStageInFrames(t *testing.T) {
	r := startRoom(t)
	o := r.organiser()
	for path, want := range map[string]string{"/preview/stage?station=call": "frame-ancestors 'self'", "/preview": "frame-ancestors 'none'", "/console": "frame-ancestors 'none'"} {
		res, _ := o.ask("GET", path, nil)
		if got := res.Header.Get("Content-Security-Policy"); !strings.Contains(got, want) || !strings.Contains(got, "script-src 'self'") {
			t.Errorf("%s: %s", path, got)
		}
	}
}

package server

import (
	"testing"
	"time"

	"immersion/kiosk"
)

func TestChecklist(t *testing.T) {
	free := int64(1 << 40)
	r := startRoom(t, func(s *kiosk.Settings, d *Deps) {
		s.Stations = map[string][]string{"call": {"Left", "Right"}}
		d.Disk = func() (int64, error) { return free, nil }
		d.Public = "http://127.0.0.1:8080"
	})
	o := r.organiser()
	look := func() map[string]Check {
		t.Helper()
		var list Checklist
		o.must("GET", "/api/v1/checklist", nil, &list)
		found := map[string]Check{}
		for _, c := range list.Checks {
			found[c.ID] = c
		}
		return found
	}
	wants := func(c Check, state string) {
		t.Helper()
		if c.State != state {
			t.Errorf("%+v, not %s", c, state)
		}
	}
	first := look()
	wants(first["screens"], checkBad)
	wants(first["pace"], checkBad)
	wants(first["sound"], checkWarn)
	wants(first["scenario"], checkOK)
	wants(first["disk"], checkOK)
	wants(first["clock"], checkOK)
	wants(first["address"], checkWarn) // nobody else reaches the loopback
	if first["sound"].Text != "no sound card" || first["disk"].Free != free {
		t.Errorf("%+v", first)
	}

	var screens []*testSocket
	beat := func() {
		for _, s := range screens {
			s.send(FromScreen{Type: "presence", Sent: time.Now().UnixMilli()})
		}
	}
	for _, station := range []string{"entry", "call", "exit"} {
		s, _ := r.paired(station).open()
		screens = append(screens, s)
	}
	beat()
	r.eventually("the screens", func() bool { return look()["screens"].State == checkWarn })
	all := look()
	if short := all["screens"].Stations; len(short) != 1 || short[0].Station != "call" || short[0].On != 1 || len(short[0].Missing) != 1 || short[0].Missing[0] != "Right" {
		t.Errorf("%+v", short)
	}
	wants(all["pace"], checkOK)
	if c := all["pace"].Capacity; c.Bottleneck == "" || c.PerHour == 0 || len(c.Stations) != 3 {
		t.Errorf("%+v", c)
	}
	for _, c := range []struct {
		free int64
		want string
	}{{1 << 30, checkWarn}, {100 << 20, checkBad}} {
		free = c.free
		wants(look()["disk"], c.want)
	}
	r.broken.Store(true)
	wants(look()["disk"], checkBad)
	r.clock.Store((20 * time.Minute).Milliseconds())
	beat()
	r.eventually("clocks that differ", func() bool { return look()["clock"].State == checkWarn })
	r.clock.Store(-time.Hour.Milliseconds())
	newest := r.Room.Newest() + time.Hour.Milliseconds()
	before := time.Now().UnixMilli()
	if c := look()["clock"]; c.State != checkBad || c.Back > newest-before || c.Back < newest-time.Now().UnixMilli() {
		t.Errorf("%+v, the newest fact being of %d ms from now", c, newest-before)
	}
}

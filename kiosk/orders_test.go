package kiosk_test

import (
	"strings"
	"testing"

	"immersion/kiosk"
)

func TestOrdersMakeWhatAScreenShows(t *testing.T) {
	number := func(n int) *int { return &n }
	plain := kiosk.ScreenState{Volume: 100}
	for _, c := range []struct {
		name   string
		orders []kiosk.Order
		want   kiosk.ScreenState
		bad    bool // the last one is refused
	}{
		{name: "nothing", want: plain},
		{name: "dark", orders: []kiosk.Order{{Do: kiosk.Blank, On: true}}, want: kiosk.ScreenState{Volume: 100, Blank: true}},
		{name: "and back", orders: []kiosk.Order{{Do: kiosk.Blank, On: true}, {Do: kiosk.Blank}}, want: plain},
		{name: "quieter", orders: []kiosk.Order{{Do: kiosk.Loudness, Volume: number(40)}}, want: kiosk.ScreenState{Volume: 40}},
		{name: "muted keeps its volume", orders: []kiosk.Order{{Do: kiosk.Loudness, Volume: number(40)}, {Do: kiosk.Mute, On: true}},
			want: kiosk.ScreenState{Volume: 40, Muted: true}},
		{name: "a message", orders: []kiosk.Order{{Do: kiosk.Message, Text: " Please come to the door. "}},
			want: kiosk.ScreenState{Volume: 100, Message: "Please come to the door."}},
		{name: "taken away", orders: []kiosk.Order{{Do: kiosk.Message, Text: "Come"}, {Do: kiosk.Message}}, want: plain},
		{name: "its number", orders: []kiosk.Order{{Do: kiosk.Identify}}, want: kiosk.ScreenState{Volume: 100, Identify: start + 10_000}},
		{name: "too loud", orders: []kiosk.Order{{Do: kiosk.Loudness, Volume: number(101)}}, want: plain, bad: true},
		{name: "no volume", orders: []kiosk.Order{{Do: kiosk.Loudness}}, want: plain, bad: true},
		{name: "too long", orders: []kiosk.Order{{Do: kiosk.Message, Text: strings.Repeat("ä", 201)}}, want: plain, bad: true},
		{name: "long enough", orders: []kiosk.Order{{Do: kiosk.Message, Text: strings.Repeat("ä", 200)}},
			want: kiosk.ScreenState{Volume: 100, Message: strings.Repeat("ä", 200)}},
		{name: "nonsense", orders: []kiosk.Order{{Do: "dance"}}, want: plain, bad: true},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := newOps(t, kiosk.DefaultSettings())
			o.do(kiosk.ScreenPaired, "a", kiosk.Pairing{Name: "a", Station: "one"})
			for i, order := range c.orders {
				_, err := o.try(kiosk.ScreenOrdered, "a", order)
				if bad := c.bad && i == len(c.orders)-1; bad != (err != nil) || bad && kiosk.CodeOf(err) != kiosk.Invalid {
					t.Fatalf("%+v: %v", order, err)
				}
			}
			for _, r := range []*kiosk.Room{o.Room, o.again()} {
				s, _ := r.ScreenState("a")
				got := kiosk.ScreenState{Identify: s.Identify, Blank: s.Blank, Volume: s.Volume, Muted: s.Muted, Message: s.Message}
				if got.Identify != c.want.Identify || got.Blank != c.want.Blank || got.Volume != c.want.Volume || got.Muted != c.want.Muted || got.Message != c.want.Message {
					t.Errorf("%+v", got)
				}
			}
		})
	}
}

func TestAnOrderForAllIsForThoseThereAre(t *testing.T) {
	o := newOps(t, kiosk.DefaultSettings())
	if _, err := o.try(kiosk.ScreenOrdered, "nowhere", kiosk.Order{Do: kiosk.Reload}); kiosk.CodeOf(err) != kiosk.NotFound {
		t.Errorf("an order for a screen that is not there: %v", err)
	}
	for _, id := range []string{"a", "b"} {
		o.do(kiosk.ScreenPaired, id, kiosk.Pairing{Name: id, Station: "one"})
	}
	all := o.do(kiosk.ScreenOrdered, "", kiosk.Order{Do: kiosk.Reload})
	o.do(kiosk.ScreenPaired, "c", kiosk.Pairing{Name: "c"})
	own := o.do(kiosk.ScreenOrdered, "b", kiosk.Order{Do: kiosk.Reload})
	for id, want := range map[string]string{"a": all.ID, "b": own.ID, "c": ""} {
		if s, _ := o.again().ScreenState(id); s.Reload != want || s.Ordered != want {
			t.Errorf("%s is loaded under %q", id, s.Reload)
		}
	}
	if row := o.Console().Screens["b"]; row.Order == nil || row.Order.Do != kiosk.Reload || row.Order.At != start || row.Orders.Volume != 100 {
		t.Errorf("the organiser sees %+v", row)
	}
}

func TestAScreenGetsTheSmallestFreeNumber(t *testing.T) {
	o := newOps(t, kiosk.DefaultSettings())
	pair := func(id string) { o.do(kiosk.ScreenPaired, id, kiosk.Pairing{Name: id}) }
	pair("a")
	pair("b")
	pair("c")
	o.do(kiosk.ScreenRemoved, "b", none{})
	pair("d")
	pair("e")
	for id, want := range map[string]int{"a": 1, "c": 3, "d": 2, "e": 4} {
		if s, _ := o.again().ScreenState(id); s.Number != want {
			t.Errorf("%s is number %d, not %d", id, s.Number, want)
		}
	}
}

func TestNobodyIsSentToADarkScreen(t *testing.T) {
	f := newFlow(t, kiosk.DefaultSettings())
	f.arrive(0)
	f.own(kiosk.ScreenOrdered, "s-one", kiosk.Order{Do: kiosk.Blank, On: true})
	f.wants("door", "two 0")
	f.own(kiosk.ScreenOrdered, "s-two", kiosk.Order{Do: kiosk.Blank, On: true})
	f.wants("door", "way-out 0")
}

func TestCapacityNamesTheBottleneck(t *testing.T) {
	minutes := map[string]float64{}
	for _, p := range newFlow(t, kiosk.DefaultSettings()).Current().Places {
		minutes[p.ID] = p.Minutes
	}
	for _, c := range []struct {
		name       string
		settings   kiosk.Settings
		off        []string
		more       []string // stations with one more screen
		bottleneck string
		perHour    float64
	}{
		{"free", kiosk.DefaultSettings(), nil, nil, "", 0},
		{"in rounds a turn is a stay", rotating(), nil, []string{"door", "way-out"}, "one", 60 / rotating().Rotation.Minutes},
		{"a stop without a screen holds nobody up", kiosk.DefaultSettings(), []string{"one", "two"}, nil, "", 0},
		{"an exit without one does", kiosk.DefaultSettings(), []string{"way-out"}, nil, "way-out", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := newFlow(t, c.settings)
			for _, station := range c.off {
				f.Present("s-"+station, false)
			}
			for _, station := range c.more {
				f.screen("more-"+station, station)
			}
			got := f.Capacity()
			want, at := c.perHour, c.bottleneck
			if at == "" { // the longest stay with a screen
				longest := 0.0
				for _, s := range got.Stations {
					if s.Screens > 0 && s.Stay > longest {
						longest, at = s.Stay, s.Station
					}
					if s.Stay != minutes[s.Station] && minutes[s.Station] > 0 {
						t.Errorf("%s takes %g minutes", s.Station, s.Stay)
					}
				}
				want = 60 / longest
			}
			if got.Bottleneck != at || got.PerHour != int(want) {
				t.Errorf("%+v, not %d an hour at %s", got, int(want), at)
			}
		})
	}
}

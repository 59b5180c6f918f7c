package server

import (
	"bytes"
	"encoding/json"
	"reflect"
	"testing"

	"immersion/kiosk"
)

// FuzzBatch compares the splitter with the library's.
func FuzzBatch(f *testing.F) {
	for _, s := range []string{`[]`, ` [ ] `, `[{"a":"]\"},{"},{"b":[1,[2,{}]]}]`, `[1 , "x,\\" ,null]`, `["\\\""]`, `{}`, `null`, `[`, `[{]`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, doc []byte) {
		var want []json.RawMessage
		var got batch
		wrong := json.Unmarshal(doc, &want)
		err := json.Unmarshal(doc, &got)
		if wrong == nil && want == nil {
			return // null
		}
		if (err == nil) != (wrong == nil) {
			t.Fatalf("%q: %v, the library says %v", doc, err, wrong)
		}
		if err != nil {
			return
		}
		if len(got) != len(want) {
			t.Fatalf("%q: %d parts, not %d", doc, len(got), len(want))
		}
		for i := range got {
			if !bytes.Equal(got[i], want[i]) {
				t.Errorf("%q: part %d is %q, not %q", doc, i, got[i], want[i])
			}
		}
	})
}

// FuzzFrame compares the one pass over a frame of facts with the library.
func FuzzFrame(f *testing.F) {
	for _, s := range []string{
		`{"type":"facts","batch":[{"id":"a"},{}]}`, ` { "batch" : [ 1 , "]" ] , "type" : "facts" } `, `{"type":"facts"}`, `{"type":"facts","batch":null}`,
		`{"type":"facts","type":"hello","batch":[]}`, `{"type":"facts","batch":[1],"batch":[2]}`, `{"Type":"facts"}`, `{"type":"facts","outbox":3}`, `[]`, `{"type":"facts",`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, doc []byte) {
		var want FromScreen
		wrong := json.Unmarshal(doc, &want)
		got, err := readFrame(doc)
		if (err == nil) != (wrong == nil) || len(got.Batch) != len(want.Batch) {
			t.Fatalf("%q is %+v, %v, and not %+v, %v", doc, got, err, want, wrong)
		}
		for i := range got.Batch {
			if !bytes.Equal(got.Batch[i], want.Batch[i]) {
				t.Errorf("%q: fact %d is %q, not %q", doc, i, got.Batch[i], want.Batch[i])
			}
		}
		got.Batch, want.Batch = nil, nil
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%q is %+v, not %+v", doc, got, want)
		}
	})
}

func TestStateFrame(t *testing.T) {
	frame := stateFrame(42, stateBody(kiosk.ScreenState{Version: 7, Screen: "s1", Station: "call"}))
	var got StateFrame
	if err := json.Unmarshal(frame, &got); err != nil {
		t.Fatalf("%v in %s", err, frame)
	}
	if got.Type != "state" || got.Version != 42 || got.Screen != "s1" || got.Station != "call" {
		t.Errorf("%s", frame)
	}
}

func TestOutboxMerges(t *testing.T) {
	o := newOutbox()
	for range 2 {
		o.verdicts([]kiosk.Verdict{{ID: "a"}, {ID: "b", Err: kiosk.Errorf(kiosk.Invalid, "no")}, {ID: "c"}})
		o.show([]byte("old"))
		o.show([]byte("new"))
		o.tell([]byte("clock"))
		got := string(bytes.Join(o.take(nil), []byte("\n")))
		want := `{"type":"ack","ids":["a","c"]}` + "\n" + `{"type":"refuse","id":"b","code":"invalid","message":"no"}` + "\nnew\nclock"
		if got != want {
			t.Errorf("sent %s", got)
		}
	}
	if frames := o.take(nil); len(frames) != 0 {
		t.Errorf("sent twice: %q", frames)
	}
}

func TestOutboxIsBounded(t *testing.T) {
	o := newOutbox()
	many := make([]kiosk.Verdict, 1000)
	for i := range many {
		many[i].ID = kiosk.NewID()
	}
	for n := range 1000 {
		if ok, _ := o.verdicts(many); !ok {
			if n < 10 {
				t.Errorf("dropped after %d batches", n)
			}
			return
		}
	}
	t.Error("a screen that reads nothing is never dropped")
}

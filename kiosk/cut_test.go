package kiosk

import (
	"bytes"
	"encoding/json"
	"reflect"
	"testing"
)

// FuzzCut compares with the library: joined again, the parts are the document.
func FuzzCut(f *testing.F) {
	for _, s := range []string{`{}`, ` { } `, `[]`, `{"a":1}`, ` { "a" : [1,{"b":","}] , "\"":"}" } `, `[1 , "x,\\" ,null]`, `"{"`, `{"a":"é","b":"\u0041"}`, `null`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, doc []byte) {
		if !json.Valid(doc) {
			return
		}
		var again bytes.Buffer
		switch bytes.TrimSpace(doc)[0] {
		case '{':
			again.WriteByte('{')
			for key, value := range Members(doc) {
				if again.Len() > 1 {
					again.WriteByte(',')
				}
				again.WriteString(`"` + string(key) + `":` + string(value))
			}
			again.WriteByte('}')
		case '[':
			again.WriteByte('[')
			for value := range Elements(doc) {
				if again.Len() > 1 {
					again.WriteByte(',')
				}
				again.Write(value)
			}
			again.WriteByte(']')
		default:
			for range Members(doc) {
				t.Errorf("%q has members", doc)
			}
			for range Elements(doc) {
				t.Errorf("%q has elements", doc)
			}
			var want string
			if got, ok := plainText(bytes.TrimSpace(doc)); ok && (json.Unmarshal(doc, &want) != nil || got != want) {
				t.Errorf("%q says %q", doc, got)
			}
			return
		}
		var want, got bytes.Buffer
		if json.Compact(&want, doc) != nil || json.Compact(&got, again.Bytes()) != nil || !bytes.Equal(want.Bytes(), got.Bytes()) {
			t.Errorf("%q comes apart as %q", doc, again.Bytes())
		}
	})
}

// FuzzPlain compares the one pass over a fact with the strict decoder.
func FuzzPlain(f *testing.F) {
	for _, s := range []string{
		`{"id":"a","visit":"b","station":"c","screen":"d","type":"e","at":1,"by":"f","body":{"x":[1,"}"]}}`,
		` { "at" : -5 , "at":7, "body" : null, "id":"" } `, `{"At":1}`, `{"id":"\u0041"}`, `{"id":null,"at":1}`, `{"at":1.0}`, `{"at":1e3}`,
		`{"more":1}`, `{}`, `[]`, `null`, `{"id":1}`, `{"body":{},"body":[1]}`, `{"at":99999999999999999999}`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, doc []byte) {
		var got, want Fact
		if !json.Valid(doc) || !got.plain(doc) {
			return
		}
		if err := strict(doc, &want); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%q is %+v, and not %+v (%v)", doc, got, want, err)
		}
	})
}

// A decoder that is used again knows nothing of the document before.
func TestStrictForgets(t *testing.T) {
	for _, doc := range []string{`{"reason":"done"}`, `{"reason":"do`, `{"reason":1}`, `{"other":1}`, `{"reason":"done"} {"reason":"idle"}`, ` `, `{"reason":"done"}x`} {
		var b Leaving
		err := strict([]byte(doc), &b)
		for range 3 {
			var after Leaving
			if e := strict([]byte(`{"reason":"moved"}`), &after); e != nil || after.Reason != "moved" {
				t.Errorf("after %q (%v): %+v, %v", doc, err, after, e)
			}
		}
	}
}

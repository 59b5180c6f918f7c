package kiosk

import (
	"encoding/json"
	"reflect"
	"regexp"
	"strings"
	"testing"
)

func TestWithoutSecrets(t *testing.T) {
	s := DefaultSettings()
	s.Webhook = Webhook{URL: "https://pager.example/hidden-1", Secret: "hidden-2"}
	s.Departments = []Named{{ID: "it", Name: Same("IT")}}
	s.Stations = map[string][]string{"call": {"Window"}}
	doc, err := json.Marshal(s.WithoutSecrets())
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"secret":"(set)"`, `"url":"(set)"`, `"timeout":"45m0s"`, `"call":["Window"]`, `"id":"it"`, `"words_k":10`} {
		if !strings.Contains(string(doc), want) {
			t.Errorf("no %s in %s", want, doc)
		}
	}
	if strings.Contains(string(doc), "hidden") {
		t.Errorf("a secret: %s", doc)
	}
}

// A setting named like a secret is tagged as one.
func TestSecretsAreTagged(t *testing.T) {
	like := regexp.MustCompile(`secret|token|pass`)
	var look func(reflect.Type)
	look = func(typ reflect.Type) {
		for typ.Kind() == reflect.Slice || typ.Kind() == reflect.Map || typ.Kind() == reflect.Pointer {
			typ = typ.Elem()
		}
		if typ.Kind() != reflect.Struct {
			return
		}
		for i := range typ.NumField() {
			f := typ.Field(i)
			if like.MatchString(strings.ToLower(f.Name)) && f.Tag.Get("secret") == "" {
				t.Errorf("%s.%s is not tagged as a secret", typ.Name(), f.Name)
			}
			look(f.Type)
		}
	}
	look(reflect.TypeFor[Settings]())
}

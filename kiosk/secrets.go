package kiosk

import (
	"fmt"
	"reflect"
	"strings"
	"time"
)

// WithoutSecrets is what the room file says, by its keys, for others to see:
// what is tagged as a secret is only said to be set.
func (s Settings) WithoutSecrets() map[string]any {
	return open(reflect.ValueOf(s)).(map[string]any)
}

// open makes plain data of a value.
func open(v reflect.Value) any {
	if d, ok := v.Interface().(time.Duration); ok {
		return d.String()
	}
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return nil
		}
		return open(v.Elem())
	case reflect.Struct:
		out := map[string]any{}
		for i := range v.NumField() {
			f := v.Type().Field(i)
			name, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
			switch {
			case name == "" || name == "-":
			case f.Tag.Get("secret") != "" && !v.Field(i).IsZero():
				out[name] = "(set)"
			default:
				out[name] = open(v.Field(i))
			}
		}
		return out
	case reflect.Slice:
		out := make([]any, v.Len())
		for i := range out {
			out[i] = open(v.Index(i))
		}
		return out
	case reflect.Map:
		out := map[string]any{}
		for _, key := range v.MapKeys() {
			out[fmt.Sprint(key)] = open(v.MapIndex(key))
		}
		return out
	}
	return v.Interface()
}

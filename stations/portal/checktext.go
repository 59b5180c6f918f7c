package portal

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"immersion/kiosk"
)

// typedIn matches what stands in a text for what was filled in: "{query.reason}".
var typedIn = regexp.MustCompile(`\{([a-z0-9-]+)\.([a-z0-9-]+)\}`)

// shown checks, in every text below a value of the settings, that what stands
// for something filled in names a field.
func (c *checker) shown(at string, v reflect.Value) {
	if t, ok := v.Interface().(kiosk.Text); ok {
		c.fieldsIn(at, t)
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			c.shown(at, v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			c.shown(fmt.Sprintf("%s[%d]", at, i), v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() {
				c.shown(at+"."+f.Tag.Get("yaml"), v.Field(i))
			}
		}
	}
}

func (c *checker) fieldsIn(at string, t kiosk.Text) {
	for _, lang := range t.Languages() {
		for _, m := range typedIn.FindAllStringSubmatch(t[lang], -1) {
			form := c.s.forms[m[1]]
			known := form != nil && slices.ContainsFunc(form.Fields, func(f Field) bool { return f.ID == m[2] })
			if !known {
				c.fault(at, fmt.Sprintf("there is no field %q to show", strings.Trim(m[0], "{}")), "{form.field}")
				return
			}
		}
	}
}

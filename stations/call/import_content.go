package call

import (
	"bytes"
	"crypto/sha512"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"path"
	"strings"

	"immersion/kiosk"
	"immersion/media"
)

// vconContent is what a dialog or an analysis of a vCon carries: a body right
// there, or the address of one, which is looked for as a file beside the vCon
// and never fetched (draft-ietf-vcon-vcon-core-04, "Inline Files" and
// "Externally Referenced Files").
type vconContent struct {
	Body        json.RawMessage `json:"body"`
	Encoding    string          `json:"encoding"` // "base64url", "json" or "none"
	URL         string          `json:"url"`
	Filename    string          `json:"filename"`
	ContentHash hashes          `json:"content_hash"` // "sha512-" and base64url
	Alg         string          `json:"alg"`          // of earlier drafts: "SHA-512"
	Signature   string          `json:"signature"`    // of earlier drafts: base64url
}

// hashes are one or several in JSON.
type hashes []string

// UnmarshalJSON reads a text or a list of them.
func (h *hashes) UnmarshalJSON(doc []byte) error {
	var one string
	if err := json.Unmarshal(doc, &one); err == nil {
		*h = hashes{one}
		return nil
	}
	return json.Unmarshal(doc, (*[]string)(h))
}

func (c vconContent) inline() bool { return len(c.Body) > 0 && string(c.Body) != "null" }

func (c vconContent) there() bool { return c.inline() || c.URL != "" }

// open opens the body, or the file that stands for its address.
func (c vconContent) open(vcon kiosk.Import) (io.ReadCloser, error) {
	if c.inline() {
		body, err := c.decode()
		return io.NopCloser(bytes.NewReader(body)), err
	}
	name := c.beside()
	if name == "" {
		return nil, fmt.Errorf("what lies at %s has no name to look for beside the vCon", c.URL)
	}
	f, err := vcon.Folder.Open(path.Join(path.Dir(vcon.Name), name))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("what lies at %s is never fetched from here: put it beside the vCon as %q", c.URL, name)
	}
	return f, err
}

// beside is the name to look for: no path.
func (c vconContent) beside() string {
	name := c.Filename
	if name == "" {
		if u, err := url.Parse(c.URL); err == nil {
			name = u.Path
		}
	}
	name = path.Base(strings.ReplaceAll(name, `\`, "/"))
	if !fs.ValidPath(name) || name == "." {
		return ""
	}
	return name
}

func (c vconContent) decode() ([]byte, error) {
	var text string
	isText := json.Unmarshal(c.Body, &text) == nil
	switch {
	case !isText && c.Encoding != "base64url": // earlier drafts put JSON there as it is
		return c.Body, nil
	case c.Encoding == "base64url":
		body, err := base64.RawURLEncoding.DecodeString(strings.TrimRight(text, "="))
		if err != nil || !isText {
			return nil, errors.New("its body is no base64url")
		}
		return body, nil
	case c.Encoding == "none", c.Encoding == "json", c.Encoding == "":
		return []byte(text), nil
	}
	return nil, fmt.Errorf("its body has the encoding %q; known are base64url, json and none", c.Encoding)
}

// check reads it to its end and compares the hash that the vCon states. Where
// it states none, or none that is known here, a person has to be sure.
func (c vconContent) check(vcon kiosk.Import) (todo []string, err error) {
	f, err := c.open(vcon)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	sum := sha512.New()
	if _, err := io.Copy(sum, f); err != nil {
		return nil, err
	}
	all := c.ContentHash
	if strings.EqualFold(c.Alg, "SHA-512") {
		all = append(all, "sha512-"+c.Signature)
	}
	known := false
	for _, stated := range all {
		if text, ok := strings.CutPrefix(stated, "sha512-"); ok {
			known = true
			text = strings.NewReplacer("+", "-", "/", "_", "=", "").Replace(text)
			if want, err := base64.RawURLEncoding.DecodeString(text); err != nil || !bytes.Equal(want, sum.Sum(nil)) {
				return nil, errors.New("its content is not what its SHA-512 says: it was changed or damaged")
			}
		}
	}
	if !known && !c.inline() {
		todo = append(todo, fmt.Sprintf("Make sure that %s is the right file: the vCon states no SHA-512 of it.", c.beside()))
	}
	return todo, nil
}

// bytes is a small content as a whole.
func (c vconContent) bytes(vcon kiosk.Import) (doc []byte, todo []string, err error) {
	if todo, err = c.check(vcon); err != nil {
		return nil, nil, err
	}
	f, err := c.open(vcon)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	doc, err = io.ReadAll(io.LimitReader(f, media.MaxCaptions+1))
	if err == nil && len(doc) > media.MaxCaptions {
		err = errors.New("it is larger than 4 MiB")
	}
	return doc, todo, err
}

// recording is a content that is sound.
func (c vconContent) recording(vcon kiosk.Import) (*recording, []string, error) {
	if c.Encoding == "" { // the draft asks to tolerate that; sound can be nothing else
		c.Encoding = "base64url"
	}
	todo, err := c.check(vcon)
	if err != nil {
		return nil, nil, err
	}
	open := func() (io.ReadCloser, error) { return c.open(vcon) }
	f, err := open()
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	sound, err := media.Scan(f)
	if errors.Is(err, media.ErrFormat) && !c.inline() {
		return nil, nil, fmt.Errorf("the recording cannot be played: %w; %s", err, mend(c.beside(), err))
	} else if err != nil {
		return nil, nil, fmt.Errorf("the recording cannot be played: %w", err)
	}
	return &recording{c.beside(), sound, open}, todo, nil
}

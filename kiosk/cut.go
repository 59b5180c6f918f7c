package kiosk

import (
	"bytes"
	"iter"
)

// Elements are those of an array that is valid JSON, in its order, not a byte
// changed; none of what is no array. They lie in the document.
func Elements(doc []byte) iter.Seq[[]byte] { return parts(doc, '[') }

// Members are the keys, as they are written between their quotes, and the
// values of an object that is valid JSON, in its order; none of what is no
// object. They lie in the document.
func Members(doc []byte) iter.Seq2[[]byte, []byte] {
	return func(yield func(key, value []byte) bool) {
		for member := range parts(doc, '{') {
			end := textEnd(member, 0)
			colon := end + 1 + bytes.IndexByte(member[end+1:], ':')
			if !yield(member[1:end], bytes.TrimSpace(member[colon+1:])) {
				return
			}
		}
	}
}

// plainText is what a string says, if it says it plainly: in ASCII and without an
// escape. false for any other value.
func plainText(value []byte) (string, bool) {
	if value[0] != '"' {
		return "", false
	}
	value = value[1 : len(value)-1]
	for _, c := range value {
		if c == '\\' || c >= 0x80 {
			return "", false
		}
	}
	return string(value), true
}

// parts are what the commas of an object or an array part.
func parts(doc []byte, open byte) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		doc := bytes.TrimSpace(doc)
		if len(doc) == 0 || doc[0] != open {
			return
		}
		doc = doc[1 : len(doc)-1]
		depth, start := 0, 0
		for i := 0; i < len(doc); i++ {
			switch doc[i] {
			case '"':
				i = textEnd(doc, i)
			case '{', '[':
				depth++
			case '}', ']':
				depth--
			case ',':
				if depth == 0 {
					if !yield(bytes.TrimSpace(doc[start:i])) {
						return
					}
					start = i + 1
				}
			}
		}
		if last := bytes.TrimSpace(doc[start:]); len(last) > 0 {
			yield(last)
		}
	}
}

// textEnd is where the string ends that begins at i: its closing quote.
func textEnd(doc []byte, i int) int {
	for i++; doc[i] != '"'; i++ {
		if doc[i] == '\\' {
			i++
		}
	}
	return i
}

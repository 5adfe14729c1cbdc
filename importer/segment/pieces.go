package segment

import (
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
)

// class is what a piece is.
type class uint8

const (
	gap    class = iota // space, control and format characters
	word                // begins with a letter, or is joined to one
	number              // begins with a digit
	mark                // punctuation or a symbol
)

// piece is a stretch of text between two neighbouring word boundaries of Unicode.
type piece struct {
	begin, end int
	class      class
}

// classify says what a piece of text is by its first character.
func classify(s string) class {
	c := s[0]
	if c < utf8.RuneSelf {
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', c == '_':
			return word
		case '0' <= c && c <= '9':
			return number
		case c <= ' ', c == 0x7f:
			return gap
		}
		return mark
	}
	r, n := utf8.DecodeRuneInString(s)
	for unicode.In(r, unicode.Cf, unicode.Cc) && n < len(s) { // such as the Arabic number sign before its digits
		s = s[n:]
		r, n = utf8.DecodeRuneInString(s)
	}
	switch {
	case r == utf8.RuneError && n == 1:
		return mark
	case unicode.IsLetter(r), unicode.IsMark(r):
		return word
	case unicode.IsDigit(r):
		return number
	case unicode.IsSpace(r), unicode.In(r, unicode.Cf, unicode.Cc, unicode.Zs):
		return gap
	}
	return mark
}

// maxChunk is the number of pieces without a gap between them that are looked at together. Longer ones are no words.
const maxChunk = 64

// chunks calls each with every run of pieces that have no gap between them.
func chunks(text string, each func([]piece)) {
	var chunk []piece
	it := words.FromString(text)
	for it.Next() {
		p := piece{it.Start(), it.End(), classify(it.Value())}
		if p.class != gap {
			chunk = append(chunk, p)
		}
		if len(chunk) > 0 && (p.class == gap || len(chunk) == maxChunk) {
			each(chunk)
			chunk = chunk[:0]
		}
	}
	if len(chunk) > 0 {
		each(chunk)
	}
}

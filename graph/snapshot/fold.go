package snapshot

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold brings a name into the form in which names are compared: lower case, without accents; dots and apostrophes
// dropped ("U.S." is "us"), every other mark and run of white space one space.
func Fold(name string) string {
	if plain, ok := foldASCII(name); ok {
		return plain
	}
	var b strings.Builder
	gap := false
	for _, r := range norm.NFKD.String(name) {
		if unicode.Is(unicode.Mn, r) || silent(r) {
			continue
		}
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			gap = true
			continue
		}
		if gap && b.Len() > 0 {
			b.WriteByte(' ')
		}
		gap = false
		if s, ok := plainLetter(unicode.ToLower(r)); ok {
			b.WriteString(s)
		} else {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// silent reports whether a mark is dropped without parting the letters around it.
func silent(r rune) bool {
	switch r {
	case '.', '\'', '’', '‘', '`', 'ʿ', 'ʾ', 'ʼ':
		return true
	}
	return false
}

// plainLetter spells the Latin letters that decomposition leaves as they are.
func plainLetter(r rune) (string, bool) {
	switch r {
	case 'ß':
		return "ss", true
	case 'ø':
		return "o", true
	case 'đ', 'ð':
		return "d", true
	case 'ł':
		return "l", true
	case 'æ':
		return "ae", true
	case 'œ':
		return "oe", true
	case 'þ':
		return "th", true
	case 'ı':
		return "i", true
	}
	return "", false
}

// foldASCII is Fold for names of ASCII letters, the common case; ok is false for others.
func foldASCII(name string) (folded string, ok bool) {
	b := make([]byte, 0, len(name))
	gap := false
	for i := range len(name) {
		c := name[i]
		switch {
		case c >= utf8.RuneSelf:
			return "", false
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
		case c == '.' || c == '\'' || c == '`':
			continue
		default:
			gap = true
			continue
		}
		if gap && len(b) > 0 {
			b = append(b, ' ')
		}
		gap = false
		b = append(b, c)
	}
	return string(b), true
}

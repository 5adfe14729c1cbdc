package gazetteer

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"skein/graph"
)

// Fold is the form under which names are compared: small letters without accents, dots and apostrophes, hyphens and
// every kind of space as single spaces, without a leading "the". "The U.S." and "us" share it, as do "Tall `Afar" and
// "tall afar". It takes about 100 ns for an ASCII name.
func Fold(name string) string {
	if plain(name) {
		return name
	}
	if !ascii(name) {
		name = norm.NFKD.String(name)
	}
	b := make([]byte, 0, len(name))
	space := false
	for _, r := range name {
		switch {
		case dropped(r):
			continue
		case blank(r):
			space = true
			continue
		}
		if space && len(b) > 0 {
			b = append(b, ' ')
		}
		space = false
		b = appendFolded(b, r)
	}
	return strings.TrimPrefix(string(b), "the ")
}

// dropped reports whether a folded name has nothing for r: a dot, an apostrophe or an accent.
func dropped(r rune) bool {
	switch r {
	case '.', '\'', '`', '’', '‘', 'ʿ', 'ʾ', 'ʼ', 'ʻ':
		return true
	}
	return r >= utf8.RuneSelf && unicode.In(r, unicode.Mn, unicode.Cf)
}

// blank reports whether a folded name has a space for r.
func blank(r rune) bool {
	switch r {
	case '-', '‐', '‑', '–', '_':
		return true
	}
	return unicode.IsSpace(r)
}

// american writes words as they are in American English, so that a thing has one key in articles of either spelling.
var american = strings.NewReplacer("defence", "defense", "organisation", "organization", "centre", "center", "programme", "program", "labour", "labor", "harbour", "harbor")

// Key is the key of a thing that its type and its name identify everywhere: "organization/ministry of defense".
func Key(t graph.Type, name string) string { return string(t) + "/" + american.Replace(Fold(name)) }

// appendFolded appends the small form of r, letters that no decomposition takes apart spelled out.
func appendFolded(b []byte, r rune) []byte {
	if r < utf8.RuneSelf {
		return append(b, byte(unicode.ToLower(r)))
	}
	switch r = unicode.ToLower(r); r {
	case 'ı':
		return append(b, 'i')
	case 'ø':
		return append(b, 'o')
	case 'ł':
		return append(b, 'l')
	case 'đ', 'ð':
		return append(b, 'd')
	case 'æ':
		return append(b, "ae"...)
	case 'œ':
		return append(b, "oe"...)
	case 'ß':
		return append(b, "ss"...)
	case 'þ':
		return append(b, "th"...)
	case 'ə':
		return append(b, 'a')
	}
	return utf8.AppendRune(b, r)
}

// plain reports whether s is its own folded form, as far as can be seen at a glance.
func plain(s string) bool {
	for i := range len(s) {
		if c := s[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') {
			return false
		}
	}
	return true
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// Capitals is folded with a capital at the beginning of each word.
func Capitals(folded string) string {
	b := []byte(folded)
	for i := range b {
		if (i == 0 || b[i-1] == ' ') && 'a' <= b[i] && b[i] <= 'z' {
			b[i] -= 'a' - 'A'
		}
	}
	return string(b)
}

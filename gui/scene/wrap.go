package scene

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Names longer than oneLine pixels are broken into two lines of at most maxLine pixels; what still does not fit ends
// in an ellipsis.
const (
	oneLine = 132
	maxLine = 168
)

const ellipsis = "…"

// wrap breaks a name into one line or two. It never returns none: an empty name is one empty line.
func (m *metrics) wrap(name string, size float64) []string {
	name = oneLineOf(name)
	if m.width(name, size) <= oneLine*size/labelSize {
		return []string{name}
	}
	limit := maxLine * size / labelSize
	a, b := m.split(name, size)
	if b == "" {
		return []string{m.cut(a, limit, size)}
	}
	if m.width(a, size) > limit { // one very long word first
		return []string{m.cut(name, limit, size)}
	}
	return []string{a, m.cut(b, limit, size)}
}

// split parts a name at the space that makes the two lines most alike in width while the first fits.
func (m *metrics) split(name string, size float64) (a, b string) {
	a = name
	best := -1.0
	for i, r := range name {
		if r != ' ' {
			continue
		}
		left := m.width(name[:i], size)
		right := m.width(name[i+1:], size)
		if worst := max(left, right); (best < 0 || worst < best) && left <= maxLine*size/labelSize {
			best, a, b = worst, name[:i], name[i+1:]
		}
	}
	if best < 0 { // a first word longer than a line, or no space at all
		return name, ""
	}
	if best > maxLine*size/labelSize { // does not fit into two lines: fill the first, cut the second
		return m.fill(name, size)
	}
	return a, b
}

// fill puts as many words as fit into the first line.
func (m *metrics) fill(name string, size float64) (a, b string) {
	a, b = name, ""
	for i, r := range name {
		if r == ' ' && m.width(name[:i], size) <= maxLine*size/labelSize {
			a, b = name[:i], name[i+1:]
		}
	}
	return a, b
}

// cut shortens a line to a width, ending in an ellipsis.
func (m *metrics) cut(s string, limit float64, size float64) string {
	if m.width(s, size) <= limit {
		return s
	}
	for len(s) > 0 {
		_, n := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-n]
		if t := strings.TrimRightFunc(s, unicode.IsSpace) + ellipsis; m.width(t, size) <= limit {
			return t
		}
	}
	return ellipsis
}

// longestName bounds the work on names no one can read anyway, in bytes.
const longestName = 400

// oneLineOf makes any text fit to be drawn: valid UTF-8, single spaces, no line ends or other invisible runes.
func oneLineOf(s string) string {
	if len(s) > longestName {
		s = s[:longestName]
	}
	if plain(s) {
		return s
	}
	s = strings.ToValidUTF8(s, "")
	s = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return ' '
		}
		if !unicode.IsPrint(r) {
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// plain reports whether s is printable ASCII with single spaces, as nearly all names are.
func plain(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
		if s[i] == ' ' && (i == 0 || i == len(s)-1 || s[i-1] == ' ') {
			return false
		}
	}
	return true
}

package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// wrapLimit is the longest line, in characters, that is taken for one that was wrapped at a fixed width.
const wrapLimit = 130

// wrapping is how a text uses line breaks.
type wrapping struct {
	text  string
	width int // of wrapped lines in characters, or 0 when line breaks end paragraphs
}

// wrappingOf looks at all lines of a text. Its lines are wrapped when most of it stands in lines of moderate length and
// either a line goes on in small letters on the next one, or four lines have nearly the same greatest length.
func wrappingOf(text string) wrapping {
	w := wrapping{text: text}
	short, long, width, goesOn := 0, 0, 0, 0
	var lengths [wrapLimit + 1]int
	before := 0 // length of the line before, 0 for a blank one
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		n := utf8.RuneCountInString(line)
		switch {
		case n > wrapLimit:
			long += n
		default:
			short += n
			lengths[n]++
			width = max(width, n)
		}
		if before >= 40 && before <= wrapLimit && n > 0 && unicode.IsLower(firstRune(line)) {
			goesOn++
		}
		before = n
	}
	full := 0
	for n := width * 4 / 5; n <= width; n++ {
		full += lengths[n]
	}
	if short > long && width >= 40 && (goesOn > 0 || full >= 4) {
		w.width = width
	}
	return w
}

// ends reports whether the gap between two tokens, [begin, end) of the text, ends a sentence whatever stands before it.
func (w wrapping) ends(begin, end int) bool {
	breaks, next := 0, end
	for i := begin; i < end; i++ {
		switch w.text[i] {
		case '\n', '\f', '\v':
			breaks++
		case '\r':
			if i+1 == end || w.text[i+1] != '\n' {
				breaks++
			}
		case 0xe2: // U+2028 and U+2029, line and paragraph separator
			if strings.HasPrefix(w.text[i:end], "\u2028") {
				breaks++
			} else if strings.HasPrefix(w.text[i:end], "\u2029") {
				return true
			}
		}
	}
	switch {
	case breaks == 0:
		return false
	case breaks > 1, bullet(w.text[next:]):
		return true
	}
	length := utf8.RuneCountInString(strings.TrimSpace(lineBefore(w.text, begin)))
	goesOn := unicode.IsLower(firstRune(w.text[next:])) && length >= 40 && !stops(w.text[:begin])
	if w.width == 0 || goesOn {
		return !goesOn
	}
	first := w.text[next:min(len(w.text), next+wrapLimit)]
	if i := strings.IndexFunc(first, unicode.IsSpace); i >= 0 {
		first = first[:i]
	}
	return length+1+utf8.RuneCountInString(first) <= w.width*19/20
}

// lineBefore is the line that ends at offset at, or as much of it as matters.
func lineBefore(text string, at int) string {
	begin := max(0, at-4*wrapLimit)
	if i := strings.LastIndexAny(text[begin:at], "\n\r\f\v"); i >= 0 {
		begin += i + 1
	}
	return text[begin:at]
}

// stops reports whether text ends with a mark that closes a sentence or opens a list.
func stops(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(".!?:;”\"", r)
}

// bullet reports whether text begins as an item of a list does.
func bullet(text string) bool {
	r, n := utf8.DecodeRuneInString(text)
	rest := text[n:]
	switch {
	case strings.ContainsRune("•‣◦▪●■*", r):
		return true
	case r == '-' || r == '–' || r == '—' || r == '+':
		return strings.HasPrefix(rest, " ") || strings.HasPrefix(rest, "\t")
	case '0' <= r && r <= '9':
		rest = strings.TrimLeft(rest, "0123456789")
		return len(text)-len(rest) <= 3 && (strings.HasPrefix(rest, ". ") || strings.HasPrefix(rest, ") "))
	}
	return false
}
